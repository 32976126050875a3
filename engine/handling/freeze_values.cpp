#include "handling/freeze_values.h"

#include "expression/expression.h"
#include "procedure/content.h"

namespace anjuan::handling {

Fields freeze_values(const procedure::Definition& definition) {
  Fields parameters, out;
  for (const auto& parameter : definition.parameters) parameters.emplace(parameter.id, parameter.value);
  procedure::for_every_action(definition, [&](const procedure::Action& action) {
    const auto* draw = std::get_if<procedure::DrawAction>(&action.what);
    if (draw == nullptr || draw->action != procedure::DrawLots::Action::freeze) return;
    for (const procedure::Param& param : draw->params) {
      if (!param.value.expression) continue;
      const auto value = expression::evaluate(*param.value.expression, expression::Surroundings{parameters, {}, {}});
      if (value && !value->empty()) out.insert_or_assign(param.name, *value);
    }
  });
  return out;
}

}  // namespace anjuan::handling
