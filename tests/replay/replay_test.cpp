// Journals of earlier versions, played again by this one: the same standings after each entry. Only a named
// migration may change a result. tests/replay/README.md tells how one is recorded.

#include <cstdlib>

#include "handling/editions.h"
#include "handling/migrate.h"
#include "procedure/migration.h"
#include "replay/recording.h"

namespace anjuan::replaying {
namespace {

using support::FakeOffice, support::fs::path;

std::string unpacked(const path& file) { return support::shell("xz -dc '" + file.string() + "'").out; }

/// A case that moves to the procedure it is on, laid out otherwise, stays exactly where it is.
class SameProcedure {
 public:
  void expect_identity(cases::Reading& reading, const std::string& id) {
    const cases::Case c = cases::case_from(well(reading.load_case(CaseId(id))).body);
    if (c.standing.finished) return;
    const auto& [from, to] = pair(reading, c);
    std::set<std::string> taken;
    for (const cases::ActNote& act : c.acts) taken.insert(act.event);
    const procedure::Renaming nothing;
    const procedure::Facts facts;
    const auto moved = procedure::migrate({*from, to, c.standing, nothing, facts, c.acts.empty() ? Day{} : c.acts.back().on, taken});
    ASSERT_TRUE(moved.ok()) << id << "\n" << support::shown(moved.diagnostics());
    procedure::Standing expected = c.standing;
    expected.definition_digest = to->digest;
    EXPECT_EQ(json::write(procedure::to_value(moved->after)), json::write(procedure::to_value(expected))) << id;
    ++tried;
  }
  int tried = 0;

 private:
  std::map<std::string, std::pair<procedure::DefinitionPtr, procedure::DefinitionPtr>> known_;

  const std::pair<procedure::DefinitionPtr, procedure::DefinitionPtr>& pair(cases::Reading& reading, const cases::Case& c) {
    auto& both = known_[c.standing.definition_digest];
    if (both.first) return both;
    const std::string bytes = well(reading.read_file(c.standing.definition_digest));
    both = {well(procedure::load(bytes, "old.xml")), well(procedure::load(bytes + "<!-- 换行 -->\n", "new.xml"))};
    return both;
  }
};

/// Plays a recording again; each standing, each entry, and the identity of a migration to the same.
void expect_same(RecordedOffice& recorded) {
  const auto journal = well(recorded.read_journal());
  EXPECT_TRUE(journal::verify(DigestKind::sha256, journal).empty());
  Scratch scratch;
  StandingWatch watch;
  SameProcedure same;
  std::vector<Expected> reached;
  const handling::Replayed replayed = scratch.play(recorded, [&](std::int64_t n) {
    const auto reading = well(scratch.store->read());
    for (Expected& e : watch.changed(*reading, n)) {
      same.expect_identity(*reading, e.id);
      reached.push_back(std::move(e));
    }
  });
  EXPECT_TRUE(replayed.found.empty()) << support::shown(replayed.found);
  ASSERT_EQ(reached.size(), recorded.standings.size());
  for (std::size_t i = 0; i < reached.size(); ++i) {
    EXPECT_EQ(reached[i].id, recorded.standings[i].id);
    EXPECT_EQ(reached[i].digest, recorded.standings[i].digest) << reached[i].id << " after entry " << reached[i].after;
  }
  EXPECT_GT(same.tried, 0);
  if (replayed.other_bytes > 0) std::cout << replayed.other_bytes << " entries made papers in other bytes than when they were recorded\n";
}

TEST(RecordedJournal, ReplaysToTheSameStandings) {
  int played = 0;
  for (const auto& entry : support::fs::directory_iterator(support::source_folder / "tests" / "replay")) {
    if (!entry.path().string().ends_with(".journal.xz")) continue;
    SCOPED_TRACE(entry.path().filename().string());
    RecordedOffice recorded(unpacked(entry.path()));
    expect_same(recorded);
    ++played;
  }
  EXPECT_GE(played, 2);
}

TEST(RecordedJournal, AllTogetherAreSmall) {
  std::uintmax_t bytes = 0;
  for (const auto& entry : support::fs::directory_iterator(support::source_folder / "tests" / "replay")) bytes += entry.file_size();
  EXPECT_LT(bytes, 300u * 1024);
}

/// Versions, limits that fall due, a migration that is taken back and one that stays, a new calendar.
std::string recorded_versions() {
  handling::TwoVersions two;
  FakeOffice& fake = two.office;
  const auto act = [&](Day on) { return fake.act(on, "陆明舟", "陆明舟"); };
  handling::Office office = fake.office();
  well(handling::open_small(fake, "乙", "报告任务"));
  well(handling::migrate_case(office, CaseId("甲"), {{}, "试一试"}, act(make_day(2026, 9, 11))));
  well(handling::undo_migration(office, CaseId("甲"), "弄错了", act(make_day(2026, 9, 11))));
  well(handling::raise_due(office, act(make_day(2026, 9, 17))));
  well(handling::migrate_case(office, CaseId("甲"), {{}, "细则第十条修改"}, act(make_day(2026, 9, 17))));
  well(handling::recompute_limits(office, act(make_day(2026, 9, 17))));
  EXPECT_FALSE(handling::perform(fake, "甲", "通过", {}, make_day(2026, 9, 18)).ok());
  for (const char* id : {"甲", "乙"}) well(handling::perform(fake, id, "提交", {{"页数", 3}}, make_day(2026, 9, 18)));
  well(handling::perform(fake, "甲", "通过", {}, make_day(2026, 9, 18)));
  return record(*fake.reading());
}

/// ANJUAN_RECORD_OFFICE names an office folder to record instead, ANJUAN_RECORD_INTO where it goes.
std::string recording() {
  const char* const office = std::getenv("ANJUAN_RECORD_OFFICE");
  if (office == nullptr) return recorded_versions();
  const auto store = well(store::open_office_store(office));
  return record(*well(store->read()));
}

TEST(Recording, HoldsAllThatItsReplayNeeds) {
  const std::string text = recording();
  RecordedOffice recorded(text);
  EXPECT_FALSE(recorded.standings.empty());
  expect_same(recorded);
  const char* const into = std::getenv("ANJUAN_RECORD_INTO");
  if (into == nullptr) return;
  const path plain = std::string(into) + ".txt";
  support::write_bytes(plain, text);
  EXPECT_EQ(support::shell("xz -9ec '" + plain.string() + "' > '" + into + "'").status, 0);
  support::fs::remove(plain);
}

TEST(Recording, OtherBytesOfAPaperAreNoOtherCourse) {
  std::string text = recorded_versions();
  // As if an earlier version had set the first paper otherwise.
  const std::string before = "\\\"digest\\\":\\\"", paper = "\\\"paper\\\"";
  const auto at = text.rfind(before, text.find(paper));
  ASSERT_NE(at, std::string::npos);
  text.replace(at + before.size(), 64, std::string(64, 'f'));
  const auto line = text.rfind('\n', at) + 1;
  ASSERT_EQ(text.substr(line, 11), "{\"digest\":\"");
  text.replace(line + 11, 64, std::string(64, 'e'));
  RecordedOffice recorded(text);
  Scratch scratch;
  const handling::Replayed replayed = scratch.play(recorded, [](std::int64_t) {});
  EXPECT_TRUE(replayed.found.empty()) << support::shown(replayed.found);
  EXPECT_EQ(replayed.other_bytes, 1);
}

TEST(Recording, AnotherStandingIsFound) {
  std::string text = recorded_versions();
  // The recorded standing is one of another course.
  text = replace_all(text, "\"页数\\\":3", "\"页数\\\":4");
  RecordedOffice recorded(text);
  Scratch scratch;
  EXPECT_FALSE(scratch.play(recorded, [](std::int64_t) {}).found.empty());
}

}  // namespace
}  // namespace anjuan::replaying
