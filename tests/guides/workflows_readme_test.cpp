// workflows/README.md says what the program does: its example is a procedure without a fault, and its
// reference sections are the tables that drive the check. With ANJUAN_ACCEPT=1 in the environment the
// generated sections are written anew.

#include "calendar/calendar.h"
#include "cases/bureau.h"
#include "cases/case_facts.h"
#include "dossier/dossier_rules.h"
#include "expression/expression.h"
#include "guides/walk.h"
#include "handling/library.h"
#include "handling/migration_map.h"
#include "handling/prove.h"
#include "procedure/outline.h"
#include "publication/mapping.h"
#include "publication/publication_rules.h"
#include "registers/mapping.h"

namespace anjuan::guides {
namespace {

const fs::path root = ANJUAN_SOURCE_DIR;
const fs::path page_file = root / "workflows/README.md";

std::string cell(std::string text) { return replace_all(std::move(text), "|", "\\|"); }

void expect_section(const std::string& name, const std::string& wanted) {
  const std::string open = "<!-- " + name + " -->\n", close = "<!-- " + name + "完 -->";
  const std::string page = read_file(page_file);
  const auto start = page.find(open);
  ASSERT_NE(start, std::string::npos) << name;
  const auto end = page.find(close, start);
  ASSERT_NE(end, std::string::npos) << name;
  const std::string found = page.substr(start + open.size(), end - start - open.size());
  if (found == wanted) return;
  if (is_accepting()) {
    std::ofstream(page_file, std::ios::binary)
        << page.substr(0, start + open.size()) + wanted + page.substr(end);
    return;
  }
  EXPECT_EQ(found, wanted) << "set ANJUAN_ACCEPT=1 to write the section anew";
}

/// Headings of the reference below the page's own.
std::string reference(const xml::Outline& outline) {
  return replace_all("\n" + xml::reference_page(outline), "\n### ", "\n#### ").substr(1);
}

std::string words_of(const expression::Type& type) {
  if (type.kind == expression::Type::Kind::record && type.fields) {
    std::vector<std::string> fields;
    for (const auto& [name, field] : *type.fields) {
      const bool text = field.kind == expression::Type::Kind::text;
      fields.push_back(name + (text ? "" : "（" + expression::name_of(field).zh + "）"));
    }
    return join(fields, "、");
  }
  if (type.kind == expression::Type::Kind::list && type.item) return "列表，每项有：" + words_of(*type.item);
  return expression::name_of(type).zh;
}

std::string facts_table() {
  const auto bureau = cases::load_bureau(read_file(root / "examples/county/bureau.xml"), "bureau.xml");
  if (!bureau.ok()) return "";
  std::string out = "| 名称 | 内容（没有注明的是文字） |\n|---|---|\n";
  for (const auto& [name, type] : cases::fact_names(*bureau, "case"))
    out += "| `" + name + "` | " + words_of(type) + " |\n";
  return out;
}

std::string operators_table() {
  std::string out = "| 符号 | 中文 |\n|---|---|\n";
  for (const auto& [sign, word] : expression::operator_words())
    out += "| `" + cell(sign) + "` | " + word + " |\n";
  return out + "| `+ - * / %` | 加、减、乘、除、余数；文字相加是连接 |\n";
}

std::string functions_table() {
  std::string out = "| 写法 | 得到 | 意思 |\n|---|---|---|\n";
  for (const auto& entry : expression::builtins())
    out += "| `" + cell(entry.written) + "` | " + entry.result.zh + " | " + entry.says.zh + " |\n";
  return out;
}

TEST(WorkflowsReadme, ListsTheOperatorsAsTheyAre) { expect_section("运算符", operators_table()); }
TEST(WorkflowsReadme, ListsTheFunctionsAsTheyAre) { expect_section("函数", functions_table()); }
TEST(WorkflowsReadme, ListsTheFactsAsTheyAre) { expect_section("数据项", facts_table()); }

TEST(WorkflowsReadme, ListsTheElementsAsTheyAre) {
  expect_section("流程元素", reference(procedure::outline()));
  expect_section("机关元素", reference(cases::bureau_outline()));
  expect_section("名录元素", reference(registers::mapping_outline()));
  expect_section("案卷元素", reference(dossier::dossier_outline()));
  expect_section("公示元素", reference(publication::publication_outline()));
  expect_section("对照表元素", reference(publication::mapping_outline()));
  expect_section("日历元素", reference(calendar::outline()));
}

/// The first XML block of the page that is a whole file.
std::string example_of(const std::string& page) {
  const std::string open = "```xml\n<?xml";
  const auto start = page.find(open);
  if (start == std::string::npos) return "";
  const auto from = start + std::string("```xml\n").size();
  return page.substr(from, page.find("```\n", from) - from);
}

TEST(WorkflowsReadme, ShowsAProcedureWithoutAFault) {
  const std::string example = example_of(read_file(page_file));
  ASSERT_FALSE(example.empty());
  const handling::SourceFile chart{"README.md", example};
  const handling::SourceFile note{"visit-note.xml",
                                  read_file(root / "examples/04-one-document/visit-note.xml")};
  const handling::SourceFile style{"record.xml", read_file(root / "templates/styles/record.xml")};
  std::string told;
  for (const Diagnostic& d : handling::check_files({chart, note, style}, {}))
    told += render(d, Language::chinese);
  EXPECT_EQ(told, "");
}

TEST(WorkflowsReadme, ChangesANumberSafely) {
  if (!Walk::has_program()) GTEST_SKIP() << "skipped: the program anjuan is not built";
  follow(Walk("changing"), "workflows/README.md");
}

TEST(WorkflowsReadme, ShowsAMappingThatCanBeRead) {
  const std::string page = read_file(page_file);
  const auto start = page.find("<migration ");
  ASSERT_NE(start, std::string::npos);
  const auto map = handling::load_migration_map(page.substr(start, page.find("```", start) - start), "README.md");
  ASSERT_TRUE(map.ok());
  EXPECT_EQ(map->of.at("办结后回访").states.at("待答复").front(), "等待答复");
}

TEST(WorkflowsReadme, ProvesEveryKindOfAssertionItShows) {
  const std::string page = read_file(page_file), example = example_of(page);
  const auto start = page.find("```xml\n<aj:assert label=");
  ASSERT_NE(start, std::string::npos);
  const auto from = page.find('\n', start) + 1;
  const std::string assertions = page.substr(from, page.find("```", from) - from);
  const handling::SourceFile chart{"README.md", replace_all(example, "</scxml>", assertions + "</scxml>")};
  const handling::Proofs proofs = handling::prove_files({chart}, {}, {});
  std::string told;
  for (const Diagnostic& d : proofs.found) told += render(d, Language::chinese);
  EXPECT_EQ(told, "");
  EXPECT_EQ(proofs.assertions, 9u);
  EXPECT_EQ(proofs.proved.size(), 9u);
}

TEST(WorkflowsReadme, QuotesTheFirstMessageOfTheExample) {
  const std::string guide = read_file(root / "examples/01-check-a-workflow/README.md");
  const std::string quoted =
      "examples/01-check-a-workflow/visit.xml:31:38: 错误 AJ2015  流转目标“待审查”不存在\n";
  EXPECT_NE(guide.find(quoted), std::string::npos);
  EXPECT_NE(read_file(page_file).find(quoted), std::string::npos);
}

}  // namespace
}  // namespace anjuan::guides
