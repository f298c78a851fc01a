# xact_require(<name>): a target that the project already has, else the installed package, else a download, else one
# message that says what to install. Called only for what is being built.

set(xact_target_xsimd xsimd)
set(xact_target_Catch2 Catch2::Catch2)
set(xact_target_benchmark benchmark::benchmark)
set(xact_target_Eigen3 Eigen3::Eigen)

set(xact_packages_Catch2 "catch2 (Debian, Ubuntu, Arch, Homebrew) or catch-devel (Fedora), or configure with -DXACT_BUILD_TESTS=OFF")
set(xact_packages_benchmark "libbenchmark-dev (Debian, Ubuntu), google-benchmark-devel (Fedora), benchmark (Arch) or google-benchmark (Homebrew), or configure with -DXACT_BUILD_BENCH=OFF")
set(xact_packages_Eigen3 "libeigen3-dev (Debian, Ubuntu), eigen3-devel (Fedora) or eigen (Arch, Homebrew), or configure with -DXACT_BUILD_EXAMPLES=OFF")

# A tag can be moved; the commit that it named cannot. Eigen is installed nearly everywhere that uses it, and is not fetched.
set(xact_source_xsimd https://github.com/xtensor-stack/xsimd.git 1f8dd9c8e162968d9b4ff0251c56d431b8777f36) # 13.2.0
set(xact_source_Catch2 https://github.com/catchorg/Catch2.git fa43b77429ba76c462b1898d6cd2f2d7a9416b14) # v3.7.1
set(xact_source_benchmark https://github.com/google/benchmark.git c58e6d0710581e3a08d65c349664128a8d9a2461) # v1.9.1

# Asked before fetching, because a clone that fails ends the configuration in pages of git's own words. What is already
# here, or was put in place with FETCHCONTENT_SOURCE_DIR_<NAME>, needs no network.
function(xact_can_fetch name result)
  string(TOLOWER ${name} lower)
  string(TOUPPER ${name} upper)
  set(${result} FALSE PARENT_SCOPE)
  if(NOT XACT_FETCH_DEPENDENCIES OR NOT DEFINED xact_source_${name})
    return()
  elseif(FETCHCONTENT_SOURCE_DIR_${upper} OR EXISTS "${FETCHCONTENT_BASE_DIR}/${lower}-src/CMakeLists.txt")
    set(${result} TRUE PARENT_SCOPE)
    return()
  endif()
  find_package(Git QUIET)
  if(Git_FOUND)
    list(GET xact_source_${name} 0 repository)
    execute_process(COMMAND ${CMAKE_COMMAND} -E env GIT_TERMINAL_PROMPT=0 ${GIT_EXECUTABLE} ls-remote ${repository} HEAD
                    TIMEOUT 20 RESULT_VARIABLE status OUTPUT_QUIET ERROR_QUIET)
    if(status STREQUAL "0")
      set(${result} TRUE PARENT_SCOPE)
    endif()
  endif()
endfunction()

function(xact_fetch name)
  list(GET xact_source_${name} 0 repository)
  list(GET xact_source_${name} 1 commit)
  message(STATUS "${name} is not installed: fetching ${repository}")
  set(CMAKE_POLICY_DEFAULT_CMP0077 NEW)
  set(BENCHMARK_ENABLE_TESTING OFF)
  set(BENCHMARK_ENABLE_INSTALL OFF)
  FetchContent_Declare(${name} GIT_REPOSITORY ${repository} GIT_TAG ${commit})
  FetchContent_MakeAvailable(${name})

  # Warnings in a dependency's headers are not the business of those who include them.
  get_target_property(target ${xact_target_${name}} ALIASED_TARGET)
  if(NOT target)
    set(target ${xact_target_${name}})
  endif()
  get_target_property(directories ${target} INTERFACE_INCLUDE_DIRECTORIES)
  set_property(TARGET ${target} APPEND PROPERTY INTERFACE_SYSTEM_INCLUDE_DIRECTORIES ${directories})
endfunction()

function(xact_require name)
  # The headers check the version of an xsimd that came from elsewhere.
  if(TARGET ${xact_target_${name}})
    return()
  endif()

  if(name STREQUAL "xsimd")
    include(${xact_SOURCE_DIR}/cmake/find_xsimd.cmake)
    set(problem ${xact_xsimd_problem})
  else()
    find_package(${name} QUIET)
    set(problem "xact needs ${name}, which was not found: install ${xact_packages_${name}}.")
  endif()

  if(NOT ${name}_FOUND)
    include(FetchContent)
    xact_can_fetch(${name} fetch)
    if(fetch)
      xact_fetch(${name})
      return()
    endif()
  elseif(NOT xact_xsimd_problem)
    message(STATUS "Found ${name} ${${name}_VERSION}: ${${name}_DIR}")
    return()
  endif()

  string(STRIP "${problem}" problem)
  message(FATAL_ERROR "${problem}\nOn this machine: sh ${xact_SOURCE_DIR}/cmake/setup.sh")
endfunction()
