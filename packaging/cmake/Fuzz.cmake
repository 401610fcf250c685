# SPDX-License-Identifier: GPL-3.0-or-later
# The preset fuzz: one libFuzzer program per tests/fuzz/fuzz_*.cpp over the plain parts and the few sources of the core
# that they name. Elsewhere: one test per target that runs the program of build/fuzz for 20 s (./dev test builds it).
set(GW_FUZZ OFF CACHE BOOL "Build the fuzzers only (clang)")

function(gw_fuzzers)
    add_library(fuzzed_core STATIC app/base/money.cpp app/net/sse.cpp app/workspace/config.cpp app/workspace/config_fallbacks.cpp
        app/workspace/config_keys.cpp app/workspace/config_routes.cpp app/workspace/config_tls.cpp
        app/workspace/gateway_limits.cpp app/workspace/strict_yaml.cpp app/workspace/yaml_documents.cpp
        app/gateway/address.cpp app/gateway/detect.cpp app/net/endpoint.cpp app/net/http.cpp app/text/sentences.cpp
        app/text/units.cpp app/text/words.cpp app/workspace/connection_import.cpp app/workspace/connection_import_curl.cpp
        app/workspace/connection_import_env.cpp app/workspace/connection_import_link.cpp
        app/workspace/connection_import_yaml.cpp app/workspace/connection_parts.cpp app/workspace/connection_words.cpp
        app/workspace/shell_words.cpp)
    target_include_directories(fuzzed_core PUBLIC ${CMAKE_SOURCE_DIR}/app)
    target_link_libraries(fuzzed_core PUBLIC proxy Qt6::Network tl::expected yaml-cpp PRIVATE house_rules)
    set_target_properties(fuzzed_core PROPERTIES AUTOMOC OFF)
    file(GLOB targets CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/fuzz/fuzz_*.cpp)
    foreach(source ${targets})
        get_filename_component(name ${source} NAME_WE)
        add_executable(${name} ${source})
        target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
        target_link_libraries(${name} PRIVATE fuzzed_core house_rules)
        target_link_options(${name} PRIVATE -fsanitize=fuzzer)
        set_target_properties(${name} PROPERTIES AUTOMOC OFF)
    endforeach()
endfunction()

function(gw_fuzz_tests)
    file(GLOB targets CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/fuzz/fuzz_*.cpp)
    foreach(source ${targets})
        get_filename_component(name ${source} NAME_WE)
        string(REPLACE "fuzz_" "" target ${name})
        add_test(NAME ${name} COMMAND ${CMAKE_SOURCE_DIR}/tests/fuzz/run.sh ${CMAKE_SOURCE_DIR}/build/fuzz ${target} 20)
        set_tests_properties(${name} PROPERTIES LABELS fuzz TIMEOUT 180)
    endforeach()
endfunction()
