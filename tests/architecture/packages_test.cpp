// .ci/packages.txt is the one list of what is installed; the libraries that CMake asks for are in it,
// and it has no library that CMake does not ask for.

#include <gtest/gtest.h>

#include "architecture/sources.h"

namespace anjuan::architecture {
namespace {

/// The name CMake looks for → the Debian package that brings it.
const std::map<std::string, std::string> package_of = {
    {"OpenSSL", "libssl-dev"},
    {"Boost", "libboost-program-options-dev"},
    {"nlohmann_json", "nlohmann-json3-dev"},
    {"GTest", "libgtest-dev"},
    {"PkgConfig", "pkg-config"},
    {"tinyxml2", "libtinyxml2-dev"},
    {"xlsxwriter", "libxlsxwriter-dev"},
    {"libzip", "libzip-dev"},
    {"expat", "libexpat1-dev"},
    {"harfbuzz", "libharfbuzz-dev"},
    {"harfbuzz-subset", "libharfbuzz-dev"},
    {"freetype2", "libfreetype-dev"},
    {"fontconfig", "libfontconfig-dev"},
    {"icu-uc", "libicu-dev"},
    {"icu-i18n", "libicu-dev"},
    {"libdeflate", "libdeflate-dev"},
    {"libqrencode", "libqrencode-dev"},
    {"sqlite3", "libsqlite3-dev"},
    {"libpodofo", "libpodofo-dev"},
    {"lua5.4", "liblua5.4-dev"},
    {"pangocairo", "libpango1.0-dev"},
    {"libqpdf", "libqpdf-dev"},
    {"libcurl", "libcurl4-openssl-dev"},
    {"Qt6", "qt6-scxml-dev"},
};

struct Package {
  std::string kind, name;
};

std::vector<Package> packages() {
  std::vector<Package> out;
  for (const std::string& line : split(read(root / ".ci/packages.txt"), '\n')) {
    const auto parts = words(line.substr(0, line.find('#')));
    if (parts.empty()) continue;
    EXPECT_EQ(parts.size(), 2u) << line;
    out.push_back({parts.front(), parts.back()});
  }
  return out;
}

/// Names in find_package(…) and the list of the loop around pkg_check_modules.
std::set<std::string> wanted_by_cmake() {
  std::set<std::string> out;
  for (const char* file : {"CMakeLists.txt", "engine/CMakeLists.txt", "tests/CMakeLists.txt",
                           "tests/benchmarks/CMakeLists.txt"}) {
    const std::string text = read(root / file);
    for (auto at = text.find("find_package("); at != std::string::npos;
         at = text.find("find_package(", at + 1)) {
      out.insert(words(replace_all(text.substr(at + 13, text.find(')', at) - at - 13), "\n", " ")).front());
    }
    for (auto at = text.find("foreach(library "); at != std::string::npos;
         at = text.find("foreach(library ", at + 1)) {
      for (const std::string& name :
           words(replace_all(text.substr(at + 16, text.find(')', at) - at - 16), "\n", " ")))
        out.insert(name);
    }
  }
  return out;
}

TEST(Packages, HoldEveryLibraryThatCMakeAsksFor) {
  std::set<std::string> listed;
  for (const Package& p : packages()) listed.insert(p.name);
  const auto wanted = wanted_by_cmake();
  ASSERT_GT(wanted.size(), 15u);
  for (const std::string& name : wanted) {
    const auto package = package_of.find(name);
    ASSERT_NE(package, package_of.end()) << name << " is missing in the table of this test";
    EXPECT_TRUE(listed.contains(package->second)) << package->second << " is missing in .ci/packages.txt";
  }
}

TEST(Packages, HoldNoLibraryThatNothingAsksFor) {
  std::set<std::string> needed;
  for (const std::string& name : wanted_by_cmake()) {
    if (const auto package = package_of.find(name); package != package_of.end())
      needed.insert(package->second);
  }
  for (const Package& p : packages()) {
    if (p.name.ends_with("-dev")) {
      EXPECT_TRUE(needed.contains(p.name)) << p.name << " is asked for by no CMakeLists.txt";
    }
  }
}

TEST(Packages, AreSortedAndOfAKnownKind) {
  std::string before;
  for (const Package& p : packages()) {
    EXPECT_TRUE(p.kind == "build" || p.kind == "test" || p.kind == "bench" || p.kind == "font") << p.kind << " " << p.name;
    const std::string now = p.kind + " " + p.name;
    EXPECT_LT(before.substr(0, before.find(' ')) == p.kind ? before : "", now);
    before = now;
  }
}

TEST(Scripts, AreValidForAPlainShell) {
  std::vector<fs::path> scripts = files_below(root, {".sh"});
  scripts.push_back(root / ".ci/run");
  for (const fs::path& script : scripts) {
    EXPECT_TRUE(read(script).starts_with("#!/bin/sh\n")) << shown(script);
    EXPECT_EQ(std::system(("sh -n '" + script.string() + "'").c_str()), 0) << shown(script);
  }
}

}  // namespace
}  // namespace anjuan::architecture
