// The bilingual tables: one code for one message, Chinese without foreign words, a next action for
// each, and a test that raises each.

#include <gtest/gtest.h>

#include <utility>

#include "architecture/sources.h"
#include "xml/document.h"

namespace anjuan::architecture {
namespace {

/// How many codes no test raises yet. May only be lowered.
constexpr std::size_t unraised_budget = 9;
/// Guards that no input is known to reach: a second reader disagreeing with the first.
const std::set<std::string> guards = {"AJ0126"};

struct Row {
  std::string file, name, code, severity, zh, en, hint_zh, hint_en;
};

/// The comma-separated arguments of each ANJUAN_MESSAGE( … ) of a source; adjacent literals are one.
std::vector<Row> rows_of(const fs::path& file) {
  const std::string source = read(file), marker = "ANJUAN_MESSAGE(";
  const Taken taken = take_apart(source);
  std::vector<Row> out;
  for (std::size_t at = taken.code.find(marker); at != std::string::npos;
       at = taken.code.find(marker, at + 1)) {
    std::vector<std::string> arguments(1);
    std::size_t i = at + marker.size();
    for (int depth = 0; depth >= 0; ++i) {
      const char c = taken.code[i];
      if (c == ')' && --depth < 0) break;
      if (c == '(') ++depth;
      if (c == '"') {
        const std::size_t end = end_of_literal(source, i);
        arguments.back() += source.substr(i + 1, end - i - 1);
        i = end;
      } else if (c == ',' && depth == 0) {
        arguments.emplace_back();
      } else if (c != ' ' && c != '\n') {
        arguments.back() += c;
      }
    }
    if (arguments.size() == 7) {
      out.push_back({shown(file), arguments[0], arguments[1], arguments[2], arguments[3], arguments[4],
                     arguments[5], arguments[6]});
    } else {
      ADD_FAILURE() << shown(file) << ": " << arguments[0] << " has " << arguments.size() << " parts";
    }
  }
  return out;
}

const std::vector<Row>& rows() {
  static const std::vector<Row> all = [] {
    std::vector<Row> out;
    for (const fs::path& file : engine_sources()) {
      if (file.filename() != "messages.h") continue;
      const auto more = rows_of(file);
      out.insert(out.end(), more.begin(), more.end());
    }
    return out;
  }();
  return all;
}

TEST(Messages, StandInMessageTablesOnly) {
  ASSERT_GT(rows().size(), 100u);
  for (const fs::path& file : engine_sources()) {
    if (file.filename() == "messages.h" || file.filename() == "diagnostic.h") continue;
    EXPECT_EQ(take_apart(read(file)).code.find("ANJUAN_MESSAGE("), std::string::npos) << shown(file);
  }
}

TEST(Messages, HaveCodesOfTheirOwn) {
  std::map<std::string, std::string> seen;
  for (const Row& row : rows()) {
    const bool shaped = row.code.size() == 6 && row.code.starts_with("AJ") &&
                        row.code.find_first_not_of("0123456789", 2) == std::string::npos;
    EXPECT_TRUE(shaped) << row.file << ": " << row.name << " has the code " << row.code;
    const auto [first, fresh] = seen.emplace(row.code, row.file + ": " + row.name);
    EXPECT_TRUE(fresh) << row.code << " is " << first->second << " and " << row.file << ": " << row.name;
  }
}

void add_names(const xml::Element& element, std::set<std::string>& out) {
  out.insert(element.name);
  for (const xml::Attribute& a : element.attributes) out.insert(a.name);
  for (const xml::Element* child : element.children()) add_names(*child, out);
}

/// Words of the languages that definitions are written in: a message has to name them as they are.
const std::set<std::string>& vocabulary() {
  static const std::set<std::string> all = [] {
    std::set<std::string> out = {
        "XML",  "UTF",    "PDF",     "GBK",   "GB18030", "XLSX",    "CSV",       "JSON",    "HTML",
        "JPEG", "PNG",    "DOCTYPE", "CDATA", "SCXML",   "SHA",     "sha256",    "sm3",     "SM3",
        "secret", "lottery", "beacon", "commit",
        "A4",   "LF",     "anjuan",  "Excel", "null",    "true",    "false",     "invoke",  "send",
        "if",   "else",   "elseif",  "raise", "end",     "integer", "decimal",   "boolean", "list",
        "of",   "choice", "choices", "xmlns", "BOM",     "MiB",     "xml",       "In",      "ecmascript", "ECMAScript",     "workflows", "forms",   "templates"};
    for (const char* folder : {"workflows", "forms", "templates", "examples"}) {
      for (const fs::path& file : files_below(root / folder, {".xml"})) {
        const auto parsed = xml::parse(read(file), shown(file));
        if (parsed.ok()) add_names(*parsed, out);
      }
    }
    return out;
  }();
  return all;
}

/// The text without markup: <item …> names an element as it is written.
std::string without_markup(const std::string& text) {
  std::string out;
  int markup = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '<' && i + 1 < text.size() && text[i + 1] != ' ') ++markup;
    out += markup > 0 ? ' ' : text[i];
    if (text[i] == '>' && markup > 0) --markup;
  }
  return out;
}

/// Latin words of a Chinese text that no definition has: blanks, markup, commands, options, file names
/// and assignments are left out.
std::vector<std::string> latin_words(const std::string& text) {
  std::vector<std::string> out;
  std::string word, before;
  bool technical = false;  // --option, name=, bureau.xml, aj:kind, &amp;
  for (const char c : without_markup(text) + " ") {
    if (isalnum(static_cast<unsigned char>(c))) {
      word += c;
    } else if (std::string_view("-=:._&;\\/{}@%#").find(c) != std::string_view::npos) {
      technical = true;
      word += c;
    } else {
      const auto letters = std::count_if(word.begin(), word.end(),
                                         [](char l) { return isalpha(static_cast<unsigned char>(l)); });
      if (letters > 1 && !technical && before != "anjuan" && !vocabulary().contains(word))
        out.push_back(word);
      if (!word.empty() || c != ' ') before = word;
      word.clear();
      technical = false;
    }
  }
  return out;
}

TEST(LatinWords, AreFoundInChineseText) {
  EXPECT_EQ(latin_words("文件 zebra 有误"), std::vector<std::string>{"zebra"});
  EXPECT_TRUE(
      latin_words("请写成 <item> 或 encoding=\\\"UTF-8\\\"，{0}，--office，bureau.xml，PDF，anjuan，&amp;")
          .empty());
}

TEST(Messages, AreChineseInChinese) {
  std::vector<std::string> found;
  for (const Row& row : rows()) {
    for (const std::string& text : {row.zh, row.hint_zh}) {
      for (const std::string& word : latin_words(text))
        found.push_back(row.file + ": " + row.code + " says '" + word + "' in: " + text);
    }
    if (find_invalid_utf8(row.zh) || display_width(row.zh) == static_cast<int>(row.zh.size())) {
      found.push_back(row.file + ": " + row.code + " is not Chinese: " + row.zh);
    }
  }
  EXPECT_TRUE(found.empty()) << lines(found);
}

TEST(Messages, TellWhatToDoNext) {
  std::vector<std::string> found;
  for (const Row& row : rows()) {
    if (row.severity != "warning" && (row.hint_zh.empty() || row.hint_en.empty()))
      found.push_back(row.file + ": " + row.code + " " + row.name);
  }
  EXPECT_TRUE(found.empty()) << "without a next action:\n" << lines(found);
}

// No blame and no shouting.
TEST(Messages, AreCalm) {
  for (const Row& row : rows()) {
    for (const char* loud : {"！", "非法", "您", "illegal"}) {
      EXPECT_EQ((row.zh + row.hint_zh + row.en + row.hint_en).find(loud), std::string::npos)
          << row.code << " " << loud;
    }
  }
}

bool stands_in(const std::string& text, const std::string& word) {
  const auto part = [](char c) { return isalnum(static_cast<unsigned char>(c)) || c == '_'; };
  for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    const bool before = at > 0 && part(text[at - 1]),
               after = at + word.size() < text.size() && part(text[at + word.size()]);
    if (!before && !after) return true;
  }
  return false;
}

TEST(Messages, AreEachRaisedByATest) {
  std::string all;
  for (const fs::path& file : files_below(root / "tests", {".cpp", ".h", ".story", ".txt", ".acts", ".xml"}))
    all += read(file);
  for (const fs::path& file : files_below(root / "examples", {".txt", ".acts", ".md"})) all += read(file);
  std::vector<std::string> missing;
  for (const Row& row : rows()) {
    const std::string qualified = fs::path(row.file).parent_path().filename().string() + "::" + row.name;
    if (guards.contains(row.code)) continue;
    if (!stands_in(all, row.code) && !stands_in(all, qualified))
      missing.push_back(row.file + ": " + row.code + " " + row.name);
  }
  std::printf("%zu of %zu message codes are raised by no test\n%s", missing.size(), rows().size(),
              lines(missing).c_str());
  EXPECT_LE(missing.size(), unraised_budget);
  EXPECT_GE(missing.size() + 10, unraised_budget) << "lower unraised_budget in this file";
}

}  // namespace
}  // namespace anjuan::architecture
