# Follows the README for a WAY, in a copy of the tree, and runs the program:
# without_cmake.sh WAY TREE FOLDER [INSTALLED]
set -e
rm -rf "$3"
mkdir -p "$3"
cp -R "$2/include" "$2/examples" "$3"
cd "$3"
export PKG_CONFIG_PATH="$4/share/pkgconfig:$PKG_CONFIG_PATH"
sh -e "examples/consume/$1.sh"
./quick_start | cmp - "$2/tests/examples/expected/quick_start.txt"
