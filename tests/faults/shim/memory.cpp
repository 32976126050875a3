// Allocations are counted, and one of them gives nothing. The program asks the C library by these names.

#include <cerrno>
#include <cstddef>

#include "faults/shim/shim.h"

namespace {

bool allocation_fails() {
  using namespace anjuan::faults;
  if (!awake || Quiet::now()) return false;
  if (++shim.counts.allocations != shim.plan.at || shim.plan.fault != Fault::no_memory) return false;
  errno = ENOMEM;
  return true;
}

template <class Function>
Function* next(Function*& known, const char* name) {
  return known != nullptr ? known : known = anjuan::faults::original<Function>(name);
}

}  // namespace

extern "C" {

void* __libc_malloc(std::size_t size) {
  static void* (*real)(std::size_t);
  return allocation_fails() ? nullptr : next(real, "__libc_malloc")(size);
}
void* __libc_calloc(std::size_t count, std::size_t size) {
  static void* (*real)(std::size_t, std::size_t);
  return allocation_fails() ? nullptr : next(real, "__libc_calloc")(count, size);
}
void* __libc_realloc(void* old, std::size_t size) {
  static void* (*real)(void*, std::size_t);
  return allocation_fails() ? nullptr : next(real, "__libc_realloc")(old, size);
}
void* __libc_memalign(std::size_t alignment, std::size_t size) {
  static void* (*real)(std::size_t, std::size_t);
  return allocation_fails() ? nullptr : next(real, "__libc_memalign")(alignment, size);
}

}  // extern "C"
