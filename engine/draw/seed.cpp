// Reading and writing seed files; commitments.

#include "draw/seed.h"

#include <algorithm>

#include "draw/lines.h"
#include "draw/messages.h"
#include "draw/words.h"

namespace anjuan::draw {
namespace {

constexpr std::size_t fewest_throws = 20, most_throws = 500, longest_lottery_number = 18;

bool is_dice(std::string_view value, char lowest, char highest) {
  return value.size() >= fewest_throws && value.size() <= most_throws &&
         std::all_of(value.begin(), value.end(), [&](char c) { return c >= lowest && c <= highest; });
}

/// Groups of "number." joined by "/": 3.7.12./9.
bool is_lottery(std::string_view value) {
  std::size_t at = 0;
  bool group_has_number = false;
  while (at < value.size()) {
    if (value[at] == '/') {
      if (!group_has_number) return false;
      group_has_number = false;
      ++at;
      continue;
    }
    const std::size_t start = at;
    while (at < value.size() && value[at] >= '0' && value[at] <= '9') ++at;
    const std::size_t digits = at - start;
    if (digits == 0 || digits > longest_lottery_number || (digits > 1 && value[start] == '0')) return false;
    if (at == value.size() || value[at] != '.') return false;
    group_has_number = true;
    ++at;
  }
  return group_has_number;
}

void read_value(const ListHead& list, std::size_t index, LineReader& line) {
  const Contributor& contributor = list.contributors[index];
  if (line.raw(0) != "value") {
    line.refuse(messages::unknown_line, 0, quoted(line.raw(0)));
    return;
  }
  if (!line.width(5)) return;
  const std::string number = std::to_string(index + 1);
  if (line.raw(1) != number || line.raw(2) != contributor.id || line.raw(3) != name_of(contributor.kind)) {
    line.refuse(messages::wrong_contribution, 0, number, contributor.id, name_of(contributor.kind));
    return;
  }
  if (!is_value_of(contributor.kind, line.raw(4))) {
    line.refuse(messages::bad_value, 4, contributor.id, name_of(contributor.kind));
  } else if (contributor.kind == SourceKind::secret &&
             commitment(list.hash, list.draw, contributor.id, line.raw(4)) != contributor.commitment) {
    line.refuse(messages::commitment_not_opened, 4, contributor.id);
  }
}

}  // namespace

std::string_view name_of(SourceKind kind) { return source_words[static_cast<std::size_t>(kind)]; }

std::optional<SourceKind> parse_source_kind(std::string_view word) {
  const auto found = std::find(source_words.begin(), source_words.end(), word);
  if (found == source_words.end()) return std::nullopt;
  return static_cast<SourceKind>(found - source_words.begin());
}

bool is_value_of(SourceKind kind, std::string_view value) {
  switch (kind) {
    case SourceKind::secret:
    case SourceKind::beacon:
      return is_hex_digest(value);
    case SourceKind::d6:
      return is_dice(value, '1', '6');
    case SourceKind::d10:
      return is_dice(value, '0', '9');
    case SourceKind::lottery:
      return is_lottery(value);
  }
  return false;
}

std::string commitment(DigestKind kind, std::string_view draw, std::string_view contributor,
                       std::string_view value) {
  std::string text = "anjuan-draw-1|commit|";
  text.append(draw).append("|").append(contributor).append("|").append(value);
  return digest(kind, text);
}

Result<Seed> parse_seed(const ListHead& list, std::string_view bytes, const std::string& file) {
  ANJUAN_TRY(const std::vector<Line> lines, read_lines(bytes, "anjuan-seed", file));
  Place place;
  place.file = file;
  place.line = 2;
  if (lines.empty() || lines[0].fields[0] != "list" || lines[0].fields.size() != 2) {
    return diagnose(messages::header_line, place, "list", "2");
  }
  if (lines[0].fields[1] != list.digest) {
    return diagnose(messages::seed_of_another_list, place, list.digest, quoted(lines[0].fields[1]));
  }
  if (lines.size() != list.contributors.size() + 1) {
    place.line = 0;
    return diagnose(messages::contribution_count, place, std::to_string(list.contributors.size()),
                    std::to_string(lines.size() - 1));
  }
  Seed seed;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    LineReader line(lines[i], file);
    read_value(list, i - 1, line);
    if (!line.ok()) return line.refusal();
    seed.values.emplace_back(line.raw(4));
  }
  seed.digest = digest(list.hash, bytes);
  return seed;
}

std::string write_seed(const ListHead& list, std::span<const std::string> values) {
  ANJUAN_CHECK(values.size() == list.contributors.size());
  std::string out = "anjuan-seed\t1\nlist\t" + list.digest + "\n";
  for (std::size_t i = 0; i < values.size(); ++i) {
    const Contributor& contributor = list.contributors[i];
    write_line(out, std::vector<std::string>{"value", std::to_string(i + 1), contributor.id,
                                             std::string(name_of(contributor.kind)), values[i]});
  }
  return out + "end\n";
}

}  // namespace anjuan::draw
