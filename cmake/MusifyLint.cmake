# Adds a target that checks sources with `musify lint`:
#
#   include(MusifyLint)
#   musify_add_lint(my_kernels my_app)        # the sources of these targets
#   musify_add_lint(PATHS src include)        # whole folders
#   cmake --build build --target musify-lint
#
#   musify_add_lint([TARGET...] [PATHS PATH...] [NAME NAME] [ARGS ARG...])
#
# NAME is the new target's name, `musify-lint` if absent. ARGS go to musify, as
# in `ARGS --fail-on error --format sarif:lint.sarif`. The compile database of
# the build is used where the generator writes one (Ninja and Makefiles), so
# call this after the targets exist. The program is looked up once, beside this
# file and in PATH; set MUSIFY_EXECUTABLE to choose one.
include_guard(GLOBAL)

# The compile database has only targets that are made after this.
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

find_program(MUSIFY_EXECUTABLE musify
             HINTS ${CMAKE_CURRENT_LIST_DIR}/../../../bin
             DOC "The program that musify_add_lint runs")

function(musify_add_lint)
  cmake_parse_arguments(PARSE_ARGV 0 ARG "" "NAME" "PATHS;ARGS")
  if(NOT MUSIFY_EXECUTABLE)
    message(FATAL_ERROR "musify_add_lint: there is no musify; set MUSIFY_EXECUTABLE")
  endif()
  if(NOT ARG_NAME)
    set(ARG_NAME musify-lint)
  endif()

  set(PATHS)
  foreach(PATH IN LISTS ARG_PATHS)
    get_filename_component(PATH ${PATH} ABSOLUTE)
    list(APPEND PATHS ${PATH})
  endforeach()
  foreach(TARGET IN LISTS ARG_UNPARSED_ARGUMENTS)
    if(NOT TARGET ${TARGET})
      message(FATAL_ERROR "musify_add_lint: there is no target `${TARGET}`")
    endif()
    get_target_property(FOLDER ${TARGET} SOURCE_DIR)
    get_target_property(SOURCES ${TARGET} SOURCES)
    foreach(SOURCE IN LISTS SOURCES)
      # What is made during the build, and what a generator expression gives,
      # is not there yet.
      get_filename_component(SOURCE "${SOURCE}" ABSOLUTE BASE_DIR ${FOLDER})
      if(EXISTS ${SOURCE} AND SOURCE MATCHES "\\.(cu|cuh|c|cc|cpp|cxx|cppm|h|hh|hpp|hxx|inl|inc|ipp)$")
        list(APPEND PATHS ${SOURCE})
      endif()
    endforeach()
  endforeach()
  list(REMOVE_DUPLICATES PATHS)
  if(NOT PATHS)
    message(FATAL_ERROR "musify_add_lint: no sources to check")
  endif()

  set(DATABASE)
  if(CMAKE_EXPORT_COMPILE_COMMANDS AND CMAKE_GENERATOR MATCHES "Ninja|Makefiles")
    set(DATABASE -p ${CMAKE_BINARY_DIR})
  endif()
  add_custom_target(${ARG_NAME}
    COMMAND ${MUSIFY_EXECUTABLE} lint ${PATHS} ${DATABASE} ${ARG_ARGS}
    WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
    COMMENT "Checking for what keeps the code from working on MUSA"
    COMMAND_EXPAND_LISTS VERBATIM)
endfunction()
