// Reading and writing what happened after the draw; the chain of sealed substitution values.

#include "draw/events.h"

#include <algorithm>

#include "draw/lines.h"
#include "draw/messages.h"
#include "draw/words.h"

namespace anjuan::draw {
namespace {

bool is_reserve(std::string_view value) {
  if (value == "-" || is_hex_digest(value)) return true;
  if (value.starts_with("d6:")) return is_value_of(SourceKind::d6, value.substr(3));
  return value.starts_with("d10:") && is_value_of(SourceKind::d10, value.substr(4));
}

Event read_event(LineReader& line, std::int64_t expected) {
  constexpr std::int64_t most_events = 1'000'000;
  Event event;
  if (line.raw(0) != "event") {
    line.refuse(messages::unknown_line, 0, quoted(line.raw(0)));
    return event;
  }
  if (!line.width(7)) return event;
  if (line.integer(1, 1, most_events) != expected) {
    line.refuse(messages::number_out_of_turn, 1, std::to_string(expected), line.raw(1));
  }
  event.kind = static_cast<EventKind>(line.word(2, event_words));
  const bool withdraw = event.kind == EventKind::withdraw;
  event.object = withdraw && line.raw(3) == "*" ? "*" : line.id(3);
  if (withdraw) {
    event.inspector = line.id(4);
  } else {
    event.inspector = "-";
    if (line.raw(4) != "-") line.refuse(messages::drop_names_inspector, 4, quoted(line.raw(4)));
  }
  event.reserve = line.raw(5);
  if (!is_reserve(event.reserve)) line.refuse(messages::bad_reserve, 5, quoted(line.raw(5)));
  event.reason = line.text(6);
  return event;
}

bool belongs_to(const std::vector<Line>& lines, const ListHead& list, const Seed& seed) {
  return lines.size() >= 2 && lines[0].fields.are({"list", list.digest}) &&
         lines[1].fields.are({"seed", seed.digest});
}

}  // namespace

Result<Events> parse_events(const ListHead& list, const Seed& seed, std::string_view bytes,
                            const std::string& file) {
  ANJUAN_TRY(const std::vector<Line> lines, read_lines(bytes, "anjuan-events", file));
  if (!belongs_to(lines, list, seed)) {
    Place place;
    place.file = file;
    place.line = 2;
    return diagnose(messages::events_of_another_draw, place);
  }
  Events events;
  events.file = file;
  for (std::size_t i = 2; i < lines.size(); ++i) {
    LineReader line(lines[i], file);
    Event event = read_event(line, static_cast<std::int64_t>(i) - 1);
    if (!line.ok()) return line.refusal();
    events.events.push_back(std::move(event));
    events.lines.push_back(lines[i].number);
  }
  events.digest = digest(list.hash, bytes);
  return events;
}

std::string write_events(const ListHead& list, const Seed& seed, std::span<const Event> events) {
  std::string out = "anjuan-events\t1\nlist\t" + list.digest + "\nseed\t" + seed.digest + "\n";
  for (std::size_t i = 0; i < events.size(); ++i) {
    const Event& event = events[i];
    write_line(out, std::vector<std::string>{"event", std::to_string(i + 1),
                                             std::string(event_words[static_cast<std::size_t>(event.kind)]),
                                             event.object, event.inspector, event.reserve, event.reason});
  }
  return out + "end\n";
}

std::string chain_step(DigestKind kind, std::string_view value) {
  return digest(kind, "anjuan-draw-1|reserve|" + std::string(value));
}

std::vector<std::string> reserve_chain(DigestKind kind, std::string_view last, int n) {
  ANJUAN_CHECK(n >= 0);
  std::vector<std::string> values{std::string(last)};
  for (int i = 0; i < n; ++i) values.push_back(chain_step(kind, values.back()));
  std::reverse(values.begin(), values.end());
  return values;
}

}  // namespace anjuan::draw
