#pragma once
// What may be wrong with a dossier, in both languages. Codes AJ2500 to AJ2599.

#include "base/diagnostic.h"

namespace anjuan::dossier::messages {

ANJUAN_MESSAGE(
    missing_paper, "AJ2500", error, "缺少必须归档的“{0}”，不能装订",
    "“{0}” must be in the dossier and is missing; the volume cannot be bound",
    "请补作“{0}”并登记后再装订；确实无法补齐的，报批缺件说明后装订，备考表会写明。",
    "Make and record “{0}”, then bind; if it cannot be had, get a missing-paper note approved: the "
    "closing note will print it.");
ANJUAN_MESSAGE(not_signed, "AJ2501", error, "“{0}”（{1}）尚未登记签署，不能装订",
               "the signing of “{0}” ({1}) is not recorded; the volume cannot be bound",
               "请登记签署人和签署日期，有签署件扫描件的一并登记；确实无法补签的，报批缺件说明。",
               "Record who signed and when, with the scan if there is one; if it cannot be signed, get a "
               "missing-paper note approved.");
ANJUAN_MESSAGE(
    not_served, "AJ2502", error, "“{0}”（{1}）尚未登记送达，不能装订",
    "the service of “{0}” ({1}) is not recorded; the volume cannot be bound",
    "请登记送达日期、方式和送达回证；确实没有送达凭证的，报批缺件说明。",
    "Record day, way and receipt of service; if there is no proof, get a missing-paper note approved.");
ANJUAN_MESSAGE(unknown_place, "AJ2503", error, "“{0}”的卷内位置“{1}”没有规定",
               "the place “{1}” of “{0}” is not one of the dossier rules",
               "可用的位置：{2}。请改正文书定义中的位置，或者在案卷规则中增加这一位置。",
               "Known places: {2}. Correct the place in the document's definition or add it to the rules.");
ANJUAN_MESSAGE(unknown_receipt_target, "AJ2504", error,
               "送达回证“{0}”登记的文书“{1}”不是本案中可以送达的文书",
               "the receipt “{0}” names “{1}”, which is no paper of this case that could be served",
               "请核对送达回证登记的是哪一份文书。", "Check which document the receipt was recorded for.");
ANJUAN_MESSAGE(no_page_count, "AJ2505", error, "“{0}”（{1}）的页数不明，无法编页号",
               "the page count of “{0}” ({1}) is not known; pages cannot be numbered",
               "请检查该文书的文件能否打开，必要时重新扫描登记。",
               "Check that its file opens; scan and record it again if need be.");
ANJUAN_MESSAGE(no_digest, "AJ2506", error, "“{0}”（{1}）没有登记文件摘要值，无法核对是否被改动",
               "no digest is recorded for “{0}” ({1}); changes to it could not be found",
               "请重新登记该文书的文件。", "Record the file of the document again.");
ANJUAN_MESSAGE(note_not_approved, "AJ2507", error, "“{0}”的缺件说明缺少{1}，不能据以装订",
               "the missing-paper note for “{0}” lacks {1}; nothing can be bound on it",
               "请补齐缺件说明的原因、批准人和批准日期。",
               "Complete its reason, approver and day of approval.");
ANJUAN_MESSAGE(note_not_needed, "AJ2508", warning, "缺件说明提到的“{0}”并不缺少",
               "the missing-paper note names “{0}”, which is not missing",
               "备考表不会写这一条；如名称有误请改正。",
               "The closing note will not print it; correct the name if it is wrong.");
ANJUAN_MESSAGE(nothing_to_bind, "AJ2509", error, "本卷没有可以装订的文书",
               "there is nothing to bind in this volume", "请先完成并登记本案文书。",
               "Make and record the papers of the case first.");
ANJUAN_MESSAGE(duplicate_paper, "AJ2510", error, "文书标识“{0}”出现了两次，一份文书只能装订一次",
               "the paper “{0}” is given twice; a paper is bound once only", "请检查本案文书的登记。",
               "Check the records of the case's papers.");
ANJUAN_MESSAGE(unknown_kind, "AJ2511", error, "案卷规则中没有“{0}”这一种案卷",
               "the rules know no dossier of the kind “{0}”", "可用的种类：{1}。", "Known kinds: {1}.");

ANJUAN_MESSAGE(bad_pattern, "AJ2520", error, "编号样式“{0}”写得不对：{1}",
               "the pattern “{0}” is not right: {1}", "样式由文字和花括号中的名称组成，例如“{2}”。",
               "A pattern is text with names in braces, such as “{2}”.");
ANJUAN_MESSAGE(blank_unknown, "AJ2521", error, "样式“{0}”中的“{1}”没有内容可填",
               "nothing is known to fill “{1}” in the pattern “{0}”", "请补充“{1}”，或者从样式中去掉它。",
               "Give “{1}” or take it out of the pattern.");
ANJUAN_MESSAGE(blank_not_number, "AJ2522", error, "样式“{0}”中的“{1}”应当是整数，现为“{2}”",
               "“{1}” in the pattern “{0}” should be a whole number, but is “{2}”", "请改为整数。",
               "Give a whole number.");
ANJUAN_MESSAGE(blank_too_wide, "AJ2523", error, "“{1}”的值“{2}”超过样式“{0}”规定的{3}位",
               "the value “{2}” of “{1}” has more than the {3} digits of the pattern “{0}”",
               "请在案卷规则中增加位数。", "Widen the number in the dossier rules.");
ANJUAN_MESSAGE(unknown_period, "AJ2524", error, "保管期限“{0}”没有定义",
               "the retention period “{0}” is not defined", "已定义的期限：{1}。", "Defined periods: {1}.");
ANJUAN_MESSAGE(duplicate_name, "AJ2525", error, "“{0}”重复定义", "“{0}” is defined twice", "请删除或者改名。",
               "Delete or rename one of them.");

ANJUAN_MESSAGE(file_missing, "AJ2540", error, "清单中的文件“{0}”不见了",
               "the file “{0}” of the manifest is missing", "请从备份中取回该文件。",
               "Fetch the file from the backup.");
ANJUAN_MESSAGE(file_changed, "AJ2541", error, "文件“{0}”与清单不一致：登记摘要值{1}…，现为{2}…",
               "the file “{0}” is not the one in the manifest: digest recorded {1}…, now {2}…",
               "该文件在归档后被改动过。请用备份中的原文件替换，并查明原因。",
               "It was changed after filing. Put back the original from the backup and find out why.");
ANJUAN_MESSAGE(journal_line_changed, "AJ2542", error, "清单所附第{0}条办案记录被改动，摘要值对不上",
               "line {0} of the journal in the manifest was changed: its digest does not fit",
               "请与机关的总记录核对。", "Compare with the journal of the office.");
ANJUAN_MESSAGE(journal_order, "AJ2543", error, "清单所附办案记录的顺序不对：第{0}条之后是第{1}条",
               "the journal lines of the manifest are out of order: {1} after {0}", "请与机关的总记录核对。",
               "Compare with the journal of the office.");
ANJUAN_MESSAGE(
    head_not_reached, "AJ2544", error, "清单所附办案记录晚于清单登记的总记录末条（第{0}条）或与它不一致",
    "a journal line of the manifest is later than, or differs from, the recorded head of the chain ({0})",
    "请与机关的总记录核对。", "Compare with the journal of the office.");
ANJUAN_MESSAGE(bad_manifest, "AJ2545", error, "案卷清单无法读取：“{0}”缺少或者不对",
               "the manifest cannot be read: “{0}” is missing or wrong", "请从备份中取回清单文件。",
               "Fetch the manifest from the backup.");
ANJUAN_MESSAGE(bad_path, "AJ2546", error, "文件名“{0}”不能写入清单",
               "the file name “{0}” cannot stand in a manifest",
               "文件名须为相对路径，不得含有换行、反斜线和上级目录。",
               "Use a relative path without line breaks, back-slashes and parent folders.");
ANJUAN_MESSAGE(page_differs, "AJ2560", error, "“{0}”装订后的页号是{1}，目录写的是{2}",
               "“{0}” begins at page {1} in the bound volume, but the contents say {2}",
               "请重新装订；如文件页数变了，先重新登记该文书。",
               "Bind again; if the file's page count changed, record the document again first.");
ANJUAN_MESSAGE(part_missing, "AJ2561", error, "“{0}”（{1}）的文件没有提供，无法装订",
               "the file of “{0}” ({1}) was not given; the volume cannot be bound",
               "请检查该文书的文件是否还在。", "Check that the file of the document is still there.");

}  // namespace anjuan::dossier::messages
