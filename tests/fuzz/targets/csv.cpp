#include "fuzz/answered.h"
#include "fuzz/targets.h"
#include "sheets/sheets.h"

namespace anjuan::fuzz {

void read_csv(std::string_view bytes) { answered(sheets::read_csv(bytes, "fuzz.csv"), bytes); }

}  // namespace anjuan::fuzz
