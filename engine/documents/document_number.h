#pragma once
// 文号: the text of a document's number from its pattern, e.g. {代字}检通〔{年}〕{号}号. The serial
// itself comes from a number book; here it only becomes words.

#include <string>
#include <string_view>

#include "base/result.h"
#include "base/value.h"
#include "expression/expression.h"

namespace anjuan::documents {

/// Everything wrong with a pattern: names that `parts` does not have, and `serial` not used, which
/// would give two documents one number.
Diagnostics check_number_pattern(std::string_view pattern, const Place&, const expression::Names& parts,
                                 std::string_view serial);

/// The number as printed. `parts` are the values of the names in the pattern (organ's code, year,
/// serial): integers without leading zeros, as GB/T 9704-2012, 7.2.5 asks. Refused: blank parts,
/// characters that cannot be printed, a pattern that prints nothing.
Result<std::string> document_number(std::string_view pattern, const Place&, const Fields& parts);

}  // namespace anjuan::documents
