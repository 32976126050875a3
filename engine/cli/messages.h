#pragma once

#include "base/diagnostic.h"

namespace anjuan::cli {

ANJUAN_MESSAGE(unknown_command, "AJ3001", error, "没有“{0}”这个命令", "there is no command “{0}”", "是否想用“{1}”？用 anjuan --help 看全部命令。", "Did you mean “{1}”? anjuan --help lists the commands.");
ANJUAN_MESSAGE(unknown_option, "AJ3002", error, "不认识选项“{0}”", "the option “{0}” is not known", "可用的选项：{1}。", "Use one of the options: {1}.");
ANJUAN_MESSAGE(bad_option, "AJ3003", error, "命令行写得不对：{0}", "the command line is wrong: {0}", "用 --help 看用法。", "See --help.");
ANJUAN_MESSAGE(missing_option, "AJ3004", error, "缺少“{0}”", "“{0}” is missing", "请补上：{1}", "Add it: {1}");
ANJUAN_MESSAGE(too_many_arguments, "AJ3005", error, "多出了“{0}”", "“{0}” is one too many", "用 --help 看用法。", "See --help.");
ANJUAN_MESSAGE(bad_date, "AJ3006", error, "“{0}”不是日期", "“{0}” is not a date", "日期写成 2026-09-10。", "Write dates as 2026-09-10.");
ANJUAN_MESSAGE(unseen_in_word, "AJ3012", error, "命令行第{0}个词里有看不见的字符（{1}）", "word {0} of the command holds characters that nobody sees ({1})",
               "多半是粘贴带进来的，请把这个词重新打一遍。", "They come along with pasted text; type the word anew.");
ANJUAN_MESSAGE(file_too_long, "AJ3013", error, "文件“{0}”太大，不予读取", "the file “{0}” is too large and is not read",
               "请确认是不是要用的文件；扫描件请降低分辨率，或者分成几份。", "Check that this is the right file; scan with fewer dots, or in several parts.");
ANJUAN_MESSAGE(cannot_read, "AJ3008", error, "文件“{0}”不能读取", "the file “{0}” cannot be read", "请检查文件名和权限。", "Check its name and your rights.");
ANJUAN_MESSAGE(cannot_read_now, "AJ3911", fault, "文件“{0}”这时读不出来：打开的文件太多，或者磁盘出错", "the file “{0}” cannot be read now: too many files are open, or the disk has failed",
               "请关闭其他程序、检查磁盘，然后重新办理。", "Close other programs, check the disk, then do this again.");
ANJUAN_MESSAGE(cannot_write, "AJ3908", fault, "文件“{0}”不能写入", "the file “{0}” cannot be written", "请检查磁盘空间和权限。", "Check disk space and your rights.");
ANJUAN_MESSAGE(recorded_without_copies, "AJ3910", fault, "这件事已经记录，只是供打开和打印的文件没有写全", "this is recorded; only the files to open and print are not all there",
               "不要重办；排除故障以后，用 anjuan export 重新导出。", "Do not record it again; when the fault is mended, anjuan export writes them anew.");
ANJUAN_MESSAGE(copy_changed, "AJ3913", error, "供打开和打印的这个文件，与案卷库里 {0} 保存的原件不同", "this file to open and print is not what the office holds for {0}",
               "原件没有改动。请先查明是谁改的，不要打印、送达这个文件；然后用 anjuan export {0} 重新导出。", "The original is unchanged. Find out who changed this one and do not print or serve it; then anjuan export {0} writes it anew.");
ANJUAN_MESSAGE(copy_unfinished, "AJ3915", error, "{0} 的这个文件只写了一半，是程序的旧版本被中断时留下的", "this file of {0} is written by half: an older version of the program was interrupted at it",
               "不要打印、送达它；用 anjuan export {0} 重新导出，就会清掉它。", "Do not print or serve it; anjuan export {0} writes the file anew and removes this one.");
ANJUAN_MESSAGE(unforeseen, "AJ3912", fault, "程序遇到没有料到的故障，停止了（{0}）", "the program met a failure that nobody foresaw, and has stopped ({0})",
               "没有办完的事不会留下一半。请再办一次；还是这样的，把这段提示和所用的命令告诉维护程序的人。", "Nothing is saved by half. Try again; if it happens again, show this message and the command to whoever maintains the program.");
ANJUAN_MESSAGE(output_lost, "AJ3914", fault, "命令给出的结果没有全部写出去：接收结果的窗口、程序或者文件已经关闭，或者磁盘已满", "not all of what the command printed could be written: the window, program or file that takes it is closed, or its disk is full",
               "请检查以后再看一次。如果是办理，先用 anjuan show 看这件事办成没有，不要直接重办。", "Mend that and look again. If this was an act, see by anjuan show whether it was recorded before doing it again.");
ANJUAN_MESSAGE(out_of_memory, "AJ3909", fault, "内存不足，程序停止了；没有保存半件事", "the memory is used up and the program has stopped; nothing is saved by half",
               "请关闭其他程序，先用 anjuan show 看这件事办成没有，没有办成的重新办理。",
               "Close other programs, see by anjuan show whether this was recorded, and do it again if not.");
ANJUAN_MESSAGE(not_an_office, "AJ3009", error, "“{0}”不是案卷库文件夹", "“{0}” is not an office folder", "请用 --office 指明，或者先用 anjuan init 建立。", "Name it with --office, or make one with anjuan init.");
ANJUAN_MESSAGE(no_person_for_user, "AJ3011", error, "操作系统用户“{0}”没有对应的人员", "no person belongs to the operating-system user “{0}”", "请在 bureau.xml 给本人登记 os-user=\"{0}\"。", "Register os-user=\"{0}\" for the person in bureau.xml.");
ANJUAN_MESSAGE(recorder_is_the_user, "AJ3014", error, "记录人不能写成“{0}”：这个案卷库办的是真事，记录人就是登录的人", "the recorder cannot be given as “{0}”: this office does real work, and who is logged in is the recorder",
               "请去掉 --recorder；由别人记录的，请本人登录后办理。", "Leave out --recorder; if another person records it, that person logs in and does so.");
ANJUAN_MESSAGE(exercise_only, "AJ3023", error, "只有演练的案卷库才能按剧本办理", "acts are played from a script in an exercise only", "请用 bureau.xml 里 exercise=\"yes\" 的机构。", "Use an office with exercise=\"yes\" in bureau.xml.");
ANJUAN_MESSAGE(folder_in_use, "AJ3024", error, "文件夹“{0}”已经有内容", "the folder “{0}” is not empty", "请换一个文件夹，或者先移走其中的内容。", "Choose another, or move its content away.");

ANJUAN_MESSAGE(backup_incomplete, "AJ3920", fault, "案卷库里有 {0} 个文件已经不见或者被改动，没有备份到；其余的都已备份", "{0} files of the office are lost or changed and are not in the backup; all else is",
               "请从以前的备份里找回这些文件，放回原处后再备份一次。", "Bring these files back from an earlier backup, then back up again.");
ANJUAN_MESSAGE(backup_damaged, "AJ3921", fault, "备份“{0}”里记到第 {1} 条的一份不完好；办公文件夹不受影响", "the copy up to entry {1} in the backup “{0}” is not whole; the office is not touched by that",
               "请用 anjuan backup --reread 再备份一次，重新复制损坏的文件；仍不完好的，换一块磁盘。", "Back up again with anjuan backup --reread, which copies damaged files anew; if that does not help, use another disk.");
ANJUAN_MESSAGE(restore_incomplete, "AJ3922", fault, "已恢复到“{0}”，但备份里有 {1} 个文件不见了或者被改动，没有恢复；其余的都已恢复", "restored to “{0}”, but {1} files of the backup are lost or changed and could not be restored; all else is there",
               "请从原来的办公文件夹或者别的备份里找回这些文件，放进新文件夹后用 anjuan verify 核验。", "Bring these files from the old office or another backup, put them into the new folder, then run anjuan verify.");
ANJUAN_MESSAGE(bad_entry, "AJ3120", error, "“{0}”不是记录的序号", "“{0}” is not the number of an entry", "序号从 1 起，写成 221。", "Entries count from 1; write 221.");

ANJUAN_MESSAGE(bad_year, "AJ3180", error, "“{0}”不是年度", "“{0}” is not a year", "年度写成 2026。", "Write it as 2026.");
ANJUAN_MESSAGE(bad_version, "AJ3181", error, "“{0}”不是版本号", "“{0}” is not the number of a version", "版本号从 1 起，用 anjuan register list 查看。", "Versions count from 1; see anjuan register list.");
ANJUAN_MESSAGE(year_ends_soon, "AJ3182", warning, "“{0}”本年度还差 {1} 家，离年底还有 {2} 个工作日", "“{0}” still lacks {1} this year; {2} working days are left", "请安排抽查，年底前应当达到比例。", "Plan a draw; the share is to be reached by the end of the year.");
ANJUAN_MESSAGE(year_below_share, "AJ3183", warning, "{0}年度“{1}”没有达到比例，差 {2} 家", "in {0} “{1}” stayed below its share by {2}", "请写明原因，报分管领导。", "State the reason to the director in charge.");
ANJUAN_MESSAGE(plan_not_begun, "AJ3186", warning, "年度计划第“{0}”项“{1}”还没有开展，离年底还有 {2} 个工作日", "row “{0}” of the year's plan, “{1}”, is not begun; {2} working days are left", "请开展，或者调整计划并写明理由。", "Begin it, or change the plan and say why.");
ANJUAN_MESSAGE(plan_not_begun_in_year, "AJ3187", warning, "{0}年度计划第“{1}”项“{2}”没有开展", "row “{1}” of the plan of {0}, “{2}”, was not carried out", "请写明原因，报分管领导。", "State the reason to the director in charge.");
ANJUAN_MESSAGE(mostly_not_random, "AJ3188", warning, "本年度各类检查 {0} 家次，随机抽查只有 {1} 家次，不到 {2}%", "of {0} checks this year only {1} were random: less than {2} %", "日常监督以随机抽查为主，请核对检查台账，安排随机抽查。", "Random checks should be the main way: look at the register of checks, and plan draws.");
ANJUAN_MESSAGE(refresh_to_do, "AJ3184", warning, "“{0}”应当在 {1} 前更新公开，{2}", "“{0}” is to be refreshed and published by {1}: {2}", "有变化的导入新版本，没有变化的也要形成一版“经核对无变化”。", "Import a new version, or confirm it unchanged with anjuan register confirm.");
ANJUAN_MESSAGE(register_incomplete, "AJ3185", error, "“{0}”不齐全：清单里有 {1} 个没有编入", "“{0}” is not complete: {1} of the list are not in it", "请补充导入；确实不应编入的，写明原因。", "Import them, or state why they need not be in it.");

ANJUAN_MESSAGE(no_envelope_folder, "AJ3890", error, "没有“{0}”这个文件夹，信封页没有地方写", "there is no folder “{0}” to write the envelope pages to", "请用 --envelopes 指明案卷库以外的一个文件夹，例如内存盘或者 U 盘。", "Name a folder outside the office with --envelopes, such as a memory disk.");
ANJUAN_MESSAGE(envelopes_in_office, "AJ3891", error, "文件夹“{0}”在案卷库里，机关随机数不能留在案卷库", "the folder “{0}” lies in the office, which must not keep its secret number", "请指明案卷库以外的文件夹。", "Name a folder outside the office.");
ANJUAN_MESSAGE(envelope_exists, "AJ3892", error, "信封页“{0}”已经存在，不能覆盖", "the envelope page “{0}” exists already and is not written over", "请先确认它已经打印密封，然后删除；没有把握的，换一个空文件夹。", "Make sure it was printed and sealed, then delete it; or name another folder.");
ANJUAN_MESSAGE(draw_chain_broken, "AJ3893", error, "任务“{0}”的抽取“{1}”没有接上前一次：名单里写的前次摘要值，不是任何一次抽取的结果或者作废决定的，或者已有别的名单接了它", "draw “{1}” of round “{0}” does not go on from the one before: what its list names is no result and no voiding, or another list has named it", "可能有抽取被隐去或者改动，请与公布的抽取文件和备份核对。", "A draw may have been hidden or changed; compare with the published files and a backup.");
ANJUAN_MESSAGE(nothing_to_check, "AJ3101", error, "“{0}”里没有定义文件（.xml、.scxml）", "there is no definition file (.xml, .scxml) in “{0}”", "请指明文件，或者放有定义文件的文件夹。", "Name a file, or a folder that holds some.");
ANJUAN_MESSAGE(unknown_hash, "AJ3102", error, "没有“{0}”这种摘要算法", "there is no digest algorithm “{0}”", "可以是 sha256 或者 sm3。", "Use one of: sha256, sm3.");
ANJUAN_MESSAGE(bad_chain_secret, "AJ3103", error, "“{0}”不是封存值", "“{0}” is not a value to seal", "封存值是 64 位小写的十六进制数字。", "It has 64 lower-case hexadecimal digits.");
ANJUAN_MESSAGE(bad_chain_length, "AJ3104", error, "封存值的个数“{0}”不对", "“{0}” is no number of sealed values", "写 0 到 1000 的整数。", "Write a whole number from 0 to 1000.");
ANJUAN_MESSAGE(unknown_unit, "AJ3106", error, "没有“{0}”这个股室的期限", "no time limit belongs to the unit “{0}”", "有期限的股室：{1}。", "Name one of the units with time limits: {1}.");
ANJUAN_MESSAGE(draw_changed, "AJ3107", error, "任务“{0}”的抽取“{1}”与重新计算的结果不一致", "draw “{1}” of round “{0}” is not what its files yield", "抽取文件或结果被改动过，请取公开的核验文件核对。", "Its files or result were changed; compare with the published files.");
ANJUAN_MESSAGE(no_rules_file, "AJ3108", error, "没有找到规则清单“{0}”", "the list of rules, “{0}”, was not found", "请用 --rules 指明规则清单文件。", "Name the file with --rules.");
ANJUAN_MESSAGE(rule_file_missing, "AJ3115", error, "规则“{0}”所指的文件“{1}”不存在", "the file “{1}” that the rule “{0}” names does not exist", "请改正 rules.xml，或者把这条规则标为未覆盖。", "Correct rules.xml, or mark the rule as not covered.");
ANJUAN_MESSAGE(rule_element_missing, "AJ3116", error, "规则“{0}”所指的“{1}”在文件“{2}”里找不到", "what the rule “{0}” names, “{1}”, is not in “{2}”", "请改正 rules.xml，或者把这条规则标为未覆盖。", "Correct rules.xml, or mark the rule as not covered.");
ANJUAN_MESSAGE(rule_test_missing, "AJ3117", error, "规则“{0}”所指的测试“{1}”找不到", "the test “{1}” that the rule “{0}” names does not exist", "请改正 rules.xml，或者补上测试。", "Correct rules.xml, or write the test.");
ANJUAN_MESSAGE(template_not_found, "AJ3310", error, "没有找到模板“{0}”", "the template “{0}” was not found", "写模板文件，或者模板的编号，例如“{1}”；案卷库里的用 --office 指明。", "Name a template file or the id of a template, for example “{1}”; those of an office with --office.");
ANJUAN_MESSAGE(no_template, "AJ3311", error, "“{0}”不是文书模板", "“{0}” is no document template", "文书模板最外面是 <template>，见 templates 文件夹。", "A document template begins with <template>; see the folder templates.");
ANJUAN_MESSAGE(no_style_beside, "AJ3312", error, "没有找到版式“{0}”", "the style “{0}” was not found", "把它的文件放进模板旁边的版式文件夹，或者改模板里写的版式。", "Put its file into the folder styles beside the template, or change the template's style.");
ANJUAN_MESSAGE(unknown_archive_level, "AJ3313", error, "没有“{0}”这种归档级别", "there is no archive level “{0}”", "可以是 1b、2u 或者 3b。", "Use one of: 1b, 2u, 3b.");
ANJUAN_MESSAGE(attachment_needs_part_three, "AJ3314", error, "附带数据的文件只能是 3b，不能是“{0}”", "a file with attached data is 3b, not “{0}”", "写 --pdfa 3b，或者不写 --pdfa。", "Write --pdfa 3b, or leave --pdfa out.");
ANJUAN_MESSAGE(no_manual_template, "AJ3301", error, "没有找到流程说明书的模板“{0}”（找过“{1}”）", "the template of the manual, “{0}”, was not found (looked in “{1}”)", "请用 --templates 指明放有模板的文件夹。", "Name the folder of templates with --templates.");

ANJUAN_MESSAGE(migrate_needs, "AJ3440", error, "写入迁移要写明 {0}", "recording a migration needs {0}", "谁决定的写 --by，为什么写 --reason。", "Say who decided with --by and why with --reason.");
ANJUAN_MESSAGE(diff_unlike, "AJ3442", error, "“{0}”和“{1}”里没有同一种文件，不能比较", "“{0}” and “{1}” hold no files of one kind and cannot be compared", "请把同一个流程、模板或者文件夹的两版写在一起。", "Name two versions of the same procedure, template or folder.");
ANJUAN_MESSAGE(diff_two, "AJ3441", error, "只能比较两版：旧的在前，新的在后", "two versions are compared: the old one first, then the new", "写两个文件或文件夹；只写一个，就与案卷库现行的比。", "Write two files or folders; one alone is compared with the office's own.");
ANJUAN_MESSAGE(nothing_to_tell, "AJ3365", error, "“{0}”里没有故事（.story、.acts）", "there is no story (.story, .acts) in “{0}”", "请指明故事文件，或者放有故事的文件夹。", "Name a story, or a folder that holds some.");

ANJUAN_MESSAGE(choice_unknown, "AJ3371", error, "没有“{0}”这一项", "there is no “{0}”", "写列表里的号，或者事件名称：{1}；“帮助”列出其他的话。", "Write a number of the list or an event: {1}; help lists the other words.");
ANJUAN_MESSAGE(nothing_to_undo, "AJ3372", error, "已经在开头，没有可以撤回的", "this is the beginning: there is nothing to undo", "从列表里选一件来办。", "Choose something to do from the list.");
ANJUAN_MESSAGE(bad_move, "AJ3373", error, "“{0}”不是日期，也不是往后的天数", "“{0}” is neither a date nor a number of days", "写成 2026-09-20、+5工作日、+3日或者 +1月。", "Write 2026-09-20, +5wd, +3d or +1m.");
ANJUAN_MESSAGE(bad_set, "AJ3374", error, "没有写明改什么", "it is not said what to change", "写成：设 对象.名称=内容。", "Write: set name=value.");
ANJUAN_MESSAGE(facts_no_record, "AJ3375", error, "“{0}”里不是一组“名称: 内容”", "“{0}” is no record of names and values", "写成一个 JSON 对象，例如 {\"对象\": {\"名称\": \"某所\"}}。", "Write a JSON object.");
ANJUAN_MESSAGE(no_such_script, "AJ3383", error, "没有“{0}”这个文件，试办时也没有这样一件事", "there is no file “{0}”, and nothing of that name to do", "请核对文件名和所在的文件夹；直接写要办的事的，用分号隔开，例如 \"1; +5工作日\"。", "Check the file's name and folder; lines may also be written there, as in \"1; +5wd\".");
ANJUAN_MESSAGE(data_misfit, "AJ3381", error, "“{0}”应当是{1}，写的是{2}", "“{0}” should be {1}, but is {2}", "请改正数据文件里的“{0}”。", "Correct “{0}” in the file.");
ANJUAN_MESSAGE(data_unknown, "AJ3382", error, "流程里没有“{0}”这个数据项或者事实", "the procedure has no data or fact “{0}”", "相近的或者现有的：{1}。", "Near it, or there: {1}.");

ANJUAN_MESSAGE(most_is_no_number, "AJ3290", error, "--most 后面要写一个大于零的整数，不是“{0}”", "--most takes a whole number above zero, not “{0}”",
               "例如 --most 200000。", "For example --most 200000.");

ANJUAN_MESSAGE(scan_or_certificate, "AJ3714", error, "扫描件（--scan）和电子签名（--certificate、--seal）只能选一样", "a scan (--scan) and an electronic signature (--certificate, --seal) exclude each other", "纸上签的交扫描件，电子签的写证书或者印章。", "Hand in the scan of a paper signed by hand, or sign with a certificate.");
ANJUAN_MESSAGE(server_failed, "AJ3715", error, "从时间戳服务器“{0}”没有要到时间戳：{1}", "no timestamp came from the server “{0}”: {1}", "什么都没有写。过一会儿再试；不联网的，先签名，再按文书模板说明分请求、回复两步加时间戳。", "Nothing was written. Try again later, or sign first and take the timestamp by files with anjuan seal timestamp.");
ANJUAN_MESSAGE(not_the_last, "AJ3716", error, "“{0}”的最后一个签名不完好，或者之后又增加了内容，不能再加时间戳", "the last signature of “{0}” does not hold, or something was added after it: it takes no timestamp", "时间戳要在签名之后、别的改动之前加；请取刚签好的文件。", "A timestamp comes right after the signature; take the file as it was signed.");
ANJUAN_MESSAGE(seal_file_changed, "AJ3717", error, "印章“{0}”的{1}不是登记的那一个：摘要是 {2}，登记的是 {3}", "the {1} of the seal “{0}” is not the registered one: its digest is {2}, registered is {3}", "请核对文件；换发证书、更换图片的，先在 bureau.xml 里变更登记。", "Check the file; if it was renewed, change the registration in bureau.xml first.");
ANJUAN_MESSAGE(one_way_to_stamp, "AJ3718", error, "时间戳怎么要，没有写清楚", "how the timestamp is to come is not clear", "三选一：--server 网址 -o 文件；--query 文件；--reply 文件 -o 文件。", "One of: --server URL -o FILE; --query FILE; --reply FILE -o FILE.");
ANJUAN_MESSAGE(stamped_already, "AJ3719", error, "“{0}”的最后一个签名已有时间戳（{1}）", "the last signature of “{0}” has a timestamp already ({1})", "不用再加。", "Nothing is to be done.");
ANJUAN_MESSAGE(certificate_missing, "AJ3723", error, "印章“{0}”没有登记证书，命令里也没有写", "the seal “{0}” has no certificate registered, and the command names none", "请加 --certificate 证书文件。", "Add --certificate FILE.");
ANJUAN_MESSAGE(password_unasked, "AJ3730", error, "没有人可以问口令：标准输入不是终端", "nobody can be asked for the password: standard input is no terminal", "请在终端里运行，或者用 --password-fd 指明读口令的文件描述符。", "Run it in a terminal, or name a file descriptor with --password-fd.");
ANJUAN_MESSAGE(password_unread, "AJ3731", error, "从文件描述符“{0}”读不到口令", "no password can be read from the file descriptor “{0}”", "写一个已经打开的描述符，例如 --password-fd 3 3<口令文件。", "Name an open one, for example --password-fd 3 3<FILE.");
ANJUAN_MESSAGE(bad_length, "AJ3732", error, "--{0} 不能写“{1}”", "--{0} cannot be “{1}”", "长度以毫米计，写成 42 或者 42.5；位置写成 105,240（从左、从上量起）；页码从 1 写起。", "Lengths are millimetres, 42 or 42.5; a place is 105,240 from left and top; pages begin with 1.");
ANJUAN_MESSAGE(picture_or_sample, "AJ3733", error, "--picture 和 --sample 只能写一个", "--picture and --sample exclude each other", "有登记备案的印章图片的写 --picture，练习的写 --sample。", "Use --picture for the registered seal, --sample for exercises.");
ANJUAN_MESSAGE(form_unknown, "AJ3734", error, "没有“{0}”这种签名格式", "there is no signature form “{0}”", "请用 --help 看可用的格式。", "Use one of: cades, cms.");
ANJUAN_MESSAGE(not_for_a_real_seal, "AJ3735", error, "“{0}”印有“{1}”字样，不盖真印章", "“{0}” is marked “{1}”: no real seal is set on it", "这是演练件或者送审稿；练习用章请用 --sample。", "It is an exercise or a draft; use --sample for a practice seal.");
ANJUAN_MESSAGE(which_place, "AJ3736", error, "“{0}”留有 {1} 处盖章的地方，不能确定是哪一处", "“{0}” keeps {1} places for seals; which one is meant is not clear", "请用 --page 和 --at 指明。各处是：{2}。", "Name it with --page and --at. They are: {2}.");
ANJUAN_MESSAGE(no_place_for_seal, "AJ3737", warning, "“{0}”没有写明盖章的地方，签名已加上，但印章没有画出", "“{0}” tells no place for a seal: it is signed, but no seal is drawn", "要画出印章的，用 --page 和 --at 指明位置重新签一次原件。", "To have it drawn, sign the original again with --page and --at.");
ANJUAN_MESSAGE(nothing_signed, "AJ3738", error, "“{0}”里没有电子签名", "“{0}” holds no signature", "请核对是不是这一份文件；纸上盖章的扫描件不含电子签名。", "Check whether this is the file; a scan of a sealed paper has none.");
ANJUAN_MESSAGE(no_roots, "AJ3739", error, "“{0}”里没有证书", "“{0}” holds no certificate", "请给出发证机构的根证书（文本格式，可以几张相接）。", "Give root certificates in PEM, one after another.");
ANJUAN_MESSAGE(no_revocation_list, "AJ3725", error, "“{0}”不是吊销名单", "“{0}” is no list of revoked certificates (CRL)", "请从发证机构下载吊销名单，扩展名一般是 .crl。", "Take the list from the authority; it is usually named .crl.");
ANJUAN_MESSAGE(revocation_needs_roots, "AJ3726", error, "给出吊销名单时，还要用 --roots 给出发证机构的根证书", "lists of revoked certificates need the authority's root, by --roots", "名单由谁签发，要靠根证书核对。", "The root shows whose list it is.");

}  // namespace anjuan::cli
