# cmake -C .ci/whole.cmake -S . -B build-whole -G Ninja: all files of a target are compiled as one, so that
# file-local names that two of them share are found, whichever files Release compiles together.
set(CMAKE_BUILD_TYPE Debug CACHE STRING "")
set(ANJUAN_UNITY ON CACHE BOOL "")
set(CMAKE_UNITY_BUILD_BATCH_SIZE 0 CACHE STRING "")
