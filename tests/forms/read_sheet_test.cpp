// Taking a filled checklist back: values of an event, or refusals by cell.

#include "forms/read_sheet.h"

#include <cstdlib>

#include "forms/filled_sheet.h"
#include "forms/messages.h"

namespace anjuan::forms {
namespace {

std::string cell_name(FilledSheet& sheet, const std::string& code, const std::string& column) {
  return "检查表!" + name_of(sheet.address(code, column));
}

void fill_problem(FilledSheet& sheet) {
  sheet.fill("LS-A02", "结果", "不符合");
  sheet.fill("LS-A02", "情况", "在东关街12号另设接待室");
  sheet.fill("LS-A02", "证据", "照片3张（Z01—Z03）");
  sheet.fill("LS-A02", "处理意见", "D2、D4");
}

TEST(ReadSheet, GivesTheValuesOfTheEvent) {
  FilledSheet sheet(shipped_form());
  sheet.all_good();
  fill_problem(sheet);
  sheet.fill("LS-D07", "结果", "未检查");
  sheet.fill("LS-D07", "情况", "党组织关系在律师协会，另行核对");
  sheet.fill("LS-B03", "结果", "不适用");
  sheet.fill_field("被检查人意见", "无异议");
  const Result<Fields> read = sheet.read();
  ASSERT_TRUE(read.ok()) << told(read.diagnostics());
  const Value values = *read;
  EXPECT_EQ(values.field("表号"), Value("CK-LS-2026-001"));
  EXPECT_EQ(values.field("版本"), Value("2026年第1版"));
  EXPECT_EQ(values.field("符合数"), Value(22));
  EXPECT_EQ(values.field("不符合数"), Value(1));
  EXPECT_EQ(values.field("不适用数"), Value(1));
  EXPECT_EQ(values.field("未检查数"), Value(1));
  EXPECT_EQ(values.field("检查日期"), Value(make_day(2026, 9, 10)));
  EXPECT_EQ(values.field("被检查人意见"), Value("无异议"));
  EXPECT_TRUE(values.field("补充说明").empty());
  EXPECT_EQ(values.field("项目").list().size(), 25u);
  ASSERT_EQ(values.field("问题").list().size(), 1u);
  const Value problem = values.field("问题").list()[0];
  EXPECT_EQ(problem.field("编码"), Value("LS-A02"));
  EXPECT_EQ(problem.field("项目"), Value("住所"));
  EXPECT_EQ(problem.field("结果"), Value("不符合"));
  EXPECT_EQ(problem.field("情况"), Value("在东关街12号另设接待室"));
  EXPECT_EQ(problem.field("证据"), Value("照片3张（Z01—Z03）"));
  EXPECT_EQ(problem.field("处理意见"), Value("责令限期改正、向设区的市级司法行政机关提出行政处罚建议"));
  EXPECT_EQ(problem.field("处理代码"), Value(List{"D2", "D4"}));
  EXPECT_EQ(problem.field("依据"), Value("《律师法》第十四条第一项、第二十一条、第五十条第二项"));
}

TEST(ReadSheet, TakesTreatmentsByCodeByNameAndAsTheListShowsThem) {
  for (const char* text : {"D2", "责令限期改正", "D2 责令限期改正", " D2\n"}) {
    FilledSheet sheet(shipped_form());
    sheet.all_good();
    fill_problem(sheet);
    sheet.fill("LS-A02", "处理意见", text);
    const Result<Fields> read = sheet.read();
    ASSERT_TRUE(read.ok()) << text;
    EXPECT_EQ(read->at("问题").list()[0].field("处理代码"), Value(List{"D2"})) << text;
  }
}

// R11: 不符合 must have a description, evidence and a way of handling; all are told at once.
TEST(ReadSheet, RefusesAProblemWithoutDescriptionEvidenceOrTreatment) {
  FilledSheet sheet(shipped_form());
  sheet.all_good();
  sheet.fill("LS-A02", "结果", "不符合");
  EXPECT_EQ(sheet.refusals(), (Strings{"AJ2345 " + cell_name(sheet, "LS-A02", "情况"),
                                       "AJ2345 " + cell_name(sheet, "LS-A02", "证据"),
                                       "AJ2345 " + cell_name(sheet, "LS-A02", "处理意见")}));
  const Result<Fields> read = sheet.read();
  EXPECT_EQ(sentence(read.diagnostics()[0], Language::chinese),
            "第 2 项“住所”的“检查结果”是“不符合”，必须填写“情况描述”。");
}

TEST(ReadSheet, RefusesAnswersThatDoNotFit) {
  FilledSheet sheet(shipped_form());
  sheet.all_good();
  sheet.fill("LS-A01", "结果", "合格");          // no option
  sheet.fill("LS-A03", "结果", "");              // not filled
  sheet.fill("LS-A04", "结果", "符合、不符合");  // two results
  fill_problem(sheet);
  sheet.fill("LS-A02", "处理意见", "D6");  // not lawful for this item
  sheet.fill("LS-A05", "处理意见", "D2");  // no problem, yet a treatment
  sheet.fill("LS-B01", "结果", "未检查");  // no reason given
  sheet.fill("LS-B02", "结果", "不符合");
  sheet.fill("LS-B02", "情况", "助理单独出庭");
  sheet.fill("LS-B02", "证据", "笔录1份");
  sheet.fill("LS-B02", "处理意见", "D1");  // corrected on the spot or not?
  sheet.fill("LS-B03", "结果", "不符合");
  sheet.fill("LS-B03", "情况", "未缴社会保险");
  sheet.fill("LS-B03", "证据", "工资表1份");
  sheet.fill("LS-B03", "处理意见", "D2");
  sheet.fill("LS-B03", "当场改正", "是");  // cannot be corrected on the spot
  EXPECT_EQ(
      sheet.refusals(),
      (Strings{
          "AJ2343 " + cell_name(sheet, "LS-A01", "结果"), "AJ2344 " + cell_name(sheet, "LS-A02", "处理意见"),
          "AJ2342 " + cell_name(sheet, "LS-A03", "结果"), "AJ2347 " + cell_name(sheet, "LS-A04", "结果"),
          "AJ2346 " + cell_name(sheet, "LS-A05", "处理意见"), "AJ2345 " + cell_name(sheet, "LS-B01", "情况"),
          "AJ2345 " + cell_name(sheet, "LS-B02", "当场改正"),
          "AJ2344 " + cell_name(sheet, "LS-B03", "当场改正")}));
}

TEST(ReadSheet, RefusesMissingAndImpossibleDates) {
  FilledSheet sheet(shipped_form());
  sheet.all_good();
  const std::string date = "检查表!" + name_of(sheet.field("检查日期"));
  sheet.fill_field("检查日期", "");
  EXPECT_EQ(sheet.refusals(), Strings{"AJ2341 " + date});
  sheet.fill_field("检查日期", "2026年2月30日");
  EXPECT_EQ(sheet.refusals(), Strings{"AJ2348 " + date});
  sheet.fill_field("检查日期", "2026年9月1日");
  EXPECT_EQ(sheet.refusals(), Strings{});
}

TEST(ReadSheet, RefusesFormulasInCellsToFill) {
  FilledSheet sheet(shipped_form());
  sheet.all_good();
  sheet.sheet().formulas[sheet.address("LS-A01", "结果")] = "H13";
  EXPECT_EQ(sheet.refusals(), Strings{"AJ2340 " + cell_name(sheet, "LS-A01", "结果")});
}

TEST(ReadSheet, RefusesErrorValuesInCellsToFill) {
  FilledSheet sheet(shipped_form());
  sheet.all_good();
  sheet.fill("LS-A01", "证据", "#REF!");
  sheet.sheet().errors.insert(sheet.address("LS-A01", "证据"));
  EXPECT_EQ(sheet.refusals(), Strings{"AJ2349 " + cell_name(sheet, "LS-A01", "证据")});
}

// The totals are what their formula gives; a text typed over it is told.
TEST(ReadSheet, TakesTotalsAsFormulaOrAsTheirValueOnly) {
  FilledSheet sheet(shipped_form());
  sheet.all_good();
  const sheets::Address total = sheet.field("汇总");
  sheet.sheet().cells[total] = "由别的软件算出的文字";
  EXPECT_EQ(sheet.refusals(), Strings{});
  sheet.sheet().formulas.clear();
  EXPECT_EQ(sheet.refusals(), Strings{"AJ2337 检查表!" + name_of(total)});
  sheet.sheet().cells[total] = "符合25项　不符合0项　不适用0项　未检查0项";
  EXPECT_EQ(sheet.refusals(), Strings{});
}

TEST(ReadSheet, RefusesChangedPrintedTextAndTextOutside) {
  FilledSheet sheet(shipped_form());
  sheet.all_good();
  sheet.fill("LS-A01", "内容", "改过的标准");
  sheet.fill_field("检查对象", "另一家律师事务所");
  sheet.sheet().cells[{12, 20}] = "旁边的批注";
  EXPECT_EQ(sheet.refusals(), (Strings{"AJ2337 检查表!" + name_of(sheet.field("检查对象")),
                                       "AJ2337 " + cell_name(sheet, "LS-A01", "内容"), "AJ2339 检查表!U13"}));
}

TEST(ReadSheet, TellsHowManyMoreWereChangedWhenARowWasInserted) {
  FilledSheet sheet(shipped_form());
  sheet.all_good();
  std::map<sheets::Address, std::string> moved;
  for (const auto& [at, text] : sheet.sheet().cells)
    moved[{at.row > 10 ? at.row + 1 : at.row, at.column}] = text;
  sheet.sheet().cells = moved;
  const Strings found = sheet.refusals();
  EXPECT_EQ(
      std::count_if(found.begin(), found.end(), [](const std::string& f) { return f.starts_with("AJ2337"); }),
      10);
  EXPECT_EQ(
      std::count_if(found.begin(), found.end(), [](const std::string& f) { return f.starts_with("AJ2338"); }),
      1);
}

TEST(ReadSheet, RefusesTheSheetOfAnotherCaseFormVersionOrNumber) {
  FilledSheet sheet(shipped_form());
  sheet.all_good();
  EXPECT_EQ(sheet.refusals({CaseId("2026-LS-002"), sample_instance.serial}), Strings{"AJ2332 "});
  EXPECT_EQ(sheet.refusals({sample_instance.case_id, "CK-LS-2026-001-2"}), Strings{"AJ2335 "});
  const auto with_form = [&](const Form& form) {
    const Result<Fields> read = read_sheet(form, sheet.book(), sample_instance, "检查表.xlsx");
    return read.ok() ? std::string() : std::string(read.diagnostics()[0].row->code);
  };
  EXPECT_EQ(with_form(shipped_form("notary-checklist")), "AJ2333");
  Form newer = shipped_form();
  newer.version = "2026年第2版";
  EXPECT_EQ(with_form(newer), "AJ2334");
  Form changed = shipped_form();
  changed.digest[0] = changed.digest[0] == '0' ? '1' : '0';
  EXPECT_EQ(with_form(changed), "AJ2334");
}

TEST(ReadSheet, NeedsOneMarkOnlyButRefusesMarksThatDisagree) {
  FilledSheet sheet(shipped_form());
  sheet.all_good();
  sheet.book().properties.clear();
  EXPECT_TRUE(sheet.read().ok());
  sheet.book().names.clear();
  EXPECT_TRUE(sheet.read().ok());
  sheet.book().properties[mark_property] =
      to_text(mark_of(sheet.form(), {CaseId("2026-LS-009"), sample_instance.serial}));
  EXPECT_EQ(sheet.refusals(), Strings{"AJ2331 "});
  sheet.book().properties.clear();
  sheet.book().sheets.pop_back();
  EXPECT_EQ(sheet.refusals(), Strings{"AJ2330 "});
}

TEST(ReadSheet, RefusesARenamedSheet) {
  FilledSheet sheet(shipped_form());
  sheet.all_good();
  sheet.sheet().name = "Sheet1";
  EXPECT_EQ(sheet.refusals(), Strings{"AJ2336 "});
}

/// Writes the sample sheet, lets a program rewrite it, and reads what it wrote.
class RewrittenSheet : public testing::Test {
 protected:
  void write_before(const Form& form) {
    std::ofstream(before(), std::ios::binary) << bytes_of(sample_workbook(form));
  }
  std::string before() const { return scratch() + "/before.xlsx"; }
  std::string folder() const { return scratch() + "/after"; }
  std::string after() const { return folder() + "/before.xlsx"; }
  void SetUp() override { std::filesystem::create_directories(folder()); }
  void TearDown() override { std::filesystem::remove_all(scratch()); }

  static std::string fill_script(const Form& form, const std::string& from, const std::string& to) {
    const sheets::ReadWorkbook book = read_book(bytes_of(sample_workbook(form)));
    std::string script = "import openpyxl\nb=openpyxl.load_workbook('" + from + "')\ns=b['检查表']\n";
    for (const Item& item : form.items) {
      script += "s['" +
                name_of(sheets::Address{row_of(*book.sheet("检查表"), item.code), column_of(form, "结果")}) +
                "']='符合'\n";
    }
    FilledSheet sheet(form);
    script += "s['" + name_of(sheet.field("检查日期")) +
              "']=__import__('datetime').date(2026,9,10)\nb.save('" + to + "')\n";
    return script;
  }
  static bool run(const std::string& command) {
    return std::system((command + " >/dev/null 2>&1").c_str()) == 0;
  }
  static bool run_python(const std::string& script) {
    const std::string path = scratch() + "/fill.py";
    std::ofstream(path) << script;
    return run("/usr/bin/python3 '" + path + "'");
  }
};

TEST_F(RewrittenSheet, IsReadAfterOpenpyxlFilledIt) {
  if (!run("/usr/bin/python3 -c 'import openpyxl'")) GTEST_SKIP() << "skipped: openpyxl is not here";
  const Form form = shipped_form();
  write_before(form);
  ASSERT_TRUE(run_python(fill_script(form, before(), after())));
  const sheets::ReadWorkbook book = read_book(file_bytes(after()));
  EXPECT_TRUE(book.properties.empty()) << "openpyxl is known to drop them; the other two marks must do";
  const Result<Fields> read = read_sheet(form, book, sample_instance, "检查表.xlsx");
  ASSERT_TRUE(read.ok()) << told(read.diagnostics());
  EXPECT_EQ(read->at("符合数"), Value(25));
  EXPECT_EQ(read->at("检查日期"), Value(make_day(2026, 9, 10)));
}

TEST_F(RewrittenSheet, KeepsItsMarksInLibreOfficeAndIsReadAfterIt) {
  if (!run("command -v soffice")) GTEST_SKIP() << "skipped: LibreOffice is not here";
  const Form form = shipped_form();
  write_before(form);
  ASSERT_TRUE(run("soffice -env:UserInstallation=file://" + scratch() +
                  "/profile --headless --convert-to xlsx --outdir '" + folder() + "' '" + before() + "'"));
  sheets::ReadWorkbook book = read_book(file_bytes(after()));
  const std::string mark = to_text(mark_of(form, sample_instance));
  EXPECT_EQ(book.properties.at(mark_property), to_property(mark_of(form, sample_instance)));
  EXPECT_EQ(book.named_cell(mark_name), mark);
  EXPECT_EQ(book.sheet(hidden_sheet)->cells.at({0, 0}), mark);

  FilledSheet places(form);
  for (const Item& item : form.items) book.sheets[0].cells[places.address(item.code, "结果")] = "符合";
  book.sheets[0].cells[places.field("检查日期")] = "2026-09-10";
  const Result<Fields> read = read_sheet(form, book, sample_instance, "检查表.xlsx");
  ASSERT_TRUE(read.ok()) << told(read.diagnostics());
  EXPECT_EQ(read->at("符合数"), Value(25));
}

// openpyxl drops the stored results, so LibreOffice has to calculate: its totals are ours.
TEST_F(RewrittenSheet, IsCountedByLibreOfficeAsItIsHere) {
  if (!run("command -v soffice") || !run("/usr/bin/python3 -c 'import openpyxl'"))
    GTEST_SKIP() << "skipped: LibreOffice or openpyxl is not here";
  const Form form = shipped_form();
  write_before(form);
  ASSERT_TRUE(run_python(fill_script(form, before(), before())));
  ASSERT_TRUE(run("soffice -env:UserInstallation=file://" + scratch() +
                  "/profile --headless --convert-to xlsx --outdir '" + folder() + "' '" + before() + "'"));
  const sheets::ReadWorkbook book = read_book(file_bytes(after()));
  FilledSheet places(form);
  const sheets::Address total = places.field("汇总");
  EXPECT_EQ(book.sheet("检查表")->cells.at(total), "符合25项　不符合0项　不适用0项　未检查0项");
  EXPECT_TRUE(book.sheet("检查表")->formulas.contains(total));
  EXPECT_TRUE(book.names.contains("column_结果"));
  const Result<Fields> read = read_sheet(form, book, sample_instance, "检查表.xlsx");
  ASSERT_TRUE(read.ok()) << told(read.diagnostics());
  EXPECT_EQ(read->at("检查日期"), Value(make_day(2026, 9, 10)));
}

}  // namespace
}  // namespace anjuan::forms
