// The targets of the fuzzers over what lies here: shipped files, the charts of the tests, and damaged
// copies of both. The fuzzers themselves: cmake -C .ci/fuzz.cmake.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "base/text.h"
#include "fuzz/targets.h"
#include "journal/journal.h"

namespace anjuan::fuzz {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// The files with one of these endings that lie here, and what fuzzers have found.
std::vector<std::string> corpus(const std::vector<std::string>& endings = {".xml", ".scxml"}) {
  std::vector<std::string> texts;
  for (const char* folder : {"workflows", "templates", "forms", "examples", "tests/procedure/mistakes", "tests/stories", "tests/fuzz/corpus"}) {
    if (!fs::exists(fs::path(ANJUAN_SOURCE_DIR) / folder)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(ANJUAN_SOURCE_DIR) / folder)) {
      const std::string extension = entry.path().extension().string();
      if (extension == ".fuzz" || std::find(endings.begin(), endings.end(), extension) != endings.end()) texts.push_back(bytes_of(entry.path()));
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

/// The texts as they are, then damaged copies; large ones less often.
void feed(void (*read)(std::string_view), const std::vector<std::string>& texts, int copies) {
  ASSERT_FALSE(texts.empty());
  const char* seed = std::getenv("ANJUAN_SEED");
  std::mt19937 random(seed != nullptr ? static_cast<unsigned>(std::atoi(seed)) : 1);
  const int rounds = std::getenv("ANJUAN_ALL") != nullptr ? copies * 50 : copies;
  for (const std::string& text : texts) {
    read(text);
    for (int n = 0; n < (text.size() < 6000 ? rounds : 1 + rounds / 10); ++n) read(damaged(text, random));
  }
}

TEST(Fuzz, TemplatesAnswer) { feed(read_template, corpus(), 5); }
TEST(Fuzz, FormsAnswer) { feed(read_form, corpus(), 5); }
TEST(Fuzz, TablesAnswer) { feed(read_csv, corpus({".csv"}), 200); }
TEST(Fuzz, WorkbooksAnswer) { feed(read_xlsx, corpus({".xlsx"}), 300); }
TEST(Fuzz, StoriesAnswer) { feed(read_story, corpus({".story", ".acts"}), 30); }

TEST(Fuzz, FilesOfADrawAnswer) {
  const fs::path folder = fs::path(ANJUAN_SOURCE_DIR) / "examples/02-draw";
  feed(read_draw, {bytes_of(folder / "list.txt") + "====\n" + bytes_of(folder / "seed.txt") + "====\n" + bytes_of(folder / "events.txt")}, 2000);
}

TEST(Fuzz, JournalsAnswer) {
  const journal::Entry one = journal::append(DigestKind::sha256, 0, journal::origin, Fields{{"case", "2026-1-01"}, {"files", List{journal::origin}}});
  const journal::Entry two = journal::append(DigestKind::sha256, 1, one.digest, Fields{{"case", "号\"\\"}});
  feed(read_journal, {journal::write({one, two}), one.text, journal::head_line(DigestKind::sm3, make_day(2026, 3, 2), {2, two.digest})}, 2000);
}

TEST(Fuzz, CommandLinesAnswer) {
  feed(read_command_line, {"2026-1-01\n提交检查报告\n--by\n陆明舟\n--set\n意见=同意\n--on=2026-09-10", "--head\n221:a0ab3ff63abe51cb\n--\n-\n--=\n", "FILE\n--lang\n@file\n-o"}, 300);
}

TEST(Fuzz, FilesOfOthersAnswer) {
  const std::string pdf =
      "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
      "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<>>>>\nendobj\n"
      "4 0 obj\n<</Length 8>>\nstream\n0 0 m S\n\nendstream\nendobj\nxref\n0 5\n0000000000 65535 f \n0000000009 00000 n \n0000000054 00000 n \n"
      "0000000105 00000 n \n0000000193 00000 n \ntrailer\n<</Size 5/Root 1 0 R>>\nstartxref\n249\n%%EOF\n";
  feed(read_pdf, {pdf}, 1000);
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
