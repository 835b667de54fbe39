//===- Words.h - Words that the messages about tables share -----*- C++ -*-===//
#ifndef MUSIFY_AUDIT_WORDS_H
#define MUSIFY_AUDIT_WORDS_H

#include "Diag/Message.h"
#include "Mapping/Entry.h"

namespace musify {

/// `a function`, `an enumerator`.
Message aKind(Kind K);

} // namespace musify

#endif // MUSIFY_AUDIT_WORDS_H
