# SPDX-License-Identifier: GPL-3.0-or-later
# CPack's installer for Windows; included where CMake targets Windows. Not run by anybody yet: see README.md beside it.
set(CPACK_GENERATOR NSIS)
set(CPACK_PACKAGE_INSTALL_DIRECTORY "Oshaq")
set(CPACK_NSIS_DISPLAY_NAME "Oshaq ${PROJECT_VERSION}")
set(CPACK_NSIS_PACKAGE_NAME "Oshaq")
set(CPACK_NSIS_CONTACT "packages@oshaq.invalid")
set(CPACK_NSIS_MODIFY_PATH OFF)
set(CPACK_NSIS_ENABLE_UNINSTALL_BEFORE_INSTALL ON)
set(CPACK_NSIS_INSTALLED_ICON_NAME "bin\\\\oshaq.exe")
set(CPACK_NSIS_CREATE_ICONS_EXTRA
    "CreateShortCut '$SMPROGRAMS\\\\$STARTMENU_FOLDER\\\\Oshaq.lnk' '$INSTDIR\\\\bin\\\\oshaq.exe'")
set(CPACK_NSIS_DELETE_ICONS_EXTRA "Delete '$SMPROGRAMS\\\\$START_MENU\\\\Oshaq.lnk'")
# The record is in %LOCALAPPDATA%\oshaq and is not touched by removal.

# Qt's libraries and plugins beside the programs.
get_target_property(qmake_executable Qt6::qmake IMPORTED_LOCATION)
get_filename_component(qt_bin_dir "${qmake_executable}" DIRECTORY)
find_program(OSHAQ_WINDEPLOYQT windeployqt HINTS "${qt_bin_dir}" REQUIRED)
install(CODE "execute_process(COMMAND \"${OSHAQ_WINDEPLOYQT}\" --release --no-translations --no-compiler-runtime
    \"\${CMAKE_INSTALL_PREFIX}/bin/oshaq.exe\" COMMAND_ERROR_IS_FATAL ANY)" COMPONENT desktop)
