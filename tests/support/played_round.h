#pragma once
// The whole sample round (examples/round.acts), played in a fake office.

#include <memory>

#include "stories/player.h"
#include "support/fake_office.h"

namespace anjuan::support {

using stories::Desk;

/// The acts of a script that must be readable.
inline std::vector<stories::ScriptAct> acts_of(const std::string& text, const std::string& file = "script") {
  return well(stories::read_script(text, file));
}

/// Does one act of a script whose paths count from examples/.
inline Result<stories::Performed> perform(FakeOffice& office, Desk& desk, const stories::ScriptAct& act) {
  const auto read = [](const std::string& path, std::string& bytes) { return cli::read_whole(path, bytes); };
  return stories::Player(office.office(), desk, (source_folder / "examples").string(), read).perform(act);
}

/// Plays a script from the shipped examples; an act that goes otherwise than the script says fails the test.
inline std::unique_ptr<FakeOffice> play(const std::string& script) {
  auto office = std::make_unique<FakeOffice>();
  Desk desk;
  const fs::path file = source_folder / "examples" / script;
  for (const stories::ScriptAct& act : acts_of(read_bytes(file), script)) {
    if (act.verb == "题目" || act.verb == "机构" || act.verb == "定义") continue;
    const auto result = perform(*office, desk, act);
    if (result.ok() == act.refused) {
      ADD_FAILURE_AT(file.c_str(), act.line) << (act.refused ? "should have been refused" : shown(result));
      break;
    }
  }
  return office;
}

/// Played once for each program; for tests that only look at it.
inline FakeOffice& played_round() {
  static const std::unique_ptr<FakeOffice> office = play("round.acts");
  return *office;
}

/// A registry of one county: the four registers imported.
inline void import_registers(FakeOffice& office) {
  Desk desk;
  const char* const acts =
      "记录人 陆明舟\n"
      "日期 2026-08-31\n"
      "导入 检查对象 county/检查对象名录库_机构.csv 理由 年度更新\n"
      "导入 执业人员 county/检查对象名录库_执业人员.csv 理由 年度更新\n"
      "导入 执法检查人员 county/执法检查人员名录库.csv 理由 年度更新 略去错行 是\n"
      "导入 抽查事项 county/抽查事项清单.csv 理由 年度更新\n";
  for (const stories::ScriptAct& act : acts_of(acts)) well(perform(office, desk, act));
}

}  // namespace anjuan::support
