#pragma once
// Messages of the store: faults of the surroundings (AJ9000 to AJ9099), refusals (AJ2900 to AJ2999).

#include "base/diagnostic.h"

namespace anjuan::store::messages {

// Faults: the disk, the lock or the database failed, or what was kept is no longer what was saved.

ANJUAN_MESSAGE(disk, "AJ9001", fault, "{0}时出错：{1}", "{0} failed: {1}",
               "正在办理的，没有保存任何内容。请检查磁盘空间和文件夹权限，处理后再来一次。",
               "If this was an act, nothing of it was saved. Check free space and permissions, then try again.");
ANJUAN_MESSAGE(locked_by, "AJ9002", fault, "等了 {0} 秒，办公数据仍被另一个程序占用（进程号 {1}，自 {2} 起）",
               "after {0} seconds the office is still held by another program (process {1}, since {2})",
               "请等对方办完后重新办理；如果那个程序已经没有反应，请技术人员结束它，已保存的内容不受影响。",
               "Try again when it is done; if it hangs, have it ended: what was saved stays as it is.");
ANJUAN_MESSAGE(locked, "AJ9003", fault, "等了 {0} 秒，办公数据仍被另一个程序占用",
               "after {0} seconds the office is still held by another program", "请等对方办完后重新办理。",
               "Try again when it is done.");
ANJUAN_MESSAGE(database, "AJ9004", fault, "办公数据库出错：{0}", "the office database failed: {0}",
               "正在办理的，没有保存任何内容。请检查磁盘空间和文件夹权限，再核验办公文件夹，然后再来一次。",
               "If this was an act, nothing of it was saved. Check free space and permissions, verify the office "
               "folder, then try again.");
ANJUAN_MESSAGE(damaged, "AJ9005", fault, "办公数据库已损坏：{0}", "the office database is damaged: {0}",
               "请停止办理，保留现在的文件夹，从最近的备份恢复后再核验。",
               "Stop working, keep the folder as it is, restore the last backup and verify it.");
ANJUAN_MESSAGE(busy, "AJ9006", fault, "办公数据库被其他程序长时间占用",
               "another program holds the office database",
               "请关闭正在打开这个数据库的其他程序（如备份或查看工具）后重新办理。",
               "Close other programs that have this database open (backup, viewers), then try again.");
ANJUAN_MESSAGE(file_lost, "AJ9007", fault, "保存的文件不见了：{0}（文件摘要 {1}）",
               "a kept file is lost: {0} (digest {1})", "请从备份中找回同一摘要的文件，放回原处后再核验。",
               "Bring the file with this digest back from a backup, then verify again.");
ANJUAN_MESSAGE(file_changed, "AJ9008", fault, "保存的文件被改动过：{0}（登记的摘要是 {1}，现在算得 {2}）",
               "a kept file was changed: {0} (its digest was {1}, now it is {2})",
               "请从备份中取回原文件替换，并查明是谁改动的。",
               "Replace it by the original from a backup, and find out who changed it.");
ANJUAN_MESSAGE(file_unreadable, "AJ9016", fault, "这个文件读不出来，磁盘可能有坏道", "this file cannot be read: the disk may have bad blocks",
               "请先备份，读得出的文件都会备份；再检修磁盘，从以前的备份中取回这个文件，然后核验。",
               "Make a backup first, which takes all that can be read; then have the disk mended, bring this file back from an earlier backup and verify.");
ANJUAN_MESSAGE(row_changed, "AJ9009", fault, "{0}的登记内容被改动过，与保存时的摘要不符",
               "what is on record about {0} was changed: it does not fit the digest made when it was saved",
               "请从备份恢复，并查明是谁绕过本系统改动了数据。",
               "Restore a backup, and find out who changed the data past this system.");
ANJUAN_MESSAGE(row_not_as_recorded, "AJ9018", fault, "{0}与全过程记录不符：第 {1} 条记下的是另一种内容",
               "what is on record about {0} is not what journal entry {1} says was written", "有人绕过本系统改动了登记内容，并且改写了摘要。请从备份恢复，并查明是谁。",
               "Somebody changed it past this system and wrote the digest anew. Restore a backup, and find out who.");
ANJUAN_MESSAGE(row_lost, "AJ9019", fault, "{0}不见了：全过程记录第 {1} 条写下过", "{0} is gone: journal entry {1} wrote it",
               "有人绕过本系统删去了登记内容。请从备份恢复，并查明是谁。", "Somebody removed it past this system. Restore a backup, and find out who.");
ANJUAN_MESSAGE(row_unrecorded, "AJ9020", fault, "{0}没有记录可查：全过程记录里没有写下它的那一条", "no journal entry wrote {0}",
               "有人绕过本系统添了登记内容。请从备份恢复，并查明是谁。", "Somebody added it past this system. Restore a backup, and find out who.");
ANJUAN_MESSAGE(not_the_real_one, "AJ9021", fault, "这里是{0}，不是本来的文件夹或者文件", "this is {0}, not the folder or file that belongs here",
               "案卷库和备份里只有真的文件夹和文件，没有沿着它读写或者删除任何东西。请查明是谁放的，换上真的文件夹或者文件；备份写的是链接的，请改写它指向的文件夹。",
               "An office and a backup hold real folders and files alone, and nothing was read, written or removed through this. Find out who put it there and put the real one in its place; for a backup, name the folder it leads to.");
ANJUAN_MESSAGE(office_row_changed, "AJ9022", fault, "案卷库自身的登记（写着摘要算法 sha256 或者 sm3 的那一行）{0}",
               "the office's own row (table office, which names the digest sha256 or sm3) {0}", "有人绕过本系统改动了数据库。请从备份恢复，并查明是谁。",
               "Somebody changed the database past this system. Restore a backup, and find out who.");
ANJUAN_MESSAGE(number_gap, "AJ9010", fault, "编号簿“{0}”{1}年应有 {2} 个连续的号，实有 {3} 个",
               "number book {0} of {1} should hold {2} numbers without a gap, but holds {3}",
               "有编号被删除或增加，请取备份核对。", "A number was removed or added; compare with a backup.");
ANJUAN_MESSAGE(version_mismatch, "AJ9011", fault, "案件或任务“{0}”存的是第 {1} 版，办理记录却到第 {2} 版",
               "{0} is kept in version {1}, but the record of its acts goes to version {2}",
               "登记内容可能被旧数据替换过，请取备份核对。",
               "The row may have been replaced by an older one; compare with a backup.");
ANJUAN_MESSAGE(act_mismatch, "AJ9012", fault, "全过程记录第 {0} 条与案件登记对不上（案件或任务“{1}”）",
               "journal entry {0} and the case rows do not agree (about {1})",
               "登记内容可能被改动过，请取备份核对。",
               "The rows may have been changed; compare with a backup.");
ANJUAN_MESSAGE(entry_file_missing, "AJ9013", fault, "全过程记录第 {0} 条所列的文件没有登记（文件摘要 {1}）",
               "journal entry {0} names a file that is not on record (digest {1})",
               "文件登记可能被删除，请取备份核对。",
               "The file's row may have been removed; compare with a backup.");

ANJUAN_MESSAGE(
    commit_unknown, "AJ9014", fault, "保存到最后一步时磁盘出错：这次办理已经写入，但不能保证断电后仍在",
    "the disk failed in the last step of saving: the act is written, but may not survive a power loss",
    "请检查磁盘，重新打开后核对这一件最后一次办理是否在，再决定是否重办；请勿直接重办。",
    "Check the disk, open the office again and see whether this act is there before doing it again.");

ANJUAN_MESSAGE(paper_file_missing, "AJ9015", fault, "文书“{0}”所列的文件没有登记（文件摘要 {1}）",
               "paper “{0}” names a file that is not on record (digest {1})",
               "文件登记可能被删除，请取备份核对。",
               "The file's row may have been removed; compare with a backup.");

ANJUAN_MESSAGE(schema_changed, "AJ9030", fault, "办公数据库的结构被改动过：{0}",
               "the structure of the office database was changed: {0}",
               "有人绕过本系统改动了数据库，请停止办理，取备份核对并查明原因。",
               "Somebody changed the database past this system: stop working, compare with a backup and find out why.");

// Refusals: what was asked for cannot be done; the office is well.

ANJUAN_MESSAGE(not_an_office, "AJ2901", error, "“{0}”不是办公文件夹，里面没有办公数据库",
               "“{0}” is not an office folder: it has no office database",
               "请核对文件夹；第一次使用请先新建办公文件夹。",
               "Check the folder; for the first use, create an office first.");
ANJUAN_MESSAGE(newer_schema, "AJ2902", error,
               "“{0}”由更新的软件建立（数据格式第 {1} 版，本软件只认到第 {2} 版）",
               "“{0}” was made by newer software (data format {1}; this one knows up to {2})",
               "请升级本软件后再打开；没有改动任何内容。",
               "Upgrade this software to open it; nothing was changed.");
ANJUAN_MESSAGE(already_an_office, "AJ2903", error, "“{0}”已经是办公文件夹",
               "“{0}” is an office folder already", "直接使用即可；要另建请换一个文件夹。",
               "Use it as it is, or choose another folder for a new one.");
ANJUAN_MESSAGE(folder_not_empty, "AJ2904", error, "“{0}”已经存在，而且不是空文件夹",
               "“{0}” exists and is not an empty folder", "请换一个新的文件夹名称，或者先清空它。",
               "Choose a new name, or empty it first.");
ANJUAN_MESSAGE(unknown_case, "AJ2905", error, "没有编号为“{0}”的案件或任务",
               "there is no case or round “{0}”", "请核对编号；可先列出全部案件查看。",
               "Check the id; list the cases to see them all.");
ANJUAN_MESSAGE(unknown_case_nearest, "AJ2906", error, "没有编号为“{0}”的案件或任务，相近的有“{1}”",
               "there is no case or round “{0}”; did you mean “{1}”?", "请核对编号。", "Check the id.");
ANJUAN_MESSAGE(conflict, "AJ2907", error, "案件或任务“{0}”刚才已由他人办理：{1}于 {2} 办了“{3}”",
               "somebody else has just acted on “{0}”: {1}, on {2}, did “{3}”",
               "请重新查看后再决定是否办理；这次没有保存任何内容。",
               "Look at it again before you decide; nothing was saved this time.");
ANJUAN_MESSAGE(conflict_unknown, "AJ2908", error,
               "案件或任务“{0}”刚才已有改动：读到的是第 {1} 版，现在是第 {2} 版",
               "“{0}” was changed meanwhile: version {1} was read, it is in version {2} now",
               "请重新查看后再决定是否办理；这次没有保存任何内容。",
               "Look at it again before you decide; nothing was saved this time.");
ANJUAN_MESSAGE(number_unknown, "AJ2909", error, "编号簿“{0}”{1}年没有发出过 {2} 号",
               "number book {0} of {1} never gave out number {2}", "请核对编号。", "Check the number.");
ANJUAN_MESSAGE(number_void, "AJ2910", error, "编号簿“{0}”{1}年 {2} 号已经作废，理由是“{3}”",
               "number {2} of book {0} of {1} is void already, because of “{3}”", "不必再办。",
               "Nothing needs to be done.");
ANJUAN_MESSAGE(reason_missing, "AJ2911", error, "编号簿“{0}”{1}年 {2} 号作废没有写理由",
               "no reason is given for making number {2} of book {0} of {1} void", "请写明作废的理由。",
               "Give the reason.");
ANJUAN_MESSAGE(register_conflict, "AJ2912", error, "名录“{0}”现在应存第 {1} 版，要存的却是第 {2} 版",
               "register “{0}” should be saved as version {1} now, not {2}",
               "可能有人刚更新过名录，请重新读取后再存。",
               "Somebody may have updated it; read it again before saving.");
ANJUAN_MESSAGE(register_unknown, "AJ2913", error, "没有名录“{0}”的第 {1} 版",
               "there is no version {1} of register “{0}”", "请核对名称和版本。", "Check name and version.");
ANJUAN_MESSAGE(message_taken, "AJ2914", error, "待发送的“{0}”已经登记过，而且内容不同",
               "“{0}” waits to be sent already, with different content", "请换一个编号，或者核对内容。",
               "Use another key, or check the content.");
ANJUAN_MESSAGE(not_a_digest, "AJ2915", error, "“{0}”不是文件摘要：应为 64 位十六进制小写字符",
               "“{0}” is not a digest: 64 lower-case hexadecimal digits are expected", "请核对摘要。",
               "Check the digest.");
ANJUAN_MESSAGE(digest_kind, "AJ2916", error, "不认识摘要算法“{0}”", "unknown digest algorithm “{0}”",
               "请写 sha256 或者 sm3。", "Write sha256 or sm3.");
ANJUAN_MESSAGE(file_not_stored, "AJ2917", error, "文书“{0}”所列的文件没有保存（文件摘要 {1}）",
               "paper “{0}” names a file that was not stored (digest {1})", "请先保存文件，再登记文书。",
               "Store the file before the paper.");
ANJUAN_MESSAGE(folder_missing, "AJ2918", error, "上一级文件夹“{0}”不存在",
               "the parent folder “{0}” does not exist", "请先建立它，或者换一个位置。",
               "Create it first, or choose another place.");
ANJUAN_MESSAGE(backup_is_office, "AJ2930", error, "“{0}”是办公文件夹，或者在办公文件夹里面，不能放备份",
               "“{0}” is an office, or lies within one, and cannot hold a backup", "请写另一个文件夹，最好在另一块磁盘上。",
               "Name another folder, best on another disk.");
ANJUAN_MESSAGE(backup_not_empty, "AJ2931", error, "“{0}”里放着别的东西，不是备份文件夹",
               "“{0}” holds other things and is no backup folder", "请写一个新的文件夹，或者以前备份用的文件夹。",
               "Name a new folder, or that of earlier backups.");
ANJUAN_MESSAGE(backup_ahead, "AJ2932", error, "备份“{0}”记到第 {1} 条，办公文件夹里的记录却没有这么多",
               "the backup “{0}” goes to entry {1}, but the office has fewer entries",
               "办公文件夹可能是用较早的备份恢复的，或者末尾的记录被截去了。原来的备份没有动；请先核验，查明以后另写一个文件夹备份。",
               "The office may have been restored from an older backup, or its end was cut off. The backup is untouched; "
               "verify, find out why, then back up to another folder.");
ANJUAN_MESSAGE(backup_differs, "AJ2933", error, "备份“{0}”里的第 {1} 条记录与办公文件夹的不同",
               "entry {1} in the backup “{0}” is not the office's",
               "这是别的案卷库的备份，或者记录被整体换过。原来的备份没有动；请查明以后另写一个文件夹备份。",
               "It is another office's backup, or the journal was replaced. The backup is untouched; find out why, then back up "
               "to another folder.");
ANJUAN_MESSAGE(not_a_backup, "AJ2934", error, "“{0}”不是备份文件夹，里面没有备份",
               "“{0}” is no backup folder: it holds no backup", "请写 anjuan backup 用的文件夹。",
               "Name a folder that anjuan backup made.");
ANJUAN_MESSAGE(copy_unknown, "AJ2935", error, "备份“{0}”里没有记到第 {1} 条的一份", "the backup “{0}” has no copy that goes to entry {1}",
               "有的是：{2}。", "There are: {2}.");
ANJUAN_MESSAGE(output_in_office, "AJ2936", error, "“{0}”在案卷库存放数据的地方，不能往这里写输出", "'{0}' is where an office keeps its data, and not for outputs",
               "请写另一个文件名，最好在案卷库以外。", "Name another file, best outside the office.");
ANJUAN_MESSAGE(message_unknown, "AJ2919", error, "没有待发送的“{0}”",
               "nothing with the key “{0}” waits to be sent", "请核对编号。", "Check the key.");

}  // namespace anjuan::store::messages
