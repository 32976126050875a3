// anjuan rules: a table from each rule of the office's regulation to the elements that carry it out and
// the tests that show it, made anew from the files; what is not covered says so.

#include <filesystem>
#include <map>
#include <optional>
#include <ostream>

#include "base/text.h"
#include "cli/columns.h"
#include "cli/command.h"
#include "cli/messages.h"
#include "handling/rule_list.h"
#include "xml/document.h"

namespace anjuan::cli {
namespace {

namespace fs = std::filesystem;
using handling::Rule, handling::RulePlace;

/// "aj:parameter" → "parameter".
std::string local_name(const std::string& name) {
  const auto colon = name.find(':');
  return colon == std::string::npos ? name : name.substr(colon + 1);
}

/// "Suite.Name" of a line such as TEST_F(Suite, Name) {; "" of any other.
std::string test_in(const std::string& line) {
  if (!line.starts_with("TEST")) return "";
  const auto open = line.find('('), comma = line.find(',', open), close = line.find(')', comma);
  if (close == std::string::npos) return "";
  return std::string(trim(line.substr(open + 1, comma - open - 1))) + "." + std::string(trim(line.substr(comma + 1, close - comma - 1)));
}

/// Where each test stands: "Suite.Name" → "tests/x/y_test.cpp:12".
std::map<std::string, std::string> index_tests(const fs::path& root) {
  std::map<std::string, std::string> found;
  std::error_code error;
  for (const auto& entry : fs::recursive_directory_iterator(root / "tests", error)) {
    if (entry.path().extension() != ".cpp") continue;
    std::string text;
    if (!read_whole(entry.path().string(), text)) continue;
    int line = 0;
    for (const std::string& row : split(text, '\n')) {
      ++line;
      const std::string name = test_in(row);
      if (!name.empty()) found.emplace(name, fs::relative(entry.path(), root, error).generic_string() + ":" + std::to_string(line));
    }
  }
  return found;
}

/// A rule with its places and tests resolved.
struct Row {
  const Rule* rule;
  std::vector<std::string> places, tests;
};

class Table {
 public:
  Table(fs::path root, Language language) : root_(std::move(root)), zh_(language == Language::chinese), tests_(index_tests(root_)) {}

  Diagnostics found;

  Row row_of(const Rule& rule) {
    Row row{&rule, {}, {}};
    for (const RulePlace& place : rule.places) row.places.push_back(resolve(rule, place));
    for (const handling::RuleTest& test : rule.tests) row.tests.push_back(resolve(rule, test));
    return row;
  }

 private:
  std::string resolve(const Rule& rule, const handling::RuleTest& test) {
    std::error_code error;
    const std::string story = "tests/stories/" + test.story + ".story";
    if (!test.story.empty() && fs::exists(root_ / story, error)) return story;
    const std::string name = test.story.empty() ? test.suite + "." + test.name : story;
    const auto at = tests_.find(name);
    if (at == tests_.end()) found.push_back(diagnose(rule_test_missing, test.place, rule.id, name));
    return name + (at == tests_.end() ? "" : (zh_ ? "（" : " (") + at->second + (zh_ ? "）" : ")"));
  }

  std::string resolve(const Rule& rule, const RulePlace& place) {
    const std::string says = place.says.empty() ? "" : " " + place.says;
    if (!place.engine.empty()) return "engine/" + place.engine + says;
    const xml::Element* root = document(place.file);
    if (!root) {
      found.push_back(diagnose(rule_file_missing, place.place, rule.id, place.file));
      return place.file;
    }
    if (place.element.empty() && place.basis.empty()) return place.file + says;
    std::vector<int> lines;
    collect(*root, place, lines);
    const std::string what = place.basis.empty() ? "<" + place.element + (place.attribute.empty() ? "" : " " + place.attribute + (place.value.empty() ? "" : "=\"" + place.value + "\"")) + ">"
                                                 : (zh_ ? "依据 " : "basis ") + place.basis;
    if (lines.empty()) found.push_back(diagnose(rule_element_missing, place.place, rule.id, what, place.file));
    std::string numbers;
    for (std::size_t i = 0; i < lines.size() && i < 3; ++i) numbers += (i ? "," : ":") + std::to_string(lines[i]);
    if (lines.size() > 3) numbers += zh_ ? " 等" + std::to_string(lines.size()) + "处" : ", …";
    return place.file + numbers + " " + what + says;
  }

  void collect(const xml::Element& e, const RulePlace& place, std::vector<int>& lines) const {
    bool hit = place.element.empty() || e.name == local_name(place.element);
    if (!place.attribute.empty()) hit = hit && has(e, local_name(place.attribute), place.value, false);
    if (!place.basis.empty()) hit = hit && e.name != "basis" && has(e, "basis", place.basis, true);
    if (hit) lines.push_back(e.place.line);
    for (const xml::Element* child : e.children()) collect(*child, place, lines);
  }

  /// An attribute (with this value, if one is given), or with this word among others.
  static bool has(const xml::Element& e, const std::string& name, const std::string& value, bool among) {
    for (const xml::Attribute& a : e.attributes) {
      if (a.name != name) continue;
      if (value.empty() || a.value == value) return true;
      for (const std::string& word : split(a.value, ' ')) {
        if (among && word == value) return true;
      }
    }
    return false;
  }

  const xml::Element* document(const std::string& file) {
    const auto known = documents_.find(file);
    if (known != documents_.end()) return known->second ? &*known->second : nullptr;
    std::string bytes;
    std::optional<xml::Element> root;
    if (read_whole((root_ / file).string(), bytes)) {
      auto parsed = xml::parse(bytes, file);
      if (parsed.ok()) root = std::move(*parsed);
    }
    const auto& kept = documents_.emplace(file, std::move(root)).first->second;
    return kept ? &*kept : nullptr;
  }

  fs::path root_;
  bool zh_;
  std::map<std::string, std::string> tests_;
  std::map<std::string, std::optional<xml::Element>> documents_;
};

/// 已覆盖: carried out, and a test shows it.
std::string standing_of(const Row& row, bool zh) {
  if (row.places.empty()) return zh ? "未覆盖" : "not covered";
  if (!row.rule->open.empty()) return zh ? "部分覆盖" : "in part";
  if (row.tests.empty()) return zh ? "已实现，未测试" : "carried out, no test";
  return zh ? "已覆盖" : "covered";
}

std::string cell(const std::vector<std::string>& parts) { return replace_all(join(parts, "<br>"), "|", "\\|"); }

void print_markdown(Terminal& terminal, const std::vector<Row>& rows) {
  const bool zh = terminal.language == Language::chinese;
  terminal.out << (zh ? "| 规则 | 条款 | 要求 | 状态 | 在哪里实现 | 测试 |\n" : "| rule | article | what it asks | standing | carried out by | tests |\n") << "|---|---|---|---|---|---|\n";
  for (const Row& row : rows) {
    std::vector<std::string> places = row.places;
    for (std::string& place : places) place = replace_all(replace_all(std::move(place), "<", "&lt;"), ">", "&gt;");
    if (!row.rule->open.empty()) places.push_back((zh ? "尚缺：" : "lacking: ") + row.rule->open);
    terminal.out << "| " << row.rule->id << " | " << row.rule->article << " | " << cell({row.rule->says}) << " | " << standing_of(row, zh) << " | " << cell(places) << " | " << cell(row.tests) << " |\n";
  }
}

void print_plain(Terminal& terminal, const std::vector<Row>& rows) {
  const bool zh = terminal.language == Language::chinese;
  for (const Row& row : rows) {
    terminal.out << padded(row.rule->id, 8) << row.rule->article << "　" << row.rule->says << (zh ? "　【" : " [") << standing_of(row, zh) << (zh ? "】" : "]") << "\n";
    for (const std::string& place : row.places) terminal.out << "        " << (zh ? "实现  " : "by    ") << place << "\n";
    if (!row.rule->open.empty()) terminal.out << "        " << (zh ? "尚缺  " : "lacks ") << row.rule->open << "\n";
    for (const std::string& test : row.tests) terminal.out << "        " << (zh ? "测试  " : "test  ") << test << "\n";
  }
}

void print_count(Terminal& terminal, const std::string& instrument, const std::vector<Row>& rows) {
  const bool zh = terminal.language == Language::chinese;
  std::map<std::string, std::size_t> counts;
  for (const Row& row : rows) ++counts[standing_of(row, zh)];
  std::vector<std::string> parts;
  for (const auto& [standing, n] : counts) parts.push_back(standing + " " + std::to_string(n));
  terminal.out << "\n" << instrument << (zh ? "共 " : ": ") << rows.size() << (zh ? " 条要求：" : " rules: ") << join(parts, zh ? "，" : ", ") << (zh ? "。\n" : ".\n");
}

int run_rules(Terminal& terminal, const CommandLine& line) {
  const std::string path = line.get("rules", "workflows/rules.xml");
  std::string bytes;
  if (!read_whole(path, bytes)) return report(terminal, {diagnose(no_rules_file, Place{}, path)});
  const auto list = handling::load_rules(bytes, path);
  if (!list.ok()) return report(terminal, list.diagnostics());
  Table table(fs::absolute(path).parent_path().parent_path(), terminal.language);
  std::vector<Row> rows;
  for (const Rule& rule : list->rules) rows.push_back(table.row_of(rule));
  if (!table.found.empty()) return report(terminal, table.found);
  if (line.has("markdown")) print_markdown(terminal, rows);
  else print_plain(terminal, rows);
  print_count(terminal, list->instrument, rows);
  return status_done;
}

}  // namespace

Command rules_command() {
  return {{"rules", {"规则对照表：每条规则在哪里实现、用什么测试说明，未覆盖的照实列出", "each rule, where it is carried out, which tests show it; what is not covered says so"}, {},
           {{"rules", "文件", {"规则清单，默认 workflows/rules.xml", "the list of rules, default workflows/rules.xml"}},
            {"markdown", "", {"写成 Markdown 表格", "as a Markdown table"}}}}, run_rules};
}

}  // namespace anjuan::cli
