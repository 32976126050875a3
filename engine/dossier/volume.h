#pragma once
// The values of a dossier: the papers of a case as they come in, and the volumes that are made of
// them. 案卷 = Dossier: one or more volumes (卷). 件 = item: one paper in its place with its pages.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"

namespace anjuan::dossier {

/// One paper of the case as it is known when the dossier is closed.
struct PaperItem {
  std::string id;           ///< unique within the case, e.g. the document's own number in the store
  std::string slot;         ///< name under which the case knows it; an earlier holder of a slot stays a paper
  std::string title;        ///< 题名
  std::string number;       ///< 文号, "" if it has none
  std::string responsible;  ///< 责任者: who made it
  Day date{};
  std::string place;         ///< place in the dossier, a group of the rules ("正2"); "" stays out
  std::int64_t created = 0;  ///< order of creation, breaks ties of the date
  std::string receipt_of;    ///< 送达回证: id of the paper whose service it proves; "" for other papers
  bool mandatory = false;    ///< its slot may not be without a valid paper
  bool sign_required = false, is_signed = false;
  bool serve_required = false, served = false;
  bool voided = false;       ///< 作废: not bound, named in the closing note
  bool draft = false;        ///< 送审稿: never bound
  std::string print_digest;  ///< of the file this program made
  std::string scan_digest;   ///< of the scan of the signed paper; then the scan is bound, the print kept
  int pages = 0;             ///< of the file that is bound
  std::string remark;        ///< 备注
  std::optional<LegalBasis> basis;
};

/// A paper that must be there whether or not the case ever made one.
struct RequiredPaper {
  std::string slot, title;
  std::optional<LegalBasis> basis;
};

/// 缺件说明: approved reason why a paper is missing, unsigned or unserved.
struct MissingNote {
  std::string paper;  ///< slot or 题名, or the id of one paper
  std::string reason;
  std::string approved_by;
  std::optional<Day> approved_on;
  std::string number;  ///< of the note itself, may be ""
};

struct CasePapers {
  std::string case_number;
  std::vector<PaperItem> papers;
  std::vector<RequiredPaper> required;
  std::vector<MissingNote> notes;
};

/// What the closing note prints for a paper that is missing, unsigned or unserved with approval.
struct ExcusedPaper {
  enum class Lack { missing, unsigned_paper, unserved };
  Lack lack;
  std::string title;
  MissingNote note;
};

/// A paper in its place. Pages count from 1 in each volume.
struct BoundItem {
  PaperItem paper;
  std::string digest;         ///< of the file that is bound
  std::string source_digest;  ///< of the print, where a scan is bound in its stead; else ""
  int first_page = 0, last_page = 0;
};

/// A line of 卷内目录.
struct ContentsRow {
  int n = 0;
  std::string number, responsible, title;
  Day date{};
  std::string pages;  ///< the first page; of the last entry first-last
  std::string remark;
};

struct VolumePlan {
  std::string part;            ///< 正卷, 副卷; "" where both stand in one volume
  int ordinal = 1, total = 1;  ///< 第几卷, 共几卷
  std::vector<BoundItem> items;
  std::vector<ContentsRow> contents;
  int pages = 0;  ///< numbered pages: cover, contents and closing note not counted
};

struct DossierPlan {
  std::string kind;  ///< of the rules: "case", "round"
  std::vector<VolumePlan> volumes;
  std::vector<ExcusedPaper> excused;
  std::vector<PaperItem> voided;
  std::vector<PaperItem> elsewhere;  ///< papers whose place is in a dossier of another kind (互见)
};

}  // namespace anjuan::dossier
