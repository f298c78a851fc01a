#ifndef XACT_VERSION_HPP
#define XACT_VERSION_HPP

// The one place where the version is written; CMakeLists.txt reads it from here.
#define XACT_VERSION_MAJOR 0
#define XACT_VERSION_MINOR 1
#define XACT_VERSION_PATCH 0

#endif
