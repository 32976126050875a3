// 立卷: orders the papers, sets cover, contents and closing note, binds the volumes and writes their
// manifests. Our own papers are set again from their data, so that a volume shares its fonts; scans
// are bound as they are, with the print kept as their source.

#include <algorithm>

#include "base/text.h"
#include "dossier/archival_code.h"
#include "dossier/assemble.h"
#include "dossier/binding.h"
#include "dossier/manifest.h"
#include "dossier/volume_facts.h"
#include "handling/messages.h"
#include "pages/setting.h"
#include "handling/papers.h"
#include "handling/visible_names.h"

namespace anjuan::handling {
namespace {

using cases::Case;
using cases::Paper;

std::string text_in(const Fields& values, const std::string& name) {
  const auto found = values.find(name);
  return found == values.end() ? "" : display(found->second);
}
std::optional<Day> day_in(const Fields& values, const std::string& name) {
  const auto found = values.find(name);
  return found != values.end() && found->second.is(Value::Kind::date) ? std::optional(found->second.date()) : std::nullopt;
}
std::vector<std::string> texts_in(const Fields& values, const std::string& name) {
  std::vector<std::string> out;
  const auto found = values.find(name);
  if (found == values.end() || !found->second.is(Value::Kind::list)) return out;
  for (const Value& item : found->second.list()) out.push_back(display(item));
  return out;
}

/// Closing one dossier: the parts that several steps need.
struct Closing {
  Work& work;
  Case& c;
  const Fields& values;
  const dossier::DossierRules& rules;
  const dossier::DossierKind& kind;
  Fields names;   ///< facts, data and parameters of the case

  std::string organ() const { return work.office.bureau.facts.at("名称").text_or_empty(); }
};

dossier::PaperItem item_of(const Closing& closing, const Paper& p, std::int64_t created) {
  dossier::PaperItem item;
  item.id = p.id;
  item.slot = p.slot;
  item.title = p.title;
  item.number = p.number;
  item.responsible = p.seal || p.signed_by.empty() ? closing.organ() : p.signed_by;
  item.date = p.date;
  item.place = p.place;
  item.created = created;
  item.receipt_of = p.receipt_of;
  item.mandatory = p.mandatory;
  item.sign_required = p.sign;
  item.is_signed = p.signed_on.has_value();
  item.serve_required = p.serve;
  item.served = p.served_on.has_value();
  item.voided = p.state == Paper::State::voided || (p.state == Paper::State::superseded && !p.number.empty());
  item.draft = p.draft;
  item.print_digest = p.print;
  item.scan_digest = p.scan;
  item.pages = p.scan.empty() ? p.pages : p.scan_pages;
  return item;
}

dossier::CasePapers papers_of(const Closing& closing) {
  dossier::CasePapers out;
  out.case_number = closing.c.id.text();
  std::int64_t created = 0;
  for (const Paper& p : closing.c.papers) {
    ++created;
    if (p.state == Paper::State::superseded && p.number.empty()) continue;
    out.papers.push_back(item_of(closing, p, created));
  }
  for (const std::string& name : texts_in(closing.values, "缺件")) {
    const auto paper = std::find_if(closing.c.papers.begin(), closing.c.papers.end(), [&](const Paper& p) { return p.title == name || p.id == name; });
    const std::string which = paper == closing.c.papers.end() ? name : paper->slot;
    out.notes.push_back({which, text_in(closing.values, "缺件理由"), text_in(closing.values, "缺件批准人"), day_in(closing.values, "缺件批准日期"), ""});
  }
  return out;
}

Result<dossier::VolumeDescription> describe(Closing& closing) {
  dossier::VolumeDescription d;
  ANJUAN_TRY(d.title, dossier::dossier_title(closing.rules, closing.kind, closing.names));
  ANJUAN_TRY(const dossier::Period period, dossier::find_period(closing.rules, text_in(closing.values, "保管期限")));
  const auto& facts = closing.work.office.bureau.facts;
  d.parts = {facts.at("全宗号").text_or_empty(), year_of(closing.work.act.on), period, text_in(closing.values, "机构代码"), 0};
  ANJUAN_TRY(const std::string series, dossier::archival_series(closing.rules, d.parts));
  ANJUAN_TRY(const cases::TakenNumber taken, closing.work.tx.take_number(series, d.parts.year, closing.c.id.text()));
  d.parts.serial = taken.n;
  d.case_number = closing.c.id.text();
  d.main_number = text_in(closing.values, "主要文号");
  d.party = closing.c.target.field("名称").text_or_empty();
  d.handling_unit = closing.c.unit;
  d.handled_by = text_in(closing.values, "承办人");
  d.inspected_from = day_in(closing.values, "检查开始");
  d.inspected_to = day_in(closing.values, "检查结束");
  d.closed_on = closing.work.act.on;
  d.result = text_in(closing.values, "处理结果");
  d.compiled_by = closing.work.signatory.field("姓名").text_or_empty();
  d.checked_by = text_in(closing.values, "检查人");
  d.compiled_on = d.archived_on = closing.work.act.on;
  d.recordings = text_in(closing.values, "音像说明");
  d.cross_references = texts_in(closing.values, "互见号");
  return d;
}

const Paper& paper_with(const Case& c, const std::string& id) {
  const auto found = std::find_if(c.papers.begin(), c.papers.end(), [&](const Paper& p) { return p.id == id; });
  ANJUAN_CHECK(found != c.papers.end());
  return *found;
}

/// A file of the office, read when it is bound.
pages::ReadBytes reading(Closing& closing, const std::string& digest) {
  return [&tx = closing.work.tx, digest] { return tx.read_file(digest); };
}

/// The bytes to bind: the scan; our own setting where its template is still the same; else the print.
Result<dossier::PaperFile> file_of(Closing& closing, const Paper& paper) {
  if (!paper.scan.empty()) return dossier::PaperFile{nullptr, reading(closing, paper.scan)};
  ANJUAN_TRY(const Library* const edition, library_of(closing.work, closing.c));
  const auto model = edition->templates.find(paper.template_id);
  if (model == edition->templates.end() || model->second.digest != paper.template_digest) {
    return dossier::PaperFile{nullptr, reading(closing, paper.print)};
  }
  ANJUAN_TRY(const pages::Manuscript manuscript, manuscript_of(closing.work, closing.c, paper));
  ANJUAN_TRY(const auto style, style_of(closing.work, closing.c, manuscript, paper.template_id));
  ANJUAN_TRY(pages::Setting setting, pages::set_pages(manuscript, *style, closing.work.office.fonts));
  return dossier::PaperFile{std::make_shared<const pages::Setting>(std::move(setting)), nullptr};
}

Result<dossier::FrontAndBack> front_and_back(Closing& closing, const Fields& volume_names) {
  const cases::PaperHabits& habits = closing.work.office.bureau.papers;
  const std::string mark = watermark_of(closing.work, false);
  dossier::FrontAndBack out;
  const auto compose = [&](const std::string& id) { return compose_paper(closing.work, closing.c, id, volume_names, mark); };
  ANJUAN_TRY(const ComposedPaper cover, compose(habits.cover_template));
  ANJUAN_TRY(const ComposedPaper contents, compose(habits.contents_template));
  ANJUAN_TRY(const ComposedPaper closing_note, compose(habits.closing_template));
  out.cover = cover.setting;
  out.contents = contents.setting;
  out.closing_note = closing_note.setting;
  return out;
}

/// The copy that people open; of a paper whose scan is bound the scan, and the print as its source.
std::string path_of(const Case& c, const dossier::PaperItem& item, bool source) {
  if (!item.scan_digest.empty() && !source) return scan_path(c.id.text(), item.id);
  return paper_path(c.id.text(), item.id, item.title, item.number);
}

/// Adds the journal's lines of this case and what lies beside the volume.
Outcome complete(Closing& closing, dossier::Manifest& manifest, const dossier::VolumePlan& volume, const std::string& name, const std::string& sha256_of_volume, const std::string& code) {
  manifest.case_number = closing.c.id.text();
  manifest.archival_code = code;
  manifest.title = text_in(closing.names, "案卷题名");
  manifest.ordinal = volume.ordinal;
  manifest.total = volume.total;
  manifest.pages = volume.pages;
  manifest.volume = {volume_path(name), sha256_of_volume};
  for (const cases::SheetIssue& s : closing.c.sheets) {
    if (!s.filled.empty()) manifest.others.push_back({sheet_path(closing.c.id.text(), s.serial, s.slot, true), s.filled});
  }
  ANJUAN_TRY(const auto entries, closing.work.tx.read_journal_about(closing.c.id));
  const std::string wanted = closing.c.id.text();
  for (const journal::Entry& entry : entries) {
    if (entry.text.find("\"" + wanted + "\"") != std::string::npos) manifest.journal.push_back(entry);
  }
  ANJUAN_TRY(const journal::Head head, closing.work.tx.journal_head());
  manifest.head_n = head.n;
  manifest.head_digest = head.digest;
  return Done{};
}

Result<cases::BoundVolume> bind_volume(Closing& closing, const dossier::DossierPlan& plan, const dossier::VolumePlan& volume,
                                       const dossier::VolumeDescription& description, const std::string& code) {
  ANJUAN_TRY(const Fields volume_facts, dossier::volume_facts(closing.rules, plan, volume, description));
  Fields names = closing.names;
  for (const auto& [name, value] : volume_facts) names.insert_or_assign(name, value);
  ANJUAN_TRY(const dossier::FrontAndBack around, front_and_back(closing, names));
  Diagnostics unreadable;
  const auto file = [&](const dossier::PaperItem& item) {
    auto found = file_of(closing, paper_with(closing.c, item.id));
    if (found.ok()) return std::move(found).value();
    unreadable.insert(unreadable.end(), found.diagnostics().begin(), found.diagnostics().end());
    return dossier::PaperFile{};
  };
  auto parts = dossier::volume_parts(volume, closing.rules, around, file);
  if (!unreadable.empty()) return unreadable;
  if (!parts.ok()) return parts.diagnostics();
  const std::string name = closing.c.id.text() + (volume.total > 1 ? "-" + std::to_string(volume.ordinal) : "");
  cases::BoundVolume out{name, "", "", volume.pages, static_cast<int>(volume.items.size())};
  pages::BoundVolume bound;
  RunningDigest running(DigestKind::sha256);
  const pages::PdfStamp stamp{name, description.title, closing.organ(), code, closing.work.act.recorded};
  ANJUAN_TRY(out.file, keep_file(closing.work, [&](const pages::Sink& sink) -> Outcome {
    ANJUAN_TRY(bound, pages::bind(*parts, closing.work.office.fonts, stamp, [&](std::string_view piece) {
      running.add(piece);
      return sink(piece);
    }));
    return Done{};
  }));
  if (Diagnostics wrong = dossier::check_bound(volume, bound, name); has_error(wrong)) return wrong;
  dossier::Manifest manifest = dossier::make_manifest(volume, [&](const dossier::PaperItem& p, bool source) { return path_of(closing.c, p, source); });
  ANJUAN_DO(complete(closing, manifest, volume, name, running.finish(), code));
  ANJUAN_TRY(out.manifest, keep_file(closing.work, dossier::write_manifest(manifest)));
  closing.work.receipt.files.push_back({closing.c.id, name, "dossier", name, code, out.file, "pdf"});
  closing.work.receipt.files.push_back({closing.c.id, name, "dossier", name + "-清单", code, out.manifest, "json"});
  closing.work.effects.push_back(Fields{{"bound", name}, {"case", closing.c.id.text()}, {"digest", out.file}, {"manifest", out.manifest}});
  return out;
}

}  // namespace

Outcome close_dossier(Work& work, Case& c, const procedure::CloseDossier& e) {
  ANJUAN_TRY(const Library* const edition, library_of(work, c));
  if (!edition->dossier) return diagnose(missing_piece, Place{}, Wording("案卷规则（dossiers）", "the rules of dossiers"));
  const dossier::DossierRules& rules = *edition->dossier;
  const dossier::DossierKind* kind = rules.kind(c.kind);
  if (!kind) return diagnose(missing_piece, Place{}, Wording("“" + c.kind + "”的案卷规则", "rules for dossiers of the kind “" + c.kind + "”"));
  ANJUAN_TRY(Fields names, names_now(work, c, c.standing.data));
  ANJUAN_TRY(const journal::Head head, work.tx.journal_head());
  names.insert_or_assign("记录", cases::journal_fact(head));
  Closing closing{work, c, e.values, rules, *kind, std::move(names)};
  ANJUAN_TRY(const dossier::DossierPlan plan, dossier::assemble(papers_of(closing), rules, c.kind));
  ANJUAN_TRY(const dossier::VolumeDescription description, describe(closing));
  ANJUAN_TRY(const std::string code, dossier::archival_code(rules, description.parts));
  closing.names.insert_or_assign("案卷题名", Value(description.title));
  cases::BoundDossier bound{code, description.result, {}, work.act.on};
  for (const dossier::VolumePlan& volume : plan.volumes) {
    ANJUAN_TRY(cases::BoundVolume made, bind_volume(closing, plan, volume, description, code));
    bound.volumes.push_back(std::move(made));
  }
  c.dossier = std::move(bound);
  return Done{};
}

}  // namespace anjuan::handling
