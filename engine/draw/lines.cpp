#include "draw/lines.h"

#include <algorithm>
#include <array>

#include "base/check.h"
#include "base/digest.h"
#include "base/text.h"
#include "draw/messages.h"

namespace anjuan::draw {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alphanumeric(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

Place at_line(const std::string& file, int line) {
  Place place;
  place.file = file;
  place.line = line;
  return place;
}

std::optional<Diagnostic> check_bytes(std::string_view line, const Place& place) {
  if (line.size() > max_line) {
    return diagnose(messages::line_too_long, place, std::to_string(line.size()), std::to_string(max_line));
  }
  const auto control = std::find_if(line.begin(), line.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t') || byte == 0x7F;
  });
  if (control == line.end()) return std::nullopt;
  const std::string code = hex(std::string_view(&*control, 1));
  return diagnose(messages::control_character, place, std::to_string(control - line.begin() + 1), code);
}

std::optional<Diagnostic> check_ends(std::string_view bytes, const std::string& file) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return diagnose(messages::bom, at_line(file, 1));
  if (bytes.ends_with('\n')) return std::nullopt;
  const auto line = std::count(bytes.begin(), bytes.end(), '\n') + 1;
  return diagnose(messages::no_final_line_feed, at_line(file, static_cast<int>(line)));
}

/// What is wrong with bytes of which something is: their encoding first, then line by line.
Diagnostic encoding_fault(std::string_view bytes, const std::string& file) {
  if (const auto bad = find_invalid_utf8(bytes)) {
    const auto line = std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(*bad), '\n') + 1;
    return diagnose(messages::not_utf8, at_line(file, static_cast<int>(line)));
  }
  for (int number = 1;; ++number) {
    const std::size_t end = bytes.find('\n');
    ANJUAN_CHECK(end != std::string_view::npos);
    if (auto refusal = check_bytes(bytes.substr(0, end), at_line(file, number))) return std::move(*refusal);
    bytes.remove_prefix(end + 1);
  }
}

enum ByteClass : unsigned char { plain = 0, beyond_ascii = 1, control = 2 };
constexpr std::array<unsigned char, 256> byte_classes = [] {
  std::array<unsigned char, 256> classes{};
  for (std::size_t byte = 0; byte < classes.size(); ++byte) {
    classes[byte] = byte >= 0x80 ? beyond_ascii : (byte < 0x20 && byte != '\t') || byte == 0x7F ? control : plain;
  }
  return classes;
}();

bool has_good_bytes(std::string_view line) {
  unsigned char seen = plain;
  for (const char c : line) seen |= byte_classes[static_cast<unsigned char>(c)];
  return line.size() <= max_line && !(seen & control) && (!(seen & beyond_ascii) || !find_invalid_utf8(line));
}

struct Survey {
  bool good_bytes = true;
  std::size_t lines = 0, first_end = 0;  ///< the number of the first line "end", or 0
};

Survey survey(std::string_view bytes) {
  Survey found;
  while (!bytes.empty() && found.good_bytes) {
    const std::size_t end = bytes.find('\n');
    const std::string_view line = bytes.substr(0, end);
    ++found.lines;
    if (line == "end" && found.first_end == 0) found.first_end = found.lines;
    found.good_bytes = has_good_bytes(line);
    bytes.remove_prefix(end + 1);
  }
  return found;
}

}  // namespace

Fields::Fields(std::string_view line) {
  for (;;) {
    const std::size_t tab = line.find('\t');
    if (count_ < fields_.size()) fields_[count_] = line.substr(0, tab);
    ++count_;
    if (tab == std::string_view::npos) return;
    line.remove_prefix(tab + 1);
  }
}

bool Fields::are(std::initializer_list<std::string_view> expected) const {
  return count_ == expected.size() && std::equal(expected.begin(), expected.end(), fields_.begin());
}

Result<Lines> Lines::open(std::string_view bytes, std::string_view magic, const std::string& file) {
  if (auto refusal = check_ends(bytes, file)) return std::move(*refusal);
  const Survey found = survey(bytes);
  if (!found.good_bytes) return encoding_fault(bytes, file);
  const std::size_t first_line = bytes.find('\n');
  if (!Fields(bytes.substr(0, first_line)).are({magic, "1"})) {
    return diagnose(messages::first_line, at_line(file, 1), magic);
  }
  const std::size_t before_last = bytes.substr(0, bytes.size() - 1).rfind('\n');
  const std::string_view last = bytes.substr(before_last + 1, bytes.size() - before_last - 2);
  if (last != "end") {
    return diagnose(messages::last_line, at_line(file, static_cast<int>(found.lines)), quoted(Fields(last)[0]));
  }
  if (found.first_end < found.lines) {
    return diagnose(messages::early_end, at_line(file, static_cast<int>(found.first_end)));
  }
  return Lines(bytes.substr(first_line + 1, before_last - first_line), found.lines - 2);
}

std::optional<Line> Lines::next() {
  if (left_ == 0) return std::nullopt;
  --left_;
  const std::size_t end = rest_.find('\n');
  const Line line{++number_, Fields(rest_.substr(0, end))};
  rest_.remove_prefix(end + 1);
  return line;
}

Result<std::vector<Line>> read_lines(std::string_view bytes, std::string_view magic, const std::string& file) {
  ANJUAN_TRY(Lines lines, Lines::open(bytes, magic, file));
  std::vector<Line> all;
  while (const auto line = lines.next()) all.push_back(*line);
  return all;
}

std::string quoted(std::string_view text) {
  constexpr std::size_t longest = 120;
  std::string shown(text.substr(0, longest));
  while (find_invalid_utf8(shown)) shown.pop_back();
  return text.size() > longest ? shown + "…" : shown;
}

bool is_draw_id(std::string_view text) {
  return !text.empty() && text.size() <= max_id && is_alphanumeric(text[0]) &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return is_alphanumeric(c) || c == '.' || c == '_' || c == '-'; });
}

Place LineReader::place(std::size_t field) const {
  Place place = at_line(file_, line_.number);
  if (field > 0) {
    const std::string number = std::to_string(field + 1);
    place.within = {"第 " + number + " 栏", "field " + number};
  }
  return place;
}

bool LineReader::width(std::size_t expected) {
  if (line_.fields.size() == expected) return ok();
  return refuse(messages::field_count, 0, quoted(line_.fields[0]), std::to_string(expected),
                std::to_string(line_.fields.size()));
}

std::string_view LineReader::id(std::size_t field) {
  if (!is_draw_id(raw(field))) refuse(messages::bad_id, field, quoted(raw(field)));
  return raw(field);
}

std::int64_t LineReader::integer(std::size_t field, std::int64_t lowest, std::int64_t highest) {
  const std::string_view text = raw(field);
  const bool formed = !text.empty() && text.size() <= max_digits &&
                      std::all_of(text.begin(), text.end(), is_digit) && (text == "0" || text[0] != '0');
  if (!formed) {
    refuse(messages::bad_number, field, quoted(text));
    return lowest;
  }
  const std::int64_t number = *parse_integer(text);
  if (number < lowest || number > highest) {
    refuse(messages::number_out_of_range, field, text, std::to_string(lowest), std::to_string(highest));
    return lowest;
  }
  return number;
}

std::optional<std::int64_t> LineReader::integer_or_dash(std::size_t field, std::int64_t lowest,
                                                        std::int64_t highest) {
  if (raw(field) == "-") return std::nullopt;
  return integer(field, lowest, highest);
}

std::string_view LineReader::hex(std::size_t field) {
  if (!is_hex_digest(raw(field))) refuse(messages::bad_hex, field, quoted(raw(field)));
  return raw(field);
}

std::string_view LineReader::text(std::size_t field) {
  const std::size_t size = raw(field).size();
  if (size < 1 || size > max_text) refuse(messages::bad_text, field, std::to_string(size));
  return raw(field);
}

std::size_t LineReader::word(std::size_t field, std::span<const std::string_view> words) {
  const auto found = std::find(words.begin(), words.end(), raw(field));
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  const std::vector<std::string> expected(words.begin(), words.end());
  refuse(messages::unknown_word, field, quoted(raw(field)), Wording{join(expected, "、"), join(expected, ", ")});
  return 0;
}

void write_line(std::string& out, std::span<const std::string> fields) {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) out += '\t';
    out += fields[i];
  }
  out += '\n';
}

}  // namespace anjuan::draw
