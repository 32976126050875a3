// Paragraphs, choices, loops and endings of a template, and the words inside them.

#include <algorithm>
#include <map>

#include "base/text.h"
#include "documents/inline_text.h"
#include "documents/messages.h"
#include "documents/template_reader.h"

namespace anjuan::documents {

namespace {

using pages::Role;

struct ParagraphKind {
  Role role;
  int number_level = 0;
};

const ParagraphKind* paragraph_kind(std::string_view name) {
  static const std::map<std::string_view, ParagraphKind> kinds = {{"title", {Role::title}},
                                                                  {"subtitle", {Role::subtitle}},
                                                                  {"masthead", {Role::masthead}},
                                                                  {"number", {Role::number}},
                                                                  {"addressee", {Role::addressee}},
                                                                  {"p", {Role::body}},
                                                                  {"h1", {Role::heading1, 1}},
                                                                  {"h2", {Role::heading2, 2}},
                                                                  {"h3", {Role::heading3, 3}},
                                                                  {"item", {Role::body, 1}},
                                                                  {"attachment", {Role::attachment}},
                                                                  {"note", {Role::note}},
                                                                  {"small", {Role::small}},
                                                                  {"footnote-line", {Role::footnote_line}},
                                                                  {"copy-number", {Role::copy_number}},
                                                                  {"secrecy", {Role::secrecy}},
                                                                  {"urgency", {Role::urgency}},
                                                                  {"annex", {Role::annex}},
                                                                  {"annex-title", {Role::annex_title}},
                                                                  {"attendance", {Role::attendance}}};
  const auto found = kinds.find(name);
  return found == kinds.end() ? nullptr : &found->second;
}

std::optional<pages::FontRole> font_of(const xml::Element& element) {
  static const std::map<std::string_view, pages::FontRole> fonts = {
      {"fangsong", pages::FontRole::fang_song},
      {"xiaobiaosong", pages::FontRole::xiao_biao_song},
      {"kai", pages::FontRole::kai},
      {"hei", pages::FontRole::hei},
      {"song", pages::FontRole::song}};
  const auto found = fonts.find(element.get("font"));
  if (found == fonts.end()) return std::nullopt;
  return found->second;
}

bool is_blank_text(const xml::Node& node) { return !node.is_element() && trim(node.text).empty(); }

/// Takes ASCII spaces off both ends of a line; full-width ones are layout and stay.
void trim_ends(Inlines& line) {
  const auto text = [](Inline& part) { return std::get_if<std::string>(&part.piece); };
  if (line.empty()) return;
  if (auto* first = text(line.front()))
    first->erase(0, std::min(first->find_first_not_of(' '), first->size()));
  if (auto* last = text(line.back())) last->erase(last->find_last_not_of(' ') + 1);
  std::erase_if(line, [&](Inline& part) { return text(part) && text(part)->empty(); });
}

}  // namespace

int count_of(const xml::Element& element, std::string_view name, int otherwise) {
  const auto number = parse_integer(element.get(name));
  return number ? static_cast<int>(*number) : otherwise;
}

int micrometres(const xml::Element& element, std::string_view name) { return count_of(element, name, 0) * 1000; }

std::optional<pages::Align> alignment_of(const xml::Element& element) {
  const std::string_view align = element.get("align");
  if (align == "left") return pages::Align::left;
  if (align == "center") return pages::Align::center;
  if (align == "right") return pages::Align::right;
  if (align == "justify") return pages::Align::justify;
  return std::nullopt;
}

std::optional<Expression> TemplateReader::expression(const xml::Element& element, std::string_view name) {
  if (!element.attribute(name)) return std::nullopt;
  auto compiled = expression::compile(element.get(name), element.place_of(name));
  if (compiled) return *std::move(compiled);
  keep(compiled.diagnostics());
  return std::nullopt;
}

std::optional<Loop> TemplateReader::loop(const xml::Element& element) {
  auto list = expression(element, "each");
  if (!list) return std::nullopt;
  return Loop{*std::move(list), std::string(element.get("as")), std::string(element.get("index"))};
}

Inlines TemplateReader::attribute_words(const xml::Element& element, std::string_view name) {
  if (!element.attribute(name)) return {};
  auto read = read_inline(element.get(name), element.place_of(name));
  if (read) return *std::move(read);
  keep(read.diagnostics());
  return {};
}

Inlines TemplateReader::words(const xml::Element& element) {
  Inlines out;
  for (const xml::Node& node : element.content) {
    if (node.is_element()) {
      add_inline(node.element.front(), out);
      continue;
    }
    auto read = read_inline(node.text, node.place);
    if (read)
      out.insert(out.end(), read->begin(), read->end());
    else
      keep(read.diagnostics());
  }
  trim_ends(out);
  return out;
}

void TemplateReader::add_inline(const xml::Element& element, Inlines& out) {
  if (element.name == "br") {
    out.push_back({LineEnd{}});
  } else if (element.name == "blank") {
    out.push_back({HandwritingBlank{count_of(element, "chars", 1)}});
  } else if (element.name == "span") {
    out.push_back({StyledWords{font_of(element), element.get("underline") == "yes", words(element)}});
  } else if (element.name == "check") {
    const bool tested = element.attribute("test") != nullptr;
    auto test = tested ? expression(element, "test") : *expression::compile("false", element.place);
    if (test) out.push_back({TickBox{*std::move(test), words(element)}});
  } else if (element.name == "join") {
    if (auto over = loop(element))
      out.push_back({InlineEach{*std::move(over), std::string(element.get("between")), words(element)}});
  } else if (element.name == "if" || element.name == "else") {
    const bool follows = !out.empty() && std::holds_alternative<InlineChoice>(out.back().piece);
    add_inline_branch(element, out, follows);
  }
}

void TemplateReader::add_inline_branch(const xml::Element& element, Inlines& out, bool follows_choice) {
  InlineBranch branch{expression(element, "test"), words(element)};
  if (element.name == "if") {
    InlineChoice choice;
    choice.branches.push_back(std::move(branch));
    out.push_back({std::move(choice)});
    return;
  }
  if (!follows_choice || !std::get<InlineChoice>(out.back().piece).branches.back().test) {
    problems_.push_back(diagnose(misplaced_alternative, element.place, "else", "if"));
    return;
  }
  std::get<InlineChoice>(out.back().piece).branches.push_back(std::move(branch));
}

TemplateBlocks TemplateReader::blocks(const xml::Element& parent, Role paragraph_role) {
  TemplateBlocks out;
  bool follows_choice = false;
  for (const xml::Node& node : parent.content) {
    if (is_blank_text(node) || !node.is_element()) continue;
    const xml::Element& element = node.element.front();
    if (element.name == "needs") continue;
    add_block(element, paragraph_role, follows_choice, out);
    follows_choice = element.name == "when" || element.name == "otherwise";
  }
  return out;
}

bool TemplateReader::add_paragraph(const xml::Element& element, Role paragraph_role, TemplateBlocks& out) {
  const ParagraphKind* kind = paragraph_kind(element.name);
  if (!kind) return false;
  TemplateParagraph made;
  made.role = kind->role == Role::body ? paragraph_role : kind->role;
  made.number_level = kind->number_level;
  if (element.name == "item") made.number_level = count_of(element, "level", 1);
  made.align = alignment_of(element);
  if (element.attribute("indent")) made.indent = count_of(element, "indent", 0);
  made.keep_with_next = element.get("keep") == "yes" || element.name.starts_with("h");
  made.label = attribute_words(element, "label");
  made.signers = attribute_words(element, "signers");
  made.words = words(element);
  out.push_back({std::move(made)});
  return true;
}

void TemplateReader::add_branch(const xml::Element& element, Role paragraph_role, bool follows_choice,
                                TemplateBlocks& out) {
  BlockBranch branch{expression(element, "test"), blocks(element, paragraph_role)};
  if (element.name == "when") {
    BlockChoice choice;
    choice.branches.push_back(std::move(branch));
    out.push_back({std::move(choice)});
    return;
  }
  auto* before = follows_choice && !out.empty() ? std::get_if<BlockChoice>(&out.back().block) : nullptr;
  if (!before || !before->branches.back().test) {
    problems_.push_back(diagnose(misplaced_alternative, element.place, "otherwise", "when"));
    return;
  }
  before->branches.push_back(std::move(branch));
}

void TemplateReader::add_block(const xml::Element& element, Role paragraph_role, bool follows_choice,
                               TemplateBlocks& out) {
  if (add_paragraph(element, paragraph_role, out)) return;
  if (element.name == "when" || element.name == "otherwise") {
    add_branch(element, paragraph_role, follows_choice, out);
  } else if (element.name == "for") {
    if (auto over = loop(element))
      out.push_back({BlockEach{*std::move(over), blocks(element, paragraph_role)}});
  } else if (element.name == "table") {
    out.push_back({table(element)});
  } else {
    add_end(element, out);
  }
}

TemplateSignature TemplateReader::signature(const xml::Element& element) {
  TemplateSignature made;
  for (const xml::Element* organ : element.children("organ")) made.organs.push_back(words(*organ));
  made.date = attribute_words(element, "date");
  made.seal = element.get("seal", "yes") == "yes";
  made.stamp = element.get("seal") == "stamp";
  return made;
}

TemplateImprint TemplateReader::imprint(const xml::Element& element) {
  TemplateImprint made;
  for (const xml::Element* organ : element.children("copied-to")) made.copied_to.push_back(words(*organ));
  made.printed_by = attribute_words(element, "printed-by");
  made.printed_on = attribute_words(element, "printed-on");
  return made;
}

void TemplateReader::add_end(const xml::Element& element, TemplateBlocks& out) {
  if (element.name == "signature") {
    out.push_back({signature(element)});
  } else if (element.name == "imprint") {
    out.push_back({imprint(element)});
  } else if (element.name == "sign-line") {
    out.push_back({TemplateSignLine{alignment_of(element).value_or(pages::Align::left), words(element)}});
  } else if (element.name == "qr") {
    const int width = micrometres(element, "width");
    out.push_back({TemplateQrCode{width ? width : 25000, alignment_of(element).value_or(pages::Align::right),
                                  element.get("beside") == "yes", words(element)}});
  } else if (element.name == "photo") {
    if (auto source = expression(element, "source"))
      out.push_back({TemplatePhoto{*std::move(source), micrometres(element, "width"),
                                   attribute_words(element, "caption")}});
  } else if (element.name == "page-break") {
    pages::PageBreak page_break;
    if (element.attribute("landscape")) page_break.landscape = element.get("landscape") == "yes";
    out.push_back({page_break});
  } else if (element.name == "joint-masthead") {
    TemplateJointMasthead made{{}, attribute_words(element, "words")};
    for (const xml::Element* organ : element.children("organ")) made.organs.push_back(words(*organ));
    out.push_back({std::move(made)});
  } else if (element.name == "space") {
    out.push_back({pages::Space{micrometres(element, "height")}});
  } else if (element.name == "rule") {
    pages::Rule rule;
    rule.red = element.get("red") == "yes";
    out.push_back({rule});
  }
}

}  // namespace anjuan::documents
