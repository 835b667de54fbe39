//===- All.h - One function a rule ------------------------------*- C++ -*-===//
#ifndef MUSIFY_REWRITE_RULES_ALL_H
#define MUSIFY_REWRITE_RULES_ALL_H

#include "Rewrite/Rule.h"

namespace musify {

void applyMappedName(const Candidate &C, FileContext &Context);
void applyHeader(const Candidate &C, FileContext &Context);
/// Of an include: that of an input gets the file's new name, as `applyHeader`
/// has it, and any other stays.
void followRenamedFile(const Candidate &C, FileContext &Context);
void applyStringName(const Candidate &C, FileContext &Context);
void applyCommentName(const Candidate &C, FileContext &Context);
void applyTokenPaste(const Candidate &C, FileContext &Context);
void applyLaunch(const Candidate &C, FileContext &Context);

/// Whose the name at a candidate is, from facts or from its neighbourhood.
enum class Verdict { Sdk, User, Ambiguous, MaybeUser };
Verdict verdict(const Candidate &C, const FileContext &Context);

/// Replaces a name or header by what its entry says, or tells why not. `New`
/// is the whole new text. Shared by every rule that follows a mapping entry.
void applyEntry(const Candidate &C, const std::string &New,
                FileContext &Context);

} // namespace musify

#endif // MUSIFY_REWRITE_RULES_ALL_H
