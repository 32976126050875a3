#pragma once
// What can be wrong with a template, a value that goes into a document, or a number pattern.

#include "base/diagnostic.h"

namespace anjuan::documents {

ANJUAN_MESSAGE(unknown_format, "AJ2401", error, "“{0}”不是可用的格式", "“{0}” is not a known format", "{1}", "{1}");
ANJUAN_MESSAGE(bad_format_argument, "AJ2402", error, "格式“{0}”后面应当写{1}，这里写的是“{2}”",
               "the format “{0}” takes {1}, but “{2}” was written", "在格式名后空一格，写上{1}。",
               "Write {1} after the name of the format and a space.");
ANJUAN_MESSAGE(unclosed_field, "AJ2403", error, "左花括号后面没有找到配对的右花括号",
               "the opening brace has no closing one", "写成“{0}”；正文里要印花括号的，连写两个。",
               "Write “{0}”; to print a brace, write it twice.");
ANJUAN_MESSAGE(stray_brace, "AJ2404", error, "多出一个右花括号", "a closing brace too many",
               "删去它；正文里要印花括号的，连写两个。", "Remove it; to print a brace, write it twice.");
ANJUAN_MESSAGE(empty_field, "AJ2405", error, "花括号里没有写数据项", "nothing stands between the braces",
               "写上数据项的名称，例如“{0}”。", "Write the name of a data item, for example “{0}”.");
ANJUAN_MESSAGE(misplaced_alternative, "AJ2406", error, "“{0}”前面没有紧挨着的“{1}”",
               "“{0}” does not follow a “{1}”", "把“{0}”移到它所对应的“{1}”之后，中间不要有别的内容。",
               "Move “{0}” right behind the “{1}” it belongs to.");
ANJUAN_MESSAGE(row_width_differs, "AJ2407", error, "这一行占{0}列，表格有{1}列",
               "this row covers {0} columns, the table has {1}",
               "增减单元格，或者改单元格的跨列数、跨行数，使各行合计为{1}列。",
               "Add or remove cells, or change their spans, so that the row covers {1} columns.");
ANJUAN_MESSAGE(bad_columns, "AJ2408", error, "列宽“{0}”应当是若干个大于零的整数，中间空一格",
               "the column widths “{0}” should be whole numbers above zero with spaces between",
               "例如四列、第二列和第四列加宽，写“1 3 1 3”。", "For example “1 3 1 3” for four columns.");
ANJUAN_MESSAGE(mixed_cell, "AJ2409", error, "单元格里既有零散文字，又有段落",
               "the cell holds loose text beside paragraphs", "把文字都写进段落，或者都不用段落。",
               "Put all text in paragraphs, or use none.");
ANJUAN_MESSAGE(duplicate_need, "AJ2410", error, "数据项“{0}”申明了两次",
               "the data item “{0}” is declared twice", "删去其中一处。", "Remove one of the two.");
ANJUAN_MESSAGE(unknown_need_type, "AJ2411", error, "“{0}”不是可用的数据类型", "“{0}” is not a known type",
               "可用的类型：text、integer、decimal、boolean、date、list、record、list of text、choice:甲|乙。",
               "Known types: text, integer, decimal, boolean, date, list, record, list of text, choice:a|b.");
ANJUAN_MESSAGE(need_not_available, "AJ2412", error, "文书“{0}”要用的数据项“{1}”（{2}），流程里没有",
               "the document “{0}” needs the data item “{1}” ({2}), which the procedure does not have",
               "在流程里增加数据项“{1}”，或者改模板。",
               "Declare “{1}” in the procedure, or change the template.");
ANJUAN_MESSAGE(need_type_differs, "AJ2413", error, "文书“{0}”要用的数据项“{1}”应当是{2}，流程里是{3}",
               "the document “{0}” needs “{1}” to be {2}, in the procedure it is {3}", "使两处的类型一致。",
               "Make the two types the same.");
ANJUAN_MESSAGE(value_without_name, "AJ2415", error, "“{0}”没有写名称", "“{0}” has no name",
               "加上名称；只有列表里的各项不写名称。", "Add a name; only the items of a list have none.");
ANJUAN_MESSAGE(unused_need, "AJ2414", warning, "申明了数据项“{0}”，文书里没有用到",
               "the data item “{0}” is declared but not used", "删去这项申明，或者在文书里用上。",
               "Remove the declaration, or use it.");
ANJUAN_MESSAGE(
    value_missing, "AJ2420", error, "文书“{0}”要印“{1}”，这一项还没有内容",
    "the document “{0}” prints “{1}”, which has no content yet",
    "先登记“{1}”；允许空缺的，在模板里注明空缺时印什么，例如“{2}”。",
    "Enter “{1}” first; if it may be blank, say in the template what to print then, for example “{2}”.");
ANJUAN_MESSAGE(forbidden_character, "AJ2421", error, "“{0}”的内容里有不能印的字符（{1}，第{2}个字）",
               "the content of “{0}” holds a character that cannot be printed ({1}, character {2})",
               "多半是从别处粘贴带来的，删去后重新登记。",
               "It was probably pasted from elsewhere: remove it and enter the content again.");
ANJUAN_MESSAGE(invalid_text, "AJ2422", error, "“{0}”的内容不是有效的文字编码",
               "the content of “{0}” is not valid text", "重新登记这一项。", "Enter it again.");
ANJUAN_MESSAGE(format_does_not_fit, "AJ2423", error, "“{0}”的内容是{1}，格式“{2}”只用于{3}",
               "“{0}” holds {1}, the format “{2}” is for {3}", "换一个格式，或者改数据项。",
               "Choose another format, or another data item.");
ANJUAN_MESSAGE(record_not_printable, "AJ2424", error, "“{0}”是一组数据，不能整个印出来",
               "“{0}” is a group of data and cannot be printed as a whole", "写明要印其中哪一项，例如“{1}”。",
               "Say which part to print, for example “{1}”.");
ANJUAN_MESSAGE(not_a_list, "AJ2425", error, "“{0}”应当是列表，实际是{1}",
               "“{0}” should be a list, it is {1}", "逐项重复只能用于列表。",
               "Only a list can be repeated over.");
ANJUAN_MESSAGE(not_a_picture, "AJ2426", error, "“{0}”不是照片：只接受两种图片格式（PNG、JPEG）",
               "“{0}” is not a picture in PNG or JPEG form", "换一个图片文件。", "Use another picture file.");
ANJUAN_MESSAGE(document_too_long, "AJ2427", error, "文书“{0}”的内容超过{1}项，不再生成",
               "the document “{0}” would hold more than {1} pieces", "检查列表是否取错。",
               "Check whether the right list is repeated.");
ANJUAN_MESSAGE(format_type_differs, "AJ2416", error, "“{0}”是{1}，格式“{2}”只用于{3}",
               "“{0}” is {1}, the format “{2}” is for {3}", "换一个格式，或者改数据项。",
               "Choose another format, or another data item.");
ANJUAN_MESSAGE(record_printed, "AJ2417", error, "“{0}”是{1}，不能整个印出来",
               "“{0}” is {1} and cannot be printed as a whole", "写明要印其中哪一项，例如“{2}”。",
               "Say which part to print, for example “{2}”.");
ANJUAN_MESSAGE(unknown_picked, "AJ2418", error, "“{0}”里没有“{1}”这一项", "“{0}” has no “{1}”",
               "有的是：{2}。", "It has: {2}.");
ANJUAN_MESSAGE(data_of_another_type, "AJ2440", error, "数据“{0}”应为{1}，给的是{2}",
               "the data item “{0}” should be {1}, it is {2}", "在数据文件里改正这一项；数写成 1234.5，不加引号；日期写成 2026-09-10 的样子。",
               "Correct it in the data file; numbers stand without quotes, dates look like 2026-09-10.");
ANJUAN_MESSAGE(data_unknown, "AJ2441", error, "数据“{0}”不是本文书用的", "this document does not use the data item “{0}”",
               "核对名称，{1}。", "Check its name; {1}.");
ANJUAN_MESSAGE(empty_number, "AJ2430", error, "文号格式“{0}”没有印出任何字",
               "the number pattern “{0}” prints nothing", "例如“{1}”。", "For example “{1}”.");
ANJUAN_MESSAGE(number_without_serial, "AJ2431", error, "文号格式“{0}”里没有用“{1}”",
               "the number pattern “{0}” does not use “{1}”", "加上它，否则几份文书会编成同一个文号。",
               "Add it, or several documents would bear one number.");

}  // namespace anjuan::documents
