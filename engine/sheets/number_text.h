#pragma once
// Numbers of a workbook as the text a person sees, without floating point: 15 digits, no exponent,
// dates as ISO days. Private to this module.

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace anjuan::sheets {

/// "1.2010104729E10" → "12010104729"; "0.29999999999999999" → "0.3"; not a number: unchanged.
std::string plain_number(std::string_view written);

/// A serial day ("46275", "46275.5", "0.5") as "2026-09-10", "2026-09-10 12:00" or "12:00"; `epoch_1904`: the
/// workbook counts from 1904. What is no serial day comes back as a plain number.
std::string day_text(std::string_view serial, bool epoch_1904);

/// Which cell styles (index in cellXfs) show dates or times: read from the styles part.
Result<std::set<std::size_t>> date_styles(std::string_view styles_xml, const std::string& part,
                                          const std::string& file);

/// Whether a number format shows a date or a time of day, not a duration: "yyyy/m/d",
/// "[$-804]yyyy\"年\"m\"月\"".
bool is_date_format(std::string_view code);

}  // namespace anjuan::sheets
