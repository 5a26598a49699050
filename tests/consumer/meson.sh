# Builds and runs the Meson project in one way: meson.sh WAY TREE INSTALLED FOLDER
set -e
rm -rf "$4"
mkdir -p "$4/subprojects" "$4/consume"
cp -R "$2/tests/consumer/meson/." "$4"
cp "$2/tests/consumer/text.cpp" "$2/tests/consumer/adapter.cpp" "$4"
ln -s "$2" "$4/subprojects/linode_personal_access_token"
cp "$2/examples/consume/meson.build" "$4/consume"
cd "$4"
export PKG_CONFIG_PATH="$3/share/pkgconfig:$PKG_CONFIG_PATH"
case $1 in *offline) export https_proxy=http://127.0.0.1:9 no_proxy= ;; esac
meson setup build -D way="$1" -D cmake_prefix_path="$3"
meson test -C build
