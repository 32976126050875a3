#pragma once

#include "base/diagnostic.h"

namespace anjuan::handling {

ANJUAN_MESSAGE(unknown_definition, "AJ2801", error, "没有名为“{0}”的流程", "there is no procedure named “{0}”",
               "现有流程：{1}。", "Use one of the procedures: {1}.");
ANJUAN_MESSAGE(unknown_template, "AJ2802", error, "流程里用到的文书模板“{0}”不存在", "the document template “{0}” that the procedure names does not exist",
               "读到的模板：{1}。请改正名称，或者在 templates 里添加这个模板。", "Templates read: {1}. Correct the name, or add the template to templates/.");
ANJUAN_MESSAGE(unknown_form, "AJ2803", error, "流程里用到的表格“{0}”不存在", "the form “{0}” that the procedure names does not exist",
               "读到的表格：{1}。请改正名称，或者在 forms 里添加这张表。", "Forms read: {1}. Correct the name, or add the form to forms/.");
ANJUAN_MESSAGE(opened_unknown, "AJ3090", error, "没有名为“{0}”的流程，不能按它开案件", "there is no procedure named “{0}” to open cases by",
               "读到的流程：{1}。请改正 definition，或者连同那个流程文件一起检查。", "Procedures read: {1}. Correct definition, or check that file together with this one.");
ANJUAN_MESSAGE(nothing_to_compare, "AJ3097", warning, "没有读到任何{0}，流程里用到的 {1} 个没有核对：{2}", "no {0} were read; the {1} that the procedure names were not compared: {2}",
               "请连同它们所在的文件夹一起检查，例如 anjuan check workflows forms templates。",
               "Check them together with the folders that hold them, as in anjuan check workflows forms templates.");
ANJUAN_MESSAGE(unknown_style, "AJ2804", error, "模板“{0}”要的版式“{1}”不存在", "the style “{1}” that template “{0}” asks for does not exist",
               "现有版式：{2}。", "Use one of the styles: {2}.");
ANJUAN_MESSAGE(unknown_mapping, "AJ2805", error, "推送对照表“{0}”不存在", "the mapping “{0}” does not exist",
               "现有对照表：{1}。", "Use one of the mappings: {1}.");
ANJUAN_MESSAGE(unknown_kind, "AJ2806", error, "看不出这是哪种定义文件：最外层元素是“{0}”", "the kind of this file cannot be told: its outermost element is “{0}”",
               "流程用 scxml，表格用 form，模板用 template，机构用 bureau，日历用 calendar，并写对 xmlns。",
               "It is scxml for a procedure, and form, template, bureau or calendar for the others, each with its xmlns.");
ANJUAN_MESSAGE(duplicate_definition, "AJ2807", error, "“{0}”在另一个文件里已经定义：{1}", "“{0}” is already defined in another file: {1}",
               "请改名或者删除其中一个。", "Rename or delete one of them.");
ANJUAN_MESSAGE(missing_piece, "AJ2808", error, "定义不全：缺少{0}", "the definitions lack {0}",
               "请把它加进定义文件夹。", "Add it to the folder of definitions.");
ANJUAN_MESSAGE(not_a_round, "AJ2809", error, "“{0}”不是抽查任务的流程", "“{0}” is not the procedure of a round",
               "开任务要用 aj:kind=\"round\" 的流程。", "A round is opened with a procedure of aj:kind=\"round\".");
ANJUAN_MESSAGE(case_exists, "AJ2810", error, "编号“{0}”已经用过", "the id “{0}” is already in use",
               "请换一个编号。", "Choose another id.");
ANJUAN_MESSAGE(bad_case_id, "AJ2811", error, "“{0}”不能作编号", "“{0}” cannot be an id",
               "编号用字母、数字、汉字，可含 . _ -，最多 64 个字。", "Use letters, digits or Chinese characters, also . _ -, at most 64.");
ANJUAN_MESSAGE(exercise_begun_later, "AJ2897", error, "这个案卷库办的是真事，不能改成演练", "this office does real work and cannot become an exercise",
               "演练请用 anjuan init 另建一个案卷库；bureau.xml 里去掉 exercise。", "Make another office for the exercise with anjuan init; take exercise out of bureau.xml.");
ANJUAN_MESSAGE(exercise_ended_later, "AJ2898", error, "这个案卷库是演练用的，不能改成办真事", "this office is an exercise and cannot be turned to real work",
               "办真事请用 anjuan init 另建一个案卷库；这里的 bureau.xml 保留 exercise=\"yes\"。", "Make another office for real work with anjuan init; keep exercise=\"yes\" here.");
ANJUAN_MESSAGE(recorder_unknown, "AJ2812", error, "记录人“{0}”不在本单位人员名单里", "the recorder “{0}” is not among the people of this office",
               "请在 bureau.xml 里给本人登记 os-user。", "Give the person an os-user in bureau.xml.");

ANJUAN_MESSAGE(unknown_paper, "AJ2820", error, "没有编号为“{0}”的文书", "there is no paper “{0}”",
               "本案文书：{1}。", "Papers of the case: {1}.");
ANJUAN_MESSAGE(paper_not_valid, "AJ2821", error, "文书“{0}”{1}，不能再登记{2}", "the paper “{0}” {1}; no {2} can be recorded for it",
               "请核对是不是选错了文书。", "Check whether this is the right paper.");
ANJUAN_MESSAGE(already_signed, "AJ2822", error, "文书“{0}”已于{1}登记签署", "the signing of “{0}” was recorded on {1}",
               "登记错了的，作废这份文书重新制作。", "If that was wrong, void the paper and make it again.");
ANJUAN_MESSAGE(already_served, "AJ2823", error, "文书“{0}”已于{1}登记送达", "the service of “{0}” was recorded on {1}",
               "登记错了的，作废这份文书重新制作。", "If that was wrong, void the paper and make it again.");
ANJUAN_MESSAGE(not_to_serve, "AJ2824", error, "文书“{0}”不需要送达", "the paper “{0}” is not one to be served",
               "请核对是不是选错了文书。", "Check whether this is the right paper.");
ANJUAN_MESSAGE(before_made, "AJ2825", error, "{0}的日期{1}早于文书“{2}”的成文日期{3}", "the date of {0}, {1}, is before the date {3} of the paper “{2}”",
               "请核对日期。", "Check the date.");
ANJUAN_MESSAGE(scan_unreadable, "AJ2826", error, "扫描件“{0}”不能读取：不是有效的 PDF、JPEG 或 PNG 文件", "the scan “{0}” cannot be read: it is no valid PDF, JPEG or PNG file",
               "请重新扫描，存为 PDF。", "Scan it again as PDF.");
ANJUAN_MESSAGE(void_reason_missing, "AJ2827", error, "作废文书必须写明理由", "a paper is voided only with a reason",
               "请加 --reason。", "Add --reason.");
ANJUAN_MESSAGE(void_of_bound, "AJ2828", error, "案件“{0}”已经归档，文书不能再改动", "the case “{0}” is archived; its papers cannot be changed",
               "确需更正的，另立文书说明。", "Correct by a new document if need be.");

ANJUAN_MESSAGE(signature_untrusted, "AJ3881", error, "“{0}”的第 {1} 个电子签名（{2}）{3}", "signature {1} of “{0}” ({2}) {3}",
               "文件没有改动，是签名人的证书有疑问：请向发证机构核实，并核对给出的根证书、吊销名单是不是它最近出的。",
               "The file is as it was; the signer's certificate is in doubt: ask its authority, and whether the roots and lists given are its latest.");
ANJUAN_MESSAGE(signature_broken, "AJ3740", error, "“{0}”的第 {1} 个电子签名（{2}）{3}", "signature {1} of “{0}” ({2}) {3}",
               "文件签后被改动或者另存过，不能作签字件；请取签名时的原文件。", "The file was changed or saved anew after signing; take the file as it was signed.");
ANJUAN_MESSAGE(not_on_our_print, "AJ3741", warning, "“{0}”不是在本案卷库制作的“{1}”原件上签的", "“{0}” was not signed on the print of “{1}” that this office made",
               "签字件已经登记；请逐页核对内容与原件相同。以后请在原件上直接签，不要另存、打印后再扫描。", "It is recorded; compare its pages with the print. Sign the print itself, without saving it anew.");
ANJUAN_MESSAGE(signatures_left_out, "AJ3742", error, "“{0}”已有 {1} 个电子签名，交来的文件不是接在它们后面签的", "“{0}” has {1} electronic signatures already; the file handed in does not go on from them",
               "请取现在的签字件再签，前面的签名才能保留。", "Sign the signed form as it is now, so that the earlier signatures stay.");
ANJUAN_MESSAGE(seal_unknown, "AJ3743", error, "没有登记名为“{0}”的印章", "no seal “{0}” is registered",
               "印章在 bureau.xml 里用 <seal> 登记；请核对名称。", "Seals are registered in bureau.xml with <seal>; check the name.");
ANJUAN_MESSAGE(real_seal_in_exercise, "AJ3744", error, "演练中不能用真印章“{0}”", "the real seal “{0}” is not set in an exercise",
               "练习请用登记为 sample=\"yes\" 的示例印章。", "Use a seal registered with sample=\"yes\".");
ANJUAN_MESSAGE(sample_outside_exercise, "AJ3713", error, "示例印章“{0}”只能在演练中盖", "the sample seal “{0}” is set in exercises only",
               "正式办案盖登记的真印章，或者盖实物印章后交扫描件。", "Set the registered seal, or seal on paper and hand in the scan.");
ANJUAN_MESSAGE(seal_not_in_use, "AJ3745", error, "印章“{0}”在{1}不在启用期内", "the seal “{0}” is not in use on {1}",
               "请核对日期和 bureau.xml 里登记的起止日期。", "Check the date and the days registered in bureau.xml.");
ANJUAN_MESSAGE(seal_not_theirs, "AJ3746", error, "印章“{0}”由{2}{1}，{3}不任此职", "the seal “{0}” is to {1} by the post {2}, which {3} does not hold",
               "请由任此职的人办理；职务变动的，先改 bureau.xml。", "Leave it to who holds the post; if that changed, change bureau.xml first.");
ANJUAN_MESSAGE(seal_by_one_person, "AJ3747", error, "印章“{0}”的批准人和盖章人都是{1}", "the seal “{0}” is decided on and set by the same person, {1}",
               "批准用印和盖章要由两个人办理。", "Two people are needed: one decides, the other sets it.");
ANJUAN_MESSAGE(signatures_other_than_recorded, "AJ3749", error, "文书“{0}”登记了 {1} 个电子签名，签字件里有 {2} 个", "{1} electronic signatures are recorded for “{0}”, its signed form has {2}",
               "登记或者文件被改动过，请与备份核对。", "The record or the file was changed; compare with a backup.");
ANJUAN_MESSAGE(signed_form_not_in_volume, "AJ3724", error, "案卷“{0}”装订了文书“{1}”，但是没有附上它的电子签名件原件", "the volume “{0}” binds “{1}”, but does not carry its electronically signed form",
               "卷里的页面不含签名；请把签字件原件与案卷一起保存。", "Its pages in the volume have no signatures; keep the signed form beside the volume.");
ANJUAN_MESSAGE(signed_on_another_day, "AJ3748", warning, "{0}的签名里写的时间是{1}，登记的签署日期是{2}", "the signature of {0} says {1}, the recorded day of signing is {2}",
               "两个日期都已如实保存；登记错了的，作废这份文书重新制作。", "Both are kept as they are; if the recorded day is wrong, void the paper and make it again.");

ANJUAN_MESSAGE(no_register, "AJ2830", error, "还没有导入“{0}”", "the register “{0}” has not been imported",
               "请先用 anjuan import 导入。", "Import it first with anjuan import.");
ANJUAN_MESSAGE(no_draw, "AJ2831", error, "本任务还没有有效的抽取", "this round has no valid draw",
               "请先冻结名单、抽取。", "Freeze the list and draw first.");
ANJUAN_MESSAGE(draw_pending, "AJ2832", error, "抽取“{0}”没有作废，不能重新抽取", "the draw “{0}” has not been voided; lots are not drawn again",
               "确需重抽的，先由主要负责人决定作废并写明理由。", "If it must be, the head of the office voids it first, with a reason.");
ANJUAN_MESSAGE(draw_not_open, "AJ2833", error, "名单没有冻结，或者已经抽取过", "the list is not frozen, or the lots are already drawn",
               "请查看任务现在的状态。", "Look at where the round stands.");
ANJUAN_MESSAGE(no_stratum_code, "AJ2834", error, "行业“{0}”没有规定代号", "the trade “{0}” has no code",
               "请在流程的“行业代号”参数里补上。", "Add it to the parameter of trade codes in the procedure.");
ANJUAN_MESSAGE(seat_vacant, "AJ2835", error, "案件“{0}”没有可以递补的检查人员了", "nobody is left to fill the vacancy in case “{0}”",
               "请充实执法检查人员名录库后补充抽取。", "Add inspectors to the register and hold a supplementary draw.");
ANJUAN_MESSAGE(not_on_team, "AJ2836", error, "人员“{0}”不是案件“{1}”的检查人员", "“{0}” is not an inspector of case “{1}”",
               "请核对人员编号。", "Check the id.");
ANJUAN_MESSAGE(secret_missing, "AJ2837", error, "冻结名单需要机关随机数", "freezing a list needs the office's secret number",
               "通过命令行冻结时会自动产生并打印，供装入密封信封。", "The command line makes and prints it for the sealed envelope.");
ANJUAN_MESSAGE(parameter_missing, "AJ2838", error, "流程里的<aj:draw>缺少参数“{0}”，或者类型不对", "<aj:draw> in the procedure lacks the parameter “{0}”, or has it in the wrong type",
               "请在流程定义里补上 <param name=\"{0}\" expr=\"…\"/>。", "Add <param name=\"{0}\" expr=\"…\"/> to the procedure.");

ANJUAN_MESSAGE(source_kind_unknown, "AJ3850", error, "随机数来源“{0}”的方式“{1}”不认识", "the kind “{1}” of the contributor “{0}” is not known",
               "可以是：secret（密数）、d6（六面骰）、d10（十面骰）、lottery（摇号球）、beacon（公开信标）。", "One of: secret, d6, d10, lottery, beacon.");
ANJUAN_MESSAGE(two_own_secrets, "AJ3851", error, "“{0}”是第二个没有承诺值的密数来源；本机关只产生一个机关随机数", "“{0}” is the second secret without a commitment; the office makes one only",
               "其他单位的密数由其自己产生，冻结名单前把承诺值和抽取号填上。", "Another office makes its own and gives its commitment, with the draw's number, before the freeze.");
ANJUAN_MESSAGE(committed_for_other_draw, "AJ3852", error, "来源“{0}”的承诺值是为抽取号“{1}”作的，这次是“{2}”", "the commitment of “{0}” was made for the draw “{1}”; this one is “{2}”",
               "请该单位按本次抽取号重新计算承诺值：anjuan draw commit。", "Have it computed again for this draw's number: anjuan draw commit.");
ANJUAN_MESSAGE(source_unknown, "AJ3853", error, "抽取“{1}”没有名为“{0}”的随机数来源", "the draw “{1}” has no contributor “{0}”",
               "请核对流程里 <aj:draw> 的“来源”。", "Check the sources of <aj:draw> in the procedure.");
ANJUAN_MESSAGE(secret_is_opened, "AJ3854", error, "“{0}”是封存的密数，抽取时当众拆封，不预先录入", "“{0}” is a sealed secret: it is opened in public at the draw, not entered before",
               "请先录入见证人产生的随机数。", "Enter what the witnesses bring first.");
ANJUAN_MESSAGE(value_not_confirmed, "AJ3855", error, "“{0}”的随机数还没有经两人录入一致，不能拆封", "the value of “{0}” has not been typed alike by two people; nothing is opened yet",
               "先由一人录入、另一人复录，一致以后再拆封。信封还没有拆的，不要拆。", "Let one person enter it and another enter it again; keep the envelope closed until then.");
ANJUAN_MESSAGE(secret_not_given, "AJ3856", error, "缺少“{0}”拆封后的随机数", "the opened value of “{0}” is missing",
               "请照录信封里的数。", "Copy it from the envelope.");
ANJUAN_MESSAGE(value_settled, "AJ3857", error, "“{0}”已经两人录入一致，不能再改", "“{0}” was typed alike by two people and cannot be changed",
               "录入的与现场不符的，报主要负责人决定作废，重新冻结名单。", "If it is not what was thrown, the draw must be voided and a new list frozen.");
ANJUAN_MESSAGE(nothing_entered, "AJ3858", error, "“{0}”还没有人首次录入，不能复录", "nobody has entered “{0}” yet",
               "请先由一人录入，再由另一人复录。", "Let one person enter it first, then another.");
ANJUAN_MESSAGE(entered_by_one, "AJ3859", error, "“{0}”的首录人和复录人都是{1}；复录要换一个人", "“{0}” would be entered twice by {1}; the second entry is another person's",
               "请另一人以自己的账号登录，看着骰子或者照片独立录入。", "Let another person log in and type it from the dice or the photo.");
ANJUAN_MESSAGE(entered_differently, "AJ3860", error, "“{0}”两次录入不一致：从左数第{1}位起不同", "the two entries of “{0}” differ, first at place {1} from the left",
               "请对照骰子、球号或者照片核对：复录错了的，重新复录；首录错了的，由首录人重新录入。", "Check against the dice or the photo: type it again, or let the first person correct the first entry.");
ANJUAN_MESSAGE(not_declared, "AJ3861", error, "还没有申报利害关系的检查人员：{0}", "inspectors who have not declared their interests yet: {0}",
               "请他们对照全部检查对象申报（没有的也要申报“没有”），然后冻结名单。", "Let each declare against the whole list, also that there is none; then freeze.");
ANJUAN_MESSAGE(declared_unknown_target, "AJ3862", error, "申报的检查对象“{0}”不在名录库里", "the declared target “{0}” is not in the register",
               "请写对象的编号或者全称。", "Write its id or its full name.");
ANJUAN_MESSAGE(declared_by_stranger, "AJ3863", error, "“{0}”不在执法检查人员名录库里，不用申报", "“{0}” is not in the register of inspectors and has nothing to declare",
               "请核对签署人。", "Check the signatory.");
ANJUAN_MESSAGE(declared_too_late, "AJ3864", error, "抽取“{0}”的名单已经冻结，不能再作抽取前的申报", "the list of draw “{0}” is frozen; nothing is declared before it any more",
               "抽中以后发现有利害关系的，在案件里申请回避。", "An interest found after the draw is a recusal in the case.");
ANJUAN_MESSAGE(bad_vacancy_value, "AJ3865", error, "“{0}”不是现场掷骰的写法", "“{0}” is not how thrown dice are written",
               "六面骰写 d6: 加至少 20 个点数，例如 d6:35261…；十面骰写 d10:。启用封存值的不用两人录入。", "Write d6: or d10: and at least 20 throws; a sealed value is not entered twice.");
ANJUAN_MESSAGE(drawn_by_hand, "AJ3866", error, "抽取“{0}”是现场摇号、抽签的，递补也要现场抽", "the draw “{0}” was made by hand; so are its substitutions",
               "请现场重新抽签，作为补充抽取登记。", "Draw lots again and record them as a supplementary draw.");

ANJUAN_MESSAGE(no_earlier_draw, "AJ3876", error, "没有抽取号为“{0}”的有效抽取，不能接着它补充抽取", "there is no valid draw “{0}” to supplement",
               "请核对抽取号；作废的抽取不能补充。", "Check the number; a voided draw is not supplemented.");
ANJUAN_MESSAGE(not_in_earlier_draw, "AJ3877", error, "抽取“{1}”没有抽中“{0}”，补充抽取不能列入", "the draw “{1}” did not choose “{0}”, so a supplementary draw cannot list it",
               "补充抽取只给已经抽中、缺检查人员的对象选派人员。", "A supplementary draw staffs targets that were chosen and lack inspectors.");

ANJUAN_MESSAGE(few_keepers, "AJ3878", error, "信封至少由{0}个不同的人保管，这里只有{1}个", "the envelopes need at least {0} different keepers; there are {1}",
               "请再写一名保管人，最好不是本机关的人。", "Name another keeper, best from outside the office.");

ANJUAN_MESSAGE(lots_without_photos, "AJ3879", error, "现场抽取的凭证还没有登记扫描件，没有照片不能复录", "the evidence of the lots drawn by hand has no scan yet; without photos nothing is confirmed",
               "请把签名的凭证和每一轮抽出的照片扫描成一个文件，登记签署时一并交来。", "Scan the signed evidence with the photos of each draw and hand it in with its signing.");

ANJUAN_MESSAGE(another_draw_pending, "AJ3880", error, "抽取“{0}”的名单已经冻结，还没有拆封，也没有作废；一次抽取接着一次，不能并行", "the list of draw “{0}” is frozen and neither opened nor voided; draws follow one another",
               "请先完成或者作废那一次，再冻结这份名单。", "Open or void that draw first, then freeze this list.");

ANJUAN_MESSAGE(rows_entered_differently, "AJ3867", error, "“{0}”两次录入不一致：第{1}行不同", "the two entries of “{0}” differ, first in row {1}",
               "请对照现场记录和照片核对这一行。", "Check that row against the record and the photos.");
ANJUAN_MESSAGE(lots_off_list, "AJ3868", error, "“{0}”不在冻结的名单里，或者名单上写明不参加抽取", "“{0}” is not in the frozen list, or takes no part in the draw",
               "只能登记名单上参加抽取的对象和人员，写编号。", "Only targets and inspectors that take part may be recorded, by their ids.");
ANJUAN_MESSAGE(lots_twice, "AJ3869", error, "“{0}”登记了两次", "“{0}” is recorded twice", "请核对。", "Check it.");
ANJUAN_MESSAGE(lots_lack_target, "AJ3870", error, "定向检查的“{0}”没有登记", "“{0}”, which is to be inspected in any case, is not recorded", "请补上。", "Add it.");
ANJUAN_MESSAGE(lots_off_quota, "AJ3871", error, "“{0}”应抽{1}家，登记了{2}家", "of the stratum “{0}” {1} are to be drawn, {2} are recorded",
               "按名单冻结时的应抽数，不能多抽、少抽。", "The quota was frozen with the list.");
ANJUAN_MESSAGE(lots_team_size, "AJ3872", error, "“{0}”应有{1}名检查人员，登记了{2}名", "“{0}” takes {1} inspectors, {2} are recorded", "请核对。", "Check it.");
ANJUAN_MESSAGE(lots_conflict, "AJ3873", error, "“{0}”应当回避“{1}”，不能检查", "“{0}” is barred from “{1}” by a conflict of interest", "抽到的应当场重抽这个席位。", "The seat is to be drawn again at once.");
ANJUAN_MESSAGE(lots_lack_tag, "AJ3874", error, "“{0}”没有检查“{1}”所需的专长“{2}”", "“{0}” lacks the speciality “{2}” that “{1}” needs", "请核对。", "Check it.");
ANJUAN_MESSAGE(lots_over_cap, "AJ3875", error, "“{0}”这次最多检查{1}家，登记的超过了", "“{0}” may inspect at most {1} in this draw; more are recorded", "请核对。", "Check it.");
ANJUAN_MESSAGE(draw_rule_wrong, "AJ2880", error, "冻结参数“{0}”写成了“{1}”，应当是{2}", "the freeze parameter “{0}” is “{1}” and should be {2}",
               "请在流程定义的参数里改正。", "Correct the parameter in the procedure.");
ANJUAN_MESSAGE(reason_no_code, "AJ2881", error, "理由“{0}”不是规定的理由代码", "the reason “{0}” is none of the reason codes",
               "名单里只写代码，不写个人情况。代码有：{1}；需要新的，在流程的理由代码参数里增加。", "A list holds codes, never words about a person. Codes: {1}; add others to the parameter of reason codes.");
ANJUAN_MESSAGE(rule_column_unknown, "AJ2882", error, "名录里没有“{0}”这个字段", "no register has the field “{0}”",
               "请核对名称：{1}。", "Check the name: {1}.");
ANJUAN_MESSAGE(share_below_floor, "AJ2883", error, "“{0}”的比例{1}%低于下限{2}%", "the share {1}% of “{0}” is below the floor of {2}%",
               "提高某一类的比例不得降低其他类：各类都不得低于下限。", "Raising one group never lowers another: none may be below the floor.");
ANJUAN_MESSAGE(named_not_in_base, "AJ2884", error, "指明的对象“{0}”不在抽取基数里：{1}", "the object “{0}” that is named is not in the base of the draw: {1}",
               "请核对编号；停业、注销的机构不检查。", "Check the id; those suspended or closed are not inspected.");
ANJUAN_MESSAGE(must_over_cap, "AJ2885", error, "定向对象“{0}”本年度已检查{1}次，达到上限{2}次", "“{0}”, which is to be taken in any case, was checked {1} times this year, the cap being {2}",
               "确需再查的，先办超频次审批。", "If it must be, have the check over the cap approved first.");

ANJUAN_MESSAGE(no_share_for_trade, "AJ2886", error, "没有流程规定行业“{0}”的抽查比例", "no procedure says a share for the trade “{0}”",
               "请在抽查任务流程冻结名单的参数里写明行业代号和比例。", "Give its code and share to the freezing of the list in the procedure of a round.");
ANJUAN_MESSAGE(nothing_before_version, "AJ2887", error, "“{0}”只有一版，没有可以对比的前一版", "“{0}” has one version; there is none before it to compare with",
               "更新以后再对比。", "Compare after it has been updated.");
ANJUAN_MESSAGE(no_public_list, "AJ2888", error, "“{0}”不是公开的清单", "“{0}” is no public list",
               "公开的清单在名录格式定义里写 public-template。", "Public lists have a public-template in the register definition.");
ANJUAN_MESSAGE(no_channels, "AJ2894", error, "名录格式定义没有写在哪里公开", "the definition of the registers names no channel of publication",
               "请在 registers.xml 里写 <publication>，每个渠道一个 <channel>。", "Write <publication> with a <channel> for each in registers.xml.");
ANJUAN_MESSAGE(unknown_channel, "AJ2895", error, "“{0}”不是规定的公开渠道", "“{0}” is no channel of publication", "规定的渠道：{1}。", "The channels: {1}.");
ANJUAN_MESSAGE(channel_recorded, "AJ2896", error, "{0}第{1}版在“{2}”的公开已经登记过", "version {1} of {0} is on record already as published on “{2}”",
               "登记错了的，写一版更正说明重新公开；没有公开过的渠道请另行登记。", "If it was recorded wrongly, publish a corrected version; other channels are recorded each on their own.");
ANJUAN_MESSAGE(published_out_of_time, "AJ2899", error, "公开时间{0}不在这一版形成（{1}）和登记（{2}）之间", "it cannot have been published on {0}: the version is of {1}, the record of {2}",
               "请核对公开时间和版本。", "Check the time and the version.");
ANJUAN_MESSAGE(no_key_column, "AJ2889", error, "表里没有可以对照的列", "the table has no column to compare by",
               "至少要有其中一列：{0}。", "One of these is needed: {0}.");
ANJUAN_MESSAGE(refresh_overdue, "AJ2890", warning, "“{0}”{1}年度的更新公开已经逾期（截止{2}）", "the refresh of “{0}” for {1} is overdue (it was due on {2})",
               "请先更新名录；没有变化的，也要形成一版“经核对无变化”。", "Update the register first, or confirm it unchanged with anjuan register confirm.");
ANJUAN_MESSAGE(pool_below_quota, "AJ2891", warning, "“{0}”应抽{1}家，可抽的只有{2}家", "of “{0}” {1} are to be drawn, but only {2} are in the pool",
               "其余已达频次上限；确需再查的，先办超频次审批。", "The others have reached the yearly cap; have checks over the cap approved if they must be.");

ANJUAN_MESSAGE(draw_rule_unknown, "AJ2892", error, "不认识冻结参数“{0}”", "the freeze parameter “{0}” is not known",
               "是否想写“{1}”？", "Did you mean “{1}”?");

ANJUAN_MESSAGE(no_practitioners, "AJ2893", warning, "还没有导入执业人员名录库，本次只抽机构，不抽执业人员", "the register of practitioners has not been imported; institutions are drawn, practitioners are not",
               "需要抽执业人员的，先作废本次冻结，导入名录后重新冻结。", "If they are to be drawn, void this freeze, import the register and freeze again.");

ANJUAN_MESSAGE(no_open_sheet, "AJ2840", error, "案件“{0}”没有待读回的表格", "no sheet of case “{0}” is waiting to be read",
               "请确认检查已经开始、表格没有读回过。", "Make sure the inspection has begun and the sheet was not read before.");
ANJUAN_MESSAGE(sheet_of_other_case, "AJ2841", error, "这张表是案件“{0}”的，不能读到案件“{1}”里", "this sheet belongs to case “{0}”, not to “{1}”",
               "请选对文件。", "Choose the right file.");
ANJUAN_MESSAGE(publish_not_yet, "AJ2850", warning, "检查尚未全部结束，抽取清单和抽取记录暂不公布", "inspections are not all over; the draw's files are not published yet",
               "各案检查结束后随最后一批公布。", "They go out with the last batch.");
ANJUAN_MESSAGE(replay_differs, "AJ2860", error, "重演第{0}条记录后，案件“{1}”与保存的不一致", "after replaying entry {0}, case “{1}” is not what was saved",
               "说明记录或数据被改动过，或者程序版本不同；请先用 anjuan verify 查明。", "Record or data were changed, or the program is another version; run anjuan verify first.");
ANJUAN_MESSAGE(replay_refused, "AJ2861", error, "重演第{0}条记录被拒绝", "entry {0} is refused when replayed",
               "下面是拒绝的理由。", "The reasons follow.");
ANJUAN_MESSAGE(dated_before_last, "AJ2862", error, "日期{0}早于本案上一件事的日期{1}", "the date {0} is before the last act of this case, {1}",
               "请核对日期；确属补录的，按实际日期的先后补录。", "Check the date; enter late acts in the order of their dates.");

ANJUAN_MESSAGE(acted_meanwhile, "AJ2863", error, "“{0}”刚才已由他人办理：{1}于{2}办了“{3}”（记录第{4}条）", "somebody has just acted on “{0}”: {1}, at {2}, did “{3}” (entry {4})",
               "请用 anjuan show {0} 看现在的情况，再决定还要不要办；这次没有保存任何内容。", "See by anjuan show {0} how it stands before you decide; nothing was saved this time.");
ANJUAN_MESSAGE(last_act_was, "AJ2864", warning, "“{0}”的上一件事：{1}于{2}办了“{3}”（记录第{4}条）", "the last act on “{0}”: {1}, at {2}, did “{3}” (entry {4})",
               "如果就是要办的这件事，不必再办；不是的，用 anjuan show {0} 看现在可以办什么。", "If that is what you meant to do, it is done; else anjuan show {0} tells what can be done.");
ANJUAN_MESSAGE(late_without_reason, "AJ2865", error, "行为日期{0}比今天{1}早 {2} 天，超过本单位规定的 {3} 天，没有写明补录的理由",
               "the stated date {0} is {2} days before today, {1}: more than the {3} days of this office, and no reason is given",
               "请先核对日期和计算机的时间；确实是补录的，加 --late-reason 写明理由。", "Check the date and the computer's clock; if it is recorded late, give the reason with --late-reason.");
ANJUAN_MESSAGE(no_register_map, "AJ2870", error, "读不了这张表：没有名录格式定义（registers.xml）",
               "this table cannot be read: there is no map of the registers (registers.xml)",
               "请把 registers.xml 一起检查，或者在放有 workflows 文件夹的地方检查。",
               "Check registers.xml together with it, or check where the folder workflows lies.");
ANJUAN_MESSAGE(table_is_no_register, "AJ2871", warning, "这张表不是名录：表头与名录格式定义里的四种名录都对不上，没有检查",
               "this table is no register: its headers fit none of the four in the map; it was not checked",
               "名录的列名见 registers.xml；列名不同的，在那里写 aliases。",
               "The headers of the registers are in registers.xml; write others there as aliases.");

ANJUAN_MESSAGE(no_table, "AJ3110", error, "模板“{0}”里没有表格，不能做成电子表格", "the template “{0}” has no table to make a workbook of",
               "请在模板里写一张 <table>。", "Give the template a <table>.");
ANJUAN_MESSAGE(replay_unknown_kind, "AJ3111", error, "不知道怎样重演“{0}”这种记录", "entries of the kind “{0}” cannot be replayed",
               "请用写下这条记录的程序版本核验。", "Verify with the version of the program that wrote it.");
ANJUAN_MESSAGE(replay_without_definitions, "AJ3112", error, "这条记录之前没有采用定义文件的记录", "no definitions were adopted before this entry",
               "记录被截去了开头，请取备份核对。", "The journal's beginning is lost; compare with a backup.");
ANJUAN_MESSAGE(duplicate_rule, "AJ3113", error, "规则“{0}”写了两次", "the rule “{0}” stands twice",
               "请合并成一条。", "Make one of them.");
ANJUAN_MESSAGE(rule_place_unclear, "AJ3114", error, "规则“{0}”的实现位置要写明是文件还是程序模块，只写一个", "a place of the rule “{0}” must name either a file or a module",
               "请写 file=\"…\" 或者 engine=\"…\"。", "Write file=\"…\" or engine=\"…\".");

ANJUAN_MESSAGE(unknown_register, "AJ3010", error, "没有“{0}”这种名录库", "there is no register “{0}”", "可以是：{1}。", "One of: {1}.");
ANJUAN_MESSAGE(bad_setting, "AJ3007", error, "“{0}”不是“名称=内容”", "“{0}” is not name=value", "例如 --set 审批意见=同意；内容较多的写 --set 名称=@文件。", "For example --set name=value; longer content with --set name=@FILE.");
ANJUAN_MESSAGE(material_no_text, "AJ3882", error, "“{0}”的内容不是文字，不能填写", "“{0}” is no text and cannot be entered",
               "照片、扫描件随签字件登记（document sign --scan）；文字请存成纯文本文件。", "Photos and scans are handed in with the signed form (document sign --scan); save words as a plain text file.");
ANJUAN_MESSAGE(material_unreadable, "AJ3350", error, "材料“{0}”不能读取", "the material “{0}” cannot be read", "请检查文件名和权限。", "Check its name and your rights.");
ANJUAN_MESSAGE(unknown_edition, "AJ3400", error, "本案卷库没有第{0}版定义文件", "this office has no edition {0} of its definitions",
               "已有的版本用 anjuan list 可以看到。", "anjuan list shows the editions in use.");

ANJUAN_MESSAGE(bad_map_pair, "AJ3420", error, "“{0}”看不懂：要写成 旧=新", "“{0}” is not understood: write OLD=NEW",
               "例如 --map 待答复=等待答复，--set 回访方式=上门。", "For instance --map waiting=awaited, --set way=visit.");
ANJUAN_MESSAGE(migrate_alone, "AJ3421", error, "{0}“{1}”仍按旧版办理，不接收新流程发出的“{2}”", "{0} “{1}” stays on the old version, which does not take “{2}” that the new procedure sends",
               "请把任务和案件一起迁移；不能迁移的，先解决它的问题。", "Migrate the round and its cases together; see first to the one that cannot move.");
ANJUAN_MESSAGE(migrate_finished, "AJ3422", error, "案件“{0}”已经办结，不需要迁移", "the case “{0}” is finished and needs no migration",
               "办结的案件按当时的流程存档。", "Finished cases are kept with the procedure of their time.");
ANJUAN_MESSAGE(migrate_current, "AJ3423", error, "案件“{0}”已经按现行版本办理", "the case “{0}” runs on the current version already",
               "不用迁移。", "Nothing is to be done.");
ANJUAN_MESSAGE(migrate_reason_missing, "AJ3424", error, "迁移和撤销迁移都要写明理由", "a migration, and taking one back, needs a reason",
               "请加 --reason，例如：--reason 规定已经修改。", "Add --reason.");
ANJUAN_MESSAGE(migrate_procedure_gone, "AJ3425", error, "现行版本里没有名为“{0}”的流程", "the current version has no procedure “{0}”",
               "流程改了名称的，在迁移对照文件里写 <procedure name=\"{0}\" to=\"{1}\">。", "If it was renamed, write <procedure name=\"{0}\" to=\"{1}\"> in the mapping file.");
ANJUAN_MESSAGE(migrate_name_unused, "AJ3426", error, "要迁移的案件的流程里都没有“{0}”", "none of the procedures of these cases has “{0}”",
               "请核对编号；最接近的是“{1}”。", "Check the id; the nearest is “{1}”.");
ANJUAN_MESSAGE(migrate_name_unlike_all, "AJ3432", error, "要迁移的案件的流程里都没有“{0}”", "none of the procedures of these cases has “{0}”",
               "请核对编号；现有的：{1}。", "Check the id; there are: {1}.");
ANJUAN_MESSAGE(no_way_back, "AJ3427", error, "案件“{0}”没有可以撤销的迁移", "the case “{0}” has no migration to take back",
               "本案没有迁移过，或者已经撤销。", "It was never migrated, or the migration was taken back.");
ANJUAN_MESSAGE(way_back_closed, "AJ3428", error, "案件“{0}”迁移以后已经办过别的事（第{1}条记录，{2}），不能再撤销", "since its migration the case “{0}” has gone on (entry {1}, {2}); it cannot be taken back",
               "确需改回的，采用旧的定义文件为新版本，再迁移一次。", "Adopt the old definitions as a new version and migrate again.");
ANJUAN_MESSAGE(map_to_nothing, "AJ3429", error, "--map {0}= 没有写改到哪里", "--map {0}= does not say what it becomes",
               "写成 --map {0}=新编号；并行的一条线不要了的，写进迁移对照文件。", "Write --map {0}=NEW; a line of a parallel that is given up goes into a mapping file.");
ANJUAN_MESSAGE(may_not_migrate, "AJ3431", error, "{0}不能决定迁移：迁移由{1}决定，{0}在{2}不任此职", "{0} may not decide a migration: that is for {1}, a post which {0} does not hold on {2}",
               "请由任此职的人决定；由谁决定，写在机关文件里。", "Let a holder of the post decide; who does is written under migration in the office's file.");
ANJUAN_MESSAGE(mapped_twice, "AJ3430", error, "“{0}”写了两个 --map", "“{0}” has two --map",
               "只写一个；改到并行的几条线，写成 --map {0}=新一+新二。", "Write one; for several lines of a parallel --map {0}=ONE+TWO.");

}  // namespace anjuan::handling
