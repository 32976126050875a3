#pragma once
// A server of timestamps (RFC 3161 over HTTP, clause 3.4).

#include <string>
#include <string_view>

#include "base/result.h"

namespace anjuan::cli {

/// The server's answer to a query, as it is; whether it is any good is for `signing` to say. Refused: an
/// address that is neither http nor https, a server that does not answer within half a minute or not with a
/// timestamp.
Result<std::string> ask_timestamp(const std::string& url, std::string_view query);

}  // namespace anjuan::cli
