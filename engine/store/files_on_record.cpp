#include "store/files_on_record.h"

#include <algorithm>

#include "base/digest.h"

namespace anjuan::store {
namespace {

constexpr std::size_t beginnings = 1 << 16;  // of two bytes: digests are spread evenly

}  // namespace

Result<FilesOnRecord> FilesOnRecord::read(const Database& db) {
  FilesOnRecord out;
  Query query(db, "SELECT digest, size FROM files ORDER BY digest");
  for (;;) {
    ANJUAN_TRY(const bool more, query.next());
    if (!more) break;
    Row row{{}, query.integer(1)};
    if (read_digest(query.view(0), row.digest)) out.files_.push_back(row);
    else out.others_.push_back({query.text(0), row.size});
  }
  // As asked for, unless the table is damaged.
  const auto by_digest = [](const Row& a, const Row& b) { return a.digest < b.digest; };
  if (!std::is_sorted(out.files_.begin(), out.files_.end(), by_digest)) std::sort(out.files_.begin(), out.files_.end(), by_digest);
  out.begin_.assign(beginnings + 1, 0);
  for (const Row& row : out.files_) ++out.begin_[beginning_of(row.digest) + 1];
  for (std::size_t i = 1; i <= beginnings; ++i) out.begin_[i] += out.begin_[i - 1];
  return out;
}

bool FilesOnRecord::holds(std::string_view digest) const {
  Digest wanted;
  if (!read_digest(digest, wanted)) return std::any_of(others_.begin(), others_.end(), [&](const File& file) { return file.digest == digest; });
  const std::size_t beginning = beginning_of(wanted);
  const auto from = files_.begin() + begin_[beginning], to = files_.begin() + begin_[beginning + 1];
  return std::any_of(from, to, [&](const Row& row) { return row.digest == wanted; });
}

FilesOnRecord::File FilesOnRecord::file(std::size_t i) const {
  if (i >= files_.size()) return others_[i - files_.size()];
  return {hex({reinterpret_cast<const char*>(files_[i].digest.data()), files_[i].digest.size()}), files_[i].size};
}

bool FilesOnRecord::read_digest(std::string_view text, Digest& out) {
  if (!is_hex_digest(text)) return false;
  const auto four_bits = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = static_cast<unsigned char>(four_bits(text[2 * i]) << 4 | four_bits(text[2 * i + 1]));
  return true;
}

std::size_t FilesOnRecord::beginning_of(const Digest& digest) {
  return static_cast<std::size_t>(digest[0]) << 8 | digest[1];
}

}  // namespace anjuan::store
