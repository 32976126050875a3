// Every template of the project: loads, checks, composes with sample values, becomes words.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "documents/check_template.h"
#include "documents/compose.h"
#include "documents/load_template.h"
#include "documents/sample_facts.h"
#include "documents/told.h"

namespace anjuan::documents {
namespace {

using testing::fact_names;
using testing::sample_fields;
using testing::words_of;

std::vector<std::filesystem::path> template_files() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(ANJUAN_SOURCE_DIR "/templates"))
    if (entry.path().extension() == ".xml") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

std::string rendered(const Diagnostics& all) {
  std::string out;
  for (const Diagnostic& d : all) out += render(d, Language::chinese);
  return out;
}

DocumentTemplate loaded(const std::filesystem::path& path) {
  auto made = load_template(testing::read_file(path), path.filename().string());
  EXPECT_TRUE(made.ok()) << rendered(made.ok() ? Diagnostics{} : made.diagnostics());
  return made.ok() ? *made : DocumentTemplate{};
}

TEST(Templates, BearTheNameOfTheirFile) {
  for (const auto& file : template_files()) EXPECT_EQ(loaded(file).id, file.stem().string());
}

TEST(Templates, AreListedInTheGuide) {
  const std::string guide = testing::read_file(ANJUAN_SOURCE_DIR "/templates/README.md");
  for (const auto& file : template_files()) {
    const DocumentTemplate made = loaded(file);
    EXPECT_NE(guide.find("| `" + made.id + "` | " + made.label + " | " + made.style + " |"),
              std::string::npos)
        << file;
  }
}

// One procedure serves many documents: the same name means the same thing in all of them.
TEST(Templates, AgreeOnTheTypesOfWhatTheyNeed) {
  std::map<std::string, std::pair<std::string, std::string>> seen;
  for (const auto& file : template_files()) {
    for (const Need& need : loaded(file).needs) {
      const std::string type = expression::name_of(need.type).zh;
      const auto [first, fresh] = seen.try_emplace(need.name, type, file.filename().string());
      EXPECT_EQ(first->second.first, type) << need.name << " in " << first->second.second << " and " << file;
    }
  }
}

TEST(Templates, UseOnlyFactsAndWhatTheyDeclare) {
  for (const auto& file : template_files()) {
    const DocumentTemplate made = loaded(file);
    EXPECT_EQ(rendered(check(made, with_needs(made, fact_names()))), "") << file;
  }
}

TEST(Templates, ComposeWithSampleValues) {
  for (const auto& file : template_files()) {
    const DocumentTemplate made = loaded(file);
    const auto manuscript = compose(made, sample_fields(made));
    EXPECT_TRUE(manuscript.ok()) << file
                                 << rendered(manuscript.ok() ? Diagnostics{} : manuscript.diagnostics());
    if (!manuscript.ok()) continue;
    const std::string words = words_of(manuscript->blocks);
    for (const char* slip :
         {"。。", "；。", "，。", "{", "}", "：：", "、、", "（）", "的的规定", "抽查抽查", "抽取随机抽取"})
      EXPECT_EQ(words.find(slip), std::string::npos) << file << " " << slip;
  }
}

// A blank value may stop a document, but only by its name: never by an error inside a condition.
TEST(Templates, RefuseBlankValuesByName) {
  for (const auto& file : template_files()) {
    const DocumentTemplate made = loaded(file);
    const auto manuscript = compose(made, testing::sample_facts());
    if (manuscript.ok()) continue;
    for (const Diagnostic& d : manuscript.diagnostics())
      EXPECT_STREQ(d.row->code, "AJ2420") << rendered(Diagnostics{d});
  }
}

TEST(Templates, DoWithoutWhatIsOptional) {
  for (const auto& file : template_files()) {
    const DocumentTemplate made = loaded(file);
    Fields fields = sample_fields(made);
    for (const Need& need : made.needs)
      if (need.optional) fields.erase(need.name);
    const auto manuscript = compose(made, fields);
    EXPECT_TRUE(manuscript.ok()) << file
                                 << rendered(manuscript.ok() ? Diagnostics{} : manuscript.diagnostics());
  }
}

TEST(Templates, ComposeWithEveryChoice) {
  for (const auto& file : template_files()) {
    const DocumentTemplate made = loaded(file);
    for (const Need& need : made.needs) {
      std::vector<Value> values;
      for (const std::string& choice : need.type.choices) values.emplace_back(choice);
      if (need.type.kind == expression::Type::Kind::boolean) values = {Value(true), Value(false)};
      if (need.type.kind == expression::Type::Kind::list) values = {Value(List{})};
      for (const Value& value : values) {
        Fields fields = sample_fields(made);
        fields[need.name] = value;
        const auto manuscript = compose(made, fields);
        if (manuscript.ok()) continue;
        const bool blank_list = value.is(Value::Kind::list) && need.type.kind == expression::Type::Kind::list;
        EXPECT_TRUE(blank_list && std::string(manuscript.diagnostics()[0].row->code) == "AJ2420")
            << file << need.name << rendered(manuscript.diagnostics());
      }
    }
  }
}

// 国办发〔2024〕54号 and R14-2: without basis, items, content or object there is no inspection.
TEST(InspectionNotice, IsNotMadeWithoutBasisItemsAndContent) {
  const DocumentTemplate made = loaded(ANJUAN_SOURCE_DIR "/templates/inspection-notice.xml");
  for (const char* name :
       {"检查依据", "检查事项", "检查内容", "检查方式", "检查开始", "本次次数", "检查频次上限"}) {
    Fields fields = sample_fields(made);
    fields[name] = Value();
    const auto manuscript = compose(made, fields);
    ASSERT_FALSE(manuscript.ok()) << name;
    EXPECT_STREQ(manuscript.diagnostics()[0].row->code, "AJ2420");
  }
}

// Whether an order to rectify may be appealed is disputed: the paragraph is a parameter of the procedure.
TEST(RectificationOrder, TellsTheRemedyOnlyIfAsked) {
  const DocumentTemplate made = loaded(ANJUAN_SOURCE_DIR "/templates/rectification-order.xml");
  Fields fields = sample_fields(made);
  fields["告知救济"] = true;
  EXPECT_NE(words_of(compose(made, fields)->blocks).find("行政复议"), std::string::npos);
  fields["告知救济"] = false;
  EXPECT_EQ(words_of(compose(made, fields)->blocks).find("行政复议"), std::string::npos);
}

TEST(RectificationOrder, OrdersCorrectionAtOnceWhereNoDateIsSet) {
  const DocumentTemplate made = loaded(ANJUAN_SOURCE_DIR "/templates/rectification-order.xml");
  Fields fields = sample_fields(made);
  EXPECT_NE(words_of(compose(made, fields)->blocks).find("于2026年9月10日前（含当日）改正"),
            std::string::npos);
  fields["改正期限"] = Value();
  const std::string words = words_of(compose(made, fields)->blocks);
  EXPECT_NE(words.find("责令你单位立即改正。"), std::string::npos);
  EXPECT_NE(words.find("当场改正情况"), std::string::npos);
}

// Before the report is due nothing says 逾期; after it the reason is printed.
TEST(InspectionReport, IsMarkedWhereItIsLate) {
  const DocumentTemplate made = loaded(ANJUAN_SOURCE_DIR "/templates/inspection-report.xml");
  Fields fields = sample_fields(made);
  fields["报告逾期"] = false;
  EXPECT_NE(words_of(compose(made, fields)->blocks).find("按期完成。"), std::string::npos);
  fields["报告逾期"] = true;
  EXPECT_NE(words_of(compose(made, fields)->blocks).find("逾期完成，理由："), std::string::npos);
}

/// Whether a cell says something, or leaves a place to write in.
bool is_filled(const pages::Cell& cell) {
  return std::any_of(cell.blocks.begin(), cell.blocks.end(), [](const pages::Block& block) {
    const auto* paragraph = std::get_if<pages::Paragraph>(&block);
    return paragraph == nullptr ||
           std::any_of(paragraph->runs.begin(), paragraph->runs.end(),
                       [](const pages::Run& run) { return run.blank_width_um > 0 || !run.text.empty(); });
  });
}

// Nobody may write into an official paper afterwards: what is not there says 无.
TEST(Templates, LeaveNoCellOfATableEmpty) {
  for (const auto& file : template_files()) {
    const DocumentTemplate made = loaded(file);
    Fields fields = sample_fields(made);
    for (const Need& need : made.needs)
      if (need.optional) fields.erase(need.name);
    const auto manuscript = compose(made, fields);
    ASSERT_TRUE(manuscript.ok()) << file;
    for (const pages::Block& block : manuscript->blocks) {
      const auto* table = std::get_if<pages::Table>(&block);
      if (table == nullptr || !table->ruled) continue;
      for (const pages::Row& row : table->rows)
        for (const pages::Cell& cell : row.cells) {
          const auto at = &cell - row.cells.data();
          EXPECT_TRUE(is_filled(cell))
              << file << ": row " << &row - table->rows.data() + 1 << ", cell " << at + 1;
        }
    }
  }
}

TEST(Templates, GiveTheSameManuscriptTwice) {
  const DocumentTemplate made = loaded(ANJUAN_SOURCE_DIR "/templates/inspection-report.xml");
  EXPECT_EQ(words_of(compose(made, sample_fields(made))->blocks),
            words_of(compose(made, sample_fields(made))->blocks));
}

}  // namespace
}  // namespace anjuan::documents
