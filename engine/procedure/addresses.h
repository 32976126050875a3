#pragma once
// How authors write the one type of message and of chart there are, and the delay of a message.

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace anjuan::procedure {

inline constexpr std::string_view scxml_processor = "http://www.w3.org/TR/scxml/#SCXMLEventProcessor";

/// The one way of sending that the Recommendation asks of everybody (C.1), by its short names too; none: it.
inline bool is_own_processor(std::string_view type) {
  return type.empty() || type == "scxml" || type == scxml_processor || type == "http://www.w3.org/TR/scxml";
}

/// The type of an invoked chart (6.4); none: it.
inline bool is_chart_type(std::string_view type) {
  if (type.ends_with('/')) type.remove_suffix(1);
  return type.empty() || type == "scxml" || type == "http://www.w3.org/TR/scxml";
}

/// "1.5s", ".5s", "200ms" in milliseconds (a duration as in CSS2, SCXML 6.2.4); none: 0 (send.cpp).
Result<std::int64_t> milliseconds(const std::string& delay, const Place&);

}  // namespace anjuan::procedure
