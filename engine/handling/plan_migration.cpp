// What a migration would do to each case: nothing is written here.

#include <algorithm>

#include "base/text.h"
#include "cases/case_value.h"
#include "handling/messages.h"
#include "handling/migrate.h"
#include "handling/planning.h"
#include "handling/why.h"
#include "json/json.h"
#include "procedure/ahead.h"
#include "procedure/difference.h"
#include "procedure/tree.h"

namespace anjuan::handling {
namespace {

using cases::Case;
using procedure::Definition;

/// The mapping as the definitions understand it: values read by the type of their item.
procedure::Renaming renaming_of(const ProcedureMap& map, const Definition& to, Diagnostics& wrong) {
  procedure::Renaming out{map.states, map.data, map.limits, {}};
  for (const auto& [id, typed] : map.values) {
    const procedure::DataItem* item = to.data_item(id);
    auto value = item == nullptr ? Result<Value>(Value(typed)) : expression::read_value(typed, item->type, Place{});
    if (value.ok()) out.values[id] = std::move(*value);
    else wrong.insert(wrong.end(), value.diagnostics().begin(), value.diagnostics().end());
  }
  return out;
}

std::set<std::string> events_of(const Case& c) {
  std::set<std::string> events;
  for (const cases::ActNote& act : c.acts) events.insert(act.event);
  return events;
}

template <class Map>
std::string digest_in(const Map& map, const std::string& id) {
  const auto found = map.find(id);
  return found == map.end() ? "" : found->second.digest;
}

/// Papers and sheets that may still be made: the old way beside the new.
class PaperComparison {
 public:
  PaperComparison(const Library& was, const Library& is, const Case& c, const std::map<std::string, std::string>& names)
      : was_(was), is_(is), case_(c), names_(names) {}

  std::vector<PaperMove> compare(const Definition& from, const Definition& to, const procedure::Ahead& before, const procedure::Ahead& after) {
    for (const procedure::DocumentAction& fresh : after.documents) {
      if (told(slot_of(fresh))) continue;
      const auto old = find(before.documents, slot_of(fresh), names_);
      if (old == nullptr) add(PaperMove::Kind::added, slot_of(fresh), fresh.mandatory ? Wording("必备", "mandatory") : Wording(""));
      else document(from, *old, to, fresh);
    }
    for (const procedure::DocumentAction& old : before.documents) {
      const std::string slot = renamed(slot_of(old), names_);
      if (!told(slot) && find(after.documents, slot) == nullptr) add(PaperMove::Kind::dropped, slot_of(old), "");
    }
    forms(before, after);
    lacking(before, after);
    lost(from, to, after);
    return std::move(out_);
  }

 private:
  const Library& was_;
  const Library& is_;
  const Case& case_;
  const std::map<std::string, std::string>& names_;   ///< of papers, old to new
  std::vector<PaperMove> out_;
  std::set<std::string> seen_;

  bool told(const std::string& slot) { return !seen_.insert(slot).second; }
  void add(PaperMove::Kind kind, const std::string& slot, Wording how) { out_.push_back({kind, slot, std::move(how)}); }

  static const std::string& renamed(const std::string& slot, const std::map<std::string, std::string>& names) {
    const auto found = names.find(slot);
    return found == names.end() ? slot : found->second;
  }
  static const procedure::DocumentAction* find(const std::vector<procedure::DocumentAction>& all, const std::string& slot, const std::map<std::string, std::string>& names = {}) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& d) { return renamed(slot_of(d), names) == slot; });
    return found == all.end() ? nullptr : &*found;
  }

  void document(const Definition& from, const procedure::DocumentAction& old, const Definition& to, const procedure::DocumentAction& fresh) {
    std::vector<Wording> how = procedure::document_changes(from, old, to, fresh);
    if (slot_of(old) != slot_of(fresh)) how.insert(how.begin(), {"原来称“" + slot_of(old) + "”", "called “" + slot_of(old) + "” before"});
    const bool same_template = old.template_id == fresh.template_id;
    if (same_template && digest_in(was_.templates, old.template_id) != digest_in(is_.templates, fresh.template_id)) {
      how.emplace_back("按改过的模板制作", "made by the changed template");
    }
    if (!how.empty()) add(PaperMove::Kind::changed, slot_of(fresh), procedure::joined(how));
  }

  static std::set<std::string> mentioned(const Definition& d) {
    std::set<std::string> ids;
    for (const procedure::Mention& mention : procedure::forms_used(d)) ids.insert(mention.id);
    return ids;
  }

  /// Checklists: by slot; which form is used may depend on data, so any form of the library counts.
  void forms(const procedure::Ahead& before, const procedure::Ahead& after) {
    const bool changed = std::any_of(is_.forms.begin(), is_.forms.end(), [&](const auto& form) { return digest_in(was_.forms, form.first) != form.second.digest; });
    for (const procedure::SheetAction& sheet : after.sheets) {
      if (told(sheet.slot)) continue;
      const bool known = std::any_of(before.sheets.begin(), before.sheets.end(), [&](const auto& s) { return s.slot == sheet.slot; });
      if (!known) add(PaperMove::Kind::added, sheet.slot, {"检查表", "a sheet"});
      else if (changed) add(PaperMove::Kind::changed, sheet.slot, {"检查表有改动", "the sheet's form has changed"});
    }
  }

  static std::vector<procedure::DocumentAction> mandatory(const Definition& d) {
    std::vector<procedure::DocumentAction> all;
    procedure::for_every_action(d, [&](const procedure::Action& action) {
      const auto* document = std::get_if<procedure::DocumentAction>(&action.what);
      if (document != nullptr && document->mandatory) all.push_back(*document);
    });
    return all;
  }

  /// Newly mandatory, but nothing that may still come makes it.
  void lost(const Definition& from, const Definition& to, const procedure::Ahead& after) {
    const auto before = mandatory(from);
    for (const procedure::DocumentAction& paper : mandatory(to)) {
      const std::string slot = slot_of(paper);
      if (cases::paper_in(case_, slot) != nullptr || find(after.documents, slot) != nullptr || find(before, slot, names_) != nullptr) continue;
      if (!told(slot)) add(PaperMove::Kind::changed, slot, {"必备，但制作它的环节本案已经走过，做不出来：可以迁移，装订时缺件", "mandatory, but the state that makes it has been passed: the case can move, its dossier will lack it"});
    }
  }

  /// What must be there first, but is made only where the case has been already.
  void lacking(const procedure::Ahead& before, const procedure::Ahead& after) {
    for (const procedure::PaperWanted& wanted : after.wanted) {
      const bool had = cases::paper_in(case_, wanted.slot) != nullptr || find(after.documents, wanted.slot) != nullptr;
      const bool known = std::any_of(before.wanted.begin(), before.wanted.end(), [&](const auto& w) { return renamed(w.slot, names_) == wanted.slot; });
      if (had || known || told(wanted.slot)) continue;
      add(PaperMove::Kind::lacking, wanted.slot, {"办“" + wanted.transition + "”以前要有", "needed before “" + wanted.transition + "”"});
    }
  }
};

/// Events that a definition sends to its round ("#_parent") or to its cases.
std::set<std::string> messages_of(const Definition& d, bool to_parent) {
  std::set<std::string> events;
  const Fields nothing;
  procedure::for_every_action(d, [&](const procedure::Action& action) {
    const auto* send = std::get_if<procedure::Send>(&action.what);
    if (send == nullptr || !send->event.expression || !send->target.given()) return;
    const auto event = expression::evaluate(*send->event.expression, {nothing, {}, {}});
    const auto target = send->target.expression ? expression::evaluate(*send->target.expression, {nothing, {}, {}}) : Result<Value>(Value());
    const bool parent = target.ok() && target->text_or_empty() == "#_parent";
    if (event.ok() && event->is(Value::Kind::text) && parent == to_parent) events.insert(event->text());
  });
  return events;
}

bool awaits(const Definition& d, const std::string& event) {
  return std::any_of(d.transitions.begin(), d.transitions.end(), [&](const procedure::Transition& t) { return procedure::matches(t.events, event); });
}

/// The first message from one definition that the other does not take; "" none.
std::string unheard(const Definition& from, const Definition& by, bool to_parent) {
  for (const std::string& event : messages_of(from, to_parent)) {
    if (!awaits(by, event)) return event;
  }
  return "";
}

/// A round and its cases must understand each other whichever of them move.
class Pairs {
 public:
  explicit Pairs(std::vector<Planned>& all) : all_(all) {}

  void settle() {
    bool again = true;
    while (again) {
      again = false;
      for (Planned& c : all_) {
        if (c.plan.round.empty()) continue;
        for (Planned& round : all_) {
          if (round.plan.id == c.plan.round) again = part(round, c) || again;
        }
      }
    }
  }

 private:
  std::vector<Planned>& all_;

  static const Definition& as_planned(const Planned& p) { return p.plan.migration ? *p.to : *p.from; }

  /// Whether one of the two was taken out of the plan.
  static bool part(Planned& round, Planned& c) {
    if (bool(round.plan.migration) == bool(c.plan.migration)) return false;
    Planned& moving = round.plan.migration ? round : c;
    const Planned& staying = round.plan.migration ? c : round;
    const bool case_moves = &moving == &c;
    std::string event = unheard(as_planned(moving), as_planned(staying), case_moves);
    if (event.empty()) event = unheard(as_planned(staying), as_planned(moving), !case_moves);
    const bool news = unheard(*moving.from, *staying.from, case_moves).empty() && unheard(*staying.from, *moving.from, !case_moves).empty();
    if (event.empty() || !news) return false;
    const Wording what = case_moves ? Wording("任务", "the round") : Wording("案件", "the case");
    moving.plan.migration.reset();
    moving.plan.reasons.push_back(diagnose(migrate_alone, Place{}, what, staying.plan.id.text(), event));
    return true;
  }
};

std::set<std::string> limits_of(const Definition& d) {
  std::set<std::string> ids;
  procedure::for_every_action(d, [&](const procedure::Action& action) {
    if (const auto* limit = std::get_if<procedure::TimeLimitAction>(&action.what)) ids.insert(limit->id);
  });
  return ids;
}

std::set<std::string> papers_of(const Definition& d) {
  std::set<std::string> slots;
  procedure::for_every_action(d, [&](const procedure::Action& action) {
    if (const auto* document = std::get_if<procedure::DocumentAction>(&action.what)) slots.insert(slot_of(*document));
  });
  return slots;
}

std::vector<std::string> distinct(const std::vector<std::string>& names) {
  const std::set<std::string> once(names.begin(), names.end());
  return {once.begin(), once.end()};
}

/// Entries of the command line's mapping that none of the cases' procedures knows.
Diagnostics unused_names(const MigrationMap& map, const std::vector<Planned>& all) {
  Diagnostics found;
  std::vector<std::string> states, limits, papers, data;
  for (const Planned& p : all) {
    if (p.from) {
      for (const procedure::State& s : p.from->states) {
        if (s.kind != procedure::State::Kind::root) states.push_back(s.id);
      }
      for (const std::string& id : limits_of(*p.from)) limits.push_back(id);
      for (const std::string& slot : papers_of(*p.from)) papers.push_back(slot);
    }
    if (p.to) for (const procedure::DataItem& item : p.to->data) data.push_back(item.id);
  }
  const auto want = [&](const std::string& id, const std::vector<std::string>& known) {
    if (std::find(known.begin(), known.end(), id) != known.end()) return;
    if (const auto near = nearest(id, known))
      found.push_back(diagnose(migrate_name_unused, Place{}, id, *near));
    else
      found.push_back(diagnose(migrate_name_unlike_all, Place{}, id, ids_instead(id, distinct(known))));
  };
  if (all.empty()) return found;
  for (const auto& [from, to] : map.any.limits) want(from, limits);
  states.insert(states.end(), limits.begin(), limits.end());
  states.insert(states.end(), papers.begin(), papers.end());
  for (const auto& [from, to] : map.any.states) want(from, states);
  for (const auto& [id, text] : map.any.values) want(id, data);
  return found;
}

/// Of the names that hold for any procedure, those that this one has.
ProcedureMap fitting(const MigrationMap& map, const std::string& name, const Definition& from, const Definition* to) {
  MigrationMap narrowed{{}, map.of};
  const std::set<std::string> limits = limits_of(from), papers = papers_of(from);
  for (const auto& [old, fresh] : map.any.states) {
    const bool to_a_paper = fresh.size() == 1 && to != nullptr && papers.contains(old) && papers_of(*to).contains(fresh.front());
    if (to_a_paper) narrowed.any.papers.emplace(old, fresh.front());
    const bool to_a_limit = fresh.size() == 1 && to != nullptr && limits.contains(old) && limits_of(*to).contains(fresh.front());
    if (to_a_limit || (!from.find(old) && limits.contains(old))) narrowed.any.limits.emplace(old, fresh.front());
    if (from.find(old) && !((to_a_limit || to_a_paper) && !to->find(fresh.front()))) narrowed.any.states.emplace(old, fresh);
  }
  for (const auto& [old, fresh] : map.any.limits) {
    if (limits.contains(old)) narrowed.any.limits.emplace(old, fresh);
  }
  for (const auto& [id, text] : map.any.values) {
    if (to != nullptr && to->data_item(id) != nullptr) narrowed.any.values.emplace(id, text);
  }
  return map_of(narrowed, name);
}

/// States that the case is in, or remembers, and that the mapping does not name: those that unmistakably
/// keep their label under a new id are added to it.
std::vector<CasePlan::MatchedState> match_states(const procedure::Standing& standing, const Definition& from, const Definition& to, ProcedureMap& map) {
  std::set<std::string> concerned(standing.active.begin(), standing.active.end());
  for (const auto& [history, stored] : standing.history) {
    concerned.insert(history);
    concerned.insert(stored.begin(), stored.end());
  }
  std::vector<CasePlan::MatchedState> matched;
  for (const auto& [was, is] : procedure::renamed_states(from, to)) {
    if (!concerned.contains(was) || !map.states.emplace(was, std::vector<std::string>{is}).second) continue;
    matched.push_back({from.states[*from.find(was)].label, was, is});
  }
  return matched;
}

/// The latest day that the journal states for the case: opened, an act, a migration.
Result<std::optional<Day>> last_stated(cases::Reading& reading, const CaseId& id) {
  ANJUAN_TRY(const auto journal, reading.read_journal_about(id));
  std::optional<Day> last;
  for (const journal::Entry& entry : journal) {
    if (entry.text.find(id.text()) == std::string::npos) continue;
    ANJUAN_TRY(const Value act, json::read(entry.text, Place{}));
    const std::string& kind = act.field("kind").text_or_empty();
    if (kind == "refused" || kind == "calendar" || kind == "time" || !act.field("on").is(Value::Kind::date)) continue;
    bool mine = act.field("case").text_or_empty() == id.text();
    if (const Value& effects = act.field("effects"); effects.is(Value::Kind::list)) {
      for (const Value& effect : effects.list()) mine = mine || effect.field("opened").text_or_empty() == id.text();
    }
    if (mine && (!last || *last < act.field("on").date())) last = act.field("on").date();
  }
  return last;
}

}  // namespace

Outcome not_before_last(cases::Reading& reading, const Case& c, Day on) {
  std::optional<Day> last;
  if (c.acts.empty() || c.way_back) {
    ANJUAN_TRY(last, last_stated(reading, c.id));
  }
  for (const cases::ActNote& a : c.acts) {
    if (!last || *last < a.on) last = a.on;
  }
  if (!last || on >= *last) return Done{};
  return diagnose(dated_before_last, Place{}, official(on), official(*last));
}

std::map<std::string, std::string> papers_renamed(const std::map<std::string, std::string>& ordered, const Definition& from, const Definition& to) {
  std::map<std::string, std::string> names = procedure::renamed_papers(from, to);
  for (const auto& [old, fresh] : ordered) names.insert_or_assign(old, fresh);
  return names;
}

Result<Planned> plan_case(const Office& office, cases::Reading& reading, const Library& to, const CaseId& id, const ProcedureMap& map, Day on) {
  ANJUAN_TRY(CaseView view, view_case(office, reading, id, on));
  const Case& c = view.content;
  ANJUAN_TRY(const Library* const was, library_of(office, reading, c));
  Planned out{{}, view.definition, nullptr, {}};
  CasePlan& plan = out.plan;
  plan = {c.id, c.round, view.title, view.definition->label, c.edition, to.edition, false, {}, {}, {}, {}, {}};
  const std::string name = map.to.empty() ? c.definition : map.to;
  const auto found = to.procedures.find(name);
  if (found == to.procedures.end()) {
    std::vector<std::string> names;
    for (const auto& [known, loaded] : to.procedures) names.push_back(known);
    plan.reasons.push_back(diagnose(migrate_procedure_gone, Place{}, name, nearest(name, names).value_or("…")));
    out.content = std::move(view.content);
    return out;
  }
  out.to = found->second.content;
  out.papers = papers_renamed(map.papers, *view.definition, *out.to);
  if (!out.papers.empty()) {
    ANJUAN_TRY(view, view_case_renamed(office, reading, id, on, out.papers));
  }
  if (auto dated = not_before_last(reading, c, on); !dated.ok()) plan.reasons = dated.diagnostics();
  plan.same_procedure = out.to->digest == view.definition->digest;
  const procedure::Renaming names = renaming_of(map, *out.to, plan.reasons);
  const procedure::Facts facts{view.facts, &office.calendar};
  auto migration = procedure::migrate({*view.definition, out.to, c.standing, names, facts, on, events_of(c)});
  if (!migration.ok()) plan.reasons.insert(plan.reasons.end(), migration.diagnostics().begin(), migration.diagnostics().end());
  if (plan.reasons.empty()) {
    plan.papers = PaperComparison(*was, to, c, out.papers).compare(*view.definition, *out.to, what_lies_ahead(*view.definition, c.standing), what_lies_ahead(*out.to, migration->after));
    plan.migration = std::move(*migration);
  }
  out.content = std::move(view.content);
  return out;
}

Result<std::vector<CasePlan>> plan_migration(const Office& office, cases::Reading& reading, const PlanRequest& request) {
  ANJUAN_TRY(const auto rows, reading.select_cases({.unfinished = true}));
  std::vector<Planned> all;
  const auto asked = [&](const CaseId& id) { return std::find(request.only.begin(), request.only.end(), id) != request.only.end(); };
  for (const CaseId& id : request.only) {
    ANJUAN_TRY(const cases::CaseRow row, reading.load_case(id));
    if (row.finished) return diagnose(migrate_finished, Place{}, id.text());
    if (cases::case_from(row.body).edition == request.to.edition) return diagnose(migrate_current, Place{}, id.text());
  }
  for (const bool rounds : {true, false}) {
    for (const cases::CaseRow& row : rows) {
      if (row.round.empty() != rounds) continue;
      const Case c = cases::case_from(row.body);
      if (c.edition == request.to.edition) continue;
      ANJUAN_TRY(const procedure::DefinitionPtr from, definition_of(office, reading, c));
      const auto known = request.map.of.find(c.definition);
      const std::string name = known == request.map.of.end() || known->second.to.empty() ? c.definition : known->second.to;
      const auto target = request.to.procedures.find(name);
      const Definition* to = target == request.to.procedures.end() ? nullptr : target->second.content.get();
      ProcedureMap map = fitting(request.map, c.definition, *from, to);
      std::vector<CasePlan::MatchedState> matched;
      if (to != nullptr) matched = match_states(c.standing, *from, *to, map);
      ANJUAN_TRY(Planned planned, plan_case(office, reading, request.to, row.id, map, request.on));
      planned.map = std::move(map);
      planned.plan.matched = std::move(matched);
      if (!request.only.empty() && !asked(row.id)) planned.plan.migration.reset();
      all.push_back(std::move(planned));
    }
  }
  if (Diagnostics unused = unused_names(request.map, all); !unused.empty()) return unused;
  Pairs(all).settle();
  std::vector<CasePlan> plans;
  for (Planned& planned : all) {
    planned.plan.map = std::move(planned.map);
    if (request.only.empty() || asked(planned.plan.id)) plans.push_back(std::move(planned.plan));
  }
  return plans;
}

}  // namespace anjuan::handling
