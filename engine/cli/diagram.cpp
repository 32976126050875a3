#include "cli/diagram.h"

#include <algorithm>

#include "base/text.h"
#include "procedure/words.h"

namespace anjuan::cli {
namespace {

using procedure::Definition;
using procedure::no_index;
using procedure::State;
using procedure::StateIndex;
using procedure::Transition;

std::string quoted(const std::string& text) { return "\"" + replace_all(replace_all(replace_all(text, "\\", "\\\\"), "\"", "\\\""), "\n", "\\n") + "\""; }

std::string node(StateIndex s) { return "s" + std::to_string(s); }
bool is_box(const State& s) { return !s.children.empty(); }

/// Edges go between nodes; of a box its first inner node stands for it.
StateIndex first_node(const Definition& d, StateIndex s) {
  while (is_box(d.states[s])) s = d.states[s].children.front();
  return s;
}

void write_state(const Definition& d, StateIndex s, Language language, const std::string& indent, std::string& out) {
  const State& state = d.states[s];
  if (!is_box(state)) {
    const char* shape = state.kind == State::Kind::final ? "doublecircle" : state.kind == State::Kind::history ? "circle" : "box";
    out += indent + node(s) + " [label=" + quoted(name_of_state(d, s, language)) + ", shape=" + shape + "];\n";
    return;
  }
  const bool dashed = state.kind == State::Kind::parallel;
  out += indent + "subgraph cluster_" + node(s) + " {\n" + indent + "  label=" + quoted(state.label) + "; style=" + (dashed ? "dashed" : "solid") + ";\n";
  for (StateIndex child : state.children) write_state(d, child, language, indent + "  ", out);
  for (StateIndex history : state.histories) write_state(d, history, language, indent + "  ", out);
  out += indent + "}\n";
}

void write_edges(const Definition& d, std::string& out) {
  for (const Transition& t : d.transitions) {
    if (d.states[t.source].kind == State::Kind::root) continue;
    const std::string label = t.label.empty() ? join(t.events, " ") : t.label;
    for (StateIndex target : t.targets) {
      out += "  " + node(first_node(d, t.source)) + " -> " + node(first_node(d, target)) + " [label=" + quoted(label);
      if (is_box(d.states[t.source])) out += ", ltail=cluster_" + node(t.source);
      if (is_box(d.states[target])) out += ", lhead=cluster_" + node(target);
      if (t.events.empty()) out += ", style=dotted";
      out += "];\n";
    }
  }
}

}  // namespace

std::string name_of_state(const Definition& d, StateIndex s, Language language) {
  return procedure::state_in_words(d, s).in(language);
}

std::string dot_text(const Definition& d, Language language) {
  std::string out = "digraph procedure {\n  compound=true; rankdir=TB; fontname=\"Noto Sans CJK SC\";\n  node [fontname=\"Noto Sans CJK SC\"];\n"
                    "  edge [fontname=\"Noto Sans CJK SC\", fontsize=10];\n  label=" + quoted(procedure::title_of(d)) + ";\n";
  if (!d.states.empty()) {
    for (StateIndex child : d.states.front().children) write_state(d, child, language, "  ", out);
  }
  write_edges(d, out);
  return out + "}\n";
}

}  // namespace anjuan::cli
