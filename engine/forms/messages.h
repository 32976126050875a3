#pragma once
// What can be wrong with a form, and with a checklist that comes back filled, in both languages.
// Codes AJ2300 to AJ2399.

#include "base/diagnostic.h"

namespace anjuan::forms {

// The form file.
ANJUAN_MESSAGE(double_id, "AJ2300", error, "“{0}”出现了两次。", "“{0}” stands there twice.", "请改名或者删去一处。",
               "Rename or remove one.");
ANJUAN_MESSAGE(unknown_column, "AJ2301", error, "没有名为“{0}”的列。", "There is no column “{0}”.", "请改为下列之一：{1}。",
               "Use one of these: {1}.");
ANJUAN_MESSAGE(unknown_list, "AJ2302", error, "没有名为“{0}”的选项表。", "There is no list of options “{0}”.", "请改为下列之一：{1}。",
               "Use one of these: {1}.");
ANJUAN_MESSAGE(unknown_option_word, "AJ2303", error, "选项“{0}”不在选项表“{1}”里。", "The option “{0}” is not in the list “{1}”.",
               "请改为选项表里的写法，或者在选项表里增加。", "Use an option of the list, or add it there.");
ANJUAN_MESSAGE(unknown_basis_state, "AJ2304", error, "依据状态“{0}”没有定义。", "The state of basis “{0}” is not defined.",
               "请改为下列之一，或者增加一个 basis-state 元素：{1}。", "Use one of these or add a basis-state element: {1}.");
ANJUAN_MESSAGE(shows_or_holds, "AJ2305", error, "列“{0}”应当写 shows（印出内容）或者 holds（供填写）之一，不能都写，也不能都不写。",
               "The column “{0}” must have one of shows (printed) and holds (to fill).", "请保留其中一个。", "Keep exactly one.");
ANJUAN_MESSAGE(part_missing, "AJ2306", error, "检查表缺少{0}：检查表应当载明依据、范围、内容、方式、处理意见和结果。",
               "The checklist lacks {0}: it must state basis, scope, content, manner, treatment and result.",
               "请增加这一列（范围写在表头的 field 里，注明 scope=\"yes\"）。",
               "Add the column (the scope is a field of the header with scope=\"yes\").");
ANJUAN_MESSAGE(list_too_long, "AJ2307", error, "“{0}”的下拉选项合起来有 {1} 个字，电子表格最多容纳 {2} 个。",
               "The options for “{0}” have {1} characters together; a spreadsheet holds {2}.", "请缩短选项的文字。", "Shorten the options.");
ANJUAN_MESSAGE(prompt_too_long, "AJ2308", error, "“{0}”的提示有 {1} 个字，电子表格最多容纳 {2} 个。",
               "The prompt of “{0}” has {1} characters; a spreadsheet holds {2}.", "请缩短提示。", "Shorten it.");
ANJUAN_MESSAGE(source_unclear, "AJ2309", error, "栏目“{0}”应当写 text、value、input 之一。", "The field “{0}” must have one of text, value and input.",
               "固定文字写 text，由案情填入写 value，由人填写写 input。", "Fixed text: text; from the facts: value; filled by hand: input.");
ANJUAN_MESSAGE(item_empty, "AJ2310", error, "检查项目“{0}”没有写{1}。", "The item “{0}” has no {1}.", "请补写。", "Add it.");
ANJUAN_MESSAGE(too_wide, "AJ2311", error, "各列宽度合计 {0}，超过一页能印清楚的 {1}。", "The columns are {0} wide together; more than {1} cannot be printed legibly.",
               "请减小列宽。", "Make columns narrower.");
ANJUAN_MESSAGE(bar_in_name, "AJ2312", error, "“{0}”里不能有竖线。", "“{0}” may not hold a vertical bar.", "请去掉竖线。", "Remove the bar.");
ANJUAN_MESSAGE(unknown_blank, "AJ2313", error, "页眉、页脚里的“{0}”不认识。", "“{0}” in the page header or footer is not known.",
               "可以写：{1}。", "These may be written: {1}.");
ANJUAN_MESSAGE(too_many_sections, "AJ2314", error, "页眉、页脚里有 {0} 段，最多左、中、右三段。",
               "The page header or footer has {0} parts; at most three stand left, centre and right.", "请减少竖线。", "Use fewer bars.");

// Reading back.
ANJUAN_MESSAGE(not_a_checklist, "AJ2330", error, "这个文件不是本系统发出的检查表，或者表签全部丢失。",
               "This file is no checklist of this system, or has lost all its marks.",
               "请在系统发出的检查表文件里填写，不要把内容复制到别的文件。",
               "Fill in the file that the system gave out; do not copy its content to another file.");
ANJUAN_MESSAGE(marks_differ, "AJ2331", error, "表签被改动过：一处写“{0}”，另一处写“{1}”。", "The marks were changed: one says “{0}”, another “{1}”.",
               "请重新导出检查表填写。", "Export the checklist anew and fill it in.");
ANJUAN_MESSAGE(wrong_case, "AJ2332", error, "这是案件“{0}”的检查表，不是案件“{1}”的。", "This is the checklist of case “{0}”, not of “{1}”.",
               "请选择本案的检查表文件。", "Choose the file of this case.");
ANJUAN_MESSAGE(wrong_form, "AJ2333", error, "这是“{0}”，本案应当用“{1}”。", "This is “{0}”; the case needs “{1}”.", "请选择本案的检查表文件。",
               "Choose the file of this case.");
ANJUAN_MESSAGE(stale_version, "AJ2334", error, "这张检查表的版本是“{0}”，现行版本是“{1}”。", "This checklist is of version “{0}”; the current one is “{1}”.",
               "请重新导出检查表，把内容填到新表。", "Export the checklist anew and fill that in.");
ANJUAN_MESSAGE(stale_serial, "AJ2335", error, "这张检查表的编号是“{0}”，本案现在用的是“{1}”。", "This checklist has the number “{0}”; the case now uses “{1}”.",
               "请用最后一次导出的检查表。", "Use the checklist exported last.");
ANJUAN_MESSAGE(sheet_missing, "AJ2336", error, "文件里没有名为“{0}”的工作表。", "The file has no sheet “{0}”.", "请不要改动工作表的名称；改回原名后再交。",
               "Do not rename the sheet; give it its name back.");
ANJUAN_MESSAGE(template_changed, "AJ2337", error, "这里印制的内容被改动过：原为“{0}”，现为“{1}”。", "The printed text was changed from “{0}” to “{1}”.",
               "请恢复原来的文字，或者重新导出检查表填写；意见写在供填写的单元格里。",
               "Restore it, or export the checklist anew; remarks belong in the cells to fill.");
ANJUAN_MESSAGE(more_changed, "AJ2338", error, "另外还有 {0} 处印制的内容被改动过。", "{0} more printed texts were changed.",
               "请重新导出检查表填写；不要增删行、列。", "Export the checklist anew; do not add or delete rows or columns.");
ANJUAN_MESSAGE(text_outside, "AJ2339", error, "表格以外写有内容“{0}”，不会被读取。", "There is text outside the table, which is not read: “{0}”.",
               "请移到供填写的单元格里。", "Move it to a cell to fill.");
ANJUAN_MESSAGE(formula_filled, "AJ2340", error, "这里填的是公式，不是文字。", "A formula stands here instead of text.", "请直接填写结果。", "Type the result itself.");
ANJUAN_MESSAGE(not_filled, "AJ2341", error, "“{0}”没有填写。", "“{0}” is not filled in.", "请补填。", "Fill it in.");
ANJUAN_MESSAGE(item_not_filled, "AJ2342", error, "第 {0} 项“{1}”没有填写“{2}”。", "Item {0}, “{1}”, has no “{2}”.", "请从下拉选项中选择，每一项都要填写。",
               "Choose from the list; every item must be filled in.");
ANJUAN_MESSAGE(unknown_answer, "AJ2343", error, "第 {0} 项“{1}”的“{2}”填的是“{3}”，不在选项之内：{4}。",
               "Item {0}, “{1}”: “{3}” is no option for “{2}”: {4}.", "请从下拉选项中选择。", "Choose from the list.");
ANJUAN_MESSAGE(answer_not_lawful, "AJ2344", error, "第 {0} 项“{1}”的“{2}”填的是“{3}”，本项不适用；本项可以选：{4}。",
               "Item {0}, “{1}”: “{3}” as “{2}” is not lawful for it; these are: {4}.", "请从本项的下拉选项中选择；确需采用的，在检查报告中提出。",
               "Choose from the list of this item; propose anything else in the report.");
ANJUAN_MESSAGE(rule_requires, "AJ2345", error, "第 {0} 项“{1}”的“{2}”是“{3}”，必须填写“{4}”。", "Item {0}, “{1}”: with “{2}” as “{3}”, “{4}” must be filled in.",
               "请补填。", "Fill it in.");
ANJUAN_MESSAGE(rule_forbids, "AJ2346", error, "第 {0} 项“{1}”的“{2}”是“{3}”，不应填写“{4}”。", "Item {0}, “{1}”: with “{2}” as “{3}”, “{4}” must be empty.",
               "请清空这一格，或者更正结果。", "Clear the cell, or correct the result.");
ANJUAN_MESSAGE(one_answer_only, "AJ2347", error, "第 {0} 项“{1}”的“{2}”只能选一项，填的是“{3}”。", "Item {0}, “{1}”: “{2}” takes one option, not “{3}”.",
               "请只留一项。", "Keep one.");
ANJUAN_MESSAGE(not_a_date, "AJ2348", error, "“{0}”填的“{1}”不是日期，或者没有这一天。", "“{1}” as “{0}” is no date, or there is no such day.",
               "请写成 2026-09-10 的样子。", "Write it like 2026-09-10.");
ANJUAN_MESSAGE(error_filled, "AJ2349", error, "这里显示的是错误值“{0}”，不是填写的内容。", "The cell shows the error “{0}” instead of an answer.",
               "请清空这一格，重新填写。", "Clear the cell and fill it in again.");

}  // namespace anjuan::forms
