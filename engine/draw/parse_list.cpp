// Reading a frozen list, line by line, strictly.

#include <algorithm>
#include <array>
#include <functional>
#include <map>

#include "draw/at_once.h"
#include "draw/lines.h"
#include "draw/messages.h"
#include "draw/roster.h"
#include "draw/staffing_check.h"
#include "draw/words.h"

namespace anjuan::draw {
namespace {

constexpr std::int64_t million = 1'000'000, most_objects = 100'000'000;
constexpr std::size_t header_lines = 6;

bool looks_like_date(std::string_view text) {
  if (text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 4 || i == 7;
    if (dash ? text[i] != '-' : (text[i] < '0' || text[i] > '9')) return false;
  }
  return true;
}

std::vector<std::string_view> fields_at(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

/// The object with what its row leaves out: the rest of its line stands behind its id.
Object object_of(const ListRows& rows, const ObjectRow& row) {
  const char* end = row.id.data();
  while (*end != '\n') ++end;
  const Fields fields(std::string_view(row.id.data(), static_cast<std::size_t>(end - row.id.data())));
  const auto& seats = rows.patterns[at(row.seats)];
  return {std::string(row.id), rows.head.strata[at(row.stratum)].id, row.mode, row.weight, {seats.begin(), seats.end()},
          std::string(fields[5]), std::string(fields[6])};
}

class ListParser {
 public:
  explicit ListParser(const std::string& file) : file_(file) {}

  Result<ListRows> parse(std::string_view bytes) {
    ANJUAN_TRY(Lines lines, Lines::open(bytes, "anjuan-list", file_));
    if (!read_header(lines)) return std::move(*refusal_);
    rows_.objects.reserve(lines.left());  // pages of it that stay unused cost nothing
    bool good = true;
    at_once([&] { good = read_sections(lines); }, [&] { head_.digest = digest(head_.hash, bytes); });
    if (!good) return std::move(*refusal_);
    rows_.head = std::move(head_);
    return std::move(rows_);
  }

 private:
  bool read_sections(Lines& lines) {
    while (const auto fields = lines.next()) {
      LineReader line(*fields, file_);
      read_section_line(line);
      if (!line.ok()) return refuse(line.refusal());
    }
    auto refusal = check_whole();
    return refusal ? refuse(std::move(*refusal)) : true;
  }

  bool refuse(Diagnostic refusal) {
    refusal_ = std::move(refusal);
    return false;
  }

  bool read_header(Lines& all) {
    std::vector<Line> lines;
    struct HeaderLine {
      std::string_view word;
      std::size_t width;
    };
    constexpr std::array<HeaderLine, header_lines> header{
        {{"hash", 2}, {"draw", 2}, {"date", 2}, {"prev", 2}, {"slack", 2}, {"reserve", 3}}};
    for (std::size_t i = 0; i < header_lines; ++i) {
      const auto line = all.next();
      if (line && line->fields[0] == header[i].word && line->fields.size() == header[i].width) {
        lines.push_back(*line);
        continue;
      }
      Place place;
      place.file = file_;
      place.line = static_cast<int>(i) + 2;
      return refuse(diagnose(messages::header_line, place, header[i].word, std::to_string(header[i].width)));
    }
    return read_header_values(lines);
  }

  bool read_header_values(const std::vector<Line>& lines) {
    LineReader hash(lines[0], file_), draw(lines[1], file_), date(lines[2], file_), previous(lines[3], file_),
        slack(lines[4], file_), reserve(lines[5], file_);
    head_.hash = hash.word(1, hash_words) == 0 ? DigestKind::sha256 : DigestKind::sm3;
    head_.draw = draw.id(1);
    head_.date = date.raw(1);
    // The form only: whether the day exists decides nothing in the draw, and any list that the
    // public specification accepts must verify here too.
    if (!looks_like_date(head_.date)) date.refuse(messages::bad_date, 1, date.raw(1));
    head_.previous = previous.hex(1);
    head_.slack = static_cast<int>(slack.integer(1, 0, 1000));
    head_.reserve_count = static_cast<int>(reserve.integer(1, 0, 1000));
    head_.anchor = reserve.raw(2);
    if (head_.reserve_count == 0 ? head_.anchor != "-" : !is_hex_digest(head_.anchor)) {
      reserve.refuse(messages::bad_anchor, 2, reserve.raw(1), reserve.raw(2));
    }
    for (const LineReader* line : {&hash, &draw, &date, &previous, &slack, &reserve}) {
      if (!line->ok()) return refuse(line->refusal());
    }
    return true;
  }

  void read_section_line(LineReader& line) {
    constexpr std::array<std::size_t, section_words.size()> widths{7, 8, 8, 4, 5};
    const auto found = std::find(section_words.begin(), section_words.end(), line.raw(0));
    if (found == section_words.end()) {
      line.refuse(messages::unknown_line, 0, quoted(line.raw(0)));
      return;
    }
    const auto section = static_cast<std::size_t>(found - section_words.begin());
    if (section < section_) {
      line.refuse(messages::section_out_of_place, 0, line.raw(0), section_words[section_]);
      return;
    }
    if (section > section_) {
      section_ = section;
      last_key_ = {};
    }
    if (!line.width(widths[section]) || !in_order(line)) return;
    switch (section) {
      case 0:
        read_stratum(line);
        break;
      case 1:
        read_object(line);
        break;
      case 2:
        read_inspector(line);
        break;
      case 3:
        read_conflict(line);
        break;
      default:
        read_contributor(line);
        break;
    }
  }

  /// Strictly ascending by key; contributors are numbered instead.
  bool in_order(LineReader& line) {
    constexpr std::size_t conflicts = 3, contributors = 4;
    if (section_ == contributors) return true;
    const std::pair key{line.raw(1), section_ == conflicts ? line.raw(2) : std::string_view()};
    const std::string_view named = section_ == conflicts ? key.second : key.first;
    if (last_key_) {
      if (key == *last_key_) return line.refuse(messages::duplicate, 1, named);
      if (key < *last_key_) return line.refuse(messages::not_ascending, 1, named);
    }
    last_key_ = key;
    return true;
  }

  void read_stratum(LineReader& line) {
    Stratum stratum;
    stratum.numerator = line.integer(2, 0, million);
    stratum.denominator = line.integer(3, 1, million);
    if (line.ok() && stratum.numerator > stratum.denominator) {
      line.refuse(messages::ratio_above_one, 2, line.raw(1));
    }
    stratum.min = line.integer(4, 0, most_objects);
    stratum.max = line.integer_or_dash(5, 0, most_objects);
    if (line.ok() && stratum.max && *stratum.max < stratum.min) {
      line.refuse(messages::max_below_min, 5, line.raw(1));
    }
    stratum.id = line.id(1);
    stratum.must_count = line.integer(6, 0, 1) == 1;
    if (line.ok()) head_.strata.push_back(std::move(stratum));
  }

  void read_object(LineReader& line) {
    ObjectRow object;
    object.stratum = find_stratum(line.raw(2));
    if (object.stratum < 0) line.refuse(messages::unknown_stratum, 2, line.raw(2), line.raw(1));
    object.mode = static_cast<Mode>(line.word(3, mode_words));
    object.seats = read_pattern(line);
    if (line.text(7) == "-" && object.mode != Mode::draw) {
      line.refuse(messages::note_missing, 7, line.raw(1), line.raw(3));
    }
    line.text(6);
    object.id = line.id(1);
    object.weight = static_cast<std::int16_t>(line.integer(4, 1, 1000));
    weights_ += object.weight;
    if (line.ok()) rows_.objects.push_back(object);
  }

  /// Neighbours are often of one stratum.
  int find_stratum(std::string_view id) {
    if (last_stratum_ < 0 || head_.strata[at(last_stratum_)].id != id) last_stratum_ = number_of(head_.strata, id);
    return last_stratum_;
  }

  /// The number of the pattern of seats; few differ.
  int read_pattern(LineReader& line) {
    const std::string_view text = line.raw(5);
    if (text == last_pattern_.first && !rows_.patterns.empty()) return last_pattern_.second;
    const auto [pattern, is_new] = patterns_.emplace(text, static_cast<int>(rows_.patterns.size()));
    if (is_new) {
      std::vector<std::string_view>& seats = rows_.patterns.emplace_back();
      for (std::string_view tag : fields_at(text, ',')) {
        if (tag != "-" && !is_draw_id(tag)) line.refuse(messages::bad_id, 5, quoted(tag));
        seats.push_back(tag == "-" ? std::string_view() : tag);
      }
      if (seats.size() < 2 || seats.size() > 9) {
        line.refuse(messages::seat_count, 5, line.raw(1), std::to_string(seats.size()));
      }
    }
    last_pattern_ = {text, pattern->second};
    return pattern->second;
  }

  void read_inspector(LineReader& line) {
    InspectorRow inspector;
    inspector.in = line.word(2, status_words) == 0;
    inspector.cap = line.integer_or_dash(4, 0, million);
    inspector.note = line.text(7);
    if (!inspector.in && inspector.note == "-") {
      line.refuse(messages::note_missing, 7, line.raw(1), line.raw(2));
    }
    inspector.name = line.text(6);
    inspector.id = line.id(1);
    inspector.load = line.integer(3, 0, million);
    if (line.raw(5) != "-") inspector.tags = fields_at(line.raw(5), ',');
    for (const std::string_view tag : inspector.tags) {
      if (!is_draw_id(tag)) line.refuse(messages::bad_id, 5, quoted(tag));
    }
    if (std::adjacent_find(inspector.tags.begin(), inspector.tags.end(), std::greater_equal<>()) !=
        inspector.tags.end()) {
      line.refuse(messages::tags_not_ascending, 5, quoted(line.raw(5)));
    }
    if (line.ok()) rows_.inspectors.push_back(std::move(inspector));
  }

  void read_conflict(LineReader& line) {
    ConflictRow conflict{number_of(rows_.objects, line.raw(1)), number_of(rows_.inspectors, line.raw(2)), {}};
    if (conflict.object < 0) line.refuse(messages::unknown_in_conflict, 1, quoted(line.raw(1)));
    if (conflict.inspector < 0) line.refuse(messages::unknown_in_conflict, 2, quoted(line.raw(2)));
    conflict.reason = line.text(3);
    if (line.ok()) rows_.conflicts.push_back(conflict);
  }

  void read_contributor(LineReader& line) {
    Contributor contributor;
    const auto expected = static_cast<std::int64_t>(head_.contributors.size()) + 1;
    if (line.integer(1, 1, 100) != expected) {
      line.refuse(messages::number_out_of_turn, 1, std::to_string(expected), line.raw(1));
    }
    contributor.id = line.id(2);
    if (std::any_of(head_.contributors.begin(), head_.contributors.end(),
                    [&](const Contributor& other) { return other.id == contributor.id; })) {
      line.refuse(messages::duplicate, 2, contributor.id);
    }
    contributor.kind = static_cast<SourceKind>(line.word(3, source_words));
    contributor.commitment = line.raw(4);
    const bool committed = contributor.commitment != "-";
    if ((committed && !is_hex_digest(contributor.commitment)) ||
        committed != (contributor.kind == SourceKind::secret)) {
      line.refuse(messages::bad_commitment, 4, line.raw(2), quoted(line.raw(4)));
    }
    if (line.ok()) head_.contributors.push_back(std::move(contributor));
  }

  std::optional<Diagnostic> check_whole() const {
    Place place;
    place.file = file_;
    if (head_.strata.empty() || rows_.objects.empty()) return diagnose(messages::nothing_listed, place);
    if (head_.contributors.size() < 2) {
      return diagnose(messages::few_contributors, place, std::to_string(head_.contributors.size()));
    }
    if (weights_ > most_objects) {
      return diagnose(messages::weights_too_large, place, std::to_string(weights_),
                      std::to_string(most_objects));
    }
    return std::nullopt;
  }

  const std::string& file_;
  ListHead head_;
  ListRows rows_;
  std::size_t section_ = 0;
  std::optional<std::pair<std::string_view, std::string_view>> last_key_;
  int last_stratum_ = -1;
  std::map<std::string_view, int> patterns_;
  std::pair<std::string_view, int> last_pattern_;
  std::int64_t weights_ = 0;
  std::optional<Diagnostic> refusal_;
};

}  // namespace

Result<Roster> parse_roster(std::string_view bytes, const std::string& file) {
  ANJUAN_TRY(ListRows rows, ListParser(file).parse(bytes));
  Roster roster(std::move(rows));
  if (Diagnostics found = check_staffing(roster, file); !found.empty()) return found;
  return roster;
}

Result<FrozenList> parse_list(std::string_view bytes, const std::string& file) {
  ANJUAN_TRY(const Roster roster, parse_roster(bytes, file));
  const ListRows& rows = roster.rows();
  FrozenList list;
  static_cast<ListHead&>(list) = rows.head;
  for (const ObjectRow& row : rows.objects) list.objects.push_back(object_of(rows, row));
  for (const InspectorRow& row : rows.inspectors) {
    list.inspectors.push_back({std::string(row.id), row.in, row.load, row.cap, {row.tags.begin(), row.tags.end()},
                               std::string(row.name), std::string(row.note)});
  }
  for (const ConflictRow& row : rows.conflicts) {
    list.conflicts.push_back({std::string(rows.objects[at(row.object)].id),
                              std::string(rows.inspectors[at(row.inspector)].id), std::string(row.reason)});
  }
  return list;
}

}  // namespace anjuan::draw
