// Breadth first, so that the first way found to anything is a shortest one.

#include "analysis/explore.h"

#include <algorithm>
#include <utility>

#include "analysis/claims.h"
#include "analysis/course.h"
#include "procedure/addresses.h"

namespace anjuan::analysis {

namespace {

/// Work allowed for each scene of the limit, where a step costs `cost_of_step` and one for each active state.
constexpr std::size_t work_of_scene = 130, cost_of_step = 16;
/// Scenes at most while one way is gone again.
constexpr std::size_t most_retraced = 20000;

/// The scene without anything known of data and papers.
Scene control_of(const Scene& scene) {
  Scene out = scene;
  out.known.clear();
  out.stirred = false;
  out.asked.clear();
  out.brought = out.chosen = out.loose = out.made = out.signed_ = out.served = out.fresh = Flags();
  return out;
}

}  // namespace

/// Tracked data, and names whose meaning passes with the act.
struct Names {
  Flags data, passing;
  Names& operator|=(const Names& other) {
    data |= other.data;
    passing |= other.passing;
    return *this;
  }
  bool operator==(const Names&) const = default;
};

/// Of each edge what it reads and sets, of each scene what is read there: for liveness.
struct Uses {
  std::vector<Names> reads;
  std::vector<Flags> writes;
  std::vector<Names> of_scene;
  Flags reread;  ///< set and looked at within a step
};

/// Finds scenes by content; the scenes themselves are kept once, elsewhere.
class SceneIndex {
 public:
  /// The scene's index, or no_node.
  NodeIndex find(const std::vector<Scene>& scenes, const Scene& scene) const {
    return places_.empty() ? no_node : places_[place_of(scenes, scene)];
  }
  void add(const std::vector<Scene>& scenes, NodeIndex n) {
    if (2 * (count_ + 1) > places_.size()) grow(scenes);
    places_[place_of(scenes, scenes[n])] = n;
    ++count_;
  }

 private:
  std::vector<NodeIndex> places_;
  std::size_t count_ = 0;

  /// Where it is, or where it would be put.
  std::size_t place_of(const std::vector<Scene>& scenes, const Scene& scene) const {
    std::size_t place = scene.hash() & (places_.size() - 1);
    while (places_[place] != no_node && !(scenes[places_[place]] == scene))
      place = (place + 1) & (places_.size() - 1);
    return place;
  }
  void grow(const std::vector<Scene>& scenes) {
    const std::vector<NodeIndex> before = std::exchange(
        places_, std::vector<NodeIndex>(std::max<std::size_t>(1024, places_.size() * 2), no_node));
    for (NodeIndex n : before) {
      if (n != no_node) places_[place_of(scenes, scenes[n])] = n;
    }
  }
};

/// What the control graph says about what still matters in a scene.
class Relevance {
 public:
  Relevance(const Graph& control, const Uses& uses, const Vocabulary& vocabulary, const Model& model)
      : vocabulary_(vocabulary), counts_(model.tracked.size() <= 64), ever_(uses.reread) {
    const std::vector<Names> live = spread(control, uses);
    for (NodeIndex n = 0; n < control.size(); ++n) {
      const Scene plain = control_of(control.scenes[n]);
      NodeIndex place = index_.find(scenes_, plain);
      if (place == no_node) {
        place = static_cast<NodeIndex>(scenes_.size());
        scenes_.push_back(plain);
        live_.emplace_back();
        index_.add(scenes_, place);
      }
      live_[place] |= live[n];
      ever_ |= live[n].data;
    }
  }

  /// Forgets what nothing looks at any more before it is set anew, or before the act is over.
  void reduce(Scene& scene) const {
    if (!counts_) return;
    const NodeIndex found = index_.find(scenes_, control_of(scene));
    if (found == no_node) return;
    const Names live = live_[found];
    scene.chosen &= live.data;
    scene.brought &= live.data;
    scene.loose &= live.data;
    const auto is_over = [&](TermIndex term) {
      return !vocabulary_[term].tracked.within(live.data) || !vocabulary_[term].passing.within(live.passing);
    };
    scene.known.erase_if(is_over);
    std::erase_if(scene.asked, is_over);
  }

  /// Without what cannot make a difference: facts are known within an act in any case, and data that
  /// nothing looks at later than where they came are not carried on.
  Slice that_counts(Slice slice) const {
    slice.facts = false;
    if (counts_) slice.names &= ever_;
    return slice;
  }

 private:
  const Vocabulary& vocabulary_;
  bool counts_;                ///< all data are told apart
  Flags ever_;                 ///< data that are looked at in some scene or later in the step that sets them
  std::vector<Scene> scenes_;  ///< of the control graph, without what is known in them
  std::vector<Names> live_;
  SceneIndex index_;

  static std::vector<Names> spread(const Graph& control, const Uses& uses) {
    std::vector<Names> all = uses.of_scene;
    for (bool more = true; more;) {
      more = false;
      for (NodeIndex n = static_cast<NodeIndex>(control.size()); n-- > 0;) {
        Names live = all[n];
        for (std::uint32_t e = control.first_edge[n]; e < control.first_edge[n + 1]; ++e) {
          live |= uses.reads[e];
          const NodeIndex target = control.edges[e].target;
          if (target == no_node) continue;
          Names after = all[target];
          after.data -= uses.writes[e];
          if (control.scenes[target].resting) after.passing = Flags();
          live |= after;
        }
        if (live == all[n]) continue;
        all[n] = live;
        more = true;
      }
    }
    return all;
  }
};

namespace {

class Explorer {
 public:
  Uses uses;

  Explorer(Model& model, Vocabulary& vocabulary, std::size_t most, const Slice& slice,
           const Relevance* relevance)
      : model_(model),
        vocabulary_(vocabulary),
        most_(most),
        slice_(slice),
        relevance_(relevance),
        course_(model, vocabulary, choices_, slice) {}

  Graph run() {
    add_scene(Scene());
    for (NodeIndex n = 0; n < graph_.scenes.size() && graph_.complete; ++n) {
      graph_.first_edge.push_back(static_cast<std::uint32_t>(graph_.edges.size()));
      expand(n);
    }
    return finished();
  }

  /// The same of one way alone; the graph has no scenes where it cannot be gone.
  Graph retrace(const Graph& other, const Way& way) {
    NodeIndex first = 0, end = 1;
    add_scene(Scene());
    std::vector<std::uint32_t> steps;
    for (const auto& [from, e] : way.steps) {
      if (!other.edges[e].refused) steps.push_back(e);  // what a refusal told is known by following more
    }
    for (std::size_t i = 0; i < steps.size(); ++i) {
      step_ = Step{&other, &other.edges[steps[i]], i + 1 == steps.size() ? &other.scenes[way.end] : nullptr};
      index_ = SceneIndex();
      for (NodeIndex n = first; n < end && graph_.complete; ++n) {
        graph_.first_edge.push_back(static_cast<std::uint32_t>(graph_.edges.size()));
        expand(n);
      }
      first = std::exchange(end, static_cast<NodeIndex>(graph_.scenes.size()));
    }
    if (first == end) graph_.scenes.clear();
    graph_.last_layer = first;
    return finished();
  }

 private:
  Graph finished() {
    graph_.slice = slice_;
    while (graph_.first_edge.size() <= graph_.scenes.size())
      graph_.first_edge.push_back(static_cast<std::uint32_t>(graph_.edges.size()));
    uses.of_scene.resize(graph_.scenes.size());
    uses.reread = course_.reread();
    graph_.fates = course_.fates();
    graph_.bytes = graph_.scenes.size() * (sizeof(Scene) + 40) + graph_.edges.size() * sizeof(Edge) +
                   known_entries_ * 16;
    return std::move(graph_);
  }

  /// A step of another graph that is to be made again.
  struct Step {
    const Graph* graph;
    const Edge* edge;
    const Scene* end;  ///< where the way ends, of its last step
  };

  Model& model_;
  Vocabulary& vocabulary_;
  std::size_t most_;
  Slice slice_;
  const Relevance* relevance_;
  Choices choices_;
  Course course_;
  Graph graph_;
  SceneIndex index_;
  std::optional<Step> step_;
  std::size_t known_entries_ = 0;
  std::size_t work_ = 0;

  void stop(Bound bound) {
    graph_.complete = false;
    const std::size_t begun = graph_.first_edge.size();  // the last of them perhaps not to its end
    graph_.followed = std::min(graph_.followed, static_cast<NodeIndex>(begun == 0 ? 0 : begun - 1));
    if (graph_.bound == Bound::none) graph_.bound = bound;
  }

  NodeIndex add_scene(Scene scene) {
    if (const NodeIndex known = index_.find(graph_.scenes, scene); known != no_node) return known;
    const auto n = static_cast<NodeIndex>(graph_.scenes.size());
    known_entries_ += scene.known.size();
    graph_.scenes.push_back(std::move(scene));
    index_.add(graph_.scenes, n);
    if (graph_.scenes.size() > most_) stop(Bound::scenes);
    return n;
  }

  /// The course's scene, with what is known reduced to what matters.
  Scene result() {
    Scene scene = course_.scene();
    if (scene.ended) scene.known.clear();
    if (scene.resting || scene.ended) scene.stirred = false, scene.asked.clear();
    if (scene.ended) scene.loose = scene.brought = scene.chosen = Flags();
    if (relevance_ != nullptr) relevance_->reduce(scene);
    for (const auto& [term, value] : scene.known) {
      // Of what is settled it does not matter who settled it.
      if (vocabulary_[term].names.size() == 1 && equality(*value, *value).settled())
        scene.chosen -= vocabulary_[term].tracked;
    }
    return scene;
  }

  void expand(NodeIndex n) {
    const Scene scene = graph_.scenes[n];
    if (scene.ended) return;
    if (!scene.resting) return follow(n, scene, no_stimulus, [&] { return course_.advance(); });
    for (const std::size_t i : coming_in(scene)) {
      if (!graph_.complete) return;
      course_.begin(scene);
      if (!course_.can_come(model_.stimuli[i])) continue;
      follow(n, scene, static_cast<std::uint32_t>(i), [&] { return course_.react(model_.stimuli[i]); });
    }
  }

  /// What may come while it rests, in the order of the stimuli.
  std::vector<std::size_t> coming_in(const Scene& scene) const {
    if (step_) return {step_->edge->stimulus};
    std::vector<std::size_t> coming = model_.stimuli_anywhere;
    for (StateIndex s : scene.configuration)
      coming.insert(coming.end(), model_.stimuli_of_state[s].begin(), model_.stimuli_of_state[s].end());
    std::sort(coming.begin(), coming.end());
    coming.erase(std::unique(coming.begin(), coming.end()), coming.end());
    return coming;
  }

  /// One edge for each combination of choices.
  template <class Go>
  void follow(NodeIndex n, const Scene& scene, std::uint32_t stimulus, const Go& go) {
    std::size_t ways = 0;
    do {
      work_ += cost_of_step + scene.configuration.size();
      if (work_ / work_of_scene > most_) stop(Bound::work);
      choices_.rewind();
      course_.begin(scene);
      const Course::Outcome outcome = go();
      if (course_.beyond() != Bound::none) stop(course_.beyond());
      if (choices_.overflown()) stop(Bound::answers);
      if (++ways > most_ways) stop(Bound::ways);
      record(n, scene, stimulus, outcome);
    } while (graph_.complete && choices_.next());
    choices_.clear();
  }

  void record(NodeIndex n, const Scene& scene, std::uint32_t stimulus, Course::Outcome outcome) {
    Edge edge;
    edge.stimulus = stimulus;
    edge.choices = graph_.choices.add(choices_.asked());
    if (uses.of_scene.size() <= n) uses.of_scene.resize(n + 1);
    if (outcome == Course::Outcome::moved) {
      Scene after = result();
      if (step_ && !is_as(*step_, after)) return;
      edge.idle = is_overdue_only(scene, after, stimulus);
      edge.target = edge.idle ? n : add_scene(std::move(after));
      edge.taken = graph_.taken.add(course_.taken());
      edge.marks = graph_.marks.add(course_.marks());
    } else {
      if (step_) return;
      uses.of_scene[n] |= Names{course_.reads(), course_.looked_at()};
      const auto& asked = choices_.asked();
      const bool of_case =
          std::any_of(asked.begin(), asked.end(), [](const Choice& choice) { return !choice.given; });
      if (!of_case) return;
      edge.refused = true;
      edge.target = scene.resting && !slice_.empty() && !course_.failed_midway() ? refined(scene) : no_node;
    }
    graph_.edges.push_back(edge);
    uses.reads.push_back({course_.reads(), course_.looked_at()});
    uses.writes.push_back(course_.writes());
  }

  /// Whether the course came out as the step does: the same transitions, the same happenings, the same place,
  /// and at the end no data that cannot be what they were there. Of what assertions say of data only that
  /// counts with which the way ends.
  bool is_as(const Step& step, const Scene& after) const {
    if (course_.taken() != step.graph->taken[step.edge->taken]) return false;
    const auto& wanted = step.graph->marks[step.edge->marks];
    const std::vector<std::uint32_t>& made = course_.marks();
    const auto of_data = [&](std::uint32_t mark) { return mark >= model_.happenings.size(); };
    std::size_t at = 0;
    for (const std::uint32_t mark : wanted) {
      if (of_data(mark) && step.end == nullptr) continue;
      while (at < made.size() && of_data(made[at]) && made[at] != mark) ++at;
      if (at == made.size() || made[at++] != mark) return false;
    }
    if (std::find_if_not(made.begin() + static_cast<std::ptrdiff_t>(at), made.end(), of_data) != made.end())
      return false;
    if (control_of(after) != control_of(step.graph->scenes[step.edge->target])) return false;
    return step.end == nullptr || may_be_alike(after.known, step.end->known);
  }

  static bool may_be_alike(const Knowledge& one, const Knowledge& other) {
    return std::all_of(other.begin(), other.end(), [&](const Knowledge::Entry& entry) {
      const AbstractValue* value = one.find(entry.first);
      return value == nullptr || equality(*value, *entry.second).yes;
    });
  }

  /// Whether a limit fell due and nothing else happened that anything asks about. It might as well fall due
  /// later: that it already did need not be followed.
  bool is_overdue_only(const Scene& before, Scene after, std::uint32_t stimulus) const {
    if (stimulus == no_stimulus || model_.stimuli[stimulus].source != Stimulus::Source::limit) return false;
    if (!course_.marks().empty()) return false;
    after.due.set(model_.stimuli[stimulus].limit, false);
    return after == before;
  }

  /// The scene that rests as before, but of which the refusal tells something.
  NodeIndex refined(const Scene& scene) {
    Scene after = scene;
    after.known = course_.scene().known;
    after.known.erase_if([&](TermIndex term) {
      return !vocabulary_[term].lasting || !vocabulary_[term].tracked.within(slice_.names);
    });
    if (relevance_ != nullptr) relevance_->reduce(after);
    if (after == scene) return no_node;
    return add_scene(std::move(after));
  }
};

}  // namespace

namespace {

/// Whether a chart inside a state always ends by itself as soon as it has begun, whatever its data.
bool ends_at_once(const procedure::Invoke& invoke) {
  const auto type = literal_text(invoke.type);
  const bool plain = (!invoke.type.given() || (type && procedure::is_chart_type(*type))) &&
                     invoke.params.empty() && !invoke.forwards && invoke.id_location.source.empty();
  if (!plain || invoke.chart == nullptr || !invoke.broken.empty()) return false;
  constexpr std::size_t most_looked_at = 1000;
  Model model(*invoke.chart, {});
  Vocabulary vocabulary(model);
  const Graph graph = Explorer(model, vocabulary, most_looked_at, {}, nullptr).run();
  std::vector<bool> ended;
  for (const Scene& scene : graph.scenes) ended.push_back(scene.ended);
  const std::vector<bool> can_end = may_reach(graph, ended);
  const bool refused = std::any_of(graph.edges.begin(), graph.edges.end(),
                                   [](const Edge& edge) { return edge.target == no_node; });
  return graph.complete && !refused &&
         std::all_of(graph.scenes.begin(), graph.scenes.end(), [&](const Scene& scene) {
           return can_end[static_cast<std::size_t>(&scene - graph.scenes.data())] &&
                  (!scene.resting || scene.ended);
         });
}

void find_ending_at_once(Model& model) {
  for (StateIndex s = 0; s < model.definition.states.size(); ++s) {
    const auto& state = model.definition.states[s];
    for (const auto& invoke : state.invokes) {
      if (!ends_at_once(invoke)) continue;
      // An id that the author did not give begins with the state's.
      const std::string id = invoke.id.empty() ? state.id + ".0" : invoke.id;
      model.ending_at_once[s].push_back(static_cast<std::uint32_t>(model.listening_to("done.invoke." + id)));
    }
  }
}

}  // namespace

Explorations::Explorations(Model& model, Vocabulary& vocabulary, std::size_t most_scenes)
    : model_(model), vocabulary_(vocabulary), most_(most_scenes) {
  find_ending_at_once(model);
  Explorer explorer(model, vocabulary, most_scenes, {}, nullptr);
  const Graph& control = graphs_.emplace(Slice(), explorer.run()).first->second;
  relevance_ = std::make_unique<Relevance>(control, explorer.uses, vocabulary, model);
}

Explorations::~Explorations() = default;

const Graph& Explorations::following(const Slice& asked) {
  const Slice slice = relevance_->that_counts(asked);
  if (const auto made = graphs_.find(slice); made != graphs_.end()) return made->second;
  Explorer explorer(model_, vocabulary_, most_, slice, relevance_.get());
  return graphs_.emplace(slice, explorer.run()).first->second;
}

const Graph* Explorations::retraced(const Graph& graph, const Way& way, const Slice& asked, bool& unsure) {
  Explorer explorer(model_, vocabulary_, std::min(most_, most_retraced), relevance_->that_counts(asked),
                    relevance_.get());
  Graph gone = explorer.retrace(graph, way);
  unsure = !gone.complete;
  if (unsure || gone.scenes.empty()) return nullptr;
  retraced_.push_back(std::move(gone));
  return &retraced_.back();
}

Slice Explorations::closed(Slice slice) const {
  for (bool more = true; more;) {
    more = false;
    for (const auto& [to, from] : model_.flows) {
      if (!slice.names.holds(to) || from.within(slice.names)) continue;
      slice.names |= from;
      more = true;
    }
  }
  return slice;
}

std::vector<const Graph*> Explorations::made() const {
  std::vector<const Graph*> all;
  for (const auto& [slice, graph] : graphs_) all.push_back(&graph);
  return all;
}

}  // namespace anjuan::analysis
