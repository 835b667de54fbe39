//===- MessageError.h - Errors that carry messages --------------*- C++ -*-===//
//
// An error is a message like any other: it is made where the fault is found,
// and rendered where the language is known.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_DIAG_MESSAGEERROR_H
#define MUSIFY_DIAG_MESSAGEERROR_H

#include "Diag/Message.h"
#include "llvm/Support/Error.h"
#include <system_error>

namespace musify {

/// One or more faults of one thing, such as all those of a file.
class MessageError : public llvm::ErrorInfo<MessageError> {
public:
  static char ID;

  explicit MessageError(std::vector<Message> Faults)
      : Faults(std::move(Faults)) {}
  llvm::ArrayRef<Message> faults() const { return Faults; }
  /// One line a fault.
  std::string text(Language L) const;
  void log(llvm::raw_ostream &OS) const override;
  std::error_code convertToErrorCode() const override;

private:
  std::vector<Message> Faults;
};

llvm::Error errorOf(Message What);
/// Success if there is no fault.
llvm::Error errorOf(std::vector<Message> Faults);

/// `PLACE: error: WHAT`, as a compiler says it. `Place` is a path, or
/// `PATH:LINE:COLUMN`.
Message atPlace(llvm::StringRef Place, Message What);
Message atPlace(llvm::StringRef Path, unsigned Line, unsigned Column,
                Message What);

/// What the operating system says: the common ones in both languages.
Message systemMessage(std::error_code EC);

/// `E` as part of another message; several faults become parts of one.
Message messageOf(llvm::Error E);

/// The texts of `E`, one line a fault.
std::string errorText(llvm::Error E, Language L);

} // namespace musify

#endif // MUSIFY_DIAG_MESSAGEERROR_H
