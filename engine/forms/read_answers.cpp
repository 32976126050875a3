#include "forms/read_answers.h"

#include <algorithm>

#include "base/text.h"
#include "forms/messages.h"

namespace anjuan::forms {

namespace {

bool is_option(const Option& option, const std::string& text) {
  return text == option.value || text == option.shown() || (!option.code.empty() && text == option.code);
}

const Option* find(const std::vector<Option>& options, const std::string& text) {
  const auto found =
      std::find_if(options.begin(), options.end(), [&](const Option& o) { return is_option(o, text); });
  return found == options.end() ? nullptr : &*found;
}

std::string shown(const std::vector<Option>& options) {
  std::vector<std::string> texts;
  for (const Option& option : options) texts.push_back(option.shown());
  return join(texts, "、");
}

/// Several answers in one cell: separated as people do it.
std::vector<std::string> cut(const std::string& text) {
  std::string parts = text;
  for (const std::string_view mark : {"、", "，", "；", "／", "/", ",", ";", "+", "\n"})
    parts = replace_all(std::move(parts), mark, "\x1f");
  std::vector<std::string> answers;
  for (const std::string& part : split(parts, '\x1f')) {
    if (std::string clean = collapse_space(trim(part)); !clean.empty()) answers.push_back(std::move(clean));
  }
  return answers;
}

class ItemReader {
 public:
  ItemReader(const Form& form, const Item& item, std::vector<Answer> answers)
      : form_(form), item_(item), answers_(std::move(answers)), number_(std::to_string(item.number)) {}

  ItemAnswers read() {
    for (Answer& answer : answers_) choose(answer);
    for (const Rule& rule : form_.rules) apply(rule);
    read_.record = record();
    return std::move(read_);
  }

 private:
  void refuse(Answer& answer, Diagnostic diagnostic) {
    answer.refused = true;
    read_.found.push_back(std::move(diagnostic));
  }

  void choose(Answer& answer) {
    const OptionList* list = form_.list(answer.column->options);
    if (answer.refused || !list) return;
    const std::string& label = answer.column->label;
    if (answer.text.empty()) {
      if (answer.column->holds == Holds::result)
        refuse(answer, diagnose(item_not_filled, answer.place, number_, item_.name, label));
      return;
    }
    const std::vector<Option> lawful = options_for(form_, *answer.column, item_);
    const std::vector<std::string> texts =
        find(list->options, answer.text) ? std::vector<std::string>{answer.text} : cut(answer.text);
    for (const std::string& text : texts) {
      if (const Option* option = find(lawful, text)) {
        answer.chosen.push_back(*option);
      } else if (find(list->options, text)) {
        refuse(answer,
               diagnose(answer_not_lawful, answer.place, number_, item_.name, label, text, shown(lawful)));
      } else {
        refuse(answer,
               diagnose(unknown_answer, answer.place, number_, item_.name, label, text, shown(lawful)));
      }
    }
    if (answer.chosen.size() > 1 && !answer.column->many) {
      refuse(answer, diagnose(one_answer_only, answer.place, number_, item_.name, label, answer.text));
    }
    for (const Option& option : answer.chosen) {
      if (!option.count.empty()) read_.counts.push_back(option.count);
      read_.problem = read_.problem || option.problem;
    }
  }

  Answer* answer_in(const std::string& column) {
    const auto found = std::find_if(answers_.begin(), answers_.end(),
                                    [&](const Answer& a) { return a.column->id == column; });
    return found == answers_.end() ? nullptr : &*found;
  }

  void apply(const Rule& rule) {
    const Answer* looked_at = answer_in(rule.column);
    if (!looked_at || looked_at->refused) return;
    for (const Option& option : looked_at->chosen) {
      if (std::find(rule.values.begin(), rule.values.end(), option.value) == rule.values.end()) continue;
      for (const std::string& column : rule.requires_filled) demand(*looked_at, option, column, true);
      for (const std::string& column : rule.forbids) demand(*looked_at, option, column, false);
    }
  }

  void demand(const Answer& looked_at, const Option& option, const std::string& column, bool filled) {
    Answer* answer = answer_in(column);
    if (!answer || answer->refused || answer->text.empty() != filled) return;
    const std::string &label = looked_at.column->label, &wanted = answer->column->label;
    refuse(*answer,
           filled ? diagnose(rule_requires, answer->place, number_, item_.name, label, option.value, wanted)
                  : diagnose(rule_forbids, answer->place, number_, item_.name, label, option.value, wanted));
  }

  Value record() const {
    Fields fields;
    for (const Column& column : form_.columns) {
      if (column.shows == Shows::number) {
        fields[column.id] = std::int64_t{item_.number};
      } else if (column.shows) {
        fields[column.id] = shown_text(form_, column, item_);
      }
    }
    for (const Answer& answer : answers_) {
      std::vector<std::string> values;
      List codes;
      for (const Option& option : answer.chosen) {
        values.push_back(option.value);
        codes.emplace_back(option.code);
      }
      fields[answer.column->id] = answer.column->options.empty() ? answer.text : join(values, "、");
      if (!answer.column->codes.empty()) fields[answer.column->codes] = std::move(codes);
    }
    return fields;
  }

  const Form& form_;
  const Item& item_;
  std::vector<Answer> answers_;
  const std::string number_;
  ItemAnswers read_;
};

}  // namespace

ItemAnswers read_answers(const Form& form, const Item& item, std::vector<Answer> answers) {
  return ItemReader(form, item, std::move(answers)).read();
}

std::map<std::string, std::int64_t> empty_counts(const Form& form) {
  std::map<std::string, std::int64_t> counts;
  for (const OptionList& list : form.lists) {
    for (const Option& option : list.options) {
      if (!option.count.empty()) counts[option.count] = 0;
    }
  }
  return counts;
}

}  // namespace anjuan::forms
