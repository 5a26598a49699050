# Makes linking a target an error that says why: CMake shows an unknown feature by its name, with the target that asks for it.
# A library of that name instead would be taken for a typo.
function(linode_pat_refuse_to_link target sentence)
  set_property(TARGET ${target} APPEND PROPERTY INTERFACE_COMPILE_FEATURES "${sentence}")
endfunction()
