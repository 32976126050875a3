#pragma once
// What every target holds its reader to: it answers, or refuses with words.

#include <string_view>

#include "base/check.h"
#include "base/result.h"

namespace anjuan::fuzz {

/// Every message can be printed, in both languages, with the line it stands in.
inline void print_all(const Diagnostics& all, std::string_view bytes) {
  for (const Diagnostic& d : all) {
    ANJUAN_CHECK(!render(d, Language::chinese, bytes).empty());
    ANJUAN_CHECK(!render(d, Language::english, bytes).empty());
  }
}

/// Refused with words, or read.
template <class T>
bool answered(const Result<T>& read, std::string_view bytes) {
  if (!read.ok()) {
    ANJUAN_CHECK(!read.diagnostics().empty());
    print_all(read.diagnostics(), bytes);
  }
  return read.ok();
}

}  // namespace anjuan::fuzz
