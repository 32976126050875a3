// init and update: who made the office what it is stands in its journal, and what an office is for stays.

#include "cli/played_office.h"

namespace anjuan::cli {
namespace {

namespace fs = std::filesystem;

/// Definitions for `update` and `init`: those of the other procedure among the examples, as to prove the large ones takes long.
std::vector<std::string> with_bureau(const std::string& file, std::vector<std::string> words = {}) {
  const std::string all = ANJUAN_SOURCE_DIR, own = all + "/examples/07-another-procedure";
  words.insert(words.end(), {"--bureau", file});
  for (const std::string& path : {own + "/workflows", own + "/forms", own + "/templates", all + "/templates", all + "/workflows/calendar",
                                  all + "/workflows/dossier.xml", all + "/workflows/mappings/publication.xml"}) {
    words.insert(words.end(), {"--definitions", path});
  }
  return words;
}

const std::string exercise = read_file(ANJUAN_SOURCE_DIR "/examples/07-another-procedure/bureau.xml");

/// The journal as an outside keeper is given it.
std::string journal_of(const std::string& office) {
  const std::string file = (fresh_folder("journal") / "journal.txt").string();
  EXPECT_EQ(ran(journal_export_command(), {file}, Language::chinese, office).status, status_done);
  return read_file(file);
}

std::string last_entry(const std::string& office) {
  const std::vector<std::string> lines = split(trim(journal_of(office)), '\n');
  return lines.back();
}

/// An office that does real work; `user`: who logs in as 梅子青.
struct RealOffice {
  fs::path folder = fresh_folder("real");
  std::string bureau, office = (folder / "office").string();

  explicit RealOffice(const std::string& user) {
    const std::string real = replace_all(exercise, " exercise=\"yes\" mark=\"示例\"", "");
    bureau = write_file(folder / "bureau.xml", replace_all(real, "name=\"梅子青\"", "name=\"梅子青\" os-user=\"" + user + "\""));
    const Ran made = ran(init_command(), with_bureau(bureau, {office}));
    EXPECT_EQ(made.status, status_done) << made.err;
  }
};

constexpr const char* by_name = "\"recorded_as\":\"R03\",\"recorder\":{\"单位\":\"办公室\",\"姓名\":\"梅子青\",\"编号\":\"R03\"";

TEST(Init, NamesTheUserAsTheBureauDoesThatTheOfficeBeginsWith) {
  const std::string entry = last_entry(RealOffice("clerk").office);
  EXPECT_NE(entry.find("\"kind\":\"init\""), std::string::npos);
  EXPECT_NE(entry.find(by_name), std::string::npos) << entry.substr(entry.find("\"recorded"));
}

// Whoever sets up computers need not be one of the office's people.
TEST(Init, NamesAStrangerAsTheSystemHasHim) {
  const std::string entry = last_entry(RealOffice("ziqing").office);
  EXPECT_NE(entry.find("\"recorded_as\":\"os-user=clerk\""), std::string::npos) << entry.substr(entry.find("\"recorded"));
}

TEST(Update, IsRecordedByThePersonAndNotByTheUser) {
  const RealOffice real("clerk");
  const Ran got = ran(update_command(), with_bureau(real.bureau), Language::chinese, real.office);
  ASSERT_EQ(got.status, status_done) << got.err;
  const std::string all = journal_of(real.office), entry = all.substr(all.find("\"kind\":\"update\""));
  EXPECT_NE(entry.find(by_name), std::string::npos) << entry.substr(entry.find("\"recorded"));
}

TEST(Update, IsRefusedToAStrangerWhoIsRecorded) {
  const RealOffice real("ziqing");
  const Ran got = ran(update_command(), with_bureau(real.bureau), Language::chinese, real.office);
  EXPECT_EQ(got.status, status_refused);
  EXPECT_NE(got.err.find("AJ3011"), std::string::npos) << got.err;
  const std::string entry = last_entry(real.office);
  EXPECT_NE(entry.find("\"attempted\":\"update\""), std::string::npos);
  EXPECT_NE(entry.find("\"recorded_as\":\"os-user=clerk\""), std::string::npos) << entry.substr(entry.find("\"recorded"));
}

// Somebody tried to have the office work by rules that do not hold.
TEST(Update, RecordsThatDefinitionsWereRefused) {
  const RealOffice real("clerk");
  const std::string wrong = write_file(real.folder / "wrong.xml", replace_all(read_file(real.bureau), "<post name=\"局长\"", "<post name=\"局长\" from=\"昨天\""));
  const Ran got = ran(update_command(), with_bureau(wrong), Language::chinese, real.office);
  EXPECT_EQ(got.status, status_refused);
  EXPECT_NE(last_entry(real.office).find("\"attempted\":\"update\""), std::string::npos);
}

TEST(Update, CannotTurnRealWorkIntoAnExercise) {
  const RealOffice real("clerk");
  const Ran got = ran(update_command(), with_bureau(write_file(real.folder / "exercise.xml", exercise)), Language::chinese, real.office);
  EXPECT_EQ(got.status, status_refused);
  EXPECT_NE(got.err.find("AJ2897"), std::string::npos) << got.err;
}

// Whether all acts are real or none is decided when the office is made.
TEST(Update, CannotTurnAnExerciseIntoRealWork) {
  const auto folder = fresh_folder("mode");
  const std::string office = (folder / "office").string(), as_before = write_file(folder / "exercise.xml", exercise);
  ASSERT_EQ(ran(init_command(), with_bureau(as_before, {office})).status, status_done);
  const std::string real = write_file(folder / "real.xml", replace_all(exercise, "exercise=\"yes\"", "exercise=\"no\""));
  const Ran got = ran(update_command(), with_bureau(real), Language::chinese, office);
  EXPECT_EQ(got.status, status_refused);
  EXPECT_NE(got.err.find("AJ2898"), std::string::npos) << got.err;
  EXPECT_NE(last_entry(office).find("\"attempted\":\"update\""), std::string::npos);  // and that somebody tried is on record
}

}  // namespace
}  // namespace anjuan::cli
