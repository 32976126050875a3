#include "forms/mark.h"

#include <vector>

#include "base/text.h"
#include "forms/messages.h"

namespace anjuan::forms {

namespace {
constexpr std::string_view first_word = "anjuan-sheet-1";
constexpr std::size_t digest_characters = 16;  // enough to tell versions apart, short enough to print
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
    add(property->second);
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
