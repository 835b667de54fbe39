//===- LoadYaml.h - JSON files of platforms (internal) ----------*- C++ -*-===//
//
// JSON is YAML to LLVM's reader, which knows the place of every fault: unknown
// keys, missing ones, values of another type.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_PLATFORM_LOADYAML_H
#define MUSIFY_PLATFORM_LOADYAML_H

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/YAMLTraits.h"

namespace musify {

/// What all files may have beside their data.
inline void ignoreSchema(llvm::yaml::IO &IO) {
  std::string Path;
  IO.mapOptional("$schema", Path);
}

/// The reader's words for a fault, in ours.
inline std::string inBackticks(llvm::StringRef Message) {
  std::string Out = Message.str();
  llvm::replace(Out, '\'', '`');
  return Out;
}

template <typename T>
llvm::Error parseYaml(llvm::StringRef Text, llvm::StringRef Path, T &Into) {
  std::string Faults;
  auto Keep = [](const llvm::SMDiagnostic &D, void *Out) {
    if (auto &All = *static_cast<std::string *>(Out); All.empty())
      All = (D.getFilename() + ":" + llvm::Twine(D.getLineNo()) + ":" +
             llvm::Twine(D.getColumnNo() + 1) +
             ": error: " + inBackticks(D.getMessage()))
                .str();
  };
  llvm::yaml::Input In(llvm::MemoryBufferRef(Text, Path), nullptr, Keep,
                       &Faults);
  In >> Into;
  if (!In.error())
    return llvm::Error::success();
  return llvm::createStringError(In.error(), Faults);
}

} // namespace musify

#endif // MUSIFY_PLATFORM_LOADYAML_H
