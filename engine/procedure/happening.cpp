// Words for what happens.

#include "procedure/happening.h"

#include <array>
#include <utility>

namespace anjuan::procedure {

namespace {

using Kind = Happening::Kind;
constexpr std::array<std::pair<std::string_view, Kind>, 6> prefixes{{{"event:", Kind::event},
                                                                     {"paper:", Kind::paper},
                                                                     {"signed:", Kind::signed_},
                                                                     {"served:", Kind::served},
                                                                     {"effect:", Kind::effect},
                                                                     {"sent:", Kind::sent}}};

}  // namespace

Happening happening_of(std::string_view word) {
  for (const auto& [prefix, kind] : prefixes) {
    if (word.starts_with(prefix)) return {kind, std::string(word.substr(prefix.size()))};
  }
  return {Kind::state, std::string(word)};
}

std::string word_of(const Happening& happening) {
  for (const auto& [prefix, kind] : prefixes) {
    if (kind == happening.kind) return std::string(prefix) + happening.id;
  }
  return happening.id;
}

std::string_view effect_of_draw(DrawLots::Action action) {
  constexpr std::array<std::string_view, 9> actions{"draw-declare", "draw-freeze",   "draw-enter",
                                                    "draw-confirm", "draw-open",     "draw-annul",
                                                    "draw-withdraw", "draw-drop",    "draw-lots"};
  return actions[static_cast<std::size_t>(action)];
}

std::string event_of_paper(std::string_view slot, bool served) {
  return (served ? "送达." : "签署.") + std::string(slot);
}

}  // namespace anjuan::procedure
