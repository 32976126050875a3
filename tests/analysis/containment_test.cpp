// Every run of the interpreter is a way through the graph: random charts with data, regions and history
// are run on random events, and followed in the graph step by step.

#include <random>

#include "analysis/charts.h"

namespace anjuan::analysis {
namespace {

/// Draws numbers the same way on every machine.
class Dice {
 public:
  explicit Dice(unsigned seed) : engine_(seed) {}
  unsigned below(unsigned n) { return static_cast<unsigned>(engine_() % n); }
  bool one_in(unsigned n) { return below(n) == 0; }

 private:
  std::mt19937 engine_;
};

class RandomChart {
 public:
  explicit RandomChart(unsigned seed) : dice_(seed) {}

  std::string xml() {
    std::string inside =
        "<datamodel><data id=\"n\" aj:type=\"integer\" expr=\"0\"/><data id=\"b\" aj:type=\"boolean\" "
        "expr=\"false\"/>"
        "<data id=\"c\" aj:type=\"choice\" aj:choices=\"甲|乙|丙\"/><data id=\"l\" aj:type=\"list\" "
        "expr=\"[]\"/></datamodel>";
    std::string states = state(0) + state(0) + state(0);
    return chart(inside + states + "<final id=\"end\"/>");
  }

 private:
  Dice dice_;
  unsigned count_ = 0;
  static constexpr unsigned most_states_ = 11;

  std::string id(unsigned n) { return "s" + std::to_string(n); }
  std::string any_target() { return dice_.one_in(12) ? "end" : id(dice_.below(3)); }

  std::string condition() {
    switch (dice_.below(9)) {
      case 0:
        return "n &gt; 1";
      case 1:
        return "n == 0";
      case 2:
        return "b";
      case 3:
        return "!b || n &lt; 3";
      case 4:
        return "c == '甲'";
      case 5:
        return "c != '乙' &amp;&amp; n &gt;= 1";
      case 6:
        return "长度(l) &gt; 1";
      case 7:
        return "!为空(c)";
      default:
        return "In('" + id(dice_.below(3)) + "')";
    }
  }

  std::string action() {
    switch (dice_.below(9)) {
      case 0:
        return "<assign location=\"n\" expr=\"n + 1\"/>";
      case 1:
        return "<assign location=\"n\" expr=\"0\"/>";
      case 2:
        return "<assign location=\"b\" expr=\"!b\"/>";
      case 3:
        return "<assign location=\"c\" expr=\"n &gt; 1 ? '甲' : '丙'\"/>";
      case 4:
        return "<assign location=\"l\" expr=\"并入(l, n)\"/>";
      case 5:
        return "<if cond=\"" + condition() +
               "\"><assign location=\"n\" expr=\"n - 1\"/><else/><raise event=\"e2\"/></if>";
      case 6:
        return "<foreach array=\"l\" item=\"x\"><assign location=\"n\" expr=\"n + 1\"/></foreach>";
      case 7:
        return "<send event=\"e3\"/>";
      default:
        return "<assign location=\"l\" expr=\"[]\"/>";
    }
  }

  std::string transition() {
    const std::string to = dice_.one_in(4) ? "" : " target=\"" + any_target() + "\"";
    const std::string guard = dice_.one_in(2) ? " cond=\"" + condition() + "\"" : "";
    std::string inputs = dice_.one_in(4) ? "<aj:input data=\"c\" required=\"yes\"/>" : "";
    if (inputs.empty() && dice_.one_in(5)) inputs = "<aj:input data=\"n\" required=\"no\"/>";
    const std::string required =
        dice_.one_in(6) ? "<aj:require test=\"" + condition() + "\" label=\"r\"/>" : "";
    return "<transition event=\"e" + std::to_string(1 + dice_.below(3)) + "\"" + guard + to + ">" + inputs +
           required + (dice_.one_in(2) ? action() : "") + "</transition>";
  }

  std::string eventless() {
    // Guarded by a counter that it moves on, so that most charts come to rest.
    return "<transition cond=\"n == 2 &amp;&amp; " + condition() + "\" target=\"" + any_target() +
           "\"><assign location=\"n\" expr=\"3\"/></transition>";
  }

  std::string state(unsigned depth) {
    const std::string me = depth == 0 ? id(count_++) : "d" + std::to_string(count_++);
    std::string inside;
    if (dice_.one_in(3)) inside += "<onentry>" + action() + "</onentry>";
    if (dice_.one_in(4)) inside += "<onexit>" + action() + "</onexit>";
    for (unsigned i = dice_.below(3) + 1; i-- > 0;) inside += transition();
    if (dice_.one_in(3)) inside += eventless();
    const bool inner = depth < 2 && dice_.one_in(2);
    if (!inner) return "<state id=\"" + me + "\">" + inside + "</state>";
    const bool parallel = dice_.one_in(2);
    // Ids of the first level are s0, s1, s2 in order, so deeper ones take other names.
    const unsigned kept = count_;
    std::string children;
    for (int i = 0; i < 2; ++i) children += child(me + "_" + std::to_string(i), depth + 1);
    count_ = kept;
    if (dice_.one_in(2))
      inside += "<history id=\"h_" + me + "\" type=\"" + (dice_.one_in(2) ? "deep" : "shallow") +
                "\"><transition target=\"" + me + "_0\"/></history>";
    const std::string tag = parallel ? "parallel" : "state";
    return "<" + tag + " id=\"" + me + "\">" + children + inside + "</" + tag + ">";
  }

  std::string child(const std::string& name, unsigned depth) {
    std::string inside = transition();
    if (dice_.one_in(3)) inside += "<transition event=\"e1\" target=\"" + name + "_a\"/>";
    if (depth >= 2 || dice_.one_in(2))
      return "<state id=\"" + name + "\"><state id=\"" + name + "_a\">" + transition() +
             "</state><final id=\"" + name + "_z\"/>" + inside + "</state>";
    return "<state id=\"" + name + "\"><state id=\"" + name + "_a\">" + transition() +
           "</state><state id=\"" + name + "_b\">" + eventless() + "</state>" + inside + "</state>";
  }
};

/// Resting scenes to which a step of the event may lead from one of the scenes.
std::set<NodeIndex> after(const Graph& graph, const Model& model, const std::set<NodeIndex>& from,
                          const std::string& event) {
  std::set<NodeIndex> seen, rest;
  std::vector<NodeIndex> waiting;
  const auto go = [&](NodeIndex n) {
    if (n == no_node || !seen.insert(n).second) return;
    if (graph.scenes[n].resting) rest.insert(n);
    waiting.push_back(n);
  };
  for (NodeIndex n : from) {
    if (event.empty()) go(n);
    for (const Edge& edge : graph.edges_of(n)) {
      if (edge.stimulus != no_stimulus && model.stimuli[edge.stimulus].event == event && !edge.refused)
        go(edge.target);
    }
  }
  while (!waiting.empty()) {
    const NodeIndex n = waiting.back();
    waiting.pop_back();
    if (graph.scenes[n].resting) continue;
    for (const Edge& edge : graph.edges_of(n)) go(edge.target);
  }
  // What a refusal tells of a scene belongs to the scene.
  for (bool more = true; more;) {
    more = false;
    for (NodeIndex n : std::set<NodeIndex>(rest)) {
      for (const Edge& edge : graph.edges_of(n)) {
        if (edge.refused && edge.target != no_node && rest.insert(edge.target).second) more = true;
      }
    }
  }
  return rest;
}

bool holds(const Scene& scene, const Vocabulary& vocabulary, const Definition& definition,
           const procedure::Standing& standing) {
  StateSet active;
  for (const std::string& id : standing.active) active.insert(*definition.find(id));
  if (!(scene.configuration == active) || scene.ended != standing.finished) return false;
  for (const auto& [term, value] : scene.known) {
    const auto found = standing.data.find(vocabulary[term].text);
    if (found != standing.data.end() && !value->admits(found->second)) return false;
  }
  return true;
}

std::string told(const procedure::Standing& standing) {
  std::string text;
  for (const std::string& id : standing.active) text += id + " ";
  for (const auto& [name, value] : standing.data) text += name + "=" + display(value) + " ";
  return text;
}

void follow(unsigned seed, const std::string& xml, const Slice& slice, Explorations& explorations,
            const procedure::DefinitionPtr& definition) {
  const Graph& graph = explorations.following(slice);
  if (!graph.complete) return;
  Dice dice(seed * 31 + 7);
  auto step = procedure::start(definition, {}, make_day(2026, 9, 10), {});
  if (!step.ok()) return;  // a chart that does not come to rest
  std::set<NodeIndex> at = after(graph, explorations.model(), {0}, "");
  procedure::Standing standing = step->after;
  for (int i = 0; i < 40; ++i) {
    std::erase_if(at, [&](NodeIndex n) {
      return !holds(graph.scenes[n], explorations.vocabulary(), *definition, standing);
    });
    ASSERT_FALSE(at.empty()) << "seed " << seed << " step " << i << ": " << told(standing) << "\n" << xml;
    if (standing.finished) return;
    Fields values;
    if (dice.one_in(2)) values["c"] = Value(std::vector<const char*>{"甲", "乙", "丙"}[dice.below(3)]);
    if (values.empty() && dice.one_in(3)) values["n"] = Value(static_cast<int>(dice.below(4)));
    const std::string event = "e" + std::to_string(1 + dice.below(3));
    auto next = procedure::step(definition, standing, {event, values, make_day(2026, 9, 10), ""}, {});
    if (!next.ok()) continue;
    standing = next->after;
    at = after(graph, explorations.model(), at, event);
  }
}

TEST(Explorations, ContainEveryRunOfRandomCharts) {
  int run = 0;
  for (unsigned seed = 0; seed < 150; ++seed) {
    const std::string xml = RandomChart(seed).xml();
    const auto definition = procedure::load(xml, "random.xml");
    if (!definition.ok()) continue;  // a target that cannot be
    Model model(**definition, {});
    Vocabulary vocabulary(model);
    Explorations explorations(model, vocabulary, 20000);
    Slice all;
    for (std::size_t i = 0; i < model.tracked.size(); ++i) all.names.set(i, true);
    Slice one;
    one.names.set(seed % std::max<std::size_t>(1, model.tracked.size()), !model.tracked.empty());
    for (const Slice& slice : {Slice(), one, all}) {
      follow(seed, xml, explorations.closed(slice), explorations, *definition);
      if (HasFatalFailure()) return;
    }
    ++run;
  }
  EXPECT_GT(run, 100);
}

}  // namespace
}  // namespace anjuan::analysis
