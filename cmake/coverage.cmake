# The target `coverage`, after the tests have run: with GCC which lines of the headers they reached (gcovr; all
# are required), with Clang which branches (llvm-cov; 95 % are required). GCC counts a branch for each way out of each call of
# each instantiation of a template, so that its share says little about headers.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  find_program(GCOVR gcovr REQUIRED)
  add_custom_target(
    coverage
    COMMAND ${GCOVR} --root "${PROJECT_SOURCE_DIR}" --filter "${PROJECT_SOURCE_DIR}/include/" --print-summary
            --fail-under-line 100 "${PROJECT_BINARY_DIR}/tests"
    USES_TERMINAL VERBATIM)
else()
  string(REGEX MATCH "^[0-9]+" version "${CMAKE_CXX_COMPILER_VERSION}")
  find_program(LLVM_PROFDATA NAMES llvm-profdata-${version} llvm-profdata REQUIRED)
  find_program(LLVM_COV NAMES llvm-cov-${version} llvm-cov REQUIRED)
  add_custom_target(
    coverage
    COMMAND ${CMAKE_COMMAND} "-DPROFDATA=${LLVM_PROFDATA}" "-DCOV=${LLVM_COV}" "-DFOLDER=${PROJECT_BINARY_DIR}"
            "-DHEADERS=${PROJECT_SOURCE_DIR}/include" -P "${CMAKE_CURRENT_LIST_DIR}/branch_coverage.cmake"
    USES_TERMINAL VERBATIM)
  add_dependencies(coverage core_tests library_tests memory_tests hostile_tests)
endif()
