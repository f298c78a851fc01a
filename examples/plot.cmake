# Runs PROGRAM with ARGUMENTS (separated by |), and draws what it prints with plots/SCRIPT.gnuplot: OUTPUT.dat, .png, .svg.
# A word of warning from gnuplot is an error: it draws what it understood, and says so there.
string(REPLACE "|" ";" ARGUMENTS "${ARGUMENTS}")
cmake_path(GET OUTPUT PARENT_PATH directory)
cmake_path(GET OUTPUT FILENAME name)
file(MAKE_DIRECTORY "${directory}")
file(REMOVE "${OUTPUT}.png" "${OUTPUT}.svg")
execute_process(COMMAND "${PROGRAM}" ${ARGUMENTS} OUTPUT_FILE "${OUTPUT}.dat" RESULT_VARIABLE status)
if(NOT status STREQUAL "0")
    message(FATAL_ERROR "${PROGRAM} ${ARGUMENTS}: exit status ${status}")
endif()

string(REGEX REPLACE "^curves_" "" name "${name}")
foreach(type IN ITEMS png svg)
    execute_process(
        COMMAND "${GNUPLOT}" -e "data='${OUTPUT}.dat'; name='${name}'; file='${OUTPUT}.${type}'; type='${type}'"
            "${CMAKE_CURRENT_LIST_DIR}/plots/style.gnuplot" "${CMAKE_CURRENT_LIST_DIR}/plots/${SCRIPT}.gnuplot"
        TIMEOUT 60 RESULT_VARIABLE status ERROR_VARIABLE err)
    if(NOT status STREQUAL "0" OR NOT err STREQUAL "" OR NOT EXISTS "${OUTPUT}.${type}")
        message(FATAL_ERROR "gnuplot could not draw ${OUTPUT}.${type}: exit status ${status}\n${err}")
    endif()
endforeach()
