// What must hold in every run: what each assertion asks, part by part.

#include <algorithm>

#include "base/text.h"
#include "procedure/assertion_words.h"
#include "procedure/comparing.h"
#include "procedure/words.h"

namespace anjuan::procedure {

namespace {

using Kind = Happening::Kind;

Wording states_in_words(const Definition& definition, const std::vector<std::string>& ids) {
  std::vector<Happening> states;
  for (const std::string& id : ids) states.push_back({Kind::state, id});
  return happenings_in_words(definition, states);
}

/// A happening's word with the state under its new name.
std::string statement_of(const std::vector<Happening>& all, const std::map<std::string, std::string>& names) {
  std::string text;
  for (const Happening& one : all)
    text += " " + (one.kind == Kind::state ? name_in(names, one.id) : word_of(one));
  return text;
}

/// An assertion as one text, for the comparison; the label apart.
std::string statement(const Assertion& a, const std::map<std::string, std::string>& names) {
  std::string text;
  for (const auto* part :
       {&a.every_path_to, &a.passes, &a.since, &a.never, &a.from, &a.reaches, &a.at_most_once, &a.whenever})
    text += "|" + statement_of(*part, names);
  for (const std::string& id : a.within) text += " " + name_in(names, id);
  return text + "|" + a.limit + "|" + (a.holds ? canonical(a.holds->source) : "");
}

std::string name_of(const Assertion& a) {
  if (!a.label.empty()) return a.label;
  return a.name.empty() ? std::string(trim(replace_all(statement(a, {}), "|", ""))) : a.name;
}

void tell_parts(const Comparing& comparing, const Assertion& was, const Assertion& is, Telling& telling) {
  const auto row = [&](const Wording& thing, const std::vector<Happening>& before,
                       const std::vector<Happening>& after) {
    if (statement_of(before, comparing.states) == statement_of(after, {})) return;
    telling.row(thing, happenings_in_words(comparing.old, before),
                happenings_in_words(comparing.fresh, after));
  };
  row({"说的是在这以前", "speaks of what comes before"}, was.every_path_to, is.every_path_to);
  row({"必先经过", "what must come first"}, was.passes, is.passes);
  row({"自何时起算", "counted since"}, was.since, is.since);
  telling.row({"限于这些环节", "only while in"}, states_in_words(comparing.old, was.within),
              states_in_words(comparing.fresh, is.within));
  row({"不得出现", "what must never be"}, was.never, is.never);
  row({"从这以后", "from then on"}, was.from, is.from);
  row({"总能到达", "what can still be reached"}, was.reaches, is.reaches);
  telling.row({"其间计算的期限", "time limit that runs until then"}, was.limit, is.limit);
  row({"至多一次", "what happens at most once"}, was.at_most_once, is.at_most_once);
  row({"每当", "whenever"}, was.whenever, is.whenever);
  const auto condition = [](const Definition& definition, const Assertion& a) {
    return a.holds ? condition_in_words(definition, *a.holds) : Wording("");
  };
  telling.row({"应当成立", "what must hold then"}, condition(comparing.old, was),
              condition(comparing.fresh, is));
}

}  // namespace

void compare_assertions(Comparing& comparing) {
  const Wording kind{"要求", "requirement"};
  std::vector<const Assertion*> gone, news;
  for (const Assertion& one : comparing.fresh.assertions) news.push_back(&one);
  const auto take = [&](const auto& fits) {
    const auto found =
        std::find_if(news.begin(), news.end(), [&](const Assertion* one) { return fits(*one); });
    const Assertion* taken = found == news.end() ? nullptr : *found;
    if (taken != nullptr) news.erase(found);
    return taken;
  };
  for (const Assertion& was : comparing.old.assertions) {
    const Assertion* is = take([&](const Assertion& one) { return name_of(one) == name_of(was); });
    if (is == nullptr) {
      gone.push_back(&was);
      continue;
    }
    Telling telling;
    tell_parts(comparing, was, *is, telling);
    if (!telling.how.empty())
      comparing.add(Subject::assertion, Change::changed, quoted(kind, name_of(was)), telling.how, is->place);
  }
  for (const Assertion* was : gone) {
    const Assertion* is =
        take([&](const Assertion& one) { return statement(one, {}) == statement(*was, comparing.states); });
    if (is == nullptr) {
      comparing.add(Subject::assertion, Change::removed, quoted(kind, name_of(*was)), {}, was->place);
    } else {
      Telling telling;
      telling.row({"名称", "label"}, name_of(*was), name_of(*is));
      if (!telling.how.empty())
        comparing.add(Subject::assertion, Change::renamed, quoted(kind, name_of(*was)), telling.how,
                      is->place);
    }
  }
  for (const Assertion* is : news)
    comparing.add(Subject::assertion, Change::added, quoted(kind, name_of(*is)), {}, is->place);
}

}  // namespace anjuan::procedure
