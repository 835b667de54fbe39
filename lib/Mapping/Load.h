//===- Load.h - Mapping files to entries ------------------------*- C++ -*-===//
#ifndef MUSIFY_MAPPING_LOAD_H
#define MUSIFY_MAPPING_LOAD_H

#include "Mapping/Table.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBuffer.h"
#include <memory>
#include <vector>

namespace musify {

/// Reads one mapping file: ours (`mappings/schema.json`) or the flat object
/// `{"cudaX": "musaX"}` of the official text tool, told apart by the key
/// `entries`. `Path` is used in messages. Every fault of the file is reported
/// as `path:line:column: error: ...`, one line each, in one error.
llvm::Expected<std::vector<OwnedEntry>> parseMapping(llvm::StringRef Text,
                                                     llvm::StringRef Path);

/// `parseMapping` of a file on disk.
llvm::Expected<std::vector<OwnedEntry>> loadMapping(llvm::StringRef Path);

/// The text of a mapping file, for those who want its rules and renames too: a
/// pipe gives it once.
llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>>
readMappingFile(llvm::StringRef Path);

/// The `*.json` of a folder but `schema.json`, in the order of their names.
llvm::Expected<std::vector<std::string>> listMappingFolder(llvm::StringRef Dir);

/// All tables of a folder. A name with two homes is an error.
llvm::Expected<std::vector<OwnedEntry>> loadMappingFolder(llvm::StringRef Dir);

} // namespace musify

#endif // MUSIFY_MAPPING_LOAD_H
