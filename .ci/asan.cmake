# cmake -C .ci/asan.cmake -S . -B build-asan -G Ninja: memory errors and undefined behaviour stop a test.
set(CMAKE_BUILD_TYPE Debug CACHE STRING "")
set(CMAKE_CXX_FLAGS "-O1 -g1 -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer" CACHE STRING "")
