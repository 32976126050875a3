#include "draw/object_lots.h"

#include <algorithm>
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

/// The smallest of the object's tickets; the earlier one on a tie.
void take_ticket(const TicketKey& key, const ObjectRow& object, Lot& lot) {
  for (int generation = 1; generation <= object.weight; ++generation) {
    const Ticket ticket = key.ticket(object.id, generation);
    if (generation > 1 && !(ticket < lot.ticket)) continue;
    lot.ticket = ticket;
    lot.generation = static_cast<std::int16_t>(generation);
  }
}

void take_tickets(const Roster& roster, const std::string& key_text, std::vector<Lot>& lots) {
  in_halves(lots.size(), worth_a_thread, [&](std::size_t from, std::size_t to) {
    const TicketKey key(roster.head().hash, key_text);
    for (std::size_t i = from; i < to; ++i) take_ticket(key, roster.object(lots[i].object), lots[i]);
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
  take_tickets(roster, outcome.key, lots.ranked);
  outcome.quota = quota_of(stratum, outcome.base);
  const std::int64_t wanted =
      stratum.must_count ? std::max<std::int64_t>(0, outcome.quota - outcome.must) : outcome.quota;
  outcome.draws = std::min(wanted, outcome.pool);
  const auto draws = static_cast<std::size_t>(outcome.draws);
  keep_smallest(lots.ranked, draws + std::min(ranks_beyond, lots.ranked.size() - draws));
  if (draws > 0) outcome.cut = lots.ranked[draws - 1].ticket.hex();
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
  const std::string key_text = key_of(roster.head().hash, seed.digest, "order");
  in_halves(chosen.size(), worth_a_thread, [&](std::size_t from, std::size_t to) {
    const TicketKey key(roster.head().hash, key_text);
    for (std::size_t i = from; i < to; ++i) chosen[i].ticket = key.ticket(roster.object(chosen[i].object).id);
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
