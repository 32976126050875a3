// Ways of the graph as acts of the interpreter.

#include "analysis/replay.h"

#include <algorithm>
#include <map>
#include <set>

#include "analysis/course.h"
#include "procedure/session.h"
#include "procedure/tree.h"

namespace anjuan::analysis {

using procedure::Happening;
using procedure::Session;

namespace {

constexpr int most_tries = 20000;
constexpr std::size_t most_combinations = 2000;  ///< of one act

/// What one act of the way brings about.
struct Scheduled {
  const Stimulus* stimulus = nullptr;  ///< none: the start
  procedure::TransitionList taken;
  NodeIndex end = no_node;
  bool whole = false;  ///< it ends at rest; otherwise the way breaks off within it
};

/// Texts that conditions hold a name against: "结论 == '整改'", "包含(检查方式, '实地检查')".
class SpokenTexts {
 public:
  explicit SpokenTexts(const procedure::Definition& definition) {
    const auto read = [&](const procedure::Code& code) {
      if (code.expression) visit(code.expression->root());
    };
    for (const auto& transition : definition.transitions) {
      read(transition.condition);
      for (const auto& requirement : transition.requirements) {
        if (requirement.test) read(*requirement.test);
      }
    }
    procedure::for_every_action(definition, [&](const procedure::Action& action) {
      const auto* branching = std::get_if<procedure::If>(&action.what);
      if (branching == nullptr) return;
      for (const auto& branch : branching->branches) {
        if (branch.condition) read(*branch.condition);
      }
    });
  }
  std::vector<Value> of(const std::string& name) const {
    const auto found = texts_.find(name);
    return found == texts_.end() ? std::vector<Value>()
                                 : std::vector<Value>(found->second.begin(), found->second.end());
  }

 private:
  std::map<std::string, std::set<std::string>> texts_;

  void visit(const expression::Node& node) {
    std::set<std::string> names, texts;
    for (const auto& child : node.children) {
      if (child->kind == expression::Node::Kind::name) names.insert(child->name);
      if (child->kind == expression::Node::Kind::literal && child->literal.is(Value::Kind::text))
        texts.insert(child->literal.text());
      visit(*child);
    }
    for (const std::string& name : names) texts_[name].insert(texts.begin(), texts.end());
  }
};

class Replay {
 public:
  Replay(const Graph& graph, const Way& way, const Model& model, const procedure::Assertion* assertion)
      : graph_(graph),
        way_(way),
        model_(model),
        assertion_(assertion),
        spoken_(model.definition),
        day_(make_day(2026, 9, 10)) {
    for (const auto& [name, type] : model.types) {
      if (model.kind_of(name) != NameKind::outside) continue;
      if (type.kind == expression::Type::Kind::record) facts_.fields[name] = Fields{};
      if (type.kind == expression::Type::Kind::list) facts_.fields[name] = List{};
      if (facts_.fields.count(name) == 0) facts_.fields[name] = Value();
    }
  }

  /// `vocabulary`: for a way without an assertion, to know the data at its end.
  bool succeeds(const Vocabulary* vocabulary = nullptr) {
    vocabulary_ = vocabulary;
    if (!schedule() || !tells_by_moves()) return false;
    Session first =
        procedure::new_session(procedure::DefinitionPtr(procedure::DefinitionPtr(), &model_.definition));
    const auto begun = procedure::start(first, facts_, day_, {});
    witness_.assign(1, {});
    return begun.ok() && is_as(acts_.front(), first, *begun) && goes_on(first, 1);
  }
  Witness take_witness() { return std::move(witness_); }

 private:
  const Graph& graph_;
  const Way& way_;
  const Model& model_;
  const procedure::Assertion* assertion_;
  const Vocabulary* vocabulary_ = nullptr;
  SpokenTexts spoken_;
  Day day_;
  procedure::Facts facts_;
  std::vector<Scheduled> acts_;
  Witness witness_;
  int tries_ = 0;

  bool schedule() {
    acts_.emplace_back();
    for (const auto& [from, e] : way_.steps) {
      const Edge& edge = graph_.edges[e];
      if (edge.refused) continue;
      if (edge.stimulus != no_stimulus) acts_.push_back({&model_.stimuli[edge.stimulus], {}, no_node, false});
      Scheduled& act = acts_.back();
      const auto& taken = graph_.taken[edge.taken];
      act.taken.insert(act.taken.end(), taken.begin(), taken.end());
      act.end = edge.target;
      act.whole =
          edge.target != no_node && (graph_.scenes[edge.target].resting || graph_.scenes[edge.target].ended);
    }
    return std::all_of(acts_.begin(), acts_.end(), [](const Scheduled& act) {
      return act.stimulus == nullptr || (act.stimulus->source != Stimulus::Source::paper &&
                                         act.stimulus->source != Stimulus::Source::voided);
    });
  }

  /// Whether the transitions taken say all that the assertion asks about, but for its condition.
  bool tells_by_moves() const {
    if (assertion_ == nullptr) return true;
    for (const auto* list :
         {&assertion_->every_path_to, &assertion_->passes, &assertion_->since, &assertion_->never,
          &assertion_->from, &assertion_->reaches, &assertion_->at_most_once, &assertion_->whenever}) {
      for (const Happening& one : *list) {
        if (one.kind != Happening::Kind::state && one.kind != Happening::Kind::event) return false;
      }
    }
    return true;
  }

  bool is_as(const Scheduled& act, const Session& after, const procedure::Moved& moved) const {
    procedure::TransitionList taken;
    for (const auto& notice : moved.notices) {
      if (notice.taken) taken.push_back(notice.transition);
    }
    if (!act.whole)
      return taken.size() >= act.taken.size() &&
             std::equal(act.taken.begin(), act.taken.end(), taken.begin());
    return taken == act.taken && after.configuration == graph_.scenes[act.end].configuration;
  }

  bool goes_on(const Session& session, std::size_t next) {
    if (next == acts_.size()) return assertion_ == nullptr ? is_known(session) : is_broken(session);
    const Scheduled& act = acts_[next];
    for (const Fields& values : values_for(act)) {
      if (++tries_ > most_tries) return false;
      Session after = session;
      const bool of_person = act.stimulus->source == Stimulus::Source::person;
      const auto moved =
          procedure::step(after, {act.stimulus->event, values, day_, of_person ? "" : "#_parent"}, facts_);
      if (!moved.ok() || !is_as(act, after, *moved)) continue;
      witness_.resize(next);
      witness_.push_back(values);
      if (goes_on(after, next + 1)) return true;
    }
    return false;
  }

  /// Whether the data are such as the graph knows them where the way ends.
  bool is_known(const Session& session) const {
    if (!acts_.back().whole) return true;
    const Fields data = procedure::snapshot(session).data;
    const Knowledge& known = graph_.scenes[acts_.back().end].known;
    return std::all_of(known.begin(), known.end(), [&](const Knowledge::Entry& entry) {
      const auto found = data.find((*vocabulary_)[entry.first].text);
      return found == data.end() || entry.second->admits(found->second);
    });
  }

  /// What data say of the assertion at the end.
  bool is_broken(const Session& session) const {
    if (!assertion_->limit.empty() && session.limits.count(assertion_->limit) > 0 && !way_.looks_on)
      return false;
    if (!assertion_->holds) return true;
    if (!acts_.back().whole || !assertion_->holds->expression || is_changed_after()) return false;
    Fields data = procedure::snapshot(session).data;
    for (const auto& [name, value] : model_.parameters) data.emplace(name, value);
    data.emplace("日期", day_);
    expression::Surroundings around{facts_.fields};
    around.over = &data;
    around.in_state = [&](std::string_view id) {
      const auto s = model_.definition.find(id);
      return s && session.configuration.contains(*s);
    };
    const auto holds = expression::holds(*assertion_->holds->expression, around);
    return !holds.ok() || !*holds;
  }

  /// Whether handlers may set what the condition looks at after it counted.
  bool is_changed_after() const {
    std::set<std::string> asked, set;
    analysis::collect_names(assertion_->holds->expression->root(), asked);
    const auto look = [&](const std::vector<procedure::Block>& blocks) {
      for (const auto& block : blocks) {
        for (const auto& action : block) collect_names_set(action, set);
      }
    };
    for (const auto& state : model_.definition.states) {
      const bool own = std::any_of(assertion_->whenever.begin(), assertion_->whenever.end(),
                                   [&](const Happening& one) { return one.id == state.id; });
      look(state.on_exit);
      if (!own) look(state.on_entry);
    }
    return std::any_of(asked.begin(), asked.end(),
                       [&](const std::string& name) { return set.count(name) > 0; });
  }

  std::vector<Fields> values_for(const Scheduled& act) {
    std::vector<Fields> out{{}};
    if (act.taken.empty()) return out;
    std::set<std::string> done;
    for (const auto& input : model_.definition.transitions[act.taken.front()].inputs) {
      if (!done.insert(input.name).second) continue;
      const bool asked = is_asked(input.name);
      if (!asked && !input.required) continue;
      std::vector<Value> values = candidates(input);
      if (!asked && values.size() > 1) values.resize(1);
      std::vector<Fields> more;
      for (const Fields& before : out) {
        if (!input.required) more.push_back(before);
        for (const Value& value : values) {
          if (more.size() >= most_combinations) break;
          more.push_back(before);
          more.back()[input.name] = value;
        }
      }
      out = std::move(more);
    }
    return out;
  }

  /// Whether anything is decided by the input; otherwise one value is as good as another.
  bool is_asked(const std::string& name) const {
    return model_.kind_of(name) != NameKind::aside || model_.asked_of_event.count(name) > 0;
  }

  std::vector<Value> candidates(const procedure::Input& input) {
    using Kind = expression::Type::Kind;
    const auto* item = model_.definition.data_item(input.name);
    const bool narrowed = input.type.kind != Kind::any;
    const expression::Type& type = input.of_data && item != nullptr && !narrowed ? item->type : input.type;
    std::vector<Value> out;
    if (type.kind == Kind::boolean) out = {Value(true), Value(false)};
    if (type.kind == Kind::enumeration) out.assign(type.choices.begin(), type.choices.end());
    if (type.kind == Kind::list) out = lists(input.name);
    if (type.kind == Kind::record) out = {Value(Fields{})};
    if (type.kind == Kind::date) {
      for (int days : {0, -1, 1, -400, 400}) out.emplace_back(day_ + std::chrono::days(days));
    }
    if (type.kind == Kind::text || type.kind == Kind::any) {
      out = {Value("某"), Value("另")};
      for (Value& text : spoken_.of(input.name)) out.push_back(std::move(text));
    }
    if (type.kind == Kind::integer || type.kind == Kind::decimal) {
      for (const std::int64_t n : numbers(input.name)) out.emplace_back(n);
    }
    return out;
  }

  /// The texts that conditions look for in it, one by one and all together; and just so many of anything.
  std::vector<Value> lists(const std::string& name) const {
    constexpr std::int64_t longest = 6;
    const List spoken = spoken_.of(name);
    std::vector<Value> out{Value(List{})};
    for (const Value& text : spoken) out.emplace_back(List{text});
    if (spoken.size() > 1) out.emplace_back(spoken);
    for (const std::int64_t n : numbers(name)) {
      if (n > 0 && n <= longest) out.emplace_back(List(static_cast<std::size_t>(n), Value("某")));
    }
    return out;
  }

  /// Those that the definition names with their neighbours, and small ones; a count as a person would write
  /// it before anything below nought.
  std::vector<std::int64_t> numbers(const std::string& name) const {
    std::set<std::int64_t> all{-1, 0, 1, 2, 3, 4, 5, 6, 10, 100};
    if (const auto known = model_.thresholds.find(name); known != model_.thresholds.end())
      all.insert(known->second.ends().begin(), known->second.ends().end());
    std::vector<std::int64_t> out(all.begin(), all.end());
    std::stable_partition(out.begin(), out.end(), [](std::int64_t n) { return n >= 0; });
    return out;
  }
};

}  // namespace

bool can_be_gone(const Found& found, const Model& model, const procedure::Assertion& assertion) {
  return Replay(*found.graph, found.way, model, &assertion).succeeds();
}

std::optional<Witness> witness_of(const Graph& graph, const Way& way, const Model& model,
                                  const Vocabulary& vocabulary, const procedure::Assertion* broken) {
  Replay replay(graph, way, model, broken);
  if (!replay.succeeds(&vocabulary)) return std::nullopt;
  return replay.take_witness();
}

}  // namespace anjuan::analysis
