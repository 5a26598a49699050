mkdir -p third_party && cp -R include/linode third_party
c++ -std=c++17 -Ithird_party examples/quick_start.cpp -o quick_start
