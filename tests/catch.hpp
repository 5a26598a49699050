// Catch2, whichever of its major versions is installed.
#pragma once

#if __has_include(<catch2/catch_test_macros.hpp>)
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>
#else
#include <catch2/catch.hpp>
#endif

// With each failure in a table, the line of its row.
#define IN_ROW(row) INFO("the row in line " << (row).line)
