//===- Platform.h - What musify knows about CUDA, MUSA, PyTorch -*- C++ -*-===//
//
// No name of a platform stands in C++: sources/cuda.json, targets/musa.json and
// frameworks/pytorch.json have them, in the order and with the meaning of the
// structs below. The files are part of the binary and are read when somebody
// first asks. From then on all is constant, so that threads may share it.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_PLATFORM_PLATFORM_H
#define MUSIFY_PLATFORM_PLATFORM_H

#include "Diag/Message.h"
#include "Platform/Names.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/VersionTuple.h"
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace musify {

/// Macros by what they tell.
struct PlatformMacros {
  /// That the code is compiled for the platform; the first is the one to ask.
  std::vector<std::string> Compiler;
  std::string Architecture;    ///< its value is a device's, in device code
  std::string RunTimeCompiler; ///< that the text is compiled at run time
  /// The toolkit's version as one number, its major and its minor part.
  NameSet Version, Major, Minor;
  /// What Clang must define to pass for the platform's compiler, `NAME=VALUE`;
  /// `NAME` alone is defined as nothing.
  std::vector<std::string> Defined;
  /// What Clang defines by itself where it compiles for the platform.
  std::vector<std::string> ByClang;
  NameSet Own; ///< all that belong to the platform's compiler
};

struct PlatformCompiler {
  std::string Name;               ///< of the program
  std::string Language;           ///< as `-x` takes it
  std::string ArchitectureFlag;   ///< before an architecture
  std::string ArchitecturePrefix; ///< of all their names
  /// What build scripts get where none was chosen.
  std::string DefaultArchitecture;
};

/// Functions that take a name or a text as a string, by what becomes of it.
struct StringRoles {
  NameSet LookUp;  ///< a symbol, library or variable is searched by it
  NameSet Symbol;  ///< those of `LookUp` that find a function of any library
  NameSet Compare; ///< it is compared with another
  NameSet Show;    ///< people read it
  NameSet Compile; ///< it is compiled, see `CompiledArguments`
  std::vector<unsigned> CompiledArguments; ///< that are source text, from 0
};

/// What both sides of a port have.
struct Platform {
  std::string Name;   ///< in messages
  std::string Vendor; ///< likewise
  NamePrefixes Prefixes;
  NameSet SdkHeaders; ///< without a folder
  NameSet SdkPaths;   ///< paths in file systems that belong to an SDK
  std::string RuntimeHeader;
  NameSet Words; ///< macros of a project that are about the platform
  /// One of these stands in each text that names the platform, in any case.
  std::vector<std::string> Mentions;
  PlatformMacros Macros;
  std::string SourceSuffix, HeaderSuffix;
  PlatformCompiler Compiler;
  std::vector<std::string> Environment;
  StringRoles Strings;
};

/// A device that CUDA code is written for, with the toolkit that builds it.
struct ReferenceDevice {
  std::string Name;                      ///< in messages
  int64_t Architecture = 0, Toolkit = 0; ///< values of the macros
};

struct Capability {
  unsigned Major = 0, Minor = 0;
};

/// Names of what threads of one warp do together.
struct WarpNames {
  unsigned Size = 0;        ///< lanes that source code may count on
  std::string SizeVariable; ///< in device code
  std::string SizeField;    ///< of the device's properties
  std::vector<std::string> SizeAttributes;
  NameSet Shuffles;
  NameSet NumberedReads;   ///< those of `Shuffles` that name the lane to read
  std::string ShuffleWord; ///< in names of wrappers, in any case of letters
  NameSet Masked;          ///< take the mask of lanes as their first argument
  NameSet Ballots;         ///< give one
  NameSet GroupBallots;    ///< likewise: methods of groups
  NameSet BlockBarriers;
  NameSet WarpBarriers; ///< take a mask, or mean all lanes of one
  NameSet Partitions;   ///< make groups of as many lanes as a template argument
  NameSet Ranks;        ///< give the number of a thread
  std::string ThreadIndex, BlockSize; ///< variables in device code

  /// True for `SizeVariable` and the functions of a warp's threads.
  bool contains(llvm::StringRef Name) const;
};

/// Names that the host asks a device by.
struct DeviceNames {
  std::string Properties;   ///< the struct
  std::string Major, Minor; ///< its fields for the compute capability
  std::string SetAttribute, SharedMemoryAttribute; ///< of a kernel
  std::vector<std::string> GridGroups;             ///< classes
  std::string GridBarrier;                         ///< their method
  std::string Dimensions; ///< type of a grid's or block's size
  /// Functions that launch a kernel with numbers alone, grid and block each as
  /// three arguments behind the function.
  NameSet PlainLaunches;
  /// Return a version, or write it to what their argument points to.
  NameSet VersionQueries;
  /// Write an attribute to what their first argument points to.
  NameSet AttributeQueries;
  NameSet CapabilityAttributes; ///< of these, those that are the capability
  NameSet CapabilityQueries;    ///< write the capability to their arguments
  /// `Struct::field` of structs about code: the capability it is for.
  std::vector<std::string> CapabilityFields;
  /// Parts of names by which projects call the capability.
  std::vector<std::string> CapabilityWords;
  NameSet LimitWords;     ///< declare what a device may have too little of
  NameSet GrownFunctions; ///< newer devices have more overloads of them

  /// True if code with this name may ask a device what it is.
  bool asks(llvm::StringRef Name) const {
    return Name == Properties || VersionQueries.contains(Name) ||
           AttributeQueries.contains(Name) || CapabilityQueries.contains(Name);
  }
};

/// Names of the API's types, by what they hold.
struct TypeNames {
  NameSet Numbers;        ///< the same bits everywhere
  NameSet Tokens;         ///< made to be carried about as bytes
  NameSet InternalFields; ///< of structs that nobody should look into
};

/// Headers whose paths begin so.
struct HeaderGroup {
  std::string Begins, Group; ///< the group as the coverage table names it
};

/// The toolkit's headers, for those who read them whole.
struct SdkLayout {
  std::string Architecture; ///< the one that most is declared for
  NameSet Words; ///< of small letters: the target spells them its own way
  NameSet InternalNames;
  /// Folders beside `detail` that hold what the headers above them include.
  NameSet InternalFolders;
  NameSet CompilerHeaders; ///< that the compiler puts into its own output
  NameSet ForeignHeaders;  ///< the interface of another product: FFTW, BLAS
  /// Macros of C and of Windows, and a keyword of the compilers, which some
  /// headers define where they are not.
  NameSet ForeignMacros;
  NameSet NamespacedHeaders;       ///< have no names outside of their namespace
  std::string Library;             ///< folder of the C++ library
  std::vector<HeaderGroup> Groups; ///< the first that fits counts
};

/// sources/cuda.json
struct SourcePlatform : Platform {
  std::vector<ReferenceDevice> References;
  std::vector<Capability> Capabilities; ///< that its toolkits compile for
  /// What `PlatformMacros::Version` is: major * MajorUnit + minor * MinorUnit.
  unsigned MajorUnit = 0, MinorUnit = 0;
  std::vector<std::string> DeviceWords; ///< only device code has them
  std::string NamespaceName; ///< of the C++ library, and in frameworks
  NameSet CompilerCalls;     ///< functions that Clang calls by name
  WarpNames Warp;
  DeviceNames Device;
  TypeNames Types;
  SdkLayout Sdk;
  NameSet OtherVendors; ///< macros of a project that are about their platforms
};

/// One architecture of a target. What no source tells is absent.
struct Architecture {
  std::string Name;                  ///< as `--offload-arch` takes it
  unsigned Macro = 0;                ///< value of the architecture macro
  Capability Answers;                ///< compute capability of its devices
  std::vector<std::string> Products; ///< none known: nobody asks for it
  /// Lanes that the hardware schedules together and that `warpSize` tells.
  unsigned WarpSize = 0;
  /// Lanes that a mask can address. Shuffles and votes of that width work on
  /// groups of so many lanes everywhere.
  unsigned MaskLanes = 0;
  std::optional<unsigned> MaxThreadsPerBlock;
  std::optional<unsigned> SharedPerBlock; ///< bytes
  std::optional<unsigned> ConstantBytes;
  bool Bf16Shuffles = false; ///< shuffles of 16-bit brain floats
  NameSet Lacks; ///< names of the source platform whose counterparts it lacks
  std::vector<std::string> Sources; ///< of all these values

  /// The number in its name: 22 of `mp_22`.
  unsigned number() const;
  /// All that findings depend on, in one line: equal for equal ones alone.
  std::string fingerprint() const;
};

/// Names of the call that a kernel launch may become.
struct LaunchNames {
  std::string Function, Config;
  std::vector<std::string> Fields; ///< grid, block, shared memory, stream
};

/// Where an installed SDK says its version, in JSON.
struct SdkVersionFile {
  std::string Path, Key; ///< of the object that has a `version`
};

/// The number that `PlatformMacros::Version` is.
struct VersionNumbers {
  std::string Newest; ///< such as `5.2.0`
  unsigned MajorUnit = 0, MinorUnit = 0;
  /// major * MajorUnit + minor * MinorUnit + the rest; empty: of the newest.
  unsigned of(llvm::VersionTuple Version) const;
};

/// targets/musa.json
struct TargetPlatform : Platform {
  LaunchNames Launch;
  SdkVersionFile VersionFile;
  VersionNumbers Versions;
  std::vector<Architecture> Architectures; ///< in the order of their values

  /// Null if there is no architecture of this name.
  const Architecture *find(llvm::StringRef Name) const;
  /// Those that some product has.
  std::vector<const Architecture *> current() const;
};

/// frameworks/pytorch.json
struct Framework {
  std::string Name; ///< in messages
  /// Library of its entries in the mapping tables. They mean something only in
  /// code that uses the framework.
  std::string Table;
  NameSet Namespaces;
  std::string Main; ///< the namespace whose names the others have, too
  NameSet Headers;  ///< as an `#include` names them
  /// Those of the stable ABI, whose classes are others, and the namespace of
  /// these classes.
  NameSet StableHeaders;
  std::string StableNamespace;
  /// Namespaces whose names are all in the table.
  std::vector<std::string> Scopes;
  std::vector<std::string> CudaFlags;    ///< that its builder gives to nvcc
  std::vector<std::string> TypesOfFlags; ///< without which they lack operators
  /// A macro that its builder alone defines, and what it defines with it.
  std::string ModuleMacro;
  std::vector<std::string> ModuleFlags;
  /// Whose members are looked up with their scope. Classes under their names on
  /// both sides.
  std::vector<std::string> Enums, Classes;
  NameSet OwnMacros; ///< that no other project has
  NameSet Dispatch;  ///< macros whose second argument is a dispatch key
  std::string DispatchEnum;
};

/// The host's C and POSIX, in sources/cuda.json since code for the device is
/// where they matter.
struct HostNames {
  NameSet CpuMacros; ///< that only a compiler for such a CPU defines
  StringRoles Strings;
  NameSet CopyBytes; ///< from their second argument to their first
  NameSet BytesFirst, BytesSecond; ///< which argument is taken for bytes
};

struct Platforms {
  SourcePlatform Source;
  TargetPlatform Target;
  Framework Torch;
  HostNames Host;
};

const Platforms &platforms();
inline const SourcePlatform &sourcePlatform() { return platforms().Source; }
inline const TargetPlatform &targetPlatform() { return platforms().Target; }
inline const Framework &torch() { return platforms().Torch; }

/// Flags that make Clang, which compiles the target's code as the source's,
/// define the macros of the target's compiler.
std::vector<std::string> targetMacroFlags();

/// What to tell where an architecture was asked for that is not there.
Message noSuchArch(llvm::StringRef Name);

} // namespace musify

#endif // MUSIFY_PLATFORM_PLATFORM_H
