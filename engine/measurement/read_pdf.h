#pragma once
// A PDF of any make → what stands on its pages.

#include <string>
#include <string_view>

#include "base/result.h"
#include "measurement/finished_paper.h"

namespace anjuan::measurement {

/// Refused: bytes that are no PDF, or one that cannot be opened without a password.
Result<FinishedPaper> read_pdf(std::string_view bytes, const std::string& file);

}  // namespace anjuan::measurement
