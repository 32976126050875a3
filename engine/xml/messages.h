#pragma once
// What can be wrong with an XML file, before anybody asks what it means.

#include "base/diagnostic.h"

namespace anjuan::xml {

ANJUAN_MESSAGE(empty_file, "AJ0101", error, "文件是空的", "the file is empty",
               "请检查是否选错了文件，或者保存时内容丢失。", "Check whether this is the right file, or whether saving lost its content.");
ANJUAN_MESSAGE(file_too_large, "AJ0102", error, "文件有 {0} 字节，超过上限 {1} 字节", "the file has {0} bytes, more than the limit of {1}",
               "请拆分文件；正常的定义文件远小于此。", "Split the file; a normal definition is far smaller.");
ANJUAN_MESSAGE(wrong_encoding, "AJ0103", error, "文件不是 UTF-8 编码，看起来是 {0}", "the file is not UTF-8; it looks like {0}",
               "请用编辑器打开，“另存为”时编码选 UTF-8，再检查一次。", "Open it in your editor, save it again with the encoding UTF-8, and check once more.");
ANJUAN_MESSAGE(declared_encoding, "AJ0104", error, "文件首行声明编码为“{0}”，本系统只接受 UTF-8", "the first line declares the encoding “{0}”; only UTF-8 is accepted",
               "请把首行改为 encoding=\"UTF-8\"，并以 UTF-8 保存文件。", "Change the first line to encoding=\"UTF-8\" and save the file as UTF-8.");
ANJUAN_MESSAGE(bad_character, "AJ0105", error, "这里有一个不允许的控制字符（编号 {0}）", "a control character (number {0}) is not allowed here",
               "请删除它；常见于从其他软件复制文字。", "Delete it; it often comes with text copied from other programs.");
ANJUAN_MESSAGE(has_dtd, "AJ0106", error, "文件里有 DOCTYPE 声明，出于安全不予读取", "the file has a DOCTYPE declaration, which is not read for safety",
               "请删除 <!DOCTYPE …> 一段。", "Delete the <!DOCTYPE …> part.");
ANJUAN_MESSAGE(late_declaration, "AJ0107", error, "XML 声明必须在文件最前面", "the XML declaration must stand first in the file",
               "请删除它前面的空行或空格。", "Delete the blank lines or spaces before it.");
ANJUAN_MESSAGE(unclosed_tag, "AJ0108", error, "元素“{0}”（第 {1} 行开始）没有结束标记", "element “{0}” (opened in line {1}) is never closed",
               "请在它的内容之后补上 </{0}>。", "Add </{0}> after its content.");
ANJUAN_MESSAGE(wrong_end_tag, "AJ0109", error, "这里结束的是“{0}”，但还开着的是第 {2} 行的“{1}”", "“{0}” is closed here, but “{1}” of line {2} is still open",
               "请先写 </{1}>，或者检查名称是否写错。", "Write </{1}> first, or check the spelling.");
ANJUAN_MESSAGE(misspelt_end_tag, "AJ0165", error, "这里结束的是“{0}”，第 {2} 行开始的却是“{1}”，两处名称不一样", "“{0}” is closed here, but what was opened in line {2} is “{1}”",
               "请把写错的一处改正：开始写 <{1}>，结束就写 </{1}>。", "Correct the one that is misspelt: what begins with <{1}> ends with </{1}>.");
ANJUAN_MESSAGE(extra_end_tag, "AJ0166", error, "结束标记“{0}”没有对应的开始标记；这里还开着的是第 {2} 行的“{1}”", "the end tag “{0}” has no start tag; what is still open here is “{1}” of line {2}",
               "多出来的，请删除；要结束的是“{1}”的，请改成 </{1}>。", "Delete it; if “{1}” was meant to end here, write </{1}>.");
ANJUAN_MESSAGE(stray_end_tag, "AJ0110", error, "结束标记“{0}”没有对应的开始标记", "the end tag “{0}” has no start tag",
               "请删除它，或者补上开始标记 <{0}>。", "Delete it, or add the start tag <{0}>.");
ANJUAN_MESSAGE(two_roots, "AJ0111", error, "文件有两个最外层元素，第二个是“{0}”", "the file has two outermost elements; the second is “{0}”",
               "一个文件只能有一个最外层元素，请把第二个移到第一个里面或另存一个文件。", "A file may have one only: move the second inside the first, or into a file of its own.");
ANJUAN_MESSAGE(text_outside, "AJ0112", error, "最外层元素之外有文字“{0}”", "there is text outside the outermost element: “{0}”",
               "请删除这段文字；说明请写成 <!-- 注释 -->。", "Delete it; write remarks as <!-- comments -->.");
ANJUAN_MESSAGE(raw_ampersand, "AJ0113", error, "“&”不能直接写", "“&” may not be written as it is",
               "请写成 &amp;；条件里的“并且”可写“并且”或 &amp;&amp;。", "Write &amp;; in conditions write 并且 or &amp;&amp;.");
ANJUAN_MESSAGE(unknown_entity, "AJ0114", error, "不认识“&{0};”", "“&{0};” is not known",
               "只能用 &amp; &lt; &gt; &quot; &apos; 和有效的字符编号。", "Only &amp; &lt; &gt; &quot; &apos; and valid character numbers may be used.");
ANJUAN_MESSAGE(raw_less_than, "AJ0115", error, "属性值里不能直接写“<”", "“<” may not be written as it is inside an attribute",
               "请写成 &lt;；条件里也可以写“小于”。", "Write &lt;; in conditions 小于 works too.");
ANJUAN_MESSAGE(full_width_mark, "AJ0116", error, "这里用了全角符号“{0}”，应当用半角“{1}”", "a full-width “{0}” stands where “{1}” is needed",
               "请切换到英文输入法重新输入这个符号。", "Type the character again with the input method off.");
ANJUAN_MESSAGE(malformed_tag, "AJ0117", error, "标记写得不完整：在“{0}”处应为{1}", "the tag is malformed: at “{0}” there should be {1}",
               "请检查尖括号、引号和等号是否成对。", "Check that brackets, quotes and equals signs are complete.");
ANJUAN_MESSAGE(duplicate_attribute, "AJ0118", error, "属性“{0}”写了两次", "attribute “{0}” stands twice",
               "请删除其中一个。", "Delete one of them.");
ANJUAN_MESSAGE(undeclared_prefix, "AJ0119", error, "前缀“{0}”没有声明", "the prefix “{0}” is not declared",
               "请在最外层元素上加 xmlns:{0}=\"…\"，或者去掉前缀。", "Add xmlns:{0}=\"…\" to the outermost element, or drop the prefix.");
ANJUAN_MESSAGE(bad_comment, "AJ0120", error, "注释里不能有“--”", "a comment may not have “--” inside",
               "注释写成 <!-- 文字 -->，中间不能有两个连续的减号。", "Write <!-- text -->, without two hyphens in a row inside.");
ANJUAN_MESSAGE(unclosed_section, "AJ0121", error, "“{0}”没有结束", "“{0}” is not ended",
               "请补上“{1}”。", "Add “{1}”.");
ANJUAN_MESSAGE(limit_depth, "AJ0122", error, "元素嵌套超过 {0} 层", "elements are nested more than {0} deep",
               "请减少嵌套。", "Nest less deeply.");
ANJUAN_MESSAGE(limit_attributes, "AJ0123", error, "元素“{0}”的属性超过 {1} 个", "element “{0}” has more than {1} attributes",
               "请检查文件是否损坏。", "Check whether the file is damaged.");
ANJUAN_MESSAGE(limit_elements, "AJ0124", error, "文件里的元素超过 {0} 个", "the file has more than {0} elements",
               "请拆分文件。", "Split the file.");
ANJUAN_MESSAGE(not_xml, "AJ0125", error, "文件里没有 XML 元素", "the file has no XML element",
               "请检查是否选错了文件。", "Check whether this is the right file.");
ANJUAN_MESSAGE(reader_refused, "AJ0126", error, "XML 读取失败：{0}", "the XML could not be read: {0}",
               "请检查这一行附近的写法。", "Check the file around this line.");
ANJUAN_MESSAGE(bad_instruction, "AJ0127", error, "处理指令写得不对：“{0}”", "the processing instruction is malformed: “{0}”",
               "处理指令写成 <?名称 内容?>；不需要的，请整段删除。", "Write <?name content?>, or delete it.");
ANJUAN_MESSAGE(section_end_in_text, "AJ0128", error, "文字里不能直接写“]]>”", "“]]>” may not be written as it is in text",
               "请写成 ]]&gt;。", "Write ]]&gt;.");
ANJUAN_MESSAGE(bad_declaration, "AJ0129", error, "文件首行的 XML 声明写得不对：“{0}”", "the XML declaration in the first line is malformed: “{0}”",
               "请改成 <?xml version=\"1.0\" encoding=\"UTF-8\"?>。", "Write <?xml version=\"1.0\" encoding=\"UTF-8\"?>.");
ANJUAN_MESSAGE(mixed_encoding, "AJ0130", error, "文件是 UTF-8 编码，但从这里起有不属于 UTF-8 的字节", "the file is UTF-8, but from here on there are bytes that are not",
               "常见于把 GBK 文件里的一段拼接进来，或者文件没有存完；请重新输入这一处的文字，以 UTF-8 保存。", "Often a piece of a GBK file was joined in, or saving stopped half way: type the words here again and save as UTF-8.");
ANJUAN_MESSAGE(limit_value, "AJ0131", error, "属性“{0}”的值超过 {1} 字节", "the value of attribute “{0}” has more than {1} bytes",
               "请缩短；大段内容写在元素里面。", "Shorten it; put long content inside an element.");
ANJUAN_MESSAGE(limit_all_attributes, "AJ0132", error, "文件里的属性超过 {0} 个", "the file has more than {0} attributes",
               "请拆分文件。", "Split the file.");
ANJUAN_MESSAGE(bad_prefixed_name, "AJ0133", error, "名称“{0}”里的冒号用得不对", "the colon in the name “{0}” is misplaced",
               "名称最多有一个冒号，写成 前缀:名称，前后都不能空。", "A name has one colon at most, as in prefix:name, with neither part empty.");
ANJUAN_MESSAGE(bad_namespace, "AJ0134", error, "命名空间声明“{0}=\"{1}\"”不成立", "the namespace declaration {0}=\"{1}\" is not valid",
               "带前缀的声明要写上地址；前缀 xml、xmlns 及其地址由标准规定，不能另作他用。", "A declaration with a prefix needs an address; the prefixes xml and xmlns and their addresses are fixed by the standard.");

ANJUAN_MESSAGE(entity_without_semicolon, "AJ0135", error, "“&{0}”后面少了分号", "the semicolon after “&{0}” is missing",
               "请写成 &{0};。条件里的“<”也可以写“小于”，“&&”可以写“并且”。", "Write &{0};. In conditions 小于 stands for <, 并且 for &&.");

ANJUAN_MESSAGE(missing_quote, "AJ0157", error, "属性“{0}”的值没有结束的引号", "the value of attribute “{0}” has no closing quote",
               "请补上引号，例如 {1}。", "Add the quote, as in {1}.");
ANJUAN_MESSAGE(unfinished_tag, "AJ0158", error, "标记“{0}”没有写完，就开始了另一个标记", "the tag “{0}” is not finished where another one begins",
               "请补上“/>”；里面还有内容的，补上“>”。", "Add “/>”, or “>” if content follows.");
ANJUAN_MESSAGE(not_text, "AJ0159", error, "文件不是文本，是{0}", "the file is no text but {0}",
               "请选定义文件（.xml、.scxml）；Word、PDF 里的文字要先写成这样的文件。", "Choose a definition file (.xml, .scxml); what stands in Word or PDF has to be written as one first.");
ANJUAN_MESSAGE(undeclared_usual_prefix, "AJ0160", error, "前缀“{0}”没有声明", "the prefix “{0}” is not declared",
               "请在最外层元素上加 xmlns:{0}=\"{1}\"，一字不差。", "Add xmlns:{0}=\"{1}\" to the outermost element, to the letter.");

// What an outline finds.
ANJUAN_MESSAGE(wrong_root, "AJ0140", error, "最外层元素是“{0}”，应为“{1}”", "the outermost element is “{0}”; “{1}” is expected",
               "请检查文件种类和 xmlns 是否正确。", "Check the kind of file and its xmlns.");
ANJUAN_MESSAGE(unknown_element, "AJ0141", error, "“{1}”里不能有元素“{0}”", "element “{0}” may not stand inside “{1}”",
               "这里可以有：{2}。", "Allowed here: {2}.");
ANJUAN_MESSAGE(unknown_element_near, "AJ0142", error, "“{1}”里不能有元素“{0}”", "element “{0}” may not stand inside “{1}”",
               "是否想写“{3}”？这里可以有：{2}。", "Did you mean “{3}”? Allowed here: {2}.");
ANJUAN_MESSAGE(unknown_attribute, "AJ0143", error, "元素“{1}”没有属性“{0}”", "element “{1}” has no attribute “{0}”",
               "可用的属性：{2}。", "Its attributes are: {2}.");
ANJUAN_MESSAGE(unknown_attribute_near, "AJ0144", error, "元素“{1}”没有属性“{0}”", "element “{1}” has no attribute “{0}”",
               "是否想写“{3}”？可用的属性：{2}。", "Did you mean “{3}”? Its attributes are: {2}.");
ANJUAN_MESSAGE(attribute_given_rightly, "AJ0168", error, "元素“{1}”没有属性“{0}”", "element “{1}” has no attribute “{0}”",
               "最接近的“{2}”这里已经写了：请删去这一处，要紧的内容并进“{2}”。", "The nearest, “{2}”, stands here already: remove this one, and put what matters into “{2}”.");
ANJUAN_MESSAGE(missing_attribute, "AJ0145", error, "元素“{0}”缺少必需的属性“{1}”", "element “{0}” lacks the required attribute “{1}”",
               "请补上 {1}=\"…\"：{2}", "Add {1}=\"…\": {2}");
ANJUAN_MESSAGE(bad_value, "AJ0146", error, "属性“{0}”的值是“{1}”，应为{2}", "attribute “{0}” is “{1}”; it should be {2}",
               "“{0}”在这里写：{3}。请改成这样的值。", "“{0}” says: {3}. Change it to such a value.");
ANJUAN_MESSAGE(bad_value_near, "AJ0161", error, "属性“{0}”的值是“{1}”，应为{2}", "attribute “{0}” is “{1}”; it should be {2}",
               "是否想写“{3}”？", "Did you mean “{3}”?");
ANJUAN_MESSAGE(bad_choice_near, "AJ0162", error, "属性“{0}”的值“{1}”不在可选范围内", "“{1}” is not a choice for attribute “{0}”",
               "是否想写“{3}”？可以写：{2}。", "Did you mean “{3}”? Choices: {2}.");
ANJUAN_MESSAGE(invisible_character, "AJ0163", error, "属性“{0}”的值里有看不见的字符（{1}）", "attribute “{0}” holds a character that cannot be seen ({1})",
               "请删去整个值，重新输入；常见于从网页、聊天软件复制。", "Delete the whole value and type it again; it often comes with text copied from web pages or chats.");
ANJUAN_MESSAGE(no_break_space, "AJ0164", error, "这里是不间断空格，应当是普通的空格", "a no-break space stands where a plain space is needed",
               "请删去它，用空格键重新输入；常见于从网页、Word 复制。", "Delete it and press the space bar; it often comes with text copied from web pages or Word.");
ANJUAN_MESSAGE(bad_choice, "AJ0147", error, "属性“{0}”的值“{1}”不在可选范围内", "“{1}” is not a choice for attribute “{0}”",
               "可以写：{2}。", "Choices: {2}.");
ANJUAN_MESSAGE(too_few_children, "AJ0148", error, "元素“{0}”里缺少“{1}”", "element “{0}” lacks “{1}”",
               "请补上 <{1}>。", "Add <{1}>.");
ANJUAN_MESSAGE(too_many_children, "AJ0149", error, "元素“{0}”里的“{1}”有 {2} 个，最多 {3} 个", "element “{0}” has {2} of “{1}”; at most {3} may stand there",
               "请删除多余的，从这一个起。", "Delete the others, from this one on.");
ANJUAN_MESSAGE(text_not_allowed, "AJ0150", error, "元素“{0}”里不能直接写文字“{1}”", "element “{0}” may not hold text: “{1}”",
               "请删除，或者放进相应的元素里；说明请写成 <!-- 注释 -->。", "Delete it or put it into the right element; write remarks as <!-- comments -->.");
ANJUAN_MESSAGE(misplaced_element, "AJ0152", error, "元素“{0}”不能放在“{1}”里", "element “{0}” may not stand inside “{1}”",
               "“{0}”可以放在：{2}。“{1}”里可以有：{3}。", "“{0}” may stand in: {2}. Allowed in “{1}”: {3}.");
ANJUAN_MESSAGE(root_without_namespace, "AJ0153", error, "最外层元素“{0}”{1}", "the outermost element “{0}” {1}",
               "请写成 <{0} xmlns=\"{2}\" …>，一字不差。", "Write <{0} xmlns=\"{2}\" …>, to the letter.");
ANJUAN_MESSAGE(namespace_near, "AJ0154", error, "不认识命名空间“{0}”", "the namespace “{0}” is not known",
               "是否想写“{1}”？请改正 xmlns。", "Did you mean “{1}”? Correct the xmlns.");
ANJUAN_MESSAGE(misplaced_attribute, "AJ0155", error, "元素“{1}”没有属性“{0}”", "element “{1}” has no attribute “{0}”",
               "“{0}”用在：{3}。“{1}”可用的属性：{2}。", "“{0}” belongs to: {3}. The attributes of “{1}” are: {2}.");
ANJUAN_MESSAGE(empty_value, "AJ0156", error, "属性“{0}”是空的，应为{1}", "attribute “{0}” is empty; it should be {1}",
               "请填上；不需要的，请删除这个属性。", "Fill it in, or remove the attribute.");
ANJUAN_MESSAGE(duration_in_words, "AJ0136", error, "属性“{0}”的值“{1}”不是时长", "attribute “{0}” is “{1}”, which is no duration",
               "时长以秒计，例如 1.5s；“{1}”要写成 {2}。按天计算的办案期限请用 aj:time-limit。",
               "Durations are in seconds, such as 1.5s: “{1}” is written {2}. Time limits in days are aj:time-limit.");
ANJUAN_MESSAGE(no_duration, "AJ0167", error, "属性“{0}”的值“{1}”不是时长", "attribute “{0}” is “{1}”, which is no duration",
               "时长以秒计，写成 5s、1.5s 的样子。按天计算的办案期限请用 aj:time-limit。",
               "Durations are in seconds: write them like 5s or 1.5s. Time limits in days are aj:time-limit.");
ANJUAN_MESSAGE(unknown_namespace, "AJ0151", error, "元素“{0}”的命名空间“{1}”不是本系统使用的", "the namespace “{1}” of element “{0}” is not one used here",
               "请检查 xmlns，应为：{2}。", "Check xmlns; expected: {2}.");

}  // namespace anjuan::xml
