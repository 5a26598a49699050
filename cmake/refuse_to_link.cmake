# Makes linking a target an error that says why. CMake prints the sentence as the name of an unknown compile feature;
# as the name of a library, it would look like a typo.
function(linode_pat_refuse_to_link target sentence)
  set_property(TARGET ${target} APPEND PROPERTY INTERFACE_COMPILE_FEATURES "${sentence}")
endfunction()
