// QR codes by libqrencode, and as a BMP picture, the one format that needs no compression.

#include "qrcode/qrcode.h"

#include <qrencode.h>

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <memory>

#include "base/check.h"
#include "qrcode/messages.h"

namespace anjuan::qrcode {
namespace {

constexpr std::size_t most_bytes = 500;
constexpr int quiet_zone = 4;                   // modules, GB/T 18284-2000
constexpr std::uint32_t dots_per_metre = 3780;  // 96 dots per inch

void append_number(std::string& out, std::uint32_t number, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(number >> (8 * i) & 0xFF);
}

/// File header, picture header (40 bytes) and a palette of black and white.
std::string bitmap_header(std::uint32_t side, std::uint32_t picture_bytes) {
  constexpr std::uint32_t header_bytes = 14 + 40 + 8;
  std::string out = "BM";
  append_number(out, header_bytes + picture_bytes, 4);
  append_number(out, 0, 4);
  append_number(out, header_bytes, 4);
  append_number(out, 40, 4);
  append_number(out, side, 4);
  append_number(out, side, 4);
  append_number(out, 1, 2);  // planes
  append_number(out, 1, 2);  // bits for each pixel
  append_number(out, 0, 4);  // not compressed
  append_number(out, picture_bytes, 4);
  append_number(out, dots_per_metre, 4);
  append_number(out, dots_per_metre, 4);
  append_number(out, 2, 4);  // colours
  append_number(out, 2, 4);
  append_number(out, 0x00000000, 4);
  append_number(out, 0x00FFFFFF, 4);
  return out;
}

/// One row of pixels: a bit each, white is 1, padded to four bytes.
std::string pixel_row(const Symbol& symbol, int row, int pixels_per_module, std::size_t stride) {
  std::string out(stride, '\0');
  const int side = (symbol.size + 2 * quiet_zone) * pixels_per_module;
  for (int x = 0; x < side; ++x) {
    const int column = x / pixels_per_module - quiet_zone;
    const bool inside = row >= 0 && row < symbol.size && column >= 0 && column < symbol.size;
    if (inside && symbol.at(row, column)) continue;
    char& byte = out[static_cast<std::size_t>(x) / 8];
    byte = static_cast<char>(byte | (0x80 >> x % 8));
  }
  return out;
}

}  // namespace

Result<Symbol> encode(std::string_view text) {
  if (text.empty()) return diagnose(messages::nothing_to_encode, Place{});
  if (text.size() > most_bytes) {
    return diagnose(messages::too_long, Place{}, std::to_string(text.size()), std::to_string(most_bytes));
  }
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
      QRcode_encodeData(static_cast<int>(text.size()), reinterpret_cast<const unsigned char*>(text.data()), 0,
                        QR_ECLEVEL_M),
      &QRcode_free);
  if (!code) return diagnose(messages::not_made, Place{}, std::strerror(errno));
  Symbol symbol;
  symbol.size = code->width;
  for (int i = 0; i < code->width * code->width; ++i) symbol.dark.push_back((code->data[i] & 1) != 0);
  return symbol;
}

std::string bitmap(const Symbol& symbol, int pixels_per_module) {
  ANJUAN_CHECK(pixels_per_module > 0);
  const int modules = symbol.size + 2 * quiet_zone;
  const auto side = static_cast<std::uint32_t>(modules * pixels_per_module);
  const std::size_t stride = (side + 31) / 32 * 4;
  std::string out = bitmap_header(side, static_cast<std::uint32_t>(stride) * side);
  for (int row = symbol.size + quiet_zone - 1; row >= -quiet_zone; --row) {  // from the bottom up
    const std::string pixels = pixel_row(symbol, row, pixels_per_module, stride);
    for (int i = 0; i < pixels_per_module; ++i) out += pixels;
  }
  return out;
}

}  // namespace anjuan::qrcode
