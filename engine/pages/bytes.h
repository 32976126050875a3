#pragma once
// Where bytes come from and where they go, so that nobody need hold a whole dossier, nor all its photos.

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"

namespace anjuan::pages {

/// Where the bytes of a file come from; asked each time they are needed, so that they need not be held.
using ReadBytes = std::function<Result<std::string>()>;

/// Of bytes that are held anyway: once, however often the ReadBytes is copied.
inline ReadBytes held(std::string bytes) {
  return [bytes = std::make_shared<const std::string>(std::move(bytes))]() -> Result<std::string> { return *bytes; };
}

/// Takes the bytes of a file piece by piece; what it refuses ends the writing.
using Sink = std::function<Outcome(std::string_view)>;

}  // namespace anjuan::pages
