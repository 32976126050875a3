// The values that make the seed: each is typed by one person and, not seeing it, by another; only then does it
// count. The office's secret is opened last, when nothing else can change any more.

#include <algorithm>

#include "base/text.h"
#include "draw/messages.h"
#include "handling/draw_lots.h"
#include "handling/messages.h"

namespace anjuan::handling {
namespace {

using cases::Case;
using cases::DrawRecord;
using cases::EnteredValue;
using procedure::DrawLots;

/// Who types: by id, or by name where somebody is not on the office's list.
std::string identity(const Value& person) {
  const std::string& id = person.field("编号").text_or_empty();
  return id.empty() ? person.field("姓名").text_or_empty() : id;
}

EnteredValue* find_entry(DrawRecord& record, const std::string& of) {
  const auto found = std::find_if(record.values.begin(), record.values.end(), [&](const EnteredValue& v) { return v.of == of; });
  return found == record.values.end() ? nullptr : &*found;
}

/// The contributor whose value is typed here, with the value, of the right form.
struct Brought {
  draw::Contributor from;
  std::string label, value;
};
std::string label_of(const DrawRecord& record, const std::string& id) {
  const Value& sources = record.facts.field("来源");
  if (!sources.is(Value::Kind::list)) return id;
  for (const Value& source : sources.list()) {
    if (source.field("代号").text_or_empty() == id && !source.field("名称").text_or_empty().empty()) return source.field("名称").text();
  }
  return id;
}

Result<Brought> brought(const DrawRecord& record, const DrawLots& e) {
  ANJUAN_TRY(const Value of, draw_value(e.values, "来源", Value::Kind::text));
  ANJUAN_TRY(const Value value, draw_value(e.values, "值", Value::Kind::text));
  ANJUAN_TRY(const draw::FrozenList list, draw::parse_list(record.list, record.id));
  for (const draw::Contributor& c : list.contributors) {
    if (c.id != of.text()) continue;
    Brought out{c, label_of(record, c.id), without_spaces(value.text())};
    if (c.kind == draw::SourceKind::secret) return diagnose(secret_is_opened, Place{}, out.label);
    if (!draw::is_value_of(c.kind, out.value)) return diagnose(draw::messages::bad_value, Place{}, out.label, draw::name_of(c.kind));
    return out;
  }
  return diagnose(source_unknown, Place{}, of.text(), record.id);
}

/// The value of a contributor at the opening: typed twice alike, or for a secret, as the envelope has it.
Result<std::string> value_at_opening(DrawRecord& record, const draw::Contributor& c, const Fields& secrets) {
  if (c.kind == draw::SourceKind::secret) {
    const auto found = secrets.find(c.id);
    if (found == secrets.end() || !found->second.is(Value::Kind::text)) return diagnose(secret_not_given, Place{}, label_of(record, c.id));
    return without_spaces(found->second.text());
  }
  const EnteredValue* entry = find_entry(record, c.id);
  if (!entry || entry->confirmed_by.empty()) return diagnose(value_not_confirmed, Place{}, label_of(record, c.id));
  return entry->value;
}

/// All of them, in the list's order. A procedure that names no 密数 is of the first form: it gives the thrown value
/// and the secret together at the opening. Cases that began under it end under it.
Result<std::vector<std::string>> values_at_opening(DrawRecord& record, const draw::FrozenList& list, const Fields& given) {
  std::vector<std::string> values;
  if (!given.contains("密数") && given.contains("机关随机数")) {
    ANJUAN_TRY(const Value thrown, draw_value(given, "外部随机数", Value::Kind::text));
    ANJUAN_TRY(const Value secret, draw_value(given, "机关随机数", Value::Kind::text));
    for (const draw::Contributor& c : list.contributors) values.push_back(without_spaces((c.kind == draw::SourceKind::secret ? secret : thrown).text()));
    return values;
  }
  ANJUAN_TRY(const Value secrets, draw_value(given, "密数", Value::Kind::record));
  Diagnostics missing;
  for (const draw::Contributor& c : list.contributors) {
    auto value = value_at_opening(record, c, secrets.record());
    if (value.ok()) values.push_back(std::move(value).value());
    else missing.push_back(value.diagnostics().front());
  }
  if (!missing.empty()) return missing;
  return values;
}

Outcome tell_again(Work& work, const Case& round, DrawRecord& record) {
  ANJUAN_TRY(const PeopleRead read, read_people(work));
  const DrawPeople& people = *read;
  record.facts = draw_fact(record, round.id, people, {}, record.facts.record());
  return Done{};
}

}  // namespace

std::string without_spaces(std::string_view typed) {
  std::string out;
  for (const char c : replace_all(std::string(typed), "　", "")) {
    if (c != ' ' && c != '\t' && c != '\n' && c != '\r') out += c;
  }
  return out;
}

Outcome take_entry(Work& work, DrawRecord& record, const std::string& of, const std::string& label, const std::string& value) {
  const EnteredValue entry{of, value, work.recorder.field("姓名").text_or_empty(), "", identity(work.recorder)};
  EnteredValue* const earlier = find_entry(record, of);
  if (earlier && !earlier->confirmed_by.empty()) return diagnose(value_settled, Place{}, label);
  if (earlier) *earlier = entry;
  else record.values.push_back(entry);
  return Done{};
}

Result<EnteredValue*> confirm_entry(Work& work, DrawRecord& record, const std::string& of, const std::string& label, const std::string& value) {
  EnteredValue* const entry = find_entry(record, of);
  if (!entry) return diagnose(nothing_entered, Place{}, label);
  if (!entry->confirmed_by.empty()) return diagnose(value_settled, Place{}, label);
  if (entry->entrant == identity(work.recorder)) return diagnose(entered_by_one, Place{}, label, entry->entered_by);
  const std::u32string one = to_u32(entry->value), other = to_u32(value);
  if (one != other) {
    const auto [at, unused] = std::mismatch(one.begin(), one.begin() + static_cast<std::ptrdiff_t>(std::min(one.size(), other.size())), other.begin());
    static_cast<void>(unused);
    const auto rows = std::count(one.begin(), at, U'\n');
    if (rows > 0) return diagnose(rows_entered_differently, Place{}, label, std::to_string(rows - 1));
    return diagnose(entered_differently, Place{}, label, std::to_string(at - one.begin() + 1));
  }
  entry->confirmed_by = work.recorder.field("姓名").text_or_empty();
  return entry;
}

Outcome enter_value(Work& work, Case& c, const DrawLots& e) {
  if (!c.round.empty()) return enter_vacancy_value(work, c, e);
  ANJUAN_TRY(DrawRecord* const record, frozen_draw(c));
  ANJUAN_TRY(const Brought given, brought(*record, e));
  ANJUAN_DO(take_entry(work, *record, given.from.id, given.label, given.value));
  return note_step(work, *record, "enter");
}

Outcome confirm_value(Work& work, Case& round, const DrawLots& e) {
  ANJUAN_TRY(DrawRecord* const record, frozen_draw(round));
  ANJUAN_TRY(const Brought given, brought(*record, e));
  ANJUAN_DO(confirm_entry(work, *record, given.from.id, given.label, given.value));
  ANJUAN_DO(tell_again(work, round, *record));
  return note_step(work, *record, "confirm");
}

Outcome open_seed(Work& work, Case& round, const DrawLots& e) {
  ANJUAN_TRY(DrawRecord* const record, frozen_draw(round));
  ANJUAN_TRY(const draw::FrozenList list, draw::parse_list(record->list, record->id));
  ANJUAN_TRY(const std::vector<std::string> values, values_at_opening(*record, list, e.values));
  record->seed = draw::write_seed(list, values);
  ANJUAN_TRY(const draw::Seed seed, draw::parse_seed(list, record->seed, record->id));
  ANJUAN_TRY(const draw::DrawResult result, draw::draw(list, seed));
  record->result = draw::write_result(result);
  record->opened_on = work.act.on;
  ANJUAN_TRY(auto told, tell_again(work, round, *record));
  ANJUAN_TRY(auto linked, end_draw(work, *record, digest(list.hash, record->result)));
  static_cast<void>(told), static_cast<void>(linked);
  return note_step(work, *record, "open");
}

}  // namespace anjuan::handling
