# Compares the single header of a build folder with a new one, and with what it must hold: single_header.sh CMAKE TREE BUILD
header=linode_personal_access_token.hpp
new=$3/new_$header
"$1" -D "OUTPUT=$new" -P "$2/cmake/single_header.cmake"
cmp "$3/$header" "$new"
rm "$new"
head -n 3 "$3/$header" | grep -q "MIT License"
version=$(sed -n 's/#define LINODE_PAT_VERSION_[A-Z]* *\([0-9]*\).*/\1/p' "$2/include/linode/personal_access_token/version.hpp" | paste -s -d .)
head -n 1 "$3/$header" | grep -qF "linode-personal-access-token $version, as one header"
! grep -q '#include <linode/' "$3/$header"
