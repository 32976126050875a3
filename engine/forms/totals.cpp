#include "forms/totals.h"

#include <algorithm>

#include "base/text.h"

namespace anjuan::forms {

namespace {

constexpr std::string_view blank = "＿", between = "　";
constexpr std::size_t literal_characters = 200;  // a text within a formula holds 255

/// What stands before and after the number of an option.
struct Around {
  std::string before, after;
  bool counted = false;  ///< there is a blank for the number
};

Around around(const FooterRow& total, const Option& option) {
  const std::string text = replace_all(total.pattern, "{}", option.value);
  const std::size_t from = text.find(blank);
  if (from == std::string::npos) return {text, "", false};
  std::size_t to = from;
  while (std::string_view(text).substr(to).starts_with(blank)) to += blank.size();
  return {text.substr(0, from), text.substr(to), true};
}

/// The texts of a cell that stand for the option.
std::vector<std::string> texts_of(const Option& option) {
  if (option.code.empty()) return {option.value};
  return {option.shown(), option.value, option.code};
}

/// The text as literals of a formula, joined where it is longer than one holds.
std::string literal(const std::string& text) {
  std::string formula;
  const std::u32string letters = to_u32(text);
  for (std::size_t at = 0; at < letters.size() || at == 0; at += literal_characters) {
    if (!formula.empty()) formula += "&";
    formula += '"' + replace_all(to_utf8(letters.substr(at, literal_characters)), "\"", "\"\"") + '"';
  }
  return formula;
}

}  // namespace

const Column* counted_column(const Form& form, const FooterRow& total) {
  const Column* found = nullptr;
  for (const Column& column : form.columns) {
    if (column.options != total.options || column.many || !column.holds) continue;
    if (!found || column.holds == Holds::result) found = &column;
  }
  return found;
}

std::string blank_total(const Form& form, const FooterRow& total) {
  std::vector<std::string> parts;
  for (const Option& option : form.list(total.options)->options)
    parts.push_back(replace_all(total.pattern, "{}", option.value));
  return join(parts, between);
}

std::string counted_total(const Form& form, const FooterRow& total, const std::vector<std::string>& answers) {
  const bool any =
      std::any_of(answers.begin(), answers.end(), [](const std::string& a) { return !a.empty(); });
  if (!any) return blank_total(form, total);
  std::vector<std::string> parts;
  for (const Option& option : form.list(total.options)->options) {
    const Around text = around(total, option);
    std::size_t count = 0;
    for (const std::string& one : texts_of(option))
      count += static_cast<std::size_t>(std::count(answers.begin(), answers.end(), one));
    parts.push_back(text.before + (text.counted ? std::to_string(count) : "") + text.after);
  }
  return join(parts, between);
}

std::string total_formula(const Form& form, const FooterRow& total, const std::string& cells) {
  std::string formula = "IF(COUNTA(" + cells + ")=0," + literal(blank_total(form, total)) + ",";
  std::string open;  // text that waits for the next number
  bool first = true;
  const auto add = [&](const std::string& piece) {
    formula += (first ? "" : "&") + piece;
    first = false;
  };
  for (const Option& option : form.list(total.options)->options) {
    const Around text = around(total, option);
    open += (&option == &form.list(total.options)->options.front() ? "" : std::string(between)) + text.before;
    if (text.counted) {
      if (!open.empty()) add(literal(open));
      std::string sum;
      // Not COUNTIF, which would take signs of an option's text for a comparison or a wild card.
      for (const std::string& one : texts_of(option))
        sum += (sum.empty() ? "" : "+") + ("SUMPRODUCT((" + cells + "=" + literal(one) + ")*1)");
      add(option.code.empty() ? sum : "(" + sum + ")");
      open = text.after;
    }
  }
  if (!open.empty() || first) add(literal(open));
  return formula + ")";
}

}  // namespace anjuan::forms
