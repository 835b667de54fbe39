# Debian's Clang targets name the shared libLLVM. The installed musify is one
# file, so they are pointed at LLVM's static libraries, and LLVMSupport at the
# static zlib and zstd. libz3 serves a solver that nothing here uses.
set(MUSIFY_STATIC_LLVM
  LLVMFrontendOpenMP LLVMFrontendHLSL LLVMFrontendOffloading LLVMFrontendDriver
  LLVMProfileData LLVMBitReader LLVMBitstreamReader LLVMAsmParser LLVMMC
  LLVMOption LLVMTargetParser LLVMCore LLVMBinaryFormat LLVMObject
  LLVMWindowsDriver LLVMSupport)

foreach(TARGET ${CLANG_EXPORTED_TARGETS})
  set(LIBS)
  if(TARGET ${TARGET})
    get_target_property(LIBS ${TARGET} INTERFACE_LINK_LIBRARIES)
  endif()
  if(LIBS)
    list(TRANSFORM LIBS REPLACE "^LLVM$" "MusifyStaticLlvm")
    set_target_properties(${TARGET} PROPERTIES INTERFACE_LINK_LIBRARIES "${LIBS}")
  endif()
endforeach()
add_library(MusifyStaticLlvm INTERFACE)
target_link_libraries(MusifyStaticLlvm INTERFACE ${MUSIFY_STATIC_LLVM})

find_library(MUSIFY_ZSTD NAMES libzstd.a REQUIRED)
find_library(MUSIFY_ZLIB NAMES libz.a REQUIRED)
get_target_property(LIBS LLVMSupport INTERFACE_LINK_LIBRARIES)
list(FILTER LIBS EXCLUDE REGEX "libz3|ZLIB|zstd")
set_target_properties(LLVMSupport PROPERTIES
  INTERFACE_LINK_LIBRARIES "${LIBS};${MUSIFY_ZLIB};${MUSIFY_ZSTD}")
