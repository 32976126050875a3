// What the journal says of rows, for as many as an office has.

#include "store/recorded_rows.h"

#include "base/digest.h"
#include "store/messages.h"
#include "store/office.h"
#include "store/rows.h"

namespace anjuan::store {
namespace {

std::string name_of(int i) { return "cases/2026-1-" + std::to_string(i); }

/// An entry that wrote one row.
journal::Named wrote(const std::string& name, const std::string& seal) { return {.case_id = "", .files = {}, .rows = {{name, seal}}, .plain = {}}; }

TEST(RecordedRows, TellsTheLostOneTheChangedOneAndTheOneNobodyWroteOfManyThousand) {
  constexpr int many = 20'000, lost = 7'001, changed = 12'345;
  std::vector<std::string> seals;
  for (int i = 0; i < many; ++i) seals.push_back(sha256(name_of(i)));
  RecordedRows rows;
  for (int i = 0; i < many; ++i) rows.take(i + 1, wrote(name_of(i), sha256("before")));
  for (int i = 0; i < many; ++i) rows.take(many + i + 1, wrote(name_of(i), seals[static_cast<std::size_t>(i)]));
  Diagnostics found;
  for (int i = many - 1; i >= 0; --i) {
    if (i != lost) rows.meet(name_of(i), i == changed ? sha256("before") : seals[static_cast<std::size_t>(i)], found);
  }
  rows.meet(name_of(many), seals[0], found);
  rows.finish(found);
  ASSERT_EQ(found.size(), 3u) << shown(found);
  EXPECT_EQ(shown({found[0]}), shown({diagnose(messages::row_not_as_recorded, Place{}, about_row(name_of(changed)), std::to_string(many + changed + 1))}));
  EXPECT_EQ(shown({found[1]}), shown({diagnose(messages::row_unrecorded, Place{}, about_row(name_of(many)))}));
  EXPECT_EQ(shown({found[2]}), shown({diagnose(messages::row_lost, Place{}, about_row(name_of(lost)), std::to_string(many + lost + 1))}));
}

// The names of an entry are views of its text, which the next entry replaces; some are longer than a block of them.
TEST(RecordedRows, KeepsTheNamesOfEntriesThatAreGone) {
  RecordedRows rows;
  Diagnostics found;
  const std::string seal = sha256(""), longest = "settings/" + std::string(100'000, 'x');
  for (std::string name : {std::string("settings/a"), longest, std::string("settings/b")}) {
    rows.take(1, wrote(name, seal));
    name.assign(name.size(), '?');
  }
  for (const std::string& name : {longest, std::string("settings/b")}) rows.meet(name, seal, found);
  rows.finish(found);
  EXPECT_EQ(shown(found), shown({diagnose(messages::row_lost, Place{}, about_row("settings/a"), "1")}));
}

TEST(RecordedRows, DoesNotMissARowThatWasRemovedOnRecord) {
  RecordedRows rows;
  Diagnostics found;
  rows.take(1, wrote("settings/a", sha256("")));
  rows.take(2, wrote("settings/a", ""));
  rows.finish(found);
  EXPECT_EQ(shown(found), "");
}

}  // namespace
}  // namespace anjuan::store
