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
  std::vector<Plan> plans;
  for (const long at : points(trial.calls().calls, all_of_them() ? trial.calls().calls : 6, 0)) {
    plans.push_back({.fault = Fault::kill, .at = at, .planted = GetParam()});
    plans.push_back({.fault = Fault::power_cut, .at = at, .subsets = 1, .planted = GetParam()});
  }
  plans.push_back({.fault = Fault::power_cut, .at = 0, .subsets = 4, .planted = GetParam()});
  const Figures figures = go_through(trial, plans);
  std::printf("%-22s %5ld runs %5ld wrong\n", name_of(GetParam()), figures.runs, figures.wrong);
  if (GetParam() == Planted::none) {
    EXPECT_EQ(figures.wrong, 0);
  } else {
    EXPECT_GT(figures.wrong, 0) << name_of(GetParam()) << " is not noticed";
  }
}

INSTANTIATE_TEST_SUITE_P(Store, PlantedMistakes,
                         ::testing::Values(Planted::none, Planted::file_not_synced, Planted::folder_not_synced, Planted::commit_before_file, Planted::wal_normal,
                                           Planted::delete_full, Planted::number_outside),
                         [](const auto& info) { return std::to_string(static_cast<int>(info.param)); });

}  // namespace
}  // namespace anjuan::faults
