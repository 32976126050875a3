// What content does, thing by thing.

#include <algorithm>

#include "base/text.h"
#include "expression/phrases.h"
#include "procedure/ahead.h"
#include "procedure/comparing.h"
#include "procedure/describe.h"
#include "procedure/words.h"

namespace anjuan::procedure {

namespace {

using Details = std::vector<DoneThing::Detail>;

/// Takes content apart, with the conditions that each thing stands under.
class ThingList {
 public:
  ThingList(const Definition& definition, const Comparing* names) : definition_(definition), names_(names) {}

  std::vector<DoneThing> out;

  void read(const Block& block) {
    for (const Action& action : block) std::visit([&](const auto& what) { add(action, what); }, action.what);
  }

 private:
  const Definition& definition_;
  const Comparing* names_;  ///< given for the old definition: its papers and limits under their new names
  std::vector<Wording> under_;

  std::string renamed(const std::string& name, std::map<std::string, std::string> Comparing::*kind) const {
    return names_ == nullptr ? name : name_in(names_->*kind, name);
  }
  std::string basis_key(const Action& action) const {
    std::string key;
    for (const std::string& id : action.basis) key += " " + renamed(id, &Comparing::bases);
    return key;
  }

  /// `same`: which thing it is; `words`: that it is done; `title`: what its details belong to.
  void note(const Action& action, const std::string& same, Wording words, Wording title, Details details,
            bool with_basis = true) {
    DoneThing thing;
    thing.same = action.element + ":" + same;
    const Wording under = expression::joined(under_, {"，", ", "});
    details.push_back({"条件", under});
    if (with_basis) details.push_back({"依据", provisions_of(definition_, action.basis)});
    if (!under.zh.empty()) words = {words.zh + "（" + under.zh + "）", words.en + " (" + under.en + ")"};
    thing.words = std::move(words), thing.title = std::move(title);
    thing.key = thing.same + (with_basis ? basis_key(action) : "");
    for (const DoneThing::Detail& detail : details) {
      if (detail.name != "依据") thing.key += "\n" + detail.name + "=" + detail.value.zh;
    }
    thing.details = std::move(details);
    out.push_back(std::move(thing));
  }

  Details details_of(const std::vector<Param>& params) const {
    Details details;
    for (const Param& param : params)
      details.push_back({param.name, value_in_words(definition_, param.value)});
    return details;
  }

  std::string label(const std::string& data) const {
    const DataItem* item = definition_.data_item(data);
    return item == nullptr || item->label.empty() ? data : item->label;
  }

  /// The words of describe.h, for what it has words for.
  Wording told(const Action& action) const {
    const auto words = sentences_of(definition_, Block{action});
    return words.empty() ? Wording(action.element) : words.front();
  }

  void note_told(const Action& action, const std::string& same, const std::vector<Param>& params) {
    const Wording words = told(action);
    note(action, same, words, words, details_of(params));
  }

  void inside(const Wording& words, const Block& block) {
    under_.push_back(words);
    read(block);
    under_.pop_back();
  }

  void note_set(const Action& action, const std::string& item, const Wording& value) {
    const std::string name = label(item);
    note(action, item,
         {"把“" + name + "”记为“" + value.zh + "”", "sets “" + name + "” to “" + value.en + "”"},
         {"“" + name + "”记为的内容", "what “" + name + "” is set to"}, {{"", value}});
  }

  void add(const Action&, const If& branching) {
    for (const Branch& branch : branching.branches) {
      if (!branch.condition) {
        inside({"其他情形", "otherwise"}, branch.content);
        continue;
      }
      const Wording words = condition_in_words(definition_, *branch.condition);
      inside({words.zh + "时", "if " + words.en}, branch.content);
    }
  }
  void add(const Action&, const ForEach& loop) {
    const Wording list = value_in_words(definition_, loop.list);
    inside({"对" + list.zh + "逐项", "for each of " + list.en}, loop.content);
  }
  void add(const Action& action, const Assign& assign) {
    note_set(action, assign.location.source, value_in_words(definition_, assign.value));
  }
  void add(const Action& action, const Script& script) {
    for (const expression::Assignment& one : script.assignments)
      note_set(action, one.location.source, one.value.source());
  }
  void add(const Action& action, const Log& log) {
    note(action, log.label, {"记一笔“" + log.label + "”", "notes “" + log.label + "”"},
         {"“" + log.label + "”记下的内容", "what “" + log.label + "” notes"},
         {{"", value_in_words(definition_, log.text)}});
  }
  void add(const Action& action, const Raise& raise) {
    const Wording words{"引起“" + raise.event + "”", "raises “" + raise.event + "”"};
    note(action, raise.event, words, words, {});
  }
  void add(const Action& action, const Send& send) {
    const std::string event = value_in_words(definition_, send.event).zh;
    Details details = details_of(send.payload.params);
    details.push_back({"内容", value_in_words(definition_, send.payload.content)});
    details.push_back({"发给", value_in_words(definition_, send.target)});
    details.push_back({"延迟", value_in_words(definition_, send.delay)});
    details.push_back({"方式", value_in_words(definition_, send.type)});
    note(action, event, {"发出消息“" + event + "”", "sends the message “" + event + "”"},
         {"发出的消息“" + event + "”", "the message “" + event + "” sent"}, std::move(details));
  }
  void add(const Action& action, const DocumentAction& document) {
    // How it is made stands with the papers; here only that it is made.
    const std::string name = paper_in_words(definition_, document).zh;
    note(action, renamed(slot_of(document), &Comparing::papers),
         {"制作文书“" + name + "”", "makes the document “" + name + "”"},
         {"制作文书“" + name + "”", "making the document “" + name + "”"}, {}, false);
  }
  void add(const Action& action, const SheetAction& sheet) {
    Details details = details_of(sheet.params);
    details.push_back({"检查表", value_in_words(definition_, sheet.form)});
    details.push_back({"卷内位置", sheet.place});
    note(action, sheet.slot, told(action), {"检查表“" + sheet.slot + "”", "the sheet “" + sheet.slot + "”"},
         std::move(details));
  }
  void add(const Action& action, const TimeLimitAction& limit) {
    const std::string name = limit.label.empty() ? limit.id : limit.label;
    note(action, renamed(limit.id, &Comparing::limits),
         {"开始计算期限“" + name + "”", "starts the time limit “" + name + "”"},
         {"期限“" + name + "”的计算", "the counting of the time limit “" + name + "”"},
         {{"起算", value_in_words(definition_, limit.after)}}, false);
  }
  void add(const Action& action, const EndTimeLimitAction& limit) {
    note_told(action, renamed(limit.id, &Comparing::limits), {});
  }
  void add(const Action& action, const DrawAction& draw) {
    note_told(action, std::to_string(static_cast<int>(draw.action)), draw.params);
  }
  void add(const Action& action, const OpenCasesAction& open) { note_told(action, open.definition, {}); }
  void add(const Action& action, const PublishAction& publish) {
    Details details = details_of(publish.params);
    details.push_back({"批次", value_in_words(definition_, publish.batch)});
    details.push_back({"渠道", value_in_words(definition_, publish.channels)});
    note(action, "", told(action), {"公示", "the publication"}, std::move(details));
  }
  void add(const Action& action, const PushAction& push) {
    Details details = details_of(push.params);
    details.push_back({"对照表", push.mapping});
    note(action, push.platform, told(action), told(action), std::move(details));
  }
  void add(const Action& action, const ArchiveAction& archive) { note_told(action, "", archive.params); }
  /// Anything else that content may hold, by its element alone.
  template <class Other>
  void add(const Action& action, const Other&) {
    note(action, "", Wording(action.element), Wording(action.element), details_of(params_of(action)));
  }
};

/// What the names of details are in English; of the author's own params their name.
Wording detail_name(const std::string& name) {
  static const std::map<std::string, std::string> known{{"条件", "the condition"},
                                                        {"依据", "the basis"},
                                                        {"内容", "the content"},
                                                        {"发给", "the receiver"},
                                                        {"延迟", "the delay"},
                                                        {"方式", "the way"},
                                                        {"检查表", "the form"},
                                                        {"卷内位置", "the place in the dossier"},
                                                        {"起算", "the day it counts from"},
                                                        {"批次", "the batch"},
                                                        {"渠道", "the channels"},
                                                        {"对照表", "the mapping"}};
  const auto found = known.find(name);
  return found == known.end() ? Wording("“" + name + "”") : Wording(name, found->second);
}

void tell_otherwise(const DoneThing& was, const DoneThing& is, const Wording& when, Telling& telling) {
  const auto value = [](const DoneThing& thing, const std::string& name) {
    const auto found = std::find_if(thing.details.begin(), thing.details.end(),
                                    [&](const auto& d) { return d.name == name; });
    return found == thing.details.end() ? Wording("") : found->value;
  };
  std::vector<std::string> names;
  for (const DoneThing* thing : {&was, &is}) {
    for (const DoneThing::Detail& detail : thing->details) {
      if (std::find(names.begin(), names.end(), detail.name) == names.end()) names.push_back(detail.name);
    }
  }
  for (const std::string& name : names) {
    const Wording before = value(was, name), after = value(is, name);
    if (before == after) continue;
    const Wording detail = name.empty() ? Wording("") : detail_name(name);
    const Wording change = turned(detail, before, after);
    if (name.empty())
      telling.say(turned({when.zh + is.title.zh, when.en + is.title.en}, before, after));
    else
      telling.say({when.zh + is.title.zh + "：" + change.zh, when.en + is.title.en + ": " + change.en});
  }
}

using Things = std::vector<const DoneThing*>;

/// Takes out of both what fits; `told` is called with each pair.
template <class Fits, class Told>
void take_pairs(Things& old, Things& fresh, const Fits& fits, const Told& told) {
  for (auto was = old.begin(); was != old.end();) {
    const auto is =
        std::find_if(fresh.begin(), fresh.end(), [&](const DoneThing* one) { return fits(**was, *one); });
    if (is == fresh.end()) {
      ++was;
      continue;
    }
    told(**was, **is);
    fresh.erase(is);
    was = old.erase(was);
  }
}

}  // namespace

std::vector<DoneThing> things_done(const Definition& definition, const Block& block, const Comparing* names) {
  ThingList list(definition, names);
  list.read(block);
  return std::move(list.out);
}

std::vector<DoneThing> things_done(const Definition& definition, const std::vector<Block>& blocks,
                                   const Comparing* names) {
  ThingList list(definition, names);
  for (const Block& block : blocks) list.read(block);
  return std::move(list.out);
}

void compare_things(const std::vector<DoneThing>& old, const std::vector<DoneThing>& fresh,
                    const Wording& when, Telling& telling) {
  Things gone, news;
  for (const DoneThing& thing : old) gone.push_back(&thing);
  for (const DoneThing& thing : fresh) news.push_back(&thing);
  const auto same_key = [](const DoneThing& a, const DoneThing& b) { return a.key == b.key; };
  if (std::equal(old.begin(), old.end(), fresh.begin(), fresh.end(), same_key)) return;
  take_pairs(gone, news, same_key, [](const DoneThing&, const DoneThing&) {});
  const std::size_t before = telling.how.size();
  bool otherwise = false;
  take_pairs(
      gone, news, [](const DoneThing& a, const DoneThing& b) { return a.same == b.same; },
      [&](const DoneThing& was, const DoneThing& is) {
        tell_otherwise(was, is, when, telling), otherwise = true;
      });
  for (const DoneThing* one : gone)
    telling.say({when.zh + "不再" + one->words.zh, when.en + "no longer " + one->words.en});
  for (const DoneThing* one : news) {
    telling.say(telling.is_new()
                    ? Wording(when.zh + one->words.zh, when.en + one->words.en)
                    : Wording(when.zh + "新增：" + one->words.zh, when.en + "now " + one->words.en));
  }
  if (telling.how.size() == before && !otherwise)
    telling.say({when.zh + "各项的先后次序有变化", when.en + "the order of what is done is another"});
}

}  // namespace anjuan::procedure
