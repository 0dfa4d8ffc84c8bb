# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The three kinds of target Porchlight has, each with the warnings we treat as errors.
# A folder below app/ is one static library; what stands in LINK is all it may know.

function(porchlight_warnings target)
    target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
        -Woverloaded-virtual -Wconversion -Wno-sign-conversion
        -Wno-restrict # false in GCC 12 for "x" + std::to_string(n)
        -Werror)
    if(PORCHLIGHT_SANITIZE)
        target_compile_options(${target} PRIVATE -fsanitize=address,undefined -fno-omit-frame-pointer)
        target_link_options(${target} PUBLIC -fsanitize=address,undefined)
    endif()
endfunction()

# porchlight_library(store SOURCES ... LINK ... PRIVATE_LINK ...)
# makes porchlight_store; headers are included as "store/reader.h".
function(porchlight_library name)
    cmake_parse_arguments(ARG "QT" "" "SOURCES;LINK;PRIVATE_LINK" ${ARGN})
    add_library(porchlight_${name} STATIC ${ARG_SOURCES})
    target_include_directories(porchlight_${name} PUBLIC ${PROJECT_SOURCE_DIR}/app)
    target_link_libraries(porchlight_${name} PUBLIC ${ARG_LINK} PRIVATE ${ARG_PRIVATE_LINK})
    porchlight_warnings(porchlight_${name})
    if(ARG_QT)
        target_compile_definitions(porchlight_${name} PRIVATE QT_NO_CAST_FROM_ASCII QT_NO_KEYWORDS)
        set_target_properties(porchlight_${name} PROPERTIES AUTOMOC ON)
    endif()
endfunction()

# porchlight_qml_module(Theme URI Porchlight.Theme QML_FILES ... SINGLETONS ... IMPORTS ...)
# One folder, one QML module, one static library, compiled ahead of time.
function(porchlight_qml_module name)
    cmake_parse_arguments(ARG "" "URI" "QML_FILES;SINGLETONS;SOURCES;IMPORTS;LINK" ${ARGN})
    set(CMAKE_AUTOMOC ON)
    string(TOLOWER ${name} lower)
    foreach(file ${ARG_SINGLETONS})
        set_source_files_properties(${file} PROPERTIES QT_QML_SINGLETON_TYPE TRUE)
    endforeach()
    # Files in sub-folders belong to the same module and are named by type only.
    foreach(file ${ARG_QML_FILES} ${ARG_SINGLETONS})
        get_filename_component(leaf ${file} NAME)
        set_source_files_properties(${file} PROPERTIES QT_RESOURCE_ALIAS ${leaf})
    endforeach()
    qt_add_qml_module(porchlight_qml_${lower} STATIC
        URI ${ARG_URI}
        VERSION 1.0
        RESOURCE_PREFIX /qt/qml
        QML_FILES ${ARG_SINGLETONS} ${ARG_QML_FILES}
        SOURCES ${ARG_SOURCES}
        IMPORTS ${ARG_IMPORTS}
        DEPENDENCIES QtQuick QtQml.Models
        OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/qml/Porchlight/${name}
        IMPORT_PATH ${PROJECT_BINARY_DIR}/qml)
    target_link_libraries(porchlight_qml_${lower} PUBLIC Qt6::Quick ${ARG_LINK})
endfunction()
