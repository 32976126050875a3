// JPEG: only the header is read (size, components, EXIF orientation). PNG: all of it is unpacked to
// 8-bit grey or RGB, transparency laid on white, since PDF/A wants none.

#include "pages/photo.h"

#include <libdeflate.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <optional>
#include <vector>

#include "pages/messages.h"

namespace anjuan::pages {
namespace {

constexpr std::int64_t kMostSamples = 220'000'000;  // a scan of A3 at 600 dpi in colour has 210 million

std::uint32_t number(std::string_view bytes, std::size_t at, int size) {
  std::uint32_t value = 0;
  for (int i = 0; i < size; ++i)
    value = value << 8 | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0u);
  return value;
}

Diagnostic unreadable(const std::string& name, Wording why) {
  return diagnose(picture_unreadable, {}, name, std::move(why));
}

// ---- JPEG ----

/// Quarter turns from EXIF tag 0x0112 of an APP1 segment.
int turns_of_exif(std::string_view exif) {
  if (exif.substr(0, 6) != std::string_view("Exif\0\0", 6)) return 0;
  const std::string_view tiff = exif.substr(6);
  const bool little = tiff.substr(0, 2) == "II";
  const auto read = [&](std::size_t at, int size) {
    std::uint32_t value = 0;
    for (int i = 0; i < size; ++i) {
      const std::size_t from = little ? at + size - 1 - i : at + i;
      value = value << 8 | (from < tiff.size() ? static_cast<unsigned char>(tiff[from]) : 0u);
    }
    return value;
  };
  const std::size_t directory = read(4, 4);
  const std::uint32_t entries = std::min(read(directory, 2), 200u);
  for (std::uint32_t i = 0; i < entries; ++i) {
    const std::size_t entry = directory + 2 + std::size_t{12} * i;
    if (read(entry, 2) != 0x0112) continue;
    const std::uint32_t orientation = read(entry + 8, 2);
    return orientation == 6 ? 1 : orientation == 3 ? 2 : orientation == 8 ? 3 : 0;
  }
  return 0;
}

bool is_frame(std::uint32_t marker) {
  return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

Result<Picture> read_jpeg(std::string_view bytes, const std::string& name) {
  Picture picture;
  picture.jpeg = true;
  std::size_t at = 2;
  while (at + 4 <= bytes.size()) {
    if (number(bytes, at, 1) != 0xff) break;
    const std::uint32_t marker = number(bytes, at + 1, 1);
    if (marker == 0xff) {
      ++at;
      continue;
    }
    if (marker == 0xd9 || marker == 0xda) break;
    const std::size_t length = number(bytes, at + 2, 2);
    if (length < 2 || at + 2 + length > bytes.size()) break;
    if (marker == 0xe1) picture.turn = turns_of_exif(bytes.substr(at + 4, length - 2));
    if (is_frame(marker)) {
      picture.height = static_cast<int>(number(bytes, at + 5, 2));
      picture.width = static_cast<int>(number(bytes, at + 7, 2));
      picture.components = static_cast<int>(number(bytes, at + 9, 1));
      if (number(bytes, at + 4, 1) != 8 || marker > 0xc2) break;
    }
    at += 2 + length;
  }
  if (picture.width <= 0 || picture.height <= 0 || bytes.find("\xff\xda") == std::string_view::npos)
    return unreadable(name, {"文件不完整或者已损坏", "it is incomplete or damaged"});
  if (picture.components != 1 && picture.components != 3)
    return unreadable(name, {"是印刷四色图片", "it is a four-colour printing picture"});
  picture.bytes = bytes;
  return picture;
}

// ---- PNG ----

struct PngHead {
  int width = 0, height = 0, depth = 0, color = 0;
  bool interlaced = false;
  int channels() const { return color == 2 ? 3 : color == 4 ? 2 : color == 6 ? 4 : 1; }
  std::size_t row_bytes() const { return (std::size_t(width) * channels() * depth + 7) / 8; }
  int pixel_bytes() const { return std::max(1, channels() * depth / 8); }
};

struct PngParts {
  PngHead head;
  std::string data, palette, alpha;
};

std::optional<PngParts> split_png(std::string_view bytes) {
  PngParts parts;
  std::size_t at = 8;
  while (at + 12 <= bytes.size()) {
    const std::size_t length = number(bytes, at, 4);
    const std::string_view kind = bytes.substr(at + 4, 4);
    if (length > bytes.size() - at - 12) return std::nullopt;
    const std::string_view body = bytes.substr(at + 8, length);
    if (kind == "IHDR" && length >= 13) {
      parts.head = {static_cast<int>(number(body, 0, 4)), static_cast<int>(number(body, 4, 4)),
                    static_cast<int>(number(body, 8, 1)), static_cast<int>(number(body, 9, 1)),
                    number(body, 12, 1) != 0};
    }
    if (kind == "PLTE") parts.palette = body;
    if (kind == "tRNS") parts.alpha = body;
    if (kind == "IDAT") parts.data += body;
    if (kind == "IEND") return parts;
    at += 12 + length;
  }
  return std::nullopt;
}

std::optional<std::string> inflate(const std::string& data, std::size_t size) {
  const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> inflater(
      libdeflate_alloc_decompressor(), libdeflate_free_decompressor);
  std::string out(size, '\0');
  std::size_t got = 0;
  const auto result =
      libdeflate_zlib_decompress(inflater.get(), data.data(), data.size(), out.data(), size, &got);
  if (result != LIBDEFLATE_SUCCESS || got != size) return std::nullopt;
  return out;
}

int paeth(int left, int up, int corner) {
  const int guess = left + up - corner;
  const int a = std::abs(guess - left), b = std::abs(guess - up), c = std::abs(guess - corner);
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/// Undoes the filter of one row in place; `above` is the finished row over it (zeros for the first).
bool unfilter(int filter, unsigned char* row, const unsigned char* above, std::size_t length,
              std::size_t step) {
  if (filter > 4) return false;
  for (std::size_t i = 0; i < length; ++i) {
    const int left = i >= step ? row[i - step] : 0, up = above[i], corner = i >= step ? above[i - step] : 0;
    const int add = filter == 1   ? left
                    : filter == 2 ? up
                    : filter == 3 ? (left + up) / 2
                    : filter == 4 ? paeth(left, up, corner)
                                  : 0;
    row[i] = static_cast<unsigned char>(row[i] + add);
  }
  return true;
}

/// Sample `index` of a row, as stored.
int sample(const unsigned char* row, std::size_t index, int depth) {
  if (depth == 8) return row[index];
  const std::size_t bit = index * depth;
  return row[bit / 8] >> (8 - depth - bit % 8) & ((1 << depth) - 1);
}

int on_white(int value, int alpha) { return (value * alpha + 255 * (255 - alpha) + 127) / 255; }

class PngRows {
 public:
  explicit PngRows(const PngParts& parts) : parts_(parts), head_(parts.head) {
    palette_.fill(0);
    for (std::size_t i = 0; i < std::min<std::size_t>(parts.palette.size(), palette_.size()); ++i)
      palette_[i] = static_cast<unsigned char>(parts.palette[i]);
  }

  void add(const unsigned char* row, std::string& out) const {
    for (int x = 0; x < head_.width; ++x) add_pixel(row, static_cast<std::size_t>(x), out);
  }

 private:
  void add_pixel(const unsigned char* row, std::size_t x, std::string& out) const {
    const int channels = head_.channels();
    if (head_.color == 3) {
      const auto index = static_cast<std::size_t>(sample(row, x, head_.depth));
      const int alpha = index < parts_.alpha.size() ? static_cast<unsigned char>(parts_.alpha[index]) : 255;
      for (std::size_t i = 0; i < 3; ++i) out += static_cast<char>(on_white(palette_[index * 3 + i], alpha));
      return;
    }
    const int colors = channels - (head_.color >= 4 ? 1 : 0);
    const int alpha = head_.color >= 4 ? row[x * channels + colors] : 255;
    for (int i = 0; i < colors; ++i) {
      const int most = (1 << head_.depth) - 1;
      out += static_cast<char>(on_white(sample(row, x * channels + i, head_.depth) * 255 / most, alpha));
    }
  }

  const PngParts& parts_;
  const PngHead& head_;
  std::array<int, 768> palette_;
};

std::optional<Wording> refusal_of(const PngHead& head) {
  const bool known =
      head.color == 0 || head.color == 2 || head.color == 3 || head.color == 4 || head.color == 6;
  const bool depth = head.depth == 8 || ((head.color == 0 || head.color == 3) &&
                                         (head.depth == 1 || head.depth == 2 || head.depth == 4));
  if (head.width <= 0 || head.height <= 0 || !known)
    return Wording("文件不完整或者已损坏", "it is incomplete or damaged");
  if (!depth) return Wording("每个颜色超过8位", "it has more than 8 bits for each colour");
  if (head.interlaced) return Wording("是隔行存储的", "it is interlaced");
  if (std::int64_t{head.width} * head.height * 3 > kMostSamples)
    return Wording("尺寸过大", "it is too large");
  return std::nullopt;
}

Result<Picture> read_png(std::string_view bytes, const std::string& name) {
  const Wording damaged("文件不完整或者已损坏", "it is incomplete or damaged");
  const auto parts = split_png(bytes);
  if (!parts) return unreadable(name, damaged);
  const PngHead& head = parts->head;
  if (auto refusal = refusal_of(head)) return unreadable(name, *refusal);
  const std::size_t length = head.row_bytes();
  auto rows = inflate(parts->data, (length + 1) * head.height);
  if (!rows) return unreadable(name, damaged);
  Picture picture;
  picture.width = head.width;
  picture.height = head.height;
  picture.components = head.color == 0 || head.color == 4 ? 1 : 3;
  picture.bytes.reserve(std::size_t(head.width) * head.height * picture.components);
  const PngRows reader(*parts);
  const std::vector<unsigned char> nothing(length, 0);
  const unsigned char* above = nothing.data();
  for (int y = 0; y < head.height; ++y) {
    auto* row = reinterpret_cast<unsigned char*>(rows->data()) + (length + 1) * y;
    if (!unfilter(row[0], row + 1, above, length, static_cast<std::size_t>(head.pixel_bytes())))
      return unreadable(name, damaged);
    above = row + 1;
    reader.add(above, picture.bytes);
  }
  return picture;
}

}  // namespace

Result<Picture> read_picture(std::string_view bytes, const std::string& name) {
  if (bytes.substr(0, 3) == "\xff\xd8\xff") return read_jpeg(bytes, name);
  if (bytes.substr(0, 8) == "\x89PNG\r\n\x1a\n") return read_png(bytes, name);
  return unreadable(name, {"不是 JPEG 或者 PNG 图片", "it is neither JPEG nor PNG"});
}

Result<PlacedPicture> place_picture(ReadBytes read, const std::string& name) {
  ANJUAN_TRY(const std::string bytes, read());
  ANJUAN_TRY(const Picture picture, read_picture(bytes, name));
  return PlacedPicture{picture, std::move(read), name};
}

Result<Picture> read_again(const PlacedPicture& placed) {
  ANJUAN_TRY(const std::string bytes, placed.read());
  ANJUAN_TRY(Picture picture, read_picture(bytes, placed.name));
  if (static_cast<const PictureShape&>(picture) != placed)
    return unreadable(placed.name, {"排版以后图片换过了", "it is another one since the pages were set"});
  return picture;
}

}  // namespace anjuan::pages
