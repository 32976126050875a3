#include "registers/register.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "base/digest.h"
#include "base/text.h"
#include "registers/fields.h"
#include "registers/messages.h"
#include "registers/rows_text.h"

namespace anjuan::registers {

namespace {

/// Members one by one, without making records of two rows that are mostly the same.
template <class Row>
void compare(const Row& before, const Row& after, Differences& found) {
  if (before == after) return;
  const auto note = [&](std::string_view field, const Value& old_value, const Value& new_value) {
    if (!(old_value == new_value)) found.changed.push_back({after.id, after.name, std::string(field), display(old_value), display(new_value)});
  };
  const Value left = to_value(before), right = to_value(after);
  for (const Field<Row>& field : fields_of<Row>()) note(field.name, left.field(field.name), right.field(field.name));
  Fields others = before.others;
  for (const auto& [name, value] : after.others) others.emplace(name, Value());
  for (const auto& [name, ignored] : others) note(name, left.field(name), right.field(name));
}

template <class Row>
using RowsById = std::unordered_map<std::string_view, const Row*>;  // looked up, never walked through

template <class Row>
RowsById<Row> by_id(const std::vector<Row>& rows) {
  RowsById<Row> out;
  out.reserve(rows.size());
  for (const Row& row : rows) out.emplace(row.id, &row);
  return out;
}

std::set<std::string, std::less<>> ids_of(const std::vector<InspectionTarget>& targets) {
  std::set<std::string, std::less<>> ids;
  for (const InspectionTarget& target : targets) ids.insert(target.id);
  return ids;
}

const Wording targets_wording{"检查对象名录库", "the register of inspection targets"};

}  // namespace

template <class Row>
const Row* Register<Row>::find(std::string_view id) const {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.id == id; });
  return found == rows.end() ? nullptr : &*found;
}

template <class Row>
Differences differences(const std::vector<Row>& before, const std::vector<Row>& after) {
  Differences found;
  if (before.empty()) {
    for (const Row& row : after) found.added.push_back(row.id);
    return found;
  }
  const RowsById<Row> old_rows = by_id(before), new_rows = by_id(after);
  for (const Row& row : after) {
    const auto old_row = old_rows.find(row.id);
    if (old_row == old_rows.end()) found.added.push_back(row.id);
    else compare(*old_row->second, row, found);
  }
  for (const Row& row : before) {
    if (!new_rows.contains(row.id)) found.dropped.push_back(row.id);
  }
  return found;
}

template <class Row>
Result<Register<Row>> revise(const Register<Row>& before, std::vector<Row> rows, std::string reason,
                             Day since, std::string approver) {
  Diagnostics found;
  reason = std::string(trim(reason));
  if (reason.empty()) found.push_back(diagnose(reason_missing, Place{}));
  if (!before.rows.empty()) {
    const RowsById<Row> kept = by_id(rows);
    for (const Row& row : before.rows) {
      if (!kept.contains(row.id)) found.push_back(diagnose(row_dropped, Place{}, row.id, row.name));
    }
  }
  if (!found.empty()) return found;
  Register<Row> next{before.version + 1, std::move(reason), since, std::move(approver), std::move(rows), ""};
  next.digest = sha256(rows_text(next.rows));
  return next;
}

template <class Row>
Value register_to_value(const Register<Row>& from) {
  return Fields{{"version", from.version},
                {"reason", from.reason},
                {"since", from.since},
                {"approver", from.approver},
                {"rows", rows_text(from.rows)},
                {"digest", from.digest}};
}

template <class Row>
Register<Row> register_of(const Value& value) {
  Register<Row> read;
  if (const Value& version = value.field("version"); version.is(Value::Kind::integer)) {
    read.version = static_cast<int>(version.integer());
  }
  read.reason = value.field("reason").text_or_empty();
  if (const Value& since = value.field("since"); since.is(Value::Kind::date)) read.since = since.date();
  read.approver = value.field("approver").text_or_empty();
  const Value& rows = value.field("rows");
  if (rows.is(Value::Kind::list)) {  // as offices of earlier versions kept them
    for (const Value& row : rows.list()) read.rows.push_back(from_value<Row>(row));
  } else {
    read.rows = rows_of_text<Row>(rows.text_or_empty());
  }
  read.digest = value.field("digest").text_or_empty();
  return read;
}

Diagnostics check_references(const std::vector<Practitioner>& people,
                             const std::vector<InspectionTarget>& targets) {
  const auto ids = ids_of(targets);
  Diagnostics found;
  for (const Practitioner& person : people) {
    if (!ids.contains(person.target)) {
      found.push_back(diagnose(unknown_reference, Place{}, person.id + " " + person.name, person.target,
                               targets_wording));
    }
  }
  return found;
}

Diagnostics check_references(const std::vector<Inspector>& people,
                             const std::vector<InspectionTarget>& targets) {
  const auto ids = ids_of(targets);
  Diagnostics found;
  for (const Inspector& person : people) {
    for (const std::string& id : person.interests) {
      if (!ids.contains(id))
        found.push_back(
            diagnose(unknown_reference, Place{}, person.id + " " + person.name, id, targets_wording));
    }
  }
  return found;
}

template struct Register<InspectionTarget>;
template Differences differences(const std::vector<InspectionTarget>&, const std::vector<InspectionTarget>&);
template Result<Register<InspectionTarget>> revise(const Register<InspectionTarget>&, std::vector<InspectionTarget>, std::string, Day, std::string);
template Value register_to_value(const Register<InspectionTarget>&);
template Register<InspectionTarget> register_of(const Value&);
template struct Register<Practitioner>;
template Differences differences(const std::vector<Practitioner>&, const std::vector<Practitioner>&);
template Result<Register<Practitioner>> revise(const Register<Practitioner>&, std::vector<Practitioner>, std::string, Day, std::string);
template Value register_to_value(const Register<Practitioner>&);
template Register<Practitioner> register_of(const Value&);
template struct Register<Inspector>;
template Differences differences(const std::vector<Inspector>&, const std::vector<Inspector>&);
template Result<Register<Inspector>> revise(const Register<Inspector>&, std::vector<Inspector>, std::string, Day, std::string);
template Value register_to_value(const Register<Inspector>&);
template Register<Inspector> register_of(const Value&);
template struct Register<InspectionItem>;
template Differences differences(const std::vector<InspectionItem>&, const std::vector<InspectionItem>&);
template Result<Register<InspectionItem>> revise(const Register<InspectionItem>&, std::vector<InspectionItem>, std::string, Day, std::string);
template Value register_to_value(const Register<InspectionItem>&);
template Register<InspectionItem> register_of(const Value&);
template struct Register<PlannedRound>;
template Differences differences(const std::vector<PlannedRound>&, const std::vector<PlannedRound>&);
template Result<Register<PlannedRound>> revise(const Register<PlannedRound>&, std::vector<PlannedRound>, std::string, Day, std::string);
template Value register_to_value(const Register<PlannedRound>&);
template Register<PlannedRound> register_of(const Value&);
template struct Register<RecordedCheck>;
template Differences differences(const std::vector<RecordedCheck>&, const std::vector<RecordedCheck>&);
template Result<Register<RecordedCheck>> revise(const Register<RecordedCheck>&, std::vector<RecordedCheck>, std::string, Day, std::string);
template Value register_to_value(const Register<RecordedCheck>&);
template Register<RecordedCheck> register_of(const Value&);

}  // namespace anjuan::registers
