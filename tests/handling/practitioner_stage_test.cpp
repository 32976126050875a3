// Practitioners are drawn inside the drawn institutions, by the same values, for anyone to check.

#include "handling/practitioner_stage.h"

#include "base/text.h"
#include "handling/import_register.h"
#include "handling/small_charts.h"

namespace anjuan::handling {
namespace {

std::string with_stage(const std::string& expr) {
  return replace_all(round_chart(), R"x(<param name="频次理由")x", "<param name=\"执业人员\" expr=\"" + expr + "\"/><param name=\"频次理由\"");
}

cases::DrawRecord drawn(SmallRound& round) {
  well(freeze(round.office));
  well(draw_lots(round.office));
  return round.office.case_of("小1").draws.at(0);
}

TEST(Practitioners, AreDrawnInEachDrawnInstitution) {
  SmallRound round(with_stage("{'比例': 30, '最少': 1}"));
  const cases::DrawRecord record = drawn(round);
  const PractitionerFiles files = well(practitioner_files(record));
  EXPECT_EQ(record.facts.field("执业人员清单摘要").text(), sha256(files.list));
  const draw::FrozenList list = well(draw::parse_list(files.list, "list"));
  std::map<std::string, std::int64_t> registered, taken;
  for (const draw::Object& object : list.objects) ++registered[object.stratum];
  const auto institutions = draw::objects_to_inspect(well(recompute(record)));
  for (const Value& person : record.facts.field("执业人员").list()) {
    const std::string institution = person.field("机构编号").text();
    EXPECT_NE(std::find(institutions.begin(), institutions.end(), institution), institutions.end()) << institution;
    ++taken[institution];
  }
  ASSERT_FALSE(taken.empty());
  for (const std::string& institution : institutions) {
    const std::int64_t base = registered[institution];
    EXPECT_EQ(taken[institution], std::min(base, std::max<std::int64_t>(1, (base * 30 + 99) / 100))) << institution;
  }
}

TEST(Practitioners, AreComputedAnewFromTheirFiles) {
  SmallRound round(with_stage("{'比例': 30, '最少': 1}"));
  const PractitionerFiles files = well(practitioner_files(drawn(round)));
  const Diagnostics wrong = draw::verify({files.list, "list"}, {files.seed, "seed"}, std::nullopt, {files.result, "result"});
  EXPECT_TRUE(wrong.empty()) << shown(wrong);
  const std::string reference = ANJUAN_SOURCE_DIR "/../shared/draw/reference_draw.py";
  if (!support::fs::exists(reference)) GTEST_SKIP() << "skipped: ../shared is not here";
  const support::TemporaryFolder folder;
  std::string command = "python3 '" + reference + "' verify";
  const std::pair<const char*, const std::string*> all[] = {{"list", &files.list}, {"seed", &files.seed}};
  for (const auto& [name, bytes] : all) {
    support::write_bytes(folder.path() + "/" + name, *bytes);
    command += " '" + folder.path() + "/" + name + "'";
  }
  support::write_bytes(folder.path() + "/result", files.result);
  const support::Shell got = support::shell(command + " '" + folder.path() + "/result'");
  EXPECT_EQ(got.status, 0) << got.out;
}

TEST(Practitioners, AreFrozenBeforeTheSeedAndWithTheRegister) {
  SmallRound round(with_stage("{'比例': 30, '最少': 1}"));
  well(freeze(round.office));
  const Value before = round.office.case_of("小1").draws.at(0).facts.field("执业人员清单");
  EXPECT_TRUE(well(round.office.reading()->load_register("practitioners"))->frozen);
  well(draw_lots(round.office));
  EXPECT_EQ(round.office.case_of("小1").draws.at(0).facts.field("执业人员清单"), before);
}

TEST(Practitioners, AreLeftAloneWhereNobodyAsks) {
  SmallRound round;
  const cases::DrawRecord record = drawn(round);
  EXPECT_TRUE(record.facts.field("执业人员").list().empty());
  EXPECT_TRUE(well(practitioner_files(record)).list.empty());
}

// An office that keeps no register of practitioners can still draw institutions.
TEST(Practitioners, AreNotDrawnWithoutTheirRegister) {
  SmallRound round(with_stage("{'比例': 30, '最少': 1}"), false);
  Office office = round.office.office();
  well(import_register(office, "targets", {"机构.csv", support::read_bytes(support::county / "检查对象名录库_机构.csv"), "建库"}, round.office.act(today, "陆明舟", "陆明舟")));
  well(import_register(office, "inspectors", {"人员.csv", support::read_bytes(support::county / "执法检查人员名录库.csv"), "建库", true}, round.office.act(today, "陆明舟", "陆明舟")));
  EXPECT_TRUE(has_code(well(freeze(round.office)).remarks, "AJ2893"));
  well(draw_lots(round.office));
  EXPECT_TRUE(well(practitioner_files(round.office.case_of("小1").draws.at(0))).list.empty());
}

TEST(Practitioners, NeedAShareThatIsOne) {
  SmallRound round(with_stage("{'比例': 130}"));
  EXPECT_EQ(code_of(freeze(round.office)), "AJ2880");
}

}  // namespace
}  // namespace anjuan::handling
