// The state-chart tests of others, run where they lie (../shared/scxml), as independent judges of
// the interpreter, against status.txt: each test with its outcome, and the reason where it does not pass.

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "conformance/play.h"

namespace anjuan::conformance {
namespace {

namespace fs = std::filesystem;

const fs::path shared = fs::path(ANJUAN_SOURCE_DIR).parent_path() / "shared" / "scxml";

/// "w3c/test144" → "pass", or "unsupported …".
std::map<std::string, std::string> status() {
  std::map<std::string, std::string> lines;
  std::ifstream in(fs::path(ANJUAN_SOURCE_DIR) / "tests/conformance/status.txt");
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    const std::size_t space = line.find(' ');
    lines[line.substr(0, space)] = line.substr(space + 1);
  }
  return lines;
}

/// Charts that only others refer to have "sub" in their names.
std::vector<fs::path> tests_in(const fs::path& folder, const std::string& extension) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const bool part = entry.path().filename().string().find("sub") != std::string::npos;
    if (entry.path().extension() == extension && !part) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string told(const Verdict& verdict) {
  std::string line = word_for(verdict.outcome);
  return verdict.reason.empty() ? line : line + " " + verdict.reason;
}

class Suites : public testing::Test {
 protected:
  void SetUp() override {
    if (fs::exists(shared)) return;
    std::cout << "skipped: ../shared is not here\n";
    GTEST_SKIP() << "../shared is not here";
  }

  /// The same names and outcomes as in the status file; the reason may be worded on.
  void compare(const std::string& suite, const std::map<std::string, std::string>& found) {
    int passed = 0;
    for (const auto& [name, outcome] : found) {
      const auto expected = expected_.find(name);
      ASSERT_NE(expected, expected_.end()) << name << " is not in status.txt: " << outcome;
      EXPECT_EQ(outcome, expected->second) << name;
      passed += outcome == "pass" ? 1 : 0;
    }
    for (const auto& [name, outcome] : expected_) {
      EXPECT_TRUE(!name.starts_with(suite) || found.count(name) > 0) << name << " was not run";
    }
    std::cout << suite << " " << passed << " of " << found.size() << " pass\n";
  }

 private:
  std::map<std::string, std::string> expected_ = status();
};

TEST_F(Suites, TheW3cTestsEndAsTheStatusSays) {
  std::map<std::string, std::string> found;
  for (const fs::path& file : tests_in(shared / "w3c", ".scxml"))
    found["w3c/" + file.stem().string()] = told(run_chart(read_chart(file)));
  compare("w3c/", found);
}

TEST_F(Suites, TheScriptsGoAsTheStatusSays) {
  std::map<std::string, std::string> found;
  for (const fs::path& file : tests_in(shared / "scion", ".json")) {
    fs::path chart = file;
    chart.replace_extension(".scxml");
    const std::string name = fs::relative(file, shared).replace_extension().string();
    found[name] = told(play_script(read_chart(chart), read_bytes(file)));
  }
  compare("scion/", found);
}

// Their test 301: a document whose script is not there is refused, and nothing else leads to `pass`.
TEST(Conformance, AChartWithoutAWayToPassIsMadeToBeRefused) {
  const auto chart = [](const std::string& script, const std::string& target) {
    return Chart{"<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\" datamodel=\"ecmascript\">" + script +
                     "<state id=\"s0\"><transition target=\"" + target + "\"/></state><final id=\"pass\"/><final id=\"fail\"/></scxml>",
                 "t.scxml", {}};
  };
  const std::string missing = "<script src=\"nowhere.js\"/>";
  EXPECT_EQ(run_chart(chart(missing, "fail")).outcome, Verdict::Outcome::pass);
  EXPECT_EQ(run_chart(chart("", "fail")).outcome, Verdict::Outcome::fail);
  EXPECT_EQ(run_chart(chart(missing, "pass")).outcome, Verdict::Outcome::fail);
}

}  // namespace
}  // namespace anjuan::conformance
