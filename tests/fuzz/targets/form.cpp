#include "forms/load_form.h"
#include "fuzz/answered.h"
#include "fuzz/targets.h"

namespace anjuan::fuzz {

void read_form(std::string_view bytes) { answered(forms::load_form(bytes, "fuzz.xml"), bytes); }

}  // namespace anjuan::fuzz
