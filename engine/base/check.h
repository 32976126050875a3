#pragma once
// ANJUAN_CHECK: for mistakes of the programmer only. A false condition is a bug, never bad input:
// it stops the program with file and line in every build, so that nothing wrong is recorded.

#include <cstdio>
#include <cstdlib>

namespace anjuan {

[[noreturn]] inline void check_failed(const char* condition, const char* file, int line) {
  std::fprintf(stderr, "%s:%d: internal error: %s\n", file, line, condition);
  std::abort();
}

}  // namespace anjuan

#define ANJUAN_CHECK(condition) \
  ((condition) ? static_cast<void>(0) : ::anjuan::check_failed(#condition, __FILE__, __LINE__))
