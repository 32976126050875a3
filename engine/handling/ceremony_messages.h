#pragma once
// Messages of the draw's ceremony (AJ3850 to AJ3889).

#include "base/diagnostic.h"

namespace anjuan::handling {

ANJUAN_MESSAGE(source_kind_unknown, "AJ3850", error, "随机数来源“{0}”的方式“{1}”不认识", "the kind '{1}' of the contributor '{0}' is not known",
               "可以是：secret（密数）、d6（六面骰）、d10（十面骰）、lottery（摇号球）、beacon（公开信标）。", "One of: secret, d6, d10, lottery, beacon.");
ANJUAN_MESSAGE(two_own_secrets, "AJ3851", error, "“{0}”是第二个没有承诺值的密数来源；本机关只产生一个机关随机数", "'{0}' is the second secret without a commitment; the office makes one only",
               "其他单位的密数由其自己产生，冻结名单前把承诺值和抽取号填上。", "Another office makes its own and gives its commitment, with the draw's number, before the freeze.");
ANJUAN_MESSAGE(committed_for_other_draw, "AJ3852", error, "来源“{0}”的承诺值是为抽取号“{1}”作的，这次是“{2}”", "the commitment of '{0}' was made for the draw '{1}'; this one is '{2}'",
               "请该单位按本次抽取号重新计算承诺值：anjuan draw commit。", "Have it computed again for this draw's number: anjuan draw commit.");
ANJUAN_MESSAGE(source_unknown, "AJ3853", error, "抽取“{1}”没有名为“{0}”的随机数来源", "the draw '{1}' has no contributor '{0}'",
               "请核对流程里 <aj:draw> 的“来源”。", "Check the sources of <aj:draw> in the procedure.");
ANJUAN_MESSAGE(secret_is_opened, "AJ3854", error, "“{0}”是封存的密数，抽取时当众拆封，不预先录入", "'{0}' is a sealed secret: it is opened in public at the draw, not entered before",
               "请先录入见证人产生的随机数。", "Enter what the witnesses bring first.");
ANJUAN_MESSAGE(value_not_confirmed, "AJ3855", error, "“{0}”的随机数还没有经两人录入一致，不能拆封", "the value of '{0}' has not been typed alike by two people; nothing is opened yet",
               "先由一人录入、另一人复录，一致以后再拆封。信封还没有拆的，不要拆。", "Let one person enter it and another enter it again; keep the envelope closed until then.");
ANJUAN_MESSAGE(secret_not_given, "AJ3856", error, "缺少“{0}”拆封后的随机数", "the opened value of '{0}' is missing",
               "请照录信封里的数。", "Copy it from the envelope.");
ANJUAN_MESSAGE(value_settled, "AJ3857", error, "“{0}”已经两人录入一致，不能再改", "'{0}' was typed alike by two people and cannot be changed",
               "录入的与现场不符的，报主要负责人决定作废，重新冻结名单。", "If it is not what was thrown, the draw must be voided and a new list frozen.");
ANJUAN_MESSAGE(nothing_entered, "AJ3858", error, "“{0}”还没有人首次录入，不能复录", "nobody has entered '{0}' yet",
               "请先由一人录入，再由另一人复录。", "Let one person enter it first, then another.");
ANJUAN_MESSAGE(entered_by_one, "AJ3859", error, "“{0}”的首录人和复录人都是{1}；复录要换一个人", "'{0}' would be entered twice by {1}; the second entry is another person's",
               "请另一人以自己的账号登录，看着骰子或者照片独立录入。", "Let another person log in and type it from the dice or the photo.");
ANJUAN_MESSAGE(entered_differently, "AJ3860", error, "“{0}”两次录入不一致：从左数第{1}位起不同", "the two entries of '{0}' differ, first at place {1} from the left",
               "请对照骰子、球号或者照片核对：复录错了的，重新复录；首录错了的，由首录人重新录入。", "Check against the dice or the photo: type it again, or let the first person correct the first entry.");
ANJUAN_MESSAGE(not_declared, "AJ3861", error, "还没有申报利害关系的检查人员：{0}", "inspectors who have not declared their interests yet: {0}",
               "请他们对照全部检查对象申报（没有的也要申报“没有”），然后冻结名单。", "Let each declare against the whole list, also that there is none; then freeze.");
ANJUAN_MESSAGE(declared_unknown_target, "AJ3862", error, "申报的检查对象“{0}”不在名录库里", "the declared target '{0}' is not in the register",
               "请写对象的编号或者全称。", "Write its id or its full name.");
ANJUAN_MESSAGE(declared_by_stranger, "AJ3863", error, "“{0}”不在执法检查人员名录库里，不用申报", "'{0}' is not in the register of inspectors and has nothing to declare",
               "请核对签署人。", "Check the signatory.");
ANJUAN_MESSAGE(declared_too_late, "AJ3864", error, "抽取“{0}”的名单已经冻结，不能再作抽取前的申报", "the list of draw '{0}' is frozen; nothing is declared before it any more",
               "抽中以后发现有利害关系的，在案件里申请回避。", "An interest found after the draw is a recusal in the case.");
ANJUAN_MESSAGE(bad_vacancy_value, "AJ3865", error, "“{0}”不是现场掷骰的写法", "'{0}' is not how thrown dice are written",
               "六面骰写 d6: 加至少 20 个点数，例如 d6:35261…；十面骰写 d10:。启用封存值的不用两人录入。", "Write d6: or d10: and at least 20 throws; a sealed value is not entered twice.");
ANJUAN_MESSAGE(drawn_by_hand, "AJ3866", error, "抽取“{0}”是现场摇号、抽签的，递补也要现场抽", "the draw '{0}' was made by hand; so are its substitutions",
               "请现场重新抽签，作为补充抽取登记。", "Draw lots again and record them as a supplementary draw.");

ANJUAN_MESSAGE(no_earlier_draw, "AJ3876", error, "没有抽取号为“{0}”的有效抽取，不能接着它补充抽取", "there is no valid draw '{0}' to supplement",
               "请核对抽取号；作废的抽取不能补充。", "Check the number; a voided draw is not supplemented.");
ANJUAN_MESSAGE(not_in_earlier_draw, "AJ3877", error, "抽取“{1}”没有抽中“{0}”，补充抽取不能列入", "the draw '{1}' did not choose '{0}', so a supplementary draw cannot list it",
               "补充抽取只给已经抽中、缺检查人员的对象选派人员。", "A supplementary draw staffs targets that were chosen and lack inspectors.");

ANJUAN_MESSAGE(few_keepers, "AJ3878", error, "信封至少由{0}个不同的人保管，这里只有{1}个", "the envelopes need at least {0} different keepers; there are {1}",
               "请再写一名保管人，最好不是本机关的人。", "Name another keeper, best from outside the office.");

ANJUAN_MESSAGE(lots_without_photos, "AJ3879", error, "现场抽取的凭证还没有登记扫描件，没有照片不能复录", "the evidence of the lots drawn by hand has no scan yet; without photos nothing is confirmed",
               "请把签名的凭证和每一轮抽出的照片扫描成一个文件，登记签署时一并交来。", "Scan the signed evidence with the photos of each draw and hand it in with its signing.");

ANJUAN_MESSAGE(another_draw_pending, "AJ3880", error, "抽取“{0}”的名单已经冻结，还没有拆封，也没有作废；一次抽取接着一次，不能并行", "the list of draw '{0}' is frozen and neither opened nor voided; draws follow one another",
               "请先完成或者作废那一次，再冻结这份名单。", "Open or void that draw first, then freeze this list.");

inline const Wording lots_label{"现场抽取结果", "what was drawn by hand"};
ANJUAN_MESSAGE(rows_entered_differently, "AJ3867", error, "“{0}”两次录入不一致：第{1}行不同", "the two entries of '{0}' differ, first in row {1}",
               "请对照现场记录和照片核对这一行。", "Check that row against the record and the photos.");
ANJUAN_MESSAGE(lots_off_list, "AJ3868", error, "“{0}”不在冻结的名单里，或者名单上写明不参加抽取", "'{0}' is not in the frozen list, or takes no part in the draw",
               "只能登记名单上参加抽取的对象和人员，写编号。", "Only targets and inspectors that take part may be recorded, by their ids.");
ANJUAN_MESSAGE(lots_twice, "AJ3869", error, "“{0}”登记了两次", "'{0}' is recorded twice", "请核对。", "Check it.");
ANJUAN_MESSAGE(lots_lack_target, "AJ3870", error, "定向检查的“{0}”没有登记", "'{0}', which is to be inspected in any case, is not recorded", "请补上。", "Add it.");
ANJUAN_MESSAGE(lots_off_quota, "AJ3871", error, "“{0}”应抽{1}家，登记了{2}家", "of the stratum '{0}' {1} are to be drawn, {2} are recorded",
               "按名单冻结时的应抽数，不能多抽、少抽。", "The quota was frozen with the list.");
ANJUAN_MESSAGE(lots_team_size, "AJ3872", error, "“{0}”应有{1}名检查人员，登记了{2}名", "'{0}' takes {1} inspectors, {2} are recorded", "请核对。", "Check it.");
ANJUAN_MESSAGE(lots_conflict, "AJ3873", error, "“{0}”应当回避“{1}”，不能检查", "'{0}' is barred from '{1}' by a conflict of interest", "抽到的应当场重抽这个席位。", "The seat is to be drawn again at once.");
ANJUAN_MESSAGE(lots_lack_tag, "AJ3874", error, "“{0}”没有检查“{1}”所需的专长“{2}”", "'{0}' lacks the speciality '{2}' that '{1}' needs", "请核对。", "Check it.");
ANJUAN_MESSAGE(lots_over_cap, "AJ3875", error, "“{0}”这次最多检查{1}家，登记的超过了", "'{0}' may inspect at most {1} in this draw; more are recorded", "请核对。", "Check it.");

}  // namespace anjuan::handling
