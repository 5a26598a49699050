// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// The macros that the definitions need: for compilers, and for separate compilation.
#pragma once

// Before the definition of a function in impl/: nothing if exactly one source of the program includes src.hpp.
#ifdef LINODE_PAT_SEPARATE_COMPILATION
#define LINODE_PAT_INLINE
#else
#define LINODE_PAT_INLINE inline
#endif

// These stand where a measurement showed that they matter: see the design page of the documentation. Cold is what makes
// an error: kept out of the way of the rest, and small rather than fast.
#if defined(_MSC_VER) && !defined(__clang__)
#define LINODE_PAT_ALWAYS_INLINE [[msvc::forceinline]]
#define LINODE_PAT_NOINLINE [[msvc::noinline]]
#define LINODE_PAT_COLD [[msvc::noinline]]
#else
#define LINODE_PAT_ALWAYS_INLINE [[gnu::always_inline]]
#define LINODE_PAT_NOINLINE [[gnu::noinline]]
#define LINODE_PAT_COLD [[gnu::cold, gnu::noinline]]
#endif
