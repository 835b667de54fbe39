# The files beside the program, and the Debian package and archive of all:
#
#   cmake --preset package && cmake --build --preset package --target package
#
# The manual and the completions are what the program prints of its options.
set(PAGES ${CMAKE_CURRENT_BINARY_DIR}/pages)
file(MAKE_DIRECTORY ${PAGES})
foreach(PAGE man:musify.1 bash:musify zsh:_musify fish:musify.fish)
  string(REPLACE ":" ";" PAGE ${PAGE})
  list(GET PAGE 0 SHELL)
  list(GET PAGE 1 FILE)
  add_custom_command(OUTPUT ${PAGES}/${FILE}
    COMMAND $<TARGET_FILE:musify> completion ${SHELL} > ${PAGES}/${FILE}
    DEPENDS musify VERBATIM)
  list(APPEND PRINTED ${PAGES}/${FILE})
endforeach()
# Manuals and change logs are compressed in Debian, without a time in them.
execute_process(COMMAND git log -1 --format=%aD WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
  OUTPUT_VARIABLE MUSIFY_DATE OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
if(NOT MUSIFY_DATE)
  set(MUSIFY_DATE "Thu, 01 Jan 2026 00:00:00 +0000")
endif()
configure_file(packaging/changelog.Debian.in ${PAGES}/changelog.Debian @ONLY)
add_custom_command(
  OUTPUT ${PAGES}/musify.1.gz ${PAGES}/changelog.gz ${PAGES}/changelog.Debian.gz
  COMMAND gzip -9nc ${PAGES}/musify.1 > ${PAGES}/musify.1.gz
  COMMAND gzip -9nc ${CMAKE_SOURCE_DIR}/CHANGELOG.md > ${PAGES}/changelog.gz
  COMMAND gzip -9nc ${PAGES}/changelog.Debian > ${PAGES}/changelog.Debian.gz
  DEPENDS ${PAGES}/musify.1 ${PAGES}/changelog.Debian ${CMAKE_SOURCE_DIR}/CHANGELOG.md
  VERBATIM)
add_custom_target(musify-pages ALL DEPENDS
  ${PRINTED} ${PAGES}/musify.1.gz ${PAGES}/changelog.gz ${PAGES}/changelog.Debian.gz)

install(FILES ${PAGES}/musify.1.gz DESTINATION share/man/man1)
install(FILES ${PAGES}/musify.1.gz DESTINATION share/man/man1 RENAME musify-text.1.gz)
install(FILES ${PAGES}/musify DESTINATION share/bash-completion/completions)
install(FILES ${PAGES}/_musify DESTINATION share/zsh/vendor-completions)
install(FILES ${PAGES}/musify.fish DESTINATION share/fish/vendor_completions.d)
install(FILES README.md README.zh-CN.md DESTINATION share/doc/musify)
install(FILES ${PAGES}/changelog.gz ${PAGES}/changelog.Debian.gz DESTINATION share/doc/musify)
install(FILES packaging/copyright DESTINATION share/doc/musify)
install(FILES packaging/lintian-overrides DESTINATION share/lintian/overrides RENAME musify)
install(DIRECTORY docs/ DESTINATION share/doc/musify/docs)

set(CPACK_GENERATOR DEB TGZ)
set(CPACK_STRIP_FILES ON)
set(CPACK_MONOLITHIC_INSTALL ON)
set(CPACK_PACKAGE_VENDOR musify)
set(CPACK_PACKAGE_CONTACT "musify developers <musify@users.noreply.github.com>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "port CUDA code to Moore Threads' MUSA")
set(CPACK_PACKAGE_DESCRIPTION
"musify parses CUDA code with Clang, renames what belongs to CUDA and reports
what needs manual work. It also checks code for MUSA, compares a port with its
original, and serves editors. It needs neither a CUDA SDK nor a GPU.")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS OFF) # the program is static
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
include(CPack)
