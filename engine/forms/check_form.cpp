#include "forms/check_form.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "forms/messages.h"
#include "forms/page_lines.h"

namespace anjuan::forms {

namespace {

constexpr std::size_t max_list = 255, max_prompt = 255;  // what Excel holds in a drop-down and its prompt
constexpr int max_width = 230;                           // beyond it columns get too narrow for their words

class Checker {
 public:
  Checker(const Form& form, const Place& root) : form_(form), root_(root) {}

  Diagnostics check() {
    check_names();
    check_columns();
    check_parts();
    check_rules();
    for (const Item& item : form_.items) check_item(item);
    check_footer();
    for (const std::string* line : {&form_.page_header, &form_.page_footer}) {
      for (Diagnostic& one : check_page_line(*line, root_)) add(std::move(one));
    }
    return std::move(found_);
  }

 private:
  void add(Diagnostic diagnostic) { found_.push_back(std::move(diagnostic)); }

  void once(std::set<std::string>& known, const std::string& id, const Place& place) {
    if (!id.empty() && !known.insert(id).second) add(diagnose(double_id, place, id));
  }

  std::string column_names() const {
    std::vector<std::string> names;
    for (const Column& column : form_.columns) names.push_back(column.id);
    return join(names, "、");
  }

  std::string list_names() const {
    std::vector<std::string> names;
    for (const OptionList& list : form_.lists) names.push_back(list.id);
    return join(names, "、");
  }

  void check_names() {
    for (const std::string* name : {&form_.id, &form_.version}) {
      if (name->find('|') != std::string::npos) add(diagnose(bar_in_name, root_, *name));
    }
    std::set<std::string> lists, codes, columns, record, states;
    for (const OptionList& list : form_.lists) {
      once(lists, list.id, list.place);
      std::set<std::string> values;
      for (const Option& option : list.options) {
        once(values, option.value, list.place);
        once(values, option.code, list.place);
        once(record, option.count, list.place);
      }
    }
    for (const BasisState& state : form_.basis_states) once(states, state.word, root_);
    for (const Item& item : form_.items) once(codes, item.code, item.place);
    for (const Column& column : form_.columns) {
      once(columns, column.id, column.place);
      once(columns, column.codes, column.place);
    }
    for (const std::string* name :
         {&form_.serial_field, &form_.version_field, &form_.items_field, &form_.problems_field}) {
      once(record, *name, root_);
    }
    for (const HeaderField& field : form_.header) once(record, field.input, field.place);
    for (const FooterRow& row : form_.footer) once(record, row.field.input, row.field.place);
  }

  void check_columns() {
    int width = 0;
    for (const Column& column : form_.columns) {
      width += column.width;
      if (column.shows.has_value() == column.holds.has_value())
        add(diagnose(shows_or_holds, column.place, column.id));
      check_list(column.options, column.place);
      for (const std::string* text : {&column.prompt, &column.error})
        check_prompt(*text, column.label, column.place);
    }
    if (width > max_width) add(diagnose(too_wide, root_, std::to_string(width), std::to_string(max_width)));
    for (const HeaderField& field : form_.header) check_prompt(field.prompt, field.label, field.place);
  }

  void check_prompt(const std::string& text, const std::string& of, const Place& place) {
    const std::size_t length = count_characters(text);
    if (length > max_prompt)
      add(diagnose(prompt_too_long, place, of, std::to_string(length), std::to_string(max_prompt)));
  }

  void check_list(const std::string& id, const Place& place) {
    if (!id.empty() && !form_.list(id)) add(diagnose(unknown_list, place, id, list_names()));
  }

  /// A checklist states basis, scope, content, manner, treatment, and of course the result.
  void check_parts() {
    const auto shows = [&](Shows what, Wording called) {
      const bool there = std::any_of(form_.columns.begin(), form_.columns.end(),
                                     [&](const Column& c) { return c.shows == what; });
      if (!there) add(diagnose(part_missing, root_, std::move(called)));
    };
    shows(Shows::basis, {"检查依据一列", "the column of the basis"});
    shows(Shows::content, {"检查内容一列", "the column of the content"});
    shows(Shows::method, {"检查方式一列", "the column of the manner"});
    if (!form_.column_that_holds(Holds::result))
      add(diagnose(part_missing, root_, Wording("结果一列", "the column of the result")));
    if (!form_.column_that_holds(Holds::treatment))
      add(diagnose(part_missing, root_, Wording("处理意见一列", "the column of the treatment")));
    const bool scope =
        std::any_of(form_.header.begin(), form_.header.end(), [](const HeaderField& f) { return f.scope; });
    if (!scope) add(diagnose(part_missing, root_, Wording("表头的检查范围", "the scope in the header")));
  }

  void check_rules() {
    for (const Rule& rule : form_.rules) {
      const Column* column = form_.column(rule.column);
      if (!column) {
        add(diagnose(unknown_column, rule.place, rule.column, column_names()));
      } else if (const OptionList* list = form_.list(column->options)) {
        for (const std::string& value : rule.values) {
          const bool known = std::any_of(list->options.begin(), list->options.end(),
                                         [&](const Option& o) { return o.value == value; });
          if (!known) add(diagnose(unknown_option_word, rule.place, value, list->id));
        }
      }
      for (const auto* names : {&rule.requires_filled, &rule.forbids}) {
        for (const std::string& name : *names) {
          if (!form_.column(name)) add(diagnose(unknown_column, rule.place, name, column_names()));
        }
      }
    }
  }

  void check_item(const Item& item) {
    if (item.content.empty())
      add(diagnose(item_empty, item.place, item.code, Wording("检查内容", "content")));
    if (item.basis.empty()) add(diagnose(item_empty, item.place, item.code, Wording("检查依据", "basis")));
    std::vector<std::string> states;
    for (const BasisState& state : form_.basis_states) states.push_back(state.word);
    for (const std::string& word : item.basis_states) {
      if (std::find(states.begin(), states.end(), word) == states.end()) {
        add(diagnose(unknown_basis_state, item.place, word, enumerated(states)));
      }
    }
    for (const Column& column : form_.columns) {
      const OptionList* list = form_.list(column.options);
      if (!list) continue;
      if (column.holds == Holds::treatment) check_treatments(item, *list);
      std::vector<std::string> shown;
      for (const Option& option : options_for(form_, column, item)) shown.push_back(option.shown());
      const std::size_t length = count_characters(join(shown, ","));
      if (length > max_list)
        add(diagnose(list_too_long, item.place, column.label, std::to_string(length),
                     std::to_string(max_list)));
    }
  }

  void check_treatments(const Item& item, const OptionList& list) {
    for (const std::string& code : item.treatments) {
      const bool known = std::any_of(list.options.begin(), list.options.end(),
                                     [&](const Option& o) { return o.code == code; });
      if (!known) add(diagnose(unknown_option_word, item.place, code, list.id));
    }
  }

  void check_footer() {
    for (const FooterRow& row : form_.footer) check_list(row.options, root_);
  }

  const Form& form_;
  const Place& root_;
  Diagnostics found_;
};

}  // namespace

Diagnostics check_form(const Form& form, const Place& root) { return Checker(form, root).check(); }

}  // namespace anjuan::forms
