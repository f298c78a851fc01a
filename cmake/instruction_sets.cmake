# xact_executables(<name> <source>...) builds <name>.<set> for every instruction set in XACT_INSTRUCTION_SETS, whatever
# flags the user gave for the rest. Where this machine's processor lacks one, XACT_CANNOT_RUN_<set> says so. There is
# one set, with the flags of the toolchain file, where that names it (toolchains/), and `native` on other targets.

option(XACT_WERROR "Treat warnings in xact's own tests as errors" OFF)

set(XACT_INSTRUCTION_SETS native)
set(XACT_FLAGS_native)

if(XACT_TARGET_SET)
  if(xsimd_VERSION AND xsimd_VERSION VERSION_LESS XACT_TARGET_NEEDS_XSIMD)
    message(FATAL_ERROR "${XACT_TARGET_SET} needs xsimd ${XACT_TARGET_NEEDS_XSIMD} or newer, but found ${xsimd_VERSION} "
                        "in ${xsimd_DIR}. Set xsimd_DIR to where a newer xsimdConfig.cmake is.")
  endif()
  set(XACT_INSTRUCTION_SETS ${XACT_TARGET_SET})
  set(XACT_FLAGS_${XACT_TARGET_SET})
elseif(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang" AND CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64|amd64)$"
   AND CMAKE_SIZEOF_VOID_P EQUAL 8)
  set(XACT_INSTRUCTION_SETS sse2 avx2 avx512)
  set(XACT_FLAGS_sse2 -march=x86-64)
  set(XACT_FLAGS_avx2 -march=x86-64 -mavx2 -mfma -mbmi -mbmi2 -mf16c -mlzcnt)
  set(XACT_FLAGS_avx512 ${XACT_FLAGS_avx2} -mavx512f -mavx512cd -mavx512dq -mavx512bw -mavx512vl)

  include(CheckCXXSourceRuns)
  function(xact_check_processor set)
    list(TRANSFORM ARGN REPLACE "(.+)" "__builtin_cpu_supports(\"\\1\")" OUTPUT_VARIABLE conditions)
    list(JOIN conditions " && " condition)
    check_cxx_source_runs("int main() { return ${condition} ? 0 : 1; }" XACT_CAN_RUN_${set})
    if(NOT XACT_CAN_RUN_${set})
      list(JOIN ARGN ", " needs)
      set(XACT_CANNOT_RUN_${set} "this machine's processor lacks ${set} (needs ${needs})" PARENT_SCOPE)
    endif()
  endfunction()
  xact_check_processor(avx2 avx2 fma bmi bmi2)
  xact_check_processor(avx512 avx512f avx512cd avx512dq avx512bw avx512vl avx2 fma)
endif()

set(xact_warnings)
if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
  set(xact_warnings -Wall -Wextra -Wpedantic -Wconversion -Wshadow $<$<BOOL:${XACT_WERROR}>:-Werror>)
endif()

function(xact_executables name)
  foreach(set IN LISTS XACT_INSTRUCTION_SETS)
    add_executable(${name}.${set} ${ARGN})
    target_link_libraries(${name}.${set} PRIVATE xact::xact)
    target_compile_options(${name}.${set} PRIVATE ${XACT_FLAGS_${set}} ${xact_warnings})
  endforeach()
endfunction()

# xact_add_variant_test(<name> <set> <labels> <argument>...): a test that runs <name>.<set>, or shows as skipped and why.
function(xact_add_variant_test name set labels)
  if(XACT_CANNOT_RUN_${set})
    add_test(NAME ${name}.${set} COMMAND ${CMAKE_COMMAND} -E echo "skipped: ${XACT_CANNOT_RUN_${set}}")
    set_tests_properties(${name}.${set} PROPERTIES SKIP_REGULAR_EXPRESSION "^skipped: ")
    message(STATUS "Test ${name}.${set} will be skipped: ${XACT_CANNOT_RUN_${set}}")
  else()
    add_test(NAME ${name}.${set} COMMAND ${name}.${set} ${ARGN})
  endif()
  set_tests_properties(${name}.${set} PROPERTIES LABELS "${labels};${set}")
endfunction()
