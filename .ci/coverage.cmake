# cmake -C .ci/coverage.cmake -S . -B build-coverage -G Ninja; after the tests: gcovr -r . build-coverage
set(CMAKE_BUILD_TYPE Debug CACHE STRING "")
set(CMAKE_CXX_FLAGS "-O0 --coverage -fprofile-update=atomic" CACHE STRING "")
