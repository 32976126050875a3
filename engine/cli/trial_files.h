#pragma once
// What lies beside a procedure and belongs to a trial of it.

#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "calendar/calendar.h"

namespace anjuan::cli {

/// The calendars of these files and folders.
Result<std::vector<calendar::YearArrangement>> calendar_years(const std::vector<std::string>& paths);
/// Those in the folder `calendar` or `workflows/calendar` of the nearest folder around the file; none: empty.
Result<std::vector<calendar::YearArrangement>> calendars_beside(const std::string& file);

/// Charts and texts in the file's own folder, by name: a bare chart may refer to them.
std::map<std::string, std::string, std::less<>> files_beside(const std::string& file);

}  // namespace anjuan::cli
