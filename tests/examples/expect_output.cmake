# Runs a program and compares its status, output and errors with the expected ones:
#   cmake -DPROGRAM=… [-DARGUMENTS="a|b"] [-DINPUT=file] [-DSTATUS=0] [-DOUTPUT=file | -DOUTPUT_TEXT=…] [-DERROR=text] -P …
if(NOT DEFINED STATUS)
  set(STATUS 0)
endif()
string(REPLACE "|" ";" arguments "${ARGUMENTS}")
if(INPUT)
  set(input INPUT_FILE "${INPUT}")
endif()
execute_process(
  COMMAND ${PROGRAM} ${arguments} ${input}
  RESULT_VARIABLE status
  OUTPUT_VARIABLE output
  ERROR_VARIABLE error)
if(OUTPUT)
  file(READ "${OUTPUT}" OUTPUT_TEXT)
endif()
foreach(value IN ITEMS output OUTPUT_TEXT error ERROR)
  string(STRIP "${${value}}" ${value})
endforeach()
foreach(pair IN ITEMS "status STATUS" "output OUTPUT_TEXT" "error ERROR")
  separate_arguments(pair)
  list(GET pair 0 actual)
  list(GET pair 1 expected)
  if(NOT "${${actual}}" STREQUAL "${${expected}}")
    message(FATAL_ERROR "${actual} is\n${${actual}}\nbut should be\n${${expected}}")
  endif()
endforeach()
