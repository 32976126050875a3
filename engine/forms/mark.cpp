#include "forms/mark.h"

#include <vector>

#include "base/text.h"
#include "forms/messages.h"

namespace anjuan::forms {

namespace {
constexpr std::string_view first_word = "anjuan-sheet-1";
constexpr std::size_t digest_characters = 16;  // enough to tell versions apart, short enough to print
constexpr std::size_t most_of_property = 255;  // characters, as Excel has it
constexpr std::string_view hex_digits = "0123456789ABCDEF";

/// The text of "%E5%B9%B4"; what is no escape stays.
std::string decode_property(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t high = i + 2 < text.size() ? hex_digits.find(text[i + 1]) : std::string_view::npos;
    const std::size_t low = i + 2 < text.size() ? hex_digits.find(text[i + 2]) : std::string_view::npos;
    if (text[i] != '%' || high == std::string_view::npos || low == std::string_view::npos) {
      decoded += text[i];
      continue;
    }
    decoded += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return decoded;
}
}  // namespace

Mark mark_of(const Form& form, const SheetInstance& instance) {
  return {instance.case_id.text(), form.id, form.version, form.digest.substr(0, digest_characters),
          instance.serial};
}

std::string to_text(const Mark& mark) {
  return join(std::vector<std::string>{std::string(first_word), mark.case_id, mark.form_id, mark.version,
                                       mark.digest, mark.serial},
              "|");
}

std::string to_property(const Mark& mark) {
  const std::string text = to_text(mark);
  std::string property;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    property += byte < 0x80 && c != '%' ? std::string(1, c)
                                        : std::string{'%', hex_digits[byte / 16], hex_digits[byte % 16]};
  }
  return property.size() <= most_of_property ? property : text;
}

std::optional<Mark> parse_mark(std::string_view text) {
  const std::vector<std::string> parts = split(trim(text), '|');
  if (parts.size() != 6 || parts[0] != first_word) return std::nullopt;
  return Mark{parts[1], parts[2], parts[3], parts[4], parts[5]};
}

Result<Mark> find_mark(const sheets::ReadWorkbook& book, const std::string& file) {
  std::vector<Mark> marks;
  const auto add = [&](std::string_view text) {
    if (std::optional<Mark> mark = parse_mark(text)) marks.push_back(*std::move(mark));
  };
  if (const auto property = book.properties.find(mark_property); property != book.properties.end())
    add(decode_property(property->second));
  if (const auto named = book.named_cell(mark_name)) add(*named);
  if (const sheets::ReadSheet* hidden = book.sheet(hidden_sheet)) {
    if (const auto cell = hidden->cells.find({0, 0}); cell != hidden->cells.end()) add(cell->second);
  }
  if (marks.empty()) return diagnose(not_a_checklist, Place{file});
  for (const Mark& mark : marks) {
    if (mark != marks.front())
      return diagnose(marks_differ, Place{file}, to_text(marks.front()), to_text(mark));
  }
  return marks.front();
}

}  // namespace anjuan::forms
