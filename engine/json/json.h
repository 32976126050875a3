#pragma once
// JSON in its canonical form: keys in byte order, no spaces, UTF-8 unescaped, no floating point.
// Dates are {"$date":"2026-09-10"}, decimals {"$decimal":"0.3"}; a name that begins with $ is written
// with one $ more: what is written reads back equal.

#include <string>
#include <string_view>

#include "base/result.h"
#include "base/value.h"

namespace anjuan::json {

std::string write(const Value&);         ///< one line, canonical
std::string quoted(std::string_view text);  ///< a text alone, as `write` puts it
void append_quoted(std::string_view text, std::string& out);  ///< the same, after what `out` holds
std::string write_pretty(const Value&);  ///< indented by 2, for people
/// For outsiders (credit platform, previews): dates as "2026-09-10", decimals as numbers' text.
std::string write_plain(const Value&);
/// Accepts what `write` and `write_plain` give; numbers with a fraction become decimals (at most nine
/// decimals, exactly, or a refusal). Refused too: a name twice, nesting deeper than 200. The
/// diagnostics count line and column from `place`.
Result<Value> read(std::string_view text, const Place& place);

}  // namespace anjuan::json
