// What the analysis says of small random charts, held against all that the interpreter can do with them:
// what is proved holds in every run, what is refuted fails in one, what is called unreachable is never
// reached.

#include <cstdlib>
#include <random>

#include "analysis/charts.h"
#include "procedure/definition.h"
#include "procedure/session.h"
#include "procedure/tree.h"

namespace anjuan::analysis {
namespace {

using procedure::Happening;

class Coins {
 public:
  explicit Coins(unsigned seed) : engine_(seed) {}
  unsigned below(unsigned n) { return static_cast<unsigned>(engine_() % n); }
  bool one_in(unsigned n) { return below(n) == 0; }
  std::string one_of(const std::vector<std::string>& list) {
    return list[below(static_cast<unsigned>(list.size()))];
  }

 private:
  std::mt19937 engine_;
};

/// A flat chart with a number, one computed from it, a yes or no and a choice; and one assertion.
class SmallChart {
 public:
  explicit SmallChart(unsigned seed) : coins_(seed), states_(2 + coins_.below(3)) {
    for (unsigned s = 0; s < states_; ++s) body_.push_back(state());
    pick_assertion();
  }

  /// `watched`: with an item 坏 that turns true where the assertion's condition does not hold.
  std::string xml(bool watched) const {
    std::string inside =
        "<datamodel><data id=\"n\" aj:type=\"integer\" expr=\"0\"/><data id=\"m\" aj:type=\"integer\" "
        "expr=\"1\"/><data id=\"b\" aj:type=\"boolean\" expr=\"false\"/><data id=\"c\" aj:type=\"choice\" "
        "aj:choices=\"甲|乙\" expr=\"'甲'\"/><data id=\"r\" aj:type=\"record\" expr=\"{'甲': 1, '乙': 2}\"/>";
    if (watched) inside += "<data id=\"坏\" aj:type=\"boolean\" expr=\"false\"/>";
    inside += "</datamodel>\n";
    for (unsigned s = 0; s <= states_; ++s) {
      const std::string tag = s == states_ ? "final" : "state", id = id_of(s);
      inside += "<" + tag + " id=\"" + id + "\">" + (s == states_ ? "" : body_[s]);
      if (watched && id == where && !holds.empty())
        inside += "<onentry><assign location=\"坏\" expr=\"坏 || !(" + holds + ")\"/></onentry>";
      inside += "</" + tag + ">\n";
    }
    return chart(inside + "<aj:assert label=\"要求\" " + assertion_ + "/>");
  }

  enum class Kind { passes, once, never, reaches, whenever } kind = Kind::passes;
  std::string where, holds;  ///< of whenever

 private:
  Coins coins_;
  unsigned states_;
  std::vector<std::string> body_;
  std::string assertion_;

  std::string id_of(unsigned s) const { return s == states_ ? "z" : "s" + std::to_string(s); }
  std::string any_state() { return id_of(coins_.below(states_ + 1)); }
  std::string number() { return std::to_string(coins_.below(5)); }

  std::string condition() {
    const std::string compared = coins_.one_of({"==", "!=", "&lt;", "&gt;=", "&gt;"});
    switch (coins_.below(19)) {
      case 14:
        return "m " + compared + " n";
      case 15:
        return "n " + compared + " m";
      case 16:
        return number() + " * n - " + number() + " " + compared + " m";
      case 17:
        return number() + " * n + " + number() + " " + compared + " " + number();
      case 18:
        return number() + " - m " + compared + " " + number();
      case 12:
        return "m == n";
      case 13:
        return "n % 3 " + compared + " " + number();
      case 0:
      case 1:
        return "n " + compared + " " + number();
      case 2:
        return "m " + compared + " " + number();
      case 3:
        return "b";
      case 4:
        return "!b";
      case 5:
        return "c == '甲'";
      case 6:
        return "c != '甲'";
      case 7:
        return "n * n " + compared + " " + number();
      case 8:
        return number() + " " + compared + " n + 1";
      case 9:
        return "c 属于 ['乙']";
      case 10:
        return "(" + condition() + " || " + condition() + ")";
      default:
        return "(" + condition() + " &amp;&amp; " + condition() + ")";
    }
  }
  /// One that can always be decided.
  std::string total_condition() {
    switch (coins_.below(8)) {
      case 5:
        return "m != n";
      case 6:
        return "m == 空 || n == 空 || m &gt; n || n &gt;= m";
      case 7:
        return "r.甲 != " + number();
      case 0:
        return "n == " + number();
      case 1:
        return "m != " + number();
      case 2:
        return "b == 真";
      case 3:
        return "c == '甲' || n != " + number();
      default:
        return "m == 空 || m &gt;= " + number();
    }
  }

  std::string action() {
    switch (coins_.below(15)) {
      case 12:
        return "<assign location=\"m\" expr=\"3 * n - " + number() + "\"/>";
      case 13:
        return "<assign location=\"r\" expr=\"{'甲': n, '乙': " + number() + "}\"/>";
      case 14:
        return coins_.one_in(2) ? "<assign location=\"m\" expr=\"r.甲\"/>"
                                : "<foreach array=\"[1, 0, 2]\" item=\"x\"><assign location=\"m\" expr=\"m + "
                                  "x\"/></foreach>";
      case 8:
        return "<assign location=\"m\" expr=\"最大(n, " + number() + ")\"/>";
      case 9:
        return "<assign location=\"m\" expr=\"最小(m, n)\"/>";
      case 10:
        return "<assign location=\"m\" expr=\"n * " + number() + "\"/>";
      case 11:
        return "<assign location=\"n\" expr=\"m\"/>";
      case 0:
        return "<assign location=\"m\" expr=\"n * n\"/>";
      case 1:
        return "<assign location=\"m\" expr=\"n\"/>";
      case 2:
        return "<assign location=\"m\" expr=\"n + " + number() + "\"/>";
      case 3:
        return "<assign location=\"b\" expr=\"!b\"/>";
      case 4:
        return "<assign location=\"c\" expr=\"" + condition() + " ? '甲' : '乙'\"/>";
      case 5:
        return "<if cond=\"" + condition() + "\"><assign location=\"n\" expr=\"" + number() +
               "\"/><else/><assign location=\"b\" expr=\"真\"/></if>";
      case 6:
        return "<assign location=\"m\" expr=\"m % 3\"/>";
      default:
        return "<assign location=\"n\" expr=\"" + number() + "\"/>";
    }
  }

  std::string state() {
    std::string inside;
    if (coins_.one_in(4)) inside += "<onentry>" + action() + "</onentry>";
    for (unsigned i = 1 + coins_.below(3); i-- > 0;) {
      inside += "\n<transition event=\"e" + std::to_string(1 + coins_.below(2)) + "\"";
      if (!coins_.one_in(3)) inside += " cond=\"" + condition() + "\"";
      if (!coins_.one_in(6)) inside += " target=\"" + any_state() + "\"";
      inside += ">";
      if (coins_.one_in(2))
        inside +=
            std::string("<aj:input data=\"n\" required=\"") + (coins_.one_in(3) ? "no" : "yes") + "\"/>";
      if (coins_.one_in(5)) inside += "<aj:input data=\"b\" required=\"yes\"/>";
      if (coins_.one_in(5)) inside += "<aj:input data=\"c\" required=\"yes\"/>";
      if (coins_.one_in(4)) inside += "<aj:require test=\"" + condition() + "\" label=\"须\"/>";
      if (coins_.one_in(2)) inside += action();
      inside += "</transition>";
    }
    if (coins_.one_in(3))
      inside += "\n<transition cond=\"" + condition() + "\" target=\"" + any_state() + "\"/>";
    return inside + "\n";
  }

  std::string happening() {
    return coins_.one_in(3) ? "event:e" + std::to_string(1 + coins_.below(2)) : any_state();
  }

  void pick_assertion() {
    // A goal that people must be able to reach is where most can go wrong.
    kind = coins_.one_in(3) ? Kind::reaches : static_cast<Kind>(coins_.below(5));
    switch (kind) {
      case Kind::passes:
        assertion_ = "every-path-to=\"" + any_state() + "\" passes=\"" + happening() + "\"";
        if (coins_.one_in(3)) assertion_ += " since=\"" + happening() + "\"";
        return;
      case Kind::once:
        assertion_ = "at-most-once=\"" + happening() + "\"";
        return;
      case Kind::never:
        assertion_ = "never=\"" + happening() + "\"";
        return;
      case Kind::reaches:
        assertion_ = "from=\"" + happening() + "\" reaches=\"" + any_state() + "\"";
        return;
      case Kind::whenever:
        where = any_state();
        holds = total_condition();
        assertion_ = "whenever=\"" + where + "\" holds=\"" + holds + "\"";
    }
  }
};

/// All that the interpreter can do with the chart, as far as there is room.
class Runs {
 public:
  static constexpr std::size_t most = 1500;

  explicit Runs(procedure::DefinitionPtr definition) : definition_(std::move(definition)) {
    taken.resize(definition_->transitions.size());
    procedure::Session first = procedure::new_session(definition_);
    const auto begun = procedure::start(first, {}, make_day(2026, 9, 10), {});
    if (!begun.ok()) return;
    started = true;
    add_edge(0, std::move(first), *begun, "");
    for (std::size_t i = 0; i < standings_.size() && whole; ++i) expand(i);
  }

  struct Edge {
    std::size_t from = 0, to = 0;
    std::vector<Happening> happened;
  };
  std::vector<Edge> edges;
  std::vector<bool> taken;
  std::set<std::string> entered;
  bool started = false, whole = true, bad = false;
  std::size_t size() const { return standings_.size(); }
  /// Whether in some standing of the state nothing moves any more, though it is no end.
  bool dead_end(const std::string& state) const {
    for (std::size_t i = 0; i < standings_.size(); ++i) {
      const auto s = *definition_->find(state);
      if (!standings_[i].configuration.contains(s) || standings_[i].finished) continue;
      if (std::none_of(edges.begin(), edges.end(), [&](const Edge& e) { return e.from == i + 1; }))
        return true;
    }
    return false;
  }
  /// Standings numbered from 1 (0: before the start) from which an edge with `good` can be reached.
  std::vector<bool> can(const std::function<bool(const Edge&)>& good) const {
    std::vector<bool> out(size() + 1, false);
    for (bool more = true; more;) {
      more = false;
      for (const Edge& e : edges) {
        if (out[e.from] || !(good(e) || out[e.to])) continue;
        out[e.from] = more = true;
      }
    }
    return out;
  }
  bool finished(std::size_t n) const { return standings_[n - 1].finished; }
  bool is_in(std::size_t n, const std::string& state) const {
    return standings_[n - 1].configuration.contains(*definition_->find(state));
  }

 private:
  procedure::DefinitionPtr definition_;
  std::vector<procedure::Session> standings_;
  std::map<std::string, std::size_t> known_;

  static std::string key_of(const procedure::Session& s) {
    std::string key = s.finished ? "!" : "";
    for (auto state : s.configuration) key += std::to_string(state) + " ";
    for (const auto& value : s.data) key += (value ? display(*value) : "?") + ";";
    return key;
  }

  /// Numbers so large that the next product may be none: acts then fail in a way the analysis leaves out.
  static bool overflows_soon(const procedure::Session& s) {
    constexpr std::int64_t large = 1'000'000'000;
    return std::any_of(s.data.begin(), s.data.end(), [](const auto& value) {
      return value && value->is(Value::Kind::integer) &&
             (value->integer() > large || value->integer() < -large);
    });
  }

  void add_edge(std::size_t from, procedure::Session after, const procedure::Moved& moved,
                const std::string& event) {
    Edge edge{from, 0, {}};
    if (!event.empty()) edge.happened.push_back({Happening::Kind::event, event});
    if (from == 0) enter(edge, 1);
    for (const auto& notice : moved.notices) {
      if (!notice.taken) continue;
      taken[notice.transition] = true;
      for (auto target : definition_->transitions[notice.transition].targets) enter(edge, target);
    }
    const auto slot = definition_->slot_of("坏");
    if (slot != procedure::no_index && after.data[slot]) bad = bad || *after.data[slot] == Value(true);
    const auto [at, fresh] = known_.emplace(key_of(after), standings_.size() + 1);
    edge.to = at->second;
    if (standings_.size() >= most || overflows_soon(after)) whole = false;
    if (fresh) standings_.push_back(std::move(after));
    edges.push_back(std::move(edge));
  }
  void enter(Edge& edge, procedure::StateIndex s) {
    edge.happened.push_back({Happening::Kind::state, definition_->states[s].id});
    entered.insert(definition_->states[s].id);
  }

  void expand(std::size_t i) {
    if (standings_[i].finished) return;
    for (const std::string event : {"e1", "e2"}) {
      std::set<std::string> asked;
      for (const auto& transition : definition_->transitions) {
        if (!standings_[i].configuration.contains(transition.source) ||
            !procedure::matches(transition.events, event))
          continue;
        for (const auto& input : transition.inputs) asked.insert(input.name);
      }
      std::vector<Fields> tried{{}};
      for (const std::string& name : asked) {
        std::vector<Fields> more = tried;
        for (const Fields& before : tried) {
          for (const Value& value : values_of(name, standings_[i])) {
            more.push_back(before);
            more.back()[name] = value;
          }
        }
        tried = std::move(more);
      }
      for (const Fields& values : tried) {
        procedure::Session after = standings_[i];
        const auto moved = procedure::step(after, {event, values, make_day(2026, 9, 10), ""}, {});
        if (moved.ok()) add_edge(i + 1, std::move(after), *moved, event);
      }
    }
  }
  /// What people may give: small numbers, and those that the case holds, which conditions hold against them.
  static std::vector<Value> values_of(const std::string& name, const procedure::Session& standing) {
    if (name == "b") return {Value(), Value(true), Value(false)};
    if (name == "c") return {Value(), Value("甲"), Value("乙")};
    std::set<std::int64_t> numbers;
    for (int n = -3; n < 12; ++n) numbers.insert(n);
    for (const auto& value : standing.data) {
      if (value && value->is(Value::Kind::integer)) numbers.insert(value->integer());
    }
    std::vector<Value> out{Value()};
    for (const std::int64_t n : numbers) out.emplace_back(n);
    return out;
  }
};

/// Whether some run breaks the assertion. That nothing can be reached any more is shown by all runs only.
bool breaks(const Runs& runs, const procedure::Assertion& a, SmallChart::Kind kind) {
  const auto is_among = [](const std::vector<Happening>& list, const Happening& one) {
    return std::find(list.begin(), list.end(), one) != list.end();
  };
  if (kind == SmallChart::Kind::whenever) return runs.bad;
  if (kind == SmallChart::Kind::reaches && !runs.whole) return false;
  std::set<std::pair<std::size_t, int>> seen{{0, 0}};
  std::vector<std::pair<std::size_t, int>> waiting{{0, 0}};
  const std::vector<bool> can = runs.can([&](const Runs::Edge& edge) {
    return std::any_of(edge.happened.begin(), edge.happened.end(),
                       [&](const Happening& one) { return is_among(a.reaches, one); });
  });
  for (std::size_t i = 0; i < waiting.size(); ++i) {
    const auto [at, before] = waiting[i];
    if (kind == SmallChart::Kind::reaches && before == 1 && !can[at]) return true;
    for (const Runs::Edge& edge : runs.edges) {
      if (edge.from != at) continue;
      int state = before;
      for (const Happening& one : edge.happened) {
        if (kind == SmallChart::Kind::never && is_among(a.never, one)) return true;
        if (kind == SmallChart::Kind::passes) {
          if (state == 0 && is_among(a.every_path_to, one)) return true;
          if (is_among(a.since, one)) state = 0;
          if (is_among(a.passes, one)) state = 1;
        }
        if (kind == SmallChart::Kind::once && is_among(a.at_most_once, one)) {
          if (state == 1) return true;
          state = 1;
        }
        if (kind == SmallChart::Kind::reaches) {
          if (is_among(a.reaches, one)) {
            state = 0;
          } else if (is_among(a.from, one)) {
            state = 1;
          }
        }
      }
      if (seen.emplace(edge.to, state).second) waiting.emplace_back(edge.to, state);
    }
  }
  return false;
}

struct Counts {
  int charts = 0, proved = 0, refuted = 0, open = 0, open_but_true = 0, faults = 0;
};

std::string state_at(const procedure::Definition& definition, int line, int column) {
  for (const auto& state : definition.states) {
    if (state.place.line == line && state.place.column == column) return state.id;
  }
  return "";
}

/// The numbers in brackets: “（第 3、4 行）”.
std::set<int> lines_named(const Diagnostic& d) {
  const std::string text = render(d, Language::chinese);
  std::set<int> lines;
  for (std::size_t at = text.find("（第 "); at < text.find(" 行）"); ++at) {
    if (std::isdigit(static_cast<unsigned char>(text[at])) == 0) continue;
    std::size_t length = 0;
    lines.insert(std::stoi(text.substr(at), &length));
    at += length;
  }
  return lines;
}

void hold_findings(const Report& report, const procedure::Definition& definition, const Runs& runs,
                   const std::string& told, Counts& counts) {
  for (const Diagnostic& d : report.found) {
    const std::string code = d.row->code, state = state_at(definition, d.place.line, d.place.column);
    if (code == "AJ3200") {
      EXPECT_EQ(runs.entered.count(state), 0u) << state << " is entered\n" << told;
      ++counts.faults;
    }
    const std::set<int> never_taken = code == "AJ3217" ? lines_named(d) : std::set<int>{d.place.line};
    if ((code >= "AJ3201" && code <= "AJ3205") || code == "AJ3217") {
      for (std::size_t t = 0; t < definition.transitions.size(); ++t) {
        if (never_taken.count(definition.transitions[t].place.line) == 0) continue;
        EXPECT_FALSE(runs.taken[t]) << code << " line " << d.place.line << " is taken\n" << told;
      }
      ++counts.faults;
    }
    if (code == "AJ3206" && runs.whole) {
      EXPECT_TRUE(runs.dead_end(state)) << state << " is no dead end\n" << told;
      ++counts.faults;
    }
    if (code == "AJ3208" && runs.whole) {
      const std::vector<bool> can = runs.can([&](const Runs::Edge& edge) { return runs.finished(edge.to); });
      // Passing through counts, too: what is told of is where the way out was lost.
      const bool lost = std::any_of(runs.edges.begin(), runs.edges.end(), [&](const Runs::Edge& edge) {
        return !can[edge.to] && !runs.finished(edge.to) &&
               (runs.is_in(edge.to, state) ||
                std::find(edge.happened.begin(), edge.happened.end(),
                          Happening{Happening::Kind::state, state}) != edge.happened.end());
      });
      EXPECT_TRUE(lost) << state << " can finish\n" << told;
      ++counts.faults;
    }
  }
}

void hold(unsigned seed, Counts& counts) {
  const SmallChart small(seed);
  const auto plain = procedure::load(small.xml(false), "chart.xml");
  ASSERT_TRUE(plain.ok()) << shown(plain.diagnostics()) << small.xml(false);
  const Diagnostics said = procedure::check(**plain, {});
  const auto loops = [](const Diagnostics& found) {
    return std::any_of(found.begin(), found.end(), [](const Diagnostic& d) {
      const std::string_view code = d.row->code;
      return code == "AJ2009" || code == "AJ3210";
    });
  };
  if (loops(said)) return;  // acts that never end are refused as a whole: there is nothing to compare
  const Report report = analyse(**plain, {}, {}, said);
  if (loops(report.found)) return;
  const Runs runs(loaded(small.xml(true)));
  if (!runs.started) return;
  ++counts.charts;
  const std::string told = "seed " + std::to_string(seed) + "\n" + small.xml(false) + shown(report.found);
  const bool broken = breaks(runs, (*plain)->assertions.front(), small.kind);
  if (!report.proved.empty()) {
    EXPECT_FALSE(broken) << "proved, but a run breaks it\n" << told;
    ++counts.proved;
  } else if (report.refuted > 0) {
    EXPECT_TRUE(broken || !runs.whole) << "refuted, but no run breaks it\n" << told;
    ++counts.refuted;
  } else {
    ++counts.open;
    counts.open_but_true += broken ? 0 : 1;
  }
  hold_findings(report, **plain, runs, told, counts);
}

TEST(Analyse, SaysOfSmallChartsWhatAllTheirRunsShow) {
  const unsigned count = std::getenv("ANJUAN_ALL") != nullptr ? 20000 : 400;
  const char* seed = std::getenv("ANJUAN_SEED");  // another run of the same size
  const unsigned first = seed != nullptr ? static_cast<unsigned>(std::atoi(seed)) * count : 0;
  Counts counts;
  for (unsigned i = 0; i < count; ++i) {
    hold(first + i, counts);
    if (HasFatalFailure()) return;
  }
  std::printf("%d charts: %d proved, %d refuted, %d open (%d of them true), %d faults\n", counts.charts,
              counts.proved, counts.refuted, counts.open, counts.open_but_true, counts.faults);
  EXPECT_GT(counts.proved, static_cast<int>(count) / 8);
  EXPECT_GT(counts.refuted, static_cast<int>(count) / 8);
}

}  // namespace
}  // namespace anjuan::analysis
