// The registers and the year at the clerk's desk: what is printed, and how each command ends.

#include "base/text.h"
#include "cli/played_office.h"

namespace anjuan::cli {
namespace {

const std::string county = ANJUAN_SOURCE_DIR "/examples/county/";

std::vector<std::string> importing(const std::string& file, std::vector<std::string> more = {}) {
  std::vector<std::string> words{file, "--as", "检查对象", "--by", "苏令仪", "--on", "2026-09-16", "--reason", "年度更新"};
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

TEST(ImportCommand, ShowsWhatWouldChangeAndThenChangesIt) {
  const std::string office = copied_office();
  const auto folder = fresh_folder("files");
  const std::string file = write_file(folder / "名录.csv", replace_all(read_file(county + "检查对象名录库_机构.csv"), "鼓楼街66号", "鼓楼街68号"));
  const Ran dry = ran(import_command(), importing(file, {"--dry-run"}), Language::chinese, office);
  EXPECT_EQ(dry.status, status_done) << dry.err;
  EXPECT_TRUE(says(dry, "澄阳县鼓楼街66号")) << dry.out;
  EXPECT_TRUE(says(dry, "没有写入")) << dry.out;
  EXPECT_TRUE(says(ran(import_command(), importing(file, {"--dry-run"}), Language::english, office), "nothing was written"));
  EXPECT_EQ(ran(register_compare_command(), {"--as", "targets"}, Language::chinese, office).status, status_refused) << "one version only";
  EXPECT_EQ(ran(import_command(), importing(file), Language::chinese, office).status, status_done);
  const Ran compared = ran(register_compare_command(), {"--as", "targets", "--pdf", (folder / "差异.pdf").string(), "--xlsx", (folder / "差异.xlsx").string()}, Language::chinese, office);
  EXPECT_EQ(compared.status, status_done) << compared.err;
  EXPECT_TRUE(says(compared, "第1版 → 第2版")) << compared.out;
  EXPECT_EQ(read_file(folder / "差异.pdf").substr(0, 5), "%PDF-");
  EXPECT_EQ(read_file(folder / "差异.xlsx").substr(0, 2), "PK");
  EXPECT_NE(ran(register_compare_command(), {"--as", "targets", "--from", "零"}, Language::chinese, office).err.find("AJ3181"), std::string::npos);
}

// A table from elsewhere has headers of its own.
TEST(ImportCommand, ReadsATableByAMappingOfItsOwn) {
  const std::string office = copied_office();
  const auto folder = fresh_folder("files");
  const std::string file = write_file(folder / "名录.csv", replace_all(read_file(county + "检查对象名录库_机构.csv"), "机构名称", "单位全称"));
  const std::string mapping = write_file(folder / "列名.xml", replace_all(read_file(ANJUAN_SOURCE_DIR "/workflows/registers.xml"), "aliases=\"名称 检查对象名称\"", "aliases=\"单位全称\""));
  EXPECT_EQ(ran(import_command(), importing(file), Language::chinese, office).status, status_refused);
  const Ran got = ran(import_command(), importing(file, {"--mapping", mapping, "--dry-run"}), Language::chinese, office);
  EXPECT_EQ(got.status, status_done) << got.err;
  EXPECT_TRUE(says(got, "没有差异")) << got.out;
}

TEST(RegisterCommands, ConfirmListAndRefuse) {
  const std::string office = copied_office();
  const Ran confirmed = ran(register_confirm_command(), {"--as", "执法检查人员", "--by", "苏令仪", "--on", "2026-12-20", "--reason", "经核对无变化"}, Language::chinese, office);
  EXPECT_EQ(confirmed.status, status_done) << confirmed.err;
  const Ran listed = ran(register_list_command(), {"--as", "inspectors"}, Language::chinese, office);
  EXPECT_TRUE(says(listed, "经核对无变化") && says(listed, "苏令仪") && says(listed, "2026年12月20日")) << listed.out;
  EXPECT_EQ(ran(register_list_command(), {"--as", "人员"}, Language::chinese, office).status, status_refused);
}

TEST(RegisterCheckCommand, IsRefusedWhileSomebodyIsMissing) {
  const auto folder = fresh_folder("files");
  const std::string whole = write_file(folder / "许可.csv", "统一社会信用代码,名称\n31990128MD0100017M,岚东砚衡律师事务所\n");
  const std::string more = write_file(folder / "许可2.csv", "统一社会信用代码,名称\n91330106673959654P,新设律师事务所\n");
  EXPECT_EQ(ran(register_check_command(), {"--as", "targets", "--against", whole}, Language::chinese, played_office()).status, status_done);
  const Ran missing = ran(register_check_command(), {"--as", "targets", "--against", more}, Language::chinese, played_office());
  EXPECT_EQ(missing.status, status_refused);
  EXPECT_TRUE(says(missing, "新设律师事务所")) << missing.out;
  EXPECT_NE(missing.err.find("AJ3185"), std::string::npos) << missing.err;
}

TEST(RegisterReceiptCommand, RecordsAChannelAndTheListTells) {
  const std::string office = copied_office();
  const auto folder = fresh_folder("files");
  const std::string picture = write_file(folder / "截图.png", "a picture");
  const auto on = [&](const std::string& channel, Language language) {
    return ran(register_receipt_command(), {"--as", "inspectors", "--by", "苏令仪", "--on", "2026-12-21", "--channel", channel, "--url", "https://www.chengyang.example/1", "--time", "2026-12-21", "--screenshot", picture}, language, office);
  };
  const auto listed = [&](Language language) { return ran(register_list_command(), {"--as", "inspectors"}, language, office); };
  ran(register_confirm_command(), {"--as", "inspectors", "--by", "苏令仪", "--on", "2026-12-20", "--reason", "经核对无变化"}, Language::chinese, office);
  EXPECT_TRUE(says(listed(Language::chinese), "未登记")) << listed(Language::chinese).out;
  const Ran first = on("县政府门户网站", Language::chinese);
  EXPECT_EQ(first.status, status_done) << first.err;
  EXPECT_TRUE(says(first, "第2版还没有公开的渠道：本单位新媒体")) << first.out;
  EXPECT_TRUE(says(listed(Language::chinese), "缺本单位新媒体")) << listed(Language::chinese).out;
  const Ran second = on("本单位新媒体", Language::english);
  EXPECT_TRUE(says(second, "version 2: published on every channel")) << second.out;
  EXPECT_TRUE(says(listed(Language::chinese), "已公开"));
  EXPECT_EQ(on("公告栏", Language::chinese).status, status_refused);
  EXPECT_EQ(ran(verify_command(), {"--replay"}, Language::chinese, office).status, status_done) << "the receipts can be done again";
}

// The plan and the share of random checks, asked for from October on.
TEST(CoverageCommand, WarnsOfPlannedRoundsAndOfTooFewRandomChecks) {
  const std::string office = copied_office();
  const auto folder = fresh_folder("files");
  const std::string plan = write_file(folder / "计划.csv", "计划序号,年度,抽查任务,抽查事项,业务类别,拟抽数\n1,2026,第一次抽查,事项,全部,7\n2,2026,第二次抽查,事项,律师事务所,3\n");
  std::string ledger = "检查编号,对象编号,检查日期,检查种类,计入频次,计入覆盖\n";
  for (int i = 1; i < 10; ++i) ledger += "T" + std::to_string(i) + ",990128JC001,2026-06-0" + std::to_string(i) + ",日常检查,否,是\n";
  const std::string checks = write_file(folder / "台账.csv", ledger);
  for (const auto& [file, kind] : {std::pair(plan, "plan"), std::pair(checks, "checks")}) {
    EXPECT_EQ(ran(import_command(), {file, "--as", kind, "--by", "苏令仪", "--on", "2026-09-16", "--reason", "补录"}, Language::chinese, office).status, status_done);
  }
  const Ran early = ran(coverage_command(), {"--on", "2026-09-16"}, Language::chinese, office);
  EXPECT_TRUE(says(early, "尚未开展")) << early.out;
  EXPECT_EQ(early.err.find("AJ3186"), std::string::npos) << "not before October";
  const Ran late = ran(coverage_command(), {"--on", "2026-10-08", "--pdf", (folder / "覆盖.pdf").string()}, Language::chinese, office);
  EXPECT_NE(late.err.find("AJ3186  年度计划第“2”项“第二次抽查”还没有开展"), std::string::npos) << late.err;
  EXPECT_EQ(late.err.find("第“1”项"), std::string::npos) << late.err;
  EXPECT_NE(late.err.find("AJ3188"), std::string::npos) << late.err;
  EXPECT_EQ(read_file(folder / "覆盖.pdf").substr(0, 5), "%PDF-");
  const Ran over = ran(coverage_command(), {"--year", "2026", "--on", "2027-01-04"}, Language::english, office);
  EXPECT_NE(over.err.find("AJ3187"), std::string::npos) << over.err;
}

TEST(RegisterPublishCommand, WritesBothFiles) {
  const auto folder = fresh_folder("files");
  const Ran got = ran(register_publish_command(), {"--as", "inspectors", "--into", folder.string()}, Language::chinese, played_office());
  EXPECT_EQ(got.status, status_done) << got.err;
  EXPECT_EQ(read_file(folder / "执法检查人员名录库-第1版.pdf").substr(0, 5), "%PDF-");
  EXPECT_EQ(read_file(folder / "执法检查人员名录库-第1版.xlsx").substr(0, 2), "PK");
}

TEST(CoverageCommand, TellsBothCountsAndWarnsBeforeTheYearEnds) {
  const Ran now = ran(coverage_command(), {"--on", "2026-09-16"}, Language::chinese, played_office());
  EXPECT_EQ(now.status, status_done) << now.err;
  EXPECT_TRUE(says(now, "律师事务所") && says(now, "超过上限") && says(now, "满3年没有检查过的对象")) << now.out;
  EXPECT_TRUE(now.err.empty()) << now.err;
  const Ran english = ran(coverage_command(), {"--on", "2026-09-16"}, Language::english, played_office());
  EXPECT_TRUE(says(english, "over cap")) << english.out;
  const Ran next = ran(coverage_command(), {"--year", "2027", "--on", "2027-10-08"}, Language::chinese, played_office());
  EXPECT_NE(next.err.find("AJ3182"), std::string::npos) << "nothing drawn yet: " << next.err;
  const Ran over = ran(coverage_command(), {"--year", "2027", "--on", "2028-01-04"}, Language::chinese, played_office());
  EXPECT_NE(over.err.find("AJ3183"), std::string::npos) << over.err;
  EXPECT_NE(over.err.find("AJ3184"), std::string::npos) << "the registers were not refreshed: " << over.err;
  EXPECT_NE(ran(coverage_command(), {"--year", "今年"}, Language::chinese, played_office()).err.find("AJ3180"), std::string::npos);
}

TEST(DueCommand, RemindsOfTheYearlyRefresh) {
  EXPECT_FALSE(says(ran(due_command(), {"--on", "2026-12-15"}, Language::chinese, played_office()), "年度更新公开"));
  EXPECT_TRUE(says(ran(due_command(), {"--on", "2027-12-15"}, Language::chinese, played_office()), "2027年度更新公开"));
}

}  // namespace
}  // namespace anjuan::cli
