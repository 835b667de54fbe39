// `at::cuda::getCurrentDeviceProperties()->major >= 8` where no parse knows the
// function, as without PyTorch's headers: Clang drops the whole expression.
#include "Platform/Answers.h"
#include "Platform/Platform.h"
#include "Rewrite/Rules/All.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {

/// What follows the brackets that `Text` begins with; nothing if it begins with
/// none.
static StringRef behindCall(StringRef Text) {
  Text = Text.ltrim();
  unsigned Depth = 0;
  for (size_t I = 0; I < Text.size() && I < 200; ++I) {
    Depth += Text[I] == '(';
    if (!Depth)
      return {};
    if (Text[I] == ')' && !--Depth)
      return Text.drop_front(I + 1).ltrim();
  }
  return {};
}

/// True if the text of a condition compares something with a number.
static bool comparesNumber(StringRef Text) {
  for (size_t At = Text.find_first_of("<>=!"); At != StringRef::npos;
       At = Text.find_first_of("<>=!", At + 1)) {
    StringRef Rest = Text.drop_front(At);
    StringRef Operator =
        Rest.take_while([](char C) { return StringRef("<>=!").contains(C); });
    StringRef Right = Rest.drop_front(Operator.size()).ltrim();
    if (is_contained({"<", ">", "<=", ">=", "==", "!="}, Operator) &&
        !Right.empty() && isDigit(Right.front()))
      return true;
    At += Operator.size() - 1;
  }
  return false;
}

void applyCapabilityTest(const Candidate &C, FileContext &Context) {
  if (!C.E || C.E->K != Kind::Function || Context.nameFact(C))
    return;
  StringRef Rest = behindCall(Context.text().drop_front(C.Offset + C.Length));
  if (!Rest.consume_front("->") && !Rest.consume_front("."))
    return;
  StringRef Field =
      Rest.ltrim().take_while([](char Ch) { return isAlnum(Ch) || Ch == '_'; });
  const DeviceNames &Device = sourcePlatform().Device;
  StringRef Condition = Rest.take_until(
      [](char Ch) { return Ch == ';' || Ch == '{' || Ch == '}'; });
  bool IsAsked = Field == Device.Major || Field == Device.Minor;
  if (IsAsked && comparesNumber(Condition))
    Context.report(C, say(msg::CapabilityKept, C.Text, capabilitiesOfTarget()));
}

} // namespace musify
