// The questions in SQL.

#include "store/questions.h"

#include "base/text.h"
#include "json/json.h"
#include "store/messages.h"
#include "store/rows.h"

namespace anjuan::store {
namespace {

using cases::CaseRow;
using cases::RegisterRow;

Diagnostic unknown_case(const CaseId& id, const std::vector<std::string>& known) {
  if (const auto near = nearest(id.text(), known)) {
    return diagnose(messages::unknown_case_nearest, Place{}, id.text(), *near);
  }
  return diagnose(messages::unknown_case, Place{}, id.text());
}

CaseColumns case_columns(const Query& query) {
  return {query.text(0),         query.text(1),    query.text(2), query.text(3), query.text(4),
          query.integer(5) != 0, query.integer(6), query.text(7), query.text(8), query.text(9)};
}

RegisterRow register_row(const Query& query) {
  RegisterRow row{query.text(0), query.integer(1), query.text(2), Day{}, query.integer(4) != 0, Value()};
  row.on = parse_day(query.text(3)).value_or(Day{});
  return row;
}

/// Rows with all columns of a case and its seal, in the order of `case_columns`.
Result<std::vector<CaseRow>> case_rows(Query query, DigestKind kind, bool with_body) {
  std::vector<CaseRow> rows;
  for (;;) {
    ANJUAN_TRY(const bool more, query.next());
    if (!more) return rows;
    const CaseColumns columns = case_columns(query);
    if (with_body && seal_of(kind, columns) != query.text(10)) {
      return diagnose(messages::row_changed, Place{}, about_case(columns.id));
    }
    ANJUAN_TRY(CaseRow row, case_row(columns, with_body));
    rows.push_back(std::move(row));
  }
}

Result<std::vector<journal::Entry>> entries_of(Query query) {
  std::vector<journal::Entry> entries;
  for (;;) {
    ANJUAN_TRY(const bool more, query.next());
    if (!more) return entries;
    entries.push_back({query.integer(0), query.text(1), query.text(2), query.text(3)});
  }
}

Wording describe_paper(const CaseRow& row, const std::string& digest) {
  for (const cases::PaperRow& paper : row.papers) {
    for (const std::string& file : paper.files) {
      if (file != digest) continue;
      const std::string number = paper.number.empty() ? paper.id : paper.number;
      return {about_case(row.id.text()).zh + "的“" + paper.title + "”（" + number + "）",
              "'" + paper.title + "' (" + number + ") of " + about_case(row.id.text()).en};
    }
  }
  return {about_case(row.id.text()).zh + "的附件", "a file of " + about_case(row.id.text()).en};
}

}  // namespace

Result<CaseRow> load_case(const Database& database, DigestKind kind, const CaseId& id) {
  Query query(
      database,
      "SELECT id, round, kind, title, label, finished, version, body, limits, papers, seal FROM cases "
      "WHERE id = ?1",
      id.text());
  ANJUAN_TRY(const bool found, query.next());
  if (found) {
    const CaseColumns columns = case_columns(query);
    if (seal_of(kind, columns) != query.text(10)) {
      return diagnose(messages::row_changed, Place{}, about_case(id.text()));
    }
    return case_row(columns, true);
  }
  std::vector<std::string> known;
  Query ids(database, "SELECT id FROM cases ORDER BY id");
  for (;;) {
    ANJUAN_TRY(const bool row, ids.next());
    if (!row) return unknown_case(id, known);
    known.push_back(ids.text(0));
  }
}

Result<bool> has_case(const Database& database, const CaseId& id) {
  Query query(database, "SELECT 1 FROM cases WHERE id = ?1", id.text());
  return query.next();
}

Result<std::vector<CaseRow>> list_cases(const Database& database, DigestKind kind, bool with_body) {
  return case_rows(Query(database,
                         "SELECT id, round, kind, title, label, finished, version, iif(?1, body, ''), limits, papers, seal "
                         "FROM cases ORDER BY id",
                         with_body),
                   kind, with_body);
}

Result<std::vector<CaseRow>> select_cases(const Database& database, DigestKind kind, const cases::Selection& which) {
  const std::int64_t limit = which.at_most > 0 ? which.at_most : -1;
  const std::string round = which.round ? which.round->text() : "", after = which.after ? which.after->text() : "";
  // The ids come from an index alone, and in their order; only then are the rows looked at.
  const char* ids = which.round        ? " AND id IN (SELECT id FROM cases WHERE round = ?1 UNION SELECT ?1)"
                    : which.unfinished ? " AND id IN (SELECT id FROM cases WHERE finished = 0 AND id > ?3)"
                                       : "";
  const std::string sql =
      "SELECT id, round, kind, title, label, finished, version, body, limits, papers, seal FROM cases WHERE id > ?3 AND ?1 IS NOT NULL" +
      std::string(ids) + (which.unfinished ? " AND finished = 0" : "") + " ORDER BY id LIMIT ?2";
  return case_rows(Query(database, sql.c_str(), round, limit, after), kind, true);
}

Result<cases::CaseCount> count_cases(const Database& database) {
  Query query(database,
              "SELECT (SELECT count(*) FROM cases WHERE round = ''), (SELECT count(*) FROM cases), "
              "(SELECT count(*) FROM cases WHERE finished = 0)");
  ANJUAN_TRY([[maybe_unused]] const bool found, query.next());
  const std::int64_t all = query.integer(1);
  return cases::CaseCount{query.integer(0), all - query.integer(0), all - query.integer(2)};
}

Result<std::optional<RegisterRow>> load_register(const Database& database, DigestKind kind,
                                                 const std::string& name, std::int64_t version) {
  Query query(database,
              "SELECT name, version, reason, on_day, frozen, body, seal FROM registers "
              "WHERE name = ?1 AND (?2 = 0 OR version = ?2) ORDER BY version DESC LIMIT 1",
              name, version);
  ANJUAN_TRY(const bool found, query.next());
  if (!found) return std::optional<RegisterRow>();
  const Wording about{"名录“" + name + "”", "register '" + name + "'"};
  RegisterRow row = register_row(query);
  const std::string body = query.text(5);
  if (seal_of(kind, row.name, row.version, row.reason, query.text(3), body) != query.text(6)) {
    return diagnose(messages::row_changed, Place{}, about);
  }
  ANJUAN_TRY(row.body, json::read(body, place_within(about)));
  return std::optional<RegisterRow>(std::move(row));
}

Result<std::vector<RegisterRow>> list_registers(const Database& database) {
  std::vector<RegisterRow> rows;
  Query query(database, "SELECT name, version, reason, on_day, frozen FROM registers ORDER BY name, version");
  for (;;) {
    ANJUAN_TRY(const bool more, query.next());
    if (!more) return rows;
    rows.push_back(register_row(query));
  }
}

Result<std::vector<journal::Entry>> read_journal(const Database& database) {
  return entries_of(Query(database, "SELECT n, previous, text, digest FROM journal ORDER BY n"));
}

Result<std::vector<journal::Entry>> read_journal_about(const Database& database, const CaseId& id) {
  return entries_of(Query(database,
                          "SELECT n, previous, text, digest FROM journal WHERE n IN "
                          "(SELECT entry FROM case_acts WHERE case_id = ?1 UNION SELECT n FROM journal WHERE case_id = ?1) "
                          "ORDER BY n",
                          id.text()));
}

Result<std::optional<journal::Entry>> last_entry_about(const Database& database, const CaseId& id,
                                                       std::int64_t until) {
  Query query(database,
              "SELECT n, previous, text, digest FROM journal WHERE case_id = ?1 AND n <= ?2 "
              "ORDER BY n DESC LIMIT 1",
              id.text(), until);
  ANJUAN_TRY(const bool found, query.next());
  if (!found) return std::optional<journal::Entry>();
  return std::optional(journal::Entry{query.integer(0), query.text(1), query.text(2), query.text(3)});
}

Result<std::vector<journal::Entry>> read_entries(const Database& database, std::int64_t from, std::int64_t at_most) {
  return entries_of(Query(database, "SELECT n, previous, text, digest FROM journal WHERE n >= ?1 ORDER BY n LIMIT ?2", from, at_most));
}

Result<journal::Head> journal_head(const Database& database) {
  Query query(database, "SELECT n, digest FROM journal ORDER BY n DESC LIMIT 1");
  ANJUAN_TRY(const bool found, query.next());
  if (!found) return journal::Head{};
  return journal::Head{query.integer(0), query.text(1)};
}

Result<std::int64_t> count_acts(const Database& database) {
  Query query(database, "SELECT acts FROM office");
  ANJUAN_TRY([[maybe_unused]] const bool found, query.next());
  return query.integer(0);
}

Result<Value> setting(const Database& database, DigestKind kind, const std::string& key) {
  Query query(database, "SELECT value, seal FROM settings WHERE key = ?1", key);
  ANJUAN_TRY(const bool found, query.next());
  if (!found) return Value();
  const Wording about{"设置“" + key + "”", "setting '" + key + "'"};
  if (seal(kind, {key, query.text(0)}) != query.text(1))
    return diagnose(messages::row_changed, Place{}, about);
  return json::read(query.text(0), place_within(about));
}

Result<Wording> describe_file(const Database& database, const std::string& digest) {
  Query cases_naming(database,
                     "SELECT id, round, kind, title, label, finished, version, '', limits, papers FROM cases "
                     "WHERE instr(papers, ?1) OR instr(body, ?1) ORDER BY instr(papers, ?1) = 0, id LIMIT 1",
                     digest);
  ANJUAN_TRY(const bool in_case, cases_naming.next());
  if (in_case) {
    ANJUAN_TRY(const CaseRow row, case_row(case_columns(cases_naming), false));
    return describe_paper(row, digest);
  }
  Query entries(database, "SELECT n FROM journal WHERE instr(text, ?1) ORDER BY n LIMIT 1", digest);
  ANJUAN_TRY(const bool in_journal, entries.next());
  if (!in_journal) return Wording("未列入案件的文件", "a file no case names");
  const std::string n = std::to_string(entries.integer(0));
  return Wording("全过程记录第 " + n + " 条所附的文件", "a file of journal entry " + n);
}

Result<std::string> read_file(const Database& database, const FileStore& files, const std::string& digest) {
  auto bytes = files.read(digest, "");
  if (bytes.ok() || !is_hex_digest(digest)) return bytes;
  ANJUAN_TRY(const Wording named_by, describe_file(database, digest));
  return files.read(digest, named_by);
}

}  // namespace anjuan::store
