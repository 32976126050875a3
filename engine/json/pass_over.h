#pragma once
// Canonical JSON looked at without reading it as a value: a check of a million cases must not build a million trees.

#include <functional>
#include <string_view>

namespace anjuan::json {

/// Told each field in its order: the name, and the text from its value on. False ends the passage.
using FieldSeen = std::function<bool(std::string_view name, std::string_view value)>;

/// True only where the text is one that `write` gives, so that `read` accepts it, and `seen` was true of every field. False
/// says nothing about the text: besides what is not canonical, rare things are not followed (decimals, control
/// characters, names that begin with $ or hold an escape, more than 64 levels). Takes a tenth of the time of `read`.
bool pass_over(std::string_view text, const FieldSeen& seen);

}  // namespace anjuan::json
