#include "forms/form.h"

#include <algorithm>

#include "base/text.h"

namespace anjuan::forms {

namespace {

const BasisState* state_of(const Form& form, const std::string& word) {
  const auto found = std::find_if(form.basis_states.begin(), form.basis_states.end(),
                                  [&](const BasisState& s) { return s.word == word; });
  return found == form.basis_states.end() ? nullptr : &*found;
}

std::string marked_basis(const Form& form, const Item& item) {
  std::string text = item.basis;
  for (const std::string& word : item.basis_states) {
    if (const BasisState* state = state_of(form, word)) text += state->mark;
  }
  return text;
}

}  // namespace

const OptionList* Form::list(std::string_view wanted) const {
  const auto found =
      std::find_if(lists.begin(), lists.end(), [&](const OptionList& l) { return l.id == wanted; });
  return found == lists.end() ? nullptr : &*found;
}

const Column* Form::column(std::string_view wanted) const {
  const auto found =
      std::find_if(columns.begin(), columns.end(), [&](const Column& c) { return c.id == wanted; });
  return found == columns.end() ? nullptr : &*found;
}

const Column* Form::column_that_holds(Holds what) const {
  const auto found =
      std::find_if(columns.begin(), columns.end(), [&](const Column& c) { return c.holds == what; });
  return found == columns.end() ? nullptr : &*found;
}

std::vector<Option> options_for(const Form& form, const Column& column, const Item& item) {
  std::vector<Option> lawful;
  const OptionList* list = form.list(column.options);
  if (!list) return lawful;
  for (const Option& option : list->options) {
    const bool named =
        std::find(item.treatments.begin(), item.treatments.end(), option.code) != item.treatments.end();
    if (column.holds == Holds::treatment && !named) continue;
    if (option.on_the_spot && item.on_the_spot == OnTheSpot::no) continue;
    lawful.push_back(option);
  }
  return lawful;
}

std::string shown_text(const Form& form, const Column& column, const Item& item) {
  if (!column.shows) return {};
  switch (*column.shows) {
    case Shows::number:
      return std::to_string(item.number);
    case Shows::code:
      return item.code;
    case Shows::name:
      return item.name;
    case Shows::content:
      return item.content;
    case Shows::basis:
      return marked_basis(form, item);
    case Shows::method:
      return item.sample.empty() ? item.method : item.method + "；" + item.sample;
    case Shows::treatments:
      return join(item.treatments, "／") + item.treatment_note;
    case Shows::weight:
      return item.weight;
  }
  return {};
}

std::vector<std::string> unconfirmed_items(const Form& form) {
  std::vector<std::string> codes;
  for (const Item& item : form.items) {
    const bool open =
        std::any_of(item.basis_states.begin(), item.basis_states.end(), [&](const std::string& word) {
          const BasisState* state = state_of(form, word);
          return state && !state->confirmed;
        });
    if (open) codes.push_back(item.code);
  }
  return codes;
}

}  // namespace anjuan::forms
