// examples/03-fill-a-checklist: each file there is what the engine makes or says today.

#include <cstdlib>

#include "forms/fill_sheet.h"
#include "forms/filled_sheet.h"

namespace anjuan::forms {
namespace {

const std::string folder = ANJUAN_SOURCE_DIR "/examples/03-fill-a-checklist/";
const SheetInstance instance{CaseId("示例-1"), "CK-SL-2026-001"};

Form example_form() {
  const Result<Form> form = load_form(file_bytes(folder + "checklist.xml"), "checklist.xml");
  if (!form.ok()) ADD_FAILURE() << told(form.diagnostics());
  return form.ok() ? *form : Form{};
}

/// The example's sheet with what people typed: item code → column → text.
std::string sheet_with(const Form& form,
                       const std::map<std::string, std::map<std::string, std::string>>& answers,
                       const std::string& date) {
  const Fields facts{
      {"对象", Fields{{"名称", "岚东示例律师事务所"}}},
      {"检查人员", List{Value(Fields{{"姓名", "晏知秋"}}), Value(Fields{{"姓名", "靳长歌"}})}}};
  Result<sheets::Workbook> book = make_sheet(form, facts, instance);
  if (!book.ok()) {
    ADD_FAILURE() << told(book.diagnostics());
    return {};
  }
  book->created_seconds = 1789000000;
  EXPECT_EQ(fill_sheet(form, *book, {{{"检查日期", date}}, answers, {}}), Strings{});
  return bytes_of(*book);
}

/// Compares what a workbook says with the file of the example; compression may differ between machines.
void expect_workbook(const std::string& name, const std::string& bytes) {
  if (std::getenv("ANJUAN_ACCEPT") != nullptr) std::ofstream(folder + name, std::ios::binary) << bytes;
  const sheets::ReadWorkbook made = read_book(bytes), kept = read_book(file_bytes(folder + name));
  ASSERT_EQ(made.sheets.size(), kept.sheets.size()) << name;
  for (std::size_t i = 0; i < made.sheets.size(); ++i)
    EXPECT_EQ(made.sheets[i].cells, kept.sheets[i].cells) << name;
  EXPECT_EQ(made.properties, kept.properties) << name;
}

void expect_text(const std::string& name, const std::string& text) {
  if (std::getenv("ANJUAN_ACCEPT") != nullptr) std::ofstream(folder + name, std::ios::binary) << text;
  EXPECT_EQ(text, file_bytes(folder + name)) << name;
}

/// A value in a form that people can read; the engine's JSON is another module's affair.
std::string printed(const Value& value, int depth) {
  const std::string indent(static_cast<std::size_t>(depth) * 2, ' ');
  std::string text;
  if (value.is(Value::Kind::record)) {
    for (const auto& [name, content] : value.record()) {
      const bool nested =
          content.is(Value::Kind::record) || (content.is(Value::Kind::list) && !content.list().empty() &&
                                              content.list()[0].is(Value::Kind::record));
      text += indent + name + "：" + (nested ? "\n" + printed(content, depth + 1) : display(content) + "\n");
    }
  } else if (value.is(Value::Kind::list)) {
    for (std::size_t i = 0; i < value.list().size(); ++i) {
      text += indent + "第" + std::to_string(i + 1) + "个\n" + printed(value.list()[i], depth + 1);
    }
  }
  return text;
}

TEST(FillAChecklist, TheFilledSheetIsReadAndTheWrongOneRefusedByCell) {
  const Form form = example_form();
  expect_workbook("blank.xlsx", sheet_with(form, {}, ""));
  expect_workbook(
      "filled.xlsx",
      sheet_with(form,
                 {{"SL-01", {{"结果", "不符合"}, {"情况", "收费标准贴在档案室内"}, {"处理意见", "D1"}}},
                  {"SL-02", {{"结果", "符合"}}}},
                 "2026-09-10"));
  expect_workbook("wrong.xlsx",
                  sheet_with(form, {{"SL-01", {{"结果", "不符合"}, {"处理意见", "罚款"}}}}, "2026-09-31"));

  const Result<Fields> good =
      read_sheet(form, read_book(file_bytes(folder + "filled.xlsx")), instance, "filled.xlsx");
  ASSERT_TRUE(good.ok()) << told(good.diagnostics());
  expect_text("read-back.txt", printed(*good, 0));

  const Result<Fields> bad =
      read_sheet(form, read_book(file_bytes(folder + "wrong.xlsx")), instance, "wrong.xlsx");
  ASSERT_FALSE(bad.ok());
  expect_text("refusals.txt", told(bad.diagnostics()));
}

}  // namespace
}  // namespace anjuan::forms
