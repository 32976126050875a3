#pragma once
// 表签: which case, form and version a sheet belongs to, kept in several places of the workbook, so
// that a program that rewrites the file loses not all of them.

#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"
#include "forms/form.h"
#include "sheets/workbook.h"

namespace anjuan::forms {

/// One sheet that was given out.
struct SheetInstance {
  CaseId case_id;
  std::string serial;  ///< number of this sheet, e.g. "CK-LS-2026-001-1"; a new one for each export
  std::string definition =
      {};  ///< digest of the definition that the case runs on, for the hidden sheet; "" unknown
};

/// What a mark says.
struct Mark {
  std::string case_id, form_id, version, digest, serial;
  bool operator==(const Mark&) const = default;
};

Mark mark_of(const Form&, const SheetInstance&);
std::string to_text(const Mark&);  ///< "anjuan-sheet-1|case|form|version|digest|serial"
std::optional<Mark> parse_mark(std::string_view);

/// The mark as a document property, in ASCII (unless that is too long for one): some programs keep no other
/// letters there whole.
std::string to_property(const Mark&);

inline constexpr char mark_property[] = "anjuan-sheet";  ///< custom document property
inline constexpr char mark_name[] = "anjuan_sheet";      ///< defined name of the visible cell
inline constexpr char hidden_sheet[] = "anjuan";  ///< A1 holds the mark; below, what machine_sheet.h tells

/// The mark that the workbook carries; the form's own words differ where it was tampered with.
Result<Mark> find_mark(const sheets::ReadWorkbook&, const std::string& file);

}  // namespace anjuan::forms
