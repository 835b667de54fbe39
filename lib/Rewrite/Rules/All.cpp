#include "Rewrite/Rules/All.h"

namespace musify {

using Place = Candidate::Place;

static constexpr Rule Rules[] = {
    {"mapped-name", "names of the CUDA API become those of MUSA", Place::Name,
     applyMappedName},
    {"header", "headers of the CUDA SDK become those of MUSA", Place::Include,
     applyHeader},
    {"string-name", "a string that is a CUDA name is reported", Place::String,
     applyStringName},
    {"comment-name", "names in comments follow with --comments", Place::Comment,
     applyCommentName},
    {"token-paste", "a CUDA name put together by `##` is reported",
     Place::Paste, applyTokenPaste},
    {"launch",
     "kernel launches are spelled `<<<...>>>`, or become calls with "
     "--launch=api",
     Place::Launch, applyLaunch},
};

llvm::ArrayRef<Rule> allRules() { return Rules; }

} // namespace musify
