#include "Shim/Header.h"
#include "Platform/Platform.h"
#include "llvm/ADT/StringExtras.h"
#include <optional>

using namespace llvm;

namespace musify {
namespace {

constexpr StringLiteral Marker = "// Written by `musify shim`";

bool isIdentifier(StringRef Name) {
  return !Name.empty() && !isDigit(Name[0]) &&
         all_of(Name, [](char C) { return isAlnum(C) || C == '_'; });
}

/// Text of a table as one line of a comment.
std::string commentText(StringRef Text) {
  std::string Line;
  for (char C : Text)
    Line += C == '\n' || C == '\r' || C == '\\' ? ' ' : C;
  return Line;
}

/// What a reader of the header must know about the name; empty: nothing.
std::string remark(const Entry &E) {
  std::vector<std::string> Parts;
  if (E.S == Status::RemovedFromCuda)
    Parts.emplace_back("gone from current CUDA");
  if (!E.Since.empty())
    Parts.push_back("MUSA SDK " + E.Since.str() + " or later");
  if (!E.Arch.empty())
    Parts.push_back(E.Arch.str() + " or later");
  if (!E.Value.empty())
    Parts.push_back("its number is " + E.Value.str() + " on MUSA");
  if (!E.Note.empty())
    Parts.push_back(E.Note.str());
  return commentText(join(Parts, "; "));
}

/// `Type` with CUDA's names as MUSA's.
std::string translated(StringRef Type, const Table &Names) {
  std::string Out;
  while (!Type.empty()) {
    StringRef Word =
        Type.take_while([](char C) { return isAlnum(C) || C == '_'; });
    if (Word.empty()) {
      Out += Type.front();
      Type = Type.drop_front();
      continue;
    }
    auto E = Names.findName(Word);
    Out += E && E->renames() ? E->To : Word;
    Type = Type.drop_front(Word.size());
  }
  return Out;
}

/// Result and parameters of a prototype such as `int (void *, size_t)`. None
/// if a name cannot simply stand behind each parameter's type.
struct Prototype {
  StringRef Result;
  SmallVector<StringRef> Parameters;
};
std::optional<Prototype> parsePrototype(StringRef Type) {
  auto [Result, Rest] = Type.split('(');
  if (Result.empty() || !Rest.consume_back(")") ||
      Rest.find_first_of("()[].") != StringRef::npos)
    return std::nullopt;
  Prototype P{Result.trim(), {}};
  if (Rest.trim() != "void" && !Rest.trim().empty())
    Rest.split(P.Parameters, ',');
  for (StringRef &Parameter : P.Parameters)
    Parameter = Parameter.trim();
  return P;
}

std::string inlineFunction(const Entry &E, const Prototype &P,
                           const Table &Names) {
  std::string Parameters, Arguments;
  for (const auto &[I, Type] : enumerate(P.Parameters)) {
    std::string Name = "a" + std::to_string(I);
    StringRef Comma = I ? ", " : "";
    Parameters += (Comma + translated(Type, Names) +
                   (Type.ends_with("*") ? "" : " ") + Name)
                      .str();
    Arguments += (Comma + Name).str();
  }
  StringRef Return = P.Result == "void" ? "" : "return ";
  std::string Result = translated(P.Result, Names);
  return ("static inline " + Result + (P.Result.ends_with("*") ? "" : " ") +
          E.From + "(" + (Parameters.empty() ? "void" : Parameters) + ") { " +
          Return + E.To + "(" + Arguments + "); }\n")
      .str();
}

/// `namespace a { namespace b {` and what closes it.
std::pair<std::string, std::string> opened(ArrayRef<StringRef> Parts) {
  std::string Open, Close;
  for (StringRef Part : Parts) {
    Open += ("namespace " + Part + " { ").str();
    Close += "}";
  }
  return {Open, Close};
}

/// The target is opened first: that MUSA lacks it shall not be felt where
/// nothing of it is used.
std::string namespaceAlias(const Entry &E) {
  SmallVector<StringRef> From, To;
  E.From.split(From, "::");
  E.To.split(To, "::");
  auto [OpenTo, CloseTo] = opened(To);
  auto [Open, Close] = opened(ArrayRef(From).drop_back());
  return ("#ifdef __cplusplus\n" + OpenTo + CloseTo + "\n" + Open +
          "namespace " + From.back() + " = ::" + E.To + "; " + Close)
             .str() +
         "\n#endif\n";
}

/// The lines that define one name, or why there are none.
struct Definition {
  std::string Text, WhyNot;
};

/// Where the code has something of its own that is spelled so.
Definition alias(const ShimName &N, const Table &Names) {
  const Entry &E = N.E;
  const std::string Own = "your code has a name of its own that is spelled so, "
                          "which a macro would rename too";
  // A macro that nobody uses costs nothing; an alias must find its target.
  if (E.S == Status::Unverified)
    return {"", Own + ", and nothing shows that MUSA has what an alias needs"};
  switch (E.K) {
  case Kind::Type:
    if (N.Tagged)
      return {"", Own + ", and an alias cannot follow `struct`"};
    return {("#ifdef __cplusplus\nusing " + E.From + " = " + E.To +
             ";\n#else\ntypedef " + E.To + " " + E.From + ";\n#endif\n")
                .str(),
            ""};
  case Kind::Enumerator:
    return {("#ifdef __cplusplus\nstatic constexpr auto " + E.From + " = " +
             E.To + ";\n#else\nenum { " + E.From + " = " + E.To +
             " };\n#endif\n")
                .str(),
            ""};
  case Kind::Function:
    if (auto P = parsePrototype(E.Type))
      return {inlineFunction(E, *P, Names), ""};
    return {"", Own + ", and no prototype is known to write a function from"};
  default:
    return {"", Own};
  }
}

Definition define(const ShimName &N, const Table &Names) {
  const Entry &E = N.E;
  if (E.K == Kind::Namespace) {
    if (N.Tagged)
      return {"", "your code opens this namespace; an alias cannot be opened"};
    return {namespaceAlias(E), ""};
  }
  if (N.UsersToo)
    return alias(N, Names);
  std::string Line = ("#define " + E.From + " " + E.To + "\n").str();
  // A condition asks whether MUSA has the macro, not whether we define it.
  if (N.Asked || sourcePlatform().Macros.Own.contains(E.From))
    return {("#ifdef " + E.To + "\n" + Line + "#endif\n").str(), ""};
  return {Line, ""};
}

std::string includeLines(const ShimInput &Input, const Table &Names) {
  std::map<std::string, bool> Optional; // by MUSA's header
  for (const auto &[From, Include] : Input.Includes)
    for (const std::string &To : Include.To) {
      auto [It, IsNew] = Optional.try_emplace(To, Include.Optional);
      It->second &= Include.Optional;
    }
  // nvcc includes the runtime's by itself.
  if (any_of(Input.Names,
             [](const auto &N) { return N.second.E.Library == "runtime"; }))
    if (auto E = Names.findHeader(sourcePlatform().RuntimeHeader);
        E && !E->To.empty())
      Optional[E->To.str()] = false;
  std::string Out;
  for (const auto &[Header, May] : Optional) {
    std::string Line = "#include <" + Header + ">\n";
    if (May)
      Out.append("#if __has_include(<").append(Header).append(">)\n");
    Out += Line;
    if (May)
      Out += "#endif\n";
  }
  return Out;
}

/// Names under one headline.
struct Group {
  StringRef Headline;
  std::string Text;
};

} // namespace

bool isShimmable(const Entry &E) {
  if (!E.renames() || E.Numeric)
    return false;
  switch (E.K) {
  case Kind::Function:
  case Kind::Type:
  case Kind::Enumerator:
  case Kind::Intrinsic:
  case Kind::Variable:
  case Kind::Attribute:
    return E.Library != torch().Table && isIdentifier(E.From) &&
           isIdentifier(E.To);
  case Kind::Macro:
    return isIdentifier(E.From) && isIdentifier(E.To);
  case Kind::Namespace:
    return E.Library != torch().Table;
  default:
    return false;
  }
}

Shim writeShim(const ShimInput &Input, const Table &Names) {
  Group Plain{"", ""};
  Group Differ{"These differ from CUDA's:", ""};
  Group Doubtful{"Nothing shows that MUSA has these; check your SDK:", ""};
  Shim Out;
  for (const auto &[Name, Use] : Input.Names) {
    Definition D = define(Use, Names);
    if (!D.WhyNot.empty()) {
      Out.Left[Name] = D.WhyNot;
      continue;
    }
    ++Out.Names;
    Group &Mine = Use.E.S == Status::Unverified  ? Doubtful
                  : Use.E.S == Status::Supported ? Plain
                                                 : Differ;
    if (std::string Remark = remark(Use.E); !Remark.empty())
      Mine.Text.append("// ").append(Name).append(": ").append(Remark) += '\n';
    Mine.Text += D.Text;
  }
  std::string Guard = "MUSIFY_SHIM_";
  for (char C : Input.GuardName)
    Guard += isAlnum(C) ? toUpper(C) : '_';
  Out.Text = (Marker +
              ": the names of CUDA that this code uses, for MUSA.\n"
              "// Write it anew rather than edit it.\n"
              "#if defined(" +
              Input.Macro + ") && !defined(" + Guard + ")\n#define " + Guard +
              "\n\n" + includeLines(Input, Names))
                 .str();
  for (const Group &G : {Plain, Differ, Doubtful}) {
    if (G.Text.empty())
      continue;
    Out.Text += "\n";
    if (!G.Headline.empty())
      Out.Text += ("// " + G.Headline + "\n").str();
    Out.Text += G.Text;
  }
  Out.Text += "\n#endif\n";
  return Out;
}

std::string forwardingHeader(StringRef Header, StringRef ShimPath,
                             StringRef Macro) {
  return (Marker + ": stands in for `" + Header +
          "` in a build for MUSA.\n#if defined(" + Macro + ")\n#include \"" +
          ShimPath + "\"\n#else\n#include_next <" + Header + ">\n#endif\n")
      .str();
}

bool isShimText(StringRef Text) { return Text.starts_with(Marker); }

} // namespace musify
