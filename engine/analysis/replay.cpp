// The search goes where the graph says that the goal is nearest (A*): each act is offered to the
// interpreter with the values worth trying, and what comes of it is found again in the graph.

#include "analysis/replay.h"

#include <algorithm>
#include <deque>
#include <queue>
#include <unordered_set>

#include "analysis/foresight.h"
#include "analysis/landing.h"
#include "analysis/offers.h"
#include "analysis/world.h"

namespace anjuan::analysis {

using procedure::Session;

namespace {

constexpr int most_tries = 8000;            ///< acts offered to the interpreter, in one made-up world
constexpr int most_tries_elsewhere = 3000;  ///< in each of the others
constexpr int most_tries_shortening = 500;  ///< there, once a way is known that may be longer than need be
constexpr std::size_t no_limit = static_cast<std::size_t>(-1);
constexpr std::size_t most_rests = 5000;
/// Where other data at the same place cost one: few acts are wanted, but not all data tried first.
constexpr unsigned cost_of_act = 2;

/// A made-up case at rest.
struct Rest {
  Session session;
  Surrounding around;
  NodeIndex node = 0;
  int state = 0;
  std::size_t before = 0;  ///< the rest that the act began at
  std::vector<std::pair<NodeIndex, std::uint32_t>> steps;
  Deed deed;
  unsigned acts = 0, variant = 0;  ///< acts so far; rests at the same place before it, with other data
};

/// An act that is worth offering.
struct Plan {
  unsigned cost = 0, ahead = 0;  ///< of the whole way at least; acts that are left of it at least
  std::size_t order = 0, rest = 0;
  std::uint32_t stimulus = no_stimulus;
  std::optional<TransitionIndex> first;  ///< the transition that takes it
  bool operator<(const Plan& other) const {
    return std::tie(other.cost, other.ahead, other.order) < std::tie(cost, ahead, order);
  }
};

class Rehearsal {
 public:
  Rehearsal(const Graph& graph, const Sought& sought, const Model& model, const Vocabulary& vocabulary,
            const procedure::Assertion* assertion, const Way* only)
      : graph_(graph),
        sought_(sought),
        model_(model),
        assertion_(assertion),
        foresight_(graph, sought, only),
        spoken_(model),
        offers_(model, spoken_),
        world_(model, spoken_,
               [this](const std::string& slot, bool service) { return is_awaited(slot, service); }),
        places_(graph, model, vocabulary) {}

  std::optional<Gone> find() {
    std::optional<Gone> best;
    for (std::size_t setting = 0; setting < world_.size(); ++setting) {
      tries_ = setting == 0 ? most_tries : best ? most_tries_shortening : most_tries_elsewhere;
      search(setting, best ? cost_of_act * best->witness.size() : no_limit);
      if (found_) best = std::exchange(found_, std::nullopt);
    }
    return best;
  }

 private:
  const Graph& graph_;
  const Sought& sought_;
  const Model& model_;
  const procedure::Assertion* assertion_;
  Foresight foresight_;
  Spoken spoken_;
  Offers offers_;
  World world_;
  Places places_;
  std::deque<Rest> rests_;
  std::unordered_set<std::string> known_;
  std::map<std::pair<NodeIndex, int>, unsigned> variants_;  ///< rests by place
  std::priority_queue<Plan> plans_;
  std::optional<Gone> found_;
  int tries_ = 0;
  std::size_t order_ = 0;

  /// In one made-up world; only what costs less than `limit`.
  void search(std::size_t setting, std::size_t limit) {
    rests_.clear();
    known_.clear();
    variants_.clear();
    plans_ = {};
    begin(setting);
    while (!found_ && !plans_.empty() && tries_ > 0 && rests_.size() < most_rests) {
      const Plan plan = plans_.top();
      if (plan.cost >= limit) return;
      plans_.pop();
      carry_out(plan);
    }
  }

  /// Papers of which the graph tells the signing and service, or of which some transition waits for it.
  bool is_awaited(const std::string& slot, bool service) const {
    const auto index = model_.slot(slot);
    if (!index) return false;
    if (graph_.slice.slots.holds(*index)) return true;
    return std::any_of(model_.stimuli.begin(), model_.stimuli.end(), [&](const Stimulus& stimulus) {
      return stimulus.source == Stimulus::Source::paper && stimulus.slot == *index &&
             stimulus.served == service && !model_.listeners[stimulus.listening].of_state.empty();
    });
  }

  void begin(std::size_t setting) {
    Rest start;
    start.session =
        procedure::new_session(procedure::DefinitionPtr(procedure::DefinitionPtr(), &model_.definition));
    start.around = world_.begin(setting);
    Session session = start.session;
    const Fields facts = world_.facts(start.around, session, Value());
    const auto begun = procedure::start(session, {facts}, start.around.on, {});
    if (!begun.ok()) return;
    rests_.push_back(std::move(start));
    Surrounding around = rests_.front().around;
    world_.carry_out(begun->effects, around);
    land({0, no_stimulus, std::move(session), std::move(around), Landing(*begun, model_), {}, facts});
  }

  /// What an act has brought about, to be found in the graph.
  struct Act {
    std::size_t rest;
    std::uint32_t stimulus;
    Session session;
    Surrounding around;
    Landing landing;
    Deed deed;
    Fields facts;
  };

  void carry_out(const Plan& plan) {
    const Stimulus& stimulus = model_.stimuli[plan.stimulus];
    const Rest& rest = rests_[plan.rest];
    Surrounding around = rest.around;
    if (!come(stimulus, rest.session, around)) return;
    if (!plan.first) {
      // Of a paper it is recorded, and nothing moves.
      land({plan.rest, plan.stimulus, rest.session, std::move(around), Landing(), {}, {}});
      return;
    }
    const auto& transition = model_.definition.transitions[*plan.first];
    const bool of_person = stimulus.source == Stimulus::Source::person;
    const std::vector<Value> people =
        of_person ? world_.signatories(transition, around, rest.session) : std::vector<Value>{Value()};
    const std::vector<Fields> offers = of_person
                                           ? offers_.to(transition, around.on)
                                           : std::vector<Fields>{offers_.message_to(transition, around.on)};
    for (const Value& person : people) {
      const procedure::Facts facts{world_.facts(around, rest.session, person)};
      for (const Fields& values : offers) {
        if (found_ || --tries_ < 0) return;
        offer(plan, around, facts, {values, people.size() > 1 ? id_of(person) : ""});
      }
    }
  }

  /// What the event itself changes around the case; false: it cannot come now.
  bool come(const Stimulus& stimulus, const Session& session, Surrounding& around) const {
    if (stimulus.source == Stimulus::Source::limit) {
      const std::string& id = model_.limits[stimulus.limit];
      if (session.limits.count(id) == 0) return false;
      around.on = World::after(session, id, around.on);
    }
    const bool of_paper =
        stimulus.source == Stimulus::Source::paper || stimulus.source == Stimulus::Source::voided;
    if (!of_paper) return true;
    MadePaper* paper = around.paper(model_.slots[stimulus.slot].name);
    if (paper == nullptr) return false;
    if (stimulus.source == Stimulus::Source::voided) paper->valid = false;
    if (stimulus.source == Stimulus::Source::paper)
      (stimulus.served ? paper->is_served : paper->is_signed) = true;
    return true;
  }

  void offer(const Plan& plan, const Surrounding& before, const procedure::Facts& facts, Deed deed) {
    const Stimulus& stimulus = model_.stimuli[plan.stimulus];
    using Source = Stimulus::Source;
    const char* origin = stimulus.source == Source::person  ? ""
                         : stimulus.source == Source::limit ? "#_timer"
                                                            : "#_parent";
    Session session = rests_[plan.rest].session;
    const auto moved = procedure::step(session, {stimulus.event, deed.values, before.on, origin}, facts);
    if (!moved.ok()) return;
    Surrounding around = before;
    world_.carry_out(moved->effects, around);
    land({plan.rest, plan.stimulus, std::move(session), std::move(around), Landing(*moved, model_),
          std::move(deed), facts.fields});
  }

  /// Follows the act through the graph; every rest that it may have come to is gone on from.
  void land(Act act) {
    const Rest& rest = rests_[act.rest];
    std::vector<std::pair<NodeIndex, std::uint32_t>> steps;
    follow(act, rest.node, rest.state, act.stimulus, act.landing.begin(), steps);
  }

  void follow(const Act& act, NodeIndex n, int state, std::uint32_t stimulus, Landing::Place place,
              std::vector<std::pair<NodeIndex, std::uint32_t>>& steps) {
    for (std::uint32_t e = graph_.first_edge[n]; e < graph_.first_edge[n + 1] && !found_; ++e) {
      const Edge& edge = graph_.edges[e];
      if (edge.stimulus != stimulus || edge.refused || edge.target == no_node ||
          !foresight_.leads_on(e, state))
        continue;
      Landing::Place next = place;
      if (!act.landing.goes(graph_, edge, next)) continue;
      steps.emplace_back(n, e);
      const int now = after(graph_, edge, sought_.read, state);
      const Scene& scene = graph_.scenes[edge.target];
      const bool whole = scene.resting || scene.ended;
      if (now == broken) {
        if (is_broken(act)) succeed(act, steps);
      } else if (!whole) {
        if (stands(now, edge.target)) succeed(act, steps);
        if (!found_) follow(act, edge.target, now, no_stimulus, next, steps);
      } else if (act.landing.is_all(next) && places_.is_at(edge.target, act.session, act.around)) {
        rest_at(act, edge.target, now, steps);
      }
      steps.pop_back();
    }
  }

  bool stands(int state, NodeIndex n) const { return sought_.stands && sought_.stands(state, n); }

  void rest_at(const Act& act, NodeIndex n, int state,
               std::vector<std::pair<NodeIndex, std::uint32_t>>& steps) {
    if (stands(state, n)) return succeed(act, steps);
    if (!known_.insert(places_.key(n, state, act.session, act.around)).second) return;
    const std::size_t index = rests_.size();
    rests_.push_back({act.session, act.around, n, state, act.rest, steps, act.deed, rests_[act.rest].acts + 1,
                      variants_[{n, state}]++});
    plan(index);
    // A refusal tells something: then it stands where the graph knows that.
    for (std::uint32_t e = graph_.first_edge[n]; e < graph_.first_edge[n + 1] && !found_; ++e) {
      const Edge& edge = graph_.edges[e];
      if (!edge.refused || edge.target == no_node || !foresight_.leads_on(e, state)) continue;
      if (!places_.is_at(edge.target, act.session, act.around)) continue;
      steps.emplace_back(n, e);
      rest_at(act, edge.target, state, steps);
      steps.pop_back();
    }
  }

  void plan(std::size_t index) {
    const Rest& rest = rests_[index];
    std::map<std::pair<std::uint32_t, std::optional<TransitionIndex>>, unsigned> nearest;
    for (std::uint32_t e = graph_.first_edge[rest.node]; e < graph_.first_edge[rest.node + 1]; ++e) {
      const Edge& edge = graph_.edges[e];
      if (edge.stimulus == no_stimulus || edge.refused || edge.idle || !foresight_.leads_on(e, rest.state))
        continue;
      const auto& taken = graph_.taken[edge.taken];
      const auto first = taken.empty() ? std::nullopt : std::optional<TransitionIndex>(taken.front());
      const unsigned ahead = foresight_.ahead(e, rest.state);
      const auto [at, fresh] = nearest.emplace(std::pair(edge.stimulus, first), ahead);
      at->second = std::min(at->second, ahead);
    }
    for (const auto& [act, ahead] : nearest)
      plans_.push({cost_of_act * (rest.acts + 1 + ahead) + rest.variant, ahead, order_++, index, act.first,
                   act.second});
  }

  void succeed(const Act& act, const std::vector<std::pair<NodeIndex, std::uint32_t>>& last) {
    Gone gone;
    std::vector<const Rest*> rests;
    for (std::size_t at = act.rest; at != 0; at = rests_[at].before) rests.push_back(&rests_[at]);
    for (auto rest = rests.rbegin(); rest != rests.rend(); ++rest) {
      gone.way.steps.insert(gone.way.steps.end(), (*rest)->steps.begin(), (*rest)->steps.end());
      gone.witness.push_back((*rest)->deed);
    }
    gone.way.steps.insert(gone.way.steps.end(), last.begin(), last.end());
    gone.witness.push_back(act.deed);
    gone.way.end = graph_.edges[last.back().second].target;
    found_ = std::move(gone);
  }

  /// What data say of the assertion at the end.
  bool is_broken(const Act& act) const {
    if (assertion_ == nullptr || !assertion_->holds) return true;
    if (!assertion_->holds->expression || is_changed_after(act)) return false;
    Fields data = procedure::snapshot(act.session).data;
    for (const auto& [name, value] : model_.parameters) data.emplace(name, value);
    data.emplace("日期", act.around.on);
    expression::Surroundings around{act.facts};
    around.over = &data;
    around.in_state = [&](std::string_view id) {
      const auto s = model_.definition.find(id);
      return s && act.session.configuration.contains(*s);
    };
    const auto holds = expression::holds(*assertion_->holds->expression, around);
    return !holds.ok() || !*holds;
  }

  /// Whether something may set what the condition looks at after it counted: content of the act's own
  /// transitions, but for that which ran before a state was entered, or a handler.
  bool is_changed_after(const Act& act) const {
    std::set<std::string> asked, set;
    analysis::collect_names(assertion_->holds->expression->root(), asked);
    const auto look = [&](const std::vector<procedure::Block>& blocks) {
      for (const auto& block : blocks) {
        for (const auto& action : block) collect_names_set(action, set);
      }
    };
    const bool of_states =
        std::all_of(assertion_->whenever.begin(), assertion_->whenever.end(),
                    [](const auto& one) { return one.kind == procedure::Happening::Kind::state; });
    const auto& taken = act.landing.taken();
    for (std::size_t i = of_states ? 1 : 0; i < taken.size(); ++i)
      look({model_.definition.transitions[taken[i]].content});
    for (const auto& state : model_.definition.states) {
      const bool own = std::any_of(assertion_->whenever.begin(), assertion_->whenever.end(),
                                   [&](const auto& one) { return one.id == state.id; });
      look(state.on_exit);
      if (!own) look(state.on_entry);
    }
    return std::any_of(asked.begin(), asked.end(),
                       [&](const std::string& name) { return set.count(name) > 0; });
  }
};

}  // namespace

std::optional<Gone> gone_by_acts(const Graph& graph, const Sought& sought, const Model& model,
                                 const Vocabulary& vocabulary, const procedure::Assertion* broken) {
  return Rehearsal(graph, sought, model, vocabulary, broken, nullptr).find();
}

std::optional<Witness> witness_of(const Graph& graph, const Way& way, const Model& model,
                                  const Vocabulary& vocabulary) {
  const Sought at_its_end{{}, [&](int, NodeIndex n) { return n == way.end; }};
  auto gone = Rehearsal(graph, at_its_end, model, vocabulary, nullptr, &way).find();
  if (!gone) return std::nullopt;
  return std::move(gone->witness);
}

}  // namespace anjuan::analysis
