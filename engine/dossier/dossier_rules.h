#pragma once
// The rules of a dossier as read from workflows/dossier.xml: kinds of dossier with the order of
// their places, how 正卷 and 副卷 are bound, how many pages a volume may have, retention periods with
// their codes, and the pattern of the archival code. A county changes the file, not the program.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "xml/outline.h"

namespace anjuan::dossier {

/// 保管期限
struct Period {
  std::string code;  ///< as it stands in the archival code
  std::string name;
};

/// A place in the dossier; the order of the groups is the order in the volume.
struct Group {
  std::string place, says;
  bool second_part = false;  ///< 副卷
};

struct DossierKind {
  std::string id, name, title;  ///< name: 行政检查卷; title: a pattern for 题名
  bool separate_parts = false;  ///< 副卷 is a volume of its own
  int max_pages = 0;            ///< a volume above it is divided between papers (分卷)
  std::vector<Group> groups;
};

/// Words of the contents and the closing note.
struct DossierWords {
  std::string not_signed, not_served;  ///< what such a paper lacks
  std::string see_closing_note;        ///< appended to the lack in the contents: "，见备考表"
  std::string scan;                    ///< remark where a scan is bound; "" none
  std::string voided;  ///< pattern over 题名 文号 日期 备注: a sentence of the closing note
};

struct DossierRules {
  std::string file;
  std::string code_pattern, category, serial_name;  ///< 档号
  std::vector<Period> periods;
  std::string first_part_name, second_part_name;        ///< 正卷, 副卷
  std::string cover_name, contents_name, closing_name;  ///< bookmarks of the pages without number
  DossierWords words;
  std::optional<LegalBasis> basis;
  std::vector<DossierKind> kinds;

  const DossierKind* kind(std::string_view id) const;
  const Period* period(std::string_view code_or_name) const;
};

const xml::Outline& dossier_outline();

/// Reads and checks the file. Refused: whatever the outline does not allow, a pattern that cannot be
/// read, a place, period or kind given twice.
Result<DossierRules> load_dossier_rules(std::string_view bytes, const std::string& file);

/// The period by its code or name ("D30", "30年"). Refused: not defined.
Result<Period> find_period(const DossierRules&, std::string_view code_or_name);

}  // namespace anjuan::dossier
