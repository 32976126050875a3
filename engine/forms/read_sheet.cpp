#include "forms/read_sheet.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "forms/layout.h"
#include "forms/machine_sheet.h"
#include "forms/messages.h"
#include "forms/read_answers.h"
#include "forms/totals.h"

namespace anjuan::forms {

namespace {

constexpr std::size_t most_changes_told = 10;

std::string comparable(std::string_view text) {
  std::string same = replace_all(std::string(text), "\r\n", "\n");
  return std::string(trim(replace_all(std::move(same), "\r", "\n")));
}

Diagnostics check_mark(const Mark& found, const Mark& wanted, const Form& form, const std::string& file) {
  const Place place{file};
  if (found.case_id != wanted.case_id) return {diagnose(wrong_case, place, found.case_id, wanted.case_id)};
  if (found.form_id != wanted.form_id) return {diagnose(wrong_form, place, found.form_id, form.label)};
  if (found.version != wanted.version || found.digest != wanted.digest) {
    return {diagnose(stale_version, place, found.version + "（" + found.digest + "）",
                     wanted.version + "（" + wanted.digest + "）")};
  }
  if (found.serial != wanted.serial) return {diagnose(stale_serial, place, found.serial, wanted.serial)};
  return {};
}

class SheetReader {
 public:
  SheetReader(const Form& form, const Mark& mark, const sheets::ReadWorkbook& book,
              const sheets::ReadSheet& sheet, const std::string& file)
      : form_(form),
        mark_(mark),
        sheet_(sheet),
        file_(file),
        facts_(printed_facts(book)),
        layout_(lay_out(form)) {}

  Result<Fields> read() {
    check_printed();
    check_outside();
    for (const PlacedCell& placed : layout_.cells) {
      if (placed.role == CellRole::field_input) read_field(placed);
    }
    read_items();
    if (!found_.empty()) return found_;
    return std::move(values_);
  }

 private:
  Place place_of(sheets::Address at) const { return {file_, 0, 0, form_.sheet + "!" + name_of(at)}; }

  std::string text_at(sheets::Address at) const {
    const auto cell = sheet_.cells.find(at);
    return cell == sheet_.cells.end() ? std::string() : comparable(cell->second);
  }

  /// A total is what its formula gives: no formula of another program's rewriting is held against it, but a
  /// text put in its place is.
  std::optional<std::string> wanted_total(const PlacedCell& placed) const {
    if (sheet_.formulas.contains(placed.cell.at)) return std::nullopt;
    std::vector<std::string> answers;
    for (const PlacedCell& other : layout_.cells) {
      if (other.role == CellRole::item_input && other.column == counted_column(form_, *placed.total))
        answers.push_back(text_at(other.cell.at));
    }
    const std::string counted = counted_total(form_, *placed.total, answers);
    const std::string now = text_at(placed.cell.at);
    return now == comparable(counted) ? counted : placed.cell.text;
  }

  /// What must stand in the cell; nothing where the form does not decide it.
  std::optional<std::string> wanted_text(const PlacedCell& placed) const {
    switch (placed.role) {
      case CellRole::printed:
        return placed.cell.text;
      case CellRole::mark:
        return to_text(mark_);
      case CellRole::total:
        return wanted_total(placed);
      case CellRole::fact: {
        const auto fact = facts_.find(name_of(placed.cell.at));
        return fact == facts_.end() ? std::nullopt : std::optional(fact->second);
      }
      default:
        return std::nullopt;
    }
  }

  void check_printed() {
    std::size_t changed = 0;
    for (const PlacedCell& placed : layout_.cells) {
      const std::optional<std::string> wanted = wanted_text(placed);
      if (!wanted) continue;
      const std::string now = text_at(placed.cell.at);
      if (now == comparable(*wanted) || ++changed > most_changes_told) continue;
      found_.push_back(diagnose(template_changed, place_of(placed.cell.at), *wanted, now));
    }
    if (changed > most_changes_told) {
      found_.push_back(diagnose(more_changed, Place{file_, 0, 0, form_.sheet},
                                std::to_string(changed - most_changes_told)));
    }
  }

  void check_outside() {
    std::set<sheets::Address> known;
    for (const PlacedCell& placed : layout_.cells) known.insert(placed.cell.at);
    std::size_t told = 0;
    for (const auto& [at, text] : sheet_.cells) {
      if (known.contains(at) || comparable(text).empty() || ++told > most_changes_told) continue;
      found_.push_back(diagnose(text_outside, place_of(at), text));
    }
  }

  /// The text of a cell to fill; nothing where a formula or an error stands.
  std::optional<std::string> filled_text(sheets::Address at) {
    if (sheet_.formulas.contains(at)) {
      found_.push_back(diagnose(formula_filled, place_of(at)));
      return std::nullopt;
    }
    if (sheet_.errors.contains(at)) {
      found_.push_back(diagnose(error_filled, place_of(at), text_at(at)));
      return std::nullopt;
    }
    return text_at(at);
  }

  void read_field(const PlacedCell& placed) {
    const HeaderField& field = *placed.field;
    const std::optional<std::string> text = filled_text(placed.cell.at);
    if (!text) return;
    const Place place = place_of(placed.cell.at);
    Value& value = values_[field.input];
    if (text->empty()) {
      if (field.required) found_.push_back(diagnose(not_filled, place, field.label));
    } else if (!field.input_is_date) {
      value = *text;
    } else if (const std::optional<Day> day = parse_loose_day(*text)) {
      value = *day;
    } else {
      found_.push_back(diagnose(not_a_date, place, field.label, *text));
    }
  }

  void read_items() {
    std::map<const Item*, std::vector<Answer>> answers;
    for (const PlacedCell& placed : layout_.cells) {
      if (placed.role != CellRole::item_input) continue;
      Answer answer{placed.column, place_of(placed.cell.at), {}, {}, false};
      if (std::optional<std::string> text = filled_text(placed.cell.at)) {
        answer.text = *std::move(text);
      } else {
        answer.refused = true;
      }
      answers[placed.item].push_back(std::move(answer));
    }
    List items, problems;
    std::map<std::string, std::int64_t> counts = empty_counts(form_);
    for (const Item& item : form_.items) {
      ItemAnswers read = read_answers(form_, item, std::move(answers[&item]));
      found_.insert(found_.end(), read.found.begin(), read.found.end());
      for (const std::string& count : read.counts) ++counts[count];
      if (read.problem) problems.push_back(read.record);
      items.push_back(std::move(read.record));
    }
    values_[form_.serial_field] = mark_.serial;
    values_[form_.version_field] = form_.version;
    values_[form_.items_field] = std::move(items);
    values_[form_.problems_field] = std::move(problems);
    for (const auto& [name, count] : counts) values_[name] = count;
  }

  const Form& form_;
  const Mark& mark_;
  const sheets::ReadSheet& sheet_;
  const std::string& file_;
  const std::map<std::string, std::string> facts_;
  const Layout layout_;
  Diagnostics found_;
  Fields values_;
};

}  // namespace

Result<Fields> read_sheet(const Form& form, const sheets::ReadWorkbook& book, const SheetInstance& expected,
                          const std::string& file) {
  ANJUAN_TRY(const Mark mark, find_mark(book, file));
  if (Diagnostics found = check_mark(mark, mark_of(form, expected), form, file); !found.empty()) return found;
  const sheets::ReadSheet* sheet = book.sheet(form.sheet);
  if (!sheet) return diagnose(sheet_missing, Place{file}, form.sheet);
  return SheetReader(form, mark, book, *sheet, file).read();
}

}  // namespace anjuan::forms
