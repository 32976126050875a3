#include "draw/object_lots.h"

#include <algorithm>
#include <span>
#include <tuple>

#include "draw/at_once.h"

namespace anjuan::draw {
namespace {

constexpr std::size_t worth_a_thread = 4096;  // tickets

bool by_ticket(const Lot& a, const Lot& b) { return std::tie(a.ticket, a.object) < std::tie(b.ticket, b.object); }

/// Each lot's smallest ticket; the earlier one on a tie.
void take_tickets(const Roster& roster, TicketMaker& maker, std::span<Lot> lots) {
  std::vector<Ticket> tickets;
  std::size_t count = 0;
  for (const Lot& lot : lots) count += static_cast<std::size_t>(roster.object(lot.object).weight);
  tickets.resize(count);
  auto next = tickets.begin();
  for (const Lot& lot : lots) {
    const ObjectRow& object = roster.object(lot.object);
    for (int generation = 1; generation <= object.weight; ++generation) maker.ask(object.id, generation, *next++);
  }
  maker.finish();
  next = tickets.begin();
  for (Lot& lot : lots) {
    const auto end = next + roster.object(lot.object).weight;
    const auto smallest = std::min_element(next, end);
    lot.ticket = *smallest;
    lot.generation = static_cast<std::int16_t>(smallest - next + 1);
    next = end;
  }
}

void take_all_tickets(const Roster& roster, const std::string& key, std::vector<Lot>& lots) {
  constexpr std::size_t some = 512;  // lots, so that their tickets stay near
  in_halves(lots.size(), worth_a_thread, [&](std::size_t from, std::size_t to) {
    TicketMaker maker(roster.head().hash, key);
    for (std::size_t i = from; i < to; i += some) {
      take_tickets(roster, maker, std::span(lots).subspan(i, std::min(some, to - i)));
    }
  });
}

/// The `wanted` smallest, in order.
std::vector<Lot> smallest(std::vector<Lot>& lots, std::size_t wanted) {
  const auto end = lots.begin() + static_cast<std::ptrdiff_t>(wanted);
  if (end != lots.end()) std::nth_element(lots.begin(), end, lots.end(), by_ticket);
  std::sort(lots.begin(), end, by_ticket);
  return {lots.begin(), end};
}

/// N, M and D.
std::vector<StratumLots> count(const Roster& roster) {
  std::vector<StratumLots> strata;
  for (const Stratum& stratum : roster.head().strata) strata.emplace_back().outcome.id = stratum.id;
  for (const ObjectRow& object : roster.rows().objects) {
    StratumOutcome& outcome = strata[at(object.stratum)].outcome;
    ++outcome.base;
    outcome.must += object.mode == Mode::must ? 1 : 0;
    outcome.pool += object.mode == Mode::draw ? 1 : 0;
  }
  return strata;
}

/// The objects that take part, for each stratum.
std::vector<std::vector<int>> taking_part(const Roster& roster, const std::vector<StratumLots>& strata) {
  std::vector<std::vector<int>> objects(strata.size());
  for (std::size_t s = 0; s < strata.size(); ++s) objects[s].reserve(static_cast<std::size_t>(strata[s].outcome.pool));
  for (int i = 0; i < roster.object_count(); ++i) {
    const ObjectRow& object = roster.object(i);
    if (object.mode == Mode::draw) objects[at(object.stratum)].push_back(i);
  }
  return objects;
}

void draw_stratum(const Roster& roster, const Seed& seed, const Stratum& stratum, std::size_t ranks_beyond,
                  std::vector<Lot>& lots, StratumLots& drawn) {
  StratumOutcome& outcome = drawn.outcome;
  outcome.key = key_of(roster.head().hash, seed.digest, "object|" + stratum.id);
  take_all_tickets(roster, outcome.key, lots);
  outcome.quota = quota_of(stratum, outcome.base);
  outcome.draws = draws_of(stratum, outcome.base, outcome.must, outcome.pool);
  const auto draws = static_cast<std::size_t>(outcome.draws);
  drawn.ranked = smallest(lots, draws + std::min(ranks_beyond, lots.size() - draws));
  if (draws > 0) outcome.cut = drawn.ranked[draws - 1].ticket.text();
}

std::vector<StratumLots> draw_strata(const Roster& roster, const Seed& seed, std::size_t ranks_beyond) {
  std::vector<StratumLots> strata = count(roster);
  const std::vector<std::vector<int>> objects = taking_part(roster, strata);
  std::vector<Lot> lots;  // of one stratum after another
  for (std::size_t s = 0; s < strata.size(); ++s) {
    lots.clear();
    lots.reserve(objects[s].size());
    for (const int object : objects[s]) lots.push_back({{}, object, 0});
    draw_stratum(roster, seed, roster.head().strata[s], ranks_beyond, lots, strata[s]);
  }
  return strata;
}

std::vector<ObjectStatus> status_of(const Roster& roster, const std::vector<StratumLots>& strata) {
  std::vector<ObjectStatus> status;
  status.reserve(roster.rows().objects.size());
  for (const ObjectRow& object : roster.rows().objects) {
    status.push_back(object.mode == Mode::must   ? ObjectStatus::must
                     : object.mode == Mode::skip ? ObjectStatus::skipped
                                                 : ObjectStatus::not_selected);
  }
  for (const StratumLots& lots : strata) {
    for (std::int64_t i = 0; i < lots.outcome.draws; ++i) {
      status[at(lots.ranked[static_cast<std::size_t>(i)].object)] = ObjectStatus::selected;
    }
  }
  return status;
}

bool is_chosen(ObjectStatus status) { return status == ObjectStatus::must || status == ObjectStatus::selected; }

/// The chosen objects in the order of their tickets of the key `order`.
std::vector<int> order_of(const Roster& roster, const Seed& seed, const std::vector<ObjectStatus>& status) {
  std::vector<Lot> chosen;
  chosen.reserve(static_cast<std::size_t>(std::count_if(status.begin(), status.end(), is_chosen)));
  for (int i = 0; i < roster.object_count(); ++i) {
    if (is_chosen(status[at(i)])) chosen.push_back({{}, i, 0});
  }
  const std::string key = key_of(roster.head().hash, seed.digest, "order");
  in_halves(chosen.size(), worth_a_thread, [&](std::size_t from, std::size_t to) {
    TicketMaker maker(roster.head().hash, key);
    for (std::size_t i = from; i < to; ++i) maker.ask(roster.object(chosen[i].object).id, 1, chosen[i].ticket);
    maker.finish();
  });
  std::sort(chosen.begin(), chosen.end(), by_ticket);
  std::vector<int> order;
  order.reserve(chosen.size());
  for (const Lot& lot : chosen) order.push_back(lot.object);
  return order;
}

}  // namespace

std::int64_t quota_of(const Stratum& stratum, std::int64_t base) {
  const std::int64_t share = (base * stratum.numerator + stratum.denominator - 1) / stratum.denominator;
  const std::int64_t wanted = std::max(share, stratum.min);
  return stratum.max ? std::min(wanted, *stratum.max) : wanted;
}

std::int64_t draws_of(const Stratum& stratum, std::int64_t base, std::int64_t must, std::int64_t pool) {
  const std::int64_t quota = quota_of(stratum, base);
  return std::min(stratum.must_count ? std::max<std::int64_t>(0, quota - must) : quota, pool);
}

ObjectLots draw_objects(const Roster& roster, const Seed& seed, std::size_t ranks_beyond) {
  ObjectLots result;
  result.strata = draw_strata(roster, seed, ranks_beyond);
  result.status = status_of(roster, result.strata);
  result.order = order_of(roster, seed, result.status);
  return result;
}

}  // namespace anjuan::draw
