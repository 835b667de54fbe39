//===- LoadYaml.h - JSON files of platforms (internal) ----------*- C++ -*-===//
//
// JSON is YAML to LLVM's reader, which knows the place of every fault: unknown
// keys, missing ones, values of another type.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_PLATFORM_LOADYAML_H
#define MUSIFY_PLATFORM_LOADYAML_H

#include "Diag/MessageError.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/YAMLTraits.h"

namespace musify {

/// What all files may have beside their data.
inline void ignoreSchema(llvm::yaml::IO &IO) {
  std::string Path;
  IO.mapOptional("$schema", Path);
}

/// A fault for LLVM's reader, which takes a text: the name of the message.
inline std::string faultName(TypedId<0> Id) { return textOf(Id).Name.str(); }

/// The reader's words for a fault, in ours.
inline std::string inBackticks(llvm::StringRef Message) {
  std::string Out = Message.str();
  llvm::replace(Out, '\'', '`');
  return Out;
}

template <typename T>
llvm::Error parseYaml(llvm::StringRef Text, llvm::StringRef Path, T &Into) {
  Message First;
  auto Keep = [](const llvm::SMDiagnostic &D, void *Out) {
    auto &Fault = *static_cast<Message *>(Out);
    if (Fault)
      return;
    auto Ours = findMessage(D.getMessage());
    Fault = atPlace(D.getFilename(), D.getLineNo(), D.getColumnNo() + 1,
                    Ours ? *Ours
                         : say(msg::SystemError, inBackticks(D.getMessage())));
  };
  llvm::yaml::Input In(llvm::MemoryBufferRef(Text, Path), nullptr, Keep,
                       &First);
  In >> Into;
  return In.error() ? errorOf(std::move(First)) : llvm::Error::success();
}

} // namespace musify

#endif // MUSIFY_PLATFORM_LOADYAML_H
