# The target `docs`: the reference documentation, in docs/html of the build folder. A warning of Doxygen is an error.
find_package(Doxygen 1.9 QUIET COMPONENTS dot)
if(NOT Doxygen_FOUND)
  message(FATAL_ERROR "The documentation needs Doxygen 1.9 or newer, and Graphviz: install the packages doxygen, graphviz and "
                      "doxygen-awesome-css.")
endif()

set(DOXYGEN_PROJECT_NAME linode-personal-access-token)
set(DOXYGEN_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/docs")
set(DOXYGEN_STRIP_FROM_PATH "${PROJECT_SOURCE_DIR}/include" "${PROJECT_SOURCE_DIR}/cmake/docs")
set(DOXYGEN_STRIP_FROM_INC_PATH "${PROJECT_SOURCE_DIR}/include")
set(DOXYGEN_USE_MDFILE_AS_MAINPAGE "${PROJECT_SOURCE_DIR}/cmake/docs/main_page.md")
set(DOXYGEN_EXAMPLE_PATH "${PROJECT_SOURCE_DIR}/examples" "${PROJECT_SOURCE_DIR}/tests/examples/expected")
set(DOXYGEN_EXCLUDE_PATTERNS "*/detail/*" "*/impl/*")
set(DOXYGEN_EXCLUDE_SYMBOLS "linode::detail*")
set(DOXYGEN_JAVADOC_AUTOBRIEF YES)
set(DOXYGEN_SORT_MEMBER_DOCS NO)
set(DOXYGEN_SHOW_INCLUDE_FILES NO)
set(DOXYGEN_INCLUDE_GRAPH NO)
set(DOXYGEN_INCLUDED_BY_GRAPH NO)
set(DOXYGEN_CLASS_GRAPH NO)
set(DOXYGEN_COLLABORATION_GRAPH NO)
set(DOXYGEN_GRAPHICAL_HIERARCHY NO)
set(DOXYGEN_DIRECTORY_GRAPH NO)
set(DOXYGEN_DOT_IMAGE_FORMAT svg)
set(DOXYGEN_GENERATE_TREEVIEW YES)
set(DOXYGEN_DISABLE_INDEX NO)
set(DOXYGEN_FULL_SIDEBAR NO)
set(DOXYGEN_TOC_INCLUDE_HEADINGS 0)
set(DOXYGEN_TREEVIEW_WIDTH 272)
# The deleted overloads for a null pointer have no comments, and are not listed.
set(DOXYGEN_HIDE_UNDOC_MEMBERS YES)
# Otherwise Doxygen 1.17 loads a script from the network into every page.
set(DOXYGEN_MERMAID_RENDER_MODE CLI)
set(DOXYGEN_WARN_AS_ERROR FAIL_ON_WARNINGS)

find_path(LINODE_PAT_DOXYGEN_THEME doxygen-awesome.css PATHS /usr/share/doxygen-awesome-css)
if(LINODE_PAT_DOXYGEN_THEME)
  set(DOXYGEN_HTML_EXTRA_STYLESHEET "${LINODE_PAT_DOXYGEN_THEME}/doxygen-awesome.css"
                                    "${PROJECT_SOURCE_DIR}/cmake/docs/style.css")
  # The theme has its own dark mode and copy buttons. CMake drops settings that this Doxygen does not know.
  set(DOXYGEN_HTML_COLORSTYLE LIGHT)
  set(DOXYGEN_HTML_COPY_CLIPBOARD NO)
  # The scripts are added to the page header of this Doxygen, since each version has another.
  set(DOXYGEN_HTML_HEADER "${PROJECT_BINARY_DIR}/docs/header.html")
  file(MAKE_DIRECTORY "${DOXYGEN_OUTPUT_DIRECTORY}")
  execute_process(COMMAND "${DOXYGEN_EXECUTABLE}" -w html header.html footer.html style.css
                  WORKING_DIRECTORY "${DOXYGEN_OUTPUT_DIRECTORY}" COMMAND_ERROR_IS_FATAL ANY)
  file(READ "${DOXYGEN_HTML_HEADER}" header)
  # Doxygen 1.17 comes without jQuery; the scripts need this much of it.
  string(REPLACE "</head>" [[<script>
const whenReady = f => document.readyState === "loading" ? addEventListener("DOMContentLoaded", f) : f();
window.$ ??= x => x === document || x === window ? {ready: whenReady, resize: f => addEventListener("resize", f)} : whenReady(x);
</script>
</head>]] header "${header}")
  foreach(script IN ITEMS darkmode-toggle/DarkModeToggle fragment-copy-button/FragmentCopyButton)
    cmake_path(GET script PARENT_PATH file)
    cmake_path(GET script FILENAME class)
    list(APPEND DOXYGEN_HTML_EXTRA_FILES "${LINODE_PAT_DOXYGEN_THEME}/doxygen-awesome-${file}.js")
    string(REPLACE "</head>" "<script src=\"$relpath^doxygen-awesome-${file}.js\"></script>
<script>DoxygenAwesome${class}.init()</script>\n</head>" header "${header}")
  endforeach()
  file(WRITE "${DOXYGEN_HTML_HEADER}" "${header}")
else()
  message(WARNING "The documentation has the plain look: install the package doxygen-awesome-css, and configure again.")
endif()

# Doxygen links a name without arguments to its first overload. These headers come first, so that it is one for text.
set(text_headers read.hpp write.hpp)
list(TRANSFORM text_headers PREPEND "${PROJECT_SOURCE_DIR}/include/linode/personal_access_token/")
doxygen_add_docs(docs ${text_headers} "${PROJECT_SOURCE_DIR}/include" "${PROJECT_SOURCE_DIR}/cmake/docs"
                 COMMENT "Making the documentation: ${DOXYGEN_OUTPUT_DIRECTORY}/html/index.html")
