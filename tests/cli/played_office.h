#pragma once
// An office in the middle of a round: the first case is inspected, its report is due on 22 September
// 2026 (20 September, a Sunday, is worked), and one attempt to hand in a wrong report was refused. Played once for all tests.

#include "base/text.h"
#include "cli/ran.h"

namespace anjuan::cli {

/// The sample round's script up to the refused report.
inline std::string script_until_refused_report() {
  std::string text = read_file(ANJUAN_SOURCE_DIR "/examples/round.acts");
  const std::string handed_in = "\n办 2026-1-01 提交检查报告 ";
  const auto end = text.find(handed_in);
  EXPECT_NE(end, std::string::npos) << "examples/round.acts no longer hands in the report of 2026-1-01";
  text = text.substr(0, end) + "\n";
  text = replace_all(std::move(text), "county/", ANJUAN_SOURCE_DIR "/examples/county/");
  return replace_all(std::move(text), " ../", " " ANJUAN_SOURCE_DIR "/");
}

inline const std::string& played_office() {
  static const std::string office = [] {
    const auto folder = fresh_folder("office");
    const std::string script = write_file(folder / "part.acts", script_until_refused_report());
    const Ran played = ran(play_command(), {script, "--into", (folder / "office").string()});
    EXPECT_EQ(played.status, status_done) << played.err;
    return (folder / "office").string();
  }();
  return office;
}

/// A copy that a test may damage.
inline std::string copied_office() {
  const auto folder = fresh_folder("copy") / "office";
  std::filesystem::copy(played_office(), folder, std::filesystem::copy_options::recursive);
  return folder.string();
}

}  // namespace anjuan::cli
