#include "fuzz/answered.h"
#include "fuzz/targets.h"
#include "sheets/sheets.h"

namespace anjuan::fuzz {

void read_xlsx(std::string_view bytes) {
  const auto workbook = sheets::read_xlsx(bytes, "fuzz.xlsx");
  if (answered(workbook, "")) answered(sheets::table_of(*workbook, "fuzz.xlsx"), "");
}

}  // namespace anjuan::fuzz
