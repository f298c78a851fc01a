# The target `reference`: the API reference as HTML, where Doxygen is installed. What is public and not documented is
# an error, as is every other warning.
find_package(Doxygen QUIET)
find_program(XACT_SED sed)
mark_as_advanced(XACT_SED)
if(NOT TARGET Doxygen::doxygen OR NOT XACT_SED)
  message(STATUS "Target reference left out: Doxygen or sed not found (Debian: doxygen)")
  return()
endif()

set(DOXYGEN_OUTPUT_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/reference)
set(DOXYGEN_STRIP_FROM_PATH include)
set(DOXYGEN_STRIP_FROM_INC_PATH include)
set(DOXYGEN_QUIET YES)
set(DOXYGEN_WARN_AS_ERROR FAIL_ON_WARNINGS)
set(DOXYGEN_GENERATE_LATEX NO)
set(DOXYGEN_HAVE_DOT NO)
set(DOXYGEN_JAVADOC_AUTOBRIEF YES)
set(DOXYGEN_SORT_BRIEF_DOCS YES)

set(DOXYGEN_EXCLUDE_PATTERNS */xact/kernel/* */xact/simd/*)
set(DOXYGEN_EXCLUDE_SYMBOLS xact::detail xact::kernel xact::simd)
set(DOXYGEN_MACRO_EXPANSION YES)
set(DOXYGEN_EXPAND_ONLY_PREDEF YES)
set(DOXYGEN_PREDEFINED XACT_INLINE= XACT_OUT_OF_LINE= XACT_COLD= XACT_INLINE_LAMBDA=)

# Formulas stand three columns in from the text; Markdown wants four, or it runs them together. A base in kernel is shown
# as the public class that it extends.
string(CONCAT DOXYGEN_INPUT_FILTER "${XACT_SED} -e 's|^\\( *///\\)   |\\1     |'"
                                   " -e 's|public kernel::[a-z_]*<\\([^,]*\\)> {|public elementwise<\\1> {|'"
                                   " -e 's|public kernel::[a-z_]*<\\(.*\\), Tier> {|public smooth<\\1, Tier> {|'")

doxygen_add_docs(reference include COMMENT "API reference: ${DOXYGEN_OUTPUT_DIRECTORY}/html/index.html")
