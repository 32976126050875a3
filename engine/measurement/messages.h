#pragma once
// In what a finished paper differs from its style, in both languages. AJ35xx. Figures are millimetres unless
// the text says otherwise; the clause goes along as the basis.

#include "base/diagnostic.h"

namespace anjuan::measurement {

// ---- reading ----
ANJUAN_MESSAGE(pdf_not_tried, "AJ3503", fault, "这个 PDF 文件现在不能测量：系统不让再开一个进程或者文件",
               "this PDF file cannot be measured now: the system allows no further process or open file",
               "请关闭一些程序以后再量。", "Close some programs and measure it again.");
ANJUAN_MESSAGE(pdf_not_read, "AJ3501", error, "这个 PDF 文件不能测量：{0}",
               "this PDF file cannot be measured: {0}",
               "请用阅读器打开核对；能打开的，另存为没有口令的 PDF 文件后再量。",
               "Open it in a viewer; if it opens, save it as a PDF without a password and measure that.");
ANJUAN_MESSAGE(page_is_picture, "AJ3502", error, "这一页是一幅图像，没有可以测量的文字",
               "this page is a picture, without text that could be measured",
               "扫描件不能测量，请测量打印或者扫描以前的电子文件。",
               "Scans cannot be measured; measure the file that was printed.");

// ---- sheet and type area ----
ANJUAN_MESSAGE(wrong_sheet, "AJ3510", error, "纸张为 {0}×{1} 毫米，应当是 {2}×{3} 毫米",
               "the sheet is {0} × {1} mm, it should be {2} × {3} mm", "请把纸张设为 A4 型。",
               "Set the paper size to A4.");
ANJUAN_MESSAGE(wrong_left, "AJ3511", error, "左白边（订口）为 {0} 毫米，应当是 {1}±1 毫米",
               "the left margin is {0} mm, it should be {1} ± 1 mm", "请改正左页边距。",
               "Correct the left margin.");
ANJUAN_MESSAGE(wrong_right, "AJ3512", error, "右白边为 {0} 毫米，应当是 {1}±1 毫米",
               "the right margin is {0} mm, it should be {1} ± 1 mm", "请改正右页边距，正文两端对齐。",
               "Correct the right margin and justify the body.");
ANJUAN_MESSAGE(wrong_top, "AJ3513", error, "上白边（天头）为 {0} 毫米，应当是 {1}±1 毫米",
               "the top margin is {0} mm, it should be {1} ± 1 mm", "请改正上页边距。",
               "Correct the top margin.");
ANJUAN_MESSAGE(below_area, "AJ3514", error, "文字“{0}”伸到版心以下 {1} 毫米",
               "the text “{0}” reaches {1} mm below the type area",
               "请改正下页边距，或者把这一行移到下一页。",
               "Correct the bottom margin, or move the line to the next page.");
ANJUAN_MESSAGE(too_many_lines, "AJ3515", error, "这一页正文有 {0} 行，每页应当排 {1} 行",
               "this page has {0} lines of text, a page has {1}", "请把行距改为每页 {1} 行。",
               "Set the line pitch so that a page has {1} lines.");
ANJUAN_MESSAGE(wrong_pitch, "AJ3516", error, "行距为 {0} 毫米，应当是 {1} 毫米",
               "the line pitch is {0} mm, it should be {1} mm", "请把行距设为固定值。",
               "Set a fixed line pitch.");
ANJUAN_MESSAGE(wrong_body_size, "AJ3517", error, "正文用 {0} 磅字，应当用 {1} 磅字",
               "the body is set in {0} pt, it should be {1} pt", "请改正正文字号（3号字为16磅）。",
               "Correct the size of the body (3号 is 16 pt).");
ANJUAN_MESSAGE(wrong_font, "AJ3518", error, "“{0}”用{1}（{2}），应当用{3}",
               "“{0}” is set in {1} ({2}), it should be {3}", "请换用规定的字体。",
               "Use the face that is prescribed.");
ANJUAN_MESSAGE(off_grid, "AJ3519", error, "“{0}”一行偏离行格 {1} 毫米",
               "the line “{0}” is {1} mm off the grid", "请检查它上面的表格、图片和段前段后的间距。",
               "Look at tables, pictures and spaces above it.");

// ---- page numbers ----
ANJUAN_MESSAGE(number_missing, "AJ3520", error, "这一页没有页码", "this page has no number", "请补上页码。",
               "Add the page number.");
ANJUAN_MESSAGE(number_on_wrong_side, "AJ3521", error, "页码 {0} 在{1}侧，应当在{2}侧",
               "the page number {0} is on the {1}, it should be on the {2}",
               "单页码居右，双页码居左；请设置奇偶页不同。", "Odd numbers stand right, even ones left.");
ANJUAN_MESSAGE(number_height, "AJ3522", error, "页码的一字线距版心下边缘 {0} 毫米，应当是 {1} 毫米",
               "the dash of the page number is {0} mm below the type area, it should be {1} mm",
               "请改正页脚的位置。", "Correct the place of the footer.");
ANJUAN_MESSAGE(
    number_inset, "AJ3523", error, "页码距版心边缘 {0} 毫米，应当是 {1} 毫米（空一字）",
    "the page number is {0} mm from the side of the type area, it should be {1} mm (one character)",
    "请让页码左空或者右空一字。", "Leave one character beside the number.");
ANJUAN_MESSAGE(number_unwanted, "AJ3524", error, "这一页不应当有页码，却有“{0}”",
               "this page should bear no number, but has “{0}”", "请去掉这一页的页码。",
               "Take the number off this page.");
ANJUAN_MESSAGE(number_differs, "AJ3525", error, "这一页的页码是 {0}，应当是 {1}",
               "this page is numbered {0}, it should be {1}", "请让页码从首页起连续。",
               "Number the pages from the first on.");
ANJUAN_MESSAGE(number_size, "AJ3526", error, "页码用 {0} 磅字，应当用 {1} 磅字",
               "the page number is set in {0} pt, it should be {1} pt", "请改正页码的字号（4号字为14磅）。",
               "Correct the size of the number (4号 is 14 pt).");

// ---- head ----
ANJUAN_MESSAGE(mark_place, "AJ3530", error, "发文机关标志的上边缘距纸上边 {0} 毫米，应当是 {1} 毫米",
               "the mark of the organ begins {0} mm below the edge of the paper, it should be {1} mm",
               "请移动发文机关标志。", "Move the mark.");
ANJUAN_MESSAGE(red_rule_missing, "AJ3531", error, "没有红色分隔线", "there is no red rule",
               "请在规定的位置加上红色分隔线。", "Add the red rule where it belongs.");
ANJUAN_MESSAGE(red_rule_place, "AJ3532", error, "红色分隔线距它上面的文字 {0} 毫米，应当是 {1} 毫米",
               "the red rule is {0} mm below the text above it, it should be {1} mm", "请移动红色分隔线。",
               "Move the red rule.");
ANJUAN_MESSAGE(red_rule_width, "AJ3533", error, "红色分隔线长 {0} 毫米，应当是 {1} 毫米",
               "the red rule is {0} mm long, it should be {1} mm", "请改正红色分隔线的长度。",
               "Correct the length of the red rule.");
ANJUAN_MESSAGE(foot_rule_place, "AJ3534", error, "首页下方的红色双线距纸上边 {0} 毫米，应当是 {1} 毫米",
               "the lower red pair of rules is {0} mm below the edge of the paper, it should be {1} mm",
               "请移动红色双线。", "Move the pair of rules.");
ANJUAN_MESSAGE(document_number_place, "AJ3535", error, "发文字号“{0}”的位置不对：应当{1}，偏了 {2} 毫米",
               "the document number “{0}” should stand {1}, it is {2} mm off", "请移动发文字号。",
               "Move the document number.");
ANJUAN_MESSAGE(title_size, "AJ3540", error, "标题用 {0} 磅字，应当用 {1} 磅字",
               "the title is set in {0} pt, it should be {1} pt", "请改正标题字号（2号字为22磅）。",
               "Correct the size of the title (2号 is 22 pt).");
ANJUAN_MESSAGE(title_splits_word, "AJ3541", error, "标题在“{0}”和“{1}”之间回行，把一个词拆开了",
               "the title is broken between “{0}” and “{1}”, within a word",
               "回行要做到词意完整，请换一处回行。", "Break it between words.");
ANJUAN_MESSAGE(title_shape, "AJ3542", error, "标题 {0} 行没有排成梯形或者菱形",
               "the {0} lines of the title are neither a trapezium nor a rhombus",
               "请调整回行，使各行由短到长、由长到短或者中间长两头短。",
               "Let the lines grow, shrink, or be longest in the middle.");
ANJUAN_MESSAGE(title_not_centred, "AJ3543", error, "标题“{0}”没有居中，偏了 {1} 毫米",
               "the title “{0}” is {1} mm off the middle", "请把标题居中。", "Centre the title.");
ANJUAN_MESSAGE(title_distance, "AJ3544", error,
               "标题与它上面的红线或者文字相距 {0} 毫米，应当空二行（约 {1} 毫米）",
               "the title is {0} mm below the red rule or text, it should be two lines (about {1} mm)",
               "请在标题上方空二行。", "Leave two lines above the title.");
ANJUAN_MESSAGE(no_body_on_first_page, "AJ3545", error, "首页没有正文", "the first page has no body text",
               "公文首页必须显示正文；主送机关过多的，移到版记。",
               "The first page must show body text; move a long list of addressees to the imprint.");
ANJUAN_MESSAGE(heading_font, "AJ3546", error, "“{0}”是第{1}层的标题，用{2}（{3}），应当用{4}",
               "“{0}” is a heading of the {1} level in {2} ({3}), it should be {4}",
               "结构层次依次用“一、”黑体、“（一）”楷体、“1.”和“（1）”仿宋体。",
               "The levels are 一、 in Heiti, （一） in Kaiti, 1. and （1） in Fangsong.");

// ---- end ----
ANJUAN_MESSAGE(date_place, "AJ3550", error, "成文日期右空 {0} 毫米，应当是 {1} 毫米（{2} 字）",
               "the date ends {0} mm from the right side, it should be {1} mm ({2} characters)",
               "请移动成文日期。", "Move the date.");
ANJUAN_MESSAGE(organ_place, "AJ3551", error, "署名“{0}”没有以成文日期居中，偏了 {1} 毫米",
               "the organ “{0}” is {1} mm off the middle of the date", "加盖印章的，署名以成文日期为准居中。",
               "With a seal, the organ is centred over the date.");
ANJUAN_MESSAGE(
    seal_far, "AJ3552", error, "按署名和日期盖章，印章上边距正文 {0} 毫米，应当在一行（{1} 毫米）之内",
    "a seal over organ and date would begin {0} mm below the body, it should be within one line ({1} mm)",
    "请调整署名上方的空行。", "Change the blank lines above the organ.");
ANJUAN_MESSAGE(seal_on_body, "AJ3553", error, "按署名和日期盖章，印章会压住正文 {0} 毫米",
               "a seal over organ and date would cover {0} mm of the body", "请在署名上方多空行。",
               "Leave more blank lines above the organ.");
ANJUAN_MESSAGE(signature_alone, "AJ3554", error, "署名和日期单独在一页，这一页没有正文",
               "organ and date stand on a page without body text",
               "请调整行距、字距，或者把末段文字带到这一页，不标“此页无正文”。",
               "Change line or character spacing, or take text along to this page.");
ANJUAN_MESSAGE(date_form, "AJ3555", error, "成文日期“{0}”的写法不对",
               "the date “{0}” is not written as it should be",
               "成文日期用阿拉伯数字，年份写全，月、日不编虚位，例如2026年9月3日。",
               "Dates are in Arabic figures, without leading zeros: 2026年9月3日.");
ANJUAN_MESSAGE(seal_place, "AJ3556", error, "印章中心偏离署名和日期 {0} 毫米",
               "the middle of the seal is {0} mm off organ and date", "印章端正、居中下压署名和日期。",
               "The seal stands upright and centred over organ and date.");
ANJUAN_MESSAGE(imprint_missing, "AJ3560", error, "没有版记", "there is no imprint",
               "请在末页（双数页）编排版记。", "Add the imprint on the last, even page.");
ANJUAN_MESSAGE(imprint_on_odd_page, "AJ3561", error, "版记在第 {0} 页，应当在双数页",
               "the imprint is on page {0}, it should be on an even page", "请把版记移到下一个双数页。",
               "Move the imprint to the next even page.");
ANJUAN_MESSAGE(imprint_not_at_foot, "AJ3562", error, "版记的末条分隔线距版心下边缘 {0} 毫米，应当重合",
               "the last rule of the imprint is {0} mm from the foot of the type area, it should be at it",
               "请把版记移到版心最下方。", "Move the imprint to the foot of the type area.");
ANJUAN_MESSAGE(imprint_rule, "AJ3563", error, "版记分隔线粗 {0} 毫米，应当是 {1} 毫米",
               "a rule of the imprint is {0} mm thick, it should be {1} mm",
               "首条和末条用粗线（0.35毫米），中间用细线（0.25毫米）。",
               "The first and the last are 0.35 mm, those between 0.25 mm.");
ANJUAN_MESSAGE(imprint_not_last, "AJ3564", error, "版记不在最后一页", "the imprint is not on the last page",
               "附件应当排在版记之前。", "Annexes stand before the imprint.");

// ---- line ends ----
ANJUAN_MESSAGE(mark_at_line_head, "AJ3570", error, "“{0}”排在行首", "“{0}” stands at the head of a line",
               "标点不排在行首。", "No closing mark begins a line.");
ANJUAN_MESSAGE(mark_at_line_foot, "AJ3571", error, "“{0}”排在行末", "“{0}” stands at the end of a line",
               "前括号、前引号不排在行末。", "No opening mark ends a line.");
ANJUAN_MESSAGE(number_split, "AJ3572", error, "数字在“{0}”和“{1}”之间回行",
               "a number is broken between “{0}” and “{1}”", "数字、年份不能回行。",
               "Numbers and years stay on one line.");

// ---- choosing a style ----
ANJUAN_MESSAGE(unknown_style, "AJ3580", error, "没有“{0}”这种版式", "there is no style “{0}”",
               "可以是：{1}。", "One of: {1}.");

}  // namespace anjuan::measurement
