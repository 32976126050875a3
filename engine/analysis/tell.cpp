// Ways in words.

#include "analysis/tell.h"

#include <algorithm>
#include <functional>
#include <set>

#include "analysis/replay.h"
#include "analysis/world.h"
#include "base/text.h"
#include "expression/clauses.h"
#include "expression/phrases.h"
#include "procedure/assertion_words.h"
#include "procedure/names.h"
#include "procedure/procedure.h"
#include "procedure/tree.h"
#include "procedure/words.h"

namespace anjuan::analysis {

using procedure::Transition;

namespace {

using expression::Clause;
using expression::joined;
using expression::say;

Wording quoted(const Wording& words) { return say({"“{0}”", "“{0}”"}, {words}); }

bool is_plain(const expression::Type& type) {
  using Kind = expression::Type::Kind;
  return type.kind == Kind::boolean || type.kind == Kind::enumeration || type.kind == Kind::integer ||
         type.kind == Kind::decimal;
}

/// An act of the way, or its beginning.
struct Episode {
  Wording act = {"开始办理", "the procedure begins"};
  std::vector<Clause> assumed;
  std::vector<Wording> valueless;  ///< what is assumed to have no value yet
  std::vector<std::pair<std::string, Value>> filled;
  NodeIndex last = no_node;  ///< where it leads
};

class Telling {
 public:
  Telling(const Graph& graph, const Model& model, const Vocabulary& vocabulary,
          const procedure::Assertion* broken)
      : graph_(graph),
        model_(model),
        definition_(model.definition),
        vocabulary_(vocabulary),
        broken_(broken),
        names_(procedure::vocabulary_of(model.definition, model.types)) {}

  Wording tell(const Found& found) {
    episodes_.assign(1, {});
    const Way& way = found.way;
    // One that still assumes something was tried with values already, but for what lies ahead of it.
    const bool tried = found.witness || (way.assumes && !way.open_ahead);
    const auto witness = tried ? found.witness : witness_of(graph_, way, model_, vocabulary_);
    is_real_ = found.witness.has_value();
    if (witness) read(way, *witness);
    for (const auto& [from, e] : way.steps) add(graph_.edges[e]);
    std::vector<Wording> told;
    for (const Episode& episode : episodes_) {
      const bool begins = &episode == &episodes_.front();
      const Wording words = in_words(episode);
      if (begins && words == episode.act) continue;
      told.push_back(say({"（{0}）{1}", "({0}) {1}"}, {std::to_string(told.size() + 1), words}));
    }
    std::vector<Wording> all{told.empty() ? Wording("一开始就是这样", "from the very beginning")
                                          : joined(told, {"；", "; "})};
    for (const Wording& more : {outcome(way), people()}) {
      if (!more.zh.empty()) all.push_back(more);
    }
    return joined(all, {"；", "; "});
  }
  bool told_data() const { return told_data_; }

 private:
  const Graph& graph_;
  const Model& model_;
  const Definition& definition_;
  const Vocabulary& vocabulary_;
  const procedure::Assertion* broken_;
  expression::Vocabulary names_;
  std::vector<Episode> episodes_;
  Witness witness_;                 ///< of each act what is filled in that can be told; none: not found
  bool is_real_ = false;            ///< the way was gone by real acts: what it rests on follows from these
  std::map<std::string, std::set<std::string>> seen_;  ///< by role, who has acted in it
  std::set<std::string> filled_;    ///< names that surely have a value by then
  std::set<std::string> shown_;     ///< data whose values the witness tells
  std::vector<std::string> acted_;  ///< roles, each once
  bool told_data_ = false;

  /// Of the values found those that decide something on the way, where a person can make sense of them.
  void read(const Way& way, const Witness& witness) {
    const std::set<std::string> asked = asked_on(way);
    for (const auto& item : definition_.data) {
      if (is_plain(item.type) && !rests_on_facts(item)) shown_.insert(item.id);
    }
    for (const Deed& deed : witness) {
      witness_.push_back({{}, deed.who});
      for (const auto& [name, value] : deed.values) {
        const bool plain = shown_.count(name) > 0 || (is_real_ && is_of_words(value));
        if (plain && asked.count(name) > 0) witness_.back().values.emplace(name, value);
      }
    }
  }

  /// A list of texts that conditions look for in it.
  static bool is_of_words(const Value& value) {
    constexpr const char* anything = "某";
    return value.is(Value::Kind::list) && !value.list().empty() &&
           std::all_of(value.list().begin(), value.list().end(), [&](const Value& item) {
             return item.is(Value::Kind::text) && item.text() != anything;
           });
  }

  static bool rests_on_facts(const procedure::DataItem& item) {
    return item.initial.expression && !expression::names_used(*item.initial.expression).empty();
  }

  /// What the way's choices ask about, with what that is set from.
  std::set<std::string> asked_on(const Way& way) const {
    std::set<std::string> asked;
    for (const auto& [from, e] : way.steps) {
      for (const Choice& choice : graph_.choices[graph_.edges[e].choices]) {
        if (choice.term != no_term)
          asked.insert(vocabulary_[choice.term].names.begin(), vocabulary_[choice.term].names.end());
      }
    }
    if (broken_ != nullptr && broken_->holds && broken_->holds->expression)
      analysis::collect_names(broken_->holds->expression->root(), asked);
    for (std::size_t i = 0; i < model_.tracked.size(); ++i) {
      if (asked.count(model_.tracked[i]) == 0) continue;
      for (std::size_t from = 0; from < model_.tracked.size(); ++from) {
        if (model_.sources[i].holds(from)) asked.insert(model_.tracked[from]);
      }
    }
    return asked;
  }

  void add(const Edge& edge) {
    if (edge.stimulus != no_stimulus && !edge.refused) begin(edge);
    Episode& episode = episodes_.back();
    assume(edge, episode);
    if (edge.target != no_node) episode.last = edge.target;
  }

  void begin(const Edge& edge) {
    Episode episode;
    const Deed none, &deed = episodes_.size() < witness_.size() ? witness_[episodes_.size()] : none;
    episode.act = act(edge, deed.who);
    for (const auto& [name, value] : deed.values) episode.filled.emplace_back(name, value);
    for (std::uint32_t t : graph_.taken[edge.taken]) {
      for (const auto& input : definition_.transitions[t].inputs) {
        if (input.required && !input.when) filled_.insert(input.name);
      }
    }
    episodes_.push_back(std::move(episode));
  }

  Wording in_words(const Episode& episode) {
    std::vector<Wording> aside, filled;
    for (const auto& [name, value] : episode.filled) {
      const Wording what = names_.name(name).value_or(Wording(name));
      filled.push_back(say({"{0}{1}", "{0} {1}"}, {what, value_in_words(value)}));
    }
    if (!filled.empty())
      aside.push_back(say({"填写：{0}", "filling in: {0}"}, {joined(filled, {"，", ", "})}));
    std::vector<Wording> assumed = clauses_in_words(episode.assumed, names_, filled_);
    assumed.insert(assumed.end(), episode.valueless.begin(), episode.valueless.end());
    if (!assumed.empty()) aside.push_back(say({"设{0}", "assuming {0}"}, {joined(assumed, {"，", ", "})}));
    Wording words = episode.act;
    if (!aside.empty()) {
      told_data_ = true;
      words = say({"{0}（{1}）", "{0} ({1})"}, {words, joined(aside, {"；", "; "})});
    }
    const bool silent = &episode == &episodes_.front() && aside.empty();
    const Wording where =
        silent || episode.last == no_node
            ? Wording("")
            : place_in_words(definition_, graph_.scenes[episode.last].configuration);
    return where.zh.empty() ? words : say({"{0} → {1}", "{0} → {1}"}, {words, where});
  }

  static Wording value_in_words(const Value& value) {
    if (!value.is(Value::Kind::list)) return expression::literal_in_words(value);
    std::vector<Wording> items;
    for (const Value& item : value.list()) items.push_back(expression::literal_in_words(item));
    return joined(items, {"、", ", "});
  }

  Wording act(const Edge& edge, const std::string& who) {
    const Stimulus& stimulus = model_.stimuli[edge.stimulus];
    switch (stimulus.source) {
      case Stimulus::Source::limit:
        return say({"期限{0}届满", "the limit {0} falls due"},
                   {quoted(model_.limit_labels.at(model_.limits[stimulus.limit]))});
      case Stimulus::Source::paper:
        return say(stimulus.served ? Wording("登记文书{0}送达", "the paper {0} is served")
                                   : Wording("登记文书{0}签署", "the paper {0} is signed"),
                   {quoted(model_.slots[stimulus.slot].name)});
      case Stimulus::Source::voided:
        return say({"文书{0}作废", "the paper {0} is declared void"},
                   {quoted(model_.slots[stimulus.slot].name)});
      case Stimulus::Source::message:
        return say({"收到消息{0}", "the message {0} arrives"}, {quoted(stimulus.event)});
      case Stimulus::Source::person:
        break;
    }
    const auto& taken = graph_.taken[edge.taken];
    if (taken.empty()) return say({"办理{0}", "the event {0}"}, {quoted(stimulus.event)});
    const Transition& transition = definition_.transitions[taken.front()];
    const Wording what = quoted(name_of(definition_, transition));
    const std::string role = procedure::role_of(definition_, transition);
    if (definition_.role(role) == nullptr) return what;
    if (std::find(acted_.begin(), acted_.end(), role) == acted_.end()) acted_.push_back(role);
    std::set<std::string>& before = seen_[role];
    const bool another = !before.empty() && before.insert(who).second;
    before.insert(who);
    return say(another ? Wording("另一名{0}{1}", "another {0}: {1}") : Wording("{0}{1}", "{0}: {1}"),
               {procedure::role_in_words(definition_, role), what});
  }

  /// Conditions by which the transitions taken were chosen, with their parts.
  std::set<std::string> deciding(const Edge& edge) const {
    std::set<std::string> texts;
    const std::function<void(const expression::Node&)> collect = [&](const expression::Node& node) {
      texts.insert(canonical(node));
      for (const auto& child : node.children) collect(*child);
    };
    for (std::uint32_t t : graph_.taken[edge.taken]) {
      const auto& condition = definition_.transitions[t].condition;
      if (condition.expression) collect(condition.expression->root());
    }
    return texts;
  }

  /// Whether the values told show it already.
  bool is_shown(const Term& term) const {
    if (witness_.empty() || term.names.empty()) return false;
    return std::all_of(term.names.begin(), term.names.end(), [&](const std::string& name) {
      return shown_.count(name) > 0 || model_.kind_of(name) == NameKind::fixed;
    });
  }

  /// Whether it follows from what was done: of a way that was really gone only facts are to be told.
  bool follows(const Term& term) const {
    if (!is_real_) return false;
    return !term.of_facts || !term.slots.empty() ||
           std::any_of(term.names.begin(), term.names.end(), [&](const std::string& name) {
             return follows_from_acts(name) || model_.kind_of(name) == NameKind::loop;
           });
  }

  /// What is assumed of the case, and what people or facts decide where it chooses the way.
  void assume(const Edge& edge, Episode& episode) const {
    const std::set<std::string> deciding_here = deciding(edge);
    std::set<std::size_t> told;
    for (const Choice& choice : graph_.choices[edge.choices]) {
      if (choice.term == no_term) continue;
      const Term& term = vocabulary_[choice.term];
      const bool counts =
          !choice.of_world || choice.taken != choice_yes || deciding_here.count(term.text) > 0;
      if (!counts || term.node == nullptr || is_shown(term) || follows(term)) continue;
      if (!told.insert(choice.term).second) continue;
      const bool condition = expression::is_condition(*term.node, names_);
      if (choice.taken == choice_fails || !condition) {
        add_valueless(*term.node, choice.taken == choice_fails, condition, episode);
      } else {
        episode.assumed.push_back({term.node, choice.taken == choice_yes});
      }
    }
  }

  /// An operand of which it was asked whether it has a value of its kind.
  void add_valueless(const expression::Node& node, bool fails, bool condition, Episode& episode) const {
    if (!fails) return;  // that it has one, the condition around it tells
    const auto words = condition ? expression::clause_in_words(node, true, names_)
                                 : expression::presence_in_words(node, false, names_);
    if (!words) return;
    episode.valueless.push_back(
        condition ? say({"{0}还判断不了", "it cannot be told yet whether {0}"}, {quoted(*words)}) : *words);
  }

  /// How the assertion is broken where the way ends.
  Wording outcome(const Way& way) const {
    if (broken_ == nullptr) return "";
    if (way.looks_on) {
      const Wording goal = happenings_in_words(definition_, broken_->reaches);
      return say(
          way.open_ahead
              ? Wording("此后不能保证办得到“{0}”", "from there on “{0}” is not certain to be attainable")
              : Wording("此后无论怎么办也办不到“{0}”", "from there on “{0}” cannot be attained"),
          {goal});
    }
    if (!broken_->limit.empty())
      return say({"这时期限“{0}”不在计算", "at that time the limit “{0}” does not run"},
                 {procedure::limit_in_words(definition_, broken_->limit)});
    if (!broken_->holds || !broken_->holds->expression) return "";
    return say({"这时{0}", "then {0}"}, {expression::opposite_in_words(*broken_->holds->expression, names_)});
  }

  /// Which of those who act on the way must not be one person.
  Wording people() const {
    const auto has_acted = [&](const std::string& role) {
      return std::find(acted_.begin(), acted_.end(), role) != acted_.end();
    };
    std::vector<Wording> apart;
    for (const auto& duty : definition_.duties) {
      if (!has_acted(duty.role)) continue;
      std::vector<Wording> others;
      for (const std::string& other : duty.different_from) {
        if (has_acted(other)) others.emplace_back(procedure::role_in_words(definition_, other));
      }
      if (others.empty()) continue;
      apart.push_back(
          say({"{0}不得是{1}", "{0} must not be {1}"},
              {procedure::role_in_words(definition_, duty.role), joined(others, {"、", " or "})}));
    }
    if (apart.empty()) return "";
    return say({"其中{0}", "of these people {0}"}, {joined(apart, {"，", ", "})});
  }
};

}  // namespace

Wording tell(const Found& found, const Model& model, const Vocabulary& vocabulary,
             const procedure::Assertion* broken) {
  return Telling(*found.graph, model, vocabulary, broken).tell(found);
}

bool tells_data(const Found& found, const Model& model, const Vocabulary& vocabulary) {
  Telling telling(*found.graph, model, vocabulary, nullptr);
  telling.tell(found);
  return telling.told_data();
}

Wording bound_in_words(const Graph& graph) {
  const auto up_to = [](std::size_t n, const std::string& zh, const std::string& en) {
    return Wording(zh + " " + std::to_string(n), en + " " + std::to_string(n));
  };
  switch (graph.bound) {
    case Bound::ways:
      return up_to(most_ways, "一步里条件的各种结果合起来超过上限",
                   "the ways in which the conditions of one step can turn out exceed");
    case Bound::answers:
      return up_to(Choices::most, "一步里要问的条件超过上限", "the conditions asked in one step exceed");
    case Bound::queue:
      return up_to(most_waiting, "同时等着处理的事件超过上限", "the events waiting at the same time exceed");
    case Bound::rounds:
      return up_to(most_rounds, "foreach 各轮的不同情形超过上限", "the different rounds of a foreach exceed");
    case Bound::work:
      return up_to(graph.edges.size(), "推演的工作量达到上限，已推演的步数是",
                   "the work allowed is used up; steps explored:");
    default:
      break;
  }
  return up_to(graph.size(), "推演的情形达到上限，已推演的情形数是",
               "the standings allowed are used up; explored:");
}

Wording remedy_of(Bound bound) {
  switch (bound) {
    case Bound::ways:
    case Bound::answers:
      return {"请把一步里的条件拆到几个环节里，或者减少并行的线。",
              "Spread the conditions over several states, or use fewer parallel regions."};
    case Bound::queue:
      return {"请检查 raise 和 send 有没有一个引出几个、越引越多。",
              "Look at whether one raise or send leads to several, more and more of them."};
    case Bound::rounds:
      return {"请减少 foreach 里决定走向的数据项。", "Set fewer deciding data in the foreach."};
    default:
      break;
  }
  return {"可用 --most 提高上限，或者减少并行的线和决定走向的数据项。",
          "Raise the limit with --most, or use fewer parallel regions and deciding data."};
}

Wording place_in_words(const Definition& definition, const StateSet& configuration) {
  const std::vector<Wording> names = procedure::names_of_standing(definition, configuration);
  return expression::joined(names, {"、", ", "});
}

std::string name_of(const Definition& definition, const Transition& transition) {
  if (!transition.label.empty()) return transition.label;
  if (!transition.events.empty()) return transition.events.front();
  const StateIndex shown = transition.targets.empty() ? transition.source : transition.targets.front();
  return procedure::label_of(definition.states[shown]);
}

}  // namespace anjuan::analysis
