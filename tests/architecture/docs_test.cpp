// What engine/README.md says is what stands in the code.

#include <gtest/gtest.h>

#include "architecture/sources.h"

namespace anjuan::architecture {
namespace {

std::string readme() { return read(root / "engine/README.md"); }

/// The rows of the table under a heading, cells trimmed; the heading row and the rule are left out.
std::vector<std::vector<std::string>> table_under(const std::string& text, const std::string& heading) {
  std::vector<std::vector<std::string>> out;
  const auto at = text.find("\n## " + heading + "\n");
  if (at == std::string::npos) return out;
  for (const std::string& line : split(text.substr(at + 1, text.find("\n## ", at + 1) - at - 1), '\n')) {
    if (!line.starts_with("| ")) continue;
    std::vector<std::string> cells;
    for (const std::string& cell : split(line, '|')) cells.emplace_back(trim(cell));
    out.emplace_back(cells.begin() + 1, cells.end() - 1);
  }
  if (!out.empty()) out.erase(out.begin());
  return out;
}

/// What stands in `backquotes`.
std::vector<std::string> quoted(const std::string& text) {
  std::vector<std::string> out;
  const auto parts = split(text, '`');
  for (std::size_t i = 1; i < parts.size(); i += 2) out.push_back(parts[i]);
  return out;
}

TEST(EngineReadme, ListsTheModulesOfLayersTxt) {
  std::vector<std::string> listed, modules;
  for (const auto& row : table_under(readme(), "Modules")) listed.push_back(replace_all(row[0], "`", ""));
  for (const Layer& layer : parse_layers(read(root / "engine/layers.txt"))) modules.push_back(layer.module);
  EXPECT_EQ(listed, modules);
}

TEST(EngineReadme, UsesTermsThatTheCodeUses) {
  std::string code, everything;
  for (const fs::path& file : engine_sources()) {
    const std::string text = read(file);
    code += take_apart(text).code;
    everything += text;
  }
  const auto terms = table_under(readme(), "Terms");
  ASSERT_GT(terms.size(), 30u);
  for (const auto& row : terms) {
    for (const std::string& term : split(replace_all(row[0], " / ", "/"), '/')) {
      EXPECT_NE(everything.find(term), std::string::npos) << term << " stands in no source of the engine";
    }
    for (const std::string& name : quoted(row[1]))
      EXPECT_NE(code.find(name), std::string::npos) << name << " is not in the code";
  }
}

TEST(EngineReadme, NamesFilesThatExist) {
  for (const std::string& name : quoted(readme())) {
    const std::string first = name.substr(0, name.find('/'));
    const bool path = name.find('/') != std::string::npos &&
                      name.find_first_of(" *<>…") == std::string::npos && fs::is_directory(root / first);
    if (path) {
      EXPECT_TRUE(fs::exists(root / name)) << name;
    }
  }
}

TEST(EngineReadme, HasARecipeForEachCommonAddition) {
  const std::string text = readme();
  for (const char* thing :
       {"a state", "a check", "a document", "a form", "a register column", "an effect", "a command"}) {
    EXPECT_NE(text.find("### Add " + std::string(thing) + "\n"), std::string::npos) << thing;
  }
}

TEST(Readmes, LinkToFilesThatExist) {
  for (const fs::path& file : files_below(root, {".md"})) {
    const std::string text = read(file);
    for (auto at = text.find("]("); at != std::string::npos; at = text.find("](", at + 1)) {
      std::string link = text.substr(at + 2, text.find(')', at) - at - 2);
      link = link.substr(0, link.find('#'));
      if (link.empty() || link.find("://") != std::string::npos || link.find(' ') != std::string::npos)
        continue;
      EXPECT_TRUE(fs::exists(file.parent_path() / link)) << shown(file) << " links to " << link;
    }
  }
}

}  // namespace
}  // namespace anjuan::architecture
