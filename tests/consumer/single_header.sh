# Compares the single header of a build folder with one made as the README says, and checks its contents:
# single_header.sh CMAKE TREE BUILD
header=linode_personal_access_token.hpp
new=$3/new_single_header
rm -rf "$new"
mkdir "$new"
cp -R "$2/LICENSE" "$2/cmake" "$2/include" "$new"
(cd "$new" && PATH="$(dirname "$1"):$PATH" sh -e "$2/examples/consume/single_header.sh")
cmp "$3/$header" "$new/$header"
head -n 3 "$3/$header" | grep -q "MIT License"
version=$(sed -n 's/#define LINODE_PAT_VERSION_[A-Z]* *\([0-9]*\).*/\1/p' "$2/include/linode/personal_access_token/version.hpp" | paste -s -d .)
head -n 1 "$3/$header" | grep -qF "linode-personal-access-token $version, as one header"
! grep -q '#include <linode/' "$3/$header"
