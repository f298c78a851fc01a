#ifndef XACT_VERSION_HPP
#define XACT_VERSION_HPP

/// \file
/// The one place where the version is written; CMakeLists.txt reads it from here.

/// Below 1, a minor release may change what a name means.
#define XACT_VERSION_MAJOR 0
/// What is new without changing what was there, from 1.0 on.
#define XACT_VERSION_MINOR 1
/// What is only mended.
#define XACT_VERSION_PATCH 0

#endif
