//===- WarpText.h - Warps in code that no parse saw -------------*- C++ -*-===//
#ifndef MUSIFY_REWRITE_WARPTEXT_H
#define MUSIFY_REWRITE_WARPTEXT_H

#include "Rewrite/Rule.h"

namespace musify {

/// Reports shuffles of a numbered lane without a width, and comparisons of a
/// device's warp size with that of the source, where no parse saw them. The
/// rules over the AST know more: what they leave out for a reason in the
/// function's text is left out here, and what shares values in a whole block.
void reportWarpTexts(const ScannedFile &Scan, FileContext &Context);

} // namespace musify

#endif // MUSIFY_REWRITE_WARPTEXT_H
