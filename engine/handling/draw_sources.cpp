// What a freeze adds to the list that registers alone do not know: who contributes to the seed, and what
// inspectors have declared against the whole list.

#include <algorithm>
#include <set>

#include "base/text.h"
#include "handling/draw_lots.h"
#include "handling/messages.h"
#include "handling/papers.h"

namespace anjuan::handling {
namespace {

using cases::Case;

std::string field_of(const Value& source, std::string_view name) { return without_spaces(source.field(name).text_or_empty()); }

/// Id of the target that was named by id or by name, "" where the register has neither.
std::string target_named(const DrawPeople& people, const std::string& wanted) {
  for (const auto& t : people.targets.rows) {
    if (t.id == wanted || t.name == wanted) return t.id;
  }
  return "";
}

/// 对象 of a declaration: one or several, by id or name; an unknown one is named.
Result<std::vector<std::string>> targets_in(const DrawPeople& people, const Value& named) {
  std::vector<std::string> out;
  Diagnostics unknown;
  const List given = named.is(Value::Kind::list) ? named.list() : named.empty() ? List{} : List{named};
  for (const Value& one : given) {
    const std::string wanted(trim(display(one)));
    const std::string id = target_named(people, wanted);
    if (id.empty()) unknown.push_back(diagnose(declared_unknown_target, Place{}, wanted));
    else out.push_back(id);
  }
  if (!unknown.empty()) return unknown;
  return out;
}

/// The latest declaration of each inspector.
std::map<std::string, Value> latest_by_inspector(const Value& declarations) {
  std::map<std::string, Value> out;
  if (!declarations.is(Value::Kind::list)) return out;
  for (const Value& one : declarations.list()) out.insert_or_assign(one.field("编号").text_or_empty(), one);
  return out;
}

/// A commitment: another office brings its own, made for this very draw; without one it is our secret's.
Result<std::string> commitment_of(const Act& act, const Value& source, const draw::FrozenList& list, const std::string& id, std::string& ours) {
  const std::string brought = field_of(source, "承诺值"), made_for = field_of(source, "抽取号");
  if (!brought.empty()) {
    if (made_for != list.draw) return diagnose(committed_for_other_draw, Place{}, id, made_for.empty() ? "—" : made_for, list.draw);
    return brought;
  }
  if (!ours.empty()) return diagnose(two_own_secrets, Place{}, id);
  if (!act.secret_commitment.empty()) {
    ours = act.secret_commitment;
  } else {
    if (!is_hex_digest(act.secret)) return diagnose(secret_missing, Place{});
    ours = draw::commitment(list.hash, list.draw, id, act.secret);
  }
  return ours;
}

/// The contributor whose secret the envelopes hold.
std::string own_source(const cases::DrawRecord& record) {
  const Value& sources = record.facts.field("来源");
  for (const Value& s : sources.is(Value::Kind::list) ? sources.list() : List{}) {
    if (s.field("承诺值").text_or_empty() == record.commit) return s.field("代号").text_or_empty();
  }
  return "";
}

}  // namespace

Value sources_in(const Fields& values) {
  const auto named = values.find("来源");
  if (named != values.end()) return named->second;
  return List{Fields{{"代号", "witness"}, {"方式", "d6"}}, Fields{{"代号", "office"}, {"方式", "secret"}}};
}

Outcome add_sources(const Act& act, const Value& sources, draw::FrozenList& list, std::string& commitment) {
  list.contributors.clear();
  for (const Value& source : sources.list()) {
    const std::string id = field_of(source, "代号"), kind_word = field_of(source, "方式");
    const auto kind = draw::parse_source_kind(kind_word);
    if (!kind) return diagnose(source_kind_unknown, Place{}, id, kind_word);
    draw::Contributor c{id, *kind, "-"};
    if (*kind == draw::SourceKind::secret) {
      ANJUAN_TRY(c.commitment, commitment_of(act, source, list, id, commitment));
    }
    list.contributors.push_back(std::move(c));
  }
  return Done{};
}

Outcome declare_interest(Work& work, Case& round, const procedure::DrawLots& e) {
  if (const cases::DrawRecord* open = cases::current_draw(round)) return diagnose(declared_too_late, Place{}, open->id);
  ANJUAN_TRY(const PeopleRead read, read_people(work));
  const DrawPeople& people = *read;
  ANJUAN_TRY(const Value person, draw_value(e.values, "人员", Value::Kind::text));
  if (!people.inspectors.find(person.text())) return diagnose(declared_by_stranger, Place{}, person.text());
  const auto named = e.values.find("对象");
  ANJUAN_TRY(const auto targets, targets_in(people, named == e.values.end() ? Value() : named->second));
  List ids(targets.begin(), targets.end());
  work.effects.push_back(Fields{{"declared", person.text()}, {"targets", std::move(ids)}});
  return Done{};
}

Outcome add_declared(const DrawPeople& people, const Value& declarations, const std::string& reason, draw::FrozenList& list) {
  const auto declared = latest_by_inspector(declarations);
  std::set<std::pair<std::string, std::string>> known;
  for (const draw::Conflict& c : list.conflicts) known.emplace(c.object, c.inspector);
  std::set<std::string> listed;
  for (const draw::Object& o : list.objects) listed.insert(o.id);
  std::vector<std::string> silent;
  for (const draw::Inspector& i : list.inspectors) {
    const auto found = declared.find(i.id);
    if (found == declared.end()) {
      if (i.in) silent.push_back(i.name);
      continue;
    }
    ANJUAN_TRY(const auto targets, targets_in(people, found->second.field("对象")));
    for (const std::string& target : targets) {
      if (listed.count(target) && known.emplace(target, i.id).second) list.conflicts.push_back({target, i.id, reason});
    }
  }
  if (!silent.empty()) return diagnose(not_declared, Place{}, enumerated(silent));
  return Done{};
}

Outcome hand_out_envelopes(Work& work, const Case& round, const Fields& values) {
  const std::vector<std::string>& keepers = round.draws.back().keepers;
  if (!work.act.take_out || work.act.secret.empty()) return Done{};
  ANJUAN_TRY(const Value template_id, draw_value(values, "信封模板", Value::Kind::text));
  if (keepers.empty()) return diagnose(parameter_missing, Place{}, "信封保管人");
  for (std::size_t n = 0; n < keepers.size(); ++n) {
    ANJUAN_TRY(Fields names, names_now(work, round, round.standing.data));
    names.insert_or_assign("信封", Fields{{"保管人", keepers[n]}, {"序号", static_cast<std::int64_t>(n) + 1},
                                          {"份数", static_cast<std::int64_t>(keepers.size())},
                                          {"来源代号", own_source(round.draws.back())}, {"机关随机数", work.act.secret}});
    names.insert_or_assign("成文日期", Value(work.act.on));
    ANJUAN_TRY(const ComposedPaper page, compose_paper(work, round, template_id.text(), names, watermark_of(work, false)));
    const pages::PdfStamp stamp{round.draws.back().id, page.title, work.office.bureau.facts.at("名称").text_or_empty(), "", work.act.recorded};
    ANJUAN_TRY(const std::string pdf, pages::write_pdf(*page.setting, work.office.fonts, stamp));
    ANJUAN_DO(work.act.take_out({keepers[n], pdf, static_cast<int>(n) + 1}));
  }
  return Done{};
}

}  // namespace anjuan::handling
