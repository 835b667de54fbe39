// Compile commands: an argument a line. No flag that loads or writes something
// may reach Clang.
#include "Fuzz.h"
#include "Project/CompileCommand.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/VirtualFileSystem.h"

using namespace musify;

static bool takesValue(llvm::StringRef Flag) {
  static constexpr llvm::StringLiteral Flags[] = {
      "-isystem", "-iquote", "-idirafter", "-isysroot", "-include", "-imacros"};
  return llvm::is_contained(Flags, Flag);
}

int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  llvm::vfs::InMemoryFileSystem Disk;
  Disk.addFile("/p/flags.rsp", 0,
               llvm::MemoryBuffer::getMemBufferCopy(textOf(Data, Size)));
  std::vector<std::string> Args;
  for (llvm::StringRef Word : llvm::split(textOf(Data, Size), '\n'))
    Args.push_back(Word.str());
  CompileCommand Command = translateCommand(Args, "/p", "/p/a.cu", Disk);
  bool IsValue = false; // of the flag before, whatever it looks like
  for (llvm::StringRef Flag : Command.Flags) {
    require(IsValue || (Flag != "-load" && !Flag.starts_with("-fplugin") &&
                        !Flag.starts_with("-fpass-plugin") && Flag != "-o" &&
                        !Flag.starts_with("-MF")),
            "a flag that loads or writes something reaches Clang");
    IsValue = !IsValue && takesValue(Flag);
  }
  return 0;
}
