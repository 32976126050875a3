#include "procedure/cut_off.h"

#include <algorithm>

#include "base/text.h"
#include "procedure/tree.h"

namespace anjuan::procedure {

namespace {

/// The outermost states that are not reached, and where transitions lead between them.
class Unreached {
 public:
  Unreached(const Definition& definition, const StateSet& reached)
      : definition_(definition), around_(definition.states.size(), no_index), led_to_(around_.size()), ways_(around_.size()) {
    for (StateIndex s = 1; s < definition.states.size(); ++s) {
      const State& state = definition.states[s];
      around_[s] = around_[state.parent];
      if (around_[s] != no_index || reached.contains(s) || state.kind == State::Kind::history) continue;
      around_[s] = s;
      outermost_.push_back(s);
    }
    for (TransitionIndex t = 0; t < definition.transitions.size(); ++t) note(t);
  }

  std::vector<CutOff> cuts() {
    for (const StateIndex s : outermost_) {
      if (!ways_[s].empty()) begin(s);
    }
    follow();
    for (const StateIndex s : outermost_) {
      if (!led_from_others_.contains(s)) begin(s);
    }
    follow();
    for (const StateIndex s : outermost_) begin(s), follow();
    for (CutOff& cut : cuts_) std::sort(cut.beyond.begin(), cut.beyond.end());
    std::sort(cuts_.begin(), cuts_.end(), [](const CutOff& a, const CutOff& b) { return a.first < b.first; });
    return std::move(cuts_);
  }

 private:
  const Definition& definition_;
  std::vector<StateIndex> around_;               ///< of each state the outermost around it that is not reached
  std::vector<std::vector<StateIndex>> led_to_;  ///< from one of the outermost to others
  std::vector<std::vector<TransitionIndex>> ways_;  ///< into one of the outermost from states that are reached
  std::vector<StateIndex> outermost_;
  StateSet covered_, led_from_others_;
  std::vector<CutOff> cuts_;
  std::size_t followed_ = 0;  ///< of the cuts: what lies beyond is known

  void note(TransitionIndex t) {
    const Transition& transition = definition_.transitions[t];
    const StateIndex from = around_[transition.source], initial = definition_.states[transition.source].initial;
    if (initial == t) return;  // it only says where a state begins
    for (const StateIndex target : transition.targets) {
      const StateIndex to = around_[target];
      if (to == no_index || to == from) continue;
      if (from == no_index) {
        ways_[to].push_back(t);
      } else {
        led_to_[from].push_back(to);
        led_from_others_.insert(to);
      }
    }
  }

  void begin(StateIndex s) {
    if (covered_.insert(s)) cuts_.push_back({s, ways_[s], {}});
  }

  void follow() {
    for (; followed_ < cuts_.size(); ++followed_) {
      std::vector<StateIndex> waiting{cuts_[followed_].first};
      while (!waiting.empty()) {
        const StateIndex from = waiting.back();
        waiting.pop_back();
        for (const StateIndex to : led_to_[from]) {
          if (!covered_.insert(to)) continue;
          cuts_[followed_].beyond.push_back(to);
          waiting.push_back(to);
        }
      }
    }
  }
};

}  // namespace

std::vector<CutOff> cut_off(const Definition& definition, const StateSet& reached) {
  return Unreached(definition, reached).cuts();
}

Wording beyond_in_words(const Definition& definition, const CutOff& cut) {
  if (cut.beyond.empty()) return "";
  std::vector<std::string> zh, en;
  for (const StateIndex s : cut.beyond) {
    const Wording name = name_in_file(definition.states[s]);
    zh.push_back("“" + name.zh + "”");
    en.push_back("“" + name.en + "”");
  }
  return {"只有经过它才能到的" + join(zh, "、") + "，也随它到不了。",
          " What only it leads to is not reached either: " + join(en, ", ") + "."};
}

}  // namespace anjuan::procedure
