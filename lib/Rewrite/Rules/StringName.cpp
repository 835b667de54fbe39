// A string that is nothing but a CUDA name usually reaches dlsym, dlopen or
// getenv; what it means at run time the tool cannot know.
#include "Rewrite/CudaNames.h"
#include "Rewrite/Rules/All.h"

namespace musify {

void applyStringName(const Candidate &C, FileContext &Context) {
  Direction Way = Context.Run.Names.direction();
  std::string Message =
      ("string `" + C.Text + "` is a " + sourceSide(Way) + " name; on " +
       targetSide(Way) + " it is `" + C.E->To + "`")
          .str();
  if (Context.Options.Strings)
    return Context.edit("string-name", C, C.E->To.str(), std::move(Message));
  Context.tell("string-name", C, Severity::Warning,
               std::move(Message) + " (`musify port --strings` changes it)");
}

} // namespace musify
