#include "documents/load_template.h"
#include "fuzz/answered.h"
#include "fuzz/targets.h"
#include "pages/pages.h"

namespace anjuan::fuzz {

void read_template(std::string_view bytes) {
  answered(documents::load_template(bytes, "fuzz.xml"), bytes);
  answered(pages::load_style(bytes, "fuzz.xml"), bytes);
}

}  // namespace anjuan::fuzz
