# SPDX-License-Identifier: GPL-3.0-or-later
# One interface target carries every flag, one more what only tests have; oshaq_layer() and oshaq_add_test() are the only
# two ways to add code.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

find_program(OSHAQ_CCACHE ccache)
if(OSHAQ_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env CCACHE_NOHASHDIR=1 "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}"
        CCACHE_SLOPPINESS=pch_defines,time_macros "${OSHAQ_CCACHE}")
endif()

add_library(oshaq_flags INTERFACE)
target_include_directories(oshaq_flags INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_options(oshaq_flags INTERFACE
    # No program knows where it was built, whatever writes __FILE__.
    "-ffile-prefix-map=${CMAKE_SOURCE_DIR}/="
    -pthread # as some libraries ask for: all have the same, or could not share what was compiled of headers
    -Wall -Wextra -Wcast-qual -Wcast-align -Woverloaded-virtual -Wnon-virtual-dtor -Wold-style-cast $<IF:$<CXX_COMPILER_ID:GNU>,-Wshadow=local,-Wshadow>
    $<$<BOOL:${OSHAQ_WERROR}>:-Werror>)
target_compile_definitions(oshaq_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH QT_NO_KEYWORDS
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_CONTEXTLESS_CONNECT QT_STRICT_ITERATORS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    OSHAQ_VERSION="${PROJECT_VERSION}")

if(OSHAQ_SANITIZE STREQUAL "address")
    target_compile_options(oshaq_flags INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    target_link_options(oshaq_flags INTERFACE -fsanitize=address,undefined)
elseif(OSHAQ_SANITIZE STREQUAL "thread")
    target_compile_options(oshaq_flags INTERFACE -fsanitize=thread -fno-omit-frame-pointer)
    target_link_options(oshaq_flags INTERFACE -fsanitize=thread)
elseif(NOT OSHAQ_SANITIZE STREQUAL "")
    message(FATAL_ERROR "OSHAQ_SANITIZE must be empty, 'address' or 'thread', not '${OSHAQ_SANITIZE}'")
endif()

# What a test file itself does takes no time worth optimising, and optimising it takes a quarter of its compilation; what
# it tests is compiled as users run it. mold, where it is installed, links a test several times faster.
add_library(oshaq_test_flags INTERFACE)
target_link_libraries(oshaq_test_flags INTERFACE oshaq_flags)
if(CMAKE_BUILD_TYPE STREQUAL "Release")
    target_compile_options(oshaq_test_flags INTERFACE -O0)
endif()
find_program(OSHAQ_MOLD mold)
if(OSHAQ_MOLD AND OSHAQ_SANITIZE STREQUAL "" AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_link_options(oshaq_test_flags INTERFACE -fuse-ld=mold)
endif()

# Most of a compilation is reading the same headers again. They are read once here, for code without screens and for
# screens: a target takes the one of what it links. Off (in the dev preset, which linting reads) each file must include
# what it uses. Tests have their own, because they are compiled without optimisation.
if(OSHAQ_PCH)
    file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/pch.cpp" CONTENT "")
    set(oshaq_core_headers <algorithm> <array> <atomic> <chrono> <condition_variable> <functional> <limits> <map> <memory> <mutex> <optional>
        <set> <unordered_map> <unordered_set> <utility> <vector>
        <QByteArray> <QDateTime> <QDir> <QFile> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QLoggingCategory> <QObject> <QSet>
        <QString> <QStringList> <QTimer> <QTimeZone>)
    set(oshaq_widgets_headers ${oshaq_core_headers}
        <QApplication> <QBoxLayout> <QFontMetrics> <QKeyEvent> <QLabel> <QLineEdit> <QPainter> <QWidget>)
    function(oshaq_common_headers name kind libs)
        add_library(${name} OBJECT "${CMAKE_BINARY_DIR}/pch.cpp")
        set_target_properties(${name} PROPERTIES AUTOMOC OFF AUTORCC OFF)
        target_link_libraries(${name} PRIVATE ${kind} ${libs})
        target_precompile_headers(${name} PRIVATE ${ARGN})
    endfunction()
    oshaq_common_headers(oshaq_headers_core oshaq_flags Qt6::Core ${oshaq_core_headers})
    if(OSHAQ_GUI)
        oshaq_common_headers(oshaq_headers_widgets oshaq_flags Qt6::Widgets ${oshaq_widgets_headers})
    endif()
    if(OSHAQ_TESTS)
        oshaq_common_headers(oshaq_headers_test_core oshaq_test_flags Qt6::Core ${oshaq_core_headers} <QTemporaryDir>)
        if(OSHAQ_GUI)
            oshaq_common_headers(oshaq_headers_test_widgets oshaq_test_flags Qt6::Widgets ${oshaq_widgets_headers} <QTemporaryDir>)
        endif()
    endif()
endif()

# oshaq_use_headers(TARGET PREFIX LIBS libraries...): lets a target use them.
function(oshaq_use_headers target prefix)
    cmake_parse_arguments(PARSE_ARGV 2 arg "" "" "LIBS")
    if(NOT OSHAQ_PCH)
        return()
    endif()
    if("${arg_LIBS}" MATCHES "Widgets|oshaq_ui|oshaq_app_desktop|oshaq_test_scenes")
        target_precompile_headers(${target} REUSE_FROM ${prefix}_widgets)
    else()
        target_precompile_headers(${target} REUSE_FROM ${prefix}_core)
    endif()
endfunction()

# oshaq_layer(NAME SOURCES files... LIBS libraries...): a static library that is one folder. A handful of its files is
# compiled at once, which reads the project's headers once for all of them: half the time. A file's group depends on its
# name alone, so that a new file meets few others. Off in the dev preset, as above.
function(oshaq_layer name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LIBS")
    add_library(${name} STATIC ${arg_SOURCES})
    target_link_libraries(${name} PUBLIC oshaq_flags ${arg_LIBS})
    oshaq_use_headers(${name} oshaq_headers LIBS ${arg_LIBS})
    set(units ${arg_SOURCES})
    list(FILTER units INCLUDE REGEX "\\.cpp$")
    list(LENGTH units count)
    set(groups 1)
    set(room 8)
    while(count GREATER room)
        math(EXPR groups "${groups} * 2")
        math(EXPR room "${room} * 2")
    endwhile()
    foreach(unit IN LISTS units)
        string(MD5 hash "${unit}")
        string(SUBSTRING "${hash}" 0 4 hash)
        math(EXPR group "0x${hash} % ${groups}")
        set_source_files_properties("${unit}" PROPERTIES UNITY_GROUP "${group}")
    endforeach()
    set_target_properties(${name} PROPERTIES UNITY_BUILD ${OSHAQ_UNITY} UNITY_BUILD_MODE GROUP)
endfunction()

# oshaq_add_test(NAME SOURCES files... LIBS libraries... LABELS labels... [TIMEOUT s] [GUI]): one QtTest executable.
# GUI tests run on Qt's offscreen platform. Every test gets the repository's root as OSHAQ_SOURCE_DIR. A file that ends
# in test.cpp goes through moc; other files of a test may hold no Q_OBJECT (what does belongs into a library of several tests).
function(oshaq_add_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "GUI" "TIMEOUT" "SOURCES;LIBS;LABELS")
    set(mocs "${CMAKE_CURRENT_BINARY_DIR}/${name}_mocs")
    foreach(source IN LISTS arg_SOURCES)
        if(source MATCHES "test\\.cpp$")
            cmake_path(ABSOLUTE_PATH source NORMALIZE OUTPUT_VARIABLE file)
            cmake_path(GET file STEM stem)
            # Without include paths: what moc has to see of a test is in its own file, and a tenth of the time.
            add_custom_command(OUTPUT "${mocs}/${stem}.moc"
                COMMAND Qt6::moc -o "${mocs}/${stem}.moc" "${file}"
                DEPENDS "${file}" VERBATIM)
            list(APPEND arg_SOURCES "${mocs}/${stem}.moc")
        endif()
    endforeach()
    add_executable(${name} ${arg_SOURCES})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests" AUTOMOC OFF AUTORCC OFF)
    target_include_directories(${name} PRIVATE "${mocs}")
    target_link_libraries(${name} PRIVATE oshaq_test_flags Qt6::Test ${arg_LIBS})
    oshaq_use_headers(${name} oshaq_headers_test LIBS ${arg_LIBS})
    target_compile_definitions(${name} PRIVATE
        OSHAQ_SOURCE_DIR="${CMAKE_SOURCE_DIR}" OSHAQ_BIN_DIR="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
    add_test(NAME ${name} COMMAND ${name})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    set_tests_properties(${name} PROPERTIES LABELS "${arg_LABELS}" TIMEOUT ${arg_TIMEOUT}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_NO_THREADED_GLIB=1;LC_ALL=C.UTF-8;TZ=UTC")
endfunction()
