// What happens to a draw after it: an inspector withdraws and a substitute is drawn, a target drops out. First
// comes the approval, then the next sealed value or fresh dice typed by two people; no other seat moves.

#include <algorithm>

#include "base/text.h"
#include "handling/draw_lots.h"
#include "handling/messages.h"

namespace anjuan::handling {
namespace {

using cases::Case;
using cases::DrawRecord;
using procedure::DrawLots;

const Wording vacancy_label{"递补随机数", "the value for the vacancy"};

std::string passed_over(const draw::TeamSeat& seat, const DrawPeople& people) {
  std::string out;
  for (const draw::PassedOver& p : seat.passed) {
    out += (out.empty() ? "" : "；") + people.name_of_inspector(p.inspector) + "（" + draw::reason_of(p.why).zh + "）";
  }
  return out;
}

/// 抽取.递补: who came in, on what ticket, and who was passed over.
Value substitution_fact(const Case& c, const std::vector<std::string>& before, const draw::DrawResult& result, const DrawPeople& people,
                        const std::string& value) {
  const std::string target = c.target.field("编号").text_or_empty();
  for (const draw::TeamSeat& seat : result.teams) {
    if (seat.object != target || std::find(before.begin(), before.end(), seat.inspector) != before.end()) continue;
    const auto team = people.team({seat.inspector});
    return Fields{{"人员", team.ok() ? team->list().front() : Value()}, {"签值", seat.ticket}, {"跳过", passed_over(seat, people)},
                  {"随机数", value}, {"席位", std::int64_t{seat.seat}}};
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

/// The opened draw of the case's round.
Result<DrawRecord*> opened_draw(Work& work, const Case& c) {
  ANJUAN_TRY(Case* const round, touch(work, c.round));
  if (!cases::current_draw(*round) || !round->draws.back().opened_on) return diagnose(no_draw, Place{});
  DrawRecord& record = round->draws.back();
  if (!record.lots.empty()) return diagnose(drawn_by_hand, Place{}, record.id);
  return &record;
}

/// Dice are typed by two people, as at the draw; a sealed value proves itself by its digest.
bool is_dice_value(const std::string& value) { return value.starts_with("d6:") || value.starts_with("d10:"); }

/// Whether the case's procedure has a step at which a value is typed first. Procedures of the first form have none;
/// cases that began under them end under them.
Result<bool> values_are_entered_first(Work& work, const Case& c) {
  ANJUAN_TRY(const procedure::DefinitionPtr definition, definition_of(work, c));
  bool found = false;
  for (const procedure::Transition& t : definition->transitions) {
    procedure::for_each_action(t.content, [&](const procedure::Action& action) {
      const auto* draw = std::get_if<procedure::DrawAction>(&action.what);
      found = found || (draw && draw->action == DrawLots::Action::enter);
    });
  }
  return found;
}

/// The value with which a vacancy is filled.
Result<std::string> vacancy_value(Work& work, DrawRecord& record, const Case& c, const DrawLots& e) {
  ANJUAN_TRY(const Value given, draw_value(e.values, "随机数", Value::Kind::text));
  const std::string value = without_spaces(given.text());
  ANJUAN_TRY(const bool entered_first, values_are_entered_first(work, c));
  if (!is_dice_value(value) || !entered_first) return value;
  ANJUAN_DO(confirm_entry(work, record, c.id.text(), vacancy_label.zh, value));
  std::erase_if(record.values, [&](const cases::EnteredValue& v) { return v.of == c.id.text(); });  // the events file has it now
  return value;
}

}  // namespace

Outcome enter_vacancy_value(Work& work, Case& c, const DrawLots& e) {
  ANJUAN_TRY(DrawRecord* const record, opened_draw(work, c));
  ANJUAN_TRY(const Value given, draw_value(e.values, "值", Value::Kind::text));
  const std::string value = without_spaces(given.text());
  const auto colon = value.find(':');
  const auto kind = colon == std::string::npos ? std::nullopt : draw::parse_source_kind(value.substr(0, colon));
  if (!kind || !is_dice_value(value) || !draw::is_value_of(*kind, value.substr(colon + 1))) return diagnose(bad_vacancy_value, Place{}, value);
  ANJUAN_DO(take_entry(work, *record, c.id.text(), vacancy_label.zh, value));
  return note_step(work, *record, "enter");
}

Outcome withdraw_inspector(Work& work, Case& c, const DrawLots& e) {
  ANJUAN_TRY(DrawRecord* const record, opened_draw(work, c));
  ANJUAN_TRY(const Value person, draw_value(e.values, "人员", Value::Kind::text));
  ANJUAN_TRY(const Value reason, draw_value(e.values, "理由代码", Value::Kind::text));
  std::vector<std::string> before;
  for (const Value& i : c.inspectors.list()) before.push_back(i.field("编号").text_or_empty());
  if (std::find(before.begin(), before.end(), person.text()) == before.end()) {
    return diagnose(not_on_team, Place{}, person.text(), c.id.text());
  }
  ANJUAN_TRY(const std::string value, vacancy_value(work, *record, c, e));
  const std::string target = c.target.field("编号").text_or_empty();
  ANJUAN_TRY(const draw::DrawResult result, apply(*record, {draw::EventKind::withdraw, target, person.text(), value, reason.text()}));
  const std::vector<std::string> team = draw::team_of(result, target);
  if (std::find(team.begin(), team.end(), "-") != team.end()) return diagnose(seat_vacant, Place{}, c.id.text());
  ANJUAN_TRY(const PeopleRead read, read_people(work));
  const DrawPeople& people = *read;
  ANJUAN_TRY(c.inspectors, people.team(team));
  record->facts = draw_fact(*record, c.round, people, {}, record->facts.record());
  record->facts = with_field(record->facts, "递补", substitution_fact(c, before, result, people, value));
  return note_step(work, *record, "withdraw");
}

Outcome drop_target(Work& work, Case& c, const DrawLots& e) {
  ANJUAN_TRY(DrawRecord* const record, opened_draw(work, c));
  ANJUAN_TRY(const Value reason, draw_value(e.values, "理由代码", Value::Kind::text));
  ANJUAN_TRY(const std::string value, vacancy_value(work, *record, c, e));
  const std::string target = c.target.field("编号").text_or_empty();
  ANJUAN_TRY(const draw::DrawResult result, apply(*record, {draw::EventKind::drop_object, target, "-", value, reason.text()}));
  for (const draw::TeamSeat& seat : result.teams) {
    if (seat.inspector == "-") return diagnose(seat_vacant, Place{}, seat.object);
  }
  ANJUAN_TRY(const PeopleRead read, read_people(work));
  const DrawPeople& people = *read;
  record->facts = draw_fact(*record, c.round, people, {}, record->facts.record());
  return note_step(work, *record, "drop");
}

}  // namespace anjuan::handling
