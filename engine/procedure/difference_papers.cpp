// Documents and time limits, compared by their names.

#include <algorithm>
#include <functional>

#include "base/text.h"
#include "procedure/ahead.h"
#include "procedure/comparing.h"
#include "procedure/words.h"

namespace anjuan::procedure {

namespace {

const Wording paper_word{"文书", "document"}, limit_word{"期限", "time limit"};

template <class T>
using Written = std::vector<std::pair<const T*, const Action*>>;

template <class T>
Written<T> all_of(const Definition& definition) {
  Written<T> found;
  for_every_action(definition, [&](const Action& action) {
    if (const auto* one = std::get_if<T>(&action.what)) found.emplace_back(one, &action);
  });
  return found;
}

const std::string& key_of(const TimeLimitAction& limit) { return limit.id; }
std::string key_of(const DocumentAction& document) { return slot_of(document); }
const std::string& name_of(const TimeLimitAction& limit) {
  return limit.label.empty() ? limit.id : limit.label;
}

/// What is gone and new with `alike` between them is the same under a new name; where two would do, none is.
template <class T, class Alike>
std::map<std::string, std::string> paired(const Written<T>& before, const Written<T>& after,
                                          const Alike& alike) {
  const auto has = [](const Written<T>& all, const std::string& key) {
    return std::any_of(all.begin(), all.end(), [&](const auto& one) { return key_of(*one.first) == key; });
  };
  std::map<std::string, std::string> names;
  std::map<std::string, int> claimed;
  for (const auto& [old, old_action] : before) {
    if (has(after, key_of(*old)) || names.contains(key_of(*old))) continue;
    std::vector<std::string> likely;
    for (const auto& [fresh, action] : after) {
      const std::string key = key_of(*fresh);
      if (has(before, key) || !alike(*old, *fresh)) continue;
      if (std::find(likely.begin(), likely.end(), key) == likely.end()) likely.push_back(key);
    }
    if (likely.size() == 1) names[key_of(*old)] = likely.front(), ++claimed[likely.front()];
  }
  std::erase_if(names, [&](const auto& one) { return claimed[one.second] > 1; });
  return names;
}

/// The n-th place of a name in the old definition, by the new name.
template <class T>
const std::pair<const T*, const Action*>* nth(const Written<T>& all,
                                              const std::map<std::string, std::string>& names,
                                              const std::string& key, std::size_t n) {
  for (const auto& one : all) {
    if (name_in(names, key_of(*one.first)) == key && n-- == 0) return &one;
  }
  return nullptr;
}

bool told_already(const Comparing& comparing, const Wording& what, const std::vector<Wording>& how) {
  return std::any_of(comparing.out.begin(), comparing.out.end(),
                     [&](const Difference& d) { return d.what == what && d.how == how; });
}

template <class T>
void tell_gone(Comparing& comparing, const Written<T>& before, const std::map<std::string, std::size_t>& seen,
               const std::map<std::string, std::string>& names, Subject subject,
               const std::function<Wording(const T&)>& word) {
  std::vector<std::string> gone;
  for (const auto& [old, action] : before) {
    const std::string key = name_in(names, key_of(*old));
    if (seen.contains(key) || std::find(gone.begin(), gone.end(), key) != gone.end()) continue;
    gone.push_back(key);
    comparing.add(subject, Change::removed, word(*old), {}, action->place);
  }
}

/// Whether the length is one and the same parameter, whose change is told with the parameter.
bool same_parameter(const Definition& definition, const TimeLimitAction& was, const TimeLimitAction& is) {
  const std::string source = canonical(is.length.source);
  const bool parameter = std::any_of(definition.parameters.begin(), definition.parameters.end(),
                                     [&](const Parameter& p) { return p.id == source; });
  return parameter && canonical(was.length.source) == source && was.unit == is.unit;
}

Wording plain_length(const Definition& definition, TimeLimitAction limit) {
  limit.after = {};  // what it counts from is told where it starts
  return length_in_words(definition, limit);
}

void compare_limit(const Comparing& comparing, const std::pair<const TimeLimitAction*, const Action*>& old,
                   const std::pair<const TimeLimitAction*, const Action*>& now, Telling& telling) {
  const TimeLimitAction &was = *old.first, &is = *now.first;
  if (was.id != is.id) telling.row({"编号", "id"}, was.id, is.id);
  if (!same_parameter(comparing.fresh, was, is))
    telling.row({"长度", "length"}, plain_length(comparing.old, was), plain_length(comparing.fresh, is));
  telling.row({"名称", "label"}, name_of(was), name_of(is));
  telling.row({"届满引起的事", "event when due"}, was.on_due, is.on_due);
  comparing.compare_basis(old.second->basis, now.second->basis, telling);
}

void compare_limits(Comparing& comparing) {
  const auto before = all_of<TimeLimitAction>(comparing.old),
             after = all_of<TimeLimitAction>(comparing.fresh);
  std::map<std::string, std::size_t> seen;  // the n-th start of a limit beside the n-th
  for (const auto& now : after) {
    const TimeLimitAction& is = *now.first;
    const std::size_t n = seen[is.id]++;
    const auto* old = nth(before, comparing.limits, is.id, n);
    if (old == nullptr && n > 0) continue;  // one more place that starts it: told with that place
    Telling telling(old == nullptr);
    if (old == nullptr) {
      telling.row({"长度", "length"}, "", plain_length(comparing.fresh, is));
      comparing.compare_basis({}, now.second->basis, telling);
      comparing.add(Subject::limit, Change::added, quoted(limit_word, name_of(is)), telling.how,
                    now.second->place);
      continue;
    }
    compare_limit(comparing, *old, now, telling);
    const Wording what = quoted(limit_word, name_of(*old->first));
    if (telling.how.empty() || told_already(comparing, what, telling.how)) continue;
    comparing.add(Subject::limit, old->first->id == is.id ? Change::changed : Change::renamed, what,
                  telling.how, now.second->place);
  }
  tell_gone<TimeLimitAction>(comparing, before, seen, comparing.limits, Subject::limit,
                             [](const TimeLimitAction& l) { return quoted(limit_word, name_of(l)); });
}

Wording paper_name(const Definition& definition, const DocumentAction& document) {
  const Wording name = paper_in_words(definition, document);
  return {paper_word.zh + "“" + name.zh + "”", "the " + paper_word.en + " “" + name.en + "”"};
}

void compare_documents(Comparing& comparing) {
  const auto before = all_of<DocumentAction>(comparing.old), after = all_of<DocumentAction>(comparing.fresh);
  std::map<std::string, std::size_t> seen;
  for (const auto& now : after) {
    const std::string slot = slot_of(*now.first);
    const std::size_t n = seen[slot]++;
    const auto* old = nth(before, comparing.papers, slot, n);
    if (old == nullptr) {
      if (n == 0)
        comparing.add(Subject::paper, Change::added, paper_name(comparing.fresh, *now.first),
                      document_features(comparing.fresh, *now.first), now.second->place);
      continue;
    }
    Telling telling;
    const bool renamed = slot_of(*old->first) != slot;
    if (renamed)
      telling.row({"名称", "name"}, paper_in_words(comparing.old, *old->first),
                  paper_in_words(comparing.fresh, *now.first));
    for (Wording& one : document_changes(comparing.old, *old->first, comparing.fresh, *now.first))
      telling.say(std::move(one));
    comparing.compare_basis(old->second->basis, now.second->basis, telling);
    const Wording what = paper_name(comparing.old, *old->first);
    if (telling.how.empty() || told_already(comparing, what, telling.how)) continue;
    comparing.add(Subject::paper, renamed ? Change::renamed : Change::changed, what, telling.how,
                  now.second->place);
  }
  tell_gone<DocumentAction>(comparing, before, seen, comparing.papers, Subject::paper,
                            [&](const DocumentAction& d) { return paper_name(comparing.old, d); });
}

void compare_params(const Definition& old, const DocumentAction& was, const Definition& fresh,
                    const DocumentAction& is, Telling& telling) {
  const auto value = [](const Definition& definition, const DocumentAction& document,
                        const std::string& name) {
    const auto found = std::find_if(document.params.begin(), document.params.end(),
                                    [&](const Param& p) { return p.name == name; });
    return found == document.params.end() ? Wording("") : value_in_words(definition, found->value);
  };
  std::vector<std::string> names;
  for (const DocumentAction* document : {&was, &is}) {
    for (const Param& param : document->params) {
      if (std::find(names.begin(), names.end(), param.name) == names.end()) names.push_back(param.name);
    }
  }
  for (const std::string& name : names)
    telling.row({"填写的“" + name + "”", "what is filled in as “" + name + "”"}, value(old, was, name),
                value(fresh, is, name));
}

void compare_features(const Definition& old, const DocumentAction& was, const Definition& fresh,
                      const DocumentAction& is, Telling& telling) {
  const auto flag = [&](bool before, bool now, const Wording& thing) {
    if (before == now) return;
    if (telling.is_new())
      telling.say(thing);
    else
      telling.say(now ? Wording("改为" + thing.zh, "now " + thing.en)
                      : Wording("不再" + thing.zh, "no longer " + thing.en));
  };
  telling.row({"文号", "number code"}, was.number_code, is.number_code);
  flag(was.draft, is.draft, {"送审稿", "a draft"});
  flag(was.mandatory, is.mandatory, {"必备", "mandatory"});
  flag(was.sign, is.sign, {"需要签署", "to be signed"});
  flag(was.seal, is.seal, {"需要用印", "to be sealed"});
  flag(was.serve, is.serve, {"需要送达", "to be served"});
  telling.row({"卷内位置", "place in the dossier"}, was.place, is.place);
  if (!telling.is_new() || is.to.given())
    telling.row({"受文者", "addressee"}, value_in_words(old, was.to), value_in_words(fresh, is.to));
}

}  // namespace

std::vector<Wording> document_features(const Definition& definition, const DocumentAction& document) {
  Telling telling(true);
  compare_features(definition, {}, definition, document, telling);
  return telling.how;
}

std::vector<Wording> document_changes(const Definition& old, const DocumentAction& was,
                                      const Definition& fresh, const DocumentAction& is) {
  Telling telling;
  telling.row({"模板", "template"}, was.template_id, is.template_id);
  compare_features(old, was, fresh, is, telling);
  compare_params(old, was, fresh, is, telling);
  return telling.how;
}

std::map<std::string, std::string> renamed_papers(const Definition& old, const Definition& fresh) {
  return paired(all_of<DocumentAction>(old), all_of<DocumentAction>(fresh),
                [](const DocumentAction& a, const DocumentAction& b) {
                  return a.template_id == b.template_id && a.draft == b.draft;
                });
}

void pair_papers(Comparing& comparing) {
  comparing.papers = renamed_papers(comparing.old, comparing.fresh);
  comparing.limits = paired(all_of<TimeLimitAction>(comparing.old), all_of<TimeLimitAction>(comparing.fresh),
                            [](const TimeLimitAction& a, const TimeLimitAction& b) {
                              return !a.label.empty() && a.label == b.label;
                            });
}

void compare_papers(Comparing& comparing) {
  compare_documents(comparing);
  compare_limits(comparing);
}

}  // namespace anjuan::procedure
