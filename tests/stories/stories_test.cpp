// Plays each *.story of this folder in an office of its own. A story that others go on from is played
// once. With ANJUAN_ACCEPT set, the lines 应在, 应有期限, 应为 and the codes of 应拒绝 are rewritten as things
// are now; read the difference before keeping it.

#include "stories/story.h"

#include <cstdlib>

#include "store/verify_store.h"

namespace anjuan::stories {
namespace {

/// Writes accepted lines back into the story.
void accept(const Story& story, const std::map<int, std::string>& rewrites) {
  std::vector<std::string> lines = split(story.text, '\n');
  for (const auto& [line, text] : rewrites) lines[static_cast<std::size_t>(line - 1)] = text;
  support::write_bytes(folder / story.file, join(lines, "\n"));
}

/// The office at the end of a story; each story is played once.
Told& told(const std::string& file) {
  static std::map<std::string, std::unique_ptr<Told>> all;
  const auto known = all.find(file);
  if (known != all.end()) return *known->second;
  const Story story = read_story(file);
  auto office = story.begins_with.empty() ? std::make_unique<Told>() : std::make_unique<Told>(told(story.begins_with));
  std::map<int, std::string> rewrites;
  const bool accepting = std::getenv("ANJUAN_ACCEPT") != nullptr;
  Teller(story, *office, [&](const Story& of, int line, const std::string& what, const std::string& rewrite) {
    if (accepting && !rewrite.empty()) rewrites.emplace(line, rewrite);
    else ADD_FAILURE_AT((folder / of.file).c_str(), line) << split(of.text, '\n')[static_cast<std::size_t>(line - 1)] << "\n" << what;
  }).tell();
  if (!rewrites.empty()) accept(story, rewrites);
  return *all.emplace(file, std::move(office)).first->second;
}

std::vector<std::string> story_files() {
  std::vector<std::string> out;
  for (const auto& entry : support::fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".story") out.push_back(entry.path().filename().string());
  }
  std::sort(out.begin(), out.end());
  return out;
}

class Stories : public testing::TestWithParam<std::string> {};

TEST_P(Stories, GoAsTold) { told(GetParam()); }

INSTANTIATE_TEST_SUITE_P(Told, Stories, testing::ValuesIn(story_files()), [](const testing::TestParamInfo<std::string>& story) {
  return replace_all(replace_all(story.param, ".story", ""), "-", "_");
});

/// Whatever happened in a story, the office it leaves is whole: nothing is changed, lost or out of order.
TEST_P(Stories, LeaveAnOfficeThatVerifies) {
  const Diagnostics found = store::verify_store(told(GetParam()).office.folder());
  EXPECT_TRUE(found.empty()) << support::shown(found);
}

}  // namespace
}  // namespace anjuan::stories
