#include "Rewrite/Rules/All.h"

namespace musify {

using Place = Candidate::Place;

static constexpr Rule Rules[] = {
    {"mapped-name", Place::Name, applyMappedName},
    {"header", Place::Include, applyHeader},
    {"string-name", Place::String, applyStringName},
    {"comment-name", Place::Comment, applyCommentName},
    {"token-paste", Place::Paste, applyTokenPaste},
    {"launch", Place::Launch, applyLaunch},
};

llvm::ArrayRef<Rule> allRules() { return Rules; }

} // namespace musify
