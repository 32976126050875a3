#include "registers/revision.h"

#include <algorithm>

#include "base/digest.h"
#include "base/text.h"
#include "registers/messages.h"
#include "registers/rows_text.h"

namespace anjuan::registers {
namespace {

/// The lines of a text of rows, the header first.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  lines.reserve(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')));
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

/// Lines that one text has and the other has not, or has elsewhere.
struct Lines {
  std::vector<std::string_view> before;
  std::vector<std::size_t> after;  ///< numbers of rows
};

/// What stands in both texts at the same place from the beginning or the end, and in between where both have as
/// many lines, is the same row: no id stands twice.
Lines differing(const std::vector<std::string_view>& before, const std::vector<std::string_view>& after) {
  const std::size_t shorter = std::min(before.size(), after.size());
  std::size_t head = 1, tail = 0;
  while (head < shorter && before[head] == after[head]) ++head;
  while (tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) ++tail;
  const bool in_step = before.size() == after.size();
  Lines out;
  for (std::size_t i = head; i + tail < before.size(); ++i) {
    if (!in_step || before[i] != after[i]) out.before.push_back(before[i]);
  }
  for (std::size_t i = head; i + tail < after.size(); ++i) {
    if (!in_step || before[i] != after[i]) out.after.push_back(i - 1);
  }
  return out;
}

template <class Row>
std::string text_of(const Value& body) {
  const Value& rows = body.field("rows");
  return rows.is(Value::Kind::list) ? rows_text(register_of<Row>(body).rows) : rows.text_or_empty();  // offices of earlier versions kept a list
}

struct Compared {
  Differences differences;
  Diagnostics dropped;
};

template <class Row>
Compared compare_texts(std::string_view before, std::string_view after, const std::vector<Row>& rows) {
  const std::vector<std::string_view> old_lines = lines_of(before), new_lines = lines_of(after);
  std::vector<Row> was, is;
  if (old_lines.empty() || old_lines[0] != new_lines[0]) {  // other columns: every line differs
    was = rows_of_text<Row>(before);
    is = rows;
  } else {
    const Lines lines = differing(old_lines, new_lines);
    std::string read(old_lines[0]);
    for (const std::string_view line : lines.before) read.append("\n").append(line);
    was = rows_of_text<Row>(read);
    for (const std::size_t i : lines.after) is.push_back(rows[i]);
  }
  Compared out{differences(was, is), {}};
  auto next = out.differences.dropped.begin();  // in the order of the rows before
  for (const Row& row : was) {
    if (next == out.differences.dropped.end() || row.id != *next) continue;
    out.dropped.push_back(diagnose(row_dropped, Place{}, row.id, row.name));
    ++next;
  }
  return out;
}

}  // namespace

template <class Row>
Result<Revision> revision_of(const Value& before, const std::vector<Row>& rows, std::string reason, Day since, std::string approver) {
  reason = std::string(trim(reason));
  std::string text = rows_text(rows);
  Diagnostics found;
  if (reason.empty()) found.push_back(diagnose(reason_missing, Place{}));
  Revision out;
  out.rows = rows.size();
  if (before.empty()) {
    out.differences = differences<Row>({}, rows);
  } else {
    Compared compared = compare_texts(text_of<Row>(before), text, rows);
    append(found, std::move(compared.dropped));
    out.differences = std::move(compared.differences);
  }
  if (!found.empty()) return found;
  const Value& version = before.field("version");
  out.version = 1 + (version.is(Value::Kind::integer) ? static_cast<int>(version.integer()) : 0);
  std::string made = sha256(text);
  out.body = Fields{{"version", out.version}, {"reason", std::move(reason)}, {"since", since}, {"approver", std::move(approver)},
                    {"rows", std::move(text)}, {"digest", std::move(made)}};
  return out;
}

template Result<Revision> revision_of(const Value&, const std::vector<InspectionTarget>&, std::string, Day, std::string);
template Result<Revision> revision_of(const Value&, const std::vector<Practitioner>&, std::string, Day, std::string);
template Result<Revision> revision_of(const Value&, const std::vector<Inspector>&, std::string, Day, std::string);
template Result<Revision> revision_of(const Value&, const std::vector<InspectionItem>&, std::string, Day, std::string);
template Result<Revision> revision_of(const Value&, const std::vector<PlannedRound>&, std::string, Day, std::string);
template Result<Revision> revision_of(const Value&, const std::vector<RecordedCheck>&, std::string, Day, std::string);

}  // namespace anjuan::registers
