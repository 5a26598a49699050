c++ -std=c++17 $(pkg-config --cflags linode_personal_access_token) examples/quick_start.cpp -o quick_start
