// Reading a frozen list, line by line, strictly.

#include <algorithm>
#include <array>
#include <functional>

#include "base/text.h"
#include "draw/lines.h"
#include "draw/list.h"
#include "draw/messages.h"
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

/// Whether a section that is in order of ids has this one.
template <class Row>
bool has_id(const std::vector<Row>& rows, std::string_view id) {
  const auto found = std::lower_bound(
      rows.begin(), rows.end(), id, [](const Row& row, std::string_view wanted) { return row.id < wanted; });
  return found != rows.end() && found->id == id;
}

class ListParser {
 public:
  explicit ListParser(const std::string& file) : file_(file) {}

  Result<FrozenList> parse(const std::vector<Line>& lines) {
    if (!read_header(lines)) return std::move(*refusal_);
    for (std::size_t i = header_lines; i < lines.size(); ++i) {
      LineReader line(lines[i], file_);
      read_section_line(line, lines[i]);
      if (!line.ok()) return line.refusal();
    }
    if (auto refusal = check_whole()) return std::move(*refusal);
    return std::move(list_);
  }

 private:
  bool refuse(Diagnostic refusal) {
    refusal_ = std::move(refusal);
    return false;
  }

  bool read_header(const std::vector<Line>& lines) {
    struct HeaderLine {
      std::string_view word;
      std::size_t width;
    };
    constexpr std::array<HeaderLine, header_lines> header{
        {{"hash", 2}, {"draw", 2}, {"date", 2}, {"prev", 2}, {"slack", 2}, {"reserve", 3}}};
    for (std::size_t i = 0; i < header_lines; ++i) {
      if (i < lines.size() && lines[i].fields[0] == header[i].word &&
          lines[i].fields.size() == header[i].width) {
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
    list_.hash = hash.word(1, hash_words) == 0 ? DigestKind::sha256 : DigestKind::sm3;
    list_.draw = draw.id(1);
    list_.date = date.raw(1);
    // The form only: whether the day exists decides nothing in the draw, and any list that the
    // public specification accepts must verify here too.
    if (!looks_like_date(list_.date)) date.refuse(messages::bad_date, 1, date.raw(1));
    list_.previous = previous.hex(1);
    list_.slack = static_cast<int>(slack.integer(1, 0, 1000));
    list_.reserve_count = static_cast<int>(reserve.integer(1, 0, 1000));
    list_.anchor = reserve.raw(2);
    if (list_.reserve_count == 0 ? list_.anchor != "-" : !is_hex_digest(list_.anchor)) {
      reserve.refuse(messages::bad_anchor, 2, reserve.raw(1), reserve.raw(2));
    }
    for (const LineReader* line : {&hash, &draw, &date, &previous, &slack, &reserve}) {
      if (!line->ok()) return refuse(line->refusal());
    }
    return true;
  }

  void read_section_line(LineReader& line, const Line& fields) {
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
      last_key_.clear();
    }
    if (!line.width(widths[section]) || !in_order(line, fields)) return;
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
  bool in_order(LineReader& line, const Line& fields) {
    constexpr std::size_t conflicts = 3, contributors = 4;
    if (section_ == contributors) return true;
    std::vector<std::string_view> key{fields.fields[1]};
    if (section_ == conflicts) key.push_back(fields.fields[2]);
    const std::string_view named = key.back();
    if (!last_key_.empty() && key == last_key_) return line.refuse(messages::duplicate, 1, named);
    if (!last_key_.empty() && key < last_key_) return line.refuse(messages::not_ascending, 1, named);
    last_key_ = std::move(key);
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
    if (line.ok()) list_.strata.push_back(std::move(stratum));
  }

  void read_object(LineReader& line) {
    Object object;
    if (!has_id(list_.strata, line.raw(2))) {
      line.refuse(messages::unknown_stratum, 2, line.raw(2), line.raw(1));
    }
    object.stratum = line.raw(2);
    object.mode = static_cast<Mode>(line.word(3, mode_words));
    object.seats.clear();
    for (const std::string& tag : split(line.raw(5), ',')) {
      if (tag != "-" && !is_draw_id(tag)) line.refuse(messages::bad_id, 5, tag);
      object.seats.push_back(tag == "-" ? "" : tag);
    }
    if (object.seats.size() < 2 || object.seats.size() > 9) {
      line.refuse(messages::seat_count, 5, line.raw(1), std::to_string(object.seats.size()));
    }
    object.note = line.text(7);
    if (object.mode != Mode::draw && object.note == "-") {
      line.refuse(messages::note_missing, 7, line.raw(1), line.raw(3));
    }
    object.name = line.text(6);
    object.id = line.id(1);
    object.weight = static_cast<int>(line.integer(4, 1, 1000));
    weights_ += object.weight;
    if (line.ok()) list_.objects.push_back(std::move(object));
  }

  void read_inspector(LineReader& line) {
    Inspector inspector;
    inspector.in = line.word(2, status_words) == 0;
    inspector.cap = line.integer_or_dash(4, 0, million);
    inspector.note = line.text(7);
    if (!inspector.in && inspector.note == "-") {
      line.refuse(messages::note_missing, 7, line.raw(1), line.raw(2));
    }
    inspector.name = line.text(6);
    inspector.id = line.id(1);
    inspector.load = line.integer(3, 0, million);
    if (line.raw(5) != "-") inspector.tags = split(line.raw(5), ',');
    for (const std::string& tag : inspector.tags) {
      if (!is_draw_id(tag)) line.refuse(messages::bad_id, 5, tag);
    }
    if (std::adjacent_find(inspector.tags.begin(), inspector.tags.end(), std::greater_equal<>()) !=
        inspector.tags.end()) {
      line.refuse(messages::tags_not_ascending, 5, line.raw(5));
    }
    if (line.ok()) list_.inspectors.push_back(std::move(inspector));
  }

  void read_conflict(LineReader& line) {
    if (!has_id(list_.objects, line.raw(1))) line.refuse(messages::unknown_in_conflict, 1, line.raw(1));
    if (!has_id(list_.inspectors, line.raw(2))) line.refuse(messages::unknown_in_conflict, 2, line.raw(2));
    Conflict conflict{std::string(line.raw(1)), std::string(line.raw(2)), line.text(3)};
    if (line.ok()) list_.conflicts.push_back(std::move(conflict));
  }

  void read_contributor(LineReader& line) {
    Contributor contributor;
    const auto expected = static_cast<std::int64_t>(list_.contributors.size()) + 1;
    if (line.integer(1, 1, 100) != expected) {
      line.refuse(messages::number_out_of_turn, 1, std::to_string(expected), line.raw(1));
    }
    contributor.id = line.id(2);
    if (std::any_of(list_.contributors.begin(), list_.contributors.end(),
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
    if (line.ok()) list_.contributors.push_back(std::move(contributor));
  }

  std::optional<Diagnostic> check_whole() const {
    Place place;
    place.file = file_;
    if (list_.strata.empty() || list_.objects.empty()) return diagnose(messages::nothing_listed, place);
    if (list_.contributors.size() < 2) {
      return diagnose(messages::few_contributors, place, std::to_string(list_.contributors.size()));
    }
    if (weights_ > most_objects) {
      return diagnose(messages::weights_too_large, place, std::to_string(weights_),
                      std::to_string(most_objects));
    }
    return std::nullopt;
  }

  const std::string& file_;
  FrozenList list_;
  std::size_t section_ = 0;
  std::vector<std::string_view> last_key_;
  std::int64_t weights_ = 0;
  std::optional<Diagnostic> refusal_;
};

}  // namespace

Result<FrozenList> parse_list(std::string_view bytes, const std::string& file) {
  ANJUAN_TRY(const std::vector<Line> lines, read_lines(bytes, "anjuan-list", file));
  ANJUAN_TRY(FrozenList list, ListParser(file).parse(lines));
  list.digest = digest(list.hash, bytes);
  if (Diagnostics found = check_staffing(list, file); !found.empty()) return found;
  return list;
}

}  // namespace anjuan::draw
