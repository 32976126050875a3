// Broken XML files as legal staff make them: each gives one message with line and column, what is
// wrong and what to do, compared whole in both languages.

#include <gtest/gtest.h>

#include "base/text.h"
#include "xml/document.h"
#include "xml/messages.h"
#include "xml/preflight.h"

namespace anjuan::xml {
namespace {

std::string told_of_file(std::string_view bytes, Language language) {
  const auto root = parse(bytes, "案件.xml");
  if (root.ok()) return "";
  std::string out;
  for (const Diagnostic& d : root.diagnostics())
    out += render(d, language, find_invalid_utf8(bytes) ? "" : bytes);
  return out;
}

/// One bad file and all that is said about it.
struct BadFile {
  const char* name;
  std::string bytes, zh, en;
};
void PrintTo(const BadFile& file, std::ostream* out) { *out << file.name; }

class BadXml : public testing::TestWithParam<BadFile> {};

TEST_P(BadXml, IsExplainedInChinese) { EXPECT_EQ(told_of_file(GetParam().bytes, Language::chinese), GetParam().zh); }
TEST_P(BadXml, IsExplainedInEnglish) { EXPECT_EQ(told_of_file(GetParam().bytes, Language::english), GetParam().en); }

const BadFile tags[] = {
    {"UnclosedTag", "<scxml>\n  <state id=\"甲\">\n</scxml>\n",
     "案件.xml:3:1: 错误 AJ0109  这里结束的是“scxml”，但还开着的是第 2 行的“state”\n"
     "    3 | </scxml>\n"
     "      | ^\n"
     "   提示  请先写 </state>，或者检查名称是否写错。\n",
     "案件.xml:3:1: error AJ0109  “scxml” is closed here, but “state” of line 2 is still open\n"
     "    3 | </scxml>\n"
     "      | ^\n"
     "   hint   Write </state> first, or check the spelling.\n"},
    {"UnclosedRoot", "<scxml>\n  <state id=\"甲\"/>\n",
     "案件.xml:1:1: 错误 AJ0108  元素“scxml”（第 1 行开始）没有结束标记\n"
     "    1 | <scxml>\n"
     "      | ^\n"
     "   提示  请在它的内容之后补上 </scxml>。\n",
     "案件.xml:1:1: error AJ0108  element “scxml” (opened in line 1) is never closed\n"
     "    1 | <scxml>\n"
     "      | ^\n"
     "   hint   Add </scxml> after its content.\n"},
    {"MisspeltEndTag", "<scxml>\n  <state id=\"甲\">\n  </stat>\n</scxml>\n",
     "案件.xml:3:3: 错误 AJ0165  这里结束的是“stat”，第 2 行开始的却是“state”，两处名称不一样\n"
     "    3 |   </stat>\n"
     "      |   ^\n"
     "   提示  请把写错的一处改正：开始写 <state>，结束就写 </state>。\n",
     "案件.xml:3:3: error AJ0165  “stat” is closed here, but what was opened in line 2 is “state”\n"
     "    3 |   </stat>\n"
     "      |   ^\n"
     "   hint   Correct the one that is misspelt: what begins with <state> ends with </state>.\n"},
    {"ExtraEndTag", "<scxml>\n  <state id=\"甲\"/>\n  </state>\n</scxml>\n",
     "案件.xml:3:3: 错误 AJ0166  结束标记“state”没有对应的开始标记；这里还开着的是第 1 行的“scxml”\n"
     "    3 |   </state>\n"
     "      |   ^\n"
     "   提示  多出来的，请删除；要结束的是“scxml”的，请改成 </scxml>。\n",
     "案件.xml:3:3: error AJ0166  the end tag “state” has no start tag; what is still open here is “scxml” of line 1\n"
     "    3 |   </state>\n"
     "      |   ^\n"
     "   hint   Delete it; if “scxml” was meant to end here, write </scxml>.\n"},
    {"StrayEndTag", "<a/></b>",
     "案件.xml:1:5: 错误 AJ0110  结束标记“b”没有对应的开始标记\n"
     "    1 | <a/></b>\n"
     "      |     ^\n"
     "   提示  请删除它，或者补上开始标记 <b>。\n",
     "案件.xml:1:5: error AJ0110  the end tag “b” has no start tag\n"
     "    1 | <a/></b>\n"
     "      |     ^\n"
     "   hint   Delete it, or add the start tag <b>.\n"},
    {"TwoRoots", "<a/>\n<b/>",
     "案件.xml:2:1: 错误 AJ0111  文件有两个最外层元素，第二个是“b”\n"
     "    2 | <b/>\n"
     "      | ^\n"
     "   提示  一个文件只能有一个最外层元素，请把第二个移到第一个里面或另存一个文件。\n",
     "案件.xml:2:1: error AJ0111  the file has two outermost elements; the second is “b”\n"
     "    2 | <b/>\n"
     "      | ^\n"
     "   hint   A file may have one only: move the second inside the first, or into a file of its own.\n"},
    {"TextOutside", "<a/>\n  备注",
     "案件.xml:2:3: 错误 AJ0112  最外层元素之外有文字“备注”\n"
     "    2 |   备注\n"
     "      |   ^\n"
     "   提示  请删除这段文字；说明请写成 <!-- 注释 -->。\n",
     "案件.xml:2:3: error AJ0112  there is text outside the outermost element: “备注”\n"
     "    2 |   备注\n"
     "      |   ^\n"
     "   hint   Delete it; write remarks as <!-- comments -->.\n"},
    {"MissingQuote", "<a id=甲/>",
     "案件.xml:1:7: 错误 AJ0117  标记写得不完整：在“甲/>”处应为引号\n"
     "    1 | <a id=甲/>\n"
     "      |       ^\n"
     "   提示  请检查尖括号、引号和等号是否成对。\n",
     "案件.xml:1:7: error AJ0117  the tag is malformed: at “甲/>” there should be a quote\n"
     "    1 | <a id=甲/>\n"
     "      |       ^\n"
     "   hint   Check that brackets, quotes and equals signs are complete.\n"},
    {"TagCutShort", "<a id=\"甲\"",
     "案件.xml:1:10: 错误 AJ0117  标记写得不完整：在“文件末尾”处应为“>”\n"
     "    1 | <a id=\"甲\"\n"
     "      |           ^\n"
     "   提示  请检查尖括号、引号和等号是否成对。\n",
     "案件.xml:1:10: error AJ0117  the tag is malformed: at “the end of the file” there should be “>”\n"
     "    1 | <a id=\"甲\"\n"
     "      |           ^\n"
     "   hint   Check that brackets, quotes and equals signs are complete.\n"},
    {"DuplicateAttribute", "<a id=\"甲\" id=\"乙\"/>",
     "案件.xml:1:11: 错误 AJ0118  属性“id”写了两次\n"
     "    1 | <a id=\"甲\" id=\"乙\"/>\n"
     "      |            ^\n"
     "   提示  请删除其中一个。\n",
     "案件.xml:1:11: error AJ0118  attribute “id” stands twice\n"
     "    1 | <a id=\"甲\" id=\"乙\"/>\n"
     "      |            ^\n"
     "   hint   Delete one of them.\n"},
    {"UndeclaredPrefixOnceForEachPrefix", "<a>\n <aj:role aj:x=\"1\"/><aj:role/>\n</a>",
     "案件.xml:2:11: 错误 AJ0119  前缀“aj”没有声明\n"
     "    2 |  <aj:role aj:x=\"1\"/><aj:role/>\n"
     "      |           ^\n"
     "   提示  请在最外层元素上加 xmlns:aj=\"…\"，或者去掉前缀。\n",
     "案件.xml:2:11: error AJ0119  the prefix “aj” is not declared\n"
     "    2 |  <aj:role aj:x=\"1\"/><aj:role/>\n"
     "      |           ^\n"
     "   hint   Add xmlns:aj=\"…\" to the outermost element, or drop the prefix.\n"},
};
INSTANTIATE_TEST_SUITE_P(Tags, BadXml, testing::ValuesIn(tags),
                         [](const auto& info) { return info.param.name; });

const BadFile characters[] = {
    {"RawAmpersand", "<a>甲 & 乙</a>",
     "案件.xml:1:6: 错误 AJ0113  “&”不能直接写\n"
     "    1 | <a>甲 & 乙</a>\n"
     "      |       ^\n"
     "   提示  请写成 &amp;；条件里的“并且”可写“并且”或 &amp;&amp;。\n",
     "案件.xml:1:6: error AJ0113  “&” may not be written as it is\n"
     "    1 | <a>甲 & 乙</a>\n"
     "      |       ^\n"
     "   hint   Write &amp;; in conditions write 并且 or &amp;&amp;.\n"},
    {"UnknownEntity", "<a>&nbsp;</a>",
     "案件.xml:1:4: 错误 AJ0114  不认识“&nbsp;”\n"
     "    1 | <a>&nbsp;</a>\n"
     "      |    ^\n"
     "   提示  只能用 &amp; &lt; &gt; &quot; &apos; 和有效的字符编号。\n",
     "案件.xml:1:4: error AJ0114  “&nbsp;” is not known\n"
     "    1 | <a>&nbsp;</a>\n"
     "      |    ^\n"
     "   hint   Only &amp; &lt; &gt; &quot; &apos; and valid character numbers may be used.\n"},
    {"RawLessThan", "<a cond=\"次数 < 2\"/>",
     "案件.xml:1:13: 错误 AJ0115  属性值里不能直接写“<”\n"
     "    1 | <a cond=\"次数 < 2\"/>\n"
     "      |               ^\n"
     "   提示  请写成 &lt;；条件里也可以写“小于”。\n",
     "案件.xml:1:13: error AJ0115  “<” may not be written as it is inside an attribute\n"
     "    1 | <a cond=\"次数 < 2\"/>\n"
     "      |               ^\n"
     "   hint   Write &lt;; in conditions 小于 works too.\n"},
    {"FullWidthBracket", "<a>\n＜state/>\n</a>",
     "案件.xml:2:1: 错误 AJ0116  这里用了全角符号“＜”，应当用半角“<”\n"
     "    2 | ＜state/>\n"
     "      | ^\n"
     "   提示  请切换到英文输入法重新输入这个符号。\n",
     "案件.xml:2:1: error AJ0116  a full-width “＜” stands where “<” is needed\n"
     "    2 | ＜state/>\n"
     "      | ^\n"
     "   hint   Type the character again with the input method off.\n"},
    {"FullWidthSpaceInATag", "<a\u3000id=\"甲\"/>",
     "案件.xml:1:3: 错误 AJ0116  这里用了全角符号“空格”，应当用半角“空格”\n"
     "    1 | <a\u3000id=\"甲\"/>\n"
     "      |   ^\n"
     "   提示  请切换到英文输入法重新输入这个符号。\n",
     "案件.xml:1:3: error AJ0116  a full-width “space” stands where “space” is needed\n"
     "    1 | <a\u3000id=\"甲\"/>\n"
     "      |   ^\n"
     "   hint   Type the character again with the input method off.\n"},
    {"FullWidthClosingQuote", "<a id=\"甲” label=\"乙\"/>",
     "案件.xml:1:9: 错误 AJ0116  这里用了全角符号“””，应当用半角“\"”\n"
     "    1 | <a id=\"甲” label=\"乙\"/>\n"
     "      |          ^\n"
     "   提示  请切换到英文输入法重新输入这个符号。\n",
     "案件.xml:1:9: error AJ0116  a full-width “”” stands where “\"” is needed\n"
     "    1 | <a id=\"甲” label=\"乙\"/>\n"
     "      |          ^\n"
     "   hint   Type the character again with the input method off.\n"},
    {"ControlCharacter", "<a>x\x01y</a>",
     "案件.xml:1:5: 错误 AJ0105  这里有一个不允许的控制字符（编号 1）\n"
     "    1 | <a>x\ufffdy</a>\n"
     "      |     ^\n"
     "   提示  请删除它；常见于从其他软件复制文字。\n",
     "案件.xml:1:5: error AJ0105  a control character (number 1) is not allowed here\n"
     "    1 | <a>x\ufffdy</a>\n"
     "      |     ^\n"
     "   hint   Delete it; it often comes with text copied from other programs.\n"},
};
INSTANTIATE_TEST_SUITE_P(Characters, BadXml, testing::ValuesIn(characters),
                         [](const auto& info) { return info.param.name; });

const BadFile sections[] = {
    {"DoctypeDeclaration",
     "<?xml version=\"1.0\"?>\n<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>\n<a>&b;</a>",
     "案件.xml:2:1: 错误 AJ0106  文件里有 DOCTYPE 声明，出于安全不予读取\n"
     "    2 | <!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>\n"
     "      | ^\n"
     "   提示  请删除 <!DOCTYPE …> 一段。\n",
     "案件.xml:2:1: error AJ0106  the file has a DOCTYPE declaration, which is not read for safety\n"
     "    2 | <!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>\n"
     "      | ^\n"
     "   hint   Delete the <!DOCTYPE …> part.\n"},
    {"LateDeclaration", "\n<?xml version=\"1.0\"?><a/>",
     "案件.xml:2:1: 错误 AJ0107  XML 声明必须在文件最前面\n"
     "    2 | <?xml version=\"1.0\"?><a/>\n"
     "      | ^\n"
     "   提示  请删除它前面的空行或空格。\n",
     "案件.xml:2:1: error AJ0107  the XML declaration must stand first in the file\n"
     "    2 | <?xml version=\"1.0\"?><a/>\n"
     "      | ^\n"
     "   hint   Delete the blank lines or spaces before it.\n"},
    {"BrokenInstruction", "<a><? php 1?></a>",
     "案件.xml:1:4: 错误 AJ0127  处理指令写得不对：“<? php 1?></”\n"
     "    1 | <a><? php 1?></a>\n"
     "      |    ^\n"
     "   提示  处理指令写成 <?名称 内容?>；不需要的，请整段删除。\n",
     "案件.xml:1:4: error AJ0127  the processing instruction is malformed: “<? php 1?></”\n"
     "    1 | <a><? php 1?></a>\n"
     "      |    ^\n"
     "   hint   Write <?name content?>, or delete it.\n"},
    {"SectionEndInText", "<a>甲 ]]> 乙</a>",
     "案件.xml:1:6: 错误 AJ0128  文字里不能直接写“]]>”\n"
     "    1 | <a>甲 ]]> 乙</a>\n"
     "      |       ^\n"
     "   提示  请写成 ]]&gt;。\n",
     "案件.xml:1:6: error AJ0128  “]]>” may not be written as it is in text\n"
     "    1 | <a>甲 ]]> 乙</a>\n"
     "      |       ^\n"
     "   hint   Write ]]&gt;.\n"},
    {"BrokenDeclaration", "<?xml encoding=\"UTF-8\"?>\n<a/>",
     "案件.xml:1:1: 错误 AJ0129  文件首行的 XML 声明写得不对：“<?xml encoding=\"UTF-8\"?>”\n"
     "    1 | <?xml encoding=\"UTF-8\"?>\n"
     "      | ^\n"
     "   提示  请改成 <?xml version=\"1.0\" encoding=\"UTF-8\"?>。\n",
     "案件.xml:1:1: error AJ0129  the XML declaration in the first line is malformed: “<?xml "
     "encoding=\"UTF-8\"?>”\n"
     "    1 | <?xml encoding=\"UTF-8\"?>\n"
     "      | ^\n"
     "   hint   Write <?xml version=\"1.0\" encoding=\"UTF-8\"?>.\n"},
    {"TwoColonsInAName", "<a:b:c xmlns:a=\"urn:a\"/>",
     "案件.xml:1:1: 错误 AJ0133  名称“a:b:c”里的冒号用得不对\n"
     "    1 | <a:b:c xmlns:a=\"urn:a\"/>\n"
     "      | ^\n"
     "   提示  名称最多有一个冒号，写成 前缀:名称，前后都不能空。\n",
     "案件.xml:1:1: error AJ0133  the colon in the name “a:b:c” is misplaced\n"
     "    1 | <a:b:c xmlns:a=\"urn:a\"/>\n"
     "      | ^\n"
     "   hint   A name has one colon at most, as in prefix:name, with neither part empty.\n"},
    {"PrefixWithoutAddress", "<a xmlns:aj=\"\"/>",
     "案件.xml:1:4: 错误 AJ0134  命名空间声明“xmlns:aj=\"\"”不成立\n"
     "    1 | <a xmlns:aj=\"\"/>\n"
     "      |    ^\n"
     "   提示  带前缀的声明要写上地址；前缀 xml、xmlns 及其地址由标准规定，不能另作他用。\n",
     "案件.xml:1:4: error AJ0134  the namespace declaration xmlns:aj=\"\" is not valid\n"
     "    1 | <a xmlns:aj=\"\"/>\n"
     "      |    ^\n"
     "   hint   A declaration with a prefix needs an address; the prefixes xml and xmlns and their addresses "
     "are fixed by the standard.\n"},
    {"SameAttributeByTwoPrefixes", "<a xmlns:x=\"u\" xmlns:y=\"u\" x:b=\"1\" y:b=\"2\"/>",
     "案件.xml:1:36: 错误 AJ0118  属性“y:b”写了两次\n"
     "    1 | <a xmlns:x=\"u\" xmlns:y=\"u\" x:b=\"1\" y:b=\"2\"/>\n"
     "      |                                    ^\n"
     "   提示  请删除其中一个。\n",
     "案件.xml:1:36: error AJ0118  attribute “y:b” stands twice\n"
     "    1 | <a xmlns:x=\"u\" xmlns:y=\"u\" x:b=\"1\" y:b=\"2\"/>\n"
     "      |                                    ^\n"
     "   hint   Delete one of them.\n"},
    {"HyphensInComment", "<a>\n <!-- 一 -- 二 -->\n</a>",
     "案件.xml:2:9: 错误 AJ0120  注释里不能有“--”\n"
     "    2 |  <!-- 一 -- 二 -->\n"
     "      |          ^\n"
     "   提示  注释写成 <!-- 文字 -->，中间不能有两个连续的减号。\n",
     "案件.xml:2:9: error AJ0120  a comment may not have “--” inside\n"
     "    2 |  <!-- 一 -- 二 -->\n"
     "      |          ^\n"
     "   hint   Write <!-- text -->, without two hyphens in a row inside.\n"},
    {"UnclosedComment", "<a>\n <!-- 一\n</a>",
     "案件.xml:2:2: 错误 AJ0121  “<!--”没有结束\n"
     "    2 |  <!-- 一\n"
     "      |  ^\n"
     "   提示  请补上“-->”。\n",
     "案件.xml:2:2: error AJ0121  “<!--” is not ended\n"
     "    2 |  <!-- 一\n"
     "      |  ^\n"
     "   hint   Add “-->”.\n"},
    {"TextOnly", "受理：五日内办结。",
     "案件.xml: 错误 AJ0125  文件里没有 XML 元素\n   提示  请检查是否选错了文件。\n",
     "案件.xml: error AJ0125  the file has no XML element\n   hint   Check whether this is the right "
     "file.\n"},
    {"WordDocument", "PK\x03\x04\x14",
     "案件.xml: 错误 AJ0159  文件不是文本，是压缩文件（.docx、.xlsx 也是）\n"
     "   提示  请选定义文件（.xml、.scxml）；Word、PDF 里的文字要先写成这样的文件。\n",
     "案件.xml: error AJ0159  the file is no text but a ZIP archive, as .docx and .xlsx are\n"
     "   hint   Choose a definition file (.xml, .scxml); what stands in Word or PDF has to be written as one first.\n"},
    {"UnclosedCdata", "<a><![CDATA[ x </a>",
     "案件.xml:1:4: 错误 AJ0121  “<![CDATA[”没有结束\n"
     "    1 | <a><![CDATA[ x </a>\n"
     "      |    ^\n"
     "   提示  请补上“]]>”。\n",
     "案件.xml:1:4: error AJ0121  “<![CDATA[” is not ended\n"
     "    1 | <a><![CDATA[ x </a>\n"
     "      |    ^\n"
     "   hint   Add “]]>”.\n"},
    {"NoElement", "<!-- 只有注释 -->",
     "案件.xml: 错误 AJ0125  文件里没有 XML 元素\n   提示  请检查是否选错了文件。\n",
     "案件.xml: error AJ0125  the file has no XML element\n   hint   Check whether this is the right "
     "file.\n"},
    {"EmptyFile", " \n\t",
     "案件.xml: 错误 AJ0101  文件是空的\n   提示  请检查是否选错了文件，或者保存时内容丢失。\n",
     "案件.xml: error AJ0101  the file is empty\n   hint   Check whether this is the right file, or whether "
     "saving lost its content.\n"},
};
INSTANTIATE_TEST_SUITE_P(Sections, BadXml, testing::ValuesIn(sections),
                         [](const auto& info) { return info.param.name; });

const BadFile encodings[] = {
    {"GbkBytes", "<a>\n \xc2\xc9\xca\xa6</a>",
     "案件.xml:2:2: 错误 AJ0103  文件不是 UTF-8 编码，看起来是 GBK（GB18030）\n"
     "   提示  请用编辑器打开，“另存为”时编码选 UTF-8，再检查一次。\n",
     "案件.xml:2:2: error AJ0103  the file is not UTF-8; it looks like GBK (GB18030)\n"
     "   hint   Open it in your editor, save it again with the encoding UTF-8, and check once more.\n"},
    {"BrokenBytes", "<a>\xff\xff</a>",
     "案件.xml:1:4: 错误 AJ0103  文件不是 UTF-8 编码，看起来是 其他编码或已损坏\n"
     "   提示  请用编辑器打开，“另存为”时编码选 UTF-8，再检查一次。\n",
     "案件.xml:1:4: error AJ0103  the file is not UTF-8; it looks like another encoding, or damaged\n"
     "   hint   Open it in your editor, save it again with the encoding UTF-8, and check once more.\n"},
    {"GbkPieceInUtf8", "<a>检查通知书已经送达\n当事人 \xc2\xc9\xca\xa6</a>",
     "案件.xml:2:5: 错误 AJ0130  文件是 UTF-8 编码，但从这里起有不属于 UTF-8 的字节\n"
     "   提示  常见于把 GBK 文件里的一段拼接进来，或者文件没有存完；请重新输入这一处的文字，以 UTF-8 保存。\n",
     "案件.xml:2:5: error AJ0130  the file is UTF-8, but from here on there are bytes that are not\n"
     "   hint   Often a piece of a GBK file was joined in, or saving stopped half way: type the words here "
     "again and save as UTF-8.\n"},
    {"Utf16WithMark", std::string("\xff\xfe<\0a\0/\0>\0", 10),
     "案件.xml: 错误 AJ0103  文件不是 UTF-8 编码，看起来是 UTF-16\n"
     "   提示  请用编辑器打开，“另存为”时编码选 UTF-8，再检查一次。\n",
     "案件.xml: error AJ0103  the file is not UTF-8; it looks like UTF-16\n"
     "   hint   Open it in your editor, save it again with the encoding UTF-8, and check once more.\n"},
    {"Utf16WithoutMark", std::string("\0<\0a\0/\0>", 8),
     "案件.xml: 错误 AJ0103  文件不是 UTF-8 编码，看起来是 UTF-16\n"
     "   提示  请用编辑器打开，“另存为”时编码选 UTF-8，再检查一次。\n",
     "案件.xml: error AJ0103  the file is not UTF-8; it looks like UTF-16\n"
     "   hint   Open it in your editor, save it again with the encoding UTF-8, and check once more.\n"},
    {"DeclaredGbk", "<?xml version=\"1.0\" encoding=\"GBK\"?>\n<a/>",
     "案件.xml:1: 错误 AJ0104  文件首行声明编码为“gbk”，本系统只接受 UTF-8\n"
     "    1 | <?xml version=\"1.0\" encoding=\"GBK\"?>\n"
     "   提示  请把首行改为 encoding=\"UTF-8\"，并以 UTF-8 保存文件。\n",
     "案件.xml:1: error AJ0104  the first line declares the encoding “gbk”; only UTF-8 is accepted\n"
     "    1 | <?xml version=\"1.0\" encoding=\"GBK\"?>\n"
     "   hint   Change the first line to encoding=\"UTF-8\" and save the file as UTF-8.\n"},
};
INSTANTIATE_TEST_SUITE_P(Encodings, BadXml, testing::ValuesIn(encodings),
                         [](const auto& info) { return info.param.name; });

/// The code of the first diagnostic with its place, "" where the file is read.
std::string code_at(std::string_view bytes) {
  const auto root = parse(bytes, "f");
  if (root.ok()) return "";
  const Diagnostic& d = root.diagnostics()[0];
  return std::string(d.row->code) + " " + std::to_string(d.place.line) + ":" + std::to_string(d.place.column);
}

TEST(Parse, NamesEveryFullWidthMarkThatStandsInATag) {
  EXPECT_EQ(code_at("＜a/>"), "AJ0116 1:1");
  EXPECT_EQ(code_at("<a＞</a>"), "AJ0116 1:3");
  EXPECT_EQ(code_at("<a id＝\"x\"/>"), "AJ0116 1:6");
  EXPECT_EQ(code_at("<a id=“x”/>"), "AJ0116 1:7");
  EXPECT_EQ(code_at("<a id=‘x’/>"), "AJ0116 1:7");
  EXPECT_EQ(code_at("<a id=\"x”/>"), "AJ0116 1:9");
  EXPECT_EQ(code_at("<a id=\"x”><b y=\"1\"/></a>"), "AJ0116 1:9");
  EXPECT_EQ(code_at("<a></a＞"), "AJ0116 1:7");
  EXPECT_EQ(code_at("<a>＜/a>"), "AJ0116 1:4");
  EXPECT_EQ(code_at("<a>＜!-- x --></a>"), "AJ0116 1:4");
  EXPECT_EQ(code_at("<a／>"), "AJ0116 1:3");
  EXPECT_EQ(code_at("<aj：role/>"), "AJ0116 1:4");
  EXPECT_EQ(code_at("<！-- x -->"), "AJ0116 1:2");
  EXPECT_EQ(code_at("<a>&lt；</a>"), "AJ0116 1:4");
}

/// The codes and places of all that is told.
std::string codes_told(std::string_view bytes) {
  const auto root = parse(bytes, "f");
  std::string out;
  if (root.ok()) return out;
  for (const Diagnostic& d : root.diagnostics())
    out += std::string(d.row->code) + "@" + std::to_string(d.place.line) + ":" + std::to_string(d.place.column) + " ";
  return out;
}

TEST(Parse, TellsAllFullWidthMarksAndWhatElseIsThereInOneRun) {
  EXPECT_EQ(codes_told("<a>＜b id=“x”/＞</a>"), "AJ0116@1:4 AJ0116@1:10 AJ0116@1:12 AJ0116@1:14 ");
  EXPECT_EQ(codes_told("<a>\n＜b/>\n<c d=\"&\"/></a＞"), "AJ0116@2:1 AJ0113@3:7 AJ0116@3:14 ");
  // A bracket that begins no tag is told alone: what follows only from reading it as one is not.
  EXPECT_EQ(codes_told("<a>若 ＜b 则</a>"), "AJ0116@1:6 ");
  EXPECT_EQ(codes_told("<a>＜b>"), "AJ0116@1:4 ");
}

TEST(Parse, ReadsWhatWasMeant) {
  Diagnostics slips;
  const auto root = parse_as_meant("<a>＜b id=“x”/＞</a>", "f", slips);
  ASSERT_TRUE(root.ok());
  EXPECT_EQ(slips.size(), 4U);
  EXPECT_EQ(root->child("b")->get("id"), "x");
  EXPECT_EQ(root->child("b")->place_of("id").column, 11);
}

TEST(Parse, LeavesFullWidthMarksInTextAlone) {
  EXPECT_EQ(code_at("<a title=\"“双随机”＜试行＞\">甲＜乙：“丙”！＜ 丁\u3000</a>"), "");
}

TEST(Parse, RefusesCharacterNumbersThatAreNoCharacters) {
  for (const char* bad :
       {"&#0;", "&#x1f;", "&#xD800;", "&#x110000;", "&#xFFFE;", "&#;", "&#x;", "&#12a;", "&#999999999;"}) {
    EXPECT_EQ(code_at(std::string("<a>") + bad + "</a>"), "AJ0114 1:4") << bad;
  }
  EXPECT_EQ(code_at("<a>&#10;&#x4e2d;&#x20BB7;</a>"), "");
}

TEST(Parse, RefusesCharactersThatXmlForbids) {
  EXPECT_EQ(code_at(std::string_view("<a>x\0</a>", 9)), "AJ0105 1:5");
  EXPECT_EQ(code_at("<a b=\"\x02\"/>"), "AJ0105 1:7");
  EXPECT_EQ(code_at(std::string_view("<a b\0=\"\"/>", 10)), "AJ0105 1:5");
  EXPECT_EQ(code_at("<a/＞"), "AJ0116 1:4");
  EXPECT_EQ(code_at("<a>\xef\xbf\xbf</a>"), "AJ0105 1:4");
}

TEST(Parse, FindsEverythingThatCanBeFoundInOneRun) {
  const auto root = parse("<a x=\"&\">\n&b; & \x01</a>", "f");
  ASSERT_FALSE(root.ok());
  EXPECT_EQ(root.diagnostics().size(), 4u);
}

TEST(Parse, CountsColumnsInCharactersAndLinesThroughWindowsLineEnds) {
  EXPECT_EQ(code_at("<a>\r\n\t案卷&</a>"), "AJ0113 2:4");
}

// The bounds of hostile input: each is refused at once, before anything is built.
std::string nested(int depth) {
  std::string out;
  for (int i = 0; i < depth; ++i) out += "<a>";
  for (int i = 0; i < depth; ++i) out += "</a>";
  return out;
}

TEST(Bounds, HoldForDepth) {
  EXPECT_EQ(code_at(nested(max_depth)), "");
  EXPECT_EQ(code_at(nested(max_depth + 1)), "AJ0122 1:" + std::to_string(max_depth * 3 + 1));
  EXPECT_EQ(code_at(nested(100'000)).substr(0, 6), "AJ0122");
}

TEST(Bounds, LetAnEmptyElementStandInTheDeepest) {
  std::string text = nested(max_depth);
  text.insert(static_cast<std::size_t>(max_depth) * 3, "<b/>");
  EXPECT_EQ(code_at(text), "");
}

std::string with_attributes(int count) {
  std::string out = "<a";
  for (int i = 0; i < count; ++i) out += " a" + std::to_string(i) + "=\"\"";
  return out + "/>";
}

TEST(Bounds, HoldForAttributes) {
  EXPECT_EQ(code_at(with_attributes(max_attributes)), "");
  EXPECT_EQ(code_at(with_attributes(max_attributes + 1)).substr(0, 6), "AJ0123");
  EXPECT_EQ(code_at(with_attributes(200'000)).substr(0, 6), "AJ0123");
}

TEST(Bounds, HoldForElements) {
  const auto with_elements = [](int count) {
    std::string out = "<a>";
    for (int i = 1; i < count; ++i) out += "<b/>";
    return out + "</a>";
  };
  EXPECT_EQ(code_at(with_elements(max_elements)), "");
  EXPECT_EQ(code_at(with_elements(max_elements + 1)).substr(0, 6), "AJ0124");
}

TEST(Bounds, HoldForBytes) {
  EXPECT_EQ(code_at("<a>" + std::string(max_bytes - 7, 'x') + "</a>"), "");
  EXPECT_EQ(code_at("<a>" + std::string(max_bytes, 'x') + "</a>"), "AJ0102 0:0");
}

TEST(Bounds, HoldForAllAttributesOfAFile) {
  const auto with = [](int elements) {
    std::string out = "<a>", one = with_attributes(max_attributes);
    for (int i = 0; i < elements; ++i) out += one;
    return out + "</a>";
  };
  EXPECT_EQ(code_at(with(max_all_attributes / max_attributes)), "");
  EXPECT_EQ(code_at(with(max_all_attributes / max_attributes + 1)).substr(0, 6), "AJ0132");
}

TEST(Bounds, HoldForTheLengthOfAValue) {
  const auto with = [](std::size_t bytes) { return "<a b=\"" + std::string(bytes, 'x') + "\"/>"; };
  EXPECT_EQ(code_at(with(max_value)), "");
  EXPECT_EQ(code_at(with(max_value + 1)), "AJ0131 1:4");
}

TEST(Parse, LeavesInstructionsOfEditorsAlone) {
  const auto root = parse("<?xml version=\"1.0\"?>\n<?xml-model href=\"procedure.xsd\"?>\n<a>x<?mark a < b?>y<b c='1'/></a><?end?>", "f");
  ASSERT_TRUE(root.ok());
  EXPECT_EQ(root->text(), "xy");
  EXPECT_EQ(root->child("b")->place.column, 20);
}

TEST(AsWritten, MovesPlacesBehindReferences) {
  const auto root = parse("<a b=\"1 &lt; 2 &amp;&amp; x\" c=\"&gt;\">\n &lt; y</a>", "f");
  ASSERT_TRUE(root.ok());
  const auto moved = [&](int line, int column) {
    Diagnostics one{diagnose(not_xml, Place{"f", line, column})};
    as_written(one, *root->written);
    return one.front().place.column;
  };
  EXPECT_EQ(moved(1, 7), 7);                      // the value's first character
  EXPECT_EQ(moved(1, 9), 9);                      // the < itself
  EXPECT_EQ(moved(1, 11), 14);                    // the 2
  EXPECT_EQ(moved(1, 16), 27);                    // x
  EXPECT_EQ(moved(1, 30), 30);                    // the name c, counted in the file
  EXPECT_EQ(moved(1, 34), 37);                    // behind the &gt;
  EXPECT_EQ(moved(2, 4), 7);                      // y in the text
  EXPECT_EQ(moved(2, 9), 9);                      // the end tag
}

TEST(Bounds, HoldForEntityBombs) {
  EXPECT_EQ(code_at("<!DOCTYPE a [<!ENTITY x \"xxxxxxxx\"><!ENTITY y \"&x;&x;&x;&x;\">]><a>&y;</a>"),
            "AJ0106 1:1");
}

}  // namespace
}  // namespace anjuan::xml
