#include "draw/object_lots.h"

#include <algorithm>
#include <tuple>

#include "draw/tickets.h"

namespace anjuan::draw {
namespace {

/// k = max(ceil(N·numerator/denominator), min), at most max.
std::int64_t quota_of(const Stratum& stratum, std::int64_t base) {
  const std::int64_t share = (base * stratum.numerator + stratum.denominator - 1) / stratum.denominator;
  const std::int64_t wanted = std::max(share, stratum.min);
  return stratum.max ? std::min(wanted, *stratum.max) : wanted;
}

/// The smallest of the object's tickets; the earlier one on a tie.
void take_ticket(const TicketKey& key, int weight, ObjectLot& lot) {
  for (int generation = 1; generation <= weight; ++generation) {
    std::string ticket = key.ticket(lot.id, generation);
    if (generation == 1 || ticket < lot.ticket) {
      lot.ticket = std::move(ticket);
      lot.generation = generation;
    }
  }
}

StratumOutcome draw_stratum(const Roster& roster, const Seed& seed, const Stratum& stratum,
                            const std::vector<int>& members, std::vector<ObjectLot>& lots,
                            std::vector<int>& ranked) {
  const DigestKind hash = roster.list().hash;
  StratumOutcome outcome;
  outcome.id = stratum.id;
  outcome.key = key_of(hash, seed.digest, "object|" + stratum.id);
  const TicketKey key(hash, outcome.key);
  for (const int index : members) {
    ObjectLot& lot = lots[static_cast<std::size_t>(index)];
    const Object& object = roster.object(index);
    switch (object.mode) {
      case Mode::must:
        lot.status = ObjectStatus::must;
        ++outcome.must;
        break;
      case Mode::skip:
        lot.status = ObjectStatus::skipped;
        break;
      case Mode::draw:
        take_ticket(key, object.weight, lot);
        ranked.push_back(index);
        break;
    }
  }
  std::sort(ranked.begin(), ranked.end(), [&](int a, int b) {
    return std::tie(lots[static_cast<std::size_t>(a)].ticket, a) <
           std::tie(lots[static_cast<std::size_t>(b)].ticket, b);
  });
  outcome.base = static_cast<std::int64_t>(members.size());
  outcome.pool = static_cast<std::int64_t>(ranked.size());
  outcome.quota = quota_of(stratum, outcome.base);
  const std::int64_t wanted =
      stratum.must_count ? std::max<std::int64_t>(0, outcome.quota - outcome.must) : outcome.quota;
  outcome.draws = std::min(wanted, outcome.pool);
  for (std::int64_t i = 0; i < outcome.pool; ++i) {
    ObjectLot& lot = lots[static_cast<std::size_t>(ranked[static_cast<std::size_t>(i)])];
    lot.rank = i + 1;
    if (i < outcome.draws) {
      lot.status = ObjectStatus::selected;
      outcome.cut = lot.ticket;
    }
  }
  return outcome;
}

/// The chosen objects in the order of their tickets of the key `order`.
std::vector<int> order_of(const Roster& roster, const Seed& seed, const std::vector<ObjectLot>& lots) {
  const DigestKind hash = roster.list().hash;
  const TicketKey key(hash, key_of(hash, seed.digest, "order"));
  std::vector<std::pair<std::string, int>> chosen;
  for (std::size_t i = 0; i < lots.size(); ++i) {
    if (lots[i].status == ObjectStatus::must || lots[i].status == ObjectStatus::selected) {
      chosen.emplace_back(key.ticket(lots[i].id), static_cast<int>(i));
    }
  }
  std::sort(chosen.begin(), chosen.end());
  std::vector<int> order;
  for (const auto& [ticket, index] : chosen) order.push_back(index);
  return order;
}

}  // namespace

ObjectLots draw_objects(const Roster& roster, const Seed& seed) {
  const std::vector<Stratum>& strata = roster.list().strata;
  std::vector<std::vector<int>> members(strata.size());
  ObjectLots result;
  for (int i = 0; i < roster.object_count(); ++i) {
    const Object& object = roster.object(i);
    const auto stratum = std::lower_bound(strata.begin(), strata.end(), object.stratum,
                                          [](const Stratum& s, const std::string& id) { return s.id < id; });
    members[static_cast<std::size_t>(stratum - strata.begin())].push_back(i);
    ObjectLot lot;
    lot.stratum = object.stratum;
    lot.id = object.id;
    result.lots.push_back(std::move(lot));
  }
  result.ranked.resize(strata.size());
  for (std::size_t s = 0; s < strata.size(); ++s) {
    result.strata.push_back(draw_stratum(roster, seed, strata[s], members[s], result.lots, result.ranked[s]));
  }
  result.order = order_of(roster, seed, result.lots);
  return result;
}

}  // namespace anjuan::draw
