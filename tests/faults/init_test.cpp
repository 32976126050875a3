// An office is made whole or not at all.

#include "faults/runs.h"

namespace anjuan::faults {
namespace {

std::vector<std::string> init_words(const std::string& office) {
  std::vector<std::string> words = {"init", office};
  for (const std::string& word : small_definitions("")) words.push_back(word);
  return words;
}

/// What is wrong after an init by this plan in an empty folder, "" when nothing is.
std::string init_and_look(Plan plan, const std::string& desk, const Head& whole) {
  fs::remove_all(desk);
  fs::create_directories(desk + "/rooms");
  plan.office = desk + "/rooms";
  plan.left = desk + "/left";
  plan.now = january;
  const Ended ended = Running(init_words(desk + "/rooms/office"), plan, desk).wait();
  const std::string office = (plan.fault == Fault::power_cut ? plan.left + "/0" : plan.office) + "/office";
  if (ended.status != 0 && ended.status != 3 && !ended.killed()) return "ends with " + std::to_string(ended.status) + ended.err;
  if (ended.status == 0 && !fs::exists(office)) return "an acknowledged office is lost";
  if (!fs::exists(office)) {
    const Ended again = Running(init_words(office), {.office = plan.office, .now = january}, desk).wait();
    if (again.status != 0) return "the next run ends with " + std::to_string(again.status) + ": " + again.err;
  }
  Head head;
  const std::string wrong = look(office, head);
  return !wrong.empty() || head == whole ? wrong : "the office is there in part";
}

TEST(Init, MakesAnOfficeWholeOrNotAtAll) {
  const std::string desk = (Offices::all().root() / "init").string();
  fs::create_directories(desk + "/rooms");
  const Ended ended = Running(init_words(desk + "/rooms/office"), {.office = desk + "/rooms", .now = january, .counts = desk + "/counts"}, desk).wait();
  ASSERT_EQ(ended.status, 0) << ended.err;
  Head whole;
  ASSERT_EQ(look(desk + "/rooms/office", whole), "");
  const long calls = calls_of(desk + "/counts").calls;
  EXPECT_GT(calls, 50);
  long runs = 0;
  for (const Fault fault : {Fault::kill, Fault::power_cut, Fault::io_error, Fault::disk_full}) {
    std::vector<long> all = points(calls, all_of_them() ? calls : 3, static_cast<std::size_t>(fault));
    if (fault == Fault::power_cut) all.push_back(0);
    for (const long at : all) {
      ++runs;
      EXPECT_EQ(init_and_look({.fault = fault, .at = at}, desk, whole), "") << "fault " << static_cast<int>(fault) << " at " << at;
    }
  }
  std::printf("%-10s %6ld points %6ld runs\n", "init", calls, runs);
  fs::remove_all(desk);
}

}  // namespace
}  // namespace anjuan::faults
