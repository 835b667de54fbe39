//===- Lop3.h - A function of three bits as an expression -------*- C++ -*-===//
#ifndef MUSIFY_PTX_LOP3_H
#define MUSIFY_PTX_LOP3_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace musify {

/// The shortest expression of `&`, `|`, `^` and `~` over `$a`, `$b` and `$c`
/// that has the truth table of `lop3` (0xF0 is `a`, 0xCC `b`, 0xAA `c`).
std::string lop3Expression(unsigned char Table);

} // namespace musify

#endif // MUSIFY_PTX_LOP3_H
