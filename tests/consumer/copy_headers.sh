# Does what the README says of copying, in a copy of the tree, and runs the program: copy_headers.sh TREE FOLDER
set -e
rm -rf "$2"
mkdir -p "$2"
cp -R "$1/include" "$1/examples" "$2"
cd "$2"
sh -e examples/consume/copy_headers.sh
./quick_start | cmp - "$1/tests/examples/expected/quick_start.txt"
