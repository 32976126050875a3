#pragma once
// A list that belongs to no case, through a template of the office: as a paper for the wall, and the same
// words and table as a workbook.

#include <string>

#include "base/date.h"
#include "base/result.h"
#include "base/value.h"
#include "handling/office.h"
#include "publication/publishable.h"

namespace anjuan::handling {

struct PrintedList {
  std::string template_id;
  Fields names;     ///< what the template may use beside 机关 and 日期
  Day on{};
  Moment printed;   ///< the only time in the file
};

/// Refused: the office has no such template, style or value.
Result<std::string> list_pdf(const Office&, const PrintedList&);
/// Refused beside: the template has no table.
Result<std::string> list_workbook(const Office&, const PrintedList&);

/// What must not be published in the list, as `publication` searches it; empty: it may go out.
Diagnostics check_list(const Office&, const PrintedList&, const publication::Screening&);

}  // namespace anjuan::handling
