// The two commands on a machine that lacks something: what they say and do. apt itself is replaced by
// scripts that note how they were called.

#include <gtest/gtest.h>

#include "architecture/sources.h"

namespace anjuan::architecture {
namespace {

class Install : public testing::Test {
 protected:
  void SetUp() override {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    program("dpkg-query", "case \" $MISSING \" in *\" $4 \"*) exit 1 ;; esac\nprintf 'install ok installed'");
    program("apt-cache", "exit \"${UNKNOWN:-0}\"");
    program("apt-get",
            "echo \"$*\" >>\"$NOTES\"\n[ ! -e \"$NOTES.fail\" ] || { rm \"$NOTES.fail\"; echo 'no such "
            "file'; exit 100; }");
    program("id", "echo \"${USER_ID:-0}\"");
    program("sudo", "echo sudo >>\"$NOTES\"\nexec \"$@\"");
  }
  void program(const std::string& name, const std::string& body) const {
    std::ofstream(folder_ / name) << "#!/bin/sh\n" << body << "\n";
    fs::permissions(folder_ / name, fs::perms::owner_all);
  }
  struct Ran {
    int status = 0;
    std::string printed, noted;
  };
  Ran run(const std::string& environment, const std::string& kinds) const {
    const fs::path out = folder_ / "printed", notes = folder_ / "noted";
    fs::remove(notes);
    const std::string command = environment + " NOTES='" + notes.string() + "' PATH='" + folder_.string() +
                                "':\"$PATH\" sh '" + (root / ".ci/install.sh").string() + "' " + kinds +
                                " >'" + out.string() + "' 2>&1 </dev/null";
    const int status = std::system(command.c_str());
    return {WEXITSTATUS(status), read(out), fs::exists(notes) ? read(notes) : ""};
  }
  fs::path folder_ = fs::path(ANJUAN_BINARY_DIR) / "test-install";
};

TEST_F(Install, IsSilentWhenNothingIsMissing) {
  const Ran ran = run("", "build test");
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.printed, "");
  EXPECT_EQ(ran.noted, "");
}

TEST_F(Install, SaysFirstWhatItWillInstall) {
  const Ran ran = run("MISSING='cmake qpdf'", "build test");
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.printed, "将用 apt 安装： cmake qpdf\n");
  EXPECT_EQ(ran.noted, "-q -o Dpkg::Use-Pty=0 install -y --no-install-recommends cmake qpdf\n");
}

TEST_F(Install, LeavesOutKindsThatWereNotAskedFor) {
  EXPECT_EQ(run("MISSING='cmake qpdf'", "build").printed, "将用 apt 安装： cmake\n");
}

TEST_F(Install, UpdatesTheListsOnlyWhenTheyDoNotKnowAPackage) {
  const Ran ran = run("MISSING=cmake UNKNOWN=1", "build");
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.noted,
            "-q -o Dpkg::Use-Pty=0 update\n-q -o Dpkg::Use-Pty=0 install -y --no-install-recommends cmake\n");
}

TEST_F(Install, TriesOnceMoreWithFreshLists) {
  std::ofstream(folder_ / "noted.fail") << "";
  const Ran ran = run("MISSING=cmake", "build");
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.noted,
            "-q -o Dpkg::Use-Pty=0 install -y --no-install-recommends cmake\n-q -o Dpkg::Use-Pty=0 update\n"
            "-q -o Dpkg::Use-Pty=0 install -y --no-install-recommends cmake\n");
}

TEST_F(Install, GoesThroughSudoForOthersThanRoot) {
  const Ran ran = run("MISSING=cmake USER_ID=1000", "build");
  EXPECT_EQ(ran.status, 0);
  EXPECT_TRUE(ran.noted.starts_with("sudo\n")) << ran.noted;
}

TEST_F(Install, InstallsNoFontPackageButMakesItKnown) {
  EXPECT_EQ(run("MISSING=texlive-lang-chinese", "font").noted, "");
  EXPECT_EQ(run("MISSING=texlive-lang-chinese UNKNOWN=1", "font").noted, "-q -o Dpkg::Use-Pty=0 update\n");
}

TEST_F(Install, WantsAKind) { EXPECT_EQ(run("", "").status, 2); }

}  // namespace
}  // namespace anjuan::architecture
