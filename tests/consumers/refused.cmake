# cmake -DMESSAGE=<text> -P refused.cmake -- <command>...
# Succeeds when the command fails and says <text>, in whatever lines: CMake wraps its messages.
set(command)
foreach(index RANGE ${CMAKE_ARGC})
  if(DEFINED after)
    list(APPEND command "${CMAKE_ARGV${index}}")
  elseif("${CMAKE_ARGV${index}}" STREQUAL "--")
    set(after ${index})
  endif()
endforeach()

execute_process(COMMAND ${command} RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
string(REGEX REPLACE "[ \n]+" " " said "${output}")
string(FIND "${said}" "${MESSAGE}" found)
if(status STREQUAL "0")
  message(FATAL_ERROR "succeeded, but should fail with: ${MESSAGE}")
elseif(found EQUAL -1)
  message(FATAL_ERROR "failed as it should, but without saying: ${MESSAGE}\n${output}")
endif()
