// Makes a paper: number, words, pages, bytes; all inside the act. The data it was composed from are
// kept beside it, so that the dossier can set it again with shared fonts: those that its words read, not all that is
// known of the case and its round.

#include "documents/compose.h"
#include "documents/document_number.h"
#include "cases/messages.h"
#include "handling/paper_source.h"
#include "handling/papers.h"
#include "json/json.h"

namespace anjuan::handling {
namespace {

using cases::Case;
using cases::Paper;

/// Takes the next number of the book and prints it as the bureau's pattern says.
Outcome take_number(Work& work, const std::string& code, Paper& paper) {
  const cases::NumberCode* row = cases::find_code(work.office.bureau, code);
  if (!row) return diagnose(cases::unknown_code, Place{}, code);
  ANJUAN_TRY(const cases::TakenNumber taken, work.tx.take_number(code, year_of(work.act.on), paper.id));
  paper.number_code = code;
  paper.number_year = taken.year;
  paper.number_n = taken.n;
  Fields parts = work.office.bureau.facts;
  parts.insert_or_assign("年", Value(taken.year));
  parts.insert_or_assign("号", Value(taken.n));
  ANJUAN_TRY(paper.number, documents::document_number(row->pattern, Place{}, parts));
  return Done{};
}

/// A later paper takes over the slot of one that nobody has signed or received yet: that one no
/// longer counts, and its number, if any, is void in the open.
Outcome supersede(Work& work, Case& c, const Paper& later) {
  for (Paper& earlier : c.papers) {
    if (earlier.slot != later.slot || earlier.state != Paper::State::issued) continue;
    if (earlier.serve || earlier.signed_on || earlier.served_on || !earlier.receipt_of.empty()) continue;
    earlier.state = Paper::State::superseded;
    earlier.void_reason = later.id;
    if (earlier.number_code.empty()) continue;
    ANJUAN_DO(work.tx.void_number({earlier.number_code, earlier.number_year, earlier.number_n}, later.id));
  }
  return Done{};
}

std::string paper_id(const Case& c) {
  const std::size_t n = c.papers.size() + 1;
  return c.id.text() + "-W" + (n < 10 ? "0" : "") + std::to_string(n);
}

}  // namespace

Result<std::shared_ptr<const pages::Style>> style_of(Work& work, const Case& c, const pages::Manuscript& manuscript, const std::string& template_id) {
  return style_of(work.office, work.tx, c, manuscript, template_id);
}

Result<ComposedPaper> compose_paper(Work& work, const Case& c, const std::string& template_id, const Fields& names, const std::string& watermark) {
  ANJUAN_TRY(const Loaded<documents::DocumentTemplate>* const found, template_of(work.office, work.tx, c, template_id));
  const documents::DocumentTemplate& model = found->content;
  ANJUAN_TRY(documents::Composed composed, documents::compose_with_data(model, names));
  pages::Manuscript& manuscript = composed.manuscript;
  manuscript.watermark = watermark;
  ANJUAN_TRY(const auto style, style_of(work, c, manuscript, template_id));
  ANJUAN_TRY(pages::Setting setting, pages::set_pages(manuscript, *style, work.office.fonts));
  return ComposedPaper{std::make_shared<const pages::Setting>(std::move(setting)), manuscript.title, model.label, found->digest, std::move(composed.data)};
}

Result<pages::Manuscript> manuscript_of(Work& work, const Case& c, const cases::Paper& paper) { return manuscript_of(work.office, work.tx, c, paper); }

std::string watermark_of(const Work& work, bool draft) {
  const std::string exercise = work.office.bureau.exercise ? work.office.bureau.exercise_mark : "";
  if (!draft) return exercise;
  return exercise.empty() ? work.office.bureau.papers.draft_mark : exercise + "　" + work.office.bureau.papers.draft_mark;
}

Result<Paper*> add_paper(Work& work, Case& c, NewPaper request) {
  Paper paper;
  paper.id = paper_id(c);
  paper.slot = request.slot;
  paper.template_id = request.template_id;
  paper.date = work.act.on;
  paper.to = request.to;
  paper.place = request.place;
  paper.receipt_of = request.receipt_of;
  if (!request.number_code.empty() && !request.draft) {
    ANJUAN_DO(take_number(work, request.number_code, paper));
  }
  ANJUAN_TRY(Fields names, names_now(work, c, request.data));
  ANJUAN_TRY(const journal::Head head, work.tx.journal_head());
  names.insert_or_assign("记录", cases::journal_fact(head));
  names.insert_or_assign("文号", Value(paper.number));
  names.insert_or_assign("成文日期", Value(paper.date));
  names.insert_or_assign("受文者", Value(paper.to));
  const std::string watermark = watermark_of(work, request.draft);
  ANJUAN_TRY(const ComposedPaper composed, compose_paper(work, c, paper.template_id, names, watermark));
  const pages::PdfStamp stamp{paper.id, composed.title, work.office.bureau.facts.at("名称").text_or_empty(), paper.number, work.act.recorded};
  ANJUAN_TRY(const std::string pdf, pages::write_pdf(*composed.setting, work.office.fonts, stamp));
  ANJUAN_TRY(paper.print, keep_file(work, pdf));
  ANJUAN_TRY(paper.source, keep_file(work, json::write(Fields{{"template", paper.template_id}, {"watermark", watermark}, {"names", composed.data}})));
  paper.template_digest = composed.template_digest;
  paper.title = paper.receipt_of.empty() ? composed.label : composed.title;
  paper.pages = pages::page_count(*composed.setting);
  ANJUAN_DO(supersede(work, c, paper));
  work.receipt.papers.push_back({c.id, paper.id, paper.slot, paper.title, paper.number, paper.print, "pdf"});
  work.effects.push_back(Fields{{"paper", paper.id}, {"case", c.id.text()}, {"slot", paper.slot}, {"number", paper.number}, {"digest", paper.print}});
  c.papers.push_back(std::move(paper));
  return &c.papers.back();
}

Outcome make_document(Work& work, Case& c, const procedure::MakeDocument& e) {
  ANJUAN_TRY(Paper* const paper, add_paper(work, c, {e.slot, e.template_id, e.number_code, e.to, e.place, "", e.draft, e.data}));
  paper->mandatory = e.mandatory;
  paper->seal = e.seal;
  paper->sign = e.sign;
  paper->serve = e.serve;
  paper->draft = e.draft;
  return Done{};
}

}  // namespace anjuan::handling
