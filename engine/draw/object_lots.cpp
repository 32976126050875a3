#include "draw/object_lots.h"

#include <algorithm>
#include <span>
#include <tuple>

#include "draw/at_once.h"

namespace anjuan::draw {
namespace {

constexpr std::size_t worth_a_thread = 4096;  // tickets

bool by_ticket(const Lot& a, const Lot& b) { return std::tie(a.ticket, a.object) < std::tie(b.ticket, b.object); }

/// k = max(ceil(N·numerator/denominator), min), at most max.
std::int64_t quota_of(const Stratum& stratum, std::int64_t base) {
  const std::int64_t share = (base * stratum.numerator + stratum.denominator - 1) / stratum.denominator;
  const std::int64_t wanted = std::max(share, stratum.min);
  return stratum.max ? std::min(wanted, *stratum.max) : wanted;
}

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

/// Puts the `wanted` smallest in order and lets go of the others.
void keep_smallest(std::vector<Lot>& lots, std::size_t wanted) {
  if (wanted < lots.size()) {
    std::nth_element(lots.begin(), lots.begin() + static_cast<std::ptrdiff_t>(wanted), lots.end(), by_ticket);
    lots.resize(wanted);
    lots.shrink_to_fit();
  }
  std::sort(lots.begin(), lots.end(), by_ticket);
}

/// N, M and D; the lots that take part, still without tickets.
std::vector<StratumLots> count(const Roster& roster) {
  std::vector<StratumLots> strata;
  for (const Stratum& stratum : roster.head().strata) strata.emplace_back().outcome.id = stratum.id;
  for (const ObjectRow& object : roster.rows().objects) {
    StratumOutcome& outcome = strata[at(object.stratum)].outcome;
    ++outcome.base;
    outcome.must += object.mode == Mode::must ? 1 : 0;
    outcome.pool += object.mode == Mode::draw ? 1 : 0;
  }
  for (StratumLots& lots : strata) lots.ranked.reserve(static_cast<std::size_t>(lots.outcome.pool));
  for (int i = 0; i < roster.object_count(); ++i) {
    const ObjectRow& object = roster.object(i);
    if (object.mode == Mode::draw) strata[at(object.stratum)].ranked.push_back({{}, i, 0});
  }
  return strata;
}

void draw_stratum(const Roster& roster, const Seed& seed, const Stratum& stratum, std::size_t ranks_beyond,
                  StratumLots& lots) {
  StratumOutcome& outcome = lots.outcome;
  outcome.key = key_of(roster.head().hash, seed.digest, "object|" + stratum.id);
  take_all_tickets(roster, outcome.key, lots.ranked);
  outcome.quota = quota_of(stratum, outcome.base);
  const std::int64_t wanted =
      stratum.must_count ? std::max<std::int64_t>(0, outcome.quota - outcome.must) : outcome.quota;
  outcome.draws = std::min(wanted, outcome.pool);
  const auto draws = static_cast<std::size_t>(outcome.draws);
  keep_smallest(lots.ranked, draws + std::min(ranks_beyond, lots.ranked.size() - draws));
  if (draws > 0) outcome.cut = lots.ranked[draws - 1].ticket.text();
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

/// The chosen objects in the order of their tickets of the key `order`.
std::vector<int> order_of(const Roster& roster, const Seed& seed, const std::vector<ObjectStatus>& status) {
  std::vector<Lot> chosen;
  for (int i = 0; i < roster.object_count(); ++i) {
    if (status[at(i)] == ObjectStatus::must || status[at(i)] == ObjectStatus::selected) chosen.push_back({{}, i, 0});
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

ObjectLots draw_objects(const Roster& roster, const Seed& seed, std::size_t ranks_beyond) {
  ObjectLots result;
  result.strata = count(roster);
  for (std::size_t s = 0; s < result.strata.size(); ++s) {
    draw_stratum(roster, seed, roster.head().strata[s], ranks_beyond, result.strata[s]);
  }
  result.status = status_of(roster, result.strata);
  result.order = order_of(roster, seed, result.status);
  return result;
}

}  // namespace anjuan::draw
