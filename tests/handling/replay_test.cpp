// 重演: the journal alone rebuilds the office; what was changed shows.

#include "handling/replay.h"

#include "handling/messages.h"
#include "handling/small_charts.h"

namespace anjuan::handling {
namespace {

/// Plays the journal of `office` again in an empty one.
struct Again {
  support::TemporaryFolder folder;
  Result<Replayed> result;
  explicit Again(const FakeOffice& office) : result(run(office)) {}

  Result<Replayed> run(const FakeOffice& office) {
    const std::string path = folder.path() + "/fresh";
    well(store::create_office_store(path, Value(Fields{})));
    const auto fresh = well(store::open_office_store(path));
    const auto reading = office.reading();
    return replay({*reading, *fresh, *support::shipped().fonts, path + "/files/tmp", {}});
  }
};

/// An entry that no act has made.
void forge(FakeOffice& office, Fields entry) {
  const auto tx = well(office.store().begin());
  well(tx->append(Value(std::move(entry))));
  well(tx->commit());
}

TEST(Replay, RebuildsThePlayedRound) {
  const Again again(support::played_round());
  ASSERT_TRUE(again.result.ok()) << shown(again.result);
  EXPECT_TRUE(again.result->found.empty()) << shown(again.result->found);
  EXPECT_EQ(again.result->cases, 8);
  EXPECT_GT(again.result->acts, 150);
  EXPECT_GT(again.result->refusals, 5);
}

TEST(Replay, FindsAnEntryThatSaysOtherwise) {
  FakeOffice office;
  forge(office, {{"kind", "time"}, {"case", ""}, {"on", today}, {"signed_as", "陆明舟"}, {"recorded_as", "陆明舟"}, {"recorded", "2026-09-09T09:00:00+08:00"},
                 {"effects", List{Fields{{"limit_due", "异议"}}}}});
  const Again again(office);
  ASSERT_TRUE(again.result.ok()) << shown(again.result);
  EXPECT_TRUE(has_code(again.result->found, "AJ2860")) << shown(again.result->found);
}

TEST(Replay, FindsAnActThatCouldNotHaveBeenDone) {
  FakeOffice office;
  forge(office, {{"kind", "event"}, {"case", "2026-1"}, {"event", "抽取"}, {"on", today}, {"signed_as", "陆明舟"}, {"recorded_as", "陆明舟"},
                 {"recorded", "2026-09-09T09:00:00+08:00"}});
  const Again again(office);
  ASSERT_TRUE(again.result.ok());
  EXPECT_TRUE(has_code(again.result->found, "AJ2861"));
  EXPECT_TRUE(has_code(again.result->found, "AJ2905")) << "with the reason: " << shown(again.result->found);
}

TEST(Replay, SaysWhichKindOfEntryItDoesNotKnow) {
  FakeOffice office;
  forge(office, {{"kind", "telepathy"}, {"case", ""}});
  const Again again(office);
  ASSERT_TRUE(again.result.ok());
  EXPECT_TRUE(has_code(again.result->found, "AJ3111")) << shown(again.result->found);
}

TEST(Replay, AnOfficeFromBeforeEditionsComesOutTheSame) {
  FakeOffice office;
  add_chart(office, round_chart());
  List list;
  {
    const auto tx = well(office.store().begin());
    std::vector<SourceFile> files = support::shipped().files;
    files.push_back({"small.xml", round_chart()});
    for (const SourceFile& file : files) list.push_back(Fields{{"path", file.path}, {"digest", well(tx->put_file(file.bytes))}});
    well(tx->append(Fields{{"kind", "update"}, {"case", ""}, {"recorded", "2026-09-01T09:00:00+08:00"}, {"definitions", std::move(list)}}));
    well(tx->commit());
  }
  office.library().edition = 0;
  ASSERT_TRUE(open_small(office).ok());
  EXPECT_EQ(office.case_of("小1").edition, 0);
  const Again again(office);
  ASSERT_TRUE(again.result.ok()) << shown(again.result);
  EXPECT_TRUE(again.result->found.empty()) << shown(again.result->found);
  EXPECT_EQ(again.result->other_bytes, 0);
}

TEST(Replay, NeedsTheDefinitionsOfTheTime) {
  FakeOffice office;
  // A journal that does not begin with the adoption of definitions.
  const support::TemporaryFolder folder;
  well(store::create_office_store(folder.path() + "/bare", Value(Fields{})));
  const auto bare = well(store::open_office_store(folder.path() + "/bare"));
  const auto tx = well(bare->begin());
  well(tx->append(Fields{{"kind", "time"}, {"case", ""}, {"on", today}}));
  well(tx->commit());
  well(store::create_office_store(folder.path() + "/fresh", Value(Fields{})));
  const auto fresh = well(store::open_office_store(folder.path() + "/fresh"));
  const auto reading = well(bare->read());
  const auto result = replay({*reading, *fresh, *support::shipped().fonts, folder.path() + "/fresh/files/tmp", {}});
  ASSERT_TRUE(result.ok()) << shown(result);
  EXPECT_TRUE(has_code(result->found, "AJ3112")) << shown(result->found);
}

}  // namespace
}  // namespace anjuan::handling
