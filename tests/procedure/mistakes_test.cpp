// Files with the mistakes that authors make, and the whole of what they are told, in both languages. A
// file NAME.scxml stands in tests/procedure/mistakes with NAME.txt beside it; `sh tests/run.sh --accept
// procedure` writes the texts anew, to be read before they are kept.

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/text.h"
#include "procedure/procedure.h"

namespace anjuan::procedure {
namespace {

namespace fs = std::filesystem;

const fs::path folder = fs::path(ANJUAN_SOURCE_DIR) / "tests/procedure/mistakes";

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> charts() {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".scxml") found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::string all_told(const std::string& bytes, const std::string& name) {
  std::string text;
  const Diagnostics found = inspect(bytes, name, {});
  for (const Language language : {Language::chinese, Language::english}) {
    for (const Diagnostic& d : found) text += render(d, language, find_invalid_utf8(bytes) ? "" : bytes);
    if (language == Language::chinese) text += "\n";
  }
  return text;
}

class Mistake : public testing::TestWithParam<fs::path> {};

TEST_P(Mistake, IsToldInBothLanguages) {
  const fs::path expected = fs::path(GetParam()).replace_extension(".txt");
  const std::string text = all_told(read(GetParam()), GetParam().filename().string());
  if (std::getenv("ANJUAN_ACCEPT") != nullptr) std::ofstream(expected, std::ios::binary) << text;
  EXPECT_EQ(text, read(expected));
}

INSTANTIATE_TEST_SUITE_P(Files, Mistake, testing::ValuesIn(charts()),
                         [](const auto& info) { return replace_all(info.param.stem().string(), "-", "_"); });

/// The place of every mistake in a file, as "line:column code".
std::vector<std::string> places(const std::string& xml) {
  std::vector<std::string> out;
  for (const Diagnostic& d : inspect(xml, "f", {})) {
    if (d.row->severity != Severity::warning)
      out.push_back(std::to_string(d.place.line) + ":" + std::to_string(d.place.column) + " " + d.row->code);
  }
  return out;
}

TEST(Inspect, LooksForPapersAndLimitsThatNoStepMakes) {
  const expression::Names facts{{"文书", *expression::parse_type("record")}, {"期限", *expression::parse_type("record")}};
  const std::string xml =
      "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" xmlns:aj=\"urn:anjuan:paperwork:1\" version=\"1.0\">\n"
      "<state id=\"a\"><onentry><aj:document template=\"notice\" as=\"通知书\"/>\n"
      "<aj:time-limit id=\"报告期限\" length=\"5\" unit=\"working-days\"/></onentry>\n"
      "<transition event=\"x\" target=\"b\" cond=\"文书.通知书.已签署 == true 并且 期限.报告期限 != null\"/>\n"
      "<transition event=\"y\" target=\"b\" cond=\"文书['通知'] == null\"/>\n"
      "<transition event=\"z\" target=\"b\" cond=\"期限.复查 == null\"/></state>\n<final id=\"b\"/></scxml>";
  const Diagnostics found = inspect(xml, "f", facts);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(render(found[0], Language::chinese),
            "f:5:43: 错误 AJ3069  没有哪一步制作文书“通知”\n   提示  是否想写“通知书”？\n");
  EXPECT_EQ(render(found[1], Language::chinese),
            "f:6:43: 错误 AJ3070  没有哪一步开始期限“复查”\n   提示  请改成本流程里有的：报告期限。\n");
  EXPECT_EQ(sentence(found[0], Language::english), "no step makes a document “通知”");
}

TEST(Load, RefusesAChartWhoseOwnScriptIsNotThere) {
  const std::string xml =
      "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\" datamodel=\"ecmascript\">"
      "<script src=\"missing.js\"/><final id=\"a\"/></scxml>";
  const auto loaded = load(xml, "f");
  ASSERT_FALSE(loaded.ok());
  EXPECT_STREQ(loaded.diagnostics().front().row->code, "AJ2037");
  EXPECT_TRUE(load(xml, "f", {{{"missing.js", "var x = 1;"}}, "anjuan"}).ok());
}

/// The fourteen mistakes that engines were compared with, in a bare chart of each data language.
struct Seeded {
  const char *name, *inside, *outside, *told;
};
const Seeded seeded[] = {
    {"MisspeltElement", "<transiton event=\"x\" target=\"b\"/>", "", "5:5 AJ0142"},
    {"MisspeltAttribute", "<transition event=\"x\" traget=\"b\"/>", "", "5:27 AJ0144"},
    {"UndefinedTarget", "<transition event=\"x\" target=\"bb\"/>", "", "5:35 AJ2015"},
    {"MissingAttribute", "<onentry><raise/></onentry>", "", "5:14 AJ0145"},
    {"GuardSyntax", "<transition event=\"x\" cond=\"In('a') &amp;&amp;\" target=\"b\"/>", "", "5:51 AJ0302"},
    {"UnknownVariable", "<transition event=\"x\" cond=\"In('a') &amp;&amp; m\" target=\"b\"/>", "", "5:52 "},
    {"UndeclaredAssign", "<onentry><assign location=\"m\" expr=\"1\"/></onentry>", "", "5:"},
    {"DuplicateId", "", "<state id=\"a\"><transition event=\"y\" target=\"b\"/></state>", "8:14 AJ2000"},
    {"ShadowedTransition", "<transition event=\"go\" target=\"a\"/>", "", "6:5 AJ2010"},
    {"UnclosedTag", "<onentry>", "", "7:3 AJ0109"},
    {"FullWidthBracket", "＜onentry/>", "", "5:5 AJ0116"},
    {"DelayInDays", "<onentry><send event=\"x\" delay=\"3days\"/></onentry>", "", "5:37 AJ0136"},
    {"EventlessLoop", "<transition target=\"a\"/>", "", "5:5 AJ2009"},
    {"TwoInitial",
     "<initial><transition target=\"c\"/></initial><initial><transition target=\"c\"/></initial><state "
     "id=\"c\"/>",
     "", "5:48 AJ2003"},
};

class SeededMistake : public testing::TestWithParam<std::tuple<Seeded, std::string>> {};

TEST_P(SeededMistake, IsTheOneErrorTold) {
  const auto& [mistake, model] = GetParam();
  const std::string xml =
      "<?xml version=\"1.0\"?>\n<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\"" +
      (model.empty() ? "" : " datamodel=\"" + model + "\"") +
      " initial=\"a\">\n  <!-- a bare chart -->\n  <state id=\"a\">\n    " + mistake.inside +
      "\n    <transition event=\"go\" target=\"b\"/>\n  </state>\n  " + mistake.outside +
      "<final id=\"b\"/>\n</scxml>\n";
  const auto found = places(xml);
  ASSERT_EQ(found.size(), 1U) << testing::PrintToString(found);
  EXPECT_TRUE(found[0].starts_with(mistake.told)) << found[0];
}

INSTANTIATE_TEST_SUITE_P(EachLanguage, SeededMistake,
                         testing::Combine(testing::ValuesIn(seeded),
                                          testing::Values("", "null", "ecmascript", "anjuan")),
                         [](const auto& info) {
                           const std::string& model = std::get<1>(info.param);
                           return std::string(std::get<0>(info.param).name) + "_" +
                                  (model.empty() ? "none" : model);
                         });

}  // namespace
}  // namespace anjuan::procedure
