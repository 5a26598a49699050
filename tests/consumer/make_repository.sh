# Makes a git repository of the library's tree, with one commit and one tag: make_repository.sh TREE REPOSITORY TAG
set -e
rm -rf "$2"
mkdir -p "$2"
cd "$1"
cp -R CMakeLists.txt LICENSE README.md cmake examples include "$2"
mkdir "$2/tests" # a user of the library does not need them
cd "$2"
export GIT_CONFIG_GLOBAL=/dev/null
git init -q
git add -A
git -c user.name=nobody -c user.email=nobody@localhost commit -qm "the library"
git tag "$3"
