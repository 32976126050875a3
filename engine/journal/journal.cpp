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
  RunningDigest running(kind);
  running.add("anjuan-log-1|" + std::to_string(entry.n) + "|");
  running.add(entry.previous);
  running.add("|");
  running.add(entry.text);
  return running.finish();
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

ChainCheck::ChainCheck(DigestKind kind, std::vector<NotedHead> heads) : kind_(kind) {
  for (NotedHead& head : heads) {
    if (head.n) numbered_.emplace(*head.n, heads_.size());
    else others_.push_back(heads_.size());
    heads_.push_back({std::move(head), std::nullopt, std::nullopt});
    compare(heads_.back(), 0, origin);
  }
}

void ChainCheck::take(const Entry& entry) {
  ++last_;
  if (broken_) return;
  broken_ = find_break(kind_, entry, last_, previous_);
  previous_ = entry.digest;
  for (const std::size_t i : others_) compare(heads_[i], entry.n, entry.digest);
  for (auto [of, end] = numbered_.equal_range(entry.n); of != end; ++of) compare(heads_[of->second], entry.n, entry.digest);
}

void ChainCheck::compare(Noted& noted, std::int64_t n, const std::string& digest) const {
  const NotedHead& head = noted.head;
  if (noted.found || (head.n && *head.n != n)) return;
  if (digest.starts_with(head.digest)) {
    noted.found = n;
  } else if (head.n) {
    noted.differs = diagnose(messages::head_differs, place_of(n), std::to_string(n), head.digest, digest);
  }
}

Diagnostics ChainCheck::finish() const {
  if (broken_) return {*broken_};
  Diagnostics found;
  for (const Noted& noted : heads_) {
    const NotedHead& head = noted.head;
    if (head.kind && *head.kind != kind_) {
      found.push_back(diagnose(messages::head_algorithm, Place{}, head.digest, name_of(*head.kind), name_of(kind_)));
    } else if (noted.differs) {
      found.push_back(*noted.differs);
    } else if (!noted.found && head.n) {
      found.push_back(diagnose(messages::head_beyond, Place{}, std::to_string(*head.n), std::to_string(last_)));
    } else if (!noted.found) {
      found.push_back(diagnose(messages::head_missing, Place{}, head.digest));
    }
  }
  return found;
}

std::vector<std::int64_t> ChainCheck::noted() const {
  std::vector<std::int64_t> out;
  for (const Noted& noted : heads_) out.push_back(noted.found.value_or(0));
  return out;
}

Diagnostics verify(DigestKind kind, const std::vector<Entry>& entries, std::string_view head) {
  std::vector<NotedHead> heads;
  if (!head.empty()) {
    auto noted = read_noted_head(head);
    if (!noted.ok()) return noted.diagnostics();
    heads.push_back(std::move(*noted));
  }
  ChainCheck check(kind, std::move(heads));
  for (const Entry& entry : entries) check.take(entry);
  return check.finish();
}

namespace {

constexpr std::string_view head_line_mark = "anjuan-head-1";

/// The words of a line of `head_line`: mark, day, number, algorithm, digest.
Result<NotedHead> read_head_line(std::string_view line) {
  const std::vector<std::string> words = split(line, ' ');
  const auto n = words.size() == 5 ? parse_integer(words[2]) : std::nullopt;
  const auto kind = words.size() == 5 ? parse_digest_kind(words[3]) : std::nullopt;
  if (!n || *n < 0 || !kind || !parse_day(words[1]) || !is_hex_digest(words[4])) {
    return diagnose(messages::head_unreadable, Place{}, line);
  }
  return NotedHead{words[4], n, kind};
}

}  // namespace

std::string head_line(DigestKind kind, Day day, const Head& head) {
  return std::string(head_line_mark) + " " + iso(day) + " " + std::to_string(head.n) + " " + std::string(name_of(kind)) + " " +
         head.digest + "\n";
}

Result<std::vector<NotedHead>> read_noted_heads(std::string_view text, const std::string& file) {
  std::vector<NotedHead> heads;
  Diagnostics found;
  int number = 0;
  for (const std::string& whole : split(text, '\n')) {
    ++number;
    const std::string_view line = trim(whole);
    if (line.empty() || line.starts_with('#')) continue;
    auto head = read_noted_head(line);
    if (head.ok()) heads.push_back(std::move(*head));
    else found.push_back(diagnose(messages::head_unreadable, {.file = file, .line = number}, line));
  }
  if (!found.empty()) return found;
  if (heads.empty()) return diagnose(messages::head_unreadable, {.file = file}, "");
  return heads;
}

Result<NotedHead> read_noted_head(std::string_view text) {
  if (const std::string_view line = trim(text); line.starts_with(head_line_mark)) return read_head_line(line);
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
