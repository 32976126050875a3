#include "draw/tickets.h"

#include <charconv>
#include <cstring>

#include "base/check.h"
#include "draw/lines.h"

namespace anjuan::draw {

std::string key_of(DigestKind kind, std::string_view seed, std::string_view context) {
  std::string text = "anjuan-draw-1|key|";
  text.append(seed).append("|").append(context);
  return digest(kind, text);
}

Ticket TicketKey::ticket(std::string_view id, int generation) const {
  ANJUAN_CHECK(id.size() <= max_id);
  char rest[max_id + 16];
  char* end = rest;
  *end++ = '|';
  std::memcpy(end, id.data(), id.size());
  end += id.size();
  *end++ = '|';
  end = std::to_chars(end, rest + sizeof rest, generation).ptr;
  return started_.words_with({rest, static_cast<std::size_t>(end - rest)});
}

}  // namespace anjuan::draw
