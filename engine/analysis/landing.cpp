// Edges and scenes against what really happened.

#include "analysis/landing.h"

#include <algorithm>

namespace anjuan::analysis {

using procedure::Happening;

namespace {

bool is_told_by_effects(const Happening& happening) {
  return happening.kind == Happening::Kind::paper || happening.kind == Happening::Kind::effect ||
         happening.kind == Happening::Kind::sent;
}

/// The happenings that an effect is.
std::vector<Happening> happenings_of(const procedure::Effect& effect) {
  using Kind = Happening::Kind;
  if (const auto* paper = std::get_if<procedure::MakeDocument>(&effect)) {
    if (paper->draft) return {};
    std::vector<Happening> out{{Kind::paper, paper->slot}};
    if (paper->template_id != paper->slot) out.push_back({Kind::paper, paper->template_id});
    return out;
  }
  if (const auto* draw = std::get_if<procedure::DrawLots>(&effect))
    return {{Kind::effect, "draw"}, {Kind::effect, std::string(procedure::effect_of_draw(draw->action))}};
  if (std::holds_alternative<procedure::MakeSheet>(effect)) return {{Kind::effect, "sheet"}};
  if (std::holds_alternative<procedure::OpenCases>(effect)) return {{Kind::effect, "open-cases"}};
  if (std::holds_alternative<procedure::Publish>(effect)) return {{Kind::effect, "publish"}};
  if (std::holds_alternative<procedure::Push>(effect)) return {{Kind::effect, "push"}};
  if (std::holds_alternative<procedure::CloseDossier>(effect)) return {{Kind::effect, "archive"}};
  if (const auto* message = std::get_if<procedure::SendMessage>(&effect))
    return {{Kind::sent, message->event}};
  return {};
}

/// A value spelt so that different ones differ.
void spell(const Value& value, std::string& out) {
  if (value.is(Value::Kind::list)) {
    for (const Value& item : value.list()) spell(item, out += ',');
    out += ']';
  } else if (value.is(Value::Kind::record)) {
    for (const auto& [key, field] : value.record()) spell(field, (out += ';') += key + ":");
    out += '}';
  } else {
    out += expression::describe(value).zh;
  }
}

}  // namespace

Landing::Landing(const procedure::Moved& moved, const Model& model) {
  for (const auto& notice : moved.notices) {
    if (notice.taken) taken_.push_back(static_cast<std::uint32_t>(notice.transition));
  }
  for (const auto& effect : moved.effects) {
    for (const Happening& happening : happenings_of(effect)) {
      if (const auto index = model.happening(happening.kind, happening.id))
        done_.push_back(static_cast<std::uint32_t>(*index));
    }
  }
  for (const Happening& happening : model.happenings) is_done_.push_back(is_told_by_effects(happening));
}

bool Landing::goes(const Graph& graph, const Edge& edge, Place& place) const {
  for (const std::uint32_t t : graph.taken[edge.taken]) {
    if (place.taken == taken_.size() || taken_[place.taken++] != t) return false;
  }
  for (const std::uint32_t mark : graph.marks[edge.marks]) {
    if (mark >= is_done_.size() || !is_done_[mark]) continue;
    if (place.done == done_.size() || done_[place.done++] != mark) return false;
  }
  return true;
}

Places::Places(const Graph& graph, const Model& model, const Vocabulary& vocabulary)
    : graph_(graph), model_(model), vocabulary_(vocabulary) {
  for (const std::string& name : model.tracked) tracked_.push_back(model.definition.slot_of(name));
}

bool Places::is_at(NodeIndex n, const procedure::Session& session, const Surrounding& around) const {
  const Scene& scene = graph_.scenes[n];
  if (!(scene.configuration == session.configuration) || scene.ended != session.finished) return false;
  for (const auto& [history, remembered] : scene.history) {
    const auto found = session.history.find(history);
    if (found == session.history.end() || !(found->second == remembered)) return false;
  }
  for (std::size_t i = 0; i < model_.limits.size() && i < 64; ++i) {
    const auto limit = session.limits.find(model_.limits[i]);
    const bool runs = limit != session.limits.end();
    if (!scene.ended && scene.running.holds(i) != runs) return false;
    // One of which nobody heard might as well fall due later: there the graph says so.
    if (runs && scene.due.holds(i) && !limit->second.due_raised) return false;
  }
  for (std::size_t i = 0; i < model_.slots.size(); ++i) {
    if (!graph_.slice.slots.holds(i)) continue;
    const MadePaper* paper = around.paper(model_.slots[i].name);
    if (scene.made.holds(i) != (paper != nullptr)) return false;
    if (paper != nullptr &&
        (scene.signed_.holds(i) != paper->is_signed || scene.served.holds(i) != paper->is_served))
      return false;
  }
  return std::all_of(scene.known.begin(), scene.known.end(),
                     [&](const Knowledge::Entry& entry) { return admits(entry, session); });
}

/// What is known of data alone; an answer that cannot be given again is taken as another one.
bool Places::admits(const Knowledge::Entry& entry, const procedure::Session& session) const {
  const Term& term = vocabulary_[entry.first];
  for (std::size_t i = 0; i < tracked_.size(); ++i) {
    if (term.text != model_.tracked[i]) continue;
    const auto& value = session.data[tracked_[i]];
    return entry.second->admits(value ? *value : Value());
  }
  if (term.node == nullptr) return false;
  Fields data = procedure::snapshot(session).data;
  for (const auto& [name, value] : model_.parameters) data.emplace(name, value);
  const Fields none;
  expression::Surroundings here{none};
  here.over = &data;
  const expression::Expression again(
      term.text, Place{}, std::shared_ptr<const expression::Node>(std::shared_ptr<const void>(), term.node));
  const auto value = expression::evaluate(again, here);
  return value.ok() && entry.second->admits(*value);
}

std::string Places::key(NodeIndex n, int state, const procedure::Session& session,
                        const Surrounding& around) const {
  std::string key = std::to_string(n) + "/" + std::to_string(state);
  for (const std::size_t at : tracked_) {
    const auto& value = session.data[at];
    key += '|';
    if (value) spell(*value, key);
  }
  std::set<std::string> papers;  // how many there are of a kind makes no difference
  for (const MadePaper& paper : around.papers) {
    if (paper.valid)
      papers.insert(paper.slot + (paper.is_signed ? "+" : "-") + (paper.is_served ? "+" : "-"));
  }
  for (const std::string& paper : papers) key += "|" + paper;
  return key;
}

}  // namespace anjuan::analysis
