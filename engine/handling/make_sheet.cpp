// Hands out a sheet, and reads a filled one back as the event its form names.

#include <algorithm>

#include "base/text.h"
#include "forms/load_form.h"
#include "forms/make_sheet.h"
#include "forms/mark.h"
#include "forms/read_sheet.h"
#include "handling/handle.h"
#include "handling/messages.h"
#include "sheets/sheets.h"

namespace anjuan::handling {
namespace {

using cases::Case;
using cases::SheetIssue;
using FormPtr = std::shared_ptr<const forms::Form>;

/// A form of the case's edition.
Result<FormPtr> form_of(Work& work, const Case& c, const std::string& id) {
  ANJUAN_TRY(const Library* const edition, library_of(work, c));
  const auto found = edition->forms.find(id);
  if (found != edition->forms.end()) return std::make_shared<const forms::Form>(found->second.content);
  return diagnose(unknown_form, Place{}, id, ids_instead(id, ids_of(edition->forms)));
}

/// The form as it was when the sheet was handed out, which the edition of today may have changed.
Result<FormPtr> form_of(Work& work, const Case& c, const SheetIssue& issue) {
  auto known = form_of(work, c, issue.form_id);
  if ((known.ok() && (*known)->digest == issue.form_digest) || issue.form_digest.empty()) return known;
  ANJUAN_TRY(const std::string bytes, work.tx.read_file(issue.form_digest));
  ANJUAN_TRY(forms::Form form, forms::load_form(bytes, issue.form_id));
  return std::make_shared<const forms::Form>(std::move(form));
}

std::string serial_of(const Case& c) {
  const std::size_t n = c.sheets.size() + 1;
  return c.id.text() + "-B" + (n < 10 ? "0" : "") + std::to_string(n);
}

/// The sheet that waits to be read: handed out and not yet back.
SheetIssue* waiting_sheet(Case& c) {
  const auto found = std::find_if(c.sheets.rbegin(), c.sheets.rend(), [](const SheetIssue& s) { return s.filled.empty(); });
  return found == c.sheets.rend() ? nullptr : &*found;
}

Outcome read_into(Work& work, const CaseId& id, const std::string& xlsx, const std::string& file) {
  ANJUAN_TRY(Case* const c, touch(work, id));
  ANJUAN_TRY(const sheets::ReadWorkbook book, sheets::read_xlsx(xlsx, file));
  ANJUAN_TRY(const forms::Mark mark, forms::find_mark(book, file));
  if (mark.case_id != id.text()) return diagnose(sheet_of_other_case, Place{file}, mark.case_id, id.text());
  SheetIssue* const issue = waiting_sheet(*c);
  if (!issue) return diagnose(no_open_sheet, Place{file}, id.text());
  ANJUAN_TRY(const FormPtr form, form_of(work, *c, *issue));
  ANJUAN_TRY(const Fields values, forms::read_sheet(*form, book, {id, issue->serial}, file));
  ANJUAN_TRY(issue->filled, keep_file(work, xlsx));
  work.effects.push_back(Fields{{"sheet_read", issue->serial}, {"case", id.text()}, {"digest", issue->filled}});
  return raise_event(work, id, {form->event, {{issue->slot, values}}, work.act.on, ""}, false);
}

}  // namespace

Result<BlankSheet> blank_sheet(Office& office, const CaseId& id) {
  ANJUAN_TRY(const std::unique_ptr<cases::Transaction> tx, office.store.begin());
  const Act nothing;
  Work work{office, *tx, nothing, Value(Fields{}), Value(Fields{})};
  ANJUAN_TRY(Case* const c, look(work, id));
  SheetIssue* const issue = waiting_sheet(*c);
  if (!issue) return diagnose(no_open_sheet, Place{}, id.text());
  ANJUAN_TRY(const FormPtr form, form_of(work, *c, *issue));
  ANJUAN_TRY(const Fields names, names_now(work, *c, c->standing.data));
  ANJUAN_TRY(sheets::Workbook book, forms::make_sheet(*form, names, {id, issue->serial, c->standing.definition_digest}));
  return BlankSheet{form, std::move(book), issue->serial};
}

Outcome make_sheet(Work& work, Case& c, const procedure::MakeSheet& e) {
  ANJUAN_TRY(const FormPtr form, form_of(work, c, e.form_id));
  ANJUAN_TRY(const Fields names, names_now(work, c, e.data));
  SheetIssue issue{serial_of(c), e.slot, e.form_id, form->digest, e.place, work.act.on, "", ""};
  ANJUAN_TRY(sheets::Workbook book, forms::make_sheet(*form, names, {c.id, issue.serial, c.standing.definition_digest}));
  book.created_seconds = work.act.recorded.seconds;
  book.author = work.office.bureau.facts.at("名称").text_or_empty();
  ANJUAN_TRY(const std::string bytes, sheets::write_xlsx(book, work.office.scratch_folder));
  ANJUAN_TRY(issue.blank, keep_file(work, bytes));
  work.receipt.sheets.push_back({c.id, issue.serial, issue.slot, form->label, "", issue.blank, "xlsx"});
  work.effects.push_back(Fields{{"sheet", issue.serial}, {"case", c.id.text()}, {"form", issue.form_id}, {"digest", issue.blank}});
  c.sheets.push_back(std::move(issue));
  return Done{};
}

Result<Receipt> read_back(Office& office, const CaseId& id, const std::string& xlsx, const std::string& file, const Act& act) {
  return record_act(office, "sheet", id, act, {{"file", file}, {"sheet", sha256(xlsx)}},
                    [&](Work& work) { return read_into(work, id, xlsx, file); });
}

}  // namespace anjuan::handling
