set(xact_triple aarch64-linux-gnu)
set(xact_qemu qemu-aarch64)
include(${CMAKE_CURRENT_LIST_DIR}/linux.cmake)
