#pragma once
// Libraries unpack compressed tables and objects of a PDF while they open it, without any bound: a few thousand bytes can
// become gigabytes. So a file that has such parts, or is large, is first opened in a process of its own, with bounded
// memory and time, which ends whatever happens.

#include <cstddef>
#include <functional>
#include <string_view>

namespace anjuan::pages {

/// What opening a file may take besides four times the file itself.
inline constexpr std::size_t most_opening_memory = std::size_t{128} << 20;

/// Whether opening the file unpacks parts of it: it holds a cross-reference stream.
bool has_packed_structure(std::string_view bytes);

struct Trial {
  enum class End { told, out_of_memory, too_long, fell_over, not_begun } end = End::told;
  int told = 0;  ///< what `open` gave
};

/// Runs `open` in that process, and nothing of it survives but its answer and how it ended. A file that needs no trial
/// has had none: told, 0. What `open` throws is taken for want of memory.
Trial try_opening(std::string_view bytes, const std::function<int()>& open);

}  // namespace anjuan::pages
