# One library of lib/: musify_library(Edit DEPENDS ...).
# The sources are the .cpp files of its directory.
function(musify_library NAME)
  cmake_parse_arguments(ARG "" "" "DEPENDS" ${ARGN})
  file(GLOB_RECURSE SOURCES CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${NAME}/*.cpp)
  add_library(Musify${NAME} STATIC ${SOURCES})
  target_link_libraries(Musify${NAME} PUBLIC ${ARG_DEPENDS})
endfunction()
