// Who may include whom stands in engine/layers.txt; here every #include is held to it.

#include <gtest/gtest.h>

#include "architecture/sources.h"

namespace anjuan::architecture {
namespace {

bool foreign_of(const Layer& layer, const std::string& header) {
  return std::any_of(layer.foreign.begin(), layer.foreign.end(),
                     [&](const std::string& prefix) { return header.starts_with(prefix); });
}

/// Headers of the system: what reads disks, clocks, users and terminals belongs to the edge.
bool of_system(const std::string& header) {
  return header.find('.') != std::string::npos || header.find('/') != std::string::npos;
}
const std::set<std::string> edge_modules = {"store", "cli"};
/// Standard headers with a reason to be rare, and the modules that may use them.
const std::map<std::string, std::set<std::string>> rare_headers = {
    {"filesystem",
     {"sheets", "pages", "store",
      "cli"}},  // sheets: libxlsxwriter writes to a path only; pages: faces are files
    {"fstream", {"sheets", "pages", "store", "cli"}},
    {"iostream", {"cli"}},
    {"random", {"cli"}},
    {"ctime", {"store"}},
    {"regex", {}},  // crashes on long input
    {"locale", {}},
    {"thread", {"store", "draw"}},  // store waits for the office's lock; draw has ten million tickets to make
};

/// What is wrong with one include, or "".
std::string judge(const std::vector<Layer>& layers, const Layer& layer, const Include& include) {
  if (include.own) {
    const auto slash = include.name.find('/');
    const std::string module = slash == std::string::npos ? "" : include.name.substr(0, slash);
    if (module.empty()) return "\"" + include.name + "\" is not written with its module";
    if (module == layer.module) return "";
    const bool allowed = std::find(layer.below.begin(), layer.below.end(), module) != layer.below.end();
    return allowed ? "" : layer.module + " may not include " + module;
  }
  for (const Layer& owner : layers) {
    if (!foreign_of(owner, include.name)) continue;
    return foreign_of(layer, include.name)
               ? ""
               : layer.module + " may not include <" + include.name + ">; it belongs to " + owner.module;
  }
  if (const auto rare = rare_headers.find(include.name);
      rare != rare_headers.end() && !rare->second.contains(layer.module)) {
    return layer.module + " may not include <" + include.name + ">";
  }
  // libxlsxwriter writes to a path only; a PDF that unpacks while it is opened is tried in a process of its own.
  static const std::map<std::string, std::set<std::string>> apart{
      {"sheets", {"unistd.h"}}, {"pages", {"unistd.h", "sys/resource.h", "sys/wait.h"}}};
  const auto granted = apart.find(layer.module);
  const bool may = edge_modules.contains(layer.module) || (granted != apart.end() && granted->second.contains(include.name));
  if (of_system(include.name) && !may) {
    return "<" + include.name + "> has no owner in engine/layers.txt";
  }
  return "";
}

/// `file` lies in engine/<module>/….
std::vector<std::string> violations(const std::vector<Layer>& layers, const std::string& file,
                                    const std::string& text) {
  const auto parts = split(file, '/');
  const std::string module = parts.size() > 2 ? parts[1] : "";
  const auto layer =
      std::find_if(layers.begin(), layers.end(), [&](const Layer& l) { return l.module == module; });
  if (layer == layers.end()) return {file + ": '" + module + "' is no module of engine/layers.txt"};
  std::vector<std::string> out;
  for (const Include& include : includes(text)) {
    const std::string wrong = judge(layers, *layer, include);
    if (!wrong.empty()) out.push_back(file + ":" + std::to_string(include.line) + ": " + wrong);
  }
  return out;
}

std::vector<Layer> layers() { return parse_layers(read(root / "engine/layers.txt")); }

TEST(Layers, HoldForEveryInclude) {
  std::vector<std::string> found;
  for (const fs::path& file : engine_sources()) {
    const auto more = violations(layers(), shown(file), read(file));
    found.insert(found.end(), more.begin(), more.end());
  }
  EXPECT_TRUE(found.empty()) << lines(found);
}

TEST(Layers, FindAPlantedViolation) {
  using Found = std::vector<std::string>;
  EXPECT_EQ(violations(layers(), "engine/procedure/bad.h", "#include \"store/sqlite_store.h\"\n"),
            Found{"engine/procedure/bad.h:1: procedure may not include store"});
  EXPECT_EQ(
      violations(layers(), "engine/cases/bad.cpp", "#include \"cases/case.h\"\n\n#include <sqlite3.h>\n"),
      Found{"engine/cases/bad.cpp:3: cases may not include <sqlite3.h>; it belongs to store"});
  EXPECT_EQ(violations(layers(), "engine/draw/bad.cpp", "  #include <random>\n"),
            Found{"engine/draw/bad.cpp:1: draw may not include <random>"});
  EXPECT_EQ(violations(layers(), "engine/json/bad.cpp", "#include <sys/time.h>\n"),
            Found{"engine/json/bad.cpp:1: <sys/time.h> has no owner in engine/layers.txt"});
  EXPECT_EQ(violations(layers(), "engine/json/bad.cpp", "#include \"json.h\"\n"),
            Found{"engine/json/bad.cpp:1: \"json.h\" is not written with its module"});
  EXPECT_EQ(violations(layers(), "engine/tools/x.cpp", ""),
            Found{"engine/tools/x.cpp: 'tools' is no module of engine/layers.txt"});
  EXPECT_EQ(violations(layers(), "engine/store/good.cpp",
                       "#include \"store/layout.h\"\n#include <sqlite3.h>\n#include <string>\n"),
            Found{});
}

TEST(Layers, NameOnlyModulesAbove) {
  std::set<std::string> above;
  for (const Layer& layer : layers()) {
    for (const std::string& name : layer.below)
      EXPECT_TRUE(above.contains(name)) << layer.module << " names " << name;
    EXPECT_TRUE(above.insert(layer.module).second) << layer.module << " stands twice";
  }
}

TEST(Layers, GiveEachForeignHeaderOneOwner) {
  std::map<std::string, std::string> owner;
  for (const Layer& layer : layers()) {
    for (const std::string& prefix : layer.foreign) {
      const auto [at, first] = owner.emplace(prefix, layer.module);
      EXPECT_TRUE(first) << prefix << " belongs to " << at->second << " and to " << layer.module;
    }
  }
}

TEST(Layers, AreTheFoldersOfTheEngine) {
  std::set<std::string> folders, modules;
  for (const auto& entry : fs::directory_iterator(root / "engine")) {
    if (entry.is_directory()) folders.insert(entry.path().filename().string());
  }
  for (const Layer& layer : layers()) modules.insert(layer.module);
  EXPECT_EQ(folders, modules);
}

TEST(Sources, IncludeTheirOwnHeaderFirst) {
  std::vector<std::string> found;
  for (const fs::path& file : files_below(root / "engine", {".cpp"})) {
    fs::path header = file;
    header.replace_extension(".h");
    if (!fs::exists(header)) continue;
    const auto all = includes(read(file));
    const std::string own = fs::relative(header, root / "engine").generic_string();
    if (all.empty() || all.front().name != own)
      found.push_back(shown(file) + ": \"" + own + "\" should be included first");
  }
  EXPECT_TRUE(found.empty()) << lines(found);
}

TEST(Headers, AreGuarded) {
  for (const fs::path& file : files_below(root, {".h"})) {
    EXPECT_NE(read(file).find("#pragma once"), std::string::npos) << shown(file);
  }
}

TEST(Base, StaysSmallAndUsedByMany) {
  const auto headers = files_below(root / "engine/base", {".h"});
  EXPECT_LE(headers.size(), 10u);
  for (const fs::path& header : headers) {
    const std::string name = "base/" + header.filename().string();
    std::set<std::string> users;
    for (const fs::path& file : engine_sources()) {
      const auto all = includes(read(file));
      if (std::any_of(all.begin(), all.end(), [&](const Include& i) { return i.name == name; })) {
        users.insert(file.parent_path().filename().string());
      }
    }
    EXPECT_GE(users.size(), 3u) << name << " is used by few modules; it belongs to one of them";
  }
}

}  // namespace
}  // namespace anjuan::architecture
