// The draw as a whole: objects, teams, later events, and the outcome in the order of the result.

#include "draw/draw.h"

#include <algorithm>
#include <tuple>

#include "draw/object_lots.h"
#include "draw/substitute.h"
#include "draw/teams.h"

namespace anjuan::draw {
namespace {

/// By stratum; within it those without rank first, by id, then by rank.
std::vector<ObjectLot> in_result_order(std::vector<ObjectLot> lots) {
  std::sort(lots.begin(), lots.end(), [](const ObjectLot& a, const ObjectLot& b) {
    return std::tie(a.stratum, a.rank, a.id) < std::tie(b.stratum, b.rank, b.id);
  });
  return lots;
}

std::vector<TeamSeat> team_seats(const Roster& roster, const std::vector<int>& order, const Teams& teams) {
  std::vector<std::int64_t> position(static_cast<std::size_t>(roster.object_count()), 0);
  for (std::size_t i = 0; i < order.size(); ++i) {
    position[static_cast<std::size_t>(order[i])] = static_cast<std::int64_t>(i) + 1;
  }
  std::vector<TeamSeat> seats;
  for (const FilledSeat& filled : teams.seats) {
    const Object& object = roster.object(filled.seat.object);
    TeamSeat seat;
    seat.position = position[static_cast<std::size_t>(filled.seat.object)];
    seat.object = object.id;
    seat.seat = filled.seat.number + 1;
    seat.tag = object.seats[static_cast<std::size_t>(filled.seat.number)];
    if (filled.inspector >= 0) seat.inspector = roster.inspector(filled.inspector).id;
    seat.ticket = filled.ticket;
    seat.passed = filled.passed;
    seats.push_back(std::move(seat));
  }
  return seats;
}

}  // namespace

Result<DrawResult> draw(const FrozenList& list, const Seed& seed, const Events& events) {
  const Roster roster(list);
  ObjectLots objects = draw_objects(roster, seed);
  ANJUAN_TRY(Teams teams, assign_teams(roster, seed, objects.order));
  ANJUAN_TRY(const Done substituted, substitute(roster, seed, events, objects, teams));
  static_cast<void>(substituted);
  DrawResult result;
  result.list_digest = list.digest;
  result.seed_digest = seed.digest;
  result.event_count = static_cast<std::int64_t>(events.events.size());
  result.events_digest = events.digest;
  result.strata = std::move(objects.strata);
  result.objects = in_result_order(std::move(objects.lots));
  result.level = teams.level;
  result.slack = list.slack;
  result.teams = team_seats(roster, objects.order, teams);
  for (int i = 0; i < roster.inspector_count(); ++i) {
    const Inspector& inspector = roster.inspector(i);
    if (!inspector.in) continue;
    result.loads.push_back({inspector.id, inspector.load, teams.assigned[static_cast<std::size_t>(i)]});
  }
  return result;
}

}  // namespace anjuan::draw
