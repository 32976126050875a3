// Values and conditions inside a line become runs of text.

#include <algorithm>
#include <cstdio>

#include "base/text.h"
#include "documents/composer.h"
#include "documents/messages.h"

namespace anjuan::documents {

namespace {

constexpr std::string_view line_end = "\xE2\x80\xA8";  // U+2028, the manuscript's forced line end
constexpr std::string_view ticked = "☑", not_ticked = "☐";
constexpr int most_pieces = 200000;

/// Controls, marks that change the direction of reading, invisible and private-use characters: what
/// would make a paper read otherwise than its text.
bool is_forbidden(char32_t c) {
  if (c == U'\n') return false;
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
         (c & 0xFFFE) == 0xFFFE;
}

std::string code_point(char32_t c) {
  char text[16];
  std::snprintf(text, sizeof text, "U+%04X", static_cast<unsigned>(c));
  return text;
}

/// Takes off the stop a value ends with where the template goes on with one of its own: 已改正。；
void drop_doubled_stop(std::string& before, std::string_view after) {
  constexpr std::string_view stops[] = {"。", "；", "，", "、"};
  const auto begins = [&](std::string_view stop) { return after.starts_with(stop); };
  if (!begins("（") && std::none_of(std::begin(stops), std::end(stops), begins)) return;
  for (const std::string_view stop : stops)
    if (before.ends_with(stop)) return before.resize(before.size() - stop.size());
}

std::string with_blank_words(const Expression& e) { return "{" + e.source() + "|无}"; }

bool is_record(const Value& v) { return v.is(Value::Kind::record); }
bool is_group(const Value& v) {
  return is_record(v) || (v.is(Value::Kind::list) && std::any_of(v.list().begin(), v.list().end(), is_group));
}

}  // namespace

void Composer::note(const Expression& e) {
  if (noted_.insert(&e.root()).second) expression::add_readings(e, readings);
}

Value Composer::evaluate(const Expression& e) {
  note(e);
  auto value = expression::evaluate(e, {fields_, {}, {}});
  if (value) return *std::move(value);
  keep(value.diagnostics());
  return {};
}

bool Composer::holds(const Expression& e) {
  note(e);
  const auto value = expression::holds(e, {fields_, {}, {}});
  if (value) return *value;
  keep(value.diagnostics());
  return false;
}

List Composer::items(const Loop& loop) {
  const Value list = evaluate(loop.list);
  if (list.is(Value::Kind::list)) return list.list();
  if (!list.empty())
    problems.push_back(diagnose(not_a_list, loop.list.place(), loop.list.source(), kind_name(list)));
  return {};
}

bool Composer::too_long() { return pieces_ > most_pieces; }

bool Composer::printable(const std::string& text, const Expression& source) {
  if (find_invalid_utf8(text)) {
    problems.push_back(diagnose(invalid_text, source.place(), source.source()));
    return false;
  }
  const std::u32string characters = to_u32(text);
  const auto bad = std::find_if(characters.begin(), characters.end(), is_forbidden);
  if (bad == characters.end()) return true;
  problems.push_back(diagnose(forbidden_character, source.place(), source.source(), code_point(*bad),
                              std::to_string(bad - characters.begin() + 1)));
  return false;
}

void Composer::add_text(std::string_view text, const Look& look, pages::Runs& out) {
  if (text.empty() || ++pieces_ > most_pieces) return;
  if (!out.empty() && out.back().blank_width_um == 0 && out.back().font == look.font &&
      out.back().underline == look.underline) {
    out.back().text += text;
    return;
  }
  out.push_back({std::string(text), look.font, look.underline, 0});
}

void Composer::add_ruled(int characters, pages::Runs& out) {
  ++pieces_;
  out.push_back({"", std::nullopt, false, characters * blank_unit_um_});
}

void Composer::add_piece(const std::string& words, const Look& look, pages::Runs& out) {
  if (after_field_ && !out.empty()) drop_doubled_stop(out.back().text, words);
  after_field_ = false;
  add_text(words, look, out);
}
void Composer::add_piece(const HandwritingBlank& blank, const Look&, pages::Runs& out) {
  add_ruled(blank.characters, out);
}
void Composer::add_piece(const LineEnd&, const Look& look, pages::Runs& out) {
  add_text(line_end, look, out);
}

void Composer::add_blank_field(const PrintedField& field, const Look& look, pages::Runs& out) {
  const auto said = std::find_if(field.formats.begin(), field.formats.end(), is_for_blank);
  if (said == field.formats.end()) {
    const Expression& e = field.expression;
    problems.push_back(diagnose(value_missing, e.place(), label_, e.source(), with_blank_words(e)));
    return;
  }
  if (said->kind == FormatKind::none_if_blank) add_text("无", look, out);
  if (said->kind == FormatKind::words_if_blank) add_text(said->text, look, out);
  if (said->kind == FormatKind::ruled_if_blank) add_ruled(said->number, out);
}

void Composer::add_piece(const PrintedField& field, const Look& look, pages::Runs& out) {
  const std::size_t before = problems.size();
  Value value = evaluate(field.expression);
  const Expression& e = field.expression;
  for (const Format& format : field.formats) {
    if (problems.size() != before) return;
    if (is_blank(value)) break;
    auto changed = apply(format, value, e.source(), e.place());
    if (changed)
      value = *std::move(changed);
    else
      keep(changed.diagnostics());
  }
  if (problems.size() != before) return;
  if (is_blank(value)) return add_blank_field(field, look, out);
  if (is_group(value)) {
    const bool one = is_record(value);
    problems.push_back(diagnose(record_not_printable, e.place(), e.source(),
                                one ? "{" + e.source() + ".名称}" : "{" + e.source() + "|取 名称|顿号}"));
    return;
  }
  const std::string text = replace_all(display(value), "\r\n", "\n");
  if (printable(text, e)) {
    add_text(text, look, out);
    printed.push_back({text, e.source(), e.place()});
  }
  after_field_ = true;
}

void Composer::add_piece(const TickBox& box, const Look& look, pages::Runs& out) {
  add_text(holds(box.test) ? ticked : not_ticked, look, out);
  add(box.words, look, out);
}

void Composer::add_piece(const StyledWords& styled, const Look& look, pages::Runs& out) {
  add(styled.words, {styled.font ? styled.font : look.font, styled.underline || look.underline}, out);
}

void Composer::add_piece(const InlineChoice& choice, const Look& look, pages::Runs& out) {
  for (const InlineBranch& branch : choice.branches)
    if (!branch.test || holds(*branch.test)) return add(branch.words, look, out);
}

void Composer::add_piece(const InlineEach& join, const Look& look, pages::Runs& out) {
  bool first = true;
  each(join.loop, items(join.loop), [&] {
    if (!first) add_text(join.between, look, out);
    first = false;
    add(join.words, look, out);
  });
}

void Composer::add(const Inlines& words, const Look& look, pages::Runs& out) {
  for (const Inline& part : words)
    std::visit([&](const auto& piece) { add_piece(piece, look, out); }, part.piece);
}

pages::Runs Composer::runs(const Inlines& words) {
  pages::Runs out;
  add(words, {}, out);
  return out;
}

std::string Composer::plain(const Inlines& words) {
  std::string out;
  for (const pages::Run& run : runs(words)) out += run.text;
  return replace_all(replace_all(std::move(out), "\n", " "), line_end, " ");
}

}  // namespace anjuan::documents
