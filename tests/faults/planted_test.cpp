// The suite is sharp: with each of six mistakes that stores make, it finds something wrong. The program has
// none of them; the shim brings them about. Without any, the same runs find nothing.

#include "faults/runs.h"

namespace anjuan::faults {
namespace {

const char* name_of(Planted planted) {
  static const char* const names[] = {"nothing planted", "no fsync of files", "no fsync of folders", "commit before file", "WAL with NORMAL", "DELETE with FULL", "number taken outside"};
  return names[static_cast<int>(planted)];
}

class PlantedMistakes : public ::testing::TestWithParam<Planted> {};

TEST_P(PlantedMistakes, AreFound) {
  // Signing writes no copies to open and print, which would make more durable than the act itself does.
  static Trial plain(kind_named("scan")), numbered(kind_named("draw"));
  Trial& trial = GetParam() == Planted::number_outside ? numbered : plain;
  const MomentFigures found = go_through_moments(trial, {.at = 1, .step = step_of(trial.calls().calls, all_of_them() ? most_points() : 6), .subsets = 2, .planted = GetParam()});
  std::printf("%-22s %4ld kills %4ld wrong, %5ld power cuts %4ld wrong\n", name_of(GetParam()), found.kills.runs, found.kills.wrong, found.cuts.runs, found.cuts.wrong);
  const long wrong = found.kills.wrong + found.cuts.wrong;
  if (GetParam() == Planted::none) {
    EXPECT_EQ(wrong, 0);
  } else {
    EXPECT_GT(wrong, 0) << name_of(GetParam()) << " is not noticed";
  }
}

INSTANTIATE_TEST_SUITE_P(Store, PlantedMistakes,
                         ::testing::Values(Planted::none, Planted::file_not_synced, Planted::folder_not_synced, Planted::commit_before_file, Planted::wal_normal,
                                           Planted::delete_full, Planted::number_outside),
                         [](const auto& info) { return std::to_string(static_cast<int>(info.param)); });

}  // namespace
}  // namespace anjuan::faults
