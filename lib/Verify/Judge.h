//===- Judge.h - What the differences of a port mean ------------*- C++ -*-===//
#ifndef MUSIFY_VERIFY_JUDGE_H
#define MUSIFY_VERIFY_JUDGE_H

#include "Facts/Facts.h"
#include "Mapping/Table.h"
#include "Report/Result.h"
#include "Verify/Compare.h"
#include "llvm/ADT/ArrayRef.h"

namespace musify {

/// A file of the original and its port, with what the parses of both tell.
struct ComparedFile {
  const FileResult *Original = nullptr; ///< with the plan of its port
  FileResult *Port = nullptr;           ///< with the plan of the way back
  Comparison How;
  const FileFacts *Before = nullptr, *After = nullptr; ///< null: none
  bool IsParsed = false; ///< Clang saw all of both
  /// Of the original: the text is as expected in the port, its meaning is not.
  std::vector<ByteRange> OtherMeanings;
};

/// What the summary counts. docs/verify.md says what each means.
struct VerifyCounts {
  unsigned Edits = 0;  ///< that the port has and that the plan explains
  unsigned Proved = 0; ///< of them: both sides' declarations agree
  unsigned ByText = 0; ///< of them: explained, but no parse saw both sides
  unsigned ByHand = 0; ///< changes where a port leaves work to a person
  unsigned RenamedNames = 0, RenamedPlaces = 0; ///< names of the project
  unsigned NotComparable = 0; ///< files that Clang did not see all of
};

/// True if the port of the original says that a person has to look at the
/// place: at what overlaps it, or around all of it.
enum class Touch { Overlap, Inside };
bool isLeftToPerson(const FileResult &Original, ByteRange Place,
                    Touch How = Touch::Overlap);

/// True if the port of the original says something of the word, which it does
/// once a file.
bool isTold(const FileResult &Original, llvm::StringRef Word);

/// Something was found at the place of the port before.
bool isReported(const FileResult &Port, ByteRange Place);

/// Adds what was found at a place of the port.
void addFinding(FileResult &Port, unsigned Offset, unsigned Length,
                Message What, llvm::StringRef Entry = "");

/// As a message has it: longer texts are cut.
std::string shownText(llvm::StringRef Text);

/// Looks at all differences together and puts what nobody has explained into
/// `Port->Plan.Findings`, which must be empty, after `judgeMeanings`. `Names`
/// leads from CUDA to MUSA.
VerifyCounts judge(llvm::MutableArrayRef<ComparedFile> Files,
                   const Table &Names);

} // namespace musify

#endif // MUSIFY_VERIFY_JUDGE_H
