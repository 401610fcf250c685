# SPDX-License-Identifier: GPL-3.0-or-later
# Language, warnings and sanitizers: the same for every target of ours.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_SKIP_INSTALL_RPATH ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(GW_SANITIZE "" CACHE STRING "Sanitizers: empty, address;undefined or thread")

find_program(ccache ccache)
if(ccache AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${ccache})
endif()

find_program(mold mold)
if(mold)
    add_link_options(-fuse-ld=mold)
endif()

add_library(house_rules INTERFACE)
target_compile_options(house_rules INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor
    -Woverloaded-virtual -Wold-style-cast -Wformat=2 -Werror)
target_compile_definitions(house_rules INTERFACE QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII
    QT_NO_URL_CAST_FROM_STRING QT_STRICT_ITERATORS QT_NO_FOREACH QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_DISABLE_DEPRECATED_BEFORE=0x060400 GW_VERSION="${PROJECT_VERSION}")
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    add_compile_options(-fpch-preprocess)       # lets ccache see through the precompiled header
    target_compile_options(house_rules INTERFACE -Wno-missing-field-initializers
        -Wno-maybe-uninitialized                # GCC 12 sees it in every optimised std::variant; ASan looks at run time
        $<$<CONFIG:Release>:-Wno-array-bounds -Wno-restrict>) # and these in sums of std::string (GCC's bug 105651)
else()
    add_compile_options(-Xclang -fno-pch-timestamp)
    target_compile_options(house_rules INTERFACE -Wno-missing-field-initializers -Wno-unqualified-std-cast-call)
endif()
if(GW_SANITIZE)
    list(JOIN GW_SANITIZE "," sanitizers)
    add_compile_options(-fsanitize=${sanitizers} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${sanitizers})
    if("undefined" IN_LIST GW_SANITIZE AND CMAKE_CXX_COMPILER_ID STREQUAL GNU)
        # What it would say of each check is four fifths of an object; a trap's stack (handle_sigill=1) names the line.
        add_compile_options(-fsanitize-undefined-trap-on-error)
    endif()
    if("thread" IN_LIST GW_SANITIZE AND CMAKE_CXX_COMPILER_ID STREQUAL GNU)
        add_compile_options(-Wno-tsan)          # Asio's fences; its handlers are ordered by a mutex all the same
    endif()
endif()
