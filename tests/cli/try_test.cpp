// anjuan try: what a person sees who steps through a procedure with pretend dates.

#include "base/text.h"
#include "cli/messages.h"
#include "cli/ran.h"
#include "stories/messages.h"

namespace anjuan::cli {
namespace {

const std::string visit = ANJUAN_SOURCE_DIR "/examples/08-try-and-test/visit.xml";
const std::string calendar = ANJUAN_SOURCE_DIR "/workflows/calendar";

Ran tried(const std::string& script, Language language = Language::chinese, const std::string& file = visit) {
  return ran(try_command(), {file, "--on", "2026-09-21", "--calendar", calendar, "--script", script},
             language);
}
TEST(Try, ShowsWhereItStandsAndWhatMayBeDone) {
  const Ran got = tried("结束");
  EXPECT_EQ(got.status, status_done) << got.err;
  for (const char* words :
       {"试办　办结后回访（2026年第1版）", "什么也不写入", "日期　2026年9月21日（星期一）", "现在　待回访",
        "1   完成回访，制作记录单（完成回访）　由 承办人甲　→ 等待检查对象答复",
        "要填  回访日期  必填  日期"}) {
    EXPECT_TRUE(says(got, words)) << words << "\n" << got.out;
  }
}

TEST(Try, AsksForInputsOneByOne) {
  const Ran got = tried("1\n2026-09-21\n收费公示、卷宗归档\n");
  EXPECT_EQ(got.status, status_done) << got.out;
  EXPECT_TRUE(says(got, "回访日期（日期，必填，例：2026-09-21）：2026-09-21")) << got.out;
  EXPECT_TRUE(says(got, "文书      回访记录单")) << got.out;
  EXPECT_TRUE(says(got, "起算期限  检查对象答复　5个工作日  2026年9月29日 到期")) << got.out;
  EXPECT_TRUE(says(got, "现在　等待检查对象答复")) << got.out;
  EXPECT_TRUE(says(got, "期限过了 2026年9月29日（星期二）")) << got.out;
}

TEST(Try, AsksAgainForWhatWillNotDoInAScriptToo) {
  const Ran got = tried("1\n某日\n2026-09-21\n收费公示\n");
  EXPECT_EQ(got.status, status_refused) << "a line of the script was refused";
  EXPECT_TRUE(says(got, "回访日期（日期，必填，例：2026-09-21）：2026-09-21")) << got.out;
  EXPECT_TRUE(says(got, "现在　等待检查对象答复")) << got.out;
}

TEST(Try, TakesValuesOnTheLineOrIndentedBelow) {
  for (const char* script : {"完成回访 回访日期=2026-09-21 事项=收费公示",
                             "完成回访\n  回访日期 = 2026-09-21\n  事项 = 收费公示\n",
                             "办 完成回访 回访日期=2026-09-21 事项=收费公示"}) {
    EXPECT_TRUE(says(tried(script), "现在　等待检查对象答复")) << script;
  }
}

TEST(Try, LetsLimitsFallDueWhenTheDateMoves) {
  const Ran got = tried("1 回访日期=2026-09-21 事项=收费公示\n+6工作日\n经过");
  EXPECT_TRUE(says(got, "── 2026年9月30日（星期三）　期限届满：检查对象答复")) << got.out;
  EXPECT_TRUE(says(got, "现在　分管领导审核")) << got.out;
  EXPECT_TRUE(says(got, "还差  “审核通过”之前必须：回访记录单已经签名")) << got.out;
  EXPECT_EQ(tried("日期 2026-09-25\n+1月\n+2天").status, status_done);
}

TEST(Try, SaysWhyNotAndChangesNothing) {
  const Ran got = tried("1 回访日期=2026-09-22 事项=收费公示");
  EXPECT_EQ(got.status, status_refused);
  EXPECT_TRUE(says(got, "不行：“完成回访，制作记录单”之前必须：回访日期不晚于登记的日期")) << got.out;
  EXPECT_TRUE(says(got, "依据：《工作细则》第十二条")) << got.out;
}

TEST(Try, TakesAStepBack) {
  const Ran got = tried("1 回访日期=2026-09-21 事项=收费公示\n撤回");
  EXPECT_TRUE(says(got, "   已经撤回：完成回访，制作记录单\n")) << got.out;
  const auto last = got.out.rfind("现在　");
  EXPECT_EQ(got.out.substr(last, std::string("现在　待回访").size()), "现在　待回访");
}

template <class Message, class... Values>
bool refuses(const std::string& script, const Message& message, const Values&... values) {
  const Ran got = tried(script);
  return got.status == status_refused &&
         says(got, "不行：" + sentence(diagnose(message, Place{}, values...), Language::chinese));
}

TEST(Try, UnderstandsOnlyItsWords) {
  EXPECT_TRUE(refuses("看\n完成回坊", cli::choice_unknown, "完成回坊", "完成回访"));
  EXPECT_TRUE(refuses("日期 明天", cli::bad_move, "明天"));
  EXPECT_TRUE(refuses("设 没有的=1", stories::name_unknown, "没有的"));
  EXPECT_TRUE(refuses("设", cli::bad_set));
  EXPECT_TRUE(refuses("撤回", cli::nothing_to_undo));
  EXPECT_TRUE(says(tried("帮助"), "其间的期限逐一届满"));
}

TEST(Try, ChangesAFact) { EXPECT_TRUE(says(tried("设 意见=已经改正\n数据"), "意见      已经改正")); }

TEST(Try, SpeaksEnglishWhenAsked) {
  const Ran got = tried("help\n+1wd\nundo\nquit", Language::english);
  EXPECT_EQ(got.status, status_done);
  for (const char* words :
       {"nothing is written", "may be done", "date  2026-09-21", "moves the date", "The trial is over"})
    EXPECT_TRUE(says(got, words)) << words;
}

TEST(Try, WalksTheShippedProcedures) {
  const Ran got =
      tried("声明利害关系 有利害关系=否 由 检查人员甲\n声明利害关系 有利害关系=否 由 检查人员乙\n看",
            Language::chinese, ANJUAN_SOURCE_DIR "/workflows/inspection-case.xml");
  EXPECT_EQ(got.status, status_done) << got.out << got.err;
  EXPECT_TRUE(says(got, "文书  利害关系声明书")) << got.out;
  EXPECT_TRUE(says(got, "待发检查通知书")) << got.out;
  EXPECT_EQ(tried("结束", Language::chinese, ANJUAN_SOURCE_DIR "/workflows/inspection-round.xml").status,
            status_done);
}

TEST(Try, TakesPeopleAndNumbersFromAnOffice) {
  const Ran got = ran(try_command(), {visit, "--on", "2026-09-21", "--bureau",
                                      ANJUAN_SOURCE_DIR "/examples/county/bureau.xml", "--script", "看"});
  EXPECT_TRUE(says(got, "由 沈知微、陆明舟")) << got.out << got.err;
}

TEST(Try, RefusesWhatItCannotRead) {
  const auto folder = fresh_folder("files");
  EXPECT_NE(ran(try_command(), {"no-such.xml"}).err.find("AJ3008"), std::string::npos);
  EXPECT_NE(
      ran(try_command(), {visit, "--data", write_file(folder / "facts.json", "[1]")}).err.find("AJ3375"),
      std::string::npos);
  EXPECT_NE(ran(try_command(), {visit, "--on", "someday"}).err.find("AJ3006"), std::string::npos);
}

/// What a person sees who types these lines.
Ran typed(const std::string& lines) {
  std::istringstream in(lines);
  std::ostringstream out, err;
  Terminal terminal{out, err, Language::chinese, false, "clerk", *parse_moment("2026-09-10T09:30:00+08:00"),
                    ".", ""};
  terminal.in = &in;
  terminal.asked = true;
  const auto line = parse_options(try_command().rules, {visit, "--on", "2026-09-21", "--calendar", calendar});
  const int status = try_command().run(terminal, *line);
  return {status, out.str(), err.str()};
}

TEST(Try, AsksAgainAtOnceWhereAnAnswerWillNotDo) {
  const Ran got = typed("1\n昨天\n2026-09-21\n收费公示\n\n结束\n");
  EXPECT_EQ(got.status, status_done) << got.out;
  EXPECT_TRUE(says(got, "不行：")) << got.out;
  EXPECT_TRUE(says(got, "现在　等待检查对象答复")) << got.out;
}

TEST(Try, LeavesTheQuestionsWhenAsked) {
  EXPECT_TRUE(says(typed("1\n结束\n"), "写“撤回”就不办这一件，写“结束”就不再试"));
  for (const char* word : {"取消", "撤回", "结束"}) {
    const Ran got = typed(std::string("1\n") + word + "\n结束\n");
    EXPECT_FALSE(says(got, "不行")) << got.out;
    EXPECT_EQ(says(got, "没有办。"), std::string(word) != "结束") << got.out;
    EXPECT_FALSE(says(got, "现在　等待检查对象答复")) << got.out;
  }
}

TEST(Try, SaysWhenThereIsNoSuchScript) {
  for (const std::string script : {"lines/nosuch.txt", "nosuch"}) {
    const Ran got = tried(script);
    EXPECT_EQ(got.status, status_refused);
    EXPECT_NE(got.err.find("AJ3383  没有“" + script + "”这个文件"), std::string::npos) << got.err;
  }
  for (const char* script : {"1", "看", "+3日", "2026-09-25", "收到答复"})
    EXPECT_EQ(tried(script).err.find("AJ3383"), std::string::npos) << script;
}

TEST(Try, TakesFactsFromAFile) {
  const auto folder = fresh_folder("files");
  const std::string facts = write_file(folder / "facts.json", "{\"意见\": \"已经改正\"}");
  const Ran got = ran(try_command(), {visit, "--on", "2026-09-21", "--data", facts, "--script", "数据"});
  EXPECT_TRUE(says(got, "已经改正")) << got.out << got.err;
}

TEST(Try, NamesWhatAFileOfFactsGivesWronglyAtItsLine) {
  const auto folder = fresh_folder("files");
  const std::string facts = write_file(
      folder / "facts.json", "{\n  \"回访日期\": \"昨天\",\n  \"意间\": \"好\",\n  \"事项\": \"甲\"\n}\n");
  const Ran got = ran(try_command(), {visit, "--on", "2026-09-21", "--data", facts, "--script", "数据"});
  EXPECT_EQ(got.status, status_refused);
  for (const char* words : {"facts.json:2:3: 错误 AJ3381  “回访日期”应当是日期，写的是文字“昨天”",
                            "facts.json:3:3: 错误 AJ3382  流程里没有“意间”", "意见",
                            "facts.json:4:3: 错误 AJ3381  “事项”应当是列表"})
    EXPECT_NE(got.err.find(words), std::string::npos) << words << "\n" << got.err;
  EXPECT_LT(got.err.find("facts.json:3:3"), got.err.find("facts.json:4:3")) << "in the order of the file";
  const std::string broken = write_file(folder / "broken.json", "{\n  \"意见\": }");
  EXPECT_NE(ran(try_command(), {visit, "--data", broken}).err.find("broken.json:2:"), std::string::npos);
}

TEST(Try, NamesFieldsOfAFactThatACaseDoesNotHave) {
  const auto folder = fresh_folder("files");
  const std::string facts =
      write_file(folder / "facts.json",
                 "{\"对象\": {\"名称\": \"某所\",\n \"处罚次数\": \"两次\", \"负责\": \"某某\"}}");
  const Ran got = ran(try_command(), {ANJUAN_SOURCE_DIR "/workflows/inspection-case.xml", "--data", facts,
                                      "--script", "结束"});
  EXPECT_NE(got.err.find("facts.json:2:2: 错误 AJ3381  “对象.处罚次数”应当是整数"), std::string::npos)
      << got.err;
  EXPECT_NE(got.err.find("AJ3382  流程里没有“对象.负责”"), std::string::npos) << got.err;
}

TEST(Try, KeepsATextThatLooksLikeADate) {
  const auto folder = fresh_folder("files");
  const std::string facts = write_file(folder / "facts.json", "{\"意见\": \"2026-09-10\"}");
  const Ran got = ran(try_command(), {visit, "--on", "2026-09-21", "--data", facts, "--script", "数据"});
  EXPECT_TRUE(says(got, "意见      2026-09-10")) << got.out << got.err;
}

TEST(Try, NumbersWhatIsShownFromOneOn) {
  const Ran got = tried("1 回访日期=2026-09-21 事项=收费公示\n+6工作日\n2");
  EXPECT_TRUE(says(got, "可以办\n  1   退回重新回访（退回）")) << got.out;
  EXPECT_TRUE(says(got, "还不能办\n  2   审核通过")) << got.out;
  EXPECT_TRUE(says(got, "不行：")) << "the second is the one that may not be done yet";
}

TEST(Try, TellsThatALimitWithoutCalendarIsProvisional) {
  const auto folder = fresh_folder("alone");
  std::filesystem::copy_file(visit, folder / "visit.xml");
  const Ran got = ran(try_command(), {(folder / "visit.xml").string(), "--on", "2026-09-21", "--script",
                                      "1 回访日期=2026-09-21 事项=甲; +20日; 经过"});
  EXPECT_TRUE(says(got, "期限过了 2026年9月28日（星期一）（暂定）")) << got.out;
  const auto first = got.out.find("期限届满：检查对象答复（暂定）");
  ASSERT_NE(first, std::string::npos) << got.out;
  EXPECT_NE(got.out.find("期限届满：检查对象答复（暂定）", first + 1), std::string::npos)
      << "and in the history";
}

TEST(Try, AsksAgainForAValueOnTheLineThatWillNotDo) {
  const Ran got = typed("1 回访日期=昨天 事项=收费公示\n2026-09-21\n结束\n");
  EXPECT_TRUE(says(got, "不行：")) << got.out;
  EXPECT_TRUE(says(got, "现在　等待检查对象答复")) << got.out;
  const Ran lacking = typed("1 事项=收费公示\n2026-09-21\n结束\n");
  EXPECT_TRUE(says(lacking, "现在　等待检查对象答复")) << lacking.out;
}

TEST(Try, WritesNothing) {
  const auto folder = fresh_folder("alone");
  std::filesystem::copy_file(visit, folder / "visit.xml");
  EXPECT_EQ(ran(try_command(), {(folder / "visit.xml").string(), "--on", "2026-09-21", "--script",
                                "1 回访日期=2026-09-21 事项=甲\n+10日"})
                .status,
            status_done);
  std::vector<std::string> left;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    left.push_back(entry.path().filename().string());
  EXPECT_EQ(left, std::vector<std::string>{"visit.xml"});
}

}  // namespace
}  // namespace anjuan::cli
