# Included by xact's build and by its installed package: leaves a target xsimd, or says in xact_xsimd_problem why not.
set(xact_xsimd_problem)

if(NOT TARGET xsimd)
  # xsimd 14's package, as Debian builds it, asks for xtl unless told not to; only its complex numbers use it.
  if(NOT DEFINED XSIMD_ENABLE_XTL_COMPLEX)
    find_package(xtl QUIET)
    if(NOT xtl_FOUND)
      set(XSIMD_ENABLE_XTL_COMPLEX OFF)
    endif()
  endif()

  # xsimd's version file refuses every major version but the one asked for; xact works with several, and asks for none.
  find_package(xsimd QUIET)
  if(NOT xsimd_FOUND)
    set(xact_xsimd_problem "xact needs xsimd, which was not found: install libxsimd-dev (Debian, Ubuntu), xsimd-devel (Fedora) or xsimd (Arch, Homebrew, vcpkg, Conan). ${xsimd_NOT_FOUND_MESSAGE}")
  elseif(xsimd_VERSION VERSION_LESS 8.1 OR NOT xsimd_VERSION VERSION_LESS 15)
    set(xact_xsimd_problem "xact needs xsimd 8.1 or newer, below 15, but found ${xsimd_VERSION} in ${xsimd_DIR}.")
  endif()
endif()

# Debian 12's package tells the linker of xtl, which only xsimd's complex numbers use, and does not depend on it.
if(TARGET xsimd)
  get_target_property(xact_xsimd_libraries xsimd INTERFACE_LINK_LIBRARIES)
  if("xtl" IN_LIST xact_xsimd_libraries)
    find_package(xtl QUIET)
    if(NOT TARGET xtl)
      list(REMOVE_ITEM xact_xsimd_libraries xtl)
      set_property(TARGET xsimd PROPERTY INTERFACE_LINK_LIBRARIES ${xact_xsimd_libraries})
    endif()
  endif()
  unset(xact_xsimd_libraries)
endif()
