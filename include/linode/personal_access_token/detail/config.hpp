// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// What is asked of compilers, and the macros that the definitions need.
#pragma once

// The error is the only one: public headers are empty behind it. There is no macro that says that all is well instead,
// as Doxygen, which knows no standard, would see nothing.
#if __cplusplus < 201703L && (!defined(_MSVC_LANG) || _MSVC_LANG < 201703L)
#define LINODE_PAT_UNSUPPORTED
#error "linode/personal_access_token needs C++17: -std=c++17, /std:c++17, or newer"
#elif !defined(__cpp_exceptions) && !defined(_CPPUNWIND)
#define LINODE_PAT_UNSUPPORTED
#error "linode/personal_access_token needs exceptions: without -fno-exceptions, or with /EHsc"
#endif

// Before the definition of a function in impl/: nothing if exactly one source of the program includes src.hpp.
#ifdef LINODE_PAT_SEPARATE_COMPILATION
#define LINODE_PAT_INLINE
#else
#define LINODE_PAT_INLINE inline
#endif

// Before an exception class: caught as what it is in another shared library, also where visibility is hidden.
#if defined(__GNUC__) && !defined(_WIN32)
#define LINODE_PAT_EXPORT [[gnu::visibility("default")]]
#else
#define LINODE_PAT_EXPORT
#endif

// These stand where a measurement showed that they matter: see the design page of the documentation. Cold is what makes
// an error: kept out of the way of the rest, and small rather than fast. Without optimization nothing is inlined by
// force, which would take a twelfth of the compile time there.
#if defined(_MSC_VER) && !defined(__clang__)
#define LINODE_PAT_ALWAYS_INLINE [[msvc::forceinline]]
#define LINODE_PAT_NOINLINE [[msvc::noinline]]
#define LINODE_PAT_COLD [[msvc::noinline]]
#else
#ifdef __OPTIMIZE__
#define LINODE_PAT_ALWAYS_INLINE [[gnu::always_inline]]
#else
#define LINODE_PAT_ALWAYS_INLINE
#endif
#define LINODE_PAT_NOINLINE [[gnu::noinline]]
#ifdef __clang__  // where cold alone says nothing about size
#define LINODE_PAT_COLD [[gnu::cold, gnu::noinline, clang::minsize]]
#else
#define LINODE_PAT_COLD [[gnu::cold, gnu::noinline]]
#endif
#endif
