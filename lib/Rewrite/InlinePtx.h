//===- InlinePtx.h - Inline PTX of one file ---------------------*- C++ -*-===//
//
// MUSA's compiler assembles little PTX, and compiles some of it to wrong values
// (MooreThreads/vllm-musa patches/series/0048). What has a translation becomes
// C++; the rest is reported, families of instructions once a file.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_REWRITE_INLINEPTX_H
#define MUSIFY_REWRITE_INLINEPTX_H

#include "Ptx/Translate.h"
#include "Rewrite/EditsInside.h"
#include "Rewrite/Rule.h"

namespace musify {

/// Statements are written last, so that names in their operands are ported as
/// everywhere.
class InlinePtx {
public:
  InlinePtx(const ScannedFile &Scan, FileContext &Context)
      : Scan(Scan), Context(Context) {}

  void take(const Candidate &C) { Statements.push_back(&C); }
  void finish(std::vector<Finding> &Out);

private:
  /// Names that a translation needs and MUSA may lack.
  struct Lacks {
    std::vector<std::string> Unverified, Absent;
  };
  struct Seen {
    unsigned Count = 0;
    const Candidate *First = nullptr;
    std::string Opcode;
  };

  std::optional<PtxReading> read(const Candidate &C, llvm::StringRef Source);
  std::string renamed(llvm::StringRef Name) const;
  Lacks lacking(const PtxReading &R) const;
  void translate(const Candidate &C, PtxReading R, const Lacks &L,
                 EditsInside &Edits);
  void report(const Candidate &C, const PtxReading &R, const Lacks &L);
  /// The translation beside the statement, which stays for CUDA.
  std::vector<Replacement> fixFor(const Candidate &C, const PtxReading &R,
                                  const Lacks &L) const;
  void reportFamilies();
  bool isAlone(const Candidate &C, unsigned Length) const;
  std::string laidOut(const Candidate &C, const PtxReading &R, bool Keeps,
                      unsigned &Length) const;

  const ScannedFile &Scan;
  FileContext &Context;
  std::vector<const Candidate *> Statements;
  std::optional<MacroStrings> Macros;
  std::map<const PtxFamily *, Seen> Families;
};

} // namespace musify

#endif // MUSIFY_REWRITE_INLINEPTX_H
