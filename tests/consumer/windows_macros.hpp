// Macros of <windows.h>, Apple's <AssertMacros.h>, <X11/X.h> and <sys/sysmacros.h>, defined after the standard library
// and before this one.
#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <bitset>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <exception>
#include <iosfwd>
#include <istream>
#include <iterator>
#include <limits>
#include <optional>
#include <ostream>
#include <ratio>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#if __has_include(<nlohmann/json.hpp>)
#include <nlohmann/json.hpp>
#endif

#define min(a, b) (((a) < (b)) ? (a) : (b))
#define max(a, b) (((a) > (b)) ? (a) : (b))
#define small char
#define near
#define far
#define interface struct
#define IN
#define OUT
#define OPTIONAL
#define CONST const
#define VOID void
#define TRUE 1
#define FALSE 0
#define ERROR 0
#define NO_ERROR 0
#define DELETE 0x00010000L
#define STRICT 1
#define IGNORE 0
#define INFINITE 0xFFFFFFFF
#define THIS this
#define CALLBACK
#define PASCAL
#define CreateFile CreateFileA
#define GetMessage GetMessageA
#define SendMessage SendMessageA
#define GetObject GetObjectA

#define check(assertion)
#define check_string(assertion, message)
#define check_noerr(error)
#define verify(assertion)
#define verify_noerr(error)
#define require(assertion, label)
#define require_noerr(error, label)
#define require_quiet(assertion, label)
#define debug_string(message)

#define Always 2
#define Bool int
#define None 0L
#define Status int
#define Success 0
#define major(device) device
#define minor(device) device
