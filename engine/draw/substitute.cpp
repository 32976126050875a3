#include "draw/substitute.h"

#include <algorithm>
#include <set>

#include "draw/lines.h"
#include "draw/messages.h"
#include "draw/tickets.h"

namespace anjuan::draw {
namespace {

constexpr int every_object = -1;

class Substitution {
 public:
  Substitution(const Roster& roster, const Seed& seed, const Events& events, ObjectLots& objects,
               Teams& teams)
      : roster_(roster),
        seed_(seed),
        events_(events),
        objects_(objects),
        teams_(teams),
        pools_(roster),
        expected_reserve_(roster.head().anchor),
        reserves_left_(roster.head().reserve_count) {}

  Outcome run() {
    for (std::size_t i = 0; i < events_.events.size(); ++i) {
      number_ = i;
      const Event& event = events_.events[i];
      ANJUAN_TRY(const Done opened, open_reserve(event.reserve));
      ANJUAN_TRY(const Done applied, event.kind == EventKind::withdraw ? withdraw(event) : drop(event));
      static_cast<void>(opened), static_cast<void>(applied);
    }
    return Done{};
  }

 private:
  template <int Blanks, class... Values>
  Diagnostic refuse(const Message<Blanks>& message, Values&&... values) const {
    Place place;
    place.file = events_.file;
    if (number_ < events_.lines.size()) place.line = events_.lines[number_];
    return diagnose(message, place, std::to_string(number_ + 1), std::forward<Values>(values)...);
  }

  /// Open order only where nothing is sealed; sealed values in their turn; dice always.
  Outcome open_reserve(const std::string& reserve) {
    const ListHead& list = roster_.head();
    if (reserve == "-") {
      if (list.reserve_count != 0) return refuse(messages::reserve_is_sealed);
    } else if (is_hex_digest(reserve)) {
      if (list.reserve_count == 0) return refuse(messages::nothing_sealed, quoted(reserve));
      if (reserves_left_ == 0) {
        return refuse(messages::reserve_exhausted, std::to_string(list.reserve_count));
      }
      if (chain_step(list.hash, reserve) != expected_reserve_) {
        return refuse(messages::reserve_out_of_turn, reserve);
      }
      expected_reserve_ = reserve;
      --reserves_left_;
    }
    return Done{};
  }

  ObjectStatus& status_of(int object) { return objects_.status[at(object)]; }

  /// The object, if it is one of those to be inspected.
  std::optional<int> find_chosen(const std::string& id) {
    const auto object = roster_.find_object(id);
    if (!object) return std::nullopt;
    const ObjectStatus status = status_of(*object);
    const bool chosen =
        status == ObjectStatus::selected || status == ObjectStatus::must || status == ObjectStatus::added;
    return chosen ? object : std::nullopt;
  }

  Outcome withdraw(const Event& event) {
    int object = every_object;
    if (event.object != "*") {
      const auto found = find_chosen(event.object);
      if (!found) return refuse(messages::event_object, event.object);
      object = *found;
    }
    const auto inspector = roster_.find_inspector(event.inspector);
    if (!inspector) return refuse(messages::event_inspector, event.inspector);
    if (is_barred(object, *inspector)) return refuse(messages::event_again, event.inspector);
    std::vector<FilledSeat*> emptied;
    for (FilledSeat& seat : teams_.seats) {
      if (seat.inspector == *inspector && (object == every_object || seat.seat.object == object)) {
        emptied.push_back(&seat);
      }
    }
    if (emptied.empty() && object != every_object) {
      return refuse(messages::event_not_on_team, event.inspector, event.object);
    }
    barred_.emplace(object, *inspector);
    for (FilledSeat* seat : emptied) empty(*seat);
    for (FilledSeat* seat : emptied) refill(*seat, event.reserve);
    return Done{};
  }

  Outcome drop(const Event& event) {
    const auto object = find_chosen(event.object);
    if (!object) return refuse(messages::event_object, event.object);
    const bool was_must = status_of(*object) == ObjectStatus::must;
    status_of(*object) = ObjectStatus::dropped;
    const auto of_object = [&](const FilledSeat& seat) { return seat.seat.object == *object; };
    for (FilledSeat& seat : teams_.seats) {
      if (of_object(seat)) empty(seat);
    }
    std::erase_if(teams_.seats, of_object);
    if (!was_must) add_next(roster_.object(*object).stratum, event.reserve);
    return Done{};
  }

  /// The next ranked object of the stratum comes in, last in order.
  void add_next(int stratum, const std::string& reserve) {
    const std::vector<Lot>& ranked = objects_.strata[at(stratum)].ranked;
    const auto next = std::find_if(ranked.begin(), ranked.end(), [&](const Lot& lot) {
      return status_of(lot.object) == ObjectStatus::not_selected;
    });
    if (next == ranked.end()) return;
    status_of(next->object) = ObjectStatus::added;
    objects_.order.push_back(next->object);
    const std::size_t first = teams_.seats.size();
    for (const Seat& seat : seats_of(roster_, {next->object})) teams_.seats.push_back({seat, -1, {}, {}});
    for (std::size_t i = first; i < teams_.seats.size(); ++i) refill(teams_.seats[i], reserve);
  }

  void empty(FilledSeat& seat) {
    if (seat.inspector >= 0) --teams_.assigned[at(seat.inspector)];
    seat = {seat.seat, -1, {}, {}};
  }

  bool is_barred(int object, int inspector) const {
    return barred_.contains({every_object, inspector}) || barred_.contains({object, inspector});
  }

  /// The pool of a seat in order of its tickets.
  TicketOrder candidates(const Seat& seat, const std::string& reserve) const {
    const std::string object(roster_.object(seat.object).id);
    const std::string context = reserve == "-" ? "team|" + object : "sub|" + object + "|" + reserve;
    return pools_.order(roster_.pools_of(seat.object)[at(seat.number)], key_of(roster_.head().hash, seed_.digest, context));
  }

  /// Who sits at the object of this seat, which is one of teams_.seats and empty.
  std::vector<int> team_around(const FilledSeat& filled) const {
    const FilledSeat* first = &filled - filled.seat.number;
    std::vector<int> team;
    for (int i = 0; i < roster_.seat_count(filled.seat.object); ++i) team.push_back(first[i].inspector);
    return team;
  }

  /// Why somebody cannot sit here at all, or 0.
  char reason_to_exclude(const Seat& seat, const std::vector<int>& team, int inspector) const {
    if (roster_.conflict(seat.object, inspector)) return 'c';
    if (is_barred(seat.object, inspector)) return 'w';
    if (std::find(team.begin(), team.end(), inspector) != team.end()) return 's';
    const auto& cap = roster_.inspector(inspector).cap;
    return cap && teams_.assigned[at(inspector)] >= *cap ? 'f' : '\0';
  }

  std::int64_t total(int inspector) const {
    return roster_.inspector(inspector).load + teams_.assigned[at(inspector)];
  }

  /// First those under the level; if there are none, those with the least in all.
  void refill(FilledSeat& filled, const std::string& reserve) {
    TicketOrder order = candidates(filled.seat, reserve);
    const std::vector<int> team = team_around(filled);
    std::vector<char> excluded;
    std::optional<std::int64_t> least;
    for (std::size_t i = 0; i < order.size(); ++i) {
      excluded.push_back(reason_to_exclude(filled.seat, team, order[i].inspector));
      if (!excluded.back()) least = std::min(least.value_or(INT64_MAX), total(order[i].inspector));
    }
    const std::int64_t level = teams_.level + roster_.head().slack;
    const std::int64_t most = least ? std::max(level - 1, *least) : 0;
    for (std::size_t i = 0; i < order.size() && filled.inspector < 0; ++i) {
      const Candidate& candidate = order[i];
      if (!excluded[i] && total(candidate.inspector) <= most) {
        filled.inspector = candidate.inspector;
        filled.ticket = candidate.ticket;
        ++teams_.assigned[at(candidate.inspector)];
      } else {
        filled.passed.push_back({candidate.inspector, excluded[i] ? excluded[i] : 'f'});
      }
    }
  }

  const Roster& roster_;
  const Seed& seed_;
  const Events& events_;
  ObjectLots& objects_;
  Teams& teams_;
  TicketPools pools_;
  std::string expected_reserve_;
  int reserves_left_;
  std::size_t number_ = 0;
  std::set<std::pair<int, int>> barred_;  // object (or every_object) and inspector
};

}  // namespace

Outcome substitute(const Roster& roster, const Seed& seed, const Events& events, ObjectLots& objects,
                   Teams& teams) {
  return Substitution(roster, seed, events, objects, teams).run();
}

}  // namespace anjuan::draw
