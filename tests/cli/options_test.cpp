// The command line itself: what is not understood is said with what is.

#include "base/text.h"
#include "cli/played_office.h"
#include "store/sqlite_store.h"

namespace anjuan::cli {
namespace {

/// The whole program, from its words on.
Ran program(const std::vector<std::string>& words) {
  std::ostringstream out, err;
  Terminal terminal{out, err, Language::chinese, false, "clerk", *parse_moment("2026-09-10T09:30:00+08:00"), ".", ANJUAN_BINARY_DIR "/fonts"};
  const int status = run(terminal, words);
  return {status, out.str(), err.str()};
}

bool complains(const Ran& got, const std::string& code, int status) { return got.status == status && got.err.find(code) != std::string::npos; }

TEST(Program, PrintsEveryCommandInItsOverview) {
  const Ran got = program({"--help"});
  EXPECT_EQ(got.status, status_done);
  for (const Command& command : commands()) EXPECT_NE(got.out.find("  " + command.rules.name + " "), std::string::npos) << command.rules.name;
}

TEST(Program, HasHelpInBothLanguagesForEachCommand) {
  for (const Command& command : commands()) {
    std::vector<std::string> words = split(command.rules.name, ' ');
    words.push_back("--help");
    const Ran zh = program(words);
    EXPECT_EQ(zh.status, status_done) << command.rules.name;
    EXPECT_TRUE(zh.out.starts_with("用法：anjuan " + command.rules.name)) << zh.out;
    words.insert(words.end(), {"--lang", "en"});
    EXPECT_TRUE(program(words).out.starts_with("usage: anjuan " + command.rules.name)) << command.rules.name;
  }
}

/// A stream whose other end takes so many bytes and no more, as a full disk does.
class Narrow : public std::streambuf {
 public:
  explicit Narrow(std::size_t takes) : left_(takes) {}

 protected:
  int_type overflow(int_type c) override { return left_ == 0 ? traits_type::eof() : (--left_, c); }

 private:
  std::size_t left_;
};

TEST(Program, TellsThatItsOutputIsLost) {
  for (const std::size_t takes : {0, 10}) {
    Narrow narrow(takes);
    std::ostream out(&narrow);
    std::ostringstream err;
    Terminal terminal{out, err, Language::chinese, false, "clerk", *parse_moment("2026-09-10T09:30:00+08:00"), ".", ""};
    EXPECT_EQ(run(terminal, {"--version"}), status_fault);
    EXPECT_NE(err.str().find("AJ3914"), std::string::npos) << err.str();
    EXPECT_EQ(err.str().find("没有写入任何内容"), std::string::npos) << "an act may be recorded";
  }
}

TEST(Program, NamesTheNearestCommand) {
  const Ran got = program({"shwo", "2026-1"});
  EXPECT_TRUE(complains(got, "AJ3001", status_usage)) << got.err;
  EXPECT_NE(got.err.find("“show”"), std::string::npos) << got.err;
}

TEST(Program, NeedsACommand) { EXPECT_EQ(program({}).status, status_usage); }

TEST(Program, RefusesUnknownMissingAndSuperfluousWords) {
  EXPECT_TRUE(complains(program({"due", "--when", "x"}), "AJ3002", status_usage));
  EXPECT_TRUE(complains(program({"list", "--lang", "fr"}), "AJ3003", status_usage));
  EXPECT_TRUE(complains(program({"show"}), "AJ3004", status_usage));
  EXPECT_TRUE(complains(program({"show", "1", "2"}), "AJ3005", status_usage));
}

TEST(Program, RefusesWordsThatAreNotWhatTheyLookLike) {
  for (const char* word : {"2026\x1b[31m", "\u202E2026", "陆\u200B明舟", "\xff"}) {
    const Ran got = program({"show", word});
    EXPECT_TRUE(complains(got, "AJ3012", status_usage));
    EXPECT_EQ(got.err.find(word), std::string::npos) << "it is not printed";
  }
}

TEST(Import, RefusesAFileThatIsFarTooLargeWithoutReadingIt) {
  const auto folder = fresh_folder("large");
  const std::string file = write_file(folder / "large.xlsx", "");
  fs::resize_file(file, std::uintmax_t{64} << 30);  // of holes
  const std::vector<std::string> words{file, "--as", "targets", "--reason", "试", "--by", "陆明舟", "--recorder", "陆明舟"};
  EXPECT_TRUE(complains(ran(import_command(), words, Language::chinese, copied_office()), "AJ3013", status_refused));
}

TEST(Import, ListsTheSameMistakeAHundredTimesAndThenCounts) {
  const std::string table = read_file(ANJUAN_SOURCE_DIR "/examples/county/执法检查人员名录库.csv");
  const auto head = table.find('\n') + 1, row = table.find('\n', head) + 1;
  std::string rows = table.substr(0, row);
  for (int i = 0; i < 300; ++i) rows += table.substr(head, row - head);
  const std::string file = write_file(fresh_folder("twice") / "名录.csv", rows);
  const Ran got = ran(import_command(), {file, "--as", "inspectors", "--reason", "试", "--by", "陆明舟", "--recorder", "陆明舟"}, Language::chinese, copied_office());
  EXPECT_EQ(got.status, status_refused);
  EXPECT_NE(got.err.find("另有 500 处同样的问题（AJ2123），没有逐一列出。"), std::string::npos) << got.err;
}

TEST(Import, StopsTellingWhereEveryRowIsWrongAndKeepsTheJournalSmall) {
  const std::string table = read_file(ANJUAN_SOURCE_DIR "/examples/county/执法检查人员名录库.csv");
  const auto head = table.find('\n') + 1, row = table.find('\n', head) + 1;
  std::string rows = table.substr(0, row);
  for (int i = 0; i < 12000; ++i) rows += table.substr(head, row - head);
  const std::string file = write_file(fresh_folder("all") / "名录.csv", rows), office = copied_office();
  const std::vector<std::string> words{file, "--as", "inspectors", "--reason", "试", "--by", "陆明舟", "--recorder", "陆明舟"};
  EXPECT_TRUE(complains(ran(import_command(), words, Language::chinese, office), "AJ2139", status_refused));
  const auto store = store::open_office_store(office);
  const auto journal = (*(*store)->read())->read_journal();
  EXPECT_LT(journal->back().text.size(), 200000u);
}

TEST(Event, TakesATextFileAsOneReadsItOrRefusesIt) {
  const auto folder = fresh_folder("material");
  const auto with = [&](const std::string& bytes) {
    const std::string file = write_file(folder / "内容.txt", bytes);
    const std::vector<std::string> words{"2026-1-01", "提交检查报告", "--by", "宓如晦", "--recorder", "陆明舟", "--on", "2026-09-21", "--set", "内容=@" + file};
    return ran(event_command(), words, Language::chinese, copied_office());
  };
  EXPECT_TRUE(complains(with("甲\u202E乙"), "AJ3882", status_refused));
  EXPECT_TRUE(complains(with("\xff\xff"), "AJ3882", status_refused));
  EXPECT_EQ(with(to_gb18030("已经改正")).err.find("AJ3882"), std::string::npos);
}

TEST(Event, RefusesASettingWithoutItsName) {
  const std::vector<std::string> words{"2026-1-01", "提交检查报告", "--by", "宓如晦", "--recorder", "陆明舟", "--on", "2026-09-21", "--set", "内容"};
  EXPECT_TRUE(complains(ran(event_command(), words, Language::chinese, copied_office()), "AJ3007", status_refused));
}

TEST(Import, RefusesARegisterThatThereIsNot) {
  const std::vector<std::string> words{ANJUAN_SOURCE_DIR "/examples/county/抽查事项清单.csv", "--as", "公章", "--reason", "试", "--by", "陆明舟", "--recorder", "陆明舟"};
  EXPECT_TRUE(complains(ran(import_command(), words, Language::chinese, copied_office()), "AJ3010", status_refused));
}

TEST(Init, DoesNotTouchAFolderThatHoldsSomething) {
  const auto folder = fresh_folder("used");
  write_file(folder / "letter.txt", "keep");
  EXPECT_TRUE(complains(ran(init_command(), {folder.string(), "--bureau", ANJUAN_SOURCE_DIR "/examples/county/bureau.xml"}), "AJ3024", status_refused));
  EXPECT_EQ(read_file(folder / "letter.txt"), "keep");
}

TEST(Act, NeedsAPersonForTheLoggedInUserOutsideAnExercise) {
  const auto folder = fresh_folder("real");
  const std::string bureau = replace_all(read_file(ANJUAN_SOURCE_DIR "/examples/county/bureau.xml"), "exercise=\"yes\"", "exercise=\"no\"");
  const std::string office = (folder / "office").string();
  const Ran made = ran(init_command(), {office, "--bureau", write_file(folder / "bureau.xml", bureau), "--definitions", ANJUAN_SOURCE_DIR "/workflows", "--definitions",
                                        ANJUAN_SOURCE_DIR "/forms", "--definitions", ANJUAN_SOURCE_DIR "/templates"});
  EXPECT_EQ(made.status, status_done) << made.err;
  EXPECT_TRUE(complains(ran(tick_command(), {"--by", "陆明舟"}, Language::chinese, office), "AJ3011", status_refused));
}

// Who sits at the keyboard is what the system says; nobody records in another's name.
TEST(Act, CannotBeRecordedInTheNameOfAnotherOutsideAnExercise) {
  const auto folder = fresh_folder("another");
  std::string bureau = replace_all(read_file(ANJUAN_SOURCE_DIR "/examples/county/bureau.xml"), "exercise=\"yes\"", "exercise=\"no\"");
  bureau = replace_all(bureau, "name=\"温如故\"", "name=\"温如故\" os-user=\"clerk\"");
  const std::string office = (folder / "office").string(), file = (folder / "journal.txt").string();
  const Ran made = ran(init_command(), {office, "--bureau", write_file(folder / "bureau.xml", bureau), "--definitions", ANJUAN_SOURCE_DIR "/workflows", "--definitions",
                                        ANJUAN_SOURCE_DIR "/forms", "--definitions", ANJUAN_SOURCE_DIR "/templates"});
  ASSERT_EQ(made.status, status_done) << made.err;
  EXPECT_TRUE(complains(ran(tick_command(), {"--by", "陆明舟", "--recorder", "陆明舟"}, Language::chinese, office), "AJ3014", status_refused));
  ran(journal_export_command(), {file}, Language::chinese, office);
  EXPECT_NE(read_file(file).find("\"kind\":\"refused\""), std::string::npos);
  EXPECT_NE(read_file(file).find("\"recorded_as\":\"P07\""), std::string::npos) << "by him who was logged in";
}

// A copy that was being written when the power went must not lie about the office for good.
TEST(Act, SweepsTheCopiesThatAKilledProgramLeftHalfWritten) {
  const std::string office = copied_office();
  const std::filesystem::path left = office + "/.copies.anjuan-unfinished-AbCdEf";
  std::filesystem::create_directory(left);
  write_file(left / "unfinished", "%PDF-1.7");
  const Ran got = ran(tick_command(), {"--by", "陆明舟", "--recorder", "陆明舟"}, Language::chinese, office);
  EXPECT_EQ(got.status, status_done) << got.err;
  EXPECT_FALSE(std::filesystem::exists(left));
}

/// What is told of an exception that has come all the way up.
template <class Thrown>
std::string told_of(const Thrown& thrown, Language language) {
  std::ostringstream out, err;
  Terminal terminal{out, err, language, false, "clerk", *parse_moment("2026-09-10T09:30:00+08:00"), ".", ""};
  try {
    throw thrown;
  } catch (...) {
    EXPECT_EQ(report_exception(terminal), status_fault);
  }
  return err.str();
}

// Also what nobody foresaw is told in the clerk's language.
TEST(ReportException, TellsItInTheLanguageOfTheUser) {
  EXPECT_EQ(told_of(std::bad_alloc(), Language::chinese).rfind("故障 AJ3909  内存不足", 0), 0u);
  EXPECT_EQ(told_of(std::runtime_error("x"), Language::chinese).rfind("故障 AJ3912  程序遇到没有料到的故障，停止了（x）", 0), 0u);
  EXPECT_EQ(told_of(7, Language::english).rfind("fault AJ3912  the program met a failure that nobody foresaw", 0), 0u);
}

TEST(Due, SaysWhenTheLedgerCannotBeWritten) {
  const std::string nowhere = write_file(fresh_folder("none") / "letter.txt", "no folder") + "/ledger.pdf";
  EXPECT_TRUE(complains(ran(due_command(), {"--pdf", nowhere}, Language::chinese, played_office()), "AJ3908", status_fault));
}

}  // namespace
}  // namespace anjuan::cli
