// Tells each *.story of this folder in an office of its own. With ANJUAN_ACCEPT set, lines that say how
// things stand are rewritten as they are now; read the difference before keeping it.

#include <cstdlib>

#include "store/verify_store.h"
#include "stories/teller.h"
#include "stories/workshop.h"

namespace anjuan::stories {
namespace {

const support::fs::path folder = support::source_folder / "tests" / "stories";

Teller& teller() {
  static Teller all(workshop());
  return all;
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

TEST_P(Stories, GoAsTold) {
  const Told& told = teller().tell((folder / GetParam()).string());
  if (std::getenv("ANJUAN_ACCEPT") && accepted(told) != told.story.text) {
    support::write_bytes(told.story.file, accepted(told));
    return;
  }
  for (const Mistake& mistake : told.wrong) {
    std::string text;
    for (const Diagnostic& d : mistake.why) text += render(d, Language::chinese, told.story.text);
    ADD_FAILURE_AT(told.story.file.c_str(), mistake.line) << text;
  }
  if (told.unjudged)
    std::printf("skipped: %zu lines of %s, pdftotext is not installed\n", told.unjudged, GetParam().c_str());
}

/// Whatever happened in a story, the office it leaves is whole: nothing is changed, lost or out of order.
TEST_P(Stories, LeaveAnOfficeThatVerifies) {
  const Told& told = teller().tell((folder / GetParam()).string());
  if (!told.office) return;
  const Diagnostics found = store::verify_store(told.office->folder());
  EXPECT_TRUE(found.empty()) << support::shown(found);
}

INSTANTIATE_TEST_SUITE_P(Told, Stories, testing::ValuesIn(story_files()),
                         [](const testing::TestParamInfo<std::string>& story) {
                           return replace_all(replace_all(story.param, ".story", ""), "-", "_");
                         });

/// Every state of the shipped procedures is reached, and every transition taken, by some story or by the
/// sample round.
TEST(Told, WalkEveryStateAndTransitionOfTheShippedProcedures) {
  for (const std::string& file : story_files()) teller().tell((folder / file).string());
  teller().tell((support::source_folder / "examples" / "round.acts").string());
  const auto procedures = teller().coverage().procedures();
  ASSERT_GE(procedures.size(), 2u);
  for (const Walked* walked : procedures) {
    const procedure::Definition& d = *walked->definition;
    for (const procedure::StateIndex s : states_to_reach(d)) {
      EXPECT_TRUE(walked->reached.contains(s)) << d.file << ":" << d.states[s].place.line
                                               << ": no story reaches " << procedure::label_of(d.states[s]);
    }
    for (const procedure::TransitionIndex t : transitions_to_take(d)) {
      EXPECT_TRUE(walked->taken.contains(t))
          << d.file << ":" << d.transitions[t].place.line << ": no story takes " << d.transitions[t].label;
    }
  }
}

}  // namespace
}  // namespace anjuan::stories
