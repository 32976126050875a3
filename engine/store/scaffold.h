#pragma once
// What is built beside the place where it is to stand, and moved there when it is whole.

#include <string>

#include "base/result.h"
#include "store/disk.h"

namespace anjuan::store {

class Scaffold {
 public:
  /// A new, private folder in the parent of `target`, on the same disk. What earlier programs began for the same
  /// target and did not end, because they were killed, is removed; one that is still at work is left alone.
  static Result<Scaffold> beside(const std::string& target);
  /// Removes those alone.
  static void sweep(const std::string& target);
  Scaffold(Scaffold&& other) noexcept;
  Scaffold& operator=(Scaffold&&) = delete;
  ~Scaffold();  ///< removes what was not moved

  const std::string& folder() const { return folder_; }
  /// Gives it its place and makes that durable. Refused where somebody has filled the place meanwhile.
  Outcome move_into_place();
  /// Gives `to`, on the same disk, a file of these bytes that is whole before it has the name; an earlier one is
  /// replaced. The caller makes the name durable (disk::sync_folder).
  Outcome write_file(const std::string& to, const disk::PieceWriter& write) const;

 private:
  Scaffold(std::string target, std::string folder, int lock) : target_(std::move(target)), folder_(std::move(folder)), lock_(lock) {}

  std::string target_, folder_;
  int lock_ = -1;  ///< on the folder, as long as its program lives
};

/// Writes a file beside its place and moves it there, durable: there is never half a file. An earlier one is replaced.
Outcome write_whole(const std::string& path, const disk::PieceWriter& write);

}  // namespace anjuan::store
