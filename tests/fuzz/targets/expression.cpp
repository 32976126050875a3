#include "expression/expression.h"
#include "fuzz/answered.h"
#include "fuzz/targets.h"

namespace anjuan::fuzz {

void read_expression(std::string_view bytes) {
  const auto compiled = expression::compile(bytes, Place{"fuzz", 1, 1});
  if (!compiled.ok()) return print_all(compiled.diagnostics(), bytes);
  print_all(expression::check(*compiled, {}, {}), bytes);
  const Fields nothing;
  const auto value = expression::evaluate(*compiled, {nothing, {}, {}});
  if (!value.ok()) print_all(value.diagnostics(), bytes);
}

}  // namespace anjuan::fuzz
