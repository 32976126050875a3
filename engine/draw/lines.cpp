#include "draw/lines.h"

#include <algorithm>

#include "base/digest.h"
#include "base/text.h"
#include "draw/messages.h"

namespace anjuan::draw {
namespace {

constexpr std::size_t max_line = 4096, max_text = 256, max_id = 64, max_digits = 9;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alphanumeric(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

Place at_line(const std::string& file, int line) {
  Place place;
  place.file = file;
  place.line = line;
  return place;
}

std::vector<std::string_view> fields_of(std::string_view line) {
  std::vector<std::string_view> fields;
  for (;;) {
    const std::size_t tab = line.find('\t');
    fields.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return fields;
    line.remove_prefix(tab + 1);
  }
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
  return diagnose(messages::control_character, place, std::to_string(control - line.begin() + 1));
}

std::optional<Diagnostic> check_encoding(std::string_view bytes, const std::string& file) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return diagnose(messages::bom, at_line(file, 1));
  if (!bytes.ends_with('\n')) {
    const auto line = std::count(bytes.begin(), bytes.end(), '\n') + 1;
    return diagnose(messages::no_final_line_feed, at_line(file, static_cast<int>(line)));
  }
  if (const auto bad = find_invalid_utf8(bytes)) {
    const auto line = std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(*bad), '\n') + 1;
    return diagnose(messages::not_utf8, at_line(file, static_cast<int>(line)));
  }
  return std::nullopt;
}

bool is_end(const Line& line) { return line.fields.size() == 1 && line.fields[0] == "end"; }

}  // namespace

Result<std::vector<Line>> read_lines(std::string_view bytes, std::string_view magic,
                                     const std::string& file) {
  if (auto refusal = check_encoding(bytes, file)) return std::move(*refusal);
  std::vector<Line> lines;
  while (!bytes.empty()) {
    const std::size_t end = bytes.find('\n');
    const std::string_view line = bytes.substr(0, end);
    const int number = static_cast<int>(lines.size()) + 1;
    if (auto refusal = check_bytes(line, at_line(file, number))) return std::move(*refusal);
    lines.push_back({number, fields_of(line)});
    bytes.remove_prefix(end + 1);
  }
  const Line& first = lines.front();
  if (first.fields != std::vector<std::string_view>{magic, "1"}) {
    return diagnose(messages::first_line, at_line(file, 1), magic);
  }
  if (!is_end(lines.back())) {
    return diagnose(messages::last_line, at_line(file, lines.back().number), quoted(lines.back().fields[0]));
  }
  lines.pop_back();
  lines.erase(lines.begin());
  const auto early = std::find_if(lines.begin(), lines.end(), is_end);
  if (early != lines.end()) return diagnose(messages::early_end, at_line(file, early->number));
  return lines;
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

std::string LineReader::id(std::size_t field) {
  if (!is_draw_id(raw(field))) refuse(messages::bad_id, field, quoted(raw(field)));
  return std::string(raw(field));
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

std::string LineReader::hex(std::size_t field) {
  if (!is_hex_digest(raw(field))) refuse(messages::bad_hex, field, quoted(raw(field)));
  return std::string(raw(field));
}

std::string LineReader::text(std::size_t field) {
  const std::size_t size = raw(field).size();
  if (size < 1 || size > max_text) refuse(messages::bad_text, field, std::to_string(size));
  return std::string(raw(field));
}

std::size_t LineReader::word(std::size_t field, std::span<const std::string_view> words) {
  const auto found = std::find(words.begin(), words.end(), raw(field));
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  const std::vector<std::string> expected(words.begin(), words.end());
  refuse(messages::unknown_word, field, quoted(raw(field)), join(expected, " "));
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
