# Runs PROGRAM with ARGUMENTS; fails unless its exit status is STATUS and what it prints matches OUTPUT. An error
# (status 2) must be told on stderr and leave stdout empty. ARGUMENTS are separated by | as a list would not survive
# the way through add_test().
string(REPLACE "|" ";" ARGUMENTS "${ARGUMENTS}")
execute_process(COMMAND "${PROGRAM}" ${ARGUMENTS} RESULT_VARIABLE status OUTPUT_VARIABLE out ERROR_VARIABLE err)
if(NOT status STREQUAL "${STATUS}")
    message(FATAL_ERROR "exit status ${status}, expected ${STATUS}\n${out}\n${err}")
endif()
if(STATUS EQUAL 2)
    if(NOT out STREQUAL "")
        message(FATAL_ERROR "an error, but stdout is not empty:\n${out}")
    endif()
    set(printed "${err}")
else()
    set(printed "${out}${err}")
endif()
if(NOT printed MATCHES "${OUTPUT}")
    message(FATAL_ERROR "expected output that matches '${OUTPUT}', not:\n${printed}")
endif()
