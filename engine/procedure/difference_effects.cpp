// What content does, thing by thing; documents and time limits compared by their names.

#include <algorithm>

#include "base/text.h"
#include "procedure/ahead.h"
#include "procedure/comparing.h"
#include "procedure/describe.h"
#include "procedure/words.h"

namespace anjuan::procedure {

namespace {

std::string params_key(const std::vector<Param>& params) {
  std::string key;
  for (const Param& param : params) key += param.name + "=" + canonical(param.value.source) + ";";
  return key;
}

std::string payload_key(const Payload& payload) { return params_key(payload.params) + canonical(payload.content.source); }

/// Takes content apart, with the conditions that each thing stands under.
class ThingList {
 public:
  explicit ThingList(const Definition& definition) : definition_(definition) {}

  std::vector<DoneThing> out;

  void read(const Block& block) {
    for (const Action& action : block) std::visit([&](const auto& what) { add(action, what); }, action.what);
  }

 private:
  const Definition& definition_;
  std::string under_key_;
  std::vector<Wording> under_words_;

  void note(const Action& action, const std::string& key, Wording words, bool with_basis = true) {
    if (!under_words_.empty()) {
      words.zh += "（" + joined(under_words_).zh + "时）";
      words.en += " (if " + joined(under_words_).en + ")";
    }
    const std::string basis = with_basis ? provisions_of(definition_, action.basis) : "";
    out.push_back({under_key_ + action.element + ":" + key + "|" + basis, std::move(words)});
  }

  std::string label(const std::string& data) const {
    const DataItem* item = definition_.data_item(data);
    return item == nullptr || item->label.empty() ? data : item->label;
  }

  Wording set_to(const std::string& item, const Wording& value) const {
    return {"把“" + label(item) + "”记为" + value.zh, "sets “" + label(item) + "” to " + value.en};
  }

  /// The words of describe.h, for what it has words for.
  Wording told(const Action& action) const {
    const auto words = sentences_of(definition_, Block{action});
    return words.empty() ? Wording(action.element) : words.front();
  }

  void inside(const std::string& condition, const Wording& words, const Block& block) {
    const std::string key = under_key_;
    under_key_ += "[" + canonical(condition) + "]";
    under_words_.push_back(words);
    read(block);
    under_words_.pop_back();
    under_key_ = key;
  }

  void add(const Action&, const If& branching) {
    std::string before;
    for (const Branch& branch : branching.branches) {
      const std::string own = branch.condition ? branch.condition->source : "";
      const Wording words = branch.condition ? condition_in_words(definition_, *branch.condition) : Wording("其他情形", "otherwise");
      inside(before + "|" + own, words, branch.content);
      before += "|" + own;
    }
  }
  void add(const Action&, const ForEach& loop) {
    const Wording list = value_in_words(definition_, loop.list);
    inside(loop.item + "∈" + loop.list.source, {"对" + list.zh + "逐项办理", "for each of " + list.en}, loop.content);
  }
  void add(const Action& action, const Assign& assign) {
    note(action, assign.location.source + "=" + canonical(assign.value.source),
         set_to(assign.location.source, value_in_words(definition_, assign.value)));
  }
  void add(const Action& action, const Script& script) {
    for (const expression::Assignment& one : script.assignments) {
      note(action, one.location.source + "=" + canonical(one.value.source()),
           set_to(one.location.source, one.value.source()));
    }
  }
  void add(const Action& action, const Log& log) { note(action, log.label + canonical(log.text.source), {"记一笔“" + log.label + "”", "notes “" + log.label + "”"}); }
  void add(const Action& action, const Raise& raise) { note(action, raise.event, {"引起“" + raise.event + "”", "raises “" + raise.event + "”"}); }
  void add(const Action& action, const Send& send) {
    note(action, canonical(send.event.source + "|" + send.target.source + "|" + send.type.source + "|" + send.delay.source) + payload_key(send.payload),
         {"发出消息“" + send.event.source + "”", "sends the message “" + send.event.source + "”"});
  }
  void add(const Action& action, const DocumentAction& document) {
    // How it is made stands with the papers; here only that it is made.
    note(action, slot_of(document), {"制作文书“" + slot_of(document) + "”", "makes the document “" + slot_of(document) + "”"}, false);
  }
  void add(const Action& action, const SheetAction& sheet) { note(action, sheet.slot + canonical(sheet.form.source) + params_key(sheet.params) + sheet.place, told(action)); }
  void add(const Action& action, const TimeLimitAction& limit) {
    note(action, limit.id + canonical(limit.after.source), {"开始计算期限“" + (limit.label.empty() ? limit.id : limit.label) + "”", "starts the time limit “" + (limit.label.empty() ? limit.id : limit.label) + "”"}, false);
  }
  void add(const Action& action, const EndTimeLimitAction& limit) { note(action, limit.id, told(action)); }
  void add(const Action& action, const DrawAction& draw) { note(action, std::to_string(static_cast<int>(draw.action)) + params_key(draw.params), told(action)); }
  void add(const Action& action, const OpenCasesAction& open) { note(action, open.definition, told(action)); }
  void add(const Action& action, const PublishAction& publish) {
    note(action, canonical(publish.batch.source + "|" + publish.channels.source) + params_key(publish.params),
         {"公示到 " + publish.channels.source, "publishes to " + publish.channels.source});
  }
  void add(const Action& action, const PushAction& push) { note(action, push.platform + "|" + push.mapping + params_key(push.params), told(action)); }
  void add(const Action& action, const ArchiveAction& archive) { note(action, params_key(archive.params), told(action)); }
  /// Anything else that content may hold, by its element alone.
  template <class Other>
  void add(const Action& action, const Other&) { note(action, params_key(params_of(action)), Wording(action.element)); }
};

std::vector<std::string> keys_of(const std::vector<DoneThing>& things) {
  std::vector<std::string> keys;
  for (const DoneThing& thing : things) keys.push_back(thing.key);
  return keys;
}

/// Those of `things` that `others` has not, each as often as it is missing.
std::vector<Wording> only_in(const std::vector<DoneThing>& things, std::vector<std::string> others) {
  std::vector<Wording> found;
  for (const DoneThing& thing : things) {
    const auto same = std::find(others.begin(), others.end(), thing.key);
    if (same == others.end()) found.push_back(thing.words);
    else others.erase(same);
  }
  return found;
}

template <class T>
std::vector<std::pair<const T*, const Action*>> all_of(const Definition& definition) {
  std::vector<std::pair<const T*, const Action*>> found;
  for_every_action(definition, [&](const Action& action) {
    if (const auto* one = std::get_if<T>(&action.what)) found.emplace_back(one, &action);
  });
  return found;
}

/// A length as people say it: the value where it is a parameter or a number.
std::string length_words(const Definition& definition, const TimeLimitAction& limit) {
  for (const Parameter& p : definition.parameters) {
    if (canonical(limit.length.source) == p.id) return display(p.value);
  }
  return limit.length.source;
}

Wording length_of(const Definition& definition, const TimeLimitAction& limit) {
  const Wording unit = calendar::name_of(limit.unit);
  const std::string length = length_words(definition, limit);
  return {length + unit.zh, length + " " + unit.en};
}

std::string name_of(const TimeLimitAction& limit) { return limit.label.empty() ? limit.id : limit.label; }

void compare_limits(Comparing& comparing) {
  const auto before = all_of<TimeLimitAction>(comparing.old), after = all_of<TimeLimitAction>(comparing.fresh);
  // The n-th start of a limit beside the n-th.
  std::map<std::string, std::size_t> seen;
  for (const auto& [fresh, action] : after) {
    std::size_t n = seen[fresh->id]++;
    const auto old = std::find_if(before.begin(), before.end(), [&, id = fresh->id](const auto& one) { return one.first->id == id && n-- == 0; });
    std::vector<Wording> how;
    if (old == before.end()) {
      if (seen[fresh->id] > 1) continue;  // one more place that starts it: told with that place
      how.push_back(turned({"长度", "length"}, Wording(""), length_of(comparing.fresh, *fresh)));
      comparing.add(Subject::limit, Change::added, quoted({"期限", "time limit"}, name_of(*fresh)), how, action->place);
      continue;
    }
    const TimeLimitAction& was = *old->first;
    const Wording length_was = length_of(comparing.old, was), length_is = length_of(comparing.fresh, *fresh);
    if (canonical(length_was.zh) != canonical(length_is.zh)) how.push_back(turned({"长度", "length"}, length_was, length_is));
    if (name_of(was) != name_of(*fresh)) how.push_back(turned({"名称", "label"}, name_of(was), name_of(*fresh)));
    if (was.on_due != fresh->on_due) how.push_back(turned({"届满引起的事", "event when due"}, was.on_due, fresh->on_due));
    const std::string basis_was = provisions_of(comparing.old, old->second->basis), basis_is = provisions_of(comparing.fresh, action->basis);
    if (basis_was != basis_is) how.push_back(turned({"依据", "basis"}, basis_was, basis_is));
    const bool told = std::any_of(comparing.out.begin(), comparing.out.end(), [&](const Difference& d) {
      return d.subject == Subject::limit && d.what == quoted({"期限", "time limit"}, name_of(was)) && d.how == how;
    });
    if (!how.empty() && !told) comparing.add(Subject::limit, Change::changed, quoted({"期限", "time limit"}, name_of(was)), how, action->place);
  }
  std::vector<std::string> gone;
  for (const auto& [old, action] : before) {
    if (seen.contains(old->id) || std::find(gone.begin(), gone.end(), old->id) != gone.end()) continue;
    gone.push_back(old->id);
    comparing.add(Subject::limit, Change::removed, quoted({"期限", "time limit"}, name_of(*old)), {}, action->place);
  }
}

std::vector<Wording> paper_changes(const Comparing& comparing, const std::pair<const DocumentAction*, const Action*>& was,
                                   const std::pair<const DocumentAction*, const Action*>& is) {
  std::vector<Wording> how = document_changes(*was.first, *is.first);
  const std::string before = provisions_of(comparing.old, was.second->basis), after = provisions_of(comparing.fresh, is.second->basis);
  if (before != after) how.push_back(turned({"依据", "basis"}, before, after));
  return how;
}

void compare_documents(Comparing& comparing) {
  const auto before = all_of<DocumentAction>(comparing.old), after = all_of<DocumentAction>(comparing.fresh);
  std::map<std::string, std::size_t> seen;
  const Wording kind{"文书", "document"};
  for (const auto& fresh : after) {
    const std::string slot = slot_of(*fresh.first);
    std::size_t n = seen[slot]++;
    const auto old = std::find_if(before.begin(), before.end(), [&](const auto& one) { return slot_of(*one.first) == slot && n-- == 0; });
    if (old == before.end()) {
      if (seen[slot] == 1) comparing.add(Subject::paper, Change::added, quoted(kind, slot), document_changes({}, *fresh.first), fresh.second->place);
      continue;
    }
    const std::vector<Wording> how = paper_changes(comparing, *old, fresh);
    const bool told = std::any_of(comparing.out.begin(), comparing.out.end(), [&](const Difference& d) {
      return d.subject == Subject::paper && d.what == quoted(kind, slot) && d.how == how;
    });
    if (!how.empty() && !told) comparing.add(Subject::paper, Change::changed, quoted(kind, slot), how, fresh.second->place);
  }
  for (const auto& old : before) {
    const std::string slot = slot_of(*old.first);
    if (seen.contains(slot)) continue;
    seen[slot] = 0;
    comparing.add(Subject::paper, Change::removed, quoted(kind, slot), {}, old.second->place);
  }
}

}  // namespace

std::vector<DoneThing> things_done(const Definition& definition, const Block& block) {
  ThingList list(definition);
  list.read(block);
  return std::move(list.out);
}

std::vector<DoneThing> things_done(const Definition& definition, const std::vector<Block>& blocks) {
  ThingList list(definition);
  for (const Block& block : blocks) list.read(block);
  return std::move(list.out);
}

void compare_things(const std::vector<DoneThing>& old, const std::vector<DoneThing>& fresh, const Wording& when, std::vector<Wording>& how) {
  const std::vector<std::string> before = keys_of(old), after = keys_of(fresh);
  if (before == after) return;
  const std::vector<Wording> gone = only_in(old, after), news = only_in(fresh, before);
  for (const Wording& one : gone) how.emplace_back(when.zh + "不再" + one.zh, when.en + "no longer " + one.en);
  for (const Wording& one : news) how.emplace_back(when.zh + "新增：" + one.zh, when.en + "now " + one.en);
  if (gone.empty() && news.empty()) how.emplace_back(when.zh + "各项的先后次序有变化", when.en + "the order of what is done is another");
}

std::vector<Wording> document_changes(const DocumentAction& was, const DocumentAction& is) {
  std::vector<Wording> how;
  const bool fresh = was.template_id.empty();
  const auto flag = [&](bool old, bool now, const Wording& thing) {
    if (old == now) return;
    how.push_back(now ? Wording(fresh ? thing.zh : "改为" + thing.zh, fresh ? thing.en : "now " + thing.en) : Wording("不再" + thing.zh, "no longer " + thing.en));
  };
  if (!fresh && was.template_id != is.template_id) how.push_back(turned({"模板", "template"}, was.template_id, is.template_id));
  if (was.number_code != is.number_code) how.push_back(turned({"文号", "number code"}, was.number_code, is.number_code));
  flag(was.draft, is.draft, {"送审稿", "a draft"});
  flag(was.mandatory, is.mandatory, {"必备", "mandatory"});
  flag(was.sign, is.sign, {"需要签署", "to be signed"});
  flag(was.seal, is.seal, {"需要用印", "to be sealed"});
  flag(was.serve, is.serve, {"需要送达", "to be served"});
  if (was.place != is.place) how.push_back(turned({"卷内位置", "place in the dossier"}, was.place, is.place));
  if (!fresh && canonical(was.to.source) != canonical(is.to.source)) how.push_back(turned({"受文者", "addressee"}, was.to.source, is.to.source));
  if (!fresh && params_key(was.params) != params_key(is.params)) how.emplace_back("填写的内容有变化", "what is filled in is other");
  return how;
}

void compare_papers(Comparing& comparing) {
  compare_documents(comparing);
  compare_limits(comparing);
}

}  // namespace anjuan::procedure
