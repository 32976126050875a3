// Names say what a thing is. Folders and files called util or helper say nothing and grow for ever.

#include <gtest/gtest.h>

#include "architecture/sources.h"

namespace anjuan::architecture {
namespace {

const std::set<std::string> empty_words = {"util",    "utils",   "utility", "helper",
                                           "helpers", "manager", "common",  "misc"};

TEST(Files, HaveNamesThatSaySomething) {
  for (const char* folder : {"engine", "tests", "workflows", "forms", "templates", "examples"}) {
    for (const fs::path& file : files_below(root / folder, {})) {
      std::string path = shown(file);
      for (char& c : path) {
        if (c == '/' || c == '.' || c == '-') c = '_';
      }
      for (const std::string& word : split(path, '_'))
        EXPECT_FALSE(empty_words.contains(word)) << shown(file);
    }
  }
}

TEST(Files, OfTheEngineAreSnakeCase) {
  for (const fs::path& file : engine_sources()) {
    const std::string stem = file.stem().string();
    EXPECT_EQ(stem.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_"), std::string::npos)
        << shown(file);
  }
}

/// Names of the classes and structs that a source defines.
std::vector<std::string> types_in(const std::string& source) {
  std::vector<std::string> out, all = words(replace_all(take_apart(source).code, "{", " { "));
  for (std::size_t i = 0; i + 2 < all.size(); ++i) {
    if ((all[i] == "class" || all[i] == "struct") && (all[i + 2] == "{" || all[i + 2] == ":"))
      out.push_back(all[i + 1]);
  }
  return out;
}

// A class that knows everything takes everything over.
TEST(Types, HaveNoCatchAll) {
  EXPECT_EQ(types_in("struct A {};\nclass B : A {\n};"), (std::vector<std::string>{"A", "B"}));
  for (const fs::path& file : engine_sources()) {
    for (const std::string& type : types_in(read(file))) {
      const bool bad = type == "Engine" || type == "Context" || type == "App" || type.ends_with("Manager") ||
                       type.ends_with("Helper") || type.ends_with("Util") || type.ends_with("Utils");
      EXPECT_FALSE(bad) << shown(file) << ": " << type;
    }
  }
}

TEST(Namespaces, AreTheFoldersNames) {
  for (const fs::path& file : engine_sources()) {
    const std::string module = file.parent_path().filename().string(), text = read(file);
    // The program's beginning, and the C functions that stand before the C library's own.
    if (file.filename() == "main.cpp" || file.filename() == "memory.cpp") continue;
    const std::string wanted = module == "base" ? "namespace anjuan {" : "namespace anjuan::" + module;
    EXPECT_NE(text.find(wanted), std::string::npos) << shown(file) << " lacks " << wanted;
  }
}

// What the repository holds at the top is agreed; anything else belongs into one of these.
TEST(Root, HoldsWhatIsAgreed) {
  const std::set<std::string> agreed = {
      ".ci",       ".clang-format", ".clang-tidy", ".git",  ".gitignore", "CMakeLists.txt", "LICENSE",
      "README.md", "engine",        "examples",    "forms", "templates",  "tests",          "workflows"};
  for (const auto& entry : fs::directory_iterator(root)) {
    const std::string name = entry.path().filename().string();
    if (name == "build" || name.starts_with("build-") || name == "CMakeUserPresets.json" || name == ".cache")
      continue;
    EXPECT_TRUE(agreed.contains(name)) << name;
  }
}

}  // namespace
}  // namespace anjuan::architecture
