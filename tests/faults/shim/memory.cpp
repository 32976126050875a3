// Allocations are counted, and one of them gives nothing. The C++ allocator asks malloc, too.

#include <malloc.h>

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

}  // namespace

extern "C" {

void* __libc_malloc(size_t);
void* __libc_calloc(size_t, size_t);
void* __libc_realloc(void*, size_t);
void* __libc_memalign(size_t, size_t);

void* malloc(size_t size) { return allocation_fails() ? nullptr : __libc_malloc(size); }
void* calloc(size_t count, size_t size) { return allocation_fails() ? nullptr : __libc_calloc(count, size); }
void* realloc(void* old, size_t size) { return allocation_fails() ? nullptr : __libc_realloc(old, size); }
void* aligned_alloc(size_t alignment, size_t size) {
  return allocation_fails() ? nullptr : __libc_memalign(alignment, size);
}
void* memalign(size_t alignment, size_t size) { return aligned_alloc(alignment, size); }
int posix_memalign(void** out, size_t alignment, size_t size) {
  void* got = aligned_alloc(alignment, size);
  if (got == nullptr) return ENOMEM;
  *out = got;
  return 0;
}

}  // extern "C"
