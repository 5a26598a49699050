# The target `coverage`: which lines and branches of the headers the tests have reached, after they have run.
find_program(GCOVR gcovr REQUIRED)
add_custom_target(
  coverage
  COMMAND
    ${GCOVR} --root "${PROJECT_SOURCE_DIR}" --filter "${PROJECT_SOURCE_DIR}/include/" --exclude-throw-branches
    --exclude-unreachable-branches --txt --print-summary --fail-under-line 100
    --fail-under-branch 95 --html-details "${PROJECT_BINARY_DIR}/coverage.html" "${PROJECT_BINARY_DIR}/tests"
  USES_TERMINAL VERBATIM)
