// What a procedure, a document or a form is called, and what the law says, stands in XML. A C++ source
// that names one of them would have to be changed with it.

#include <gtest/gtest.h>

#include "architecture/sources.h"
#include "xml/document.h"

namespace anjuan::architecture {
namespace {

/// id → where it comes from, for messages.
using Ids = std::map<std::string, std::string>;

/// Words that the engine gives a meaning of its own, besides what a definition uses them for.
const std::set<std::string> words_of_the_engine = {"抽取", "案卷", "检查表", "公告"};

/// Where ids stand: element → attributes.
const std::map<std::string, std::vector<std::string>> places_of_ids = {
    {"state", {"id"}},          {"parallel", {"id"}}, {"final", {"id"}},         {"history", {"id"}},
    {"template", {"id"}},       {"form", {"id"}},     {"scxml", {"name"}},       {"number-code", {"code"}},
    {"document", {"as"}},       {"sheet", {"as"}},    {"transition", {"event"}}, {"role", {"id"}},
    {"time-limit", {"on-due"}}, {"basis", {"id"}},    {"mapping", {"id"}},       {"style", {"id"}},
    {"item", {"code"}}};

/// A single English word, or an event in one word, may mean many things in a source: only ids that
/// are put together, and Chinese names of papers and states, can be told apart.
bool is_telling(const std::string& id, const std::string& element) {
  const bool ascii = display_width(id) == static_cast<int>(id.size());
  if (ascii) return id.find('-') != std::string::npos;
  return element != "transition" || id.find('.') != std::string::npos;
}

/// The ids of a definition, and the vocabulary it is written in, which the engine must know.
void collect(const xml::Element& element, const std::string& file, Ids& ids,
             std::set<std::string>& vocabulary) {
  vocabulary.insert(element.name);
  for (const xml::Attribute& a : element.attributes) vocabulary.insert(a.name);
  if (const auto place = places_of_ids.find(element.name); place != places_of_ids.end()) {
    for (const std::string& attribute : place->second) {
      for (const std::string& id : words(std::string(element.get(attribute)))) {
        if (is_telling(id, element.name)) ids.emplace(id, element.name + " in " + file);
      }
    }
  }
  for (const xml::Element* child : element.children()) collect(*child, file, ids, vocabulary);
}

Ids ids_of_definitions() {
  Ids out;
  std::set<std::string> vocabulary = words_of_the_engine;
  std::vector<fs::path> files = files_below(root / "workflows", {".xml"});
  for (const char* folder : {"forms", "templates", "examples/county"}) {
    for (const fs::path& file : files_below(root / folder, {".xml"})) files.push_back(file);
  }
  for (const fs::path& file : files) {
    const auto parsed = xml::parse(read(file), shown(file));
    if (parsed.ok()) collect(*parsed, shown(file), out, vocabulary);
  }
  for (const std::string& word : vocabulary) out.erase(word);
  return out;
}

/// The number of an article of law in a text, e.g. 第二十六条, or "".
std::string article_in(const std::string& text) {
  static const std::u32string digits = U"〇零一二三四五六七八九十百千0123456789";
  const std::u32string letters = to_u32(text);
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (letters[i] != U'第') continue;
    const auto end = letters.find_first_not_of(digits, i + 1);
    if (end != std::u32string::npos && end > i + 1 && letters[end] == U'条')
      return to_utf8(letters.substr(i, end + 1 - i));
  }
  return "";
}

std::vector<std::string> named_in(const std::string& file, const std::string& source, const Ids& ids) {
  std::vector<std::string> out;
  for (const Literal& literal : take_apart(source).literals) {
    const std::string at = file + ":" + std::to_string(literal.line) + ": ";
    if (const auto found = ids.find(literal.text); found != ids.end())
      out.push_back(at + "\"" + literal.text + "\" is a " + found->second);
    if (const std::string article = article_in(literal.text); !article.empty())
      out.push_back(at + article + " is an article of law");
  }
  return out;
}

TEST(Words, OfDefinitionsAreFoundWherePlanted) {
  const Ids ids = {{"inspection-notice", "template in templates/x.xml"}};
  EXPECT_EQ(
      named_in("engine/a.cpp", "int x;  // inspection-notice\nf(\"inspection-notice\");\n", ids),
      std::vector<std::string>{"engine/a.cpp:2: \"inspection-notice\" is a template in templates/x.xml"});
  EXPECT_EQ(named_in("engine/a.cpp", "f(\"依据细则第二十六条\");\n", ids),
            std::vector<std::string>{"engine/a.cpp:1: 第二十六条 is an article of law"});
  EXPECT_EQ(article_in("第一次抽取的条件"), "");
}

TEST(Words, OfDefinitionsStandInXmlOnly) {
  const Ids ids = ids_of_definitions();
  ASSERT_GT(ids.size(), 100u);
  std::vector<std::string> found;
  for (const fs::path& file : engine_sources()) {
    const bool of_language =
        file.filename() == "messages.h" || file.stem().string().find("outline") != std::string::npos;
    if (of_language) continue;  // tables that describe the languages themselves, with examples
    const auto more = named_in(shown(file), read(file), ids);
    found.insert(found.end(), more.begin(), more.end());
  }
  EXPECT_TRUE(found.empty()) << lines(found);
}

TEST(Words, OfMessagesCiteNoArticles) {
  for (const fs::path& file : engine_sources()) {
    if (file.filename() != "messages.h") continue;
    const auto found = named_in(shown(file), read(file), {});
    EXPECT_TRUE(found.empty()) << lines(found);
  }
}

}  // namespace
}  // namespace anjuan::architecture
