#pragma once
// What may be wrong with what is to be published or pushed, in both languages. Codes AJ2600 to AJ2699.
// No message holds a whole number or name that must not be published: they are masked first.

#include "base/diagnostic.h"

namespace anjuan::publication::messages {

// Mappings.
ANJUAN_MESSAGE(required_missing, "AJ2600", error, "第{0}行（{1}）的“{2}”是必填项，没有内容",
               "row {0} ({1}): “{2}” is required and empty", "请补充该案的“{2}”后重新生成。",
               "Give “{2}” for this case and make the table again.");
ANJUAN_MESSAGE(too_long, "AJ2601", error, "第{0}行（{1}）的“{2}”有{3}个字，最多{4}个字",
               "row {0} ({1}): “{2}” has {3} characters, {4} are allowed", "请缩短内容后重新生成。",
               "Shorten it and make the table again.");
ANJUAN_MESSAGE(unknown_code, "AJ2602", error, "第{0}行（{1}）的“{2}”是“{3}”，代码表“{4}”中没有",
               "row {0} ({1}): “{2}” is “{3}”, which the code table “{4}” does not have",
               "代码表中有：{5}。请改正该案的内容，或者在对照表中增加这一代码。",
               "The table has: {5}. Correct the case or add the code to the mapping.");
ANJUAN_MESSAGE(cannot_compute, "AJ2603", error, "第{0}行（{1}）的“{2}”算不出来",
               "row {0} ({1}): “{2}” cannot be computed", "原因见下一条。", "The next message says why.");
ANJUAN_MESSAGE(unknown_table, "AJ2604", error, "代码表“{0}”没有定义", "the code table “{0}” is not defined",
               "已定义的代码表：{1}。", "Defined tables: {1}.");
ANJUAN_MESSAGE(duplicate_name, "AJ2605", error, "“{0}”重复定义", "“{0}” is defined twice", "请删除或者改名。",
               "Delete or rename one of them.");
ANJUAN_MESSAGE(not_text, "AJ2606", error, "第{0}行（{1}）的“{2}”是一组数据，不能放进一格",
               "row {0} ({1}): “{2}” is a record, which does not fit into a cell",
               "请在对照表中写明取其中哪一项，例如“对象.名称”。",
               "Name the field wanted in the mapping, e.g. “对象.名称”.");

// Masking.
ANJUAN_MESSAGE(number_found, "AJ2620", error, "{0}含有{1}（{2}），不得公开",
               "{0} holds the {1} {2}, which may not be published", "请删除后再公示。",
               "Take it out before publishing.");
ANJUAN_MESSAGE(withheld_column, "AJ2621", error, "“{0}”一栏是{1}，不得公开",
               "the column “{0}” is {1}, which may not be published", "请从公示表中去掉这一栏。",
               "Take the column out of the table.");
ANJUAN_MESSAGE(private_word, "AJ2622", error, "{0}含有{1}（{2}），不得公开",
               "{0} holds {1} ({2}), which may not be published",
               "请删除，或者改用“某某”等不能识别个人的写法。",
               "Take it out or write it so that nobody can be recognised.");
ANJUAN_MESSAGE(hidden_content, "AJ2623", error, "工作簿中的“{0}”是隐藏的，公开文件不得有隐藏内容",
               "“{0}” of the workbook is hidden; a published file may hide nothing", "请删除隐藏的工作表。",
               "Delete the hidden sheet.");

// Announcement.
ANJUAN_MESSAGE(unknown_category, "AJ2630", error, "案件“{0}”的结果代码“{1}”没有规定",
               "the result code “{1}” of the case “{0}” is not defined", "可用的结果代码：{2}。",
               "Result codes: {2}.");
ANJUAN_MESSAGE(unknown_trade, "AJ2631", error, "案件“{0}”的业务类别“{1}”不在本次抽查的类别中",
               "the trade “{1}” of the case “{0}” is not one of this round", "请核对检查对象的业务类别。",
               "Check the trade of the target.");
ANJUAN_MESSAGE(more_results_than_drawn, "AJ2632", error, "“{0}”抽取{1}家，公示表却有{2}家",
               "{1} of “{0}” were drawn, but the table has {2}", "请核对公示表是否重复列入。",
               "Check whether a case is listed twice.");
ANJUAN_MESSAGE(bad_base, "AJ2633", error, "“{0}”的在库家数{1}、抽取家数{2}不合理",
               "base {1} and drawn {2} of “{0}” cannot be right", "抽取家数应不多于在库家数，且都不小于0。",
               "No more can be drawn than the base has, and neither is below 0.");
ANJUAN_MESSAGE(not_a_case, "AJ2634", error, "第{0}行没有案件编号，不能列入公示表",
               "row {0} has no case number and cannot be published", "请检查该案的登记。",
               "Check the case's record.");
ANJUAN_MESSAGE(case_twice, "AJ2635", error, "案件“{0}”在同一批公示中出现了两次",
               "the case “{0}” stands twice in one batch", "请去掉重复的一行；结果有变化的，另作一批公示。",
               "Take one out; publish a changed result in a later batch.");

// Verification files of the draw.
ANJUAN_MESSAGE(
    inspection_not_ended, "AJ2640", error, "案件“{0}”的检查尚未结束，抽取名单、种子和结果文件不能公开",
    "the inspection of case “{0}” has not ended; list, seed and result of the draw may not be published",
    "请在全部检查结束后公开；检查结束前只公布三个文件的摘要值。",
    "Publish them after all inspections; before that, only their digests.");
ANJUAN_MESSAGE(free_text, "AJ2641", error, "第{0}行的事由“{1}”不是规定的事由代码，可能含有个人情况，不能公开",
               "line {0}: the reason “{1}” is not one of the reason codes and may tell of a person",
               "可用的事由代码：{2}。请用代码重新制作名单，具体事由留在名录库中。",
               "Reason codes: {2}. Make the list with codes; the reason itself stays in the register.");
ANJUAN_MESSAGE(unknown_name, "AJ2642", error,
               "第{0}行的名称“{1}”与名录库登记的名称不一致，可能夹带个人情况，不能公开",
               "line {0}: the name “{1}” is not the one in the register and may tell of a person",
               "请改用名录库登记的名称重新制作名单。", "Make the list with the name of the register.");
ANJUAN_MESSAGE(unknown_draw_file, "AJ2643", error, "这不是抽取名单、种子、变动或者结果文件，无法核对能否公开",
               "this is no list, seed, events or result file of a draw; it cannot be checked for publication",
               "请选择抽取时生成的文件。", "Choose a file that the draw made.");
ANJUAN_MESSAGE(no_cases, "AJ2644", error, "没有检查对象的办理情况，不能确定检查是否全部结束",
               "no case is given, so it is not known whether all inspections have ended",
               "请先完成抽取并建立案件。", "Draw and open the cases first.");

// Receipts.
ANJUAN_MESSAGE(channel_missing, "AJ2650", error, "尚未登记在“{0}”公开",
               "publication on “{0}” is not recorded", "请在“{0}”公开后登记网址、时间和截图。",
               "Publish on “{0}” and record address, time and screenshot.");
ANJUAN_MESSAGE(receipt_incomplete, "AJ2651", error, "“{0}”的公开凭证缺少{1}",
               "the receipt of “{0}” lacks {1}", "请补充登记。", "Record it.");
ANJUAN_MESSAGE(receipt_wrong, "AJ2652", error, "“{0}”的公开凭证中{1}写得不对：“{2}”",
               "the {1} in the receipt of “{0}” is not right: “{2}”", "请核对后重新登记。",
               "Check and record it again.");

}  // namespace anjuan::publication::messages
