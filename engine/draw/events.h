#pragma once
// What happens after the draw: an inspector withdraws (回避、不能履职) and is replaced (递补), or an
// object drops out. Each event takes the next sealed value, or fresh dice, or is open (无封存).

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "draw/seed.h"

namespace anjuan::draw {

enum class EventKind { withdraw, drop_object };

struct Event {
  EventKind kind = EventKind::withdraw;
  std::string object;     ///< "*": all objects of the inspector (withdraw only)
  std::string inspector;  ///< "-" for drop_object
  std::string reserve;    ///< "-", the next value of the chain, or "d6:…" / "d10:…"
  std::string reason;     ///< a code where the file will be published
  bool operator==(const Event&) const = default;
};

struct Events {
  std::vector<Event> events;
  std::string digest = "-";  ///< of the file's bytes; "-" when there is no file
  std::vector<int> lines;    ///< line of each event, for messages; may be empty
  std::string file;
};

/// Reads an events file for this list and seed. Whether each event is possible, `draw` says.
Result<Events> parse_events(const ListHead&, const Seed&, std::string_view bytes, const std::string& file);

std::string write_events(const ListHead&, const Seed&, std::span<const Event>);

/// H("anjuan-draw-1|reserve|R"): the value that R follows.
std::string chain_step(DigestKind, std::string_view value);

/// r_0 (the anchor, for the list) to r_n, where r_n is `last`, 64 hexadecimal digits.
std::vector<std::string> reserve_chain(DigestKind, std::string_view last, int n);

}  // namespace anjuan::draw
