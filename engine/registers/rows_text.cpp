#include "registers/rows_text.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "base/text.h"
#include "registers/fields.h"

namespace anjuan::registers {
namespace {

// Neither the sign between cells nor the one that marks an escape needs an escape of its own where the
// text stands in JSON.
constexpr char between = '|', mark = '^';

/// | and ^ and a line feed inside a cell are written ^p, ^^ and ^n.
void append_escaped(std::string_view cell, std::string& out) {
  std::size_t from = 0;
  for (std::size_t at = 0; at < cell.size(); ++at) {
    const char c = cell[at];
    if (c != between && c != mark && c != '\n') continue;
    out.append(cell, from, at - from);
    out += mark;
    out += c == between ? 'p' : c == '\n' ? 'n' : mark;
    from = at + 1;
  }
  out.append(cell, from);
}

std::string unescaped(std::string_view cell) {
  std::string out;
  out.reserve(cell.size());
  for (std::size_t i = 0; i < cell.size(); ++i) {
    if (cell[i] != mark || i + 1 == cell.size()) {
      out += cell[i];
      continue;
    }
    const char c = cell[++i];
    out += c == 'p' ? between : c == 'n' ? '\n' : c;
  }
  return out;
}

void append_number(std::int64_t n, std::string& out) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, n).ptr;
  out.append(digits, end);
}

void write_cell(const std::string& text, std::string& out) { append_escaped(text, out); }
void write_cell(std::int64_t n, std::string& out) { append_number(n, out); }
void write_cell(bool flag, std::string& out) { out += flag ? '1' : '0'; }
void write_cell(const std::optional<Day>& day, std::string& out) {
  if (!day) return;
  const std::chrono::year_month_day d(*day);
  const auto two = [&](unsigned n) { out.append({static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10)}); };
  const int year = static_cast<int>(d.year());
  if (year < 1000 || year > 9999) return out.append(iso(*day)), void();
  append_number(year, out);
  out += '-';
  two(static_cast<unsigned>(d.month()));
  out += '-';
  two(static_cast<unsigned>(d.day()));
}
void write_cell(Decimal d, std::string& out) {
  append_number(d.mantissa, out);
  out += '/';
  append_number(d.scale, out);
}
void write_cell(const std::vector<std::string>& ids, std::string& out) {
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (i > 0) out += ',';  // an id has none
    append_escaped(ids[i], out);
  }
}

std::int64_t number_of(std::string_view cell) {
  std::int64_t n = 0;
  std::from_chars(cell.data(), cell.data() + cell.size(), n);
  return n;
}

void read_cell(std::string_view cell, std::string& out) { cell.find(mark) == std::string_view::npos ? out.assign(cell) : out = unescaped(cell); }
void read_cell(std::string_view cell, std::int64_t& out) { out = number_of(cell); }
void read_cell(std::string_view cell, bool& out) { out = cell == "1"; }
void read_cell(std::string_view cell, std::optional<Day>& out) { out = parse_day(cell); }
void read_cell(std::string_view cell, Decimal& out) {
  const std::size_t slash = std::min(cell.find('/'), cell.size() - 1);
  out = make_decimal(number_of(cell.substr(0, slash)), static_cast<int>(number_of(cell.substr(slash + 1))));
}
void read_cell(std::string_view cell, std::vector<std::string>& out) {
  out.clear();
  for (const std::string& id : split(cell, ',')) out.push_back(unescaped(id));
}

/// A column of the bureau's own: the kind of its value, then the value.
void write_other(const Value& value, std::string& out) {
  switch (value.kind()) {
    case Value::Kind::boolean:
      out += 'b';
      return write_cell(value.boolean(), out);
    case Value::Kind::integer:
      out += 'i';
      return write_cell(value.integer(), out);
    case Value::Kind::decimal:
      out += 'd';
      return write_cell(value.decimal(), out);
    case Value::Kind::date:
      out += 'D';
      return write_cell(std::optional(value.date()), out);
    case Value::Kind::list: {
      std::vector<std::string> ids;
      for (const Value& one : value.list()) ids.push_back(one.text_or_empty());
      out += 'l';
      return write_cell(ids, out);
    }
    default:
      out += 't';
      return write_cell(value.text_or_empty(), out);
  }
}

template <class T>
T read_as(std::string_view cell) {
  T out{};
  read_cell(cell, out);
  return out;
}

Value read_other(std::string_view cell) {
  const std::string_view rest = cell.substr(1);
  switch (cell[0]) {
    case 'b':
      return read_as<bool>(rest);
    case 'i':
      return read_as<std::int64_t>(rest);
    case 'd':
      return read_as<Decimal>(rest);
    case 'D':
      return *parse_day(rest);
    case 'l': {
      List ids;
      for (std::string& id : read_as<std::vector<std::string>>(rest)) ids.emplace_back(std::move(id));
      return ids;
    }
    default:
      return read_as<std::string>(rest);
  }
}

std::string_view take_until(std::string_view& text, char end) {
  const std::size_t at = std::min(text.find(end), text.size());
  const std::string_view out = text.substr(0, at);
  text.remove_prefix(std::min(at + 1, text.size()));
  return out;
}

}  // namespace

template <class Row>
std::string rows_text(const std::vector<Row>& rows) {
  std::set<std::string, std::less<>> others;
  for (const Row& row : rows) {
    for (const auto& [name, value] : row.others) others.insert(name);
  }
  std::string out;
  out.reserve(rows.size() * 256);
  for (const Field<Row>& field : fields_of<Row>()) append_escaped(field.name, out += out.empty() ? "" : "|");
  for (const std::string& name : others) append_escaped(name, out += "|+");
  out += '\n';
  for (const Row& row : rows) {
    bool first = true;
    for (const Field<Row>& field : fields_of<Row>()) {
      if (!first) out += between;
      first = false;
      std::visit([&](auto member) { write_cell(row.*member, out); }, field.member);
    }
    for (const std::string& name : others) {
      out += between;
      if (const auto found = row.others.find(name); found != row.others.end() && !found->second.empty()) write_other(found->second, out);
    }
    out += '\n';
  }
  return out;
}

template <class Row>
std::vector<Row> rows_of_text(std::string_view text) {
  struct Heading {
    const Field<Row>* field;
    std::string name;
    bool told_kind;  ///< its cells say which kind of value they hold
  };
  std::vector<Heading> headings;
  std::string_view header = take_until(text, '\n');
  while (!header.empty()) {
    std::string name = unescaped(take_until(header, between));
    if (name.starts_with('+')) {
      headings.push_back({nullptr, name.substr(1), true});
      continue;
    }
    const auto table = fields_of<Row>();
    const auto found = std::find_if(table.begin(), table.end(), [&](const auto& f) { return f.name == name; });
    headings.push_back({found == table.end() ? nullptr : &*found, std::move(name), false});
  }
  std::vector<Row> rows;
  rows.reserve(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')));
  while (!text.empty()) {
    std::string_view line = take_until(text, '\n');
    Row row;
    for (const Heading& heading : headings) {
      const std::string_view cell = take_until(line, between);
      if (cell.empty()) continue;
      if (heading.field) std::visit([&](auto member) { read_cell(cell, row.*member); }, heading.field->member);
      else row.others.emplace(heading.name, heading.told_kind ? read_other(cell) : Value(unescaped(cell)));
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

template std::string rows_text(const std::vector<InspectionTarget>&);
template std::vector<InspectionTarget> rows_of_text<InspectionTarget>(std::string_view);
template std::string rows_text(const std::vector<Practitioner>&);
template std::vector<Practitioner> rows_of_text<Practitioner>(std::string_view);
template std::string rows_text(const std::vector<Inspector>&);
template std::vector<Inspector> rows_of_text<Inspector>(std::string_view);
template std::string rows_text(const std::vector<InspectionItem>&);
template std::vector<InspectionItem> rows_of_text<InspectionItem>(std::string_view);
template std::string rows_text(const std::vector<PlannedRound>&);
template std::vector<PlannedRound> rows_of_text<PlannedRound>(std::string_view);
template std::string rows_text(const std::vector<RecordedCheck>&);
template std::vector<RecordedCheck> rows_of_text<RecordedCheck>(std::string_view);

}  // namespace anjuan::registers
