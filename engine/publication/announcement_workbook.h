#pragma once
// A published table as a workbook: title, a line of who and when, heading repeated on each page,
// A4 landscape. Nothing hidden, no names in the properties.

#include <cstdint>
#include <string>

#include "publication/mapping.h"
#include "sheets/workbook.h"

namespace anjuan::publication {

struct WorkbookText {
  std::string title;  ///< over the table, and the file's title
  std::string line;   ///< under the title: organ, number, day; "" none
  std::string note;   ///< under the table: where to object; "" none
  std::string organ;  ///< the file's author
  std::int64_t created_seconds = 0;
};

sheets::Workbook announcement_workbook(const Mapping&, const MappedTable&, const WorkbookText&);

}  // namespace anjuan::publication
