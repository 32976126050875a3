// verify and dossier verify: what was changed is found.

#include "base/digest.h"
#include "cli/played_office.h"
#include "dossier/manifest.h"

namespace anjuan::cli {
namespace {

namespace fs = std::filesystem;

TEST(VerifyOffice, HoldsAndGivesTheDigestToNoteElsewhere) {
  const Ran got = ran(verify_command(), {}, Language::chinese, played_office());
  EXPECT_EQ(got.status, status_done) << got.err;
  EXPECT_NE(got.out.find("核验一致："), std::string::npos) << got.out;
  EXPECT_NE(got.out.find("抽取 1 次重新计算结果相同"), std::string::npos) << got.out;
  const std::string head = got.out.substr(got.out.size() - 65, 64);
  EXPECT_EQ(ran(verify_command(), {"--head", head}, Language::chinese, played_office()).status, status_done);
  EXPECT_EQ(ran(verify_command(), {"--head", std::string(64, 'f')}, Language::chinese, played_office()).status, status_refused);
}

TEST(VerifyOffice, DoesAllActsAgainWithTheSameOutcome) {
  const Ran got = ran(verify_command(), {"--replay"}, Language::chinese, played_office());
  EXPECT_EQ(got.status, status_done) << got.err;
  EXPECT_NE(got.out.find("重演一致："), std::string::npos) << got.out;
}

TEST(VerifyOffice, FindsAChangedFile) {
  const std::string office = copied_office();
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(office) / "files")) {
    if (!entry.is_regular_file()) continue;
    fs::permissions(entry.path(), fs::perms::owner_all);
    std::string bytes = read_file(entry.path());
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    write_file(entry.path(), bytes);
    break;
  }
  EXPECT_NE(ran(verify_command(), {}, Language::chinese, office).status, status_done);
}

/// A filed volume of one paper, as an office has it.
struct FiledVolume {
  fs::path folder = fresh_folder("filed");
  std::string manifest = (folder / "案卷" / "2026-1-01-清单.json").string();

  FiledVolume() {
    fs::create_directories(folder / "案卷");
    fs::create_directories(folder / "文书/2026-1-01");
    write_file(folder / "案卷/2026-1-01.pdf", "the volume");
    write_file(folder / "文书/2026-1-01/W01 检查报告.pdf", "the report");
    dossier::Manifest m;
    m.case_number = "2026-1-01";
    m.archival_code = "0128-ZY·2026-Y-LSG-0001";
    m.title = "检查卷";
    m.pages = 3;
    m.volume = {"案卷/2026-1-01.pdf", sha256("the volume")};
    m.items.push_back({1, "2026-1-01-W01", "检查报告", "检查报告", "", 1, 3, {"文书/2026-1-01/W01 检查报告.pdf", sha256("the report")}, std::nullopt});
    m.head_n = 1;
    m.head_digest = std::string(64, '0');
    write_file(manifest, dossier::write_manifest(m));
  }
};

TEST(DossierVerify, HoldsForAVolumeInItsOffice) {
  const FiledVolume filed;
  const Ran got = ran(dossier_verify_command(), {filed.manifest});
  EXPECT_EQ(got.status, status_done) << got.err;
  EXPECT_NE(got.out.find("档号 0128-ZY·2026-Y-LSG-0001"), std::string::npos) << got.out;
}

TEST(DossierVerify, FindsAChangedPaperByName) {
  const FiledVolume filed;
  write_file(filed.folder / "文书/2026-1-01/W01 检查报告.pdf", "the rep0rt");
  const Ran got = ran(dossier_verify_command(), {filed.manifest});
  EXPECT_EQ(got.status, status_refused);
  EXPECT_NE(got.err.find("W01 检查报告.pdf"), std::string::npos) << got.err;
}

TEST(DossierVerify, FindsAMissingVolume) {
  const FiledVolume filed;
  fs::remove(filed.folder / "案卷/2026-1-01.pdf");
  EXPECT_EQ(ran(dossier_verify_command(), {filed.manifest}).status, status_refused);
}

TEST(DossierVerify, RefusesWhatIsNoManifest) {
  const auto folder = fresh_folder("wrong");
  EXPECT_EQ(ran(dossier_verify_command(), {write_file(folder / "x.json", "{}")}).status, status_refused);
}

}  // namespace
}  // namespace anjuan::cli
