#ifndef XACT_TESTS_CATCH_HPP
#define XACT_TESTS_CATCH_HPP

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx;
#else
#include <catch2/catch.hpp>
#if defined(__clang__) && __clang_major__ >= 19
#pragma clang diagnostic ignored "-Wc++20-extensions" // an empty '...' in what TEMPLATE_TEST_CASE expands to
#endif
#endif

#endif
