//===- Ptx.h - What inline PTX is written with on MUSA ----------*- C++ -*-===//
#ifndef MUSIFY_SCAN_PTX_H
#define MUSIFY_SCAN_PTX_H

#include "Diag/Message.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace musify {

enum class PtxClass {
  Plain,   ///< C++ or a built-in function says the same
  Target,  ///< bound to NVIDIA's hardware: needs an intrinsic of the target
  Unknown, ///< not in the list
};

struct PtxUse {
  std::string Text; ///< `ld.global.nc.u32`, or a register such as `%laneid`
  PtxClass Class = PtxClass::Unknown;
  /// Of `Plain`: the name to write; empty: `Words` describe it.
  llvm::StringRef Instead = "";
  MessageId Words = MessageId::None;
  bool IsFunction = false; ///< `Instead` is a function of CUDA's
};

/// The instructions and special registers in the template of an `asm`, as it is
/// written in the source, each once, in order. Empty if it is no PTX: assembly
/// of the host has no dotted mnemonics. What they mean is NVIDIA's PTX ISA's to
/// say; that MUSA's compiler assembles none is the vendor documentation's.
std::vector<PtxUse> ptxIn(llvm::StringRef Template);

} // namespace musify

#endif // MUSIFY_SCAN_PTX_H
