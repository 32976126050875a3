#include "fuzz/answered.h"
#include "fuzz/targets.h"
#include "pages/pages.h"

namespace anjuan::fuzz {

void read_pdf(std::string_view bytes) {
  const auto pages = pages::count_pdf_pages(bytes, "fuzz.pdf");
  if (!answered(pages, "")) return;
  ANJUAN_CHECK(*pages >= 0);
  static const auto fonts = pages::load_fonts({});
  if (!fonts.ok()) return;  // none on this machine: nothing can be bound
  std::vector<pages::VolumePart> parts;
  parts.push_back({nullptr, pages::held(std::string(bytes)), true, "fuzz.pdf"});
  answered(pages::bind(parts, **fonts, {.document_id = "fuzz", .title = "", .author = "", .subject = "", .created = {}}, [](std::string_view) { return Outcome(Done{}); }), "");
}

}  // namespace anjuan::fuzz
