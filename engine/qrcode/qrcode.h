#pragma once
// A QR code (GB/T 18284-2000) as a square of dark and light modules.

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace anjuan::qrcode {

struct Symbol {
  int size = 0;            ///< modules per side, quiet zone not included
  std::vector<bool> dark;  ///< row by row
  bool at(int row, int column) const { return dark[static_cast<std::size_t>(row * size + column)]; }
};

/// Error correction level M; text up to 500 bytes.
Result<Symbol> encode(std::string_view text);

/// The symbol as a BMP picture with a quiet zone of 4 modules (for sheets).
std::string bitmap(const Symbol&, int pixels_per_module);

}  // namespace anjuan::qrcode
