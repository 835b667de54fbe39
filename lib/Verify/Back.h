//===- Back.h - Whether the way back gives the original ---------*- C++ -*-===//
#ifndef MUSIFY_VERIFY_BACK_H
#define MUSIFY_VERIFY_BACK_H

#include "Verify/Judge.h"

namespace musify {

/// Reports in `F.Port` each edit that the port has, that goes back by the
/// tables, and for which `Back`, the port's way back to CUDA, does not give the
/// original's text. What `Back` reports itself is no news.
void judgeBack(ComparedFile &F, const FileResult &Back, const Table &Names);

} // namespace musify

#endif // MUSIFY_VERIFY_BACK_H
