//===- SdkDecls.cpp - Declarations of CUDA's C libraries ------------------===//

#include "SdkDecls.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <map>
#include <set>
#include <tuple>

using namespace llvm;

namespace musify {
namespace {

constexpr StringRef GeneratedDir = "__musify_gen/";
/// Declares C++ functions with the names of what is generated.
constexpr StringRef OverloadDir = "__musify_overloads/";

bool isWordStart(char C) { return isAlpha(C) || C == '_'; }
bool isWord(char C) { return isAlnum(C) || C == '_'; }

bool isPlainName(StringRef Name) {
  return !Name.empty() && isWordStart(Name[0]) && all_of(Name, isWord);
}

/// Words of a type that need no declaration, or come with <stdint.h>.
bool isBuiltinWord(StringRef Word) {
  static const StringSet<> Words = {
      "void",    "char",      "short",   "int",      "long",     "signed",
      "float",   "double",    "bool",    "unsigned", "const",    "volatile",
      "struct",  "enum",      "union",   "size_t",   "int8_t",   "int16_t",
      "int32_t", "int64_t",   "uint8_t", "uint16_t", "uint32_t", "uint64_t",
      "_Bool",   "ptrdiff_t", "wchar_t", "intptr_t", "uintptr_t"};
  return Words.contains(Word);
}

/// Takes a preprocessor line with its continuations off the front of `Text`.
StringRef takeDirective(StringRef &Text) {
  size_t End = 0;
  do
    End = Text.find('\n', End + 1);
  while (End != StringRef::npos && Text[End - 1] == '\\');
  StringRef Line = Text.take_front(End);
  Text = Text.drop_front(Line.size());
  return Line;
}

/// Drops what a prototype may carry behind its parameters.
StringRef withoutSuffix(StringRef Type) {
  Type = Type.rtrim();
  Type.consume_back(" noexcept");
  return Type.rtrim();
}

/// Puts `Name` into a type: before the parameters, inside `(*)`, or behind.
std::string declare(StringRef Type, StringRef Name) {
  Type = withoutSuffix(Type);
  size_t At = std::min(Type.find_first_of("(["), Type.size());
  if (Type.drop_front(At).starts_with("(*"))
    At += 2;
  StringRef Before = Type.take_front(At).rtrim();
  StringRef Space = Before.ends_with("*") || Before.ends_with("(") ? "" : " ";
  return (Before + Space + Name + Type.drop_front(At)).str();
}

/// Collects the text of one library.
class LibraryWriter {
public:
  LibraryWriter(StringRef Library, ArrayRef<SdkDecl> Decls,
                const SdkNames &Written, const SdkNames &Others)
      : Library(Library), Written(Written), Others(Others) {
    for (const SdkDecl &D : Decls)
      if (isPlainName(D.Name) && !Written.contains(D.Name))
        sortIn(D);
  }

  std::string text();

private:
  void sortIn(const SdkDecl &D);
  bool isDeclared(StringRef Type);
  void writeEnums();
  void writeType(StringRef Name);
  void writeFunction(const SdkDecl &D);
  void writeMacro(StringRef Name);
  std::string includes() const;

  std::string Library;
  const SdkNames &Written;
  const SdkNames &Others;
  std::map<std::string, const SdkDecl *> Types;
  std::map<std::string, std::vector<const SdkDecl *>> Enums;
  std::vector<const SdkDecl *> Functions;
  std::vector<std::string> Macros;
  std::set<std::string> Includes;
  StringSet<> Started; ///< types whose declaration is out, or under way
  StringSet<> Done;    ///< types that may be used
  std::string Buffer;
  raw_string_ostream OS{Buffer};
};

void LibraryWriter::sortIn(const SdkDecl &D) {
  if (D.Kind == "function")
    Functions.push_back(&D);
  else if (D.Kind == "type")
    Types[D.Name] = &D;
  else if (D.Kind == "enumerator")
    Enums[D.In].push_back(&D);
  else if (D.Kind == "macro")
    Macros.push_back(D.Name);
}

/// True if every name in `Type` is declared; writes own types on the way.
bool LibraryWriter::isDeclared(StringRef Type) {
  std::vector<std::string> Needs;
  for (StringRef Word : identifiersIn(Type)) {
    if (isBuiltinWord(Word))
      continue;
    if (Types.count(Word.str()))
      writeType(Word);
    if (Done.contains(Word))
      continue;
    auto It = Written.find(Word);
    if (It == Written.end()) {
      It = Others.find(Word);
      if (It == Others.end())
        return false;
    }
    if (It->second.empty())
      return false;
    Needs.push_back(It->second);
  }
  Includes.insert(Needs.begin(), Needs.end());
  return true;
}

/// Numbers that are known come first: the others count on from the highest.
void LibraryWriter::writeEnums() {
  for (auto &[Name, Enumerators] : Enums) {
    sort(Enumerators, [](const SdkDecl *A, const SdkDecl *B) {
      return std::tuple(!A->Value, A->Value, A->Name) <
             std::tuple(!B->Value, B->Value, B->Name);
    });
    bool IsNamed = isPlainName(Name) && !Written.contains(Name);
    OS << (IsNamed ? "typedef enum " + Name + " {" : "enum {");
    for (const auto &[I, D] : enumerate(Enumerators)) {
      OS << (I % 4 ? " " : "\n  ") << D->Name;
      if (D->Value)
        OS << " = " << *D->Value;
      OS << ",";
    }
    OS << "\n}" << (IsNamed ? " " + Name : "") << ";\n";
    if (!IsNamed)
      continue;
    Started.insert(Name);
    Done.insert(Name);
  }
}

void LibraryWriter::writeType(StringRef Name) {
  const SdkDecl &D = *Types.find(Name.str())->second;
  if (!Started.insert(Name).second)
    return;
  StringRef Tag = D.Type;
  bool IsConst = Tag.consume_front("const ");
  bool IsHandle = D.Shape == "handle" && Tag.consume_front("struct ") &&
                  Tag.consume_back(" *") && isPlainName(Tag);
  if (IsHandle) {
    OS << "typedef " << (IsConst ? "const " : "") << "struct " << Tag << " *"
       << Name << ";\n";
  } else if (D.Shape == "handle") {
    OS << "typedef struct " << Name << "_musify *" << Name << ";\n";
  } else if (!D.Type.empty() && isDeclared(D.Type)) {
    OS << "typedef " << declare(D.Type, Name) << ";\n";
  } else if (D.Shape == "enum") {
    OS << "typedef enum " << Name << " { " << Name << "_musify } " << Name
       << ";\n";
  } else {
    // The members are not known; a complete type lets variables stand.
    OS << "typedef struct " << Name << " { int musify_opaque; } " << Name
       << ";\n";
  }
  Done.insert(Name);
}

/// Without a usable prototype the call still parses. The wrapper may define
/// `MUSIFY_RESULT`, what functions of the library return.
void LibraryWriter::writeFunction(const SdkDecl &D) {
  StringRef Type = withoutSuffix(D.Type);
  bool IsKnown = Type.contains('(') && isDeclared(Type);
  if (IsKnown)
    OS << declare(Type, D.Name) << ";\n";
  else
    OS << "MUSIFY_RESULT " << D.Name << "(MUSIFY_ANY);\n";
}

/// The tables know no values. Guards stay undefined, decorations are empty.
void LibraryWriter::writeMacro(StringRef Name) {
  if (Name.starts_with("_") || Name.ends_with("_H") || Name.ends_with("_H_"))
    return;
  bool IsDecoration = Name.ends_with("API") || Name.ends_with("APIENTRY") ||
                      Name.ends_with("_DECLSPEC") || Name.ends_with("_CB");
  OS << "#ifndef " << Name << "\n#define " << Name << (IsDecoration ? "" : " 0")
     << "\n#endif\n";
}

std::string LibraryWriter::includes() const {
  std::string Result;
  for (StringRef File : Includes) {
    bool IsGenerated = File.consume_front(GeneratedDir);
    if (IsGenerated && File == Library + ".h")
      continue;
    Result +=
        (Twine("#include \"") + (IsGenerated ? "" : "../") + File + "\"\n")
            .str();
  }
  return Result;
}

std::string LibraryWriter::text() {
  if (Functions.empty() && Types.empty() && Enums.empty())
    return "";
  for (StringRef Name : Macros)
    writeMacro(Name);
  OS << "\n#ifdef __cplusplus\nextern \"C\" {\n"
     << "#define MUSIFY_ANY ...\n#else\n#define MUSIFY_ANY\n#endif\n"
     << "#ifndef MUSIFY_RESULT\n#define MUSIFY_RESULT int\n#endif\n";
  writeEnums();
  for (const auto &[Name, D] : Types)
    writeType(Name);
  for (const SdkDecl *D : Functions)
    writeFunction(*D);
  OS << "#undef MUSIFY_ANY\n#undef MUSIFY_RESULT\n#ifdef "
        "__cplusplus\n}\n#endif\n";

  std::string Guard = "MUSIFY_GEN_" + StringRef(Library).upper() + "_H";
  return "// Generated by musify-mapping-gen; edit mappings/" + Library +
         ".json.\n#ifndef " + Guard + "\n#define " + Guard +
         "\n\n#include <stddef.h>\n#include <stdint.h>\n"
         "#ifndef __cplusplus\n#include <stdbool.h>\n#endif\n" +
         includes() + "\n" + OS.str() + "\n#endif\n";
}

Expected<std::vector<SdkDecl>> readDecls(StringRef Path) {
  auto Buffer = MemoryBuffer::getFile(Path);
  if (!Buffer)
    return createFileError(Path, Buffer.getError());
  auto Json = json::parse((*Buffer)->getBuffer());
  if (!Json)
    return createFileError(Path, Json.takeError());
  std::vector<SdkDecl> Decls;
  const json::Object *Root = Json->getAsObject();
  const json::Array *Entries = Root ? Root->getArray("entries") : nullptr;
  if (!Entries)
    return createStringError("%s: error: no `entries`", Path.str().c_str());
  for (const json::Value &Value : *Entries) {
    const json::Object *Entry = Value.getAsObject();
    if (!Entry)
      continue;
    auto Text = [&](StringRef Key) {
      return Entry->getString(Key).value_or("").str();
    };
    // Whoever owns such a name, it stays; declared, it could hit a user's.
    bool Stays = Text("from") == Text("to");
    if (Stays && (Text("kind") == "macro" || Text("kind") == "function"))
      continue;
    SdkDecl D{Text("from"), Text("kind"),  Text("type"),
              Text("in"),   Text("shape"), Entry->getInteger("fromValue")};
    Decls.push_back(std::move(D));
  }
  return Decls;
}

/// Calls `Use` with the path from `Dir` of each header, in sorted order.
Error forEachHeader(StringRef Dir, function_ref<Error(StringRef)> Use) {
  std::vector<std::string> Files;
  std::error_code EC;
  for (sys::fs::recursive_directory_iterator It(Dir, EC), End; It != End && !EC;
       It.increment(EC)) {
    if (It->type() != sys::fs::file_type::regular_file)
      continue;
    StringRef Path = It->path();
    Path = Path.drop_front(Dir.size()).ltrim('/');
    if (!Path.starts_with(GeneratedDir))
      Files.push_back(Path.str());
  }
  if (EC)
    return createFileError(Dir, EC);
  sort(Files);
  for (StringRef File : Files)
    if (Error E = Use(File))
      return E;
  return Error::success();
}

/// What the hand-written headers say, and which one shows which library.
struct WrittenHeaders {
  SdkNames Names;
  StringMap<SdkNames> NamesOfFile;
  std::map<std::string, std::set<std::string>> WrappersOf;
  std::map<std::string, std::set<std::string>> IncludersOf;
};

Expected<WrittenHeaders> readHeaders(StringRef Include) {
  WrittenHeaders Result;
  Error E = forEachHeader(Include, [&](StringRef File) -> Error {
    if (File.starts_with(OverloadDir))
      return Error::success();
    SmallString<128> Path(Include);
    sys::path::append(Path, File);
    auto Buffer = MemoryBuffer::getFile(Path);
    if (!Buffer)
      return createFileError(Path, Buffer.getError());
    StringRef Text = (*Buffer)->getBuffer();
    for (StringRef Name : declaredNames(Text))
      Result.NamesOfFile[File][Name] = File.str();
    for (StringRef Rest = Text; !Rest.empty();) {
      StringRef Included;
      std::tie(Included, Rest) = Rest.split("#include \"").second.split('"');
      if (Included.consume_front("../"))
        Included.consume_front("../");
      if (Included.consume_front(GeneratedDir))
        Result.WrappersOf[sys::path::stem(Included).str()].insert(File.str());
      else
        Result.IncludersOf[Included.str()].insert(File.str());
    }
    return Error::success();
  });
  if (E)
    return std::move(E);
  return Result;
}

/// Ranks the headers that hold a name: the first that has it is included.
std::vector<std::string> inOrderOfUse(const WrittenHeaders &Headers) {
  std::vector<std::string> Order = {
      "vector_types.h",  "driver_types.h",  "library_types.h",    "cuComplex.h",
      "texture_types.h", "surface_types.h", "cuda_runtime_api.h", "cuda.h"};
  std::vector<std::string> Rest;
  for (StringRef File : Headers.NamesOfFile.keys())
    if (!is_contained(Order, File) && !File.starts_with("__musify"))
      Rest.push_back(File.str());
  sort(Rest);
  Order.insert(Order.end(), Rest.begin(), Rest.end());
  return Order;
}

/// Names for one library. What a wrapper of the library holds is out already
/// when the library's header is read, and needs no include.
SdkNames writtenFor(StringRef Library, const WrittenHeaders &Headers,
                    ArrayRef<std::string> Order) {
  SdkNames Names;
  auto Add = [&](StringRef File, StringRef Home) {
    auto It = Headers.NamesOfFile.find(File);
    if (It != Headers.NamesOfFile.end())
      for (StringRef Name : It->second.keys())
        Names.try_emplace(Name, Home.str());
  };
  std::set<std::string> Late;
  auto Wrappers = Headers.WrappersOf.find(Library.str());
  if (Wrappers != Headers.WrappersOf.end()) {
    for (StringRef File : Wrappers->second)
      Add(File, (GeneratedDir + Library + ".h").str());
    // A header above a wrapper comes too late for its names to be used.
    for (const std::string &File : Wrappers->second)
      if (auto It = Headers.IncludersOf.find(File);
          It != Headers.IncludersOf.end())
        Late.insert(It->second.begin(), It->second.end());
  }
  for (const std::string &File : Order)
    if (!Late.count(File))
      Add(File, File);
  for (StringRef File : Headers.NamesOfFile.keys())
    Add(File, Late.count(File.str()) ? "" : File);
  return Names;
}

} // namespace

std::vector<StringRef> identifiersIn(StringRef Type) {
  std::vector<StringRef> Names;
  while (!Type.empty()) {
    size_t Length = 1;
    if (isWord(Type[0])) {
      StringRef Word = Type.take_while(isWord);
      Length = Word.size();
      if (isWordStart(Word[0]))
        Names.push_back(Word);
    }
    Type = Type.drop_front(Length);
  }
  return Names;
}

std::vector<StringRef> declaredNames(StringRef Text) {
  std::vector<StringRef> Names;
  while (!Text.empty()) {
    if (Text.starts_with("//")) {
      Text = Text.drop_while([](char C) { return C != '\n'; });
    } else if (Text.starts_with("/*")) {
      Text = Text.split("*/").second;
    } else if (Text[0] == '#') {
      StringRef Directive = takeDirective(Text);
      if (Directive.consume_front("#define "))
        Names.push_back(Directive.take_while(isWord));
    } else if (isWord(Text[0])) {
      StringRef Word = Text.take_while(isWord);
      Text = Text.drop_front(Word.size());
      StringRef Next = Text.ltrim().take_front(1);
      if (isWordStart(Word[0]) && !Next.empty() &&
          StringRef(";,({}=[:").contains(Next))
        Names.push_back(Word);
    } else {
      Text = Text.drop_front();
    }
  }
  return Names;
}

std::string sdkDeclarations(StringRef Library, ArrayRef<SdkDecl> Decls,
                            const SdkNames &Written, const SdkNames &Others) {
  return LibraryWriter(Library, Decls, Written, Others).text();
}

Error writeSdkDeclarations(StringRef Mappings, StringRef Include,
                           StringRef Out) {
  std::map<std::string, std::vector<SdkDecl>> Libraries;
  Error E = forEachHeader(Mappings, [&](StringRef File) -> Error {
    if (sys::path::extension(File) != ".json" || File == "schema.json" ||
        File.contains('/')) // folders hold rules, not tables
      return Error::success();
    SmallString<128> Path(Mappings);
    sys::path::append(Path, File);
    auto Decls = readDecls(Path);
    if (!Decls)
      return Decls.takeError();
    Libraries[sys::path::stem(File).str()] = std::move(*Decls);
    return Error::success();
  });
  if (E)
    return E;
  auto Headers = readHeaders(Include);
  if (!Headers)
    return Headers.takeError();
  if (std::error_code EC = sys::fs::create_directories(Out))
    return createFileError(Out, EC);

  std::vector<std::string> Order = inOrderOfUse(*Headers);
  SdkNames Others; // types of the libraries before: includes make no circle
  for (const auto &[Library, Decls] : Libraries) {
    if (!Headers->WrappersOf.count(Library))
      continue; // nobody would include it
    std::string Text = sdkDeclarations(
        Library, Decls, writtenFor(Library, *Headers, Order), Others);
    if (Text.empty())
      continue;
    SmallString<128> Path(Out);
    sys::path::append(Path, Library + ".h");
    std::error_code EC;
    raw_fd_ostream OS(Path, EC);
    if (EC)
      return createFileError(Path, EC);
    OS << Text;
    for (const SdkDecl &D : Decls)
      if (D.Kind == "type")
        Others[D.Name] = (GeneratedDir + Library + ".h").str();
  }
  return Error::success();
}

} // namespace musify
