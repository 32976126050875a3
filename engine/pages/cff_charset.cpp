#include "pages/cff_charset.h"

#include <cstddef>
#include <optional>

namespace anjuan::pages {
namespace {

/// Bytes with a position; a read beyond the end gives 0 and marks the reader as failed.
class Bytes {
 public:
  explicit Bytes(std::string_view data) : data_(data) {}
  bool failed() const { return failed_; }
  std::size_t position() const { return position_; }
  void seek(std::size_t position) { position_ = position; }
  std::uint32_t number(int size) {
    std::uint32_t value = 0;
    for (int i = 0; i < size; ++i) value = value << 8 | byte();
    return value;
  }
  std::uint32_t byte() {
    if (position_ >= data_.size()) {
      failed_ = true;
      return 0;
    }
    return static_cast<unsigned char>(data_[position_++]);
  }

 private:
  std::string_view data_;
  std::size_t position_ = 0;
  bool failed_ = false;
};

struct IndexExtent {
  std::uint32_t count = 0;
  std::size_t first = 0, first_end = 0;  ///< the first object
  std::size_t end = 0;                   ///< behind the whole INDEX
};

IndexExtent read_index(Bytes& bytes) {
  IndexExtent extent;
  extent.count = bytes.number(2);
  if (extent.count == 0) {
    extent.end = bytes.position();
    return extent;
  }
  const int offset_size = static_cast<int>(bytes.byte());
  const std::size_t offsets = bytes.position();
  const std::size_t base = offsets + std::size_t(extent.count + 1) * offset_size - 1;
  extent.first = base + bytes.number(offset_size);
  extent.first_end = base + bytes.number(offset_size);
  bytes.seek(offsets + std::size_t(extent.count) * offset_size);
  extent.end = base + bytes.number(offset_size);
  bytes.seek(extent.end);
  return extent;
}

struct TopDict {
  bool cid_keyed = false;
  std::size_t charset = 0, char_strings = 0;
};

/// Operand of a DICT, first byte already read; reals are skipped.
std::int32_t read_operand(Bytes& bytes, std::uint32_t first) {
  if (first == 28) return static_cast<std::int16_t>(bytes.number(2));
  if (first == 29) return static_cast<std::int32_t>(bytes.number(4));
  if (first == 30) {
    while (!bytes.failed()) {
      const std::uint32_t pair = bytes.byte();
      if ((pair & 0x0f) == 0x0f || pair >> 4 == 0x0f) break;
    }
    return 0;
  }
  if (first >= 251) return -static_cast<std::int32_t>((first - 251) * 256 + bytes.byte() + 108);
  if (first >= 247) return static_cast<std::int32_t>((first - 247) * 256 + bytes.byte() + 108);
  return static_cast<std::int32_t>(first) - 139;
}

TopDict read_top_dict(Bytes& bytes, const IndexExtent& extent) {
  TopDict dict;
  std::int32_t last = 0;
  bytes.seek(extent.first);
  while (!bytes.failed() && bytes.position() < extent.first_end) {
    const std::uint32_t first = bytes.byte();
    if (first > 21) {
      last = read_operand(bytes, first);
      continue;
    }
    if (first == 15) dict.charset = static_cast<std::size_t>(last);
    if (first == 17) dict.char_strings = static_cast<std::size_t>(last);
    if (first == 12 && bytes.byte() == 30) dict.cid_keyed = true;
  }
  return dict;
}

std::optional<std::vector<std::uint32_t>> read_charset(Bytes& bytes, std::size_t offset,
                                                       std::uint32_t glyphs) {
  std::vector<std::uint32_t> cids{0};
  bytes.seek(offset);
  const std::uint32_t format = bytes.byte();
  if (format > 2) return std::nullopt;
  while (cids.size() < glyphs && !bytes.failed()) {
    const std::uint32_t first = bytes.number(2);
    const std::uint32_t more = format == 0 ? 0 : bytes.number(format == 1 ? 1 : 2);
    for (std::uint32_t i = 0; i <= more; ++i) cids.push_back(first + i);
  }
  if (bytes.failed()) return std::nullopt;
  return cids;
}

}  // namespace

bool cids_of_glyphs(std::string_view cff, std::vector<std::uint32_t>& glyphs) {
  Bytes bytes(cff);
  bytes.seek(2);
  bytes.seek(bytes.byte());
  read_index(bytes);  // names
  const TopDict dict = read_top_dict(bytes, read_index(bytes));
  if (bytes.failed()) return false;
  if (!dict.cid_keyed) return true;
  if (dict.charset <= 2) return true;  // predefined: only for name-keyed fonts, then CID = glyph
  bytes.seek(dict.char_strings);
  const std::uint32_t count = bytes.number(2);
  const auto cids = read_charset(bytes, dict.charset, count);
  if (!cids) return false;
  for (std::uint32_t& glyph : glyphs) {
    if (glyph >= cids->size()) return false;
    glyph = (*cids)[glyph];
  }
  return true;
}

}  // namespace anjuan::pages
