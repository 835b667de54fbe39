//===- Catalogue.h - Every rule that can report -----------------*- C++ -*-===//
//
// One line a rule: its number, its name, how bad it is. A rule that is not
// listed here cannot report: `RuleName` does not compile for it.
//
//   00xx musify itself     03xx conditions         06xx numbers
//   01xx API               04xx device features    07xx capture
//   02xx warp              05xx strings, symbols   08xx build   09xx traps
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_LINT_CATALOGUE_H
#define MUSIFY_LINT_CATALOGUE_H

#include "Edit/Finding.h"
#include "Platform/Platform.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>
#include <string_view>

namespace musify {

struct LintRule {
  llvm::StringLiteral Id;    ///< `MUSA0101`; never used again for another rule
  llvm::StringLiteral Name;  ///< kebab case: `Finding::Rule`
  llvm::StringLiteral Title; ///< what it finds; a sentence without full stop
  llvm::StringLiteral Help;  ///< what to do about it; likewise
  /// The most a finding counts. A rule may make single findings milder.
  Severity Level = Severity::Warning;
  /// Where all warps have 32 lanes; absent: as `Level`.
  std::optional<Severity> Warp32Level = std::nullopt;

  /// `docs/rules/MUSA0101.md`, below the project's root.
  std::string page() const { return "docs/rules/" + Id.str() + ".md"; }
};

/// In the order of the numbers. To add a rule: a line here, a page in
/// docs/rules/, its line in docs/rules/README.md.
inline constexpr LintRule LintRules[] = {
    {"MUSA0001", "unused-suppression", "a suppression comment hides no finding",
     "delete the comment, or the rule's name in it"},
    {"MUSA0002", "unknown-suppression",
     "a suppression comment cannot be understood",
     "write `musify: ignore(MUSA0101) reason` with the id of a rule"},
    {"MUSA0003", "suppression-without-reason",
     "a suppression comment gives no reason, so it hides nothing",
     "say behind the parenthesis why the finding is no problem here"},
    {"MUSA0004", "unbalanced-suppression",
     "a suppressed block has no begin or no end, so it hides nothing",
     "pair `musify: ignore-begin(...)` with `musify: ignore-end(...)` of the "
     "same rules"},
    {"MUSA0005", "incomplete-parse",
     "Clang could not parse the file completely, so findings may be missing",
     "give the flags of the real build with `-p`, or include folders with `-I`",
     Severity::Note},
    {"MUSA0006", "edit-conflict",
     "translation units want different text at one place",
     "make the name mean the same in all units that see this place",
     Severity::Error},
    {"MUSA0007", "launch",
     "`musify port --launch=api` cannot write this launch as a call",
     "keep `<<<...>>>`, which MUSA's compiler takes, or write the call by "
     "hand"},
    {"MUSA0101", "unsupported-name",
     "a CUDA name or header has no counterpart on MUSA",
     "use what the message names, or keep the code away from MUSA with "
     "`#ifndef __MUSA__`",
     Severity::Error},
    {"MUSA0102", "unverified-name",
     "nothing shows that MUSA has the counterpart of a CUDA name",
     "check the headers of your MUSA SDK for the name"},
    {"MUSA0103", "partial-name",
     "the counterpart on MUSA differs from the CUDA name",
     "read how it differs, and adapt the code or suppress the finding"},
    {"MUSA0104", "removed-name", "the name is gone from current CUDA",
     "use its successor, which is what MUSA follows"},
    {"MUSA0105", "unknown-name",
     "a name looks like CUDA's, but no mapping table knows it",
     "check the spelling, or give its meaning with `--mapping`"},
    {"MUSA0106", "unknown-header",
     "a header looks like CUDA's, but no mapping table knows it",
     "check the spelling, or give its meaning with `--mapping`"},
    {"MUSA0107", "ambiguous-name",
     "a name may be the SDK's or the project's own",
     "give your own name another spelling or a namespace"},
    {"MUSA0108", "computed-include",
     "the name of an included header comes from a macro",
     "write the include itself, one for each case"},
    {"MUSA0109", "custom-rule", "a rule that is given as data reports the code",
     "do what the rule's text says; `--mapping` names the file that has it",
     Severity::Error},
    {"MUSA0110", "version-gated",
     "the SDK or the architecture is older than the name",
     "require a later SDK or device, or use what was there before"},
    {"MUSA0111", "leftover-name", "MUSA's code still has a name of CUDA's",
     "use MUSA's name, as `musify port` does", Severity::Error},
    {"MUSA0201", "warp-size-mixed",
     "lanes are counted in 32s and by `warpSize`, which is 128 on some "
     "architectures",
     "count in 32s throughout, with shuffles of width 32, or by `warpSize` "
     "throughout",
     Severity::Error, Severity::Note},
    {"MUSA0202", "shuffle-width",
     "a shuffle reads a numbered lane without saying of how many",
     "give the width 32 as the last argument", Severity::Error, Severity::Note},
    {"MUSA0203", "warp-mask",
     "a mask of 32 lanes stands in code that goes by `warpSize`",
     "count in 32s throughout, with shuffles of width 32", Severity::Warning,
     Severity::Note},
    {"MUSA0204", "warp-array",
     "a shared array of 32 elements is indexed by a lane below `warpSize`",
     "make the array as long as the largest warp, or count lanes in 32s",
     Severity::Error, Severity::Note},
    {"MUSA0205", "host-warp-size",
     "the host and its kernels count lanes differently",
     "give kernels that count in 32s the constant 32, and those that use "
     "`warpSize` the property of the device",
     Severity::Warning, Severity::Note},
    {"MUSA0301", "numeric-macro",
     "a version or architecture number of CUDA's is used as a number",
     "test a feature, or give MUSA a branch of its own with `__MUSA__`"},
    {"MUSA0302", "capability-test",
     "the compute capability of a device is compared with a number",
     "ask for the feature or property that is meant, or give MUSA a branch of "
     "its own with `__MUSA__`"},
    {"MUSA0401", "inline-ptx", "inline assembly holds PTX",
     "write it with built-in functions, or keep it away from MUSA with "
     "`#ifndef __MUSA__`",
     Severity::Error},
    {"MUSA0402", "device-launch", "device code launches a kernel",
     "launch from the host", Severity::Error},
    {"MUSA0403", "grid-sync", "the whole grid waits at a barrier",
     "split the kernel at the barrier, or check your MUSA SDK for it"},
    {"MUSA0404", "shared-memory",
     "a kernel needs more shared memory than a block has",
     "choose smaller tiles, by the properties of the device", Severity::Error},
    {"MUSA0405", "block-size", "a block has more threads than it may",
     "launch smaller blocks", Severity::Error},
    {"MUSA0501", "string-name", "a string is a CUDA name",
     "choose the string by platform; `musify port --strings` changes it"},
    {"MUSA0502", "token-paste", "`##` puts a CUDA name together",
     "spell the whole name, so that it can be seen and mapped"},
    {"MUSA0503", "spliced-name", "a line splice stands inside a CUDA name",
     "join the lines"},
    {"MUSA0504", "kernel-source",
     "source that is compiled at run time stands in a string, and is not "
     "ported",
     "choose the text by platform; `musify port --strings` changes it where it "
     "can"},
    {"MUSA0505", "interposer",
     "the project defines a function that is CUDA's, in the SDK's place",
     "see that MUSA's library has the symbol, and that name and look-ups "
     "change "
     "together"},
    {"MUSA0601", "status-number",
     "a status or error code of an SDK is compared with a number, or made from "
     "one",
     "use the name of the enumerator"},
    {"MUSA0602", "struct-layout",
     "the code relies on the size, the bytes or the numbers of an SDK's type",
     "go through the members and functions of the SDK"},
    {"MUSA0701", "captured-name",
     "the project's own name is one that a port writes for CUDA's",
     "give your own name another spelling or a namespace"},
    {"MUSA0801", "unsupported-build",
     "a build script asks for what MUSA does not have",
     "make it optional, or leave it out of the MUSA build", Severity::Error},
    {"MUSA0802", "unverified-build",
     "nothing shows that MUSA has what a build script asks for",
     "check your MUSA SDK for it", Severity::Note},
    {"MUSA0803", "partial-build",
     "the counterpart on MUSA of what a build script asks for differs",
     "read how it differs, and adapt the script"},
    {"MUSA0804", "build-arch", "a build script lists architectures of NVIDIA's",
     "give MUSA's architectures with `--offload-arch=mp_22` and the like"},
    {"MUSA0805", "broken-script", "a build script could not be read to its end",
     "close the quote, bracket or comment that the message names"},
    {"MUSA0806", "renamed-file",
     "a build script names a source that was not ported",
     "port the source too, or correct its name"},
    {"MUSA0807", "kept-suffix",
     "sources keep the suffix `.cu`, which MUSA's tools read otherwise",
     "port with `--rename`, or say the language of the sources",
     Severity::Note},
    {"MUSA0808", "unread-text", "data inside a build script speaks of CUDA",
     "look at the text by hand", Severity::Note},
    {"MUSA0901", "compiler-trap",
     "the code meets a known fault of MUSA's compiler",
     "take what the message proposes, or try it with your SDK and suppress the "
     "finding"},
};

/// The rule with this id or name, in any case of letters; null if none.
const LintRule *findLintRule(llvm::StringRef IdOrName);

/// What people may have meant by `Word` among `Known`; "" if nothing is near.
std::string nearestOf(llvm::StringRef Word,
                      llvm::ArrayRef<llvm::StringRef> Known);
/// The same among ids and names of the rules.
std::string nearestLintRule(llvm::StringRef Word);

/// The most a finding of `Rule` counts when it is read for `Targets`: the
/// worst of them.
Severity levelFor(const LintRule &Rule,
                  llvm::ArrayRef<const Architecture *> Targets);

/// Name of a rule that is in the catalogue; anything else does not compile.
class RuleName {
public:
  template <size_t N> consteval RuleName(const char (&Name)[N]) : Name(Name) {
    for (const LintRule &R : LintRules)
      if (std::string_view(R.Name) == this->Name)
        return;
    ruleHasNoLineInTheCatalogue();
  }
  llvm::StringRef str() const { return {Name.data(), Name.size()}; }

private:
  static void ruleHasNoLineInTheCatalogue(); // the compiler's message names it
  std::string_view Name;
};

} // namespace musify

#endif // MUSIFY_LINT_CATALOGUE_H
