#pragma once
// The names that an expression asks of its surroundings: not those of a function's own parameters and
// variables, and not those that a script declares itself.

#include <functional>

#include "expression/node.h"

namespace anjuan::expression {

enum class NameUse {
  read,     ///< must have been declared
  set,      ///< declared by being set, where it was not
  changed,  ///< read and set: x += 1, ++x, x.field = 1
  asked,    ///< typeof: need not exist
};
/// Visits each occurrence in the order of the source.
void for_each_free_name(const Node&, const std::function<void(const Node& name, NameUse)>& visit);

}  // namespace anjuan::expression
