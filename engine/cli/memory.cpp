// Memory that is asked for is there, or the program ends and says so. Libraries written in C cannot all
// tell that there was none: they would go on with a glyph, a cell or a font missing, and the act would keep a
// paper that is not whole. An end at any moment loses nothing: what is not committed is undone at the next
// opening, as after a power cut. These functions stand before the C library's own for the whole program.

#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstring>

#include "cli/exit_status.h"
#include "cli/messages.h"

#ifndef __SANITIZE_ADDRESS__

namespace anjuan::cli {
namespace {

void say(const char* text) {
  [[maybe_unused]] const ssize_t n = ::write(STDERR_FILENO, text, std::strlen(text));
}

/// Without asking for memory, and so in both languages.
[[noreturn]] void end_for_want_of_memory() {
  const MessageRow& row = out_of_memory;
  for (const char* text : {"故障 ", row.code, "  ", row.zh, "\n   提示  ", row.hint_zh, "\nfault ", row.code, "  ", row.en, "\n    hint  ", row.hint_en, "\n"}) say(text);
  ::_exit(status_fault);
}

void* given(void* memory) { return memory != nullptr ? memory : (end_for_want_of_memory(), nullptr); }

}  // namespace

extern "C" {

void* __libc_malloc(std::size_t);
void* __libc_calloc(std::size_t, std::size_t);
void* __libc_realloc(void*, std::size_t);
void* __libc_memalign(std::size_t, std::size_t);

void* malloc(std::size_t size) { return given(__libc_malloc(size)); }
void* calloc(std::size_t count, std::size_t size) { return given(__libc_calloc(count, size)); }
void* realloc(void* old, std::size_t size) {
  void* const moved = __libc_realloc(old, size);
  return size == 0 ? moved : given(moved);  // 0 frees
}
void* memalign(std::size_t alignment, std::size_t size) { return given(__libc_memalign(alignment, size)); }
void* aligned_alloc(std::size_t alignment, std::size_t size) { return memalign(alignment, size); }
int posix_memalign(void** out, std::size_t alignment, std::size_t size) {
  *out = memalign(alignment, size);
  return 0;
}

}  // extern "C"
}  // namespace anjuan::cli

#endif
