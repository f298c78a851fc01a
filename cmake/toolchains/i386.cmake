set(xact_triple i686-linux-gnu)
set(xact_qemu qemu-i386)
set(xact_flags "-msse2 -mfpmath=sse")
include(${CMAKE_CURRENT_LIST_DIR}/linux.cmake)
