// Computing a result anew and comparing it byte by byte.

#include <algorithm>

#include "draw/draw.h"
#include "draw/lines.h"
#include "draw/messages.h"

namespace anjuan::draw {
namespace {

std::string_view next_line(std::string_view& bytes) {
  const std::size_t end = std::min(bytes.find('\n'), bytes.size() - 1) + 1;
  const std::string_view line = bytes.substr(0, end);
  bytes.remove_prefix(end);
  return line;
}

/// A line for a message: fields apart, without its end.
std::string shown(std::string_view line) {
  if (line.ends_with('\n')) line.remove_suffix(1);
  std::string text(line);
  std::replace(text.begin(), text.end(), '\t', ' ');
  return quoted(text);
}

/// The two lines from shortly before where they part, so that long digests do not hide it.
std::pair<std::string, std::string> parted(std::string_view expected, std::string_view found) {
  constexpr std::size_t before = 48;
  std::size_t same = 0;
  while (same < expected.size() && same < found.size() && expected[same] == found[same]) ++same;
  std::size_t from = same > before ? same - before : 0;
  // Not inside a character, and at the start of a field where one is near.
  const std::size_t field = expected.find('\t', from);
  if (from > 0) from = field != std::string_view::npos && field < same ? field + 1 : 0;
  const std::string lead = from > 0 ? "…" : "";
  return {lead + shown(expected.substr(from)), lead + shown(found.substr(from))};
}

}  // namespace

Diagnostics compare(std::string_view expected, const NamedBytes& result) {
  std::string_view found = result.bytes;
  Place place;
  place.file = result.file;
  while (!expected.empty() && !found.empty()) {
    ++place.line;
    const std::string_view wanted = next_line(expected), given = next_line(found);
    if (wanted == given) continue;
    if (found.empty() && wanted.starts_with(given)) {
      return {diagnose(messages::result_cut_short, place, shown(wanted))};
    }
    auto [wanted_text, given_text] = parted(wanted, given);
    return {diagnose(messages::result_differs, place, std::move(wanted_text), std::move(given_text))};
  }
  ++place.line;
  if (!expected.empty()) return {diagnose(messages::result_cut_short, place, shown(next_line(expected)))};
  if (!found.empty()) return {diagnose(messages::result_goes_on, place, shown(next_line(found)))};
  return {};
}

Diagnostics verify(const NamedBytes& list, const NamedBytes& seed, const std::optional<NamedBytes>& events,
                   const NamedBytes& result) {
  std::string computed;
  const Outcome drawn = draw_files(list, seed, events, [&](std::string_view piece) { computed += piece; });
  if (!drawn.ok()) return drawn.diagnostics();
  return compare(computed, result);
}

}  // namespace anjuan::draw
