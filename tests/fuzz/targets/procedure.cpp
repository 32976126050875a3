#include "fuzz/answered.h"
#include "fuzz/targets.h"
#include "procedure/definition.h"
#include "procedure/procedure.h"

namespace anjuan::fuzz {

void read_procedure(std::string_view bytes) {
  const auto definition = procedure::load(bytes, "fuzz.scxml");
  if (!definition.ok()) {
    const Diagnostics found = procedure::inspect(bytes, "fuzz.scxml", {});
    ANJUAN_CHECK(has_error(found));  // what cannot be loaded is told by the check as well
    return print_all(found, bytes);
  }
  const Diagnostics found = procedure::check(**definition, {});
  print_all(found, bytes);
  const auto begun = procedure::start(*definition, {}, Day{}, {});
  if (!begun.ok()) print_all(begun.diagnostics(), bytes);
}

}  // namespace anjuan::fuzz
