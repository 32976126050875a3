#pragma once
// What can go wrong with setting and writing pages, in both languages. AJ07xx refusals, AJ97xx faults.

#include "base/diagnostic.h"

namespace anjuan::pages {

ANJUAN_MESSAGE(no_glyph, "AJ0701", error, "没有字体能显示字符“{0}”（编码 {1}），它在“{2}”中。",
               "No font has the character “{0}” ({1}), found in “{2}”.",
               "请核对原文是否录错；确是该字的，安装含有该字的中文字体后重做。",
               "Check the text; if the character is right, install a font that has it and try again.");
ANJUAN_MESSAGE(font_not_embeddable, "AJ0702", error, "字体文件“{0}”的许可不允许嵌入文书。",
               "The licence flags of the font file “{0}” forbid embedding.",
               "请换用允许嵌入的字体，或者从字体文件夹中移走该文件。",
               "Use a font that may be embedded, or take the file out of the font folder.");
ANJUAN_MESSAGE(column_too_narrow, "AJ0703", error,
               "表格第 {0} 列太窄，连一个字也放不下（宽 {1} 微米，至少需要 {2} 微米）。",
               "Column {0} of a table is too narrow for one character ({1} µm wide, {2} µm needed).",
               "请在模板中加大该列的宽度份数，或者减少列数。",
               "Give the column a larger share in the template, or use fewer columns.");
ANJUAN_MESSAGE(table_shape, "AJ0704", error, "表格第 {0} 行的单元格超出了 {1} 列。",
               "The cells of row {0} of a table reach beyond its {1} columns.",
               "请核对模板中该行的单元格个数和跨列数。",
               "Check the number of cells and their column spans in the template.");
ANJUAN_MESSAGE(picture_unreadable, "AJ0705", error, "图片“{0}”无法使用：{1}。",
               "The picture “{0}” cannot be used: {1}.",
               "请重新扫描或者另存为普通的 JPEG、PNG 图片（彩色或灰度）后再交。",
               "Scan again, or save it as a plain JPEG or PNG (colour or grey).");
ANJUAN_MESSAGE(pdf_unreadable, "AJ0706", error, "PDF 文件“{0}”无法读取：{1}。",
               "The PDF file “{0}” cannot be read: {1}.",
               "请用阅读器打开核对；能打开的，另行打印为新的 PDF 文件后再交。",
               "Open it in a viewer; if it opens, print it to a new PDF file and hand that in.");
ANJUAN_MESSAGE(style_figure, "AJ0707", error, "版式“{0}”的{1}不能用：{2}。",
               "In style “{0}”, {1} cannot be used: {2}.", "请按提示修改版式文件中的数值。",
               "Change the figure in the style file.");
ANJUAN_MESSAGE(style_role_missing, "AJ0708", error, "版式“{0}”没有规定“{1}”的样子。",
               "Style “{0}” does not say how “{1}” looks.", "请在版式文件中加上这一项。",
               "Add that role to the style file.");
ANJUAN_MESSAGE(text_not_utf8, "AJ0709", error, "文书中有无法识别的文字（不是统一码文本）。",
               "The paper holds bytes that are not UTF-8 text.", "请核对数据来源，另存为统一码文本后重做。",
               "Check where the text comes from and save it as UTF-8.");
ANJUAN_MESSAGE(nothing_to_bind, "AJ0710", error, "没有可以装订的内容。", "There is nothing to bind.",
               "请先把文书或者扫描件列入卷内。", "Add documents or scans to the volume first.");
ANJUAN_MESSAGE(no_glyph_in_value, "AJ0712", error,
               "文书“{3}”印“{2}”，其中的字符“{0}”（编码 {1}）没有字体能显示，文书没有生成。",
               "The paper “{3}” prints “{2}”, in which no font has the character “{0}” ({1}); it was not made.",
               "请核对这一项是否录错；确是该字的，安装含有该字的中文字体后重做（anjuan fonts 看本机有哪些字体）。",
               "Check this item; if the character is right, install a font that has it and try again (anjuan fonts "
               "shows what there is).");
ANJUAN_MESSAGE(no_glyph_in_words, "AJ0713", error,
               "文书“{3}”的文字“{2}”里，字符“{0}”（编码 {1}）没有字体能显示，文书没有生成。",
               "No font has the character “{0}” ({1}), found in the words “{2}” of the paper “{3}”; it was not made.",
               "请核对模板的文字；确是该字的，安装含有该字的中文字体后重做（anjuan fonts 看本机有哪些字体）。",
               "Check the words of the template; if the character is right, install a font that has it and try again "
               "(anjuan fonts shows what there is).");

ANJUAN_MESSAGE(page_missing, "AJ0740", error, "文件没有第 {0} 页。", "The file has no page {0}.",
               "请核对签章的页码。", "Check the page of the signature.");
ANJUAN_MESSAGE(signature_too_long, "AJ0741", error, "签名有 {0} 字节，超过预留的 {1} 字节。",
               "The signature has {0} bytes, more than the {1} kept free.",
               "请只带必要的证书链后重签。", "Sign again with a shorter chain of certificates.");
ANJUAN_MESSAGE(seal_needs_mark, "AJ0742", error, "示例印章必须标明不是真印章。",
               "A sample seal must be marked as one.",
               "请写明横贯印章的标记；真印章请用本单位备案的印章图片。",
               "Give the word that goes across it; for a real seal hand in the registered picture.");
ANJUAN_MESSAGE(no_font, "AJ9701", fault, "本机没有可用于“{0}”的字体。", "This machine has no font for “{0}”.",
               "请安装软件包 fonts-noto-cjk，或者把本单位的字体放入字体文件夹。",
               "Install the package fonts-noto-cjk, or put the bureau's fonts into the font folder.");
ANJUAN_MESSAGE(font_broken, "AJ9702", fault, "字体文件“{0}”无法取出所用的字。",
               "The glyphs in use cannot be taken out of the font file “{0}”.", "请重新安装该字体。",
               "Install the font again.");
ANJUAN_MESSAGE(pdf_not_written, "AJ9703", fault, "文书“{0}”未能生成 PDF：{1}。",
               "The PDF of “{0}” was not written: {1}.", "请重试；仍然失败的，请把文书编号告知维护人员。",
               "Try again; if it fails again, tell the maintainers the document's id.");
ANJUAN_MESSAGE(no_color_profile, "AJ9704", fault, "找不到颜色标准文件 {0}。",
               "The colour profile {0} is missing.", "请安装软件包 icc-profiles-free。",
               "Install the package icc-profiles-free.");

}  // namespace anjuan::pages
