#include "fuzz/answered.h"
#include "fuzz/targets.h"
#include "xml/document.h"

namespace anjuan::fuzz {

void read_xml(std::string_view bytes) {
  const auto root = xml::parse(bytes, "fuzz.xml");
  if (!root.ok()) print_all(root.diagnostics(), bytes);
}

}  // namespace anjuan::fuzz
