// Slips in markup: what was meant is put in their place one after the other, so that all of them, and all else
// that is wrong in the file, can be told in one run.

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "xml/messages.h"
#include "xml/preflight.h"

namespace anjuan::xml {
namespace {

constexpr std::size_t most_slips = 50;  // each costs another look at the bytes

struct Attempt {
  Reading reading;
  Diagnostics failed;  ///< what keeps the bytes from being well-formed all the same
};

bool is_wide_mark(const Diagnostic& d) { return d.row == &full_width_mark; }

Attempt attempt(std::string_view bytes, const std::string& file, WideBracket bracket) {
  Attempt out;
  Reading& reading = out.reading;
  Scan scanned = scan(bytes, file, bracket);
  while (scanned.slip && reading.slips.size() < most_slips) {
    if (reading.mended.empty()) reading.mended = bytes;
    reading.slips.push_back(scanned.slip->told);
    reading.mended.replace(scanned.slip->at, scanned.slip->written.size(), scanned.slip->meant);
    scanned = scan(reading.mended, file, bracket);
  }
  if (scanned.slip) out.failed.push_back(std::move(scanned.slip->told));
  for (Diagnostic& d : scanned.diagnostics) (is_wide_mark(d) ? reading.slips : out.failed).push_back(std::move(d));
  reading.found = std::move(scanned.found);
  return out;
}

bool same(const Diagnostics& a, const Diagnostics& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Diagnostic& x, const Diagnostic& y) {
    return x.row == y.row && x.place.line == y.place.line && x.place.column == y.place.column;
  });
}

/// All that was found, as people read it: in the order of the file.
Diagnostics all_of(Attempt tried) {
  Diagnostics all = std::move(tried.reading.slips);
  append(all, std::move(tried.failed));
  // What is said of the file as a whole comes last.
  const auto key = [](const Diagnostic& d) { return std::tuple(d.place.line == 0, d.place.line, d.place.column); };
  std::stable_sort(all.begin(), all.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
  return all;
}

}  // namespace

Result<Reading> preflight(std::string_view bytes, const std::string& file) {
  if (bytes.size() > max_bytes)
    return diagnose(file_too_large, Place{file}, std::to_string(bytes.size()), std::to_string(max_bytes));
  if (trim(bytes).empty()) return diagnose(empty_file, Place{file});
  if (Diagnostics found = check_encoding(bytes, file); !found.empty()) return found;
  Attempt as_tags = attempt(bytes, file, WideBracket::begins_tag);
  if (as_tags.failed.empty()) return std::move(as_tags.reading);
  Attempt as_text = attempt(bytes, file, WideBracket::is_text);
  if (as_text.failed.empty()) return std::move(as_text.reading);
  // What fails only because a bracket was replaced is not told.
  if (!same(as_tags.failed, as_text.failed)) as_tags.failed.clear();
  return all_of(std::move(as_tags));
}

}  // namespace anjuan::xml
