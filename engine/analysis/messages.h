#pragma once
// What exploring a definition brings to light (AJ3200-AJ3239), what it says of assertions
// (AJ3240-AJ3259), of people (AJ3260-AJ3269) and of messages between procedures (AJ3270-AJ3279).

#include "base/diagnostic.h"

namespace anjuan::analysis {

ANJUAN_MESSAGE(never_entered, "AJ3200", warning, "环节“{0}”永远到不了：{1}",
               "the state “{0}” can never be reached: {1}",
               "请改正那里的条件或者先后次序；不用的环节删去。{2}",
               "Correct the condition or the order there, or remove the state.{2}");
ANJUAN_MESSAGE(preempted_by, "AJ3201", error, "流转“{0}”永远轮不到：第 {1} 行的流转“{2}”总是先行",
               "the transition “{0}” never has its turn: “{2}” in line {1} always comes first",
               "调换次序，或者给先行的流转写上条件；先行的在里层环节的，把两条放到同一层。",
               "Swap them, give the first a condition, or put both on the same level.");
ANJUAN_MESSAGE(preempted_by_data, "AJ3218", error,
               "流转“{0}”永远轮不到：第 {1} 行的流转“{2}”先行，处在“{3}”时它的条件“{4}”总是成立",
               "the transition “{0}” never has its turn: “{2}” in line {1} comes first, and in “{3}” its condition “{4}” "
               "always holds",
               "检查条件里的数据项能取到哪些值、在哪里赋值；条件没有写错的，调换次序或者删去这一条。",
               "Look at which values the data in that condition can have, and where they are set; else swap them or remove "
               "this one.");
ANJUAN_MESSAGE(preempted_together, "AJ3219", error,
               "流转“{0}”永远轮不到：处在“{2}”时，第 {1} 行的流转总有一条先行，它们的条件合起来没有遗漏",
               "the transition “{0}” never has its turn: in “{2}” one of those in lines {1} always comes first; their "
               "conditions leave nothing over",
               "这一条不再需要的，删去；有遗漏的情形应当走这一条的，改正前面的条件。",
               "Remove it if nothing is left for it; else correct the conditions of the earlier ones.");
ANJUAN_MESSAGE(preempted, "AJ3202", error, "流转“{0}”永远轮不到：同一事件总有别的流转先行",
               "the transition “{0}” never has its turn: for the same event another one always comes first",
               "检查里层环节和并行的各条线里接收同一事件的流转。",
               "Look at the transitions for the same event in inner states and in the other regions.");
ANJUAN_MESSAGE(condition_never_holds, "AJ3203", error, "流转“{0}”永远走不成：处在“{1}”时它的条件从来不成立",
               "the transition “{0}” can never be taken: in “{1}” its condition never holds",
               "检查条件里的数据项能取到哪些值、在哪里赋值。",
               "Look at which values the data in the condition can have, and where they are set.");
ANJUAN_MESSAGE(requirement_never_met, "AJ3204", error,
               "流转“{0}”永远走不成：处在“{1}”时它要求先具备的从来不齐",
               "the transition “{0}” can never be taken: in “{1}” what it requires is never there",
               "检查 aj:require 的条件和文书在此之前有没有可能具备。",
               "Look at whether what aj:require asks for can be there by then.");
ANJUAN_MESSAGE(event_never_comes, "AJ3205", error, "流转“{0}”永远走不成：处在“{1}”时不会有事件“{2}”",
               "the transition “{0}” can never be taken: in “{1}” the event “{2}” never comes",
               "检查事件名称；期限的事件只在期限开始以后、结束以前才有，文书的事件只在文书制作以后才有。",
               "Check the event's name; a limit's event comes only while the limit runs, a paper's only once "
               "it is made.");
ANJUAN_MESSAGE(dead_end, "AJ3206", error, "走到“{0}”就再也动不了：{2}没有任何事件能使流程继续，它又不是终点",
               "in “{0}” the procedure is stuck: {2}no event can move it, and it is no end",
               "走到这里的办法：{1}。请补一条离开它的流转，或者把它改为 final。",
               "The way there: {1}. Add a transition out of it, or make it a final.");
ANJUAN_MESSAGE(dead_end_perhaps, "AJ3207", warning, "走到“{0}”可能再也动不了：{2}没有任何事件能使流程继续",
               "in “{0}” the procedure may be stuck: {2}no event can move it",
               "走到这里的办法：{1}。请补一条离开它的流转；确实不会出现这样的数据的，在流程里写明。",
               "The way there: {1}. Add a transition out of it, or make sure that the data cannot be so.");
ANJUAN_MESSAGE(never_finishes, "AJ3208", error, "走到“{0}”以后，{2}无论怎么办都到不了终点",
               "from “{0}” no end can be reached, {2}whatever is done",
               "走到这里的办法：{1}。请补上通往终点的流转，或者放宽挡住它的条件。",
               "The way there: {1}. Add a way to an end, or loosen what stands in the way.");
ANJUAN_MESSAGE(never_finishes_perhaps, "AJ3209", warning,
               "走到“{0}”以后可能到不了终点：{2}无论怎么办都到不了",
               "from “{0}” no end may be reached: {2}whatever is done",
               "走到这里的办法：{1}。请补上通往终点的流转；确实不会出现这样的数据的，在流程里写明。",
               "The way there: {1}. Add a way to an end, or make sure that the data cannot be so.");
ANJUAN_MESSAGE(
    endless_loop, "AJ3210", error, "从“{0}”起流程会自己无休止地流转，停不下来",
    "from “{0}” the procedure moves by itself for ever",
    "走到这里的办法：{1}。请给其中一条流转写上事件，或者写上一个到时不再成立的条件。",
    "The way there: {1}. Give one of the transitions an event, or a condition that stops being true.");
ANJUAN_MESSAGE(limit_never_ended, "AJ3211", error, "期限“{0}”开始以后，没有任何一步结束它",
               "nothing ever ends the time limit “{0}”",
               "它开始计算的办法：{1}。在办完的那一步写上 aj:end-time-limit。",
               "It begins so: {1}. Write aj:end-time-limit where the matter is done.");
ANJUAN_MESSAGE(limit_outlives, "AJ3212", warning, "期限“{0}”到流程结束时可能还没有结束",
               "the time limit “{0}” may still run when the procedure ends",
               "走到这里的办法：{1}。在这条路上写上 aj:end-time-limit。",
               "The way there: {1}. Write aj:end-time-limit on it.");
ANJUAN_MESSAGE(limit_unheard, "AJ3213", warning, "期限“{0}”可能在“{1}”时届满，那里没有流转接收“{2}”",
               "the time limit “{0}” may fall due in “{1}”, where no transition listens to “{2}”",
               "在那里也写一条接收它的流转，放在外层环节一次写好；或者在此之前结束这个期限。",
               "Listen to it there too, best once in a state around both; or end the limit before.");
ANJUAN_MESSAGE(limit_restarted, "AJ3214", warning, "期限“{0}”还在计算时又从当天重新开始",
               "the time limit “{0}” is started anew from today while it still runs",
               "走到这里的办法：{1}。先写 aj:end-time-limit，或者用 after 写明从哪天起算。",
               "The way there: {1}. End it first, or say with after from which day it counts.");
ANJUAN_MESSAGE(not_decided, "AJ3215", warning, "流程没有全部推演完：{0}",
               "the procedure is not explored whole: {0}", "以上只是已推演部分的结论。{1}",
               "What is said holds for the part explored. {1}");

ANJUAN_MESSAGE(
    dead_end_for_an_end, "AJ3216", warning, "走到“{0}”就再也动不了，而流程一个 final 也没有写",
    "in “{0}” the procedure is stuck, and it has no final at all",
    "走到这里的办法：{1}。办完了的，把它改为 final；还要办的，补一条离开它的流转。",
    "The way there: {1}. If all is done there, make it a final; otherwise add a transition out of it.");

ANJUAN_MESSAGE(
    left_at_once, "AJ3217", error,
    "这条流转没有写事件，流程到了{0}一步也不停，在那里等事件的流转（第 {1} 行）永远走不成",
    "this transition has no event: nothing stops at {0}, and what waits for events there (line {1}) is never "
    "taken",
    "应当等事件的，给这条流转写上 event；只在某种情况下才往下走的，写上 cond；不必等的，删去那些流转。",
    "If an event is to be waited for, give this transition one; if it leads on only at times, a condition; else "
    "remove what waits.");

ANJUAN_MESSAGE(assertion_refuted, "AJ3240", error, "要求“{0}”不成立", "the assertion “{0}” does not hold",
               "反例：{1}。请改流程，使这条路走不通；确实允许的，改要求。",
               "Counter-example: {1}. Change the procedure, or the assertion.");
ANJUAN_MESSAGE(
    assertion_refuted_perhaps, "AJ3242", error,
    "要求“{0}”没有得到证明：有一条路绕得过它，路上的条件能否同时成立还没有推演清楚",
    "the assertion “{0}” is not proved: there is a way round it, on which the conditions may or may not hold "
    "together",
    "反例：{1}。请改流程，使这条路走不通；数据确实不会这样的，用标志或者计数写明，使推演看得出来。",
    "Counter-example: {1}. Change the procedure; if the data cannot be so, say it with a flag or a counter "
    "that can be followed.");
ANJUAN_MESSAGE(assertion_undecided, "AJ3243", warning, "要求“{0}”没有得出结论：{1}",
               "the assertion “{0}” is not decided: {1}", "{2}", "{2}");

ANJUAN_MESSAGE(
    assertion_idle, "AJ3244", warning, "要求“{0}”虽然成立，但它所说的事从来不会发生",
    "the assertion “{0}” holds, but what it speaks of never happens",
    "检查要求里的环节、事件、文书有没有写对；流程里确实还没有的，以后加上时要求自然起作用。",
    "Check the states, events and papers that it names; what the procedure does not have yet may follow.");

ANJUAN_MESSAGE(role_empty, "AJ3260", error, "角色“{0}”没有人可以担任", "nobody can act as “{0}”",
               "在机关文件里给人写上职务：{1}。", "Give somebody the post in the office's file: {1}.");
ANJUAN_MESSAGE(role_of_one, "AJ3261", warning,
               "角色“{0}”只有{1}一人可以担任：{1}缺席或者应当回避时，案件就停下来",
               "only {1} can act as “{0}”: when {1} is absent or barred, cases stop",
               "在机关文件里再写一人，或者写明代理。", "Name another person, or a deputy.");
ANJUAN_MESSAGE(duty_unkeepable, "AJ3262", error, "职责分离守不住：“{0}”和“{1}”都只有{2}一人可以担任",
               "duties cannot be kept apart: only {2} can act as “{0}” and as “{1}”",
               "给其中一个角色再写一人。", "Name another person for one of the roles.");
ANJUAN_MESSAGE(
    team_without_reviewer, "AJ3263", warning, "{0}{1}{2}编成一组（每组 {5} 人）时，没有人可以依法担任“{3}”",
    "{0}{1}when {2} make a team (of {5}), nobody may lawfully act as “{3}”",
    "请在机关文件里给一名不在执法检查人员名录库的人写上职务“{4}”；代理或者指定办理的，写 "
    "acting=\"yes\" 和起止日期。",
    "Give the post “{4}” to somebody outside the register of inspectors; of an acting holder, write "
    "acting=\"yes\" and the days.");
ANJUAN_MESSAGE(
    draw_without_reviewer, "AJ3264", warning, "{0}同一次抽取的各组里有{1}时，没有人可以依法担任“{2}”",
    "{0}when {1} are on the teams of one draw, nobody may lawfully act as “{2}”",
    "请在机关文件里给一名不在执法检查人员名录库的人写上职务“{3}”；代理或者指定办理的，写 "
    "acting=\"yes\" 和起止日期。",
    "Give the post “{3}” to somebody outside the register of inspectors; of an acting holder, write "
    "acting=\"yes\" and the days.");
ANJUAN_MESSAGE(
    team_perhaps_without_reviewer, "AJ3265", warning,
    "不知道谁会被抽为“{1}”。以下人员如果都被抽中，就没有人可以依法担任所列角色：{0}",
    "it is not known who may be drawn as “{1}”. If those named are all drawn, nobody may lawfully act "
    "in the role: {0}",
    "请把执法检查人员名录库和检查对象名录库的文件一起检查，或者用 --office "
    "指明案卷库；确实在名录库里的，给别人写上职务，代理的写 acting=\"yes\"。",
    "Check the files of the registers together with it, or name the office with --office; for those "
    "who are in the register, give the post to another person too, as acting where it is so.");

ANJUAN_MESSAGE(role_gap, "AJ3266", warning, "角色“{0}”有些日子没有人可以担任：{1}",
               "on some days nobody can act as “{0}”: {1}",
               "在机关文件里把任职的日期接上，或者写明这些日子由谁代理（acting=\"yes\"）。",
               "Let the days of the posts follow on each other in the office's file, or name a deputy for "
               "these days (acting=\"yes\").");
ANJUAN_MESSAGE(role_of_one_at_times, "AJ3267", warning, "角色“{0}”有些日子只有一人可以担任：{1}",
               "on some days only one person can act as “{0}”: {1}",
               "这些日子里此人缺席或者应当回避时，案件就停下来。在机关文件里再写一人，或者写明代理。",
               "When this person is absent or barred on these days, cases stop. Name another person, or a "
               "deputy.");
ANJUAN_MESSAGE(role_unused, "AJ3268", warning, "角色“{0}”没有人可以担任，流程里也没有哪一步用到它",
               "nobody can act as “{0}”, and nothing in the procedure uses it",
               "不用的角色从流程里删去；以后要用的，在机关文件里给人写上职务：{1}。",
               "Remove it if it is not needed; if it will be, give somebody the post in the office's file: "
               "{1}.");

ANJUAN_MESSAGE(message_unheard, "AJ3270", error, "发给{1}的消息“{0}”，“{2}”里没有流转接收",
               "the message “{0}” to {1} is listened to by no transition of “{2}”",
               "检查事件名称，或者在“{2}”里写一条接收它的流转。",
               "Check the event's name, or listen to it in “{2}”.");
ANJUAN_MESSAGE(message_never_sent_near, "AJ3273", warning, "流转“{0}”等的消息“{1}”，没有哪个流程会发",
               "no procedure sends the message “{1}” that “{0}” waits for",
               "会发的消息里，最接近的是“{2}”。", "The nearest of those that are sent is “{2}”.");
ANJUAN_MESSAGE(message_never_sent, "AJ3271", warning, "流转“{0}”等的消息“{1}”，没有哪个流程会发",
               "no procedure sends the message “{1}” that “{0}” waits for",
               "检查事件名称；应当由任务或者案件发来的，在那里写 send。",
               "Check the event's name; where the round or the case should send it, write the send there.");
ANJUAN_MESSAGE(message_lacks_value, "AJ3272", error, "“{0}”要用消息“{1}”带来的“{2}”，发送时没有带",
               "“{0}” uses “{2}” of the message “{1}”, which is sent without it",
               "在 send 里写上 <param name=\"{2}\" …>。", "Write <param name=\"{2}\" …> in the send.");

}  // namespace anjuan::analysis
