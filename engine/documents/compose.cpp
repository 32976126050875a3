#include "documents/compose.h"

#include <algorithm>

#include "base/text.h"
#include "documents/composer.h"
#include "documents/messages.h"
#include "qrcode/qrcode.h"

namespace anjuan::documents {

namespace {

/// One character of body text on the grid of GB/T 9704-2012, 5.2.2: 156 mm in 28 characters.
constexpr int character_um = 5571;

bool is_empty(const pages::Runs& runs) {
  return std::all_of(runs.begin(), runs.end(),
                     [](const pages::Run& run) { return run.blank_width_um == 0 && trim(run.text).empty(); });
}

/// Whether the words hold anything that may turn out blank.
bool may_vanish(const Inlines& words) {
  return std::any_of(words.begin(), words.end(), [](const Inline& part) {
    return std::holds_alternative<PrintedField>(part.piece) ||
           std::holds_alternative<InlineChoice>(part.piece) || std::holds_alternative<InlineEach>(part.piece);
  });
}

/// Runs cut at the line ends that values brought along: each line becomes a paragraph of its own.
std::vector<pages::Runs> cut_at_line_ends(const pages::Runs& runs) {
  std::vector<pages::Runs> out(1);
  for (const pages::Run& run : runs) {
    const auto parts = split(run.text, '\n');
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (i > 0) out.emplace_back();
      pages::Run part = run;
      part.text = parts[i];
      if (!part.text.empty() || part.blank_width_um > 0) out.back().push_back(std::move(part));
    }
  }
  if (out.size() > 1) std::erase_if(out, is_empty);
  if (out.empty()) out.emplace_back();
  return out;
}

pages::Runs in_one_line(pages::Runs runs) {
  for (pages::Run& run : runs) run.text = replace_all(std::move(run.text), "\n", " ");
  return runs;
}

/// Of the fields what was read: whole, or a record with these fields alone.
Fields parts(const Fields& fields, const expression::Readings& readings) {
  Fields out;
  for (const auto& [name, reading] : readings) {
    const auto found = fields.find(name);
    if (found == fields.end()) continue;
    if (reading.all || !found->second.is(Value::Kind::record)) {
      out.emplace(name, found->second);
      continue;
    }
    Fields part;
    for (const auto& [key, value] : found->second.record()) {
      if (reading.fields.contains(key)) part.emplace(key, value);
    }
    out.emplace(name, Value(std::move(part)));
  }
  return out;
}

bool is_picture(std::string_view bytes) {
  return bytes.starts_with("\x89PNG\r\n\x1a\n") || bytes.starts_with("\xFF\xD8\xFF");
}

}  // namespace

std::string Composer::number_prefix(int level) {
  const int number = ++counters_[level - 1];
  std::fill(counters_ + level, std::end(counters_), 0);
  switch (level) {  // GB/T 9704-2012, 7.3.3
    case 1:
      return chinese_number(number) + "、";
    case 2:
      return "（" + chinese_number(number) + "）";
    case 3:
      return std::to_string(number) + ".";
    default:
      return "（" + std::to_string(number) + "）";
  }
}

void Composer::add_block(const TemplateParagraph& from, Blocks& out) {
  pages::Runs whole = runs(from.words);
  if (is_empty(whole) && may_vanish(from.words)) return;
  if (from.number_level > 0) {
    const std::string prefix = number_prefix(from.number_level);
    if (!whole.empty() && whole.front().blank_width_um == 0 && !whole.front().font)
      whole.front().text.insert(0, prefix);
    else
      whole.insert(whole.begin(), pages::Run{prefix, std::nullopt, false, 0});
  }
  if (const std::string label = plain(from.label); !label.empty())
    whole.insert(whole.begin(), pages::Run{label, pages::FontRole::hei, false, 0});
  const std::string signers = plain(from.signers);
  for (pages::Runs& line : cut_at_line_ends(whole)) {
    pages::Paragraph made;
    if (!signers.empty()) made.signers = split(replace_all(signers, "、", "\n"), '\n');
    made.role = from.role;
    made.runs = std::move(line);
    made.align = from.align;
    made.indent_chars = from.indent;
    made.keep_with_next = from.keep_with_next;
    out.push_back(std::move(made));
  }
}

/// Names that are not blank.
std::vector<std::string> Composer::names(const std::vector<Inlines>& from) {
  std::vector<std::string> out;
  for (const Inlines& words : from)
    if (std::string name = plain(words); !name.empty()) out.push_back(std::move(name));
  return out;
}

void Composer::add_block(const TemplateJointMasthead& from, Blocks& out) {
  pages::JointMasthead made{names(from.organs), plain(from.words)};
  if (!made.organs.empty()) out.push_back(std::move(made));
}

void Composer::add_block(const TemplateSignature& from, Blocks& out) {
  pages::Signature made;
  made.organs = names(from.organs);
  made.date = plain(from.date);
  made.seal = from.seal;
  made.stamp = from.stamp;
  out.push_back(std::move(made));
}

void Composer::add_block(const TemplateSignLine& from, Blocks& out) {
  pages::SignLine made{in_one_line(runs(from.words)), from.align};
  if (!is_empty(made.runs)) out.push_back(std::move(made));
}

void Composer::add_block(const TemplateQrCode& from, Blocks& out) {
  const std::string text = plain(from.text);
  if (text.empty()) return;
  auto symbol = qrcode::encode(text);
  if (!symbol) return keep(symbol.diagnostics());
  out.push_back(pages::QrCode{symbol->size, symbol->dark, from.width_um, from.align, from.beside});
}

void Composer::add_block(const TemplatePhoto& from, Blocks& out) {
  pages::ReadBytes read = picture_(evaluate(from.source).text_or_empty());
  const auto bytes = read();
  if (!bytes.ok()) return keep(bytes.diagnostics());
  if (!is_picture(*bytes)) {
    problems.push_back(diagnose(not_a_picture, from.source.place(), from.source.source()));
    return;
  }
  out.push_back(pages::Photo{std::move(read), from.width_um, plain(from.caption)});
}

void Composer::add_block(const TemplateImprint& from, Blocks& out) {
  pages::Imprint made;
  made.copied_to = names(from.copied_to);
  made.printed_by = plain(from.printed_by);
  made.printed_on = plain(from.printed_on);
  out.push_back(std::move(made));
}

void Composer::add_block(const BlockChoice& choice, Blocks& out) {
  for (const BlockBranch& branch : choice.branches)
    if (!branch.test || holds(*branch.test)) return add_all(branch.blocks, out);
}

void Composer::add_block(const BlockEach& from, Blocks& out) {
  each(from.loop, items(from.loop), [&] { add_all(from.blocks, out); });
}

void Composer::add_all(const TemplateBlocks& from, Blocks& out) {
  for (const TemplateBlock& block : from) std::visit([&](const auto& b) { add_block(b, out); }, block.block);
}

std::vector<pages::Block> Composer::blocks(const TemplateBlocks& from) {
  Blocks out;
  add_all(from, out);
  if (too_long())
    problems.push_back(diagnose(document_too_long, Place{}, label_, std::to_string(pieces_ - 1)));
  return out;
}

Result<pages::Manuscript> compose(const DocumentTemplate& from, const Fields& fields, const FindPicture& picture) {
  ANJUAN_TRY(Composed composed, compose_with_data(from, fields, picture));
  return std::move(composed.manuscript);
}

Result<Composed> compose_with_data(const DocumentTemplate& from, const Fields& fields, const FindPicture& picture) {
  Fields all = fields;
  for (const Need& need : from.needs) all.try_emplace(need.name);
  Composer composer(from.label, std::move(all), character_um, picture);
  pages::Manuscript made;
  made.style = from.style;
  made.landscape = from.landscape;
  made.page_numbers = from.page_numbers;
  made.title = composer.plain(from.title);
  made.header = composer.plain(from.header);
  made.footer = composer.plain(from.footer);
  made.blocks = composer.blocks(from.blocks);
  if (!composer.problems.empty()) return std::move(composer.problems);
  made.printed = std::move(composer.printed);
  return Composed{std::move(made), parts(fields, composer.readings)};
}

Result<std::string> plain_words(const Inlines& words, const Fields& fields, const std::string& label) {
  Composer composer(label, fields, character_um, pages::held);
  std::string out = composer.plain(words);
  if (!composer.problems.empty()) return std::move(composer.problems);
  return out;
}

}  // namespace anjuan::documents
