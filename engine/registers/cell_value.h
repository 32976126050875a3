#pragma once
// One cell of a register as a typed value, by the kind of its column. Private to this module.

#include <string>

#include "base/result.h"
#include "registers/mapping.h"

namespace anjuan::registers {

/// An empty cell gives an empty value. Status words are checked by the caller.
Result<Value> read_cell(const std::string& text, const Column&, const Mapping&, const Place&);

}  // namespace anjuan::registers
