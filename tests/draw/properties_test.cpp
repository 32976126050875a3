// What must hold for every draw, on many small random ones.

#include <algorithm>
#include <set>

#include "draw/staffing_check.h"
#include "draw/support.h"

namespace anjuan::draw {
namespace {

struct Drawn {
  FrozenList list;
  Seed seed;
  DrawResult result;
};

/// A draw of the generator without events, if the list is good and the draw possible.
std::optional<Drawn> drawn(unsigned number, int objects = 14, int inspectors = 10) {
  DrawFiles files = random_files(number, objects, inspectors);
  const auto list = parse_list(files.list, "list.txt");
  if (!list.ok()) return std::nullopt;
  const auto seed = parse_seed(*list, files.seed, "seed.txt");
  if (!seed.ok()) return std::nullopt;
  const auto result = draw(*list, *seed);
  if (!result.ok()) return std::nullopt;
  return Drawn{*list, *seed, *result};
}

const Inspector& inspector_of(const FrozenList& list, const std::string& id) {
  return *std::find_if(list.inspectors.begin(), list.inspectors.end(),
                       [&](const Inspector& i) { return i.id == id; });
}

TEST(Freeze, DoesNotDependOnTheOrderOfTheRegisters) {
  for (unsigned number = 0; number < 100; ++number) {
    Generator generator(number);
    FrozenList draft = generator.draft(14, 10);
    const std::string bytes = write_list(draft);
    std::shuffle(draft.strata.begin(), draft.strata.end(), generator.random());
    std::shuffle(draft.objects.begin(), draft.objects.end(), generator.random());
    std::shuffle(draft.inspectors.begin(), draft.inspectors.end(), generator.random());
    std::shuffle(draft.conflicts.begin(), draft.conflicts.end(), generator.random());
    ASSERT_EQ(write_list(draft), bytes) << number;
    const auto frozen = freeze(draft, "list.txt");
    if (frozen.ok()) {
      EXPECT_EQ(frozen->bytes, bytes);
      EXPECT_EQ(frozen->list.digest, digest(draft.hash, bytes));
    }
  }
}

TEST(Freeze, LetsNoNameSmuggleInALine) {
  FrozenList smuggling = plain_list(2, 1, 3);
  smuggling.digest.clear();
  smuggling.contributors = {{"x", SourceKind::d6, "-"}, {"y", SourceKind::d10, "-"}};
  ASSERT_TRUE(freeze(smuggling, "list.txt").ok());
  Inspector& last = smuggling.inspectors.back();
  last.name = "甲\t-\ninspector\tzz\tin\t0\t-\t-\t乙";
  const auto refused = freeze(smuggling, "list.txt");
  ASSERT_FALSE(refused.ok());
  EXPECT_STREQ(refused.diagnostics()[0].row->code, "AJ2228");
  EXPECT_EQ(refusal_code(refused.diagnostics()[0]), "E_SYNTAX");
}

TEST(Draw, KeepsToTheRulesOfTeams) {
  int draws = 0;
  for (unsigned number = 0; number < 400; ++number) {
    const auto one = drawn(number);
    if (!one) continue;
    ++draws;
    std::set<std::pair<std::string, std::string>> conflicts, seated;
    for (const Conflict& conflict : one->list.conflicts)
      conflicts.emplace(conflict.object, conflict.inspector);
    std::map<std::string, std::int64_t> assigned;
    for (const TeamSeat& seat : one->result.teams) {
      const Inspector& inspector = inspector_of(one->list, seat.inspector);
      ASSERT_TRUE(inspector.in) << "an inspector who is out was drawn, instance " << number;
      ASSERT_FALSE(conflicts.contains({seat.object, seat.inspector})) << "recused, instance " << number;
      ASSERT_TRUE(seated.emplace(seat.object, seat.inspector).second) << "twice on one team";
      ASSERT_TRUE(seat.tag.empty() ||
                  std::count(inspector.tags.begin(), inspector.tags.end(), seat.tag) == 1);
      ++assigned[seat.inspector];
    }
    for (const InspectorLoad& load : one->result.loads) {
      ASSERT_EQ(load.assigned, assigned[load.inspector]);
      const auto& cap = inspector_of(one->list, load.inspector).cap;
      ASSERT_TRUE(!cap || load.assigned <= *cap);
      ASSERT_TRUE(load.assigned == 0 || load.before + load.assigned <= one->result.level + one->result.slack);
    }
  }
  EXPECT_GT(draws, 150);
}

/// The list with the seats of each stratum alike.
FrozenList with_like_seats(FrozenList list) {
  std::map<std::string, std::vector<std::string>> seats;
  for (Object& object : list.objects) object.seats = seats.emplace(object.stratum, object.seats).first->second;
  return list;
}

bool is_drawable(const FrozenList& list, unsigned number) {
  Seed seed;
  seed.digest = sha256(std::to_string(number));
  return draw(list, seed).ok();
}

// What cannot be staffed whatever is thrown is refused when the list is frozen, not after the ceremony; and
// nothing else is.
TEST(CheckRoom, RefusesWhatEveryCeremonyWouldFailOn) {
  int refused = 0, good = 0;
  for (unsigned number = 0; number < 600; ++number) {
    const auto parsed = parse_list(random_files(number).list, "list.txt");
    if (!parsed.ok()) continue;
    FrozenList list = with_like_seats(*parsed);
    const bool lacks_room = !check_room(list).empty();
    for (unsigned throws = 0; throws < 3 && lacks_room; ++throws) ASSERT_FALSE(is_drawable(list, throws)) << number;
    list.conflicts.clear();
    for (unsigned throws = 0; throws < 3; ++throws) ASSERT_EQ(is_drawable(list, throws), !lacks_room) << number;
    ++(lacks_room ? refused : good);
  }
  EXPECT_GT(refused, 10);
  EXPECT_GT(good, 100);
}

TEST(CheckRoom, TellsWhoseSeatsLackWhom) {
  FrozenList list;
  list.strata = {{"LS", 100, 100, 0, std::nullopt, false}};
  for (const char* id : {"A", "B", "C"}) list.objects.push_back({id, "LS", Mode::draw, 1, {"LV", ""}, id, "-"});
  list.inspectors = {{"i1", true, 0, 2, {"LV"}, "i1", "-"}, {"i2", true, 0, 9, {}, "i2", "-"}, {"i3", true, 0, 9, {}, "i3", "-"}};
  const Diagnostics lacking = check_room(list);
  ASSERT_EQ(lacking.size(), 1u);
  EXPECT_STREQ(lacking[0].row->code, "AJ2256");
  EXPECT_NE(sentence(lacking[0], Language::chinese).find("LS 要坐的席位里有 3 席只有 i1 能去，他们这次最多能去 2 家次"), std::string::npos) << sentence(lacking[0], Language::chinese);
  EXPECT_NE(sentence(lacking[0], Language::english).find("3 seats can be taken by i1 only"), std::string::npos) << sentence(lacking[0], Language::english);
  list.inspectors[0].cap = 3;
  EXPECT_TRUE(check_room(list).empty());
}

TEST(Draw, FillsTheQuotasAndTakesTheSmallestTickets) {
  for (unsigned number = 0; number < 200; ++number) {
    const auto one = drawn(number);
    if (!one) continue;
    EXPECT_EQ(one->result.objects.size(), one->list.objects.size());
    for (const StratumOutcome& stratum : one->result.strata) {
      std::int64_t selected = 0, must = 0;
      for (const ObjectLot& lot : one->result.objects) {
        if (lot.stratum != stratum.id) continue;
        if (lot.status == ObjectStatus::selected) {
          ++selected;
          EXPECT_LE(lot.ticket, stratum.cut);
        }
        must += lot.status == ObjectStatus::must ? 1 : 0;
        if (lot.status == ObjectStatus::not_selected) {
          EXPECT_TRUE(stratum.draws == 0 || lot.ticket > stratum.cut);
        }
        if (lot.rank == 0) continue;
        // Anybody can check a ticket with sha256sum.
        EXPECT_EQ(lot.ticket,
                  digest(one->list.hash, stratum.key + "|" + lot.id + "|" + std::to_string(lot.generation)));
      }
      EXPECT_EQ(selected, stratum.draws);
      EXPECT_EQ(must, stratum.must);
    }
  }
}

/// Whether some assignment of the chosen objects' seats within caps exists, tried one by one.
bool some_assignment(const FrozenList& list, const std::vector<std::pair<const Object*, std::size_t>>& seats,
                     std::size_t next, std::vector<std::string>& taken) {
  if (next == seats.size()) return true;
  const auto& [object, seat] = seats[next];
  for (const Inspector& inspector : list.inspectors) {
    if (!inspector.in) continue;
    const std::string& tag = object->seats[seat];
    if (!tag.empty() && !std::count(inspector.tags.begin(), inspector.tags.end(), tag)) continue;
    if (std::any_of(list.conflicts.begin(), list.conflicts.end(), [&](const Conflict& conflict) {
          return conflict.object == object->id && conflict.inspector == inspector.id;
        })) {
      continue;
    }
    if (inspector.cap && std::count(taken.begin(), taken.end(), inspector.id) >= *inspector.cap) continue;
    bool on_team = false;
    for (std::size_t i = next - seat; i < next; ++i) on_team = on_team || taken[i] == inspector.id;
    if (on_team) continue;
    taken.push_back(inspector.id);
    if (some_assignment(list, seats, next + 1, taken)) return true;
    taken.pop_back();
  }
  return false;
}

TEST(Draw, IsInfeasibleExactlyWhenNoAssignmentExists) {
  int infeasible = 0, feasible = 0;
  for (unsigned number = 0; number < (is_long_run() ? 6000u : 600u); ++number) {
    Generator generator(number);
    FrozenList draft = generator.draft(4, 5);
    // All objects are taken, so that who is chosen need not be guessed; caps are tight.
    for (Stratum& stratum : draft.strata) stratum = {stratum.id, 1, 1, 0, std::nullopt, false};
    for (Inspector& inspector : draft.inspectors) {
      if (generator.chance(70)) inspector.cap = 1 + generator.below(2);
    }
    const auto frozen = freeze(draft, "list.txt");
    if (!frozen.ok()) continue;
    const auto seed =
        parse_seed(frozen->list, write_seed(frozen->list, generator.values(frozen->list)), "seed.txt");
    ASSERT_TRUE(seed.ok());
    std::vector<std::pair<const Object*, std::size_t>> seats;
    for (const Object& object : frozen->list.objects) {
      if (object.mode == Mode::skip) continue;
      for (std::size_t i = 0; i < object.seats.size(); ++i) seats.emplace_back(&object, i);
    }
    std::vector<std::string> taken;
    const bool expected = some_assignment(frozen->list, seats, 0, taken);
    ASSERT_EQ(draw(frozen->list, *seed).ok(), expected) << "instance " << number;
    ++(expected ? feasible : infeasible);
  }
  std::printf("%d infeasible, %d feasible\n", infeasible, feasible);
  EXPECT_GT(infeasible, 50);
  EXPECT_GT(feasible, 50);
}

TEST(Substitute, MovesNoSeatThatTheEventDoesNotTouch) {
  int substituted = 0;
  for (unsigned number = 0; number < 300; ++number) {
    const auto one = drawn(number);
    if (!one || one->result.teams.empty()) continue;
    const TeamSeat& leaving = one->result.teams[number % one->result.teams.size()];
    Events events;
    events.events = {
        {EventKind::withdraw, leaving.object, leaving.inspector, "d6:12345612345612345612", "E1"}};
    const auto after = draw(one->list, one->seed, events);
    ASSERT_TRUE(after.ok());
    ASSERT_EQ(after->teams.size(), one->result.teams.size());
    for (std::size_t i = 0; i < after->teams.size(); ++i) {
      const TeamSeat &old_seat = one->result.teams[i], &new_seat = after->teams[i];
      if (old_seat.object == leaving.object && old_seat.inspector == leaving.inspector) {
        EXPECT_NE(new_seat.inspector, leaving.inspector);
        ++substituted;
      } else {
        EXPECT_EQ(new_seat, old_seat) << "instance " << number;
      }
    }
    EXPECT_EQ(after->objects, one->result.objects);
  }
  EXPECT_GT(substituted, 100);
}

TEST(Substitute, LeavesASeatEmptyRatherThanSeatARecusedInspector) {
  for (unsigned number = 0; number < 200; ++number) {
    const auto one = drawn(number, 6, 4);
    if (!one || one->result.teams.empty()) continue;
    Events events;
    const std::string object = one->result.teams[0].object;
    for (const Inspector& inspector : one->list.inspectors) {
      const auto result = draw(one->list, one->seed, events);
      const auto team = team_of(*result, object);
      if (std::count(team.begin(), team.end(), inspector.id) == 0) continue;
      events.events.push_back({EventKind::withdraw, object, inspector.id, "d6:12345612345612345612", "E1"});
    }
    const auto result = draw(one->list, one->seed, events);
    ASSERT_TRUE(result.ok());
    for (const std::string& inspector : team_of(*result, object)) {
      for (const Event& event : events.events) EXPECT_NE(inspector, event.inspector);
    }
  }
}

TEST(ObjectsToInspect, LeavesOutTheDropped) {
  unsigned number = 0;
  auto one = drawn(number);
  while (!one || objects_to_inspect(one->result).size() < 2) one = drawn(++number);
  const auto objects = objects_to_inspect(one->result);
  Events events;
  events.events = {{EventKind::drop_object, objects[0], "-", "d6:12345612345612345612", "E2"}};
  const auto after = draw(one->list, one->seed, events);
  ASSERT_TRUE(after.ok());
  const auto left = objects_to_inspect(*after);
  EXPECT_EQ(std::count(left.begin(), left.end(), objects[0]), 0);
  for (const std::string& object : left) EXPECT_GE(team_of(*after, object).size(), 2u);
}

TEST(Commitment, IsTheDigestOfATextThatCanBePrinted) {
  const std::string secret = sha256("secret");
  EXPECT_EQ(commitment(DigestKind::sha256, "D1", "bureau", secret),
            sha256("anjuan-draw-1|commit|D1|bureau|" + secret));
  EXPECT_EQ(chain_step(DigestKind::sm3, secret), digest(DigestKind::sm3, "anjuan-draw-1|reserve|" + secret));
}

TEST(ReserveChain, LeadsFromTheLastValueToTheAnchor) {
  const auto chain = reserve_chain(DigestKind::sha256, sha256("last"), 3);
  ASSERT_EQ(chain.size(), 4u);
  EXPECT_EQ(chain[3], sha256("last"));
  for (int i = 1; i <= 3; ++i) EXPECT_EQ(chain_step(DigestKind::sha256, chain[i]), chain[i - 1]);
}

}  // namespace
}  // namespace anjuan::draw
