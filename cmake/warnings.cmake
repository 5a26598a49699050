# What this project's own programs are compiled with; never part of what it exports.
function(linode_pat_enable_warnings target)
  target_compile_options(
    ${target} PRIVATE -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Werror)
endfunction()
