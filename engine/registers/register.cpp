#include "registers/register.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/digest.h"
#include "base/text.h"
#include "json/json.h"
#include "registers/fields.h"
#include "registers/messages.h"

namespace anjuan::registers {

namespace {

template <class Row>
List values_of(const std::vector<Row>& rows) {
  List list;
  for (const Row& row : rows) list.push_back(to_value(row));
  return list;
}

template <class Row>
void compare(const Row& before, const Row& after, Differences& found) {
  const Value left = to_value(before), right = to_value(after);
  Fields names = left.record();
  for (const auto& [name, value] : right.record()) names.emplace(name, Value());
  for (const auto& [name, ignored] : names) {
    const Value &old_value = left.field(name), &new_value = right.field(name);
    if (old_value == new_value) continue;
    found.changed.push_back({after.id, after.name, name, display(old_value), display(new_value)});
  }
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
  std::map<std::string_view, const Row*> old_rows;
  for (const Row& row : before) old_rows[row.id] = &row;
  std::set<std::string_view> kept;
  Differences found;
  for (const Row& row : after) {
    kept.insert(row.id);
    const auto old_row = old_rows.find(row.id);
    if (old_row == old_rows.end()) {
      found.added.push_back(row.id);
    } else {
      compare(*old_row->second, row, found);
    }
  }
  for (const Row& row : before) {
    if (!kept.contains(row.id)) found.dropped.push_back(row.id);
  }
  return found;
}

template <class Row>
Result<Register<Row>> revise(const Register<Row>& before, std::vector<Row> rows, std::string reason,
                             Day since) {
  Diagnostics found;
  reason = std::string(trim(reason));
  if (reason.empty()) found.push_back(diagnose(reason_missing, Place{}));
  for (const std::string& id : differences(before.rows, rows).dropped) {
    found.push_back(diagnose(row_dropped, Place{}, id, before.find(id)->name));
  }
  if (!found.empty()) return found;
  Register<Row> next{before.version + 1, std::move(reason), since, std::move(rows), ""};
  next.digest = sha256(json::write(values_of(next.rows)));
  return next;
}

template <class Row>
Value register_to_value(const Register<Row>& from) {
  return Fields{{"version", from.version},
                {"reason", from.reason},
                {"since", from.since},
                {"rows", values_of(from.rows)},
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
  if (const Value& rows = value.field("rows"); rows.is(Value::Kind::list)) {
    for (const Value& row : rows.list()) read.rows.push_back(from_value<Row>(row));
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
template Result<Register<InspectionTarget>> revise(const Register<InspectionTarget>&,
                                                   std::vector<InspectionTarget>, std::string, Day);
template Value register_to_value(const Register<InspectionTarget>&);
template Register<InspectionTarget> register_of(const Value&);
template struct Register<Practitioner>;
template Differences differences(const std::vector<Practitioner>&, const std::vector<Practitioner>&);
template Result<Register<Practitioner>> revise(const Register<Practitioner>&, std::vector<Practitioner>,
                                               std::string, Day);
template Value register_to_value(const Register<Practitioner>&);
template Register<Practitioner> register_of(const Value&);
template struct Register<Inspector>;
template Differences differences(const std::vector<Inspector>&, const std::vector<Inspector>&);
template Result<Register<Inspector>> revise(const Register<Inspector>&, std::vector<Inspector>, std::string,
                                            Day);
template Value register_to_value(const Register<Inspector>&);
template Register<Inspector> register_of(const Value&);
template struct Register<InspectionItem>;
template Differences differences(const std::vector<InspectionItem>&, const std::vector<InspectionItem>&);
template Result<Register<InspectionItem>> revise(const Register<InspectionItem>&, std::vector<InspectionItem>,
                                                 std::string, Day);
template Value register_to_value(const Register<InspectionItem>&);
template Register<InspectionItem> register_of(const Value&);

}  // namespace anjuan::registers
