#include "handling/papers.h"

#include "base/text.h"
#include "handling/messages.h"
#include "handling/signed_form.h"

namespace anjuan::handling {
namespace {

using cases::Case;
using cases::Paper;

std::string shown(const Paper& p) { return p.number.empty() ? p.title : p.title + " " + p.number; }

/// The paper, if something may still be recorded about it.
Result<Paper*> open_paper(Case& c, const std::string& wanted, Wording what) {
  if (c.dossier) return diagnose(void_of_bound, Place{}, c.id.text());
  ANJUAN_TRY(Paper* const paper, find_paper(c, wanted));
  if (paper->state == Paper::State::voided) return diagnose(paper_not_valid, Place{}, shown(*paper), Wording("已经作废", "is void"), what);
  if (paper->state == Paper::State::superseded) {
    return diagnose(paper_not_valid, Place{}, shown(*paper), Wording("已被重新制作的文书取代", "was replaced by a later one"), what);
  }
  return paper;
}

Outcome not_before(const Paper& paper, Day on, Wording what) {
  if (on >= paper.date) return Done{};
  return diagnose(before_made, Place{}, what, official(on), shown(paper), official(paper.date));
}

/// Keeps the scan as the paper's signed form.
Outcome keep_scan(Work& work, Paper& paper, const std::string& bytes, const std::string& file) {
  if (bytes.empty()) return Done{};
  ANJUAN_TRY(const ReadScan scan, read_scan(work, bytes, file));
  ANJUAN_TRY(const std::string as_handed_in, work.tx.put_file(bytes));  // the entry names it
  static_cast<void>(as_handed_in);
  ANJUAN_TRY(paper.scan, keep_file(work, scan.pdf));
  paper.scan_pages = scan.pages;
  return Done{};
}

bool is_pdf(const std::string& bytes) { return bytes.starts_with("%PDF-"); }
bool is_picture(const std::string& bytes) { return bytes.starts_with("\xff\xd8\xff") || bytes.starts_with("\x89PNG\r\n\x1a\n"); }

}  // namespace

Result<Paper*> find_paper(Case& c, const std::string& wanted) {
  for (Paper& p : c.papers) {
    if (p.id == wanted || (!p.number.empty() && p.number == wanted)) return &p;
  }
  for (auto p = c.papers.rbegin(); p != c.papers.rend(); ++p) {
    if (p->slot == wanted && p->state == Paper::State::issued) return &*p;
  }
  std::vector<std::string> names;
  for (const Paper& p : c.papers) names.push_back(p.id + " " + p.slot);
  return diagnose(unknown_paper, Place{}, wanted, enumerated(names));
}

Result<ReadScan> read_scan(Work& work, const std::string& bytes, const std::string& file) {
  if (is_pdf(bytes)) {
    ANJUAN_TRY(const int pages, pages::count_pdf_pages(bytes, file));
    return ReadScan{bytes, pages};
  }
  if (!is_picture(bytes)) return diagnose(scan_unreadable, Place{file}, file);
  ANJUAN_TRY(const pages::Setting setting, pages::page_of_scan(bytes, file));
  ANJUAN_TRY(std::string pdf, pages::write_pdf(setting, work.office.fonts, {sha256(bytes), file, "", "", work.act.recorded}));
  return ReadScan{std::move(pdf), pages::page_count(setting)};
}

Outcome record_signing(Work& work, const CaseId& id, const std::string& wanted, const Signing& signing) {
  ANJUAN_TRY(Case* const c, touch(work, id));
  const Wording what{"签署", "signing"};
  ANJUAN_TRY(Paper* const paper, open_paper(*c, wanted, what));
  ANJUAN_TRY(NewSignatures signatures, check_signed_form(work, *paper, signing.scan, signing.scan_file, signing.seal));
  ANJUAN_TRY(auto dated, not_before(*paper, work.act.on, what));
  if (paper->signed_on && work.act.on < *paper->signed_on) return diagnose(dated_before_last, Place{}, official(work.act.on), official(*paper->signed_on));
  ANJUAN_TRY(auto kept, keep_scan(work, *paper, signing.scan, signing.scan_file));
  static_cast<void>(dated), static_cast<void>(kept);
  paper->signed_on = work.act.on;
  paper->signed_by = paper->signed_by.empty() || paper->signed_by == signing.by ? signing.by : paper->signed_by + "、" + signing.by;
  paper->signatures = signatures.total;
  Fields effect{{"signed", paper->id}, {"case", id.text()}, {"scan", paper->scan}};
  if (paper->signatures > 0) work.receipt.files.push_back({id, paper->id, "signed", paper->title, paper->number, paper->scan, "pdf"});
  if (!signatures.told.empty()) effect.emplace("signatures", Value(std::move(signatures.told)));
  work.effects.push_back(std::move(effect));
  const procedure::Event event{"签署." + paper->slot, {{"文书", paper->id}}, work.act.on, "#_paper"};
  return raise_event(work, id, event, true);
}

Outcome record_service(Work& work, const CaseId& id, const std::string& wanted, const Service& service) {
  ANJUAN_TRY(Case* const c, touch(work, id));
  const Wording what{"送达", "service"};
  ANJUAN_TRY(Paper* const paper, open_paper(*c, wanted, what));
  if (!paper->serve) return diagnose(not_to_serve, Place{}, shown(*paper));
  if (paper->served_on) return diagnose(already_served, Place{}, shown(*paper), official(*paper->served_on));
  ANJUAN_DO(not_before(*paper, work.act.on, what));
  const std::string servers = service.servers.empty() ? work.act.signatory : service.servers;
  paper->served_on = work.act.on;
  paper->served_way = service.way;
  paper->received_by = service.received_by;
  paper->served_place = service.place;
  paper->servers = servers;
  const std::string served_id = paper->id, slot = paper->slot;
  const auto& habits = work.office.bureau.papers;
  const Fields data{{"送达文书", paper->title}, {"送达文号", paper->number}, {"受送达人", paper->to}, {"送达方式", service.way},
                    {"送达地点", service.place}, {"收件人", service.received_by}, {"代收关系", service.relation},
                    {"送达人", servers}, {"拒收事由", service.refusal}, {"送达见证人", service.witness},
                    {"送达日期", work.act.on}, {"文书编号", paper->id}};
  ANJUAN_TRY(Paper* const receipt, add_paper(work, *c, {habits.receipt_slot + "-" + slot, habits.receipt_template, "", paper->to, paper->place, served_id, false, data}));
  if (is_pdf(service.scan)) {
    ANJUAN_TRY(const auto signatures, examine_signatures(service.scan, {}, service.scan_file));
    if (Diagnostics broken = broken_signatures(signatures, service.scan_file); !broken.empty()) return broken;
    receipt->signatures = static_cast<int>(signatures.size());
  }
  ANJUAN_DO(keep_scan(work, *receipt, service.scan, service.scan_file));
  receipt->signed_on = work.act.on;
  receipt->signed_by = servers;
  work.effects.push_back(Fields{{"served", served_id}, {"case", id.text()}, {"scan", receipt->scan}});
  const procedure::Event event{"送达." + slot, {{"文书", served_id}, {"送达方式", service.way}}, work.act.on, "#_paper"};
  return raise_event(work, id, event, true);
}

Outcome void_paper(Work& work, const CaseId& id, const std::string& wanted, const std::string& reason) {
  if (trim(reason).empty()) return diagnose(void_reason_missing, Place{});
  ANJUAN_TRY(Case* const c, touch(work, id));
  ANJUAN_TRY(Paper* const paper, open_paper(*c, wanted, {"作废", "voiding"}));
  paper->state = Paper::State::voided;
  paper->void_reason = reason;
  work.effects.push_back(Fields{{"voided", paper->id}, {"case", id.text()}, {"reason", reason}});
  if (paper->number_code.empty()) return Done{};
  return work.tx.void_number({paper->number_code, paper->number_year, paper->number_n}, reason);
}

}  // namespace anjuan::handling
