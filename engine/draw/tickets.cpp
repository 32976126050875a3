#include "draw/tickets.h"

namespace anjuan::draw {

std::string key_of(DigestKind kind, std::string_view seed, std::string_view context) {
  std::string text = "anjuan-draw-1|key|";
  text.append(seed).append("|").append(context);
  return digest(kind, text);
}

std::string TicketKey::ticket(std::string_view id, int generation) const {
  return prefix_.with(std::string(id) + "|" + std::to_string(generation));
}

}  // namespace anjuan::draw
