#include "Diag/MessageError.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace musify {

char MessageError::ID = 0;

std::string MessageError::text(Language L) const {
  std::string Out;
  for (const Message &M : Faults)
    Out += (Out.empty() ? "" : "\n") + M.text(L);
  return Out;
}

void MessageError::log(raw_ostream &OS) const { OS << text(Language::English); }

std::error_code MessageError::convertToErrorCode() const {
  return inconvertibleErrorCode();
}

Error errorOf(Message What) {
  std::vector<Message> One;
  One.push_back(std::move(What));
  return errorOf(std::move(One));
}

Error errorOf(std::vector<Message> Faults) {
  if (Faults.empty())
    return Error::success();
  return make_error<MessageError>(std::move(Faults));
}

Message atPlace(StringRef Place, Message What) {
  return say(msg::ErrorAt, Place, std::move(What));
}

Message atPlace(StringRef Path, unsigned Line, unsigned Column, Message What) {
  return atPlace((Path + ":" + Twine(Line) + ":" + Twine(Column)).str(),
                 std::move(What));
}

Message systemMessage(std::error_code EC) {
  struct Known {
    std::errc Code;
    TypedId<0> Id;
  };
  static constexpr Known All[] = {
      {std::errc::no_such_file_or_directory, msg::NoSuchFile},
      {std::errc::permission_denied, msg::PermissionDenied},
      {std::errc::operation_not_permitted, msg::NotPermitted},
      {std::errc::is_a_directory, msg::IsADirectory},
      {std::errc::not_a_directory, msg::NotADirectory},
      {std::errc::file_exists, msg::FileExists},
      {std::errc::no_space_on_device, msg::NoSpace},
      {std::errc::read_only_file_system, msg::ReadOnlySystem},
      {std::errc::invalid_argument, msg::InvalidArgument},
      {std::errc::too_many_symbolic_link_levels, msg::TooManyLinks},
      {std::errc::filename_too_long, msg::NameTooLong},
      {std::errc::too_many_files_open, msg::TooManyFiles},
      {std::errc::not_enough_memory, msg::NoMemory},
      {std::errc::io_error, msg::IoError},
      {std::errc::broken_pipe, msg::BrokenPipe}};
  for (const Known &K : All)
    if (EC == K.Code)
      return say(K.Id);
  return say(msg::SystemError, EC.message());
}

/// Of an error that a library made.
static Message othersMessage(const ErrorInfoBase &E) {
  return E.isA<ECError>() ? systemMessage(E.convertToErrorCode())
                          : say(msg::SystemError, E.message());
}

Message messageOf(Error E) {
  Message Out;
  handleAllErrors(
      std::move(E),
      [&](const MessageError &Mine) {
        for (const Message &Fault : Mine.faults())
          Out ? void(Out.add(Fault)) : void(Out = Fault);
      },
      [&](const ErrorInfoBase &Other) {
        Message Text = othersMessage(Other);
        Out ? void(Out.add(Text)) : void(Out = Text);
      });
  return Out;
}

std::string errorText(Error E, Language L) {
  std::string Out;
  auto Add = [&](const std::string &Text) {
    Out += (Out.empty() ? "" : "\n") + Text;
  };
  handleAllErrors(
      std::move(E), [&](const MessageError &Mine) { Add(Mine.text(L)); },
      [&](const ErrorInfoBase &Other) { Add(othersMessage(Other).text(L)); });
  return Out;
}

} // namespace musify
