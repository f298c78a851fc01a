include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(package ${CMAKE_INSTALL_DATADIR}/cmake/xact)

# Below 1.0 a minor release may change what a name means, so another minor version is another library.
write_basic_package_version_file(xactConfigVersion.cmake COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)

install(TARGETS xact EXPORT xact INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT xact NAMESPACE xact:: FILE xactTargets.cmake DESTINATION ${package})
install(DIRECTORY include/xact TYPE INCLUDE)
install(FILES LICENSE TYPE DOC)
install(FILES cmake/xactConfig.cmake cmake/find_xsimd.cmake ${CMAKE_CURRENT_BINARY_DIR}/xactConfigVersion.cmake
        DESTINATION ${package})

# The build tree serves as a package too: -Dxact_DIR=<build directory>.
export(EXPORT xact NAMESPACE xact:: FILE ${CMAKE_CURRENT_BINARY_DIR}/xactTargets.cmake)
configure_file(cmake/xactConfig.cmake xactConfig.cmake COPYONLY)
configure_file(cmake/find_xsimd.cmake find_xsimd.cmake COPYONLY)
