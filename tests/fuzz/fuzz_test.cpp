// The targets of the fuzzers over what lies here: shipped files, the charts of the tests, and damaged
// copies of both. The fuzzers themselves: cmake -C .ci/fuzz.cmake.

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "base/text.h"
#include "fuzz/targets.h"

namespace anjuan::fuzz {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> corpus() {
  std::vector<std::string> texts;
  for (const char* folder : {"workflows", "examples", "tests/procedure/mistakes", "tests/fuzz/corpus"}) {
    if (!fs::exists(fs::path(ANJUAN_SOURCE_DIR) / folder)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(ANJUAN_SOURCE_DIR) / folder)) {
      const fs::path extension = entry.path().extension();
      if (extension != ".xml" && extension != ".scxml" && extension != ".fuzz") continue;
      std::ifstream in(entry.path(), std::ios::binary);
      texts.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
  }
  std::sort(texts.begin(), texts.end());
  return texts;
}

/// Bytes changed, cut out, doubled, cut off.
std::string damaged(std::string text, std::mt19937& random) {
  for (int n = 0; n < 3 && !text.empty(); ++n) {
    const std::size_t at = random() % text.size(), length = 1 + random() % 40;
    switch (random() % 5) {
      case 0:
        text[at] = static_cast<char>(random());
        break;
      case 1:
        text.erase(at, length);
        break;
      case 2:
        text.insert(at, text.substr(at, length));
        break;
      case 3:
        text.insert(at, text.substr(random() % text.size(), length));
        break;
      default:
        text.resize(random() % 8 == 0 ? at : text.size());
    }
  }
  return text;
}

TEST(Fuzz, TargetsAnswerOnTheCorpus) {
  const auto texts = corpus();
  ASSERT_GT(texts.size(), 10U);
  for (const std::string& text : texts) {
    read_xml(text);
    read_procedure(text);
    read_expression(text);
  }
}

TEST(Fuzz, TargetsAnswerOnDamagedCopies) {
  const char* seed = std::getenv("ANJUAN_SEED");
  const int rounds = std::getenv("ANJUAN_ALL") != nullptr ? 50 : 1;
  std::mt19937 random(seed != nullptr ? static_cast<unsigned>(std::atoi(seed)) : 1);
  for (const std::string& text : corpus()) {
    for (int n = 0; n < (text.size() < 6000 ? 40 : 2) * rounds; ++n) {
      const std::string bytes = damaged(text, random);
      read_xml(bytes);
      read_procedure(bytes);
    }
  }
}

TEST(Fuzz, TargetsAnswerOnPiecesOfExpressions) {
  const std::vector<std::string> pieces = {
      "a",    "1",    "'x'",  "(",    ")",    "[",  "]",  "{",  "}",  ",", ":",
      "?",    ".",    "+",    "-",    "*",    "/",  "==", "&&", "||", "!", "<",
      "并且", "或者", "不是", "长度", "日期", "In", " ",  "“",  "\\", "e", "9999999999"};
  std::mt19937 random(2);
  for (int n = 0; n < 5000; ++n) {
    std::string text;
    for (std::size_t i = 1 + random() % 12; i > 0; --i) text += pieces[random() % pieces.size()];
    read_expression(text);
  }
}

}  // namespace
}  // namespace anjuan::fuzz
