# The warnings for this project's own programs, and for the tests of consumers. They are not exported.
set(linode_pat_warnings -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Werror)
function(linode_pat_enable_warnings target)
  if(MSVC)
    target_compile_options(${target} PRIVATE /W4 /WX /permissive- /utf-8)
  else()
    target_compile_options(${target} PRIVATE ${linode_pat_warnings})
  endif()
endfunction()
