# What this project's own programs are compiled with; never part of what it exports. The tests of consumers use the list, too.
set(linode_pat_warnings -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Werror)
function(linode_pat_enable_warnings target)
  if(MSVC)
    target_compile_options(${target} PRIVATE /W4 /WX /permissive- /utf-8)
  else()
    target_compile_options(${target} PRIVATE ${linode_pat_warnings})
  endif()
endfunction()
