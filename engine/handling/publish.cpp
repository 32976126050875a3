// 公示: the announcement as a workbook and as a page to paste, the draw's files once the inspections
// are over; and 推送: rows for the credit platform. Nothing goes out that is personal: every file is
// searched first, and refused with the list of what was found.

#include "handling/draw_facts.h"
#include "handling/messages.h"
#include "handling/papers.h"
#include "handling/practitioner_stage.h"
#include "handling/work.h"
#include "publication/announcement.h"
#include "publication/announcement_workbook.h"
#include "publication/draw_files.h"
#include "publication/web_from_manuscript.h"
#include "publication/web_page.h"
#include "sheets/sheets.h"

namespace anjuan::handling {
namespace {

using cases::Case;
using cases::PublishedBatch;

Result<Value> given(const Fields& values, const std::string& name, Value::Kind kind) {
  const auto found = values.find(name);
  if (found == values.end() || !found->second.is(kind)) return diagnose(parameter_missing, Place{}, name);
  return found->second;
}

Result<const publication::Mapping*> mapping_of(Work& work, const Case& c, const std::string& id) {
  ANJUAN_TRY(const Library* const library, library_of(work, c));
  const auto found = library->mappings.find(id);
  if (found != library->mappings.end()) return &found->second.content;
  std::string known;
  for (const auto& [name, loaded] : library->mappings) known += (known.empty() ? "" : "、") + name;
  return diagnose(unknown_mapping, Place{}, id, known);
}

/// Each result with the facts of the round beside it.
Result<std::vector<Fields>> rows_of(Work& work, const Case& c, const Fields& values) {
  ANJUAN_TRY(const Value results, given(values, "结果", Value::Kind::list));
  ANJUAN_TRY(const Fields names, names_now(work, c, values));
  std::vector<Fields> rows;
  for (const Value& result : results.list()) {
    Fields row = names;
    if (result.is(Value::Kind::record)) {
      for (const auto& [name, value] : result.record()) row.insert_or_assign(name, value);
    }
    rows.push_back(std::move(row));
  }
  ANJUAN_TRY(const Library* const library, library_of(work, c));
  return publication::result_rows(rows, *library->publication);
}

Outcome add_file(Work& work, const Case& c, PublishedBatch& batch, const std::string& name, const std::string& extension, const std::string& bytes) {
  ANJUAN_TRY(const std::string digest, keep_file(work, bytes));
  batch.files.emplace_back(name + "." + extension, digest);
  work.receipt.files.push_back({c.id, batch.batch, batch.batch, name, "", digest, extension});
  work.effects.push_back(Fields{{"published", name + "." + extension}, {"case", c.id.text()}, {"digest", digest}});
  return Done{};
}

std::string organ(const Work& work) { return work.office.bureau.facts.at("名称").text_or_empty(); }

/// The announcement that this very act has made, as words: its page says what the paper says.
Outcome add_page(Work& work, const Case& c, PublishedBatch& batch, const std::string& slot, const publication::PublishedTable& table) {
  const cases::Paper* paper = cases::paper_in(c, slot);
  if (!paper) return diagnose(unknown_paper, Place{}, slot, "");
  ANJUAN_TRY(const pages::Manuscript manuscript, manuscript_of(work, c, *paper));
  const publication::WebPage page = publication::web_page_of(manuscript);
  const publication::Screening screening = publication::with_permitted({}, table);
  if (Diagnostics hits = publication::check_publishable(page, screening, slot); has_error(hits)) return hits;
  return add_file(work, c, batch, paper->title, "html", publication::write_page(page));
}

Outcome add_workbook(Work& work, const Case& c, PublishedBatch& batch, const publication::Mapping& mapping, const publication::MappedTable& table) {
  sheets::Workbook book = publication::announcement_workbook(mapping, table, {mapping.title, organ(work) + "　" + official(work.act.on), "", organ(work), work.act.recorded.seconds});
  if (Diagnostics hits = publication::check_publishable(book, publication::with_permitted({}, publication::published(mapping, table)), mapping.file); has_error(hits)) return hits;
  ANJUAN_TRY(const std::string bytes, sheets::write_xlsx(book, work.office.scratch_folder));
  return add_file(work, c, batch, mapping.title, "xlsx", bytes);
}

/// 抽取清单、种子、结果: only after the inspections, and only with codes for reasons. Voided draws go out too,
/// each with its voiding, so that the chain from draw to draw can be followed.
Outcome add_draw_files(Work& work, const Case& c, PublishedBatch& batch, const Fields& reasons) {
  publication::DrawWords words;
  for (const auto& [code, says] : reasons) words.reason_codes.insert(code);
  for (const cases::DrawRecord& record : c.draws) {
    ANJUAN_TRY(const std::string first, first_result(record));
    ANJUAN_TRY(const PractitionerFiles second, practitioner_files(record));
    const std::pair<const char*, std::string> files[] = {
        {"list", record.list}, {"seed", record.seed}, {"result", first}, {"events", record.events},
        {"result-after-events", record.events.empty() ? "" : record.result}, {"void", record.void_text},
        {"practitioners-list", second.list}, {"practitioners-seed", second.seed}, {"practitioners-result", second.result}};
    for (const auto& [name, text] : files) {
      if (text.empty()) continue;
      const std::string label = record.id + "-" + name;
      if (Diagnostics hits = publication::check_draw_file(text, words, label); has_error(hits)) return hits;
      ANJUAN_DO(add_file(work, c, batch, label, "txt", text));
    }
  }
  return Done{};
}

}  // namespace

Outcome publish(Work& work, Case& c, const procedure::Publish& e) {
  ANJUAN_TRY(const Value slot, given(e.values, "公告", Value::Kind::text));
  ANJUAN_TRY(const Value table_id, given(e.values, "对照表", Value::Kind::text));
  ANJUAN_TRY(const Value over, given(e.values, "检查已全部结束", Value::Kind::boolean));
  ANJUAN_TRY(const publication::Mapping* const mapping, mapping_of(work, c, table_id.text()));
  ANJUAN_TRY(const std::vector<Fields> rows, rows_of(work, c, e.values));
  ANJUAN_TRY(const publication::MappedTable table, publication::apply_mapping(*mapping, rows));
  const publication::PublishedTable published = publication::published(*mapping, table);
  if (Diagnostics hits = publication::check_publishable(published, {}, mapping->file); has_error(hits)) return hits;
  PublishedBatch batch{e.batch, work.act.on, {}};
  ANJUAN_TRY(auto paged, add_page(work, c, batch, slot.text(), published));
  ANJUAN_TRY(auto tabled, add_workbook(work, c, batch, *mapping, table));
  static_cast<void>(paged), static_cast<void>(tabled);
  if (over.boolean()) {
    ANJUAN_TRY(const Value reasons, given(e.values, "理由代码", Value::Kind::record));
    ANJUAN_DO(add_draw_files(work, c, batch, reasons.record()));
  } else {
    work.receipt.notes.push_back(sentence(diagnose(publish_not_yet, Place{}), Language::chinese));
  }
  c.batches.push_back(std::move(batch));
  return Done{};
}

Outcome push(Work& work, Case& c, const procedure::Push& e) {
  ANJUAN_TRY(const publication::Mapping* const mapping, mapping_of(work, c, e.mapping));
  ANJUAN_TRY(const std::vector<Fields> rows, rows_of(work, c, e.values));
  ANJUAN_TRY(const publication::MappedTable table, publication::apply_mapping(*mapping, rows));
  if (Diagnostics hits = publication::check_publishable(publication::published(*mapping, table), {}, mapping->file); has_error(hits)) return hits;
  ANJUAN_TRY(const Value name, given(e.values, "批次", Value::Kind::text));
  PublishedBatch batch{name.text() + "-" + e.platform, work.act.on, {}};
  ANJUAN_TRY(auto csv, add_file(work, c, batch, mapping->title, "csv", publication::write_csv(*mapping, table)));
  ANJUAN_TRY(auto json, add_file(work, c, batch, mapping->title, "json", publication::write_json(*mapping, table)));
  static_cast<void>(csv), static_cast<void>(json);
  const std::string key = c.id.text() + "-" + std::to_string(c.batches.size());
  Fields message{{"platform", e.platform}, {"case", c.id.text()}, {"mapping", e.mapping}, {"csv", batch.files[0].second}, {"json", batch.files[1].second}};
  c.batches.push_back(std::move(batch));
  return work.tx.send_later(key, Value(std::move(message)));
}

}  // namespace anjuan::handling
