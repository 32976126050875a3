# cmake -C .ci/fuzz.cmake -S . -B build-fuzz -G Ninja; ninja -C build-fuzz fuzz_procedure; then
# build-fuzz/tests/fuzz/fuzz_procedure FOLDER tests/procedure/mistakes: libFuzzer with the sanitizers (clang
# and libclang-rt-14-dev). What it finds goes into tests/fuzz/corpus as NAME.fuzz.
set(CMAKE_BUILD_TYPE Debug CACHE STRING "")
set(CMAKE_CXX_COMPILER clang++ CACHE STRING "")
set(ANJUAN_FUZZ ON CACHE BOOL "")
set(ANJUAN_UNITY ON CACHE BOOL "")
set(CMAKE_CXX_FLAGS "-O1 -g1 -fsanitize=address,undefined,fuzzer-no-link -fno-sanitize-recover=all -fno-omit-frame-pointer -include ${CMAKE_CURRENT_LIST_DIR}/fuzz_qpdf.h" CACHE STRING "")
