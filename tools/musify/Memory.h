//===- Memory.h - When there is not enough memory ---------------*- C++ -*-===//
#ifndef MUSIFY_TOOLS_MEMORY_H
#define MUSIFY_TOOLS_MEMORY_H

namespace musify {

/// From now on, an allocation that fails ends the process with a message.
void watchMemory();

} // namespace musify

#endif // MUSIFY_TOOLS_MEMORY_H
