# SPDX-License-Identifier: GPL-3.0-or-later
# One interface target carries every flag; oshaq_layer() and oshaq_add_test() are the only two ways to add code.

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

# Most of a compilation is reading the same headers again. They are read once here, for code without screens and for
# screens: a target takes the one of what it links. Off (in the dev preset, which linting reads) each file must include what it uses.
if(OSHAQ_PCH)
    file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/pch.cpp" CONTENT "")
    function(oshaq_common_headers name libs)
        add_library(${name} OBJECT "${CMAKE_BINARY_DIR}/pch.cpp")
        set_target_properties(${name} PROPERTIES AUTOMOC OFF AUTORCC OFF)
        target_link_libraries(${name} PRIVATE oshaq_flags ${libs})
        target_precompile_headers(${name} PRIVATE ${ARGN})
    endfunction()
    set(oshaq_core_headers <algorithm> <array> <atomic> <chrono> <condition_variable> <functional> <limits> <map> <memory> <mutex> <optional>
        <set> <unordered_map> <unordered_set> <utility> <vector>
        <QByteArray> <QDateTime> <QDir> <QFile> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QLoggingCategory> <QObject> <QSet>
        <QString> <QStringList> <QTimer> <QTimeZone>)
    oshaq_common_headers(oshaq_headers_core Qt6::Core ${oshaq_core_headers})
    if(OSHAQ_GUI)
        oshaq_common_headers(oshaq_headers_widgets Qt6::Widgets ${oshaq_core_headers}
            <QApplication> <QBoxLayout> <QFontMetrics> <QKeyEvent> <QLabel> <QLineEdit> <QPainter> <QWidget>)
    endif()
endif()

# oshaq_use_headers(TARGET LIBS libraries...): lets a target use them.
function(oshaq_use_headers target)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LIBS")
    if(NOT OSHAQ_PCH)
        return()
    endif()
    if("${arg_LIBS}" MATCHES "Widgets|oshaq_ui|oshaq_app_desktop|oshaq_test_scenes")
        target_precompile_headers(${target} REUSE_FROM oshaq_headers_widgets)
    else()
        target_precompile_headers(${target} REUSE_FROM oshaq_headers_core)
    endif()
endfunction()

# oshaq_layer(NAME SOURCES files... LIBS libraries...): a static library that is one folder.
function(oshaq_layer name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LIBS")
    add_library(${name} STATIC ${arg_SOURCES})
    target_link_libraries(${name} PUBLIC oshaq_flags ${arg_LIBS})
    oshaq_use_headers(${name} LIBS ${arg_LIBS})
endfunction()

# oshaq_add_test(NAME SOURCES files... LIBS libraries... LABELS labels... [TIMEOUT s] [GUI]): one QtTest executable.
# GUI tests run on Qt's offscreen platform. Every test gets the repository's root as OSHAQ_SOURCE_DIR.
function(oshaq_add_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "GUI" "TIMEOUT" "SOURCES;LIBS;LABELS")
    add_executable(${name} ${arg_SOURCES})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
    target_link_libraries(${name} PRIVATE oshaq_flags Qt6::Test ${arg_LIBS})
    oshaq_use_headers(${name} LIBS ${arg_LIBS})
    # Of most tests there is nothing in it: what moc makes of a test's own file is included there.
    set_source_files_properties("${CMAKE_CURRENT_BINARY_DIR}/${name}_autogen/mocs_compilation.cpp"
        PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
    target_compile_definitions(${name} PRIVATE
        OSHAQ_SOURCE_DIR="${CMAKE_SOURCE_DIR}" OSHAQ_BIN_DIR="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
    add_test(NAME ${name} COMMAND ${name})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    set_tests_properties(${name} PROPERTIES LABELS "${arg_LABELS}" TIMEOUT ${arg_TIMEOUT}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_NO_THREADED_GLIB=1;LC_ALL=C.UTF-8;TZ=UTC")
endfunction()
