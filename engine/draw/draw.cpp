// The draw as a whole: objects, teams, later events, and the outcome in the order of the result.

#include "draw/draw.h"

#include <algorithm>

#include "draw/object_lots.h"
#include "draw/substitute.h"
#include "draw/teams.h"

namespace anjuan::draw {
namespace {

/// Tells what was drawn in the order of the result file, to one who writes it or one who keeps it. A
/// row is the listener's only while it is told.
template <class Listener>
class Telling {
 public:
  Telling(const Roster& roster, const ObjectLots& objects, bool everybody, Listener& listener)
      : roster_(roster), objects_(objects), everybody_(everybody), listener_(listener) {}

  void tell_lots() {
    const std::vector<std::vector<int>> rankless = without_rank();
    for (std::size_t s = 0; s < objects_.strata.size(); ++s) {
      listener_.hear(objects_.strata[s].outcome);
      lot_.stratum = objects_.strata[s].outcome.id;
      for (const int object : rankless[s]) tell_lot(object, 0, nullptr);
      std::int64_t rank = 0;
      for (const Lot& lot : objects_.strata[s].ranked) tell_lot(lot.object, ++rank, &lot);
    }
  }

  /// Seats come in the order of their objects.
  void tell(const FilledSeat& filled) {
    while (objects_.order[place_] != filled.seat.object) ++place_;
    const ObjectRow& object = roster_.object(filled.seat.object);
    seat_.position = static_cast<std::int64_t>(place_) + 1;
    seat_.object = object.id;
    seat_.seat = filled.seat.number + 1;
    seat_.tag = roster_.tag_of(filled.seat.object, filled.seat.number);
    seat_.inspector = filled.inspector < 0 ? "-" : roster_.inspector(filled.inspector).id;
    seat_.ticket = filled.inspector < 0 ? "-" : filled.ticket.text();
    seat_.passed.clear();
    for (const Passed& passed : filled.passed) {
      seat_.passed.push_back({std::string(roster_.inspector(passed.inspector).id), passed.why});
    }
    listener_.hear(seat_);
  }

  void tell_loads(const std::vector<std::int64_t>& assigned) {
    for (int i = 0; i < roster_.inspector_count(); ++i) {
      const InspectorRow& inspector = roster_.inspector(i);
      if (inspector.in) listener_.hear(InspectorLoad{std::string(inspector.id), inspector.load, assigned[at(i)]});
    }
  }

 private:
  bool is_told(ObjectStatus status) const { return everybody_ || has_line(status); }

  /// For each stratum those of its objects that took no lot.
  std::vector<std::vector<int>> without_rank() const {
    std::vector<std::vector<int>> found(objects_.strata.size());
    for (int i = 0; i < roster_.object_count(); ++i) {
      const ObjectRow& object = roster_.object(i);
      if (object.mode != Mode::draw && is_told(objects_.status[at(i)])) found[at(object.stratum)].push_back(i);
    }
    return found;
  }

  void tell_lot(int object, std::int64_t rank, const Lot* lot) {
    lot_.status = objects_.status[at(object)];
    if (!is_told(lot_.status)) return;
    lot_.rank = rank;
    lot_.id = roster_.object(object).id;
    lot_.generation = lot ? lot->generation : 0;
    lot_.ticket = lot ? lot->ticket.text() : "-";
    listener_.hear(lot_);
  }

  const Roster& roster_;
  const ObjectLots& objects_;
  bool everybody_;
  Listener& listener_;
  ObjectLot lot_;
  TeamSeat seat_;
  std::size_t place_ = 0;  // in the order, of the object told last
};

struct Keeper {
  DrawResult& result;
  void begin(const std::string& list, const std::string& seed, std::int64_t events, const std::string& events_digest) {
    result.list_digest = list, result.seed_digest = seed, result.event_count = events, result.events_digest = events_digest;
  }
  void hear(const StratumOutcome& stratum) { result.strata.push_back(stratum); }
  void hear(const ObjectLot& lot) { result.objects.push_back(lot); }
  void hear_level(std::int64_t level, int slack) { result.level = level, result.slack = slack; }
  void hear(const TeamSeat& seat) { result.teams.push_back(seat); }
  void hear(InspectorLoad load) { result.loads.push_back(std::move(load)); }
};

std::size_t count_drops(const Events& events) {
  return static_cast<std::size_t>(std::count_if(events.events.begin(), events.events.end(), [](const Event& event) {
    return event.kind == EventKind::drop_object;
  }));
}

/// `everybody`: tells also those who were not drawn, by all their ranks.
template <class Listener>
Outcome draw_and_tell(const Roster& roster, const Seed& seed, const Events& events, bool everybody, Listener& listener) {
  ObjectLots objects = draw_objects(roster, seed, everybody ? roster.rows().objects.size() : count_drops(events));
  const std::vector<Seat> seats = seats_of(roster, objects.order);
  ANJUAN_TRY(const std::int64_t level, even_level(roster, seats));
  Telling telling(roster, objects, everybody, listener);
  const auto begin = [&] {
    listener.begin(roster.head().digest, seed.digest, static_cast<std::int64_t>(events.events.size()), events.digest);
    telling.tell_lots();
    listener.hear_level(level, roster.head().slack);
  };
  if (events.events.empty()) {  // nothing is refused any more, and no seat changes: each is told as it is filled
    begin();
    telling.tell_loads(fill_seats(roster, seed, seats, level, [&](const FilledSeat& filled) { telling.tell(filled); }));
    return Done{};
  }
  Teams teams{level, {}, {}};
  teams.assigned = fill_seats(roster, seed, seats, level, [&](const FilledSeat& filled) { teams.seats.push_back(filled); });
  ANJUAN_DO(substitute(roster, seed, events, objects, teams));
  begin();
  for (const FilledSeat& filled : teams.seats) telling.tell(filled);
  telling.tell_loads(teams.assigned);
  return Done{};
}

}  // namespace

Result<DrawResult> draw(const FrozenList& list, const Seed& seed, const Events& events) {
  const Roster roster(list);
  DrawResult result;
  Keeper keeper{result};
  ANJUAN_DO(draw_and_tell(roster, seed, events, true, keeper));
  return result;
}

Outcome draw_files(const NamedBytes& list, const NamedBytes& seed_file, const std::optional<NamedBytes>& events_file,
                   const std::function<void(std::string_view)>& write) {
  ANJUAN_TRY(const Roster roster, parse_roster(list.bytes, list.file));
  ANJUAN_TRY(const Seed seed, parse_seed(roster.head(), seed_file.bytes, seed_file.file));
  Events events;
  if (events_file) {
    ANJUAN_TRY(events, parse_events(roster.head(), seed, events_file->bytes, events_file->file));
  }
  ResultWriter writer(write);
  const Outcome drawn = draw_and_tell(roster, seed, events, false, writer);
  if (!drawn.ok()) {
    Diagnostics refused = drawn.diagnostics();
    for (Diagnostic& refusal : refused) {
      if (refusal.place.file.empty()) refusal.place.file = list.file;
    }
    return refused;
  }
  writer.end();
  return Done{};
}

}  // namespace anjuan::draw
