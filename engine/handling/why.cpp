#include "handling/why.h"

#include "handling/planning.h"

#include <algorithm>

#include "cases/authority.h"
#include "cases/case_facts.h"
#include "cases/case_value.h"
#include "cases/register_facts.h"
#include "handling/edition.h"
#include "json/json.h"
#include "procedure/definition.h"
#include "registers/register.h"

namespace anjuan::handling {
namespace {

using cases::Case;
using cases::Paper;
using procedure::Definition;

Result<Value> registers_of(cases::Reading& reading, Day on) {
  ANJUAN_TRY(const auto targets, reading.load_register("targets"));
  ANJUAN_TRY(const auto inspectors, reading.load_register("inspectors"));
  if (!targets || !inspectors) return Value();
  return cases::register_fact(registers::register_of<registers::InspectionTarget>(targets->body).rows,
                              registers::register_of<registers::Inspector>(inspectors->body).rows, on);
}

/// Events that tell of a paper: the engine raises them when signing or service is recorded.
bool is_of_paper(const std::string& event) { return event.starts_with("签署.") || event.starts_with("送达."); }

RefusedAct refused_act(std::int64_t n, const Value& entry) {
  RefusedAct out;
  out.n = n;
  const Value& on = entry.field("on");
  if (on.is(Value::Kind::date)) out.on = on.date();
  out.event = entry.field("event").text_or_empty();
  out.signatory = entry.field("signatory_person").field("姓名").text_or_empty();
  if (out.signatory.empty()) out.signatory = entry.field("signed_as").text_or_empty();
  out.recorder = entry.field("recorder").field("姓名").text_or_empty();
  const Value& because = entry.field("because");
  if (!because.is(Value::Kind::list)) return out;
  for (const Value& row : because.list()) out.because.emplace_back(row.field("zh").text_or_empty(), row.field("en").text_or_empty());
  return out;
}

template <class Wanted>
std::vector<const Paper*> papers_that(const Case& c, Wanted wanted) {
  std::vector<const Paper*> out;
  for (const Paper& p : c.papers) {
    if (p.state == Paper::State::issued && !p.draft && wanted(p)) out.push_back(&p);
  }
  return out;
}

}  // namespace

Result<CaseView> view_case(const Office& office, cases::Reading& reading, const CaseId& id, Day on) { return view_case_renamed(office, reading, id, on, {}); }

Result<CaseView> view_case_renamed(const Office& office, cases::Reading& reading, const CaseId& id, Day on, const std::map<std::string, std::string>& papers) {
  ANJUAN_TRY(const cases::CaseRow row, reading.load_case(id));
  CaseView view{cases::case_from(row.body), row.title, nullptr, {}};
  view.content.version = row.version;
  for (cases::Paper& paper : view.content.papers) {
    if (const auto other = papers.find(paper.slot); other != papers.end()) paper.slot = other->second;
  }
  ANJUAN_TRY(view.definition, definition_of(office, reading, view.content));
  Case round;
  if (!view.content.round.empty()) {
    ANJUAN_TRY(const cases::CaseRow round_row, reading.load_case(view.content.round));
    round = cases::case_from(round_row.body);
  }
  Value registers;
  if (view.content.kind == "round") {
    ANJUAN_TRY(registers, registers_of(reading, on));
  }
  const Value nobody(Fields{{"编号", ""}, {"姓名", ""}, {"职务", ""}, {"单位", ""}});
  view.facts = cases::facts_of(view.content, {office.bureau, round.id.empty() ? nullptr : &round, on, nobody, nobody, registers});
  return view;
}

std::vector<NextAct> next_acts(const CaseView& view, const Office& office, Day on) {
  const Definition& d = *view.definition;
  std::vector<NextAct> out;
  for (procedure::Opportunity& o : procedure::opportunities(view.definition, view.content.standing, {view.facts, &office.calendar}, on)) {
    if (o.of_time_limit || is_of_paper(o.event)) continue;
    NextAct next;
    const procedure::Role* role = d.role(o.role);
    next.outside = role && role->outside;
    next.anybody = !role;
    if (role && !role->outside) next.people = cases::who_may(d, o.role, view.content, view.facts, office.bureau, on);
    if (!o.basis.empty()) {
      const LegalBasis provision = procedure::provision_of(d, o.basis);
      next.basis = provision.instrument + provision.article;
    }
    next.what = std::move(o);
    out.push_back(std::move(next));
  }
  return out;
}

std::vector<RefusedAct> refused_lately(const std::vector<journal::Entry>& journal, const CaseId& id, std::size_t most) {
  std::vector<RefusedAct> out;
  for (auto entry = journal.rbegin(); entry != journal.rend() && out.size() < most; ++entry) {
    if (entry->text.find("\"refused\"") == std::string::npos) continue;  // cheap: most entries are none
    const auto act = json::read(entry->text, Place{});
    if (!act.ok() || act->field("kind").text_or_empty() != "refused" || act->field("case").text_or_empty() != id.text()) continue;
    out.push_back(refused_act(entry->n, *act));
  }
  return out;
}

std::vector<const Paper*> unsigned_papers(const Case& c) {
  return papers_that(c, [](const Paper& p) { return p.sign && !p.signed_on; });
}

std::vector<const Paper*> unserved_papers(const Case& c) {
  return papers_that(c, [](const Paper& p) { return p.serve && !p.served_on; });
}

}  // namespace anjuan::handling
