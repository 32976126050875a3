#pragma once
// Messages of the draw (AJ2200 to AJ2299). Each refusal stands for a code of anjuan-draw-1; the
// ranges are in refusal.cpp.

#include "base/diagnostic.h"

namespace anjuan::draw::messages {

// E_ENC: bytes
ANJUAN_MESSAGE(bom, "AJ2200", error, "文件开头有三个多余的标记字节（BOM）",
               "the file begins with a byte order mark", "请使用导出的原文件，不要用记事本一类的软件另存。",
               "Use the file as exported; do not save it from an editor.");
ANJUAN_MESSAGE(no_final_line_feed, "AJ2201", error, "文件的最后一行没有换行，可能被截短",
               "the last line has no line feed; the file may be cut short", "请重新取得原文件。",
               "Fetch the file again.");
ANJUAN_MESSAGE(not_utf8, "AJ2202", error, "这一行不是 UTF-8 编码", "this line is not UTF-8",
               "请使用导出的原文件，不要转换编码。", "Use the file as exported; do not convert it.");
ANJUAN_MESSAGE(line_too_long, "AJ2203", error, "这一行有 {0} 字节，超过 {1} 字节",
               "this line has {0} bytes, more than {1}", "请缩短名称或说明。",
               "Shorten the name or the note.");
ANJUAN_MESSAGE(control_character, "AJ2204", error, "这一行第 {0} 个字节是控制字符（0x{1}）",
               "byte {0} of this line is a control character (0x{1})",
               "请使用导出的原文件；行尾只能是一个换行符，不能带回车符。",
               "Use the file as exported; lines end in a single line feed, without carriage return.");

// E_SYNTAX: form
ANJUAN_MESSAGE(first_line, "AJ2210", error, "第一行应为“{0}”，制表符，“1”",
               "the first line must be '{0}', TAB, '1'", "请核对是否拿错了文件。",
               "Check that this is the right file.");
ANJUAN_MESSAGE(last_line, "AJ2211", error, "最后一行应为“end”，这里是“{0}”",
               "the last line must be 'end', but is '{0}'", "文件可能被截短，请重新取得。",
               "The file may be cut short; fetch it again.");
ANJUAN_MESSAGE(early_end, "AJ2212", error, "“end”只能是最后一行", "'end' may stand in the last line only",
               "请使用导出的原文件。", "Use the file as exported.");
ANJUAN_MESSAGE(header_line, "AJ2213", error, "这里应为“{0}”一行，共 {1} 栏",
               "the line '{0}' with {1} fields should stand here", "请使用导出的原文件。",
               "Use the file as exported.");
ANJUAN_MESSAGE(unknown_line, "AJ2214", error, "不认识以“{0}”开头的行",
               "lines beginning with '{0}' are not known", "请使用导出的原文件。",
               "Use the file as exported.");
ANJUAN_MESSAGE(field_count, "AJ2215", error, "“{0}”行应有 {1} 栏，这里有 {2} 栏",
               "a '{0}' line has {1} fields; this one has {2}",
               "各栏之间用一个制表符分开，文字里不能有制表符。",
               "Fields are separated by one TAB; texts may not contain a TAB.");
ANJUAN_MESSAGE(bad_id, "AJ2216", error, "“{0}”不是合格的编号", "'{0}' is not an id",
               "编号由字母、数字、点、下划线和减号组成，以字母或数字开头，最多 64 个字符。",
               "An id has letters, digits, '.', '_' and '-', begins with a letter or digit, and has at most "
               "64 characters.");
ANJUAN_MESSAGE(bad_number, "AJ2217", error, "“{0}”不是合格的数", "'{0}' is not a number",
               "只写数字，最多九位，前面不加零。", "Write digits only, at most nine, without leading zeros.");
ANJUAN_MESSAGE(bad_hex, "AJ2218", error, "“{0}”不是摘要值", "'{0}' is not a digest",
               "摘要值是 64 位小写的十六进制数字。", "A digest has 64 lower-case hexadecimal digits.");
ANJUAN_MESSAGE(bad_text, "AJ2219", error, "文字应有 1 到 256 字节，这里有 {0} 字节",
               "a text has 1 to 256 bytes; this one has {0}", "请补上或缩短。没有内容时写一个减号。",
               "Fill it in or shorten it. Write '-' for nothing.");
ANJUAN_MESSAGE(bad_date, "AJ2220", error, "“{0}”不是日期", "'{0}' is not a date",
               "日期请写成 2026-09-10 的样子。", "Write dates like 2026-09-10.");
ANJUAN_MESSAGE(bad_anchor, "AJ2221", error, "封存递补值 {0} 个，但锚定值是“{1}”",
               "there are {0} sealed reserve values, but the anchor is '{1}'",
               "不封存时写 0 和减号；封存时写个数和锚定值。",
               "Write 0 and '-' without sealing, else their number and the anchor.");
ANJUAN_MESSAGE(note_missing, "AJ2222", error, "“{0}”的方式是“{1}”，但没有写理由",
               "'{0}' is '{1}', but no reason is given", "请在说明栏写明理由。",
               "Give the reason in the note.");
ANJUAN_MESSAGE(bad_commitment, "AJ2223", error, "种子来源“{0}”的承诺值“{1}”不合适",
               "the commitment '{1}' of contributor '{0}' will not do",
               "密数必须有 64 位的承诺值，其他来源写减号。",
               "A secret needs a commitment of 64 digits; the others have '-'.");
ANJUAN_MESSAGE(nothing_listed, "AJ2224", error, "清单里没有行业或没有检查对象",
               "the list has no stratum or no object", "请核对名录库和抽取范围。",
               "Check the registers and the scope of the draw.");
ANJUAN_MESSAGE(
    bad_value, "AJ2225", error, "种子来源“{0}”的值不合“{1}”的写法",
    "the value of contributor '{0}' has not the form of '{1}'",
    "密数和信标是 64 位十六进制；骰子是 20 到 500 个点数；彩票号每个数后加点，各组以斜线分开。",
    "Secrets and beacons have 64 hexadecimal digits; dice 20 to 500 digits; lottery numbers end in a dot, "
    "groups are joined by a slash.");
ANJUAN_MESSAGE(bad_reserve, "AJ2226", error, "递补值“{0}”不合写法", "the reserve value '{0}' is malformed",
               "请写减号、封存值，或 d6: 加骰子点数。", "Write '-', a sealed value, or d6: and the dice.");
ANJUAN_MESSAGE(drop_names_inspector, "AJ2227", error, "对象退出时人员一栏应为减号，这里是“{0}”",
               "dropping an object names no inspector, but here is '{0}'", "请写减号。", "Write '-'.");
ANJUAN_MESSAGE(says_something_else, "AJ2228", error, "清单写出后与原意不符，某个名称或说明里有换行或制表符",
               "the written list does not say what was meant: a name or note has a line break or TAB",
               "请在名录库里删去名称和说明中的换行与制表符。",
               "Remove line breaks and TABs from names and notes in the registers.");

// E_RANGE: values
ANJUAN_MESSAGE(number_out_of_range, "AJ2230", error, "数 {0} 不在 {1} 到 {2} 之间",
               "{0} is not between {1} and {2}", "请改正这个数。", "Correct the number.");
ANJUAN_MESSAGE(unknown_word, "AJ2231", error, "“{0}”不是可用的词，应为 {1} 之一",
               "'{0}' will not do; expected one of {1}", "请改为其中一个。", "Use one of them.");
ANJUAN_MESSAGE(ratio_above_one, "AJ2232", error, "行业“{0}”的抽取比例大于一",
               "the ratio of stratum '{0}' is above one", "请核对比例的分子和分母。",
               "Check numerator and denominator.");
ANJUAN_MESSAGE(max_below_min, "AJ2233", error, "行业“{0}”的上限小于下限",
               "the maximum of stratum '{0}' is below its minimum", "请核对上限和下限。", "Check both.");
ANJUAN_MESSAGE(seat_count, "AJ2234", error, "每个对象应有 2 到 9 名检查人员，“{0}”有 {1} 名",
               "an object has 2 to 9 seats; '{0}' has {1}", "请改正检查人员席位。", "Correct the seats.");
ANJUAN_MESSAGE(few_contributors, "AJ2235", error, "种子来源只有 {0} 个，至少要 2 个",
               "there are {0} contributors; at least 2 are needed",
               "请加上本单位以外的人，例如由见证人掷骰子。",
               "Add somebody from outside, such as a witness who throws dice.");
ANJUAN_MESSAGE(weights_too_large, "AJ2236", error, "全部对象的签数之和 {0} 超过 {1}",
               "the weights add up to {0}, more than {1}", "请减小签数。", "Use smaller weights.");

// E_ORDER, E_DUP, E_REF: order and references
ANJUAN_MESSAGE(section_out_of_place, "AJ2240", error, "“{0}”行不能出现在“{1}”行之后",
               "'{0}' lines may not follow '{1}' lines", "请使用导出的原文件。", "Use the file as exported.");
ANJUAN_MESSAGE(not_ascending, "AJ2241", error, "“{0}”应排在前一行之前",
               "'{0}' should stand before the line above it", "各行按编号从小到大排列。",
               "Lines stand in ascending order of their ids.");
ANJUAN_MESSAGE(number_out_of_turn, "AJ2242", error, "序号应为 {0}，这里是 {1}",
               "the number should be {0}, but is {1}", "序号从 1 开始，不能跳号。",
               "Numbers begin with 1 and leave no gap.");
ANJUAN_MESSAGE(tags_not_ascending, "AJ2243", error, "标签“{0}”没有按顺序排列，或者重复",
               "the tags '{0}' are not in ascending order, or stand twice", "标签按从小到大排列，各写一次。",
               "Write each tag once, in ascending order.");
ANJUAN_MESSAGE(duplicate, "AJ2245", error, "“{0}”出现了两次", "'{0}' stands twice", "请删除重复的一行。",
               "Delete one of the lines.");
ANJUAN_MESSAGE(unknown_stratum, "AJ2250", error, "对象“{1}”所属的行业“{0}”不在清单里",
               "the stratum '{0}' of object '{1}' is not in the list", "请先列出行业。",
               "List the stratum first.");
ANJUAN_MESSAGE(unknown_in_conflict, "AJ2251", error, "回避关系里的“{0}”不在清单里",
               "'{0}' in a conflict is not in the list", "请核对回避关系里的对象和人员编号。",
               "Check the ids of object and inspector.");
ANJUAN_MESSAGE(not_staffable, "AJ2255", error, "对象“{0}”无法配齐 {1} 名检查人员",
               "object '{0}' cannot be given {1} inspectors",
               "请增加可用的检查人员，或者办理回避后改由上级检查。",
               "Bring in more inspectors, or leave it to the authority above because of the conflicts.");

ANJUAN_MESSAGE(room_lacking, "AJ2256", error, "人手不够，掷出什么点数都排不开：按应抽数，{0} 要坐的席位里有 {1} 席只有 {2} 能去，他们这次最多能去 {3} 家次",
               "there are too few inspectors, whatever the dice: with what is to be drawn of {0}, {1} seats can be taken by {2} only, who may make {3} visits in all",
               "请增加检查人员、放宽每人次数上限，或者改席位的要求，再冻结名单。",
               "Bring in more inspectors, raise the caps or ask less of the seats; then freeze the list.");

// E_SEED, E_COMMIT: the seed file
ANJUAN_MESSAGE(seed_of_another_list, "AJ2260", error,
               "种子是为另一份清单记的：清单摘要应为“{0}”，这里是“{1}”",
               "this seed belongs to another list: the list's digest is {0}, but here is {1}",
               "请核对清单是否被改动，或者拿错了文件。",
               "Check whether the list was changed, or this is the wrong file.");
ANJUAN_MESSAGE(contribution_count, "AJ2261", error, "清单有 {0} 个种子来源，这里有 {1} 个值",
               "the list has {0} contributors, but here are {1} values", "每个来源正好一个值。",
               "Each contributor gives exactly one value.");
ANJUAN_MESSAGE(wrong_contribution, "AJ2262", error, "这里应为第 {0} 个来源“{1}”（{2}）的值",
               "here should be the value of contributor {0}, '{1}' ({2})",
               "来源的序号、编号和方式应与清单一致。", "Number, id and kind must be those of the list.");
ANJUAN_MESSAGE(commitment_not_opened, "AJ2265", error, "来源“{0}”的密数与清单里的承诺值不符",
               "the secret of contributor '{0}' does not open its commitment",
               "请核对密数；如果已经遗失，须按规定作废这次抽取。",
               "Check the secret; if it is lost, this draw must be voided.");

// E_EVENT, E_RESERVE: after the draw
ANJUAN_MESSAGE(events_of_another_draw, "AJ2270", error, "变更记录不是这次抽取的：清单或种子的摘要不符",
               "these events belong to another draw: the digest of list or seed differs",
               "请核对是否拿错了文件。", "Check that this is the right file.");
ANJUAN_MESSAGE(event_object, "AJ2271", error, "第 {0} 项变更：对象“{1}”没有被抽中，或者已经退出",
               "event {0}: object '{1}' was not chosen, or has been dropped", "请核对对象编号。",
               "Check the object's id.");
ANJUAN_MESSAGE(event_inspector, "AJ2272", error, "第 {0} 项变更：人员“{1}”不在清单里",
               "event {0}: inspector '{1}' is not in the list", "请核对人员编号。",
               "Check the inspector's id.");
ANJUAN_MESSAGE(event_not_on_team, "AJ2273", error, "第 {0} 项变更：人员“{1}”不检查对象“{2}”",
               "event {0}: inspector '{1}' is not on the team of object '{2}'", "请核对编号。",
               "Check the ids.");
ANJUAN_MESSAGE(event_again, "AJ2274", error, "第 {0} 项变更：人员“{1}”已经退出",
               "event {0}: inspector '{1}' has withdrawn already", "请删除重复的变更。",
               "Delete the second event.");
ANJUAN_MESSAGE(reserve_is_sealed, "AJ2280", error,
               "第 {0} 项变更：这次抽取封存了递补值，必须启用下一个，或者当场掷骰子",
               "event {0}: this draw has sealed reserve values; the next one or fresh dice must be used",
               "请由保管人开封下一个递补值。", "Ask their keeper to open the next one.");
ANJUAN_MESSAGE(reserve_out_of_turn, "AJ2281", error, "第 {0} 项变更：递补值“{1}”不是下一个封存值",
               "event {0}: '{1}' is not the next sealed value", "封存值只能依次启用，请核对抄录是否有误。",
               "Sealed values are used in turn; check the copy for slips.");
ANJUAN_MESSAGE(reserve_exhausted, "AJ2282", error, "第 {0} 项变更：封存的 {1} 个递补值已经用完",
               "event {0}: all {1} sealed values are used up", "请当场掷骰子。", "Throw dice instead.");
ANJUAN_MESSAGE(nothing_sealed, "AJ2283", error, "第 {0} 项变更：这次抽取没有封存递补值，这里却写了“{1}”",
               "event {0}: this draw has no sealed reserve values, but here is '{1}'", "请写减号，或者当场掷骰子。",
               "Write '-', or throw dice.");
ANJUAN_MESSAGE(infeasible, "AJ2285", error,
               "抽中的 {0} 个对象共需 {1} 人次，在每人次数上限内排不开：{2} 的 {3} 席，能去的只有 {4}，坐不满",
               "the {0} chosen objects need {1} visits, which the caps of the inspectors do not allow: the {3} seats of "
               "{2} can be taken by {4} only, which is not enough",
               "请增加检查人员或放宽每人次数上限，作废后重新冻结清单。",
               "Bring in more inspectors or raise the caps, then void this draw and freeze a new list.");

// The comparison of a result: no code of anjuan-draw-1
ANJUAN_MESSAGE(
    result_differs, "AJ2290", error, "结果文件与重新计算的不一致：应为“{0}”，这里是“{1}”",
    "the result differs from the computation: expected '{0}', found '{1}'",
    "请核对清单、种子、变更记录和结果是否属于同一次抽取；仍不一致的，结果被改动过。",
    "Check that list, seed, events and result belong together; if they do, the result was changed.");
ANJUAN_MESSAGE(result_cut_short, "AJ2291", error, "结果文件到这里中断，应接“{0}”",
               "the result breaks off here; '{0}' should follow", "请重新取得结果文件。",
               "Fetch the result again.");
ANJUAN_MESSAGE(result_goes_on, "AJ2292", error, "结果到上一行应已结束，这里多出“{0}”",
               "the result should end in the line above, but '{0}' follows",
               "结果文件被加过内容，请重新取得。", "Something was added; fetch the result again.");

}  // namespace anjuan::draw::messages
