// The lexer looks into comments only when the user asked for it.
#include "Rewrite/Rules/All.h"

namespace musify {

void applyCommentName(const Candidate &C, FileContext &Context) {
  bool Trusted = C.E->S == Status::Supported || C.E->S == Status::Partial ||
                 (C.E->S == Status::Unverified &&
                  Context.Options.Unverified == UnverifiedPolicy::Port);
  if (Context.Options.Comments && Trusted)
    Context.edit("comment-name", C, C.E->To.str(),
                 say(msg::CommentBecomes, C.Text, C.E->To));
}

} // namespace musify
