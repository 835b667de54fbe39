#include "Platform/Load.h"
#include "Platform/LoadYaml.h"

using namespace llvm;
using namespace musify;

LLVM_YAML_IS_SEQUENCE_VECTOR(ReferenceDevice)
LLVM_YAML_IS_SEQUENCE_VECTOR(Capability)
LLVM_YAML_IS_SEQUENCE_VECTOR(Architecture)
LLVM_YAML_IS_SEQUENCE_VECTOR(HeaderGroup)

namespace {

void names(yaml::IO &IO, const char *Key, NameSet &Into) {
  std::vector<std::string> List;
  IO.mapOptional(Key, List);
  for (StringRef Name : List)
    if (Name.trim("*").size() < 2)
      IO.setError(faultName(msg::NameTooShort));
  if (!IO.error())
    Into = NameSet(List);
}

} // namespace

namespace llvm::yaml {

template <> struct ScalarTraits<Capability> {
  static void output(const Capability &C, void *, raw_ostream &OS) {
    OS << C.Major << '.' << C.Minor;
  }
  static StringRef input(StringRef Text, void *, Capability &C) {
    auto [Major, Minor] = Text.split('.');
    bool IsBad = Major.getAsInteger(10, C.Major) ||
                 Minor.getAsInteger(10, C.Minor) || C.Minor > 9;
    return IsBad ? StringRef(textOf(msg::NotCapability).Name) : "";
  }
  static QuotingType mustQuote(StringRef) { return QuotingType::Double; }
};

template <> struct MappingTraits<PlatformMacros> {
  static void mapping(IO &IO, PlatformMacros &M) {
    IO.mapRequired("compiler", M.Compiler);
    IO.mapRequired("architecture", M.Architecture);
    IO.mapRequired("runTimeCompiler", M.RunTimeCompiler);
    names(IO, "version", M.Version);
    names(IO, "major", M.Major);
    names(IO, "minor", M.Minor);
    IO.mapOptional("defined", M.Defined);
    IO.mapOptional("byClang", M.ByClang);
    names(IO, "own", M.Own);
  }
  static std::string validate(IO &, PlatformMacros &M) {
    return M.Compiler.empty() ? faultName(msg::CompilerWithoutMacro) : "";
  }
};

template <> struct MappingTraits<PlatformCompiler> {
  static void mapping(IO &IO, PlatformCompiler &C) {
    IO.mapRequired("name", C.Name);
    IO.mapRequired("language", C.Language);
    IO.mapRequired("architectureFlag", C.ArchitectureFlag);
    IO.mapRequired("architecturePrefix", C.ArchitecturePrefix);
    IO.mapOptional("defaultArchitecture", C.DefaultArchitecture);
  }
};

template <> struct MappingTraits<StringRoles> {
  static void mapping(IO &IO, StringRoles &R) {
    names(IO, "lookUp", R.LookUp);
    names(IO, "symbol", R.Symbol);
    names(IO, "compare", R.Compare);
    names(IO, "show", R.Show);
    names(IO, "compile", R.Compile);
    IO.mapOptional("compiledArguments", R.CompiledArguments);
  }
};

template <> struct MappingTraits<NamePrefixes> {
  static void mapping(IO &IO, NamePrefixes &P) {
    IO.mapRequired("lower", P.Lower);
    IO.mapRequired("upper", P.Upper);
    IO.mapRequired("driver", P.Driver);
    IO.mapRequired("word", P.Word);
  }
  static std::string validate(IO &, NamePrefixes &P) {
    auto IsShort = [](const std::string &Name) { return Name.size() < 2; };
    if (any_of(P.Lower, IsShort) || any_of(P.Upper, IsShort) ||
        IsShort(P.Driver) || IsShort(P.Word))
      return faultName(msg::NameTooShort);
    P.index();
    return "";
  }
};

template <> struct MappingTraits<ReferenceDevice> {
  static void mapping(IO &IO, ReferenceDevice &D) {
    IO.mapRequired("name", D.Name);
    IO.mapRequired("architecture", D.Architecture);
    IO.mapRequired("toolkit", D.Toolkit);
  }
};

template <> struct MappingTraits<WarpNames> {
  static void mapping(IO &IO, WarpNames &W) {
    IO.mapRequired("size", W.Size);
    IO.mapRequired("sizeVariable", W.SizeVariable);
    IO.mapRequired("sizeField", W.SizeField);
    IO.mapRequired("sizeAttributes", W.SizeAttributes);
    names(IO, "shuffles", W.Shuffles);
    names(IO, "numberedReads", W.NumberedReads);
    IO.mapRequired("shuffleWord", W.ShuffleWord);
    names(IO, "masked", W.Masked);
    names(IO, "ballots", W.Ballots);
    names(IO, "groupBallots", W.GroupBallots);
    names(IO, "blockBarriers", W.BlockBarriers);
    names(IO, "warpBarriers", W.WarpBarriers);
    names(IO, "partitions", W.Partitions);
    names(IO, "ranks", W.Ranks);
    IO.mapRequired("threadIndex", W.ThreadIndex);
    IO.mapRequired("blockSize", W.BlockSize);
  }
};

template <> struct MappingTraits<DeviceNames> {
  static void mapping(IO &IO, DeviceNames &D) {
    IO.mapRequired("properties", D.Properties);
    IO.mapRequired("major", D.Major);
    IO.mapRequired("minor", D.Minor);
    IO.mapRequired("setAttribute", D.SetAttribute);
    IO.mapRequired("sharedMemoryAttribute", D.SharedMemoryAttribute);
    IO.mapRequired("gridGroups", D.GridGroups);
    IO.mapRequired("gridBarrier", D.GridBarrier);
    IO.mapRequired("dimensions", D.Dimensions);
    names(IO, "plainLaunches", D.PlainLaunches);
    names(IO, "versionQueries", D.VersionQueries);
    names(IO, "attributeQueries", D.AttributeQueries);
    names(IO, "capabilityAttributes", D.CapabilityAttributes);
    names(IO, "capabilityQueries", D.CapabilityQueries);
    IO.mapOptional("capabilityFields", D.CapabilityFields);
    IO.mapOptional("capabilityWords", D.CapabilityWords);
    names(IO, "limitWords", D.LimitWords);
    names(IO, "grownFunctions", D.GrownFunctions);
  }
};

template <> struct MappingTraits<TypeNames> {
  static void mapping(IO &IO, TypeNames &T) {
    names(IO, "numbers", T.Numbers);
    names(IO, "tokens", T.Tokens);
    names(IO, "internalFields", T.InternalFields);
  }
};

template <> struct MappingTraits<HeaderGroup> {
  static void mapping(IO &IO, HeaderGroup &G) {
    IO.mapRequired("begins", G.Begins);
    IO.mapRequired("group", G.Group);
  }
};

template <> struct MappingTraits<SdkLayout> {
  static void mapping(IO &IO, SdkLayout &S) {
    IO.mapRequired("architecture", S.Architecture);
    names(IO, "words", S.Words);
    names(IO, "internalNames", S.InternalNames);
    names(IO, "internalFolders", S.InternalFolders);
    names(IO, "compilerHeaders", S.CompilerHeaders);
    names(IO, "foreignHeaders", S.ForeignHeaders);
    names(IO, "foreignMacros", S.ForeignMacros);
    names(IO, "namespacedHeaders", S.NamespacedHeaders);
    IO.mapRequired("library", S.Library);
    IO.mapRequired("groups", S.Groups);
  }
};

static void mapPlatform(IO &IO, Platform &P) {
  ignoreSchema(IO);
  IO.mapRequired("name", P.Name);
  IO.mapRequired("vendor", P.Vendor);
  IO.mapRequired("prefixes", P.Prefixes);
  names(IO, "sdkHeaders", P.SdkHeaders);
  names(IO, "sdkPaths", P.SdkPaths);
  IO.mapRequired("runtimeHeader", P.RuntimeHeader);
  names(IO, "words", P.Words);
  IO.mapOptional("mentions", P.Mentions);
  IO.mapRequired("macros", P.Macros);
  IO.mapRequired("sourceSuffix", P.SourceSuffix);
  IO.mapRequired("headerSuffix", P.HeaderSuffix);
  IO.mapRequired("compiler", P.Compiler);
  IO.mapOptional("environment", P.Environment);
  IO.mapRequired("strings", P.Strings);
}

template <> struct MappingTraits<HostNames> {
  static void mapping(IO &IO, HostNames &H) {
    names(IO, "cpuMacros", H.CpuMacros);
    IO.mapRequired("strings", H.Strings);
    names(IO, "copyBytes", H.CopyBytes);
    names(IO, "bytesFirst", H.BytesFirst);
    names(IO, "bytesSecond", H.BytesSecond);
  }
};

/// sources/cuda.json also has the host's names.
struct SourceFile {
  SourcePlatform &Source;
  HostNames &Host;
};

template <> struct MappingTraits<SourceFile> {
  static void mapping(IO &IO, SourceFile &F) {
    SourcePlatform &S = F.Source;
    mapPlatform(IO, S);
    IO.mapRequired("references", S.References);
    IO.mapRequired("capabilities", S.Capabilities);
    IO.mapRequired("majorUnit", S.MajorUnit);
    IO.mapRequired("minorUnit", S.MinorUnit);
    IO.mapRequired("deviceWords", S.DeviceWords);
    IO.mapRequired("namespace", S.NamespaceName);
    names(IO, "compilerCalls", S.CompilerCalls);
    IO.mapRequired("warp", S.Warp);
    IO.mapRequired("device", S.Device);
    IO.mapRequired("types", S.Types);
    IO.mapRequired("sdk", S.Sdk);
    names(IO, "otherVendors", S.OtherVendors);
    IO.mapRequired("host", F.Host);
  }
  static std::string validate(IO &, SourceFile &F) {
    const SourcePlatform &S = F.Source;
    if (!isPowerOf2_32(S.Warp.Size) || S.Warp.Size < 2)
      return faultName(msg::WarpNotPowerOfTwo);
    return S.MajorUnit && S.MinorUnit ? "" : faultName(msg::UnitIsZero);
  }
};

template <> struct MappingTraits<Architecture> {
  static void mapping(IO &IO, Architecture &A) {
    IO.mapRequired("name", A.Name);
    IO.mapRequired("macro", A.Macro);
    IO.mapRequired("capability", A.Answers);
    IO.mapOptional("products", A.Products);
    IO.mapRequired("warpSize", A.WarpSize);
    IO.mapRequired("maskLanes", A.MaskLanes);
    IO.mapOptional("maxThreadsPerBlock", A.MaxThreadsPerBlock);
    IO.mapOptional("sharedPerBlock", A.SharedPerBlock);
    IO.mapOptional("constantBytes", A.ConstantBytes);
    IO.mapOptional("bf16Shuffles", A.Bf16Shuffles);
    names(IO, "lacks", A.Lacks);
    IO.mapRequired("sources", A.Sources);
  }
  static std::string validate(IO &, Architecture &A) {
    unsigned Number = 0;
    if (StringRef(A.Name).rsplit('_').second.getAsInteger(10, Number))
      return faultName(msg::ArchWithoutNumber);
    if (!isPowerOf2_32(A.WarpSize) || !isPowerOf2_32(A.MaskLanes))
      return faultName(msg::WarpNotPowerOfTwo);
    return A.Sources.empty() ? faultName(msg::ArchWithoutSources) : "";
  }
};

template <> struct MappingTraits<LaunchNames> {
  static void mapping(IO &IO, LaunchNames &L) {
    IO.mapRequired("function", L.Function);
    IO.mapRequired("config", L.Config);
    IO.mapRequired("fields", L.Fields);
  }
  static std::string validate(IO &, LaunchNames &L) {
    return L.Fields.size() == 4 ? "" : faultName(msg::FieldsAreFour);
  }
};

template <> struct MappingTraits<SdkVersionFile> {
  static void mapping(IO &IO, SdkVersionFile &F) {
    IO.mapRequired("path", F.Path);
    IO.mapRequired("key", F.Key);
  }
};

template <> struct MappingTraits<VersionNumbers> {
  static void mapping(IO &IO, VersionNumbers &V) {
    IO.mapRequired("newest", V.Newest);
    IO.mapRequired("majorUnit", V.MajorUnit);
    IO.mapRequired("minorUnit", V.MinorUnit);
  }
  static std::string validate(IO &, VersionNumbers &V) {
    VersionTuple Newest;
    return Newest.tryParse(V.Newest)    ? faultName(msg::NewestIsNoVersion)
           : V.MajorUnit && V.MinorUnit ? ""
                                        : faultName(msg::UnitIsZero);
  }
};

template <> struct MappingTraits<TargetPlatform> {
  static void mapping(IO &IO, TargetPlatform &T) {
    mapPlatform(IO, T);
    IO.mapRequired("launch", T.Launch);
    IO.mapRequired("versionFile", T.VersionFile);
    IO.mapRequired("versions", T.Versions);
    IO.mapRequired("architectures", T.Architectures);
  }
};

/// A user's file.
struct MoreArchitectures {
  std::vector<Architecture> List;
};

template <> struct MappingTraits<MoreArchitectures> {
  static void mapping(IO &IO, MoreArchitectures &M) {
    ignoreSchema(IO);
    IO.mapRequired("architectures", M.List);
  }
};

template <> struct MappingTraits<Framework> {
  static void mapping(IO &IO, Framework &F) {
    ignoreSchema(IO);
    IO.mapRequired("name", F.Name);
    IO.mapRequired("table", F.Table);
    names(IO, "namespaces", F.Namespaces);
    IO.mapRequired("main", F.Main);
    names(IO, "headers", F.Headers);
    names(IO, "stableHeaders", F.StableHeaders);
    IO.mapRequired("stableNamespace", F.StableNamespace);
    IO.mapRequired("builderFlags", F.CudaFlags);
    IO.mapRequired("builderFlagTypes", F.TypesOfFlags);
    IO.mapRequired("moduleMacro", F.ModuleMacro);
    IO.mapRequired("moduleFlags", F.ModuleFlags);
    IO.mapRequired("scopes", F.Scopes);
    IO.mapRequired("enums", F.Enums);
    IO.mapRequired("classes", F.Classes);
    names(IO, "ownMacros", F.OwnMacros);
    names(IO, "dispatch", F.Dispatch);
    IO.mapRequired("dispatchEnum", F.DispatchEnum);
  }
};

} // namespace llvm::yaml

namespace musify {
namespace {

void sortByValue(std::vector<Architecture> &All) {
  llvm::sort(All, [](const Architecture &A, const Architecture &B) {
    return std::tie(A.Macro, A.Name) < std::tie(B.Macro, B.Name);
  });
}

} // namespace

Expected<Platforms> parsePlatforms(const PlatformTexts &Texts) {
  Platforms P;
  yaml::SourceFile Source{P.Source, P.Host};
  if (Error E = parseYaml(Texts.Source.Text, Texts.Source.Path, Source))
    return std::move(E);
  if (Error E = parseYaml(Texts.Target.Text, Texts.Target.Path, P.Target))
    return std::move(E);
  if (Error E = parseYaml(Texts.Torch.Text, Texts.Torch.Path, P.Torch))
    return std::move(E);
  sortByValue(P.Target.Architectures);
  return P;
}

Error layOver(TargetPlatform &Into, StringRef Text, StringRef Path) {
  yaml::MoreArchitectures More;
  if (Error E = parseYaml(Text, Path, More))
    return E;
  for (Architecture &A : More.List) {
    llvm::erase_if(Into.Architectures, [&](const Architecture &Known) {
      return Known.Name == A.Name;
    });
    Into.Architectures.push_back(std::move(A));
  }
  sortByValue(Into.Architectures);
  return Error::success();
}

} // namespace musify
