# Half of what a source costs is the library's and LLVM's headers, the same in all.
set(MUSIFY_COMMON_HEADERS
    <algorithm> <array> <cstdint> <deque> <functional> <map> <memory> <optional> <set> <string>
    <tuple> <utility> <vector>
    <llvm/ADT/ArrayRef.h> <llvm/ADT/DenseMap.h> <llvm/ADT/DenseSet.h> <llvm/ADT/STLExtras.h>
    <llvm/ADT/SmallString.h> <llvm/ADT/StringExtras.h> <llvm/ADT/StringMap.h>
    <llvm/ADT/StringSet.h> <llvm/Support/Error.h> <llvm/Support/FileSystem.h>
    <llvm/Support/JSON.h> <llvm/Support/MemoryBuffer.h> <llvm/Support/Path.h>
    <llvm/Support/VirtualFileSystem.h> <llvm/Support/raw_ostream.h>)

# One library of lib/: musify_library(Edit DEPENDS ...).
# The sources are the .cpp files of its directory; all libraries share one
# precompiled header, unless PRECOMPILE names more of them.
function(musify_library NAME)
  cmake_parse_arguments(ARG "" "" "DEPENDS;PRECOMPILE" ${ARGN})
  file(GLOB_RECURSE SOURCES CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${NAME}/*.cpp)
  add_library(Musify${NAME} STATIC ${SOURCES})
  target_link_libraries(Musify${NAME} PUBLIC ${ARG_DEPENDS})
  if(ARG_PRECOMPILE OR NAME STREQUAL Support)
    target_precompile_headers(Musify${NAME} PRIVATE ${MUSIFY_COMMON_HEADERS} ${ARG_PRECOMPILE})
  else()
    target_precompile_headers(Musify${NAME} REUSE_FROM MusifySupport)
  endif()
endfunction()
