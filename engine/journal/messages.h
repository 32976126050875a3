#pragma once
// Messages of the journal (AJ0400 to AJ0499).

#include "base/diagnostic.h"

namespace anjuan::journal::messages {

ANJUAN_MESSAGE(gap, "AJ0401", error, "全过程记录的序号不连续：这里应为第 {0} 条，却是第 {1} 条",
               "the journal has a gap: entry {0} should stand here, but it is {1}",
               "有记录被抽走、插入或调换，请取备份或移交件核对。",
               "An entry was removed, added or moved; compare with a backup or a copy handed over.");
ANJUAN_MESSAGE(wrong_link, "AJ0402", error, "第 {0} 条记录没有接在上一条之后：应接“{1}”，却写着“{2}”",
               "entry {0} does not follow the one before it: it should name {1}, but names {2}",
               "上一条或本条被换过，请取备份或移交件核对。",
               "This entry or the one before was replaced; compare with a backup or a copy handed over.");
ANJUAN_MESSAGE(changed, "AJ0403", error, "第 {0} 条记录被改动过：按内容算得的摘要是“{1}”，登记的是“{2}”",
               "entry {0} was changed: its content has the digest {1}, but {2} is on record",
               "请取备份或移交件中这一条的原文核对。",
               "Compare this entry with a backup or a copy handed over.");
ANJUAN_MESSAGE(head_missing, "AJ0404", error, "另行保存的摘要“{0}”在全过程记录中找不到",
               "the digest {0} that was noted elsewhere is not in the journal",
               "记录被截短或整体换过；请先核对抄录的摘要，再取备份核对。",
               "The journal was cut short or replaced; check the noted digest, then compare with a backup.");
ANJUAN_MESSAGE(head_unreadable, "AJ0416", error, "抄录的链首“{0}”看不懂：应为序号、冒号和摘要，例如“221:a0ab3ff63abe51cb”，或者单写摘要",
               "“{0}” is no head of a journal: number, colon and digest are expected, such as 221:a0ab3ff63abe51cb, or a digest alone",
               "摘要是16至64位的数字和字母 a 至 f，照文书页脚或者抄录的原样写。",
               "A digest is 16 to 64 of the digits and letters a to f; copy it as the paper prints it.");
ANJUAN_MESSAGE(head_differs, "AJ0417", error, "第 {0} 条记录的摘要与抄录的不同：抄录的是“{1}”，记录里是“{2}”",
               "the digest of entry {0} is not the one noted: {1} was noted, the journal has {2}",
               "这一条或者它以前的记录被换过，或者抄错了；请先核对抄录的原件，再取备份核对。",
               "This entry or one before it was replaced, or the note is wrong; check the note, then compare with a backup.");
ANJUAN_MESSAGE(head_beyond, "AJ0418", error, "抄录的是第 {0} 条记录的摘要，但记录一共只有 {1} 条",
               "the digest of entry {0} was noted, but the journal has only {1} entries",
               "末尾的记录被截去，或者案卷库是用较早的备份恢复的；请取最近的备份核对。",
               "The end of the journal was cut off, or the office was restored from an older backup; compare with the latest one.");
ANJUAN_MESSAGE(head_algorithm, "AJ0419", error, "抄录的链首“{0}”用的算法是 {1}，这个案卷库用 {2}",
               "the noted head {0} was made with {1}; this office uses {2}",
               "案卷库的算法建立以后不会改变：抄录的是别的案卷库，或者整个库被换过。",
               "The algorithm of an office never changes: the note is of another office, or the whole office was replaced.");
ANJUAN_MESSAGE(
    malformed, "AJ0405", error, "这一行不是全过程记录：应有序号、上条摘要、本条摘要和内容四栏，以制表符分开",
    "this line is not a journal entry: number, previous digest, digest and text, separated by TABs, "
    "are expected",
    "文件可能被编辑软件改过，请重新导出。", "An editor may have changed the file; export it again.");

}  // namespace anjuan::journal::messages
