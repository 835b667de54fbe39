# Before enable_language(MUSA), which works with Ninja only.
if(NOT CMAKE_GENERATOR MATCHES Ninja)
  message(FATAL_ERROR "the language MUSA needs the generator Ninja")
endif()
get_filename_component(MUSA_STAND_IN "${CMAKE_CURRENT_LIST_DIR}" DIRECTORY)
set(CMAKE_MUSA_COMPILER "${MUSA_STAND_IN}/bin/mcc")
