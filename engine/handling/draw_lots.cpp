#include "handling/draw_lots.h"

#include <array>

#include "base/text.h"
#include "documents/document_number.h"
#include "cases/messages.h"
#include "handling/messages.h"
#include "handling/practitioner_stage.h"

namespace anjuan::handling {
namespace {

using cases::Case;
using cases::DrawRecord;
using procedure::DrawLots;

constexpr std::string_view last_draw_key = "last_draw";  // digest that the next list names as `prev`
constexpr std::string_view secret_holder = "office";

/// The draw's own number, from the gapless book of draws.
Result<std::string> take_draw_id(Work& work, const Case& round) {
  const std::string& code = work.office.bureau.papers.draw_code;
  const cases::NumberCode* row = cases::find_code(work.office.bureau, code);
  if (!row) return diagnose(cases::unknown_code, Place{}, code);
  ANJUAN_TRY(const cases::TakenNumber taken, work.tx.take_number(code, year_of(work.act.on), round.id.text()));
  Fields parts = work.office.bureau.facts;
  parts.insert_or_assign("年", Value(taken.year));
  parts.insert_or_assign("号", Value(taken.n));
  return documents::document_number(row->pattern, Place{}, parts);
}

Result<std::string> committed(const Act& act, const std::string& draw_id) {
  if (!act.secret_commitment.empty()) return act.secret_commitment;
  if (!is_hex_digest(act.secret)) return diagnose(secret_missing, Place{});
  return draw::commitment(DigestKind::sha256, draw_id, secret_holder, act.secret);
}

Fields reasons_of(const Fields& values) {
  const auto found = values.find("理由代码");
  return found != values.end() && found->second.is(Value::Kind::record) ? found->second.record() : Fields{};
}

Outcome note_effect(Work& work, const DrawRecord& record, std::string_view what) {
  Fields effect{{"draw", record.id}, {"action", what}, {"list", sha256(record.list)}, {"commitment", record.commit}};
  if (!record.result.empty()) effect.emplace("result", sha256(record.result));
  if (!record.events.empty()) effect.emplace("events", sha256(record.events));
  work.effects.push_back(std::move(effect));
  return Done{};
}

Outcome freeze(Work& work, Case& round, const DrawLots& e) {
  if (const DrawRecord* open = cases::current_draw(round)) return diagnose(draw_pending, Place{}, open->id);
  ANJUAN_TRY(const DrawPeople people, read_people(work));
  DrawRecord record;
  ANJUAN_TRY(record.id, take_draw_id(work, round));
  ANJUAN_TRY(record.commit, committed(work.act, record.id));
  ANJUAN_TRY(const Value previous, work.tx.setting(std::string(last_draw_key)));
  const std::string before = previous.text_or_empty().empty() ? draw::no_previous_draw : previous.text();
  ANJUAN_TRY(const DraftedList drafted, draft_list(work, people, e.values, record.id, before, record.commit));
  ANJUAN_TRY(Fields second_stage, freeze_practitioners(work, e.values, drafted.list));
  ANJUAN_TRY(const draw::Frozen frozen, draw::freeze(drafted.list, record.id));
  record.list = frozen.bytes;
  record.frozen_on = work.act.on;
  ANJUAN_TRY(auto targets_frozen, work.tx.freeze_register("targets", people.targets.version));
  ANJUAN_TRY(auto inspectors_frozen, work.tx.freeze_register("inspectors", people.inspectors.version));
  static_cast<void>(targets_frozen), static_cast<void>(inspectors_frozen);
  second_stage.insert(drafted.facts.begin(), drafted.facts.end());
  record.facts = draw_fact(record, round.id, people, reasons_of(e.values), second_stage);
  round.draws.push_back(record);
  return note_effect(work, record, "freeze");
}

Outcome open(Work& work, Case& round, const DrawLots& e) {
  if (!cases::current_draw(round)) return diagnose(no_draw, Place{});
  DrawRecord& record = round.draws.back();
  if (record.opened_on) return diagnose(draw_not_open, Place{});
  ANJUAN_TRY(const Value dice, draw_value(e.values, "外部随机数", Value::Kind::text));
  ANJUAN_TRY(const Value secret, draw_value(e.values, "机关随机数", Value::Kind::text));
  ANJUAN_TRY(const draw::FrozenList list, draw::parse_list(record.list, record.id));
  const std::array<std::string, 2> values{std::string(trim(dice.text())), std::string(trim(secret.text()))};
  record.seed = draw::write_seed(list, values);
  ANJUAN_TRY(const draw::Seed seed, draw::parse_seed(list, record.seed, record.id));
  ANJUAN_TRY(const draw::DrawResult result, draw::draw(list, seed));
  record.result = draw::write_result(result);
  record.opened_on = work.act.on;
  ANJUAN_TRY(const DrawPeople people, read_people(work));
  record.facts = draw_fact(record, round.id, people, {}, record.facts.record());
  ANJUAN_TRY(auto linked, work.tx.set(std::string(last_draw_key), Value(digest(list.hash, record.result))));
  static_cast<void>(linked);
  return note_effect(work, record, "open");
}

/// The text whose digest the next list names instead of a result.
std::string void_text(const DrawRecord& record, const std::string& reason, Day on) {
  return "anjuan-void\t1\ndraw\t" + record.id + "\nlist\t" + sha256(record.list) + "\ndate\t" + iso(on) + "\nreason\t" +
         replace_all(replace_all(reason, "\t", " "), "\n", " ") + "\nend\n";
}

Outcome annul(Work& work, Case& round, const DrawLots& e) {
  if (!cases::current_draw(round)) return diagnose(no_draw, Place{});
  ANJUAN_TRY(const Value reason, draw_value(e.values, "理由", Value::Kind::text));
  DrawRecord& record = round.draws.back();
  record.annulled = true;
  record.annulment = reason.text();
  ANJUAN_TRY(auto linked, work.tx.set(std::string(last_draw_key), Value(sha256(void_text(record, record.annulment, work.act.on)))));
  static_cast<void>(linked);
  return note_effect(work, record, "annul");
}

std::string passed_over(const draw::TeamSeat& seat, const DrawPeople& people) {
  std::string out;
  for (const draw::PassedOver& p : seat.passed) {
    out += (out.empty() ? "" : "；") + people.name_of_inspector(p.inspector) + "（" + draw::reason_of(p.why).zh + "）";
  }
  return out;
}

/// 抽取.递补: who came in, on what ticket, and who was passed over.
Value substitution_fact(const Case& c, const std::vector<std::string>& before, const draw::DrawResult& result, const DrawPeople& people,
                        const std::string& dice) {
  const std::string target = c.target.field("编号").text_or_empty();
  for (const draw::TeamSeat& seat : result.teams) {
    if (seat.object != target || std::find(before.begin(), before.end(), seat.inspector) != before.end()) continue;
    const auto team = people.team({seat.inspector});
    return Fields{{"人员", team.ok() ? team->list().front() : Value()}, {"签值", seat.ticket}, {"跳过", passed_over(seat, people)},
                  {"随机数", dice}, {"席位", std::int64_t{seat.seat}}};
  }
  return Fields{};
}

/// Applies one more event to the round's draw and gives the result.
Result<draw::DrawResult> apply(DrawRecord& record, const draw::Event& event) {
  ANJUAN_TRY(const draw::FrozenList list, draw::parse_list(record.list, record.id));
  ANJUAN_TRY(const draw::Seed seed, draw::parse_seed(list, record.seed, record.id));
  std::vector<draw::Event> all;
  if (!record.events.empty()) {
    ANJUAN_TRY(const draw::Events earlier, draw::parse_events(list, seed, record.events, record.id));
    all = earlier.events;
  }
  all.push_back(event);
  const std::string bytes = draw::write_events(list, seed, all);
  ANJUAN_TRY(const draw::Events events, draw::parse_events(list, seed, bytes, record.id));
  ANJUAN_TRY(draw::DrawResult result, draw::draw(list, seed, events));
  record.events = bytes;
  record.result = draw::write_result(result);
  return result;
}

Outcome withdraw(Work& work, Case& c, const DrawLots& e) {
  ANJUAN_TRY(Case* const round, touch(work, c.round));
  if (!cases::current_draw(*round)) return diagnose(no_draw, Place{});
  ANJUAN_TRY(const Value person, draw_value(e.values, "人员", Value::Kind::text));
  ANJUAN_TRY(const Value dice, draw_value(e.values, "随机数", Value::Kind::text));
  ANJUAN_TRY(const Value reason, draw_value(e.values, "理由代码", Value::Kind::text));
  std::vector<std::string> before;
  for (const Value& i : c.inspectors.list()) before.push_back(i.field("编号").text_or_empty());
  if (std::find(before.begin(), before.end(), person.text()) == before.end()) {
    return diagnose(not_on_team, Place{}, person.text(), c.id.text());
  }
  const std::string target = c.target.field("编号").text_or_empty();
  DrawRecord& record = round->draws.back();
  ANJUAN_TRY(const draw::DrawResult result, apply(record, {draw::EventKind::withdraw, target, person.text(), dice.text(), reason.text()}));
  const std::vector<std::string> team = draw::team_of(result, target);
  if (std::find(team.begin(), team.end(), "-") != team.end()) return diagnose(seat_vacant, Place{}, c.id.text());
  ANJUAN_TRY(const DrawPeople people, read_people(work));
  ANJUAN_TRY(c.inspectors, people.team(team));
  record.facts = draw_fact(record, round->id, people, {}, record.facts.record());
  record.facts = with_field(record.facts, "递补", substitution_fact(c, before, result, people, dice.text()));
  return note_effect(work, record, "withdraw");
}

}  // namespace

Outcome draw_lots(Work& work, Case& c, const DrawLots& e) {
  switch (e.action) {
    case DrawLots::Action::freeze: return freeze(work, c, e);
    case DrawLots::Action::open: return open(work, c, e);
    case DrawLots::Action::annul: return annul(work, c, e);
    case DrawLots::Action::withdraw: return withdraw(work, c, e);
    case DrawLots::Action::drop: break;
  }
  return diagnose(parameter_missing, Place{}, "action");
}

}  // namespace anjuan::handling
