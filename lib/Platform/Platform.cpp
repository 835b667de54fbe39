#include "Platform/Platform.h"
#include "Diag/MessageError.h"
#include "Platform/Load.h"
#include "Support/Untrusted.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"

extern "C" {
extern const char musify_source_begin[], musify_source_end[];
extern const char musify_target_begin[], musify_target_end[];
extern const char musify_torch_begin[], musify_torch_end[];
}

using namespace llvm;

namespace musify {

bool WarpNames::contains(StringRef Name) const {
  return Name == SizeVariable || Shuffles.contains(Name) ||
         Ballots.contains(Name) || Masked.contains(Name);
}

unsigned Architecture::number() const {
  unsigned Number = 0; // `parsePlatforms` lets no other name pass
  StringRef(Name).rsplit('_').second.getAsInteger(10, Number);
  return Number;
}

unsigned VersionNumbers::of(VersionTuple Version) const {
  if (Version.empty())
    Version.tryParse(Newest);
  return Version.getMajor() * MajorUnit +
         Version.getMinor().value_or(0) * MinorUnit +
         Version.getSubminor().value_or(0);
}

std::string Architecture::fingerprint() const {
  std::string Out = Name;
  auto Add = [&](std::optional<unsigned> Value) {
    Out += Value ? "," + std::to_string(*Value) : ",";
  };
  for (unsigned Value :
       {Macro, Answers.Major, Answers.Minor, unsigned(Products.size()),
        WarpSize, MaskLanes, unsigned(Bf16Shuffles)})
    Add(Value);
  for (auto Limit : {MaxThreadsPerBlock, SharedPerBlock, ConstantBytes})
    Add(Limit);
  return Out;
}

const Architecture *TargetPlatform::find(StringRef Name) const {
  auto It = llvm::find_if(
      Architectures, [&](const Architecture &A) { return A.Name == Name; });
  return It == Architectures.end() ? nullptr : &*It;
}

std::vector<const Architecture *> TargetPlatform::current() const {
  std::vector<const Architecture *> Out;
  for (const Architecture &A : Architectures)
    if (!A.Products.empty())
      Out.push_back(&A);
  return Out;
}

PlatformTexts builtinPlatforms() {
  auto Text = [](const char *Begin, const char *End) {
    return StringRef(Begin, End - Begin);
  };
  return {
      {"sources/cuda.json", Text(musify_source_begin, musify_source_end)},
      {"targets/musa.json", Text(musify_target_begin, musify_target_end)},
      {"frameworks/pytorch.json", Text(musify_torch_begin, musify_torch_end)}};
}

static Platforms &loaded() {
  // Valid: checked when the binary was built.
  static Platforms All = cantFail(parsePlatforms(builtinPlatforms()));
  return All;
}

const Platforms &platforms() { return loaded(); }

Error useTargetFile(StringRef Path) {
  auto Buffer = readCopy(Path);
  if (!Buffer)
    return errorOf(atPlace(Path, systemMessage(Buffer.getError())));
  StringRef Text = (*Buffer)->getBuffer();
  if (isNestedTooDeep(Text))
    return errorOf(atPlace(Path, 1, 1, say(msg::NestsTooDeep)));
  return layOver(loaded().Target, Text, Path);
}

std::vector<std::string> targetMacroFlags() {
  std::vector<std::string> Flags;
  for (StringRef Macro : sourcePlatform().Macros.ByClang)
    Flags.push_back(("-U" + Macro).str());
  for (StringRef Macro : targetPlatform().Macros.Defined)
    Flags.push_back(("-D" + Macro + (Macro.contains('=') ? "" : "=")).str());
  return Flags;
}

Message noSuchArch(StringRef Name) {
  constexpr unsigned MostDifferences = 1;
  std::vector<StringRef> Known;
  for (const Architecture &A : targetPlatform().Architectures)
    Known.emplace_back(A.Name);
  auto Distance = [Name](StringRef Each) {
    return Name.edit_distance_insensitive(Each);
  };
  auto Near = llvm::min_element(Known, [&](StringRef A, StringRef B) {
    return Distance(A) < Distance(B);
  });
  Message What = say(msg::NoSuchArch, Name, listOf(Known));
  if (Near != Known.end() && Distance(*Near) <= MostDifferences)
    What.add(say(msg::DidYouMean, *Near));
  return What;
}

} // namespace musify
