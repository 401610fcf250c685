# SPDX-License-Identifier: GPL-3.0-or-later
# gw_install(PROGRAM...): the programs, the man page, the entry for desktops and its icon. Everything else is inside the
# programs. The parts of a build for tests (GW_SHARED) are not installed: what is to be used elsewhere is built without.
include(GNUInstallDirs)

function(gw_install)
    install(TARGETS ${ARGN} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
    install(FILES packaging/gwctl.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
    install(FILES packaging/gatewright.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
    install(FILES packaging/gatewright.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
endfunction()
