#include "fuzz/targets.h"

#include "base/check.h"
#include "expression/expression.h"
#include "procedure/definition.h"
#include "procedure/procedure.h"
#include "xml/document.h"

namespace anjuan::fuzz {
namespace {

/// Every message can be printed, in both languages, with the line it stands in.
void print_all(const Diagnostics& all, std::string_view bytes) {
  for (const Diagnostic& d : all) {
    ANJUAN_CHECK(!render(d, Language::chinese, bytes).empty());
    ANJUAN_CHECK(!render(d, Language::english, bytes).empty());
  }
}

}  // namespace

void read_xml(std::string_view bytes) {
  const auto root = xml::parse(bytes, "fuzz.xml");
  if (!root.ok()) print_all(root.diagnostics(), bytes);
}

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

void read_expression(std::string_view bytes) {
  const auto compiled = expression::compile(bytes, Place{"fuzz", 1, 1});
  if (!compiled.ok()) return print_all(compiled.diagnostics(), bytes);
  print_all(expression::check(*compiled, {}, {}), bytes);
  const Fields nothing;
  const auto value = expression::evaluate(*compiled, {nothing, {}, {}});
  if (!value.ok()) print_all(value.diagnostics(), bytes);
}

}  // namespace anjuan::fuzz
