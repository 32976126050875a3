// Ways in words.

#include "analysis/tell.h"

#include <algorithm>
#include <functional>
#include <set>

#include "base/text.h"
#include "expression/phrases.h"
#include "procedure/names.h"
#include "procedure/tree.h"

namespace anjuan::analysis {

using procedure::Transition;

namespace {

std::string quoted(const std::string& text) { return "“" + text + "”"; }

class Telling {
 public:
  Telling(const Graph& graph, const Model& model, const Vocabulary& vocabulary)
      : graph_(graph), model_(model), definition_(model.definition), vocabulary_(vocabulary) {}

  Wording tell(const Way& way) {
    for (const auto& [from, e] : way.steps) add(from, graph_.edges[e]);
    close(way.end);
    if (steps_zh_.empty()) return {"一开始就是这样", "from the very beginning"};
    Wording out("");
    for (std::size_t i = 0; i < steps_zh_.size(); ++i) {
      const std::string n = std::to_string(i + 1);
      out.zh += (i > 0 ? "；（" : "（") + n + "）" + steps_zh_[i];
      out.en += (i > 0 ? "; (" : "(") + n + ") " + steps_en_[i];
    }
    return out;
  }
  bool assumed() const { return assumed_; }

 private:
  const Graph& graph_;
  const Model& model_;
  const Definition& definition_;
  const Vocabulary& vocabulary_;
  std::vector<std::string> steps_zh_, steps_en_;
  bool open_ = false;     ///< the last step waits for where it leads
  bool assumed_ = false;  ///< something was told of what is assumed

  void add(NodeIndex from, const Edge& edge) {
    if (edge.stimulus != no_stimulus && !edge.refused) {
      close(from);
      const Wording what = act(edge);
      steps_zh_.push_back(what.zh);
      steps_en_.push_back(what.en);
      open_ = true;
    }
    const Wording assumed = assumptions(edge);
    if (assumed.zh.empty() || steps_zh_.empty()) return;
    assumed_ = true;
    steps_zh_.back() += "（设" + assumed.zh + "）";
    steps_en_.back() += " (assuming " + assumed.en + ")";
  }

  void close(NodeIndex at) {
    if (!open_ || at == no_node) return;
    open_ = false;
    const Wording where = place_in_words(definition_, graph_.scenes[at].configuration);
    if (where.zh.empty()) return;
    steps_zh_.back() += " → " + where.zh;
    steps_en_.back() += " → " + where.en;
  }

  Wording act(const Edge& edge) const {
    const Stimulus& stimulus = model_.stimuli[edge.stimulus];
    switch (stimulus.source) {
      case Stimulus::Source::limit: {
        const std::string& id = model_.limits[stimulus.limit];
        return {"期限" + quoted(model_.limit_labels.at(id)) + "届满",
                "the limit " + quoted(model_.limit_labels.at(id)) + " falls due"};
      }
      case Stimulus::Source::paper: {
        const std::string slot = quoted(model_.slots[stimulus.slot].name);
        return stimulus.served ? Wording{"登记文书" + slot + "送达", "the paper " + slot + " is served"}
                               : Wording{"登记文书" + slot + "签署", "the paper " + slot + " is signed"};
      }
      case Stimulus::Source::voided: {
        const std::string slot = quoted(model_.slots[stimulus.slot].name);
        return {"文书" + slot + "作废", "the paper " + slot + " is declared void"};
      }
      case Stimulus::Source::message:
        return {"收到消息" + quoted(stimulus.event), "the message " + quoted(stimulus.event) + " arrives"};
      case Stimulus::Source::person:
        break;
    }
    const auto& taken = graph_.taken[edge.taken];
    if (taken.empty()) return {"办理" + quoted(stimulus.event), "the event " + quoted(stimulus.event)};
    const Transition& transition = definition_.transitions[taken.front()];
    const auto* role = definition_.role(procedure::role_of(definition_, transition));
    const std::string what = quoted(name_of(definition_, transition));
    return {(role != nullptr ? role->label : "") + what, (role != nullptr ? role->label + ": " : "") + what};
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

  /// What is assumed of the case, and what people or facts decide where it chooses the way.
  Wording assumptions(const Edge& edge) const {
    std::vector<std::string> zh, en;
    const std::set<std::string> deciding_here = deciding(edge);
    std::set<std::size_t> told;
    for (const Choice& choice : graph_.choices[edge.choices]) {
      if (choice.term == no_term) continue;
      const Term& term = vocabulary_[choice.term];
      const bool counts =
          !choice.of_world || choice.taken != choice_yes || deciding_here.count(term.text) > 0;
      if (!counts || !told.insert(choice.term).second) continue;
      std::string asked = term.example;
      if (asked.starts_with("(") && asked.ends_with(")")) asked = asked.substr(1, asked.size() - 2);
      const bool yes = choice.taken == choice_yes, no = choice.taken == choice_no;
      zh.push_back(quoted(asked) + (yes ? "成立" : no ? "不成立" : "还没有值"));
      en.push_back(quoted(asked) + (yes ? " holds" : no ? " does not hold" : " has no value yet"));
    }
    return {join(zh, "，"), join(en, ", ")};
  }
};

}  // namespace

Wording tell(const Graph& graph, const Model& model, const Vocabulary& vocabulary, const Way& way) {
  return Telling(graph, model, vocabulary).tell(way);
}

bool tells_assumptions(const Graph& graph, const Model& model, const Vocabulary& vocabulary, const Way& way) {
  Telling telling(graph, model, vocabulary);
  telling.tell(way);
  return telling.assumed();
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
