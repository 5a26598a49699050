// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// Compiler requirements and macros.
#pragma once

// A missing file ends the compilation, so that no other error follows; after #error, compilers continue.
#if __cplusplus < 201703L && (!defined(_MSVC_LANG) || _MSVC_LANG < 201703L)
#include "linode/personal_access_token needs C++17: -std=c++17, /std:c++17, or newer"
#elif !defined(__cpp_exceptions) && !defined(_CPPUNWIND)
#include "linode/personal_access_token needs exceptions: without -fno-exceptions, or with /EHsc"
#endif

// Before a function in impl/: `inline`, unless compiled separately.
#ifdef LINODE_PAT_SEPARATE_COMPILATION
#define LINODE_PAT_INLINE
#else
#define LINODE_PAT_INLINE inline
#endif

// Before an exception class: exported, so that other shared libraries can catch it.
#if defined(__GNUC__) && !defined(_WIN32)
#define LINODE_PAT_EXPORT [[gnu::visibility("default")]]
#else
#define LINODE_PAT_EXPORT
#endif

// Forced, or forbidden, where reading was measurably slower with the compiler's choice. Without optimization nothing is
// forced: that would only make compiling slower.
// COLD: makes errors, so it is compiled for size. With GCC, a program that reads a text is a tenth smaller.
#if defined(_MSC_VER) && !defined(__clang__)
#define LINODE_PAT_ALWAYS_INLINE [[msvc::forceinline]]
#define LINODE_PAT_NOINLINE [[msvc::noinline]]
#define LINODE_PAT_COLD
#else
#ifdef __OPTIMIZE__
#define LINODE_PAT_ALWAYS_INLINE [[gnu::always_inline]]
#else
#define LINODE_PAT_ALWAYS_INLINE
#endif
#define LINODE_PAT_NOINLINE [[gnu::noinline]]
#define LINODE_PAT_COLD [[gnu::cold]]
#endif
