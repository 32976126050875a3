#pragma once
// What can be wrong with a workbook or a CSV file, in both languages. Codes AJ0600 to AJ0699; AJ9601
// and AJ9602 are faults of the surroundings.

#include "base/diagnostic.h"

namespace anjuan::sheets {

// Files as a whole.
ANJUAN_MESSAGE(not_xlsx, "AJ0600", error, "这个文件不是电子表格（.xlsx）文件。", "This file is not an .xlsx workbook.",
               "请用表格软件打开原件，另存为“Excel 工作簿（.xlsx）”后再交来。",
               "Open the original in a spreadsheet program and save it as an .xlsx workbook.");
ANJUAN_MESSAGE(old_or_locked, "AJ0601", error, "这个文件是旧式表格（.xls）文件，或者设有打开密码，读不出来。",
               "This file is an old .xls workbook, or is protected by a password for opening.",
               "请去掉打开密码，另存为“Excel 工作簿（.xlsx）”后再交来。",
               "Remove the password for opening and save it as an .xlsx workbook.");
ANJUAN_MESSAGE(too_large, "AJ0602", error, "文件展开后超过 {0} MiB，不予读取。",
               "The file is larger than {0} MiB when unpacked and is not read.",
               "请确认交来的是要导入的表；删去多余的图片、工作表和空白区域后另存再试。",
               "Check that this is the right file; remove pictures, sheets and blank areas that are not needed.");
ANJUAN_MESSAGE(suspicious_ratio, "AJ0603", error, "文件中“{0}”的压缩比超过 {1}，可能是恶意文件，不予读取。",
               "“{0}” in the file is compressed more than {1} times, which may be an attack; it is not read.",
               "请用表格软件打开原件，另存为新文件后再试；来历不明的文件请不要使用。",
               "Save the original anew from a spreadsheet program; do not use files of unknown origin.");
ANJUAN_MESSAGE(too_many_entries, "AJ0604", error, "文件内部的部件超过 {0} 个，不予读取。",
               "The file holds more than {0} parts and is not read.",
               "请把需要的内容复制到新的工作簿，另存后再试。", "Copy what is needed to a new workbook and save it.");
ANJUAN_MESSAGE(bad_entry_name, "AJ0605", error, "文件内部的部件名“{0}”不合规范，可能是恶意文件，不予读取。",
               "The part name “{0}” in the file is not allowed; this may be an attack.",
               "请用表格软件打开原件，另存为新文件后再试；来历不明的文件请不要使用。",
               "Save the original anew from a spreadsheet program; do not use files of unknown origin.");
ANJUAN_MESSAGE(damaged_part, "AJ0606", error, "文件内部的部件“{0}”已经损坏，读到第 {1} 行时中断。",
               "The part “{0}” in the file is damaged; reading stopped at its line {1}.",
               "请用表格软件打开原件，另存为新文件后再试。", "Open the original in a spreadsheet program and save it anew.");
ANJUAN_MESSAGE(missing_part, "AJ0607", error, "文件里缺少部件“{0}”，不是完整的电子表格。",
               "The part “{0}” is missing; this is not a whole workbook.",
               "请用表格软件打开原件，另存为“Excel 工作簿（.xlsx）”后再试。",
               "Open the original in a spreadsheet program and save it as an .xlsx workbook.");
ANJUAN_MESSAGE(forbidden_declaration, "AJ0608", error, "文件内部的部件“{0}”带有文档类型声明，可能是恶意文件，不予读取。",
               "The part “{0}” has a document type declaration, which may be an attack; it is not read.",
               "请用表格软件打开原件，另存为新文件后再试；来历不明的文件请不要使用。",
               "Save the original anew from a spreadsheet program; do not use files of unknown origin.");
ANJUAN_MESSAGE(too_deep, "AJ0609", error, "文件内部的部件“{0}”嵌套超过 {1} 层，不予读取。",
               "The part “{0}” is nested deeper than {1} levels and is not read.",
               "请用表格软件打开原件，另存为新文件后再试。", "Open the original in a spreadsheet program and save it anew.");

// Cells.
ANJUAN_MESSAGE(too_many_cells, "AJ0610", error, "表格超过 {0} 个单元格，不予读取。",
               "There are more than {0} cells; the file is not read.",
               "请删去多余的行、列和工作表后另存再试。", "Remove rows, columns and sheets that are not needed.");
ANJUAN_MESSAGE(cell_too_long, "AJ0611", error, "单元格内容超过 {0} 个字，不予读取。",
               "The cell holds more than {0} characters and is not read.", "请把内容缩短或者分到几个单元格。",
               "Shorten the text or spread it over several cells.");
ANJUAN_MESSAGE(unseen_in_cell, "AJ0619", error, "单元格里有看不见的字符 {0}。", "The cell holds the character {0}, which nobody sees.",
               "这种字符会让两个名称看起来一样，或者让文字倒着显示。请清空这个单元格，重新输入内容（不要粘贴）。",
               "It can make two names look the same, or text run backwards. Clear the cell and type its content anew instead of pasting it.");
ANJUAN_MESSAGE(bad_cell_address, "AJ0612", error, "单元格位置“{0}”不合规范，文件已经损坏。",
               "The cell address “{0}” is not valid; the file is damaged.", "请用表格软件打开原件，另存为新文件后再试。",
               "Open the original in a spreadsheet program and save it anew.");
ANJUAN_MESSAGE(bad_shared_text, "AJ0613", error, "单元格引用的第 {0} 条共用文字不存在，文件已经损坏。",
               "The cell refers to shared text {0}, which does not exist; the file is damaged.",
               "请用表格软件打开原件，另存为新文件后再试。", "Open the original in a spreadsheet program and save it anew.");
ANJUAN_MESSAGE(too_much_text, "AJ0614", error, "读到这里，全部单元格的文字合计超过 {0} MiB，不予读取。",
               "Up to here all cells together hold more than {0} MiB of text; the file is not read.",
               "请确认交来的是要导入的表；删去多余的行、列和工作表后另存再试。",
               "Check that this is the right file; remove rows, columns and sheets that are not needed.");
ANJUAN_MESSAGE(too_many_sheets, "AJ0615", error, "工作表超过 {0} 张，不予读取。", "There are more than {0} sheets; the file is not read.",
               "请删去多余的工作表后另存再试。", "Remove the sheets that are not needed and save the file.");

// What a workbook may not bring along.
ANJUAN_MESSAGE(has_program, "AJ0616", error, "文件里带有宏或者嵌入的对象（{0}），不予读取。",
               "The file holds macros or embedded objects ({0}) and is not read.",
               "请另存为不含宏的“Excel 工作簿（.xlsx）”，删去嵌入的对象后再交来；来历不明的文件请不要打开。",
               "Save it as an .xlsx workbook without macros and embedded objects; do not open files of unknown origin.");
ANJUAN_MESSAGE(external_link, "AJ0617", error, "文件引用了外部的文件或者数据（{0}），不予读取。",
               "The file refers to other files or data outside it ({0}) and is not read.",
               "请在表格软件里断开外部链接（把引用的公式改成数值），另存后再交来。",
               "Break the links in a spreadsheet program (turn their formulas into values) and save the file.");
ANJUAN_MESSAGE(binary_workbook, "AJ0618", error, "这个文件是二进制工作簿（.xlsb），读不出来。", "This file is a binary workbook (.xlsb), which is not read.",
               "请另存为“Excel 工作簿（.xlsx）”后再交来。", "Save it as an .xlsx workbook.");

// Tables.
ANJUAN_MESSAGE(no_table, "AJ0620", error, "文件里没有表头：没有找到两个以上单元格有文字的一行。",
               "There is no header: no row with two or more filled cells was found.",
               "请确认交来的是要导入的表，第一行写列名。", "Check that this is the right file and that its first row names the columns.");
ANJUAN_MESSAGE(double_column, "AJ0621", error, "列名“{0}”出现了两次。", "The column “{0}” stands there twice.",
               "请删去或者改名多余的一列。", "Remove or rename one of the two columns.");
ANJUAN_MESSAGE(uneven_row, "AJ0622", error, "这一行有 {0} 个单元格，表头有 {1} 个，列对不上。",
               "This row has {0} cells while the header has {1}; the columns do not match.",
               "请检查这一行是否多写或者少写了逗号；文字里含有逗号的，整格要用英文双引号括起来。",
               "Look for a missing or extra comma; a cell that contains a comma must stand in double quotes.");
ANJUAN_MESSAGE(open_quote, "AJ0623", error, "从这里开始的英文双引号一直到文件末尾没有配对。",
               "The double quote that opens here is never closed.", "请在这个单元格的末尾补上英文双引号。",
               "Add the closing double quote at the end of the cell.");
ANJUAN_MESSAGE(text_after_quote, "AJ0624", error, "英文双引号结束后又出现了文字“{0}”。",
               "Text stands after the closing double quote: “{0}”.",
               "单元格内的英文双引号要写成两个；整格用双引号括起来后，后面只能是逗号或者换行。",
               "Write a double quote inside a cell twice; after the closing quote only a comma or a line end may follow.");
ANJUAN_MESSAGE(unknown_encoding, "AJ0625", error, "文件的文字编码认不出来，既不是 UTF-8，也不是国标 GB18030。",
               "The text is neither UTF-8 nor GB18030.",
               "请用表格软件打开原件，另存为“CSV UTF-8”或者“Excel 工作簿（.xlsx）”后再试。",
               "Save it from a spreadsheet program as “CSV UTF-8” or as an .xlsx workbook.");
ANJUAN_MESSAGE(null_byte, "AJ0626", error, "文件里有空字节，不是文字表格。", "The file holds a NUL byte; it is not a table of text.",
               "请用表格软件打开原件，另存为“CSV UTF-8”或者“Excel 工作簿（.xlsx）”后再试。",
               "Save it from a spreadsheet program as “CSV UTF-8” or as an .xlsx workbook.");
ANJUAN_MESSAGE(unnamed_column, "AJ0627", error, "第 {0} 列没有列名，下面却有内容。", "Column {0} has no name but has content below.",
               "请给这一列写上列名，或者清空这一列。", "Name the column, or clear it.");
ANJUAN_MESSAGE(formula_without_value, "AJ0628", error, "这里的公式没有保存计算结果，不知道是什么值。",
               "The formula here has no stored result; its value is not known.",
               "请用表格软件打开，等计算完成后保存；或者把公式改成数值。",
               "Open the file in a spreadsheet program, let it calculate and save it; or turn the formula into its value.");
ANJUAN_MESSAGE(error_in_table, "AJ0629", error, "这里显示的是错误值“{0}”。", "The cell shows the error “{0}”.", "请改正公式，或者直接填写内容。",
               "Correct the formula, or type the content itself.");
ANJUAN_MESSAGE(rounded_number, "AJ0630", error, "这里的长数字“{0}”已经被表格软件舍入，末尾几位不是原来的数字。",
               "The long number “{0}” here was rounded by a spreadsheet program; its last digits are lost.",
               "请把单元格格式设为“文本”，重新填写全部数字。", "Set the format of the cell to text and type all digits again.");

// Writing.
ANJUAN_MESSAGE(unwritable_content, "AJ0640", error, "“{0}”写不进电子表格：{1}。", "“{0}” cannot be written to a workbook: {1}.",
               "请缩短或者改写后重新生成。", "Shorten or change it and make the workbook again.");

// Faults.
ANJUAN_MESSAGE(scratch_unusable, "AJ9601", fault, "不能在“{0}”里写临时文件：{1}。", "No temporary file can be written in “{0}”: {1}.",
               "请检查磁盘剩余空间和文件夹权限后重试。", "Check free space and permissions of the folder, then try again.");
ANJUAN_MESSAGE(writer_failed, "AJ9602", fault, "生成电子表格失败：{0}。", "Writing the workbook failed: {0}.",
               "请检查磁盘剩余空间后重试。", "Check free space, then try again.");

}  // namespace anjuan::sheets
