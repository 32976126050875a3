#include <algorithm>

#include "draw/events.h"
#include "draw/list.h"
#include "draw/seed.h"
#include "fuzz/answered.h"
#include "fuzz/targets.h"

namespace anjuan::fuzz {

void read_draw(std::string_view bytes) {
  constexpr std::string_view between = "====\n";
  const std::size_t first = std::min(bytes.find(between), bytes.size());
  const std::string_view list_text = bytes.substr(0, first), rest = bytes.substr(std::min(first + between.size(), bytes.size()));
  const auto list = draw::parse_list(list_text, "list.txt");
  if (!answered(list, list_text)) return;
  ANJUAN_CHECK(draw::write_list(*list) == list_text);
  const std::size_t second = std::min(rest.find(between), rest.size());
  const std::string_view seed_text = rest.substr(0, second), events_text = rest.substr(std::min(second + between.size(), rest.size()));
  const auto seed = draw::parse_seed(*list, seed_text, "seed.txt");
  if (answered(seed, seed_text)) answered(draw::parse_events(*list, *seed, events_text, "events.txt"), events_text);
}

}  // namespace anjuan::fuzz
