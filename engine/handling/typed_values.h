#pragma once
// What a person typed for an event, as values of the types that the event asks for.

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "handling/office.h"
#include "procedure/definition.h"

namespace anjuan::handling {

/// Gives the bytes of a file; false when it cannot be read. Reading files belongs to the edge.
using ReadFile = std::function<bool(const std::string& path, std::string& bytes)>;
/// Names and what was typed for each.
using Typed = std::vector<std::pair<std::string, std::string>>;

/// "@file.csv" or "@file.xlsx" is a list of records by their headers, any other "@file" its text (UTF-8 or
/// GB18030).
/// Refused, all at once: what cannot be read, what does not fit its type.
Result<Fields> typed_values(const procedure::Definition&, const std::string& event, const Typed&,
                            const ReadFile&);
/// The same for an event of a case; refused when there is no such case.
Result<Fields> typed_values(Office&, const CaseId&, const std::string& event, const Typed&, const ReadFile&);

/// "name=value", "name = value" taken apart; refused without a name or the sign.
Result<Typed> typed_pairs(const std::vector<std::string>& pairs);

}  // namespace anjuan::handling
