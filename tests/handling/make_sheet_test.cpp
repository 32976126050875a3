// 读回检查表: what the program gave out comes back through other programs; what belongs elsewhere does not.

#include "forms/fill_sheet.h"
#include "handling/messages.h"
#include "handling/small_charts.h"
#include "sheets/sheets.h"

namespace anjuan::handling {
namespace {

using support::Desk, support::shell, support::write_bytes;

/// The sample round up to the moment when case 07 waits for its checklist.
FakeOffice& waiting_for_the_sheet() {
  static const std::unique_ptr<FakeOffice> office = [] {
    auto fake = std::make_unique<FakeOffice>();
    Desk desk;
    for (const stories::ScriptAct& act : support::acts_of(support::read_bytes(support::source_folder / "examples" / "round.acts"))) {
      if (act.verb == "题目" || act.verb == "机构" || act.verb == "定义") continue;
      const bool of_another = !act.words.empty() && act.words[0].starts_with("2026-1-0") && act.words[0] != "2026-1-07" && act.words[0] != "2026-1-06";
      if (of_another) continue;
      if (act.verb == "读" && act.words[0] == "2026-1-07") break;
      well(support::perform(*fake, desk, act).ok() == !act.refused ? Outcome(Done{}) : Outcome(diagnose(no_open_sheet, Place{}, act.words[0])));
    }
    return fake;
  }();
  return *office;
}
const Day inspection_day = make_day(2026, 9, 15);

struct Waiting {
  FakeOffice office{waiting_for_the_sheet()};
  Result<Receipt> read(const std::string& bytes, const std::string& id = "2026-1-07") {
    Office edge = office.office();
    return read_back(edge, CaseId(id), bytes, "填好.xlsx", office.act(inspection_day, "詹䶮", "陆明舟"));
  }
  /// The blank as it was handed out, filled by the program that is being tried.
  std::string blank() { return office.file(office.case_of("2026-1-07").sheets.back().blank); }
  /// The blank filled in memory.
  std::string filled() {
    Office edge = office.office();
    BlankSheet sheet = well(blank_sheet(edge, CaseId("2026-1-07")));
    forms::Answers answers;
    answers.fields["检查日期"] = "2026-09-15";
    answers.others["结果"] = "符合";
    EXPECT_TRUE(forms::fill_sheet(*sheet.form, sheet.book, answers).empty());
    sheet.book.created_seconds = 1;
    return well(sheets::write_xlsx(sheet.book, edge.scratch_folder));
  }
};

TEST(ReadBack, TakesAFilledSheetOnce) {
  Waiting waiting;
  const std::string bytes = waiting.filled();
  const auto read = waiting.read(bytes);
  ASSERT_TRUE(read.ok()) << shown(read);
  const cases::Case c = waiting.office.case_of("2026-1-07");
  EXPECT_EQ(waiting.office.file(c.sheets.back().filled), bytes);
  EXPECT_EQ(c.standing.data.at("检查表").field("不符合数").integer(), 0);
  EXPECT_EQ(code_of(waiting.read(bytes)), "AJ2840");
}

TEST(ReadBack, RefusesTheSheetOfAnotherCase) {
  Waiting waiting;
  const auto refused = waiting.read(waiting.filled(), "2026-1-06");
  EXPECT_EQ(code_of(refused), "AJ2841") << shown(refused);
}

TEST(ReadBack, RefusesWhatIsNoWorkbook) {
  Waiting waiting;
  EXPECT_FALSE(waiting.read("not a workbook").ok());
  EXPECT_FALSE(waiting.read(waiting.filled().substr(0, 2000)).ok());
}

TEST(ReadBack, RefusesTheBlankByCell) {
  Waiting waiting;
  const auto refused = waiting.read(waiting.blank());
  ASSERT_FALSE(refused.ok());
  EXPECT_GT(refused.diagnostics().size(), 10u) << "each empty cell is named";
  EXPECT_FALSE(refused.diagnostics().front().place.within.zh.empty());
}

TEST(BlankSheet, IsThereWhileItIsWaitedFor) {
  Waiting waiting;
  Office edge = waiting.office.office();
  EXPECT_EQ(code_of(blank_sheet(edge, CaseId("2026-1-03"))), "AJ2840");
}

TEST(BlankSheet, KeepsTheFormItWasHandedOutWith) {
  Waiting waiting;
  waiting.office.library().forms.clear();  // later definitions have it no more
  Office edge = waiting.office.office();
  const auto sheet = blank_sheet(edge, CaseId("2026-1-07"));
  EXPECT_TRUE(sheet.ok()) << shown(sheet);
}

/// Fills each result cell that is unlocked, as a person would: the column is found by its heading.
const char* const fill_with_openpyxl = R"py(
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
sheet = book['检查表']
heading = next(c for row in sheet.iter_rows() for c in row if c.value in ('检查结果', '结果'))
for row in range(heading.row + 1, sheet.max_row + 1):
    cell = sheet.cell(row, heading.column)
    merged = any(cell.coordinate in area for area in sheet.merged_cells.ranges)
    if not merged and not cell.protection.locked:
        cell.value = '符合'
for row in sheet.iter_rows():
    for cell in row:
        if cell.value == '检查日期':
            sheet.cell(cell.row, cell.column + 1).value = '2026-09-15'
book.save(sys.argv[2])
)py";

// Inspectors fill in on whatever they have: the sheet comes back through other programs.
TEST(ReadBack, TakesASheetFilledWithOpenpyxl) {
  if (shell("/usr/bin/python3 -c 'import openpyxl'").status != 0) GTEST_SKIP() << "skipped: openpyxl is not here";
  Waiting waiting;
  const support::TemporaryFolder folder;
  write_bytes(folder.path() + "/blank.xlsx", waiting.blank());
  write_bytes(folder.path() + "/fill.py", fill_with_openpyxl);
  const auto filled = shell("/usr/bin/python3 " + folder.path() + "/fill.py " + folder.path() + "/blank.xlsx " + folder.path() + "/filled.xlsx");
  ASSERT_EQ(filled.status, 0) << filled.out;
  const auto read = waiting.read(support::read_bytes(folder.path() + "/filled.xlsx"));
  EXPECT_TRUE(read.ok()) << shown(read);
}

TEST(ReadBack, TakesASheetThatLibreOfficeWroteAgain) {
  if (shell("command -v soffice").status != 0) GTEST_SKIP() << "skipped: LibreOffice is not here";
  Waiting waiting;
  const support::TemporaryFolder folder;
  write_bytes(folder.path() + "/filled.xlsx", waiting.filled());
  const auto converted = shell("soffice -env:UserInstallation=file://" + folder.path() + "/profile --headless --convert-to xlsx:'Calc MS Excel 2007 XML' --outdir " +
                               folder.path() + "/out " + folder.path() + "/filled.xlsx");
  ASSERT_EQ(converted.status, 0) << converted.out;
  const auto read = waiting.read(support::read_bytes(folder.path() + "/out/filled.xlsx"));
  EXPECT_TRUE(read.ok()) << shown(read);
}

}  // namespace
}  // namespace anjuan::handling
