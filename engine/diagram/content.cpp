// From states and transitions to words and arrows.

#include "diagram/content.h"

#include <algorithm>

#include "base/text.h"
#include "diagram/measure.h"
#include "expression/phrases.h"
#include "procedure/describe.h"
#include "procedure/tree.h"
#include "procedure/words.h"

namespace anjuan::diagram {

namespace {

using expression::joined;
using expression::say;
using procedure::Definition;
using procedure::EffectDescription;
using procedure::no_index;
using procedure::State;
using procedure::StateIndex;
using procedure::Transition;
using procedure::TransitionIndex;

constexpr std::size_t most_characters = 120;  ///< of one text in a box
constexpr std::size_t most_lines = 200;       ///< of one transition, and of what happens on entering

class Reader {
 public:
  Reader(const Definition& definition, const View& view, const PageNumbers& pages, Language language)
      : definition_(definition), view_(view), pages_(pages), language_(language) {}

  Content read() {
    if (view_.root != 0) add(view_.root);
    for (StateIndex child : shown_children(definition_, view_, view_.root)) add_below(child);
    if (view_.root == 0) add_initial(0);
    if (view_.overview) add_plain_arrows();
    return std::move(content_);
  }

 private:
  const Definition& definition_;
  const View& view_;
  const PageNumbers& pages_;
  Language language_;
  Content content_;

  const State& state(StateIndex s) const { return definition_.states[s]; }
  std::string in(const Wording& words) const { return words.in(language_); }
  std::string name(StateIndex s) const { return in(procedure::state_in_words(definition_, s)); }

  void add_below(StateIndex s) {
    add(s);
    for (StateIndex child : shown_children(definition_, view_, s)) add_below(child);
  }

  /// The state on this page that stands for s: itself, or the collapsed one around it.
  StateIndex shown_for(StateIndex s) const {
    std::vector<StateIndex> way;
    for (StateIndex at = s; at != no_index; at = state(at).parent) way.push_back(at);
    std::reverse(way.begin(), way.end());
    bool inside = false;
    for (std::size_t i = 0; i < way.size(); ++i) {
      if (way[i] == view_.root) {
        inside = true;
        if (way[i] == s) return view_.root == 0 ? no_index : s;
        continue;
      }
      if (!inside) continue;
      if (state(way[i]).parent == view_.root && !in_slice(way[i])) return no_index;
      if (way[i] == s || view_.collapsed.count(way[i]) > 0) return way[i];
    }
    return no_index;
  }
  bool in_slice(StateIndex child) const {
    const auto shown = shown_children(definition_, view_, view_.root);
    return std::find(shown.begin(), shown.end(), child) != shown.end();
  }

  Line line(Line::Kind kind, const Wording& words) const {
    const std::string full = in(words);
    const std::string text = shortened(full, most_characters);
    return {kind, text, text == full ? "" : full};
  }

  void add(StateIndex s) {
    Box box;
    box.state = s;
    box.collapsed = view_.collapsed.count(s) > 0;
    const bool compound = !state(s).children.empty();
    // A box that has neither label nor other text of its own shows its id only in a bare chart.
    const bool silent = compound && state(s).label.empty() && !definition_.label.empty() && !box.collapsed;
    box.by_id = !compound && state(s).label.empty() && !definition_.label.empty();
    if (!silent) box.title = shortened(name(s), most_characters);
    if (view_.first_row > 0 && s != view_.root) box.title += in({"（续）", " (continued)"});
    if (!state(s).role.empty()) box.role = procedure::role_in_words(definition_, state(s).role);
    if (!view_.overview) fill(s, box);
    if (view_.overview && box.collapsed) box.entry.push_back(line(Line::Kind::note, page_words(s)));
    content_.boxes.emplace(s, std::move(box));
    if (compound && view_.collapsed.count(s) == 0) add_initial(s);
  }

  void fill(StateIndex s, Box& box) {
    if (box.collapsed) {
      box.entry.push_back(line(Line::Kind::note, page_words(s)));
      for (TransitionIndex t : exits_of(s)) add_row(s, t, box, false);
      return;
    }
    if (state(s).kind == State::Kind::history && state(s).initial != no_index) {
      const Transition& usual = definition_.transitions[state(s).initial];
      return add_arrows(usual, s, no_index, true, nullptr);
    }
    const std::vector<TransitionIndex> rows = rows_of(s);
    if (view_.first_row > 0) {
      for (TransitionIndex t : rows) add_row(s, t, box, true);
      return;
    }
    for (const procedure::Block& block : state(s).on_entry) add_effects(block, box.entry);
    if (state(s).kind == State::Kind::state && state(s).initial != no_index)
      add_effects(definition_.transitions[state(s).initial].content, box.entry);
    for (const procedure::Invoke& invoked : state(s).invokes) {
      box.entry.push_back(line(Line::Kind::note, procedure::invoked_in_words(definition_, invoked)));
      const Wording back = procedure::finalize_in_words(definition_, invoked);
      if (!back.zh.empty()) box.entry.push_back(line(Line::Kind::note, back));
    }
    for (TransitionIndex t : rows) add_row(s, t, box, true);
    for (const procedure::Block& block : state(s).on_exit)
      add_effects(block, box.entry, {"离开时", "on leaving"});
  }

  /// The transitions shown of a state: all, or a part where it stands alone on several pages.
  std::vector<TransitionIndex> rows_of(StateIndex s) const {
    const std::vector<TransitionIndex>& all = state(s).transitions;
    if (s == view_.root) return all;
    const std::size_t last = std::min(view_.last_row, all.size()), first = std::min(view_.first_row, last);
    return {all.begin() + static_cast<std::ptrdiff_t>(first),
            all.begin() + static_cast<std::ptrdiff_t>(last)};
  }

  Wording page_words(StateIndex s) const {
    const auto found = pages_.find(s);
    const std::string number = found == pages_.end() ? "888" : std::to_string(found->second);
    return say({"详见第{0}张", "see page {0}"}, {number});
  }

  /// Transitions that leave the collapsed state: its own, and those of states inside it.
  std::vector<TransitionIndex> exits_of(StateIndex s) const {
    std::vector<TransitionIndex> found;
    for (TransitionIndex t = 0; t < definition_.transitions.size(); ++t) {
      const Transition& transition = definition_.transitions[t];
      const bool inside =
          transition.source == s || procedure::is_descendant(definition_, transition.source, s);
      const bool outside = std::any_of(
          transition.targets.begin(), transition.targets.end(),
          [&](StateIndex to) { return to != s && !procedure::is_descendant(definition_, to, s); });
      if (inside && outside) found.push_back(t);
    }
    return found;
  }

  Wording act_words(const Transition& transition) const {
    const Wording actor = procedure::actor_in_words(definition_, transition);
    if (transition.events.empty() && transition.label.empty()) {
      const Wording otherwise("自动 · 其他情形", "automatic · otherwise");
      return procedure::is_otherwise(definition_, transition) ? otherwise : actor;
    }
    const Wording what = procedure::transition_in_words(definition_, transition);
    return actor.zh.empty() ? what : Wording(actor.zh + " · " + what.zh, actor.en + " · " + what.en);
  }

  void add_row(StateIndex s, TransitionIndex t, Box& box, bool whole) {
    const Transition& transition = definition_.transitions[t];
    const bool automatic = procedure::happens_by_itself(transition);
    Row row{t, {line(Line::Kind::act, act_words(transition))}};
    if (whole && transition.condition.given()) {
      row.lines.push_back(line(
          Line::Kind::condition,
          say({"条件：{0}", "if {0}"}, {procedure::condition_in_words(definition_, transition.condition)})));
    }
    if (whole) add_effects(transition.content, row.lines);
    add_arrows(transition, s, box.rows.size(), automatic, &row);
    box.rows.push_back(std::move(row));
  }

  /// An arrow to each target on the page; a note of those that are not.
  void add_arrows(const Transition& transition, StateIndex from, std::size_t row, bool automatic,
                  Row* notes) {
    for (StateIndex target : transition.targets) {
      const StateIndex shown = shown_for(target);
      if (shown != no_index) content_.arrows.push_back({from, shown, row, automatic, false});
      if (shown == target || notes == nullptr) continue;
      const auto page = pages_.find(target);
      const std::string number = page == pages_.end() ? "888" : std::to_string(page->second);
      const Wording words = say({"转到“{0}”（第{1}张）", "to “{0}” (page {1})"},
                                {procedure::state_in_words(definition_, target), number});
      notes->lines.push_back(line(Line::Kind::note, words));
    }
  }

  void add_initial(StateIndex s) {
    if (view_.root == s && view_.first > 0) return;
    const TransitionIndex initial = state(s).initial;
    if (initial == no_index) return;
    for (StateIndex target : definition_.transitions[initial].targets) {
      const StateIndex shown = shown_for(target);
      if (shown != no_index) content_.arrows.push_back({s, shown, no_index, false, true});
    }
  }

  /// Between boxes of the overview, each pair once.
  void add_plain_arrows() {
    std::set<std::pair<StateIndex, StateIndex>> known;
    for (const Transition& transition : definition_.transitions) {
      const StateIndex from = shown_for(transition.source);
      const bool initial = state(transition.source).initial != no_index &&
                           &definition_.transitions[state(transition.source).initial] == &transition &&
                           state(transition.source).kind != State::Kind::history;
      if (from == no_index || initial) continue;
      for (StateIndex target : transition.targets) {
        const StateIndex to = shown_for(target);
        if (to == no_index || to == from || !known.emplace(from, to).second) continue;
        content_.arrows.push_back({from, to, no_index, procedure::happens_by_itself(transition), false});
      }
    }
  }

  /// `at`: the occasion, where it is another than that of the lines.
  void add_effects(const procedure::Block& block, std::vector<Line>& lines, const Wording& at = "") {
    std::size_t left_out = 0;
    for (EffectDescription& effect : procedure::effects_of(definition_, block)) {
      if (!at.zh.empty())
        effect.when = effect.when.zh.empty() ? at : say({"{0}，{1}", "{0}, {1}"}, {at, effect.when});
      if (lines.size() < most_lines) {
        lines.push_back(effect_line(effect));
      } else {
        ++left_out;
      }
    }
    if (left_out == 0) return;
    lines.push_back(line(Line::Kind::note,
                         say({"另有{0}项没有画出", "{0} more are not drawn"}, {std::to_string(left_out)})));
  }

  Line effect_line(const EffectDescription& effect) const {
    using Kind = EffectDescription::Kind;
    Line::Kind kind = Line::Kind::note;
    Wording words = effect.words;
    switch (effect.kind) {
      case Kind::paper:
        kind = Line::Kind::paper;
        if (!effect.needs.empty())
          words = say({"{0}（{1}）", "{0} ({1})"}, {words, joined(effect.needs, {"、", ", "})});
        break;
      case Kind::sheet:
        kind = Line::Kind::form;
        break;
      case Kind::limit:
        kind = Line::Kind::limit;
        words = say({"{0}：{1}", "{0}: {1}"}, {words, effect.length});
        break;
      case Kind::end_of_limit:
        words = say({"结束期限“{0}”", "ends the time limit “{0}”"}, {words});
        break;
      case Kind::other:
        break;
    }
    return line(kind, effect.when.zh.empty() ? words : say({"{0}：{1}", "{0}: {1}"}, {effect.when, words}));
  }
};

}  // namespace

std::vector<StateIndex> shown_children(const Definition& definition, const View& view, StateIndex s) {
  if (view.collapsed.count(s) > 0) return {};
  std::vector<StateIndex> all = definition.states[s].children;
  all.insert(all.end(), definition.states[s].histories.begin(), definition.states[s].histories.end());
  if (s != view.root) return all;
  const std::size_t last = std::min(view.last, all.size());
  return {all.begin() + static_cast<std::ptrdiff_t>(std::min(view.first, last)),
          all.begin() + static_cast<std::ptrdiff_t>(last)};
}

Content content_of(const Definition& definition, const View& view, const PageNumbers& pages,
                   Language language) {
  return Reader(definition, view, pages, language).read();
}

}  // namespace anjuan::diagram
