# SPDX-License-Identifier: GPL-3.0-or-later
# Translations. gatewright_en.ts is committed (English needs plural forms too); the pseudo-locale is made from it at each
# configure. `cmake --build B -t update_translations` extracts new strings; `./dev lint` fails when some are missing.
function(gw_words)
    set(pseudo ${CMAKE_BINARY_DIR}/gatewright_en_XA.ts)
    set(source ${CMAKE_SOURCE_DIR}/translations/gatewright_en.ts)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${source})
    execute_process(COMMAND python3 ${CMAKE_SOURCE_DIR}/translations/pseudo.py ${source} ${pseudo} COMMAND_ERROR_IS_FATAL ANY)
    list(GET ARGN 0 first)
    file(GLOB_RECURSE all CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/app/*.cpp ${CMAKE_SOURCE_DIR}/app/*.h
        ${CMAKE_SOURCE_DIR}/ui/*.cpp ${CMAKE_SOURCE_DIR}/ui/*.h)
    qt_add_lupdate(${first} TS_FILES ${source} SOURCES ${all} OPTIONS -no-obsolete -locations none)
    qt_add_lrelease(${first} TS_FILES ${source} ${pseudo} OPTIONS -nounfinished QM_FILES_OUTPUT_VARIABLE compiled)
    foreach(program ${ARGN})
        qt_add_resources(${program} translations PREFIX /i18n BASE ${CMAKE_BINARY_DIR} FILES ${compiled})
    endforeach()
endfunction()
