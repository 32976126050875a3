#include "fuzz/targets.h"

#include <algorithm>

#include "base/check.h"
#include "base/text.h"
#include "cli/command.h"
#include "documents/load_template.h"
#include "draw/events.h"
#include "draw/list.h"
#include "draw/seed.h"
#include "expression/expression.h"
#include "forms/load_form.h"
#include "journal/journal.h"
#include "journal/named.h"
#include "pages/pages.h"
#include "procedure/definition.h"
#include "procedure/procedure.h"
#include "sheets/sheets.h"
#include "stories/script.h"
#include "stories/story.h"
#include "xml/document.h"

namespace anjuan::fuzz {
namespace {

/// Every message can be printed, in both languages, with the line it stands in.
void print_all(const Diagnostics& all, std::string_view bytes) {
  for (const Diagnostic& d : all) {
    ANJUAN_CHECK(!render(d, Language::chinese, bytes).empty());
    ANJUAN_CHECK(!render(d, Language::english, bytes).empty());
  }
}

/// Refused with words, or read.
template <class T>
bool answered(const Result<T>& read, std::string_view bytes) {
  if (!read.ok()) {
    ANJUAN_CHECK(!read.diagnostics().empty());
    print_all(read.diagnostics(), bytes);
  }
  return read.ok();
}

}  // namespace

void read_xml(std::string_view bytes) {
  const auto root = xml::parse(bytes, "fuzz.xml");
  if (!root.ok()) print_all(root.diagnostics(), bytes);
}

void read_procedure(std::string_view bytes) {
  const auto definition = procedure::load(bytes, "fuzz.scxml");
  if (!definition.ok()) {
    const Diagnostics found = procedure::inspect(bytes, "fuzz.scxml", {});
    ANJUAN_CHECK(has_error(found));  // what cannot be loaded is told by the check as well
    return print_all(found, bytes);
  }
  const Diagnostics found = procedure::check(**definition, {});
  print_all(found, bytes);
  const auto begun = procedure::start(*definition, {}, Day{}, {});
  if (!begun.ok()) print_all(begun.diagnostics(), bytes);
}

void read_expression(std::string_view bytes) {
  const auto compiled = expression::compile(bytes, Place{"fuzz", 1, 1});
  if (!compiled.ok()) return print_all(compiled.diagnostics(), bytes);
  print_all(expression::check(*compiled, {}, {}), bytes);
  const Fields nothing;
  const auto value = expression::evaluate(*compiled, {nothing, {}, {}});
  if (!value.ok()) print_all(value.diagnostics(), bytes);
}

void read_template(std::string_view bytes) {
  answered(documents::load_template(bytes, "fuzz.xml"), bytes);
  answered(pages::load_style(bytes, "fuzz.xml"), bytes);
}

void read_form(std::string_view bytes) { answered(forms::load_form(bytes, "fuzz.xml"), bytes); }

void read_csv(std::string_view bytes) { answered(sheets::read_csv(bytes, "fuzz.csv"), bytes); }

void read_xlsx(std::string_view bytes) {
  const auto workbook = sheets::read_xlsx(bytes, "fuzz.xlsx");
  if (answered(workbook, "")) answered(sheets::table_of(*workbook, "fuzz.xlsx"), "");
}

void read_draw(std::string_view bytes) {
  constexpr std::string_view between = "====\n";
  const std::size_t first = std::min(bytes.find(between), bytes.size());
  const std::string_view list_text = bytes.substr(0, first), rest = bytes.substr(std::min(first + between.size(), bytes.size()));
  const auto list = draw::parse_list(list_text, "list.txt");
  if (!answered(list, list_text)) return;
  ANJUAN_CHECK(draw::write_list(*list) == list_text);
  const std::size_t second = std::min(rest.find(between), rest.size());
  const std::string_view seed_text = rest.substr(0, second), events_text = rest.substr(std::min(second + between.size(), rest.size()));
  const auto seed = draw::parse_seed(*list, seed_text, "seed.txt");
  if (answered(seed, seed_text)) answered(draw::parse_events(*list, *seed, events_text, "events.txt"), events_text);
}

void read_story(std::string_view bytes) {
  answered(stories::read_script(std::string(bytes), "fuzz.acts"), bytes);
  answered(stories::read_story(std::string(bytes), "fuzz.story"), bytes);
}

void read_journal(std::string_view bytes) {
  const auto entries = journal::read(bytes, "fuzz.txt");
  if (answered(entries, bytes)) {
    ANJUAN_CHECK(journal::write(*entries) == bytes);
    print_all(journal::verify(DigestKind::sha256, *entries), bytes);
  }
  answered(journal::read_noted_heads(bytes, "fuzz.txt"), bytes);
  for (const std::string_view file : journal::named_in(bytes).files) ANJUAN_CHECK(is_hex_digest(file));
}

void read_command_line(std::string_view bytes) {
  const std::vector<std::string> words = split(bytes, '\n');
  for (const cli::Command& command : cli::commands()) answered(cli::parse_options(command.rules, words), "");
}

void read_pdf(std::string_view bytes) {
  const auto pages = pages::count_pdf_pages(bytes, "fuzz.pdf");
  if (!answered(pages, "")) return;
  ANJUAN_CHECK(*pages >= 0);
  static const auto fonts = pages::load_fonts({});
  if (!fonts.ok()) return;  // none on this machine: nothing can be bound
  std::vector<pages::VolumePart> parts;
  parts.push_back({nullptr, pages::held(std::string(bytes)), true, "fuzz.pdf"});
  answered(pages::bind(parts, **fonts, {.document_id = "fuzz", .title = "", .author = "", .subject = "", .created = {}}, [](std::string_view) { return Outcome(Done{}); }), "");
}

}  // namespace anjuan::fuzz
