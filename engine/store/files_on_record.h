#pragma once
// The files on record, to ask whether one is: an office of a million entries has as many files.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "store/database.h"

namespace anjuan::store {

/// 40 bytes a file.
class FilesOnRecord {
 public:
  struct File {
    std::string digest;  ///< as the row has it, which somebody may have changed
    std::int64_t size = 0;
  };

  static Result<FilesOnRecord> read(const Database&);
  bool holds(std::string_view digest) const;
  std::size_t count() const { return files_.size() + others_.size(); }
  File file(std::size_t i) const;  ///< 0 to count - 1, each once

 private:
  using Digest = std::array<unsigned char, 32>;  // in the order of the texts
  struct Row {
    Digest digest{};
    std::int64_t size = 0;
  };
  static bool read_digest(std::string_view text, Digest& out);
  static std::size_t beginning_of(const Digest&);

  std::vector<Row> files_;            ///< by digest
  std::vector<std::uint32_t> begin_;  ///< where the digests of each beginning begin, and the end
  std::vector<File> others_;          ///< rows whose digest is none
};

}  // namespace anjuan::store
