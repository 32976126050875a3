#include "handling/replay.h"

#include <optional>

#include "cases/case_value.h"
#include "cases/portions.h"
#include "handling/course.h"
#include "handling/handle.h"
#include "handling/library.h"
#include "handling/list_publication.h"
#include "handling/messages.h"
#include "handling/migrate.h"
#include "handling/register_versions.h"
#include "json/json.h"

namespace anjuan::handling {
namespace {

const std::string& text(const Value& entry, std::string_view name) { return entry.field(name).text_or_empty(); }

/// What the office's secret committed to, where this act froze a list.
std::string commitment_in(const Value& entry) {
  const Value& effects = entry.field("effects");
  if (!effects.is(Value::Kind::list)) return "";
  for (const Value& effect : effects.list()) {
    if (text(effect, "action") == "freeze") return text(effect, "commitment");
  }
  return "";
}

Act act_of(const Value& entry) {
  Act act;
  act.event = text(entry, "event");
  if (entry.field("values").is(Value::Kind::record)) act.values = entry.field("values").record();
  if (entry.field("on").is(Value::Kind::date)) act.on = entry.field("on").date();
  act.signatory = text(entry, "signed_as");
  act.recorder = text(entry, "recorded_as");
  if (const auto moment = parse_moment(text(entry, "recorded"))) act.recorded = *moment;
  act.late_reason = text(entry, "late_reason");
  if (!entry.field("sealed").empty()) act.secret_commitment = commitment_in(entry);
  return act;
}

/// The office while its journal is played again.
class Replayer {
 public:
  explicit Replayer(const ReplayRequest& request) : request_(request) {}

  Result<Replayed> run() {
    ANJUAN_TRY(const journal::Head head, request_.original.journal_head());
    bool same = true;
    ANJUAN_TRY([[maybe_unused]] const Done played, cases::each_entry(request_.original, [&](const journal::Entry& entry) -> Result<bool> {
      ANJUAN_TRY(same, again(entry));
      if (same && request_.progress) request_.progress(static_cast<std::size_t>(entry.n), static_cast<std::size_t>(head.n));
      return same;
    }));
    if (!same) return std::move(out_);
    ANJUAN_DO(compare_cases(head.n));
    return std::move(out_);
  }

 private:
  /// One entry; false when it stops the replay.
  Result<bool> again(const journal::Entry& entry) {
    ANJUAN_TRY(const Value act, json::read(entry.text, Place{}));
    const std::string& kind = text(act, "kind");
    std::string written;  // digest of the entry in the fresh journal
    if (kind == "init" || kind == "update") {
      ANJUAN_TRY(written, adopt(act));
    } else if (kind == "refused") {
      ANJUAN_TRY(written, take_over(act));
      ++out_.refusals;
    } else {
      const Result<Receipt> receipt = perform(kind, act);
      ++out_.acts;
      if (!receipt.ok() && has_fault(receipt.diagnostics())) return receipt.diagnostics();
      if (!receipt.ok()) return stop(entry, receipt.diagnostics());
      written = receipt->journal_head;
    }
    if (written == entry.digest) return true;
    ANJUAN_TRY(const bool same, same_course(entry, act));
    if (!same) out_.found.push_back(diagnose(replay_differs, Place{}, std::to_string(entry.n), text(act, "case")));
    return same;
  }

  /// The fresh entry says the same but for the bytes of papers, of this act or of one before it.
  Result<bool> same_course(const journal::Entry& entry, const Value& act) {
    ANJUAN_TRY(const auto reading, request_.fresh.read());
    ANJUAN_TRY(const journal::Head head, reading->journal_head());
    ANJUAN_TRY(const auto fresh, reading->read_entries(entry.n, 1));
    if (fresh.empty() || head.n != entry.n) return false;
    if (fresh.front().text == entry.text) return true;
    ANJUAN_TRY(const Value again, json::read(fresh.front().text, Place{}));
    if (without_rows(again) == without_rows(act)) return true;  // the cases themselves are compared at the end
    ++out_.other_bytes;
    return course_of_entry(again) == course_of_entry(act);
  }

  bool stop(const journal::Entry& entry, const Diagnostics& why) {
    out_.found.push_back(diagnose(replay_refused, Place{}, std::to_string(entry.n)));
    out_.found.insert(out_.found.end(), why.begin(), why.end());
    return false;
  }

  /// Definitions of this entry become those of the office.
  Result<std::string> adopt(const Value& act) {
    std::vector<SourceFile> files;
    const Value& list = act.field("definitions");
    if (list.is(Value::Kind::list)) {
      for (const Value& row : list.list()) {
        ANJUAN_TRY(std::string bytes, request_.original.read_file(text(row, "digest")));
        files.push_back({text(row, "path"), std::move(bytes)});
      }
    }
    LibraryResult loaded = load_adopted(files);
    if (has_error(loaded.found)) return loaded.found;
    library_ = std::move(loaded.library);
    ANJUAN_TRY(auto calendar, calendar::WorkingCalendar::make(library_.years));
    calendar_ = std::move(calendar);
    ANJUAN_TRY(const auto tx, request_.fresh.begin());
    ANJUAN_TRY(const Adopted adopted, adopt_again(*tx, files, act));
    library_.edition = adopted.edition;
    return append(*tx, act);
  }

  /// The entry as it is; gives its digest.
  Result<std::string> take_over(const Value& act) {
    ANJUAN_TRY(const auto tx, request_.fresh.begin());
    return append(*tx, act);
  }
  Result<std::string> append(cases::Transaction& tx, const Value& act) {
    ANJUAN_TRY(const journal::Entry entry, tx.append(act));
    ANJUAN_DO(tx.commit());
    return entry.digest;
  }

  Result<Receipt> perform(const std::string& kind, const Value& entry) {
    if (!calendar_ || !library_.bureau) return diagnose(replay_without_definitions, Place{});
    Office office{request_.fresh, *library_.bureau, library_, *calendar_, request_.fonts, request_.scratch_folder, shelf_};
    const Act act = act_of(entry);
    const CaseId id(text(entry, "case"));
    if (kind == "event") return handle(office, id, act);
    if (kind == "open") return open_round(office, id, text(entry, "definition"), act);
    if (kind == "time") return raise_due(office, act);
    if (kind == "migrate") return migrate_case(office, id, {procedure_map_from(entry.field("map")), text(entry, "reason")}, act);
    if (kind == "migrate-undo") return undo_migration(office, id, text(entry, "reason"), act);
    if (kind == "calendar") return recompute_limits(office, act);
    if (kind == "void") return annul_paper(office, id, text(entry, "paper"), text(entry, "reason"), act);
    if (kind == "sign") return sign(office, id, act, entry);
    if (kind == "serve") return serve(office, id, act, entry);
    if (kind == "sheet") return read_sheet(office, id, act, entry);
    if (kind == "register") return import(office, act, entry);
    if (kind == "list-receipt") return list_receipt(office, act, entry);
    return diagnose(replay_unknown_kind, Place{}, kind);
  }

  /// A file that an act brought, "" if it brought none.
  Result<std::string> file_of(const std::string& digest) {
    if (digest.empty()) return std::string();
    return request_.original.read_file(digest);
  }

  /// A signed form is taken from the office as it was handed in: nobody can sign again. What its signatures say
  /// is found anew and must come out the same.
  Result<Receipt> sign(Office& office, const CaseId& id, const Act& act, const Value& entry) {
    ANJUAN_TRY(std::string scan, file_of(text(entry, "scan")));
    return sign_paper(office, id, text(entry, "paper"), {text(entry, "by"), std::move(scan), text(entry, "scan_file"), text(entry, "seal")}, act);
  }

  Result<Receipt> serve(Office& office, const CaseId& id, const Act& act, const Value& entry) {
    Service service{text(entry, "way"), text(entry, "place"), text(entry, "received_by"), text(entry, "relation"), text(entry, "servers"),
                    text(entry, "refusal"), text(entry, "witness"), "", text(entry, "scan_file")};
    ANJUAN_TRY(service.scan, file_of(text(entry, "scan")));
    return serve_paper(office, id, text(entry, "paper"), service, act);
  }

  Result<Receipt> read_sheet(Office& office, const CaseId& id, const Act& act, const Value& entry) {
    ANJUAN_TRY(const std::string xlsx, file_of(text(entry, "sheet")));
    return read_back(office, id, xlsx, text(entry, "file"), act);
  }

  Result<Receipt> import(Office& office, const Act& act, const Value& entry) {
    const Value& version = entry.field("version");
    ANJUAN_TRY(auto row, request_.original.load_register(text(entry, "register"), version.is(Value::Kind::integer) ? version.integer() : 0));
    if (!row) return diagnose(no_register, Place{}, text(entry, "register"));
    row->frozen = false;  // a later draw freezes it again
    return change_register(office, std::move(*row), act);
  }

  static Result<bool> comes_out_the_same(const cases::CaseRow& row, cases::Reading& fresh) {
    ANJUAN_TRY(const bool there, fresh.has_case(row.id));
    if (!there) return false;
    ANJUAN_TRY(const cases::CaseRow again, fresh.load_case(row.id));
    return again.version == row.version && course_of_case(again.body) == course_of_case(row.body);
  }

  Result<Receipt> list_receipt(Office& office, const Act& act, const Value& entry) {
    ANJUAN_TRY(const auto kind, register_kind(*office.library.registers, text(entry, "register")));
    const Value& version = entry.field("version");
    ListReceipt receipt{kind, version.is(Value::Kind::integer) ? version.integer() : 0, text(entry, "channel"), text(entry, "address"), text(entry, "time"), "", text(entry, "screenshot_file")};
    ANJUAN_TRY(receipt.screenshot, file_of(text(entry, "screenshot")));
    ANJUAN_TRY(ListReceived received, record_list_receipt(office, receipt, act));
    return std::move(received.receipt);
  }

  Outcome compare_cases(std::int64_t last) {
    ANJUAN_TRY(const auto reading, request_.fresh.read());
    return cases::in_portions(request_.original, {}, [&](const std::vector<cases::CaseRow>& rows) -> Outcome {
      for (const cases::CaseRow& row : rows) {
        ++out_.cases;
        ANJUAN_TRY(const bool same, comes_out_the_same(row, *reading));
        if (!same) out_.found.push_back(diagnose(replay_differs, Place{}, std::to_string(last), row.id.text()));
      }
      return Done{};
    });
  }

  const ReplayRequest& request_;
  Library library_;
  std::optional<calendar::WorkingCalendar> calendar_;
  std::shared_ptr<Shelf> shelf_ = std::make_shared<Shelf>();
  Replayed out_;
};

}  // namespace

Result<Replayed> replay(const ReplayRequest& request) { return Replayer(request).run(); }

}  // namespace anjuan::handling
