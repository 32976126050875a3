# cmake -C .ci/tidy.cmake -S . -B build-tidy -G Ninja: clang compiles, clang-tidy reads along (.clang-tidy).
set(CMAKE_BUILD_TYPE Debug CACHE STRING "")
set(CMAKE_CXX_COMPILER clang++ CACHE STRING "")
set(CMAKE_CXX_CLANG_TIDY clang-tidy CACHE STRING "")
