# What the toolchain files here share. Each is named after the instruction set that it compiles for and sets, before it
# includes this one:
#
#   xact_triple   the target, as Debian's cross compilers and qemu-user spell it
#   xact_qemu     the emulator and its options
#   xact_flags    compiler flags
#   xact_needs    the xsimd version from which the set is known (8.1 where this is not set)
#   xact_clang    true where g++ 12 does not compile for the set
#
# The headers that the tests include, xsimd's and Catch2's, are those of this machine.

get_filename_component(XACT_TARGET_SET "${CMAKE_PARENT_LIST_FILE}" NAME_WE)
string(REGEX MATCH "^[a-z0-9_]+" xact_processor ${xact_triple})

set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR ${xact_processor})
if(xact_clang)
  find_program(XACT_CROSS_CLANG NAMES clang++-20 clang++-19 clang++-18 clang++-17 clang++)
  set(CMAKE_CXX_COMPILER ${XACT_CROSS_CLANG})
  set(CMAKE_CXX_COMPILER_TARGET ${xact_triple})
else()
  set(CMAKE_CXX_COMPILER ${xact_triple}-g++)
  string(APPEND xact_flags " -Wno-psabi") # notes on how gcc 10 changed what none of this passes across libraries
endif()
set(CMAKE_CXX_FLAGS_INIT "${xact_flags}")
set(CMAKE_EXE_LINKER_FLAGS_INIT -static) # nothing of the target has to be installed to run it
set(CMAKE_CROSSCOMPILING_EMULATOR ${xact_qemu})

set(CMAKE_FIND_ROOT_PATH /usr/${xact_triple})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE BOTH)
if(NOT DEFINED ENV{xsimd_DIR})
  file(GLOB xact_xsimd /usr/lib/*/cmake/xsimd) # Debian files the headers, which fit every target, under its own
  if(xact_xsimd)
    set(xsimd_DIR ${xact_xsimd} CACHE PATH "Where xsimdConfig.cmake is")
  endif()
endif()

if(NOT xact_needs)
  set(xact_needs 8.1)
endif()
set(XACT_TARGET_NEEDS_XSIMD ${xact_needs})
