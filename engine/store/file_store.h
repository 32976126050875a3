#pragma once
// Content-addressed files: the name is the digest of the bytes, so the same bytes lie there once and
// a changed file is noticed when read. A file is durable before the row that names it is committed;
// a file without a row is harmless.

#include <string>
#include <string_view>

#include "base/digest.h"
#include "base/result.h"
#include "store/disk.h"
#include "store/layout.h"

namespace anjuan::store {

class FileStore {
 public:
  FileStore(Layout layout, DigestKind kind) : layout_(std::move(layout)), kind_(kind) {}

  /// Stores the bytes durably (write, fsync, rename, fsync of the folders) and returns their digest.
  /// To be called under the write lock. A file that is there but damaged is replaced.
  Result<std::string> put(std::string_view bytes) const;

  /// The same for bytes that `write` hands over piece by piece; with their number.
  struct Put {
    std::string digest;
    std::size_t size = 0;
  };
  Result<Put> put(const disk::PieceWriter& write) const;

  /// The bytes with this digest. Refused when `digest` is none; a fault when the file is lost or no
  /// longer has its digest. `named_by`: what the file is, for the message.
  Result<std::string> read(const std::string& digest, const Wording& named_by) const;

  /// Whether a file of this digest and size is there, without reading it.
  bool holds(const std::string& digest, std::int64_t size) const { return is_hex_digest(digest) && disk::size_of(path_of(digest)) == size; }

  /// Before anything is put: removes what a killed program left half-written. Under the write lock only.
  Outcome make_ready() const;

  /// A fault where the folders that all files lie in, or grow in, are links.
  Outcome check_folders() const;

  std::string path_of(const std::string& digest) const;

 private:
  std::string folder_of(const std::string& digest) const;
  Outcome make_durable(const std::string& name, bool fresh) const;

  Layout layout_;
  DigestKind kind_;
};

}  // namespace anjuan::store
