// The JSON forms of limits and papers, and the seals.

#include "store/rows.h"

#include <utility>

#include "json/json.h"

namespace anjuan::store {
namespace {

using cases::CaseRow;
using cases::LimitRow;
using cases::PaperRow;

Value value_of(const LimitRow& limit) {
  return Fields{{"id", limit.id},      {"label", limit.label}, {"unit", limit.unit},
                {"from", limit.from},  {"due", limit.due},     {"provisional", limit.provisional},
                {"basis", limit.basis}};
}

Day day_of(const Value& value) { return value.is(Value::Kind::date) ? value.date() : Day{}; }

LimitRow limit_of(const Value& value) {
  return {value.field("id").text_or_empty(),   value.field("label").text_or_empty(),
          value.field("unit").text_or_empty(), day_of(value.field("from")),
          day_of(value.field("due")),          value.field("provisional") == Value(true),
          value.field("basis").text_or_empty()};
}

Value value_of(const PaperRow& paper) {
  return Fields{{"id", paper.id},
                {"slot", paper.slot},
                {"title", paper.title},
                {"number", paper.number},
                {"state", paper.state},
                {"date", paper.date ? Value(*paper.date) : Value()},
                {"files", List(paper.files.begin(), paper.files.end())}};
}

PaperRow paper_of(const Value& value) {
  PaperRow paper{value.field("id").text_or_empty(),
                 value.field("slot").text_or_empty(),
                 value.field("title").text_or_empty(),
                 value.field("number").text_or_empty(),
                 value.field("state").text_or_empty(),
                 std::nullopt,
                 {}};
  if (const Value& date = value.field("date"); date.is(Value::Kind::date)) paper.date = date.date();
  if (const Value& files = value.field("files"); files.is(Value::Kind::list)) {
    for (const Value& file : files.list()) paper.files.push_back(file.text_or_empty());
  }
  return paper;
}

template <class Row>
std::string text_of_all(const std::vector<Row>& rows) {
  List list;
  for (const Row& row : rows) list.push_back(value_of(row));
  return json::write(Value(std::move(list)));
}

Result<List> read_list(const std::string& text, const Place& place) {
  ANJUAN_TRY(const Value value, json::read(text, place));
  return value.is(Value::Kind::list) ? value.list() : List{};
}

}  // namespace

std::string seal(DigestKind kind, std::initializer_list<std::string_view> columns) {
  constexpr std::size_t piece = 1 << 16;
  RunningDigest running(kind);  // of the columns as a JSON list; a register's are hundreds of megabytes
  std::string text;
  char before = '[';
  for (const std::string_view column : columns) {
    text += std::exchange(before, ',');
    json::append_quoted(column, text);
    if (text.size() < piece) continue;
    running.add(text);
    text.clear();
  }
  text += ']';
  running.add(text);
  return running.finish();
}

CaseColumns columns_of(const CaseRow& row) {
  return {row.id.text(),
          row.round.text(),
          row.kind,
          row.title,
          row.label,
          row.finished,
          row.version,
          json::write(row.body),
          text_of_all(row.limits),
          text_of_all(row.papers)};
}

std::string seal_of(DigestKind kind, const CaseColumns& c) {
  return seal(kind, {c.id, c.round, c.kind, c.title, c.label, c.finished ? "1" : "0",
                     std::to_string(c.version), c.body, c.limits, c.papers});
}

Result<CaseRow> case_row(const CaseColumns& c, bool with_body) {
  const Place place = place_within(about_case(c.id));
  CaseRow row{CaseId(c.id), CaseId(c.round), c.kind,  c.title, c.label,
              c.finished,   c.version,       Value(), {},      {}};
  if (with_body) {
    ANJUAN_TRY(row.body, json::read(c.body, place));
  }
  ANJUAN_TRY(const List limits, read_list(c.limits, place));
  for (const Value& limit : limits) row.limits.push_back(limit_of(limit));
  ANJUAN_TRY(row.papers, papers_of(c.papers));
  return row;
}

Result<std::vector<PaperRow>> papers_of(const std::string& text) {
  ANJUAN_TRY(const List list, read_list(text, Place{}));
  std::vector<PaperRow> papers;
  for (const Value& paper : list) papers.push_back(paper_of(paper));
  return papers;
}

std::string seal_of(DigestKind kind, const std::string& name, std::int64_t version, const std::string& reason,
                    const std::string& on, const std::string& body) {
  return seal(kind, {name, std::to_string(version), reason, on, body});
}

std::string seal_of_message(DigestKind kind, const std::string& key, const std::string& message, bool sent) {
  return sent ? seal(kind, {key, message, "sent"}) : seal(kind, {key, message});
}

std::string recorded_seal(DigestKind kind, const std::string& of_row, bool frozen) {
  return frozen ? seal(kind, {of_row, "frozen"}) : of_row;
}

std::string row_name(std::initializer_list<std::string_view> parts) {
  std::string name;
  for (const std::string_view part : parts) name.append(name.empty() ? "" : "/").append(part);
  return name;
}

Wording about_row(const std::string& name) {
  const std::size_t slash = name.find('/');
  const std::string table = name.substr(0, slash), key = slash == std::string::npos ? "" : name.substr(slash + 1);
  const std::size_t last = key.rfind('/'), second = last == std::string::npos || last == 0 ? std::string::npos : key.rfind('/', last - 1);
  const std::string end = last == std::string::npos ? "" : key.substr(last + 1);
  if (table == "cases") return about_case(key);
  if (table == "settings") return {"设置“" + key + "”", "setting '" + key + "'"};
  if (table == "outbox") return {"待发送的“" + key + "”", "'" + key + "', which waits to be sent,"};
  if (table == "registers" && last != std::string::npos) {
    const std::string of = key.substr(0, last);
    return {"名录“" + of + "”第 " + end + " 版", "version " + end + " of register '" + of + "'"};
  }
  if (table == "numbers" && second != std::string::npos) {
    const std::string code = key.substr(0, second), year = key.substr(second + 1, last - second - 1);
    return {"编号簿“" + code + "”" + year + "年 " + end + " 号", "number " + end + " of book " + code + " of " + year};
  }
  return {"登记内容“" + name + "”", "row '" + name + "'"};
}

Wording about_case(const std::string& id) { return {"案件或任务“" + id + "”", "case or round '" + id + "'"}; }

Place place_within(Wording what) {
  Place place;
  place.within = std::move(what);
  return place;
}

}  // namespace anjuan::store
