#pragma once

#include "base/diagnostic.h"

namespace anjuan::stories {

ANJUAN_MESSAGE(unknown_act, "AJ3020", error, "看不懂这一行：“{0}”", "this line is not understood: “{0}”",
               "请对照 examples/README.md 里的写法。", "Compare with examples/README.md.");
ANJUAN_MESSAGE(not_refused, "AJ3021", error, "这件事应当被拒绝，却办成了",
               "this act should have been refused, but was done", "请检查流程定义和本行的写法。",
               "Check the procedure and this line.");
ANJUAN_MESSAGE(act_failed, "AJ3022", error, "这件事没有办成", "this act was not done", "理由见下。",
               "The reasons follow.");
ANJUAN_MESSAGE(cell_unknown, "AJ3025", error, "检查表里没有项目“{0}”", "the checklist has no item “{0}”",
               "请核对项目编码。", "Check the code.");

ANJUAN_MESSAGE(date_unreadable, "AJ3351", error, "“{0}”不是日期", "“{0}” is not a date",
               "日期写成 2026-09-10。", "Write dates as 2026-09-10.");
ANJUAN_MESSAGE(story_differs, "AJ3352", error, "应当是：{0}；实际是：{1}", "expected: {0}; found: {1}",
               "请核对经过和流程；确实应当如此的，把这一行改成实际的样子。",
               "Compare the story with the procedure; if things are as they should be, change this line.");
ANJUAN_MESSAGE(story_lacks, "AJ3353", error, "没有{0}；现有：{1}", "there is no {0}; there is: {1}",
               "请核对名称；流程应当有的，检查它为什么没有。",
               "Check the name; if the procedure should have it, see why it has not.");
ANJUAN_MESSAGE(story_has, "AJ3354", error, "不应有{0}，实际有", "there should be no {0}, but there is",
               "请检查流程里是哪一步带来的。", "See which step of the procedure brings it about.");
ANJUAN_MESSAGE(story_unsaid, "AJ3355", error, "{0}里没有写“{1}”", "{0} does not say “{1}”", "实际写的是：{2}",
               "It says: {2}");
ANJUAN_MESSAGE(story_other_refusal, "AJ3356", error, "应当以 {0} 拒绝，实际的代码是 {1}：{2}",
               "should be refused with {0}, but the code is {1}: {2}", "请核对被拒绝的理由对不对。",
               "See whether the reason is right.");
ANJUAN_MESSAGE(refusal_unexplained, "AJ3357", error, "“拒绝”的这件事，后面没有写明以什么理由拒绝",
               "the act that is to be refused is not followed by the reason", "下一行写“应拒绝 代码”。",
               "Write 应拒绝 with the code on the next line.");
ANJUAN_MESSAGE(expectation_unknown, "AJ3358", error, "看不懂“{0}”", "“{0}” is not understood",
               "可以写：{1}。", "One of: {1}.");
ANJUAN_MESSAGE(story_unknown, "AJ3359", error, "“接”的故事“{0}”不能读取",
               "the story “{0}” that this one goes on from cannot be read",
               "请核对文件名；从本故事所在的文件夹算起。", "Check its name, seen from this story's folder.");
ANJUAN_MESSAGE(story_in_circle, "AJ3360", error, "故事“{0}”接来接去又接到了自己",
               "the story “{0}” goes on from itself", "请让其中一个故事从头写起。",
               "Let one of the stories begin by itself.");
ANJUAN_MESSAGE(appointment_unclear, "AJ3361", error, "任职写得不全，或者没有这个人：“{0}”",
               "the appointment is incomplete, or there is no such person: “{0}”",
               "写成：任职 姓名 职务 起 止，例如 任职 某某 分管领导 2026-09-01 2026-12-31。",
               "Write 任职, name, post, first and last day.");
ANJUAN_MESSAGE(no_office, "AJ3362", error, "故事没有写明用哪些定义、哪个机关",
               "the story does not say which definitions and which office it uses",
               "开头写“定义 文件夹…”和“机构 文件”；单独走一份流程的，写“流程 文件”。",
               "Begin with 定义 and 机构, or with 流程 for a single procedure.");
ANJUAN_MESSAGE(not_for_exercise, "AJ3363", error, "“{0}”不是演练用的机关", "“{0}” is no office for exercises",
               "请用 bureau.xml 里 exercise=\"yes\" 的机关。",
               "Use an office with exercise=\"yes\" in bureau.xml.");
ANJUAN_MESSAGE(words_unreadable, "AJ3364", warning, "“应写明”没有核对：本机不能读出文书的文字",
               "not judged: this machine cannot read the words of papers",
               "装上软件包 poppler-utils 再测试。", "Install the package poppler-utils and test again.");

ANJUAN_MESSAGE(day_before, "AJ3366", error, "日期不能从 {0} 退到 {1}",
               "the date cannot go back from {0} to {1}",
               "试办时要退回去，用“撤回”；故事里的日期只能往后写。",
               "In a trial, undo goes back; in a story dates only go forward.");
ANJUAN_MESSAGE(trial_paper_unknown, "AJ3367", error, "没有制作过文书“{0}”", "no paper “{0}” has been made",
               "已经制作的：{1}。", "Made so far: {1}.");
ANJUAN_MESSAGE(trial_paper_settled, "AJ3368", error, "文书“{0}”已经登记过{1}（{2}）",
               "the paper “{0}” is already noted as {1} ({2})", "不用再登记；登记错了，用“撤回”。",
               "Nothing is left to note; use undo if it was wrong.");
ANJUAN_MESSAGE(nothing_delayed, "AJ3369", error, "没有延时送出、还没有到的事件",
               "no delayed event is on its way", "用“日期”或者“+5工作日”拨动日期，期限会届满。",
               "Move the date; time limits fall due.");

ANJUAN_MESSAGE(name_unknown, "AJ3370", error, "流程里没有“{0}”这个数据项，也没有读取这个事实",
               "the procedure has no data “{0}” and reads no such fact", "请核对名称，例如 对象.名称。",
               "Check the name, for example 对象.名称.");

ANJUAN_MESSAGE(name_not_there, "AJ3376", error, "{0}里没有{1}，这一行核对不出什么",
               "{0} has no {1}, so that this line judges nothing", "请核对名称；相近的或者现有的：{2}。",
               "Check the name; near it, or there: {2}.");
ANJUAN_MESSAGE(chart_story_goes_on, "AJ3377", error, "写了“流程”的故事不能“接”另一个故事（{0}）",
               "a story of a single procedure cannot go on from another ({0})",
               "单独走一份流程的故事从头写起，请去掉“接”这一行。", "Begin it by itself: leave out the line 接.");

ANJUAN_MESSAGE(date_unsaid, "AJ3378", error, "没有写日期", "the date is not said",
               "在这一行前面写：日期 2026-09-10。", "Before this line write: 日期 2026-09-10.");
ANJUAN_MESSAGE(no_story_but, "AJ3379", error, "这是{0}，不是故事", "this is {0}, not a story",
               "请指明故事文件（.story、.acts）；检查定义用 anjuan check，试办流程用 anjuan try。",
               "Name a story (.story, .acts); anjuan check checks definitions, anjuan try tries a procedure.");
ANJUAN_MESSAGE(no_such_story, "AJ3380", error, "没有“{0}”这个文件", "there is no file “{0}”",
               "请核对文件名和所在的文件夹。", "Check its name and its folder.");

ANJUAN_MESSAGE(procedure_not_among, "AJ3387", error, "--definitions 里没有名为“{0}”的流程文件", "there is no procedure file “{0}” among --definitions",
               "请写放有这个文件的文件夹，或者只写一份流程文件。", "Name the folder that holds it, or one procedure file alone.");
ANJUAN_MESSAGE(migration_line_unclear, "AJ3384", error, "迁移下面的这一行看不懂：“{0}”",
               "this line below a migration is not understood: “{0}”",
               "写成：对照 旧编号 = 新编号；填上 数据项 = 内容；结束期限 = 编号。",
               "Write 对照 OLD = NEW, 填上 ITEM = VALUE or 结束期限 = ID.");
ANJUAN_MESSAGE(line_incomplete, "AJ3386", error, "“{0}”后面没有写全", "the line is incomplete: more must follow {0}", "写成：{1}。",
               "Write: {1}.");
ANJUAN_MESSAGE(trial_not_migrated, "AJ3385", error, "没有可以撤销的迁移：上一件事不是迁移",
               "there is no migration to take back: the last act was none",
               "迁移以后办过别的事，就不能撤销。", "Once another act has followed, a migration stays.");

}  // namespace anjuan::stories
