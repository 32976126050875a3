#pragma once
// A case (案件: one drawn target) or a round (抽查任务: one draw, many cases): one running procedure
// with the papers, sheets and acts it has brought about. A value; `case_value.h` gives its form for
// the store.

#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "cases/case_store.h"
#include "procedure/procedure.h"

namespace anjuan::cases {

/// 文书: a paper that was made. Never edited: a later one takes over its slot, a wrong one is 作废.
struct Paper {
  std::string id;             ///< "<case>-D03"
  std::string slot, template_id, template_digest, title;
  std::string number;         ///< 文号 as printed, "" none
  std::string number_code;
  int number_year = 0;
  std::int64_t number_n = 0;
  Day date{};
  std::string to, place;
  bool mandatory = false, seal = false, sign = false, serve = false, draft = false;
  enum class State { issued, superseded, voided } state = State::issued;
  std::string void_reason;
  std::string print;          ///< digest of the PDF as made
  std::string source;         ///< digest of the data it was composed from
  int pages = 0;
  std::string receipt_of;     ///< id of the paper that this one is the 送达回证 of, "" otherwise

  std::optional<Day> signed_on;
  std::string signed_by;      ///< who signed on paper
  std::string scan;           ///< digest of the signed form: a scan, or the print with electronic signatures; "" none
  int scan_pages = 0;
  int signatures = 0;         ///< electronic ones in the signed form
  std::optional<Day> served_on;
  std::string served_way, received_by, served_place, servers;
};

/// 表格: a sheet that was handed out, and the filled one that came back.
struct SheetIssue {
  std::string serial;         ///< "<case>-S01"
  std::string slot, form_id, form_digest, place;
  Day date{};
  std::string blank, filled;  ///< digests
};

/// Who decided what in which role: what segregation of duties looks at.
struct ActNote {
  std::int64_t journal_n = 0;
  std::string event;
  std::vector<std::string> roles;
  PersonId signatory;
  Day on{};
};

/// 随机数: what a contributor brought to the draw, typed by one person and then, not seeing it, by another.
struct EnteredValue {
  std::string of;             ///< the contributor; or, for a vacancy, the case
  std::string value;
  std::string entered_by, confirmed_by;  ///< names; nobody has confirmed it while the second is empty
  std::string entrant;        ///< id of who entered it first, his name where he has none
};

/// One draw of a round. Texts are the files of draw/SPEC: kept whole, byte for byte.
struct DrawRecord {
  std::string id;             ///< 抽取号
  std::string list, seed, events, result;
  std::string lots;           ///< of a draw by hand (摇号、抽签): what was drawn, as it was typed; then there is no seed
  std::vector<EnteredValue> values;
  std::vector<std::string> keepers;  ///< who keeps the sealed envelopes
  std::string commit;         ///< commitment of the bureau's secret
  std::vector<std::string> rolls;   ///< who was passed over when a vacancy was filled, by event
  std::optional<Day> frozen_on, opened_on;
  bool annulled = false;
  std::string annulment;      ///< reason
  std::string void_text;      ///< the signed voiding: its digest stands in the next list
  Value facts;                ///< pool figures of the freeze: base, exclusions with reasons, register versions
};

/// 公示: a batch that was published.
struct PublishedBatch {
  std::string batch;
  Day on{};
  std::vector<std::pair<std::string, std::string>> files;  ///< name → digest
};

/// 案卷: the bound dossier, in one or more volumes.
struct BoundVolume {
  std::string name;            ///< file name without ending, e.g. "2026-1-03"
  std::string file, manifest;  ///< digests
  int pages = 0, items = 0;
};
struct BoundDossier {
  std::string archival_code;
  std::string result;          ///< 处理结果, as the cover prints it
  std::vector<BoundVolume> volumes;
  Day on{};
};

/// The way back from a migration (迁移), until the next act on the case.
struct WayBack {
  int edition = 0;
  std::string definition;
  procedure::Standing standing;
};

struct Case {
  CaseId id, round;
  std::string kind;
  std::int64_t sequence = 0;   ///< of a case within its round
  std::int64_t version = 0;
  std::string definition;      ///< name of the definition
  int edition = 0;             ///< of the office's definitions that it runs on; 0: the current ones
  std::string unit;            ///< 承办股室
  Value target;                ///< 检查对象 as it stood in the register when drawn
  Value inspectors;            ///< list of 检查人员 now on the case
  procedure::Standing standing;
  std::vector<Paper> papers;
  std::vector<SheetIssue> sheets;
  std::vector<ActNote> acts;
  std::vector<DrawRecord> draws;      ///< of a round; the last one counts
  std::vector<CaseId> children;       ///< of a round
  std::vector<PublishedBatch> batches;
  std::optional<BoundDossier> dossier;
  std::optional<WayBack> way_back;
};

/// The paper that holds a slot now, or null.
const Paper* paper_in(const Case&, const std::string& slot);
/// The draw that counts: the last one not annulled, or null.
const DrawRecord* current_draw(const Case&);

}  // namespace anjuan::cases
