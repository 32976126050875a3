#pragma once
// What can be wrong with a register or with the table that says how to read it, in both languages.
// Codes AJ2100 to AJ2199.

#include "base/diagnostic.h"

namespace anjuan::registers {

// The mapping (which column means what).
ANJUAN_MESSAGE(field_twice, "AJ2100", error, "字段“{0}”在这个名录里由两列填写。", "The field “{0}” is filled from two columns.",
               "请只保留一列；同一列的不同写法请写在 aliases 里。", "Keep one; write other spellings of one column in aliases.");
ANJUAN_MESSAGE(field_unmapped, "AJ2101", error, "这个名录没有列填写必备字段“{0}”。", "No column fills the essential field “{0}”.",
               "请增加一个 column 元素，field 写“{0}”。", "Add a column element with field “{0}”.");
ANJUAN_MESSAGE(kind_mismatch, "AJ2102", error, "字段“{0}”要求的内容是{1}，这一列的类型“{2}”给不出来。",
               "The field “{0}” holds {1}; a column of kind “{2}” cannot fill it.", "请改用相符的列类型。", "Use a column kind that fits.");
ANJUAN_MESSAGE(words_missing, "AJ2103", error, "列“{0}”的类型是状态，却没有写出各状态词的含义。",
               "The column “{0}” is of kind status but says of no word what it means.", "请在列内增加 word 元素，写明状态词和它的含义。",
               "Add word elements that give each word and its standing.");
ANJUAN_MESSAGE(trade_twice, "AJ2104", error, "行业名称“{0}”出现了两次。", "The trade “{0}” stands there twice.",
               "每个名称和别名只能归于一个行业，请删去一处。", "Each name and alias belongs to one trade only; remove one.");
ANJUAN_MESSAGE(kind_of_register_twice, "AJ2105", error, "同一种名录“{0}”写了两次。", "The register “{0}” is described twice.",
               "请合并为一处。", "Make one of them.");

ANJUAN_MESSAGE(bad_year_day, "AJ2106", error, "“{0}”写的“{1}”不是每年都有的日子。", "“{1}” in “{0}” is no day of every year.",
               "请写成 12-31 的样子。", "Write it like 12-31.");
ANJUAN_MESSAGE(withheld_published, "AJ2107", error, "列“{0}”的类型是“{1}”，不得公开。", "The column “{0}” is of kind “{1}”, which is never published.",
               "请去掉 public=\"yes\"。", "Take public=\"yes\" away.");

// The file as a whole.
ANJUAN_MESSAGE(column_missing, "AJ2110", error, "表里没有“{0}”这一列。", "The table has no column “{0}”.",
               "请增加这一列；如果本单位的列名不同，请在名录格式定义中写上别名。",
               "Add the column; if yours has another name, write it as an alias in the register definition.");
ANJUAN_MESSAGE(column_unknown, "AJ2111", warning, "列“{0}”不在名录格式定义中，未读取。", "The column “{0}” is not defined and was not read.",
               "不需要的列可以不管；需要的列请在名录格式定义中增加。", "Ignore it, or add it to the register definition.");
ANJUAN_MESSAGE(column_filled_twice, "AJ2112", error, "列“{0}”和列“{1}”是同一项内容，不能同时出现。",
               "The columns “{0}” and “{1}” mean the same and may not both be there.", "请保留一列。", "Keep one of them.");
ANJUAN_MESSAGE(register_undefined, "AJ2113", error, "名录格式定义里没有“{0}”这种名录。", "The definition describes no register “{0}”.",
               "请在定义里增加这种名录。", "Add it to the definition.");
ANJUAN_MESSAGE(register_empty, "AJ2114", error, "表里只有表头，没有内容。", "The table has a header but no rows.",
               "请确认交来的是要导入的表。", "Check that this is the right file.");

// Rows.
ANJUAN_MESSAGE(value_missing, "AJ2120", error, "“{0}”没有填写“{1}”，不予导入。", "“{0}” has no “{1}” and is not imported.",
               "请补填；确实没有的，不得编入本名录。", "Fill it in; whoever really has none may not be in this register.");
ANJUAN_MESSAGE(not_eligible, "AJ2121", error, "“{0}”的“{1}”是“{2}”，不得编入本名录。",
               "“{0}” has “{2}” as “{1}” and may not be in this register.", "请从名单中删去；填写有误的，请更正后再导入。",
               "Remove the row, or correct it and import again.");
ANJUAN_MESSAGE(bad_id, "AJ2122", error, "编号“{0}”不合规范。", "The id “{0}” is not allowed.",
               "编号只能用汉字、字母、数字和 . _ - ，以汉字、字母或者数字开头，不超过 64 个字。",
               "An id holds Chinese characters, letters, digits and . _ - , starts with none of these three signs, and has at most 64 characters.");
ANJUAN_MESSAGE(more_wrong_rows, "AJ2139", error, "到这一行已经有 {0} 处错误，以后的不再列出。", "Up to this line there are {0} mistakes; later ones are not listed.",
               "多半是列对错了，或者选错了表；请先改正列出的错误再导入。", "Probably the columns are mixed up or it is the wrong table; mend what is listed and import again.");
ANJUAN_MESSAGE(value_twice, "AJ2123", error, "“{0}”的值“{1}”与第 {2} 行重复。", "The {0} “{1}” already stands in line {2}.",
               "请核对两行，改正重复的一行。", "Compare the two lines and correct one.");
ANJUAN_MESSAGE(bad_credit_code, "AJ2124", error, "统一社会信用代码“{0}”不对：{1}。", "The unified social credit code “{0}” is wrong: {1}.",
               "请对照执业许可证或者登记证书逐位核对。", "Compare it with the licence character by character.");
ANJUAN_MESSAGE(bad_identity_number, "AJ2125", error, "证件号码“{0}”不对：{1}。", "The identity number “{0}” is wrong: {1}.",
               "请对照证件逐位核对；电子表格会把长号码变成近似数，请把该列设为文本格式后重新填写。",
               "Compare it with the card; a spreadsheet may round long numbers: make the column text and type it again.");
ANJUAN_MESSAGE(unknown_trade, "AJ2126", error, "业务类别“{0}”不在已设的行业之内：{1}。", "“{0}” is none of the trades: {1}.",
               "请改为其中之一；同一行业的其他叫法请在名录格式定义中写成别名。", "Use one of them, or define the word as an alias.");
ANJUAN_MESSAGE(bad_date, "AJ2127", error, "“{0}”的内容“{1}”不是日期，或者没有这一天。", "“{1}” in “{0}” is no date, or there is no such day.",
               "请写成 2026-09-10 的样子。", "Write it like 2026-09-10.");
ANJUAN_MESSAGE(bad_count, "AJ2128", error, "“{0}”的内容“{1}”不是 0 或者正整数。", "“{1}” in “{0}” is not a whole number of 0 or more.",
               "请只写数字。", "Write digits only.");
ANJUAN_MESSAGE(bad_ratio, "AJ2129", error, "“{0}”的内容“{1}”不是 0 到 100% 之间的比例。", "“{1}” in “{0}” is not a ratio from 0 to 100%.",
               "请写成 30% 或者 0.3 的样子。", "Write it like 30% or 0.3.");
ANJUAN_MESSAGE(bad_yes_no, "AJ2130", error, "“{0}”的内容“{1}”应当是“是”或者“否”。", "“{1}” in “{0}” must be 是 or 否.", "请改为“是”或者“否”。",
               "Write 是 or 否.");
ANJUAN_MESSAGE(unknown_word, "AJ2131", error, "“{0}”的内容“{1}”不在规定的状态之内：{2}。", "“{1}” in “{0}” is none of the known words: {2}.",
               "请改为其中之一；需要新的状态，请在名录格式定义中增加。", "Use one of them, or add the word to the register definition.");
ANJUAN_MESSAGE(ends_before_it_starts, "AJ2132", error, "“{0}”的证件有效期止（{2}）早于有效期起（{1}）。",
               "The certificate of “{0}” ends ({2}) before it starts ({1}).", "请对照证件更正。", "Correct it from the certificate.");
ANJUAN_MESSAGE(certificate_over, "AJ2133", warning, "“{0}”的证件有效期止于{1}，已经届满，列为不参加抽取。",
               "The certificate of “{0}” ended on {1}; imported as out of the draw.", "换发新证后请更新名录。",
               "Update the register when a new certificate is issued.");
ANJUAN_MESSAGE(kept_out, "AJ2134", warning, "“{0}”的“{1}”是“{2}”，已导入，列为不参加抽取。",
               "“{0}” has “{2}” as “{1}”; imported as out of the draw.", "情况变化后请更新名录。", "Update the register when this changes.");

// Between registers and versions.
ANJUAN_MESSAGE(unknown_reference, "AJ2140", warning, "“{0}”填写的“{1}”在“{2}”中没有。", "“{0}” refers to “{1}”, which is not in “{2}”.",
               "请核对编号，或者先更新被引用的名录。", "Check the id, or update the other register first.");
ANJUAN_MESSAGE(reason_missing, "AJ2141", error, "调整名录没有写明理由。", "The change of the register states no reason.",
               "请写明依据的法律法规变化或者现实情况变化。", "State the change of law or of facts it rests on.");
ANJUAN_MESSAGE(row_dropped, "AJ2142", error, "“{0}”（{1}）在旧版名录中有，新版中没有了。", "“{0}” ({1}) was in the old version and is not in the new one.",
               "名录不得删除记录：请保留这一行，填写退出日期和退出原因，或者把状态改为退出。",
               "Rows are never deleted: keep it with the date and reason of leaving, or a status of having left.");

}  // namespace anjuan::registers
