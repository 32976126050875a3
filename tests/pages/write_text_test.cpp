#include "paper.h"

namespace anjuan::pages {
namespace {

// The positions of a small notice, read and found right; sizes and places in micrometres. The faces are
// numbered in order of roles, so that any machine with the packages of .ci/packages.txt agrees.
TEST(WriteText, DescribesEveryMark) {
  if (read_bytes(ANJUAN_BINARY_DIR "/fonts/FandolFang-Regular.otf").empty() &&
      read_bytes(ANJUAN_SOURCE_DIR "/build/fonts/FandolFang-Regular.otf").empty()) {
    std::puts("skipped: FandolFang is not here; run sh .ci/fonts.sh build");
    GTEST_SKIP() << "FandolFang is not here; run sh .ci/fonts.sh build";
  }
  Table table;
  table.columns = {1, 3};
  table.rows = {row({"名称", "示例县明理律师事务所"}), row({"电话", "0391-0000000"})};
  Manuscript m = manuscript("enforcement", {paragraph(Role::title, "行政检查通知书"),
                                            paragraph(Role::number, "示司检通〔2026〕12号"),
                                            paragraph(Role::addressee, "示例县明理律师事务所："),
                                            paragraph(Role::body,
                                                      "根据《中华人民共和国律师法》第五十二条的规定，本机关决"
                                                      "定对你单位实施行政检查，现将有关事项通知如下。"),
                                            table, Signature{{"示例县司法局"}, "2026年9月3日", true},
                                            SignLine{{{"签收：", {}, false, 0}, blank(45000)}, Align::left}});
  m.watermark = "示例";
  const std::string path = ANJUAN_SOURCE_DIR "/tests/pages/golden/notice.pages";
  const std::string text = write_text(set(m));
  if (std::getenv("ANJUAN_ACCEPT") != nullptr) std::ofstream(path, std::ios::binary) << text;
  EXPECT_EQ(text, read_bytes(path));
}

}  // namespace
}  // namespace anjuan::pages
