// The table of elements that a template may have.

#include "documents/load_template.h"

namespace anjuan::documents {

namespace {

using xml::AttributeRule;
using xml::ChildRule;
using xml::ElementRule;
using xml::ValueKind;

using Children = std::vector<ChildRule>;

Children any_of(std::initializer_list<const char*> names) {
  Children out;
  for (const char* name : names) out.push_back({name, 0, -1, ""});
  return out;
}

const Children& inside_a_line() {
  static const Children names = any_of({"blank", "br", "check", "span", "if", "else", "join"});
  return names;
}

const Children& blocks() {
  static const Children names = any_of({"title",       "subtitle",
                                        "masthead",    "number",
                                        "addressee",   "p",
                                        "h1",          "h2",
                                        "h3",          "item",
                                        "attachment",  "note",
                                        "small",       "footnote-line",
                                        "when",        "otherwise",
                                        "for",         "table",
                                        "signature",   "sign-line",
                                        "qr",          "photo",
                                        "imprint",     "page-break",
                                        "space",       "rule",
                                        "copy-number", "secrecy",
                                        "urgency",     "joint-masthead",
                                        "annex",       "annex-title",
                                        "attendance"});
  return names;
}

const Children& inside_a_cell() {
  static const Children names = [] {
    Children all = inside_a_line();
    for (const char* name : {"p", "item", "sign-line", "when", "otherwise", "for", "qr", "photo", "space"})
      all.push_back({name, 0, -1, ""});
    return all;
  }();
  return names;
}

AttributeRule attribute(std::string name, ValueKind kind, Wording says, bool required = false) {
  return {std::move(name), kind, required, {}, std::move(says), ""};
}

AttributeRule alignment() {
  AttributeRule rule = attribute("align", ValueKind::choice, {"靠左、居中、靠右、两端", "alignment"});
  rule.choices = {"left", "center", "right", "justify"};
  return rule;
}

AttributeRule each() {
  return attribute("each", ValueKind::expression, {"要逐项取用的列表", "the list to repeat over"}, true);
}
AttributeRule as() {
  return attribute("as", ValueKind::id, {"每一项在里面叫什么", "name of the item inside"}, true);
}
AttributeRule index() {
  return attribute("index", ValueKind::id, {"序号叫什么，从1起", "name of the running number, from 1"});
}
AttributeRule test(bool required) {
  return attribute("test", ValueKind::expression, {"条件，成立才印", "printed only if this holds"}, required);
}

/// A paragraph of one role: all of them take the same attributes and content.
ElementRule paragraph(std::string name, Wording says, std::string example) {
  return {std::move(name),
          std::move(says),
          {alignment(),
           attribute("indent", ValueKind::integer, {"首行缩进几个字", "first line indent in characters"}),
           attribute("keep", ValueKind::yes_no, {"与下一段排在同一页", "kept with the next paragraph"})},
          inside_a_line(),
          true,
          false,
          std::move(example),
          ""};
}

ElementRule words(std::string name, Wording says, std::vector<AttributeRule> attributes,
                  std::string example) {
  return {std::move(name),
          std::move(says),
          std::move(attributes),
          inside_a_line(),
          true,
          false,
          std::move(example),
          ""};
}

ElementRule structure(std::string name, Wording says, std::vector<AttributeRule> attributes,
                      Children children, std::string example) {
  return {std::move(name), std::move(says), std::move(attributes), std::move(children),
          false,           false,           std::move(example),    ""};
}

void add_head(std::vector<ElementRule>& out) {
  Children inside = blocks();
  inside.insert(inside.begin(), {"needs", 0, 1, ""});
  out.push_back(structure(
      "template", {"一种文书", "one kind of document"},
      {attribute("id", ValueKind::id, {"编号，流程里用它指称这种文书", "the id procedures use"}, true),
       attribute("label", ValueKind::text, {"文书名称", "name of the document"}, true),
       attribute("style", ValueKind::id, {"版式，见 styles 文件夹", "layout, see the folder styles"}, true),
       attribute(
           "title", ValueKind::text,
           {"文件属性和书签里的题名，可以带数据项；不写就用文书名称", "title for properties and bookmarks"}),
       attribute("landscape", ValueKind::yes_no, {"横排页面", "landscape pages"}),
       attribute("page-numbers", ValueKind::yes_no,
                 {"是否印页码，默认印", "whether pages are numbered (yes)"}),
       attribute("header", ValueKind::text, {"页眉小字，可以带数据项", "small text at the head"}),
       attribute("footer", ValueKind::text, {"页脚小字，可以带数据项", "small text at the foot"})},
      inside,
      "<template xmlns=\"urn:anjuan:template:1\" id=\"sample-notice\" label=\"示范通知书\" "
      "style=\"enforcement\">…</template>"));
  out.push_back(structure("needs",
                          {"本文书要用到的办案数据（机关、对象、日期等各文书都有的不必写）",
                           "data items that are not common facts"},
                          {}, any_of({"need"}),
                          "<needs><need name=\"检查地点\" type=\"text\" label=\"检查地点\"/></needs>"));
  out.push_back(structure(
      "need",
      {"一个数据项；一组数据、列表在里面再写各字段", "one data item; fields of records and lists inside"},
      {attribute("name", ValueKind::id, {"名称", "name"}, true),
       attribute("type", ValueKind::text,
                 {"类型：text（文字）integer（整数）decimal（小数）boolean（是否）date（日期）list（列表）rec"
                  "ord（一组数据）",
                  "type"},
                 true),
       attribute("label", ValueKind::text, {"说明", "what it is"}),
       attribute("optional", ValueKind::yes_no,
                 {"流程里可以没有这一项，没有的按空缺印", "a procedure may do without"})},
      any_of({"need"}),
      "<need name=\"问题\" type=\"list\" label=\"不符合项\"><need name=\"情况\" type=\"text\"/></need>"));
}

void add_paragraphs(std::vector<ElementRule>& out) {
  out.push_back(paragraph("title", {"标题", "title"}, "<title>{机关.名称}行政检查通知书</title>"));
  out.push_back(paragraph("subtitle", {"副标题", "subtitle"}, "<subtitle>（{任务.名称}）</subtitle>"));
  out.push_back(
      paragraph("masthead", {"发文机关标志（红色大字）", "masthead"}, "<masthead>{机关.名称}</masthead>"));
  out.push_back(
      paragraph("copy-number", {"份号，6位数字", "copy number"}, "<copy-number>000001</copy-number>"));
  out.push_back(
      paragraph("secrecy", {"密级和保密期限", "secrecy and its term"}, "<secrecy>秘密★1年</secrecy>"));
  out.push_back(paragraph("urgency", {"紧急程度", "urgency"}, "<urgency>加急</urgency>"));
  ElementRule number =
      paragraph("number", {"文号", "document number"}, "<number>{文号|缺 （未编号）}</number>");
  number.attributes.push_back(
      attribute("signers", ValueKind::text,
                {"签发人，几个人用顿号分开；上行文才有",
                 "who authorised it, 、 between several; in papers to a higher organ"}));
  out.push_back(number);
  out.push_back(
      paragraph("addressee", {"主送或者受送达人，顶格", "addressee"}, "<addressee>{受文者}：</addressee>"));
  out.push_back(paragraph("p", {"一段正文", "a paragraph"}, "<p>经检查，未发现问题。</p>"));
  out.push_back(paragraph("h1", {"一级标题，自动编号“一、”", "heading 一、"}, "<h1>检查基本情况</h1>"));
  out.push_back(paragraph("h2", {"二级标题，自动编号“（一）”", "heading （一）"}, "<h2>检查内容</h2>"));
  out.push_back(paragraph("h3", {"三级标题，自动编号“1.”", "heading 1."}, "<h3>人员</h3>"));
  out.push_back(paragraph("attachment", {"附件说明", "list of attachments"},
                          "<attachment>附件：1.检查表</attachment>"));
  out.push_back(paragraph("note", {"附注", "note"}, "<note>（联系人：{机关.联系人}）</note>"));
  out.push_back(paragraph("annex",
                          {"附件页的“附件”和顺序号，另起一页", "the word 附件 and its number, on a new page"},
                          "<annex>附件1</annex>"));
  out.push_back(paragraph("annex-title", {"附件标题", "title of an annex"},
                          "<annex-title>抽查工作计划表</annex-title>"));
  ElementRule attendance = paragraph("attendance", {"纪要的出席、请假、列席人员", "who attended a meeting"},
                                     "<attendance label=\"出席：\">{出席人员|顿号}</attendance>");
  attendance.attributes.push_back(
      attribute("label", ValueKind::text, {"前面的黑体字，带冒号", "words before the names"}, true));
  out.push_back(attendance);
  out.push_back(paragraph("small", {"小字", "small print"}, "<small>填表说明：……</small>"));
  out.push_back(paragraph("footnote-line", {"文末的份数说明", "line at the foot"},
                          "<footnote-line>一式两份。</footnote-line>"));
  ElementRule item = paragraph(
      "item", {"自动编号的一段：一级“一、”，二级“（一）”，三级“1.”，四级“（1）”", "a numbered paragraph"},
      "<item level=\"1\">检查方式：{检查方式|顿号}。</item>");
  AttributeRule level = attribute("level", ValueKind::choice, {"级别，默认一级", "level, 1 by default"});
  level.choices = {"1", "2", "3", "4"};
  item.attributes.push_back(level);
  out.push_back(item);
}

void add_inline(std::vector<ElementRule>& out) {
  out.push_back(structure("blank", {"供手写的横线", "a ruled blank"},
                          {attribute("chars", ValueKind::integer, {"几个字宽", "width in characters"}, true)},
                          {}, "签名：<blank chars=\"8\"/>"));
  out.push_back(structure("br", {"换行", "line end"}, {}, {}, "甲<br/>乙"));
  out.push_back(words("check", {"方框，条件成立的打勾；不写条件的留空框", "a box, ticked if the test holds"},
                      {test(false)}, "<check test=\"包含(检查方式, '书面检查')\">书面</check>"));
  AttributeRule font = attribute("font", ValueKind::choice, {"字体：仿宋、小标宋、楷体、黑体、宋体", "font"});
  font.choices = {"fangsong", "xiaobiaosong", "kai", "hei", "song"};
  out.push_back(words("span", {"换字体或者加下划线的几个字", "words in another look"},
                      {font, attribute("underline", ValueKind::yes_no, {"下划线", "underlined"})},
                      "<span font=\"hei\">告知</span>"));
  out.push_back(words("if", {"句中按条件印的字", "words printed if a test holds"}, {test(true)},
                      "<if test=\"逾期\">（逾期）</if>"));
  out.push_back(words("else", {"紧跟在 if 后面：否则印的字；带条件的是“否则，如果”", "otherwise, behind if"},
                      {test(false)}, "<else>（按期）</else>"));
  out.push_back(words("join", {"句中把列表逐项连起来", "the items of a list in a sentence"},
                      {each(), as(), index(),
                       attribute("between", ValueKind::any_text, {"两项之间印什么", "what stands between"})},
                      "<join each=\"检查人员\" as=\"人\" between=\"、\">{人.姓名}（{人.执法证号}）</join>"));
}

void add_choices(std::vector<ElementRule>& out) {
  out.push_back(structure("when", {"条件成立才印的若干段", "blocks printed if a test holds"}, {test(true)},
                          blocks(), "<when test=\"长度(检查表.问题) > 0\"><p>发现下列问题：</p></when>"));
  out.push_back(structure(
      "otherwise", {"紧跟在 when 后面：否则印的若干段；带条件的是“否则，如果”", "otherwise, behind when"},
      {test(false)}, blocks(), "<otherwise><p>未发现问题。</p></otherwise>"));
  out.push_back(structure("for", {"对列表的每一项各印一遍", "blocks for each item of a list"},
                          {each(), as(), index()}, blocks(),
                          "<for each=\"检查表.问题\" as=\"项\" index=\"序\"><p>{序}.{项.情况}</p></for>"));
}

void add_tables(std::vector<ElementRule>& out) {
  const auto span = attribute("span", ValueKind::integer, {"占几列", "columns covered"});
  const auto height = attribute("height", ValueKind::integer, {"最小高度，毫米", "least height in mm"});
  out.push_back(structure(
      "table", {"表格或者表单", "a table or form"},
      {attribute("columns", ValueKind::text, {"各列宽度之比，用空格分开", "shares of the widths"}, true),
       attribute("size", ValueKind::number, {"字号，磅", "type size in points"}),
       attribute("ruled", ValueKind::yes_no, {"是否画线，默认画", "whether ruled (yes)"})},
      any_of({"header", "row", "rows", "field", "band"}),
      "<table columns=\"1 3\"><field label=\"检查对象\">{对象.名称}</field></table>"));
  out.push_back(structure("header", {"表头行，换页时重印", "heading row, repeated on each page"}, {height},
                          any_of({"label", "cell"}),
                          "<header><label>序号</label><label>题名</label></header>"));
  out.push_back(structure("row", {"一行", "a row"}, {height}, any_of({"label", "cell"}),
                          "<row><cell>1</cell><cell>检查表</cell></row>"));
  out.push_back(structure(
      "rows", {"按列表逐项印的行，或者按条件印的行", "rows for each item, or on a condition"},
      {attribute("each", ValueKind::expression, {"列表", "the list"}),
       attribute("as", ValueKind::id, {"每一项叫什么", "name of the item"}), index(), test(false),
       attribute("at-least", ValueKind::integer, {"不足这个行数的补空行", "blank rows fill up to this"}),
       attribute("ending", ValueKind::text, {"最后一行印什么，例如“以下空白”", "words of a last row"}),
       attribute("none", ValueKind::text, {"列表为空时印什么，例如“无”", "words if the list is blank"})},
      any_of({"row", "field", "band"}),
      "<rows each=\"问题\" as=\"项\" none=\"无\"><row><cell>{项.编码}</cell></row></rows>"));
  const auto top = attribute("top", ValueKind::yes_no, {"内容靠上，默认居中", "content at the top"});
  const auto down = attribute("rows", ValueKind::integer, {"占几行", "rows covered"});
  for (const auto& [name, says] : {std::pair<const char*, Wording>{"label", {"栏目名称格", "a label"}},
                                   {"cell", {"内容格", "a cell"}}}) {
    ElementRule rule{name, says, {span, down, alignment(), top}, inside_a_cell(), true, false, {}, ""};
    rule.example = std::string("<") + name + " span=\"2\">…</" + name + ">";
    out.push_back(rule);
  }
  ElementRule field{
      "field",
      {"栏目名称和内容各一格；依次排满一行换下一行", "a label and a cell"},
      {attribute("label", ValueKind::text, {"栏目名称，可以带数据项", "the label"}, true), span,
       attribute("wide", ValueKind::yes_no, {"内容占到行末", "the cell reaches the end of the row"}), height,
       alignment(), top},
      inside_a_cell(),
      true,
      false,
      "<field label=\"备注\" wide=\"yes\">{备注|无}</field>",
      ""};
  out.push_back(field);
  out.push_back(words("band", {"占满一行的小标题", "a heading over all columns"}, {alignment()},
                      "<band>一、检查对象</band>"));
}

void add_ends(std::vector<ElementRule>& out) {
  AttributeRule seal =
      attribute("seal", ValueKind::choice,
                {"盖章（yes，默认）、不盖章（no）、加盖签发人签名章（stamp，organ 里写签发人职务）",
                 "sealed (yes), unsealed (no), or with the signatory's stamp (stamp: organ is his office)"});
  seal.choices = {"yes", "no", "stamp"};
  out.push_back(structure(
      "signature", {"落款：机关名称和日期，留出盖章的地方", "organ and date with room for the seal"},
      {attribute("date", ValueKind::text, {"日期，可以带数据项", "the date"}, true), seal},
      {{"organ", 1, -1, ""}}, "<signature date=\"{成文日期}\"><organ>{机关.名称}</organ></signature>"));
  out.push_back(words("organ", {"落款机关", "an organ that signs"}, {}, "<organ>{机关.名称}</organ>"));
  out.push_back(
      words("sign-line", {"签名的一行", "a line to sign"}, {alignment()},
            "<sign-line>检查人员签名：<blank chars=\"8\"/>　日期：<blank chars=\"6\"/></sign-line>"));
  const auto width = attribute("width", ValueKind::integer, {"宽度，毫米", "width in mm"});
  out.push_back(words("qr", {"二维码，内容是里面的文字", "a QR code of the text inside"},
                      {width, alignment(),
                       attribute("beside", ValueKind::yes_no,
                                 {"排在后面几行短文字的旁边，不占行", "beside the short lines that follow"})},
                      "<qr width=\"25\">{案件.编号}</qr>"));
  out.push_back(
      structure("photo", {"照片", "a picture"},
                {attribute("source", ValueKind::expression, {"图片数据", "the picture's data"}, true), width,
                 attribute("caption", ValueKind::text, {"图下的说明，可以带数据项", "words below"})},
                {}, "<photo source=\"附件图片\" width=\"120\" caption=\"现场照片\"/>"));
  out.push_back(structure("imprint", {"版记", "imprint"},
                          {attribute("printed-by", ValueKind::text, {"印发机关", "who printed it"}),
                           attribute("printed-on", ValueKind::text, {"印发日期", "when"})},
                          any_of({"copied-to"}),
                          "<imprint printed-by=\"{机关.名称}\" "
                          "printed-on=\"{成文日期}\"><copied-to>{机关.上级机关}</copied-to></imprint>"));
  out.push_back(words("copied-to", {"抄送一个机关；内容空缺的不印", "one organ that gets a copy"}, {},
                      "<copied-to>{机关.上级机关}</copied-to>"));
  out.push_back(structure(
      "joint-masthead", {"联合行文的发文机关标志", "masthead of organs that issue together"},
      {attribute("words", ValueKind::text, {"机关名称右侧的字，例如“文件”", "words beside them"})},
      {{"organ", 1, -1, ""}}, "<joint-masthead words=\"文件\"><organ>{机关.名称}</organ></joint-masthead>"));
  out.push_back(
      structure("page-break", {"另起一页", "a new page"},
                {attribute("landscape", ValueKind::yes_no,
                           {"从这一页起横排或者竖排；不写的照旧", "pages lie or stand from here on"})},
                {}, "<page-break landscape=\"yes\"/>"));
  out.push_back(structure("space", {"空一段", "vertical space"},
                          {attribute("height", ValueKind::integer, {"毫米", "mm"}, true)}, {},
                          "<space height=\"10\"/>"));
  out.push_back(structure("rule", {"横线", "a rule"}, {attribute("red", ValueKind::yes_no, {"红色", "red"})},
                          {}, "<rule red=\"yes\"/>"));
}

}  // namespace

const xml::Outline& template_outline() {
  static const xml::Outline outline = [] {
    xml::Outline made;
    made.ns = "urn:anjuan:template:1";
    made.root = "template";
    add_head(made.elements);
    add_paragraphs(made.elements);
    add_inline(made.elements);
    add_choices(made.elements);
    add_tables(made.elements);
    add_ends(made.elements);
    return made;
  }();
  return outline;
}

}  // namespace anjuan::documents
