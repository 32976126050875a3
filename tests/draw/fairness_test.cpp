// Chance is fair: what is drawn, in which order and by whom, against exact probabilities, with salts that
// differ in each run. A run that is right fails less than once in a million: what looks unlikely is tried
// again with new salts. Planted biases are found every time.

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>

#include "base/text.h"
#include "draw/support.h"
#include "draw/tickets.h"

namespace anjuan::draw {
namespace {

/// Of a statistic of chi-square with so many degrees of freedom: how often one is at least this large.
/// The upper incomplete gamma function, by series or continued fraction.
double chance_of_more(double statistic, double freedom) {
  const double a = freedom / 2, x = statistic / 2;
  const double front = std::exp(-x + a * std::log(x) - std::lgamma(a));
  if (x < a + 1) {
    double term = 1 / a, sum = term;
    for (int n = 1; n < 10000 && term > sum * 1e-16; ++n) sum += term *= x / (a + n);
    return 1 - front * sum;
  }
  double b = x + 1 - a, c = 1e300, d = 1 / b, h = d;
  for (int n = 1; n < 10000; ++n) {
    const double step = -n * (n - a);
    b += 2;
    d = 1 / (step * d + b);
    c = b + step / c;
    h *= d * c;
    if (std::abs(d * c - 1) < 1e-15) break;
  }
  return front * h;
}

TEST(ChanceOfMore, IsThatOfTheTables) {
  EXPECT_NEAR(chance_of_more(3.841459, 1), 0.05, 1e-6);
  EXPECT_NEAR(chance_of_more(18.307038, 10), 0.05, 1e-6);
  EXPECT_NEAR(chance_of_more(29.588298, 10), 0.001, 1e-7);
  EXPECT_NEAR(chance_of_more(93.167533, 55), 0.001, 1e-6);
  EXPECT_NEAR(chance_of_more(2.0, 10), 0.996340, 1e-6);
}

using Seen = std::vector<std::string>;             // what came out of one draw, in its order
using Chances = std::map<std::string, double>;     // of each outcome that can be
using Way = std::function<std::string(const std::string& seed)>;  // one draw, its outcome as a text

std::string fresh_salt() {
  static std::random_device device;
  std::string salt;
  for (int i = 0; i < 4; ++i) salt += std::to_string(device()) + ".";
  return salt;
}

/// How often draws that are right would differ from the chances by at least as much. 0: something came
/// out that cannot be.
double likelihood(const Chances& chances, int draws, const Way& way) {
  const std::string salt = fresh_salt();
  std::map<std::string, int> counts;
  for (int i = 0; i < draws; ++i) ++counts[way(sha256(salt + std::to_string(i)))];
  double statistic = 0;
  int counted = 0;
  for (const auto& [outcome, chance] : chances) {
    const double expected = chance * draws;
    statistic += (counts[outcome] - expected) * (counts[outcome] - expected) / expected;
    counted += counts[outcome];
  }
  return counted == draws ? chance_of_more(statistic, static_cast<double>(chances.size()) - 1) : 0;
}

constexpr double statistics_in_all = 8;  // below, of draws that are right

/// Unlikely, and unlikely again with new salts.
bool is_unfair(const Chances& chances, int draws, const Way& way) {
  return likelihood(chances, draws, way) < 1e-4 / statistics_in_all && likelihood(chances, draws, way) < 0.01;
}

/// The drawn objects, by rank.
Seen drawn_of(const FrozenList& list, const std::string& seed) {
  const auto result = draw(list, seed_of(seed));
  Seen seen;
  for (const ObjectLot& lot : result->objects) {
    if (lot.status == ObjectStatus::selected) seen.push_back(lot.id);
  }
  return seen;
}

std::string as_set(Seen seen) {
  std::sort(seen.begin(), seen.end());
  return join(seen, " ");
}
std::string as_order(const Seen& seen) { return join(seen, " "); }

/// All subsets of `taken` of o0 … as sets, alike.
Chances alike_subsets(int objects, int taken) {
  Chances chances;
  std::vector<char> in(static_cast<std::size_t>(objects), 0);
  std::fill(in.end() - taken, in.end(), 1);
  do {
    Seen one;
    for (int i = 0; i < objects; ++i) {
      if (in[static_cast<std::size_t>(i)]) one.push_back("o" + std::to_string(i));
    }
    chances[as_set(one)] = 1;
  } while (std::next_permutation(in.begin(), in.end()));
  for (auto& [subset, chance] : chances) chance = 1.0 / static_cast<double>(chances.size());
  return chances;
}

/// All orders of `taken` of the names, the chance of each name in turn by its weight among those left.
void add_orders(const std::vector<std::pair<std::string, double>>& left, int taken, const Seen& so_far, double chance,
                Chances& chances) {
  if (taken == 0) {
    chances[as_order(so_far)] = chance;
    return;
  }
  double weights = 0;
  for (const auto& [name, weight] : left) weights += weight;
  for (std::size_t i = 0; i < left.size(); ++i) {
    auto rest = left;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(i));
    Seen longer = so_far;
    longer.push_back(left[i].first);
    add_orders(rest, taken - 1, longer, chance * left[i].second / weights, chances);
  }
}
Chances weighted_orders(const std::vector<std::pair<std::string, double>>& names, int taken) {
  Chances chances;
  add_orders(names, taken, {}, 1, chances);
  return chances;
}

constexpr int objects = 8, taken = 3;           // 56 subsets
constexpr int subset_draws = 12000;
const std::vector<std::pair<std::string, double>> weighted{{"o0", 1}, {"o1", 2}, {"o2", 3}, {"o3", 5}};
constexpr int weighted_draws = 8000;

FrozenList weighted_list() {
  FrozenList list = plain_list(4, 2, 2);
  for (std::size_t i = 0; i < weighted.size(); ++i) list.objects[i].weight = static_cast<int>(weighted[i].second);
  return list;
}

TEST(Fairness, OfAllSubsets) {
  const FrozenList list = plain_list(objects, taken, 2);
  EXPECT_FALSE(is_unfair(alike_subsets(objects, taken), subset_draws, [&](const std::string& seed) { return as_set(drawn_of(list, seed)); }));
}

TEST(Fairness, OfAllOrders) {
  const FrozenList list = plain_list(5, 5, 2);
  const auto alike = weighted_orders({{"o0", 1}, {"o1", 1}, {"o2", 1}, {"o3", 1}, {"o4", 1}}, 5);
  EXPECT_EQ(alike.size(), 120u);
  EXPECT_FALSE(is_unfair(alike, 12000, [&](const std::string& seed) { return as_order(drawn_of(list, seed)); }));
  // The order in which teams are assigned has lots of its own.
  EXPECT_FALSE(is_unfair(alike, 12000, [&](const std::string& seed) { return as_order(objects_to_inspect(*draw(list, seed_of(seed)))); }));
}

TEST(Fairness, OfWeights) {
  const FrozenList list = weighted_list();
  EXPECT_FALSE(is_unfair(weighted_orders(weighted, 2), weighted_draws, [&](const std::string& seed) { return as_order(drawn_of(list, seed)); }));
}

TEST(Fairness, OfPairsOfInspectors) {
  const FrozenList list = plain_list(1, 1, 5);
  const auto pairs = weighted_orders({{"i0", 1}, {"i1", 1}, {"i2", 1}, {"i3", 1}, {"i4", 1}}, 2);
  EXPECT_FALSE(is_unfair(pairs, 6000, [&](const std::string& seed) { return as_order(team_of(*draw(list, seed_of(seed)), "o0")); }));
}

TEST(Fairness, OfPairsWhenLoadsAreEvened) {
  // Inspectors alike stay alike whoever else is drawn: the last team of three that share four people.
  const FrozenList list = plain_list(3, 3, 4);
  const auto pairs = weighted_orders({{"i0", 1}, {"i1", 1}, {"i2", 1}, {"i3", 1}}, 2);
  EXPECT_FALSE(is_unfair(pairs, 6000, [&](const std::string& seed) {
    const auto result = draw(list, seed_of(seed));
    return as_order(team_of(*result, objects_to_inspect(*result).back()));
  }));
}

TEST(Fairness, OfSubstitutes) {
  const FrozenList list = plain_list(1, 1, 6);
  EXPECT_FALSE(is_unfair(weighted_orders({{"0", 1}, {"1", 1}, {"2", 1}, {"3", 1}}, 1), 4000, [&](const std::string& seed) {
    const auto before = team_of(*draw(list, seed_of(seed)), "o0");
    Events events;
    events.events = {{EventKind::withdraw, "o0", before[0], "d6:12345612345612345612", "E1"}};
    const std::string came = team_of(*draw(list, seed_of(seed), events), "o0")[0];
    int place = 0;  // among the four who were left, ascending
    for (int i = 0; "i" + std::to_string(i) != came; ++i) {
      place += std::count(before.begin(), before.end(), "i" + std::to_string(i)) == 0 ? 1 : 0;
    }
    return std::to_string(place);
  }));
}

TEST(Fairness, OfAddedObjects) {
  // Who comes in for a dropped one: by rank, so each of those left alike.
  const FrozenList list = plain_list(4, 1, 3);
  EXPECT_FALSE(is_unfair(weighted_orders({{"o0", 1}, {"o1", 1}, {"o2", 1}, {"o3", 1}}, 2), 6000, [&](const std::string& seed) {
    const std::string first = drawn_of(list, seed)[0];
    Events events;
    events.events = {{EventKind::drop_object, first, "-", "d6:12345612345612345612", "E1"}};
    return first + " " + objects_to_inspect(*draw(list, seed_of(seed), events))[0];
  }));
}

// The same lots with a fault planted: every detector above must notice.

/// Tickets one at a time, from the library's digest.
struct Key {
  DigestKind hash;
  std::string key;
  std::string ticket(const std::string& id, int generation) const { return digest(hash, key + "|" + id + "|" + std::to_string(generation)); }
};

struct Ranked {
  std::string ticket;
  std::string id;
  auto operator<=>(const Ranked&) const = default;
};

/// Ranks by smallest ticket, as the specification says, over the objects that `take` leaves in, with the
/// ticket that it names.
using TicketOf = std::function<std::optional<std::string>(const Key&, const Object&, int generation)>;
Seen ranks_with(const FrozenList& list, const std::string& seed, const TicketOf& ticket_of) {
  const Key key{list.hash, key_of(list.hash, seed, "object|s")};
  std::vector<Ranked> ranked;
  for (const Object& object : list.objects) {
    std::optional<std::string> smallest;
    for (int generation = 1; generation <= object.weight; ++generation) {
      const auto ticket = ticket_of(key, object, generation);
      if (ticket && (!smallest || *ticket < *smallest)) smallest = ticket;
    }
    if (smallest) ranked.push_back({*smallest, object.id});
  }
  std::sort(ranked.begin(), ranked.end());
  Seen ids;
  for (const Ranked& one : ranked) ids.push_back(one.id);
  return ids;
}

std::optional<std::string> right(const Key& key, const Object& object, int generation) { return key.ticket(object.id, generation); }

Seen cut(Seen ranked, std::size_t from, std::size_t to) {
  return {ranked.begin() + static_cast<std::ptrdiff_t>(from), ranked.begin() + static_cast<std::ptrdiff_t>(to)};
}

struct Planted {
  const char* name;
  Chances chances;
  int draws;
  Way way;
};

std::vector<Planted> planted_biases() {
  const FrozenList plain = plain_list(objects, taken, 2), heavy = weighted_list();
  const Chances subsets = alike_subsets(objects, taken), orders = weighted_orders(weighted, 2);
  const auto subset = [=](const TicketOf& ticket_of, std::size_t from, std::size_t to) {
    return [=](const std::string& seed) { return as_set(cut(ranks_with(plain, seed, ticket_of), from, to)); };
  };
  const auto order = [=](const TicketOf& ticket_of, std::size_t from, std::size_t to) {
    return [=](const std::string& seed) { return as_order(cut(ranks_with(heavy, seed, ticket_of), from, to)); };
  };
  Seen names;
  for (const auto& [name, chance] : subsets) names.push_back(name);
  return {
      {"a byte of the seed modulo the number of subsets", subsets, subset_draws,
       [=](const std::string& seed) { return names[std::stoul(seed.substr(0, 2), nullptr, 16) % names.size()]; }},
      {"a candidate who is skipped", subsets, subset_draws,
       subset([](const Key& key, const Object& object, int g) { return object.id == "o7" ? std::nullopt : right(key, object, g); }, 0, 3)},
      {"a ticket used for two objects", subsets, subset_draws,
       subset([](const Key& key, const Object& object, int g) { return key.ticket(object.id == "o5" ? "o4" : object.id, g); }, 0, 3)},
      {"one too few at the cut", subsets, subset_draws, subset(right, 0, 2)},
      {"one too many at the cut", subsets, subset_draws, subset(right, 0, 4)},
      {"a cut that begins at the second rank", orders, weighted_draws, order(right, 1, 3)},
      {"a weight that is one lot short", orders, weighted_draws,
       order([](const Key& key, const Object& object, int g) { return g > 1 && g == object.weight ? std::nullopt : right(key, object, g); }, 0, 2)},
      {"the same lot for every weight", orders, weighted_draws,
       order([](const Key& key, const Object& object, int) { return right(key, object, 1); }, 0, 2)},
  };
}

TEST(Fairness, OfTheRightLotsIsConfirmedByTheDetectors) {
  const FrozenList plain = plain_list(objects, taken, 2);
  for (int i = 0; i < 20; ++i) {
    const std::string seed = sha256(std::to_string(i));
    EXPECT_EQ(cut(ranks_with(plain, seed, right), 0, taken), drawn_of(plain, seed));
    EXPECT_EQ(cut(ranks_with(weighted_list(), seed, right), 0, 2), drawn_of(weighted_list(), seed));
  }
}

TEST(Fairness, FindsEveryPlantedBiasEveryTime) {
  for (const Planted& planted : planted_biases()) {
    for (int time = 0; time < (is_long_run() ? 20 : 2); ++time) {
      EXPECT_TRUE(is_unfair(planted.chances, planted.draws, planted.way)) << planted.name;
    }
  }
}

}  // namespace
}  // namespace anjuan::draw
