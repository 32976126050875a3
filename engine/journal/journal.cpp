// The chain of the journal: linking, checking, and its form as text.

#include "journal/journal.h"

#include <algorithm>

#include "base/text.h"
#include "journal/messages.h"
#include "json/json.h"

namespace anjuan::journal {
namespace {

/// Fewer digits of a digest could be met by chance, or by trying.
constexpr std::size_t least_noted = 16;

std::string digest_of(DigestKind kind, const Entry& entry) {
  return digest(kind, "anjuan-log-1|" + std::to_string(entry.n) + "|" + entry.previous + "|" + entry.text);
}

Place place_of(std::int64_t n) {
  const std::string number = std::to_string(n);
  Place place;
  place.within = {"第" + number + "条", "entry " + number};
  return place;
}

/// What breaks the chain at `entry`, which should be the n-th and follow `previous`.
std::optional<Diagnostic> find_break(DigestKind kind, const Entry& entry, std::int64_t n,
                                     const std::string& previous) {
  const std::string number = std::to_string(n);
  if (entry.n != n) return diagnose(messages::gap, place_of(n), number, std::to_string(entry.n));
  if (entry.previous != previous) {
    return diagnose(messages::wrong_link, place_of(n), number, previous, entry.previous);
  }
  const std::string computed = digest_of(kind, entry);
  if (entry.digest != computed)
    return diagnose(messages::changed, place_of(n), number, computed, entry.digest);
  return std::nullopt;
}

}  // namespace

Entry append(DigestKind kind, std::int64_t last_n, std::string_view last_digest, const Value& act) {
  Entry entry{last_n + 1, std::string(last_digest), json::write(act), ""};
  entry.digest = digest_of(kind, entry);
  return entry;
}

Diagnostics verify(DigestKind kind, const std::vector<Entry>& entries, std::string_view head) {
  std::string previous = origin;
  std::int64_t n = 0;
  for (const Entry& entry : entries) {
    if (auto broken = find_break(kind, entry, ++n, previous)) return {std::move(*broken)};
    previous = entry.digest;
  }
  if (head.empty()) return {};
  const auto noted = read_noted_head(head);
  if (!noted.ok()) return noted.diagnostics();
  const auto found = find_head(entries, *noted);
  return found.ok() ? Diagnostics{} : found.diagnostics();
}

Result<NotedHead> read_noted_head(std::string_view text) {
  std::string plain = replace_all(std::string(text), "：", ":");
  std::erase_if(plain, [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; });
  for (char& c : plain) {
    if (c >= 'A' && c <= 'F') c = static_cast<char>(c - 'A' + 'a');
  }
  const std::size_t colon = plain.find(':');
  NotedHead noted;
  noted.digest = plain.substr(colon == std::string::npos ? 0 : colon + 1);
  if (colon != std::string::npos) noted.n = parse_integer(plain.substr(0, colon));
  const bool hex = noted.digest.find_first_not_of("0123456789abcdef") == std::string::npos;
  const bool numbered = colon == std::string::npos || (noted.n && *noted.n >= 0);
  if (!hex || !numbered || noted.digest.size() < least_noted || noted.digest.size() > origin.size()) {
    return diagnose(messages::head_unreadable, Place{}, text);
  }
  return noted;
}

Result<std::int64_t> find_head(const std::vector<Entry>& entries, const NotedHead& noted) {
  const auto fits = [&](std::string_view digest) { return digest.starts_with(noted.digest); };
  if (fits(origin) && noted.n.value_or(0) == 0) return std::int64_t{0};
  if (!noted.n) {
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) { return fits(entry.digest); });
    if (found == entries.end()) return diagnose(messages::head_missing, Place{}, noted.digest);
    return found->n;
  }
  const std::string number = std::to_string(*noted.n);
  if (*noted.n > static_cast<std::int64_t>(entries.size())) return diagnose(messages::head_beyond, Place{}, number, std::to_string(entries.size()));
  const std::string& kept = *noted.n == 0 ? origin : entries[static_cast<std::size_t>(*noted.n - 1)].digest;
  if (!fits(kept)) return diagnose(messages::head_differs, place_of(*noted.n), number, noted.digest, kept);
  return *noted.n;
}

std::string write(const std::vector<Entry>& entries) {
  std::string out;
  for (const Entry& entry : entries) {
    out += std::to_string(entry.n) + '\t' + entry.previous + '\t' + entry.digest + '\t' + entry.text + '\n';
  }
  return out;
}

Result<std::vector<Entry>> read(std::string_view text, const std::string& file) {
  std::vector<Entry> entries;
  Diagnostics found;
  int line = 0;
  while (!text.empty()) {
    ++line;
    const std::size_t end = text.find('\n');
    const auto fields = split(text.substr(0, end), '\t');
    const auto n = fields.size() == 4 ? parse_integer(fields[0]) : std::nullopt;
    // Without its line feed the last line may have been cut short.
    if (end == std::string_view::npos || !n || std::to_string(*n) != fields[0] || !is_hex_digest(fields[1]) ||
        !is_hex_digest(fields[2])) {
      found.push_back(diagnose(messages::malformed, {.file = file, .line = line}));
    } else {
      entries.push_back({*n, fields[1], fields[3], fields[2]});
    }
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  if (!found.empty()) return found;
  return entries;
}

}  // namespace anjuan::journal
