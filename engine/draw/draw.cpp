// The draw as a whole: objects, teams, later events, and the outcome in the order of the result.

#include "draw/draw.h"

#include <algorithm>

#include "draw/object_lots.h"
#include "draw/substitute.h"
#include "draw/teams.h"

namespace anjuan::draw {
namespace {

/// What was drawn, by numbers of the roster.
struct Drawn {
  ObjectLots objects;
  Teams teams;
};

Result<Drawn> draw_by_number(const Roster& roster, const Seed& seed, const Events& events, std::size_t ranks_beyond) {
  ObjectLots objects = draw_objects(roster, seed, ranks_beyond);
  ANJUAN_TRY(Teams teams, assign_teams(roster, seed, objects.order));
  ANJUAN_TRY(const Done substituted, substitute(roster, seed, events, objects, teams));
  static_cast<void>(substituted);
  return Drawn{std::move(objects), std::move(teams)};
}

/// Tells what was drawn in the order of the result file, to one who writes it or one who keeps it. A
/// row is the listener's only while it is told.
template <class Listener>
class Telling {
 public:
  Telling(const Roster& roster, const Drawn& drawn, bool everybody, Listener& listener)
      : roster_(roster), drawn_(drawn), everybody_(everybody), listener_(listener) {}

  void tell() {
    const std::vector<std::vector<int>> rankless = without_rank();
    for (std::size_t s = 0; s < drawn_.objects.strata.size(); ++s) {
      listener_.hear(drawn_.objects.strata[s].outcome);
      lot_.stratum = drawn_.objects.strata[s].outcome.id;
      for (const int object : rankless[s]) tell_lot(object, 0, nullptr);
      std::int64_t rank = 0;
      for (const Lot& lot : drawn_.objects.strata[s].ranked) tell_lot(lot.object, ++rank, &lot);
    }
    listener_.hear_level(drawn_.teams.level, roster_.head().slack);
    tell_teams();
    for (int i = 0; i < roster_.inspector_count(); ++i) {
      const InspectorRow& inspector = roster_.inspector(i);
      if (!inspector.in) continue;
      listener_.hear(InspectorLoad{std::string(inspector.id), inspector.load, drawn_.teams.assigned[at(i)]});
    }
  }

 private:
  bool is_told(ObjectStatus status) const { return everybody_ || has_line(status); }

  /// For each stratum those of its objects that took no lot.
  std::vector<std::vector<int>> without_rank() const {
    std::vector<std::vector<int>> found(drawn_.objects.strata.size());
    for (int i = 0; i < roster_.object_count(); ++i) {
      const ObjectRow& object = roster_.object(i);
      if (object.mode != Mode::draw && is_told(drawn_.objects.status[at(i)])) found[at(object.stratum)].push_back(i);
    }
    return found;
  }

  void tell_lot(int object, std::int64_t rank, const Lot* lot) {
    lot_.status = drawn_.objects.status[at(object)];
    if (!is_told(lot_.status)) return;
    lot_.rank = rank;
    lot_.id = roster_.object(object).id;
    lot_.generation = lot ? lot->generation : 0;
    lot_.ticket = lot ? lot->ticket.text() : "-";
    listener_.hear(lot_);
  }

  void tell_teams() {
    std::vector<int> position(at(roster_.object_count()), 0);
    int next = 0;
    for (const int object : drawn_.objects.order) position[at(object)] = ++next;
    for (const FilledSeat& filled : drawn_.teams.seats) {
      const ObjectRow& object = roster_.object(filled.seat.object);
      seat_.position = position[at(filled.seat.object)];
      seat_.object = object.id;
      seat_.seat = filled.seat.number + 1;
      seat_.tag = roster_.tag_of(filled.seat.object, filled.seat.number);
      seat_.inspector = filled.inspector < 0 ? "-" : roster_.inspector(filled.inspector).id;
      seat_.ticket = filled.inspector < 0 ? "-" : filled.ticket.text();
      seat_.passed.clear();
      for (const Passed& passed : drawn_.teams.passed_at(filled)) {
        seat_.passed.push_back({std::string(roster_.inspector(passed.inspector).id), passed.why});
      }
      listener_.hear(seat_);
    }
  }

  const Roster& roster_;
  const Drawn& drawn_;
  bool everybody_;
  Listener& listener_;
  ObjectLot lot_;
  TeamSeat seat_;
};

struct Keeper {
  DrawResult& result;
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

}  // namespace

Result<DrawResult> draw(const FrozenList& list, const Seed& seed, const Events& events) {
  const Roster roster(list);
  ANJUAN_TRY(const Drawn drawn, draw_by_number(roster, seed, events, list.objects.size()));
  DrawResult result;
  result.list_digest = list.digest;
  result.seed_digest = seed.digest;
  result.event_count = static_cast<std::int64_t>(events.events.size());
  result.events_digest = events.digest;
  Keeper keeper{result};
  Telling(roster, drawn, true, keeper).tell();
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
  auto made = draw_by_number(roster, seed, events, count_drops(events));
  if (!made.ok()) {
    Diagnostics refused = made.diagnostics();
    for (Diagnostic& refusal : refused) {
      if (refusal.place.file.empty()) refusal.place.file = list.file;
    }
    return refused;
  }
  const Drawn& drawn = *made;
  ResultWriter writer(write);
  writer.begin(roster.head().digest, seed.digest, static_cast<std::int64_t>(events.events.size()), events.digest);
  Telling(roster, drawn, false, writer).tell();
  writer.end();
  return Done{};
}

}  // namespace anjuan::draw
