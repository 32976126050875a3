#pragma once
// A folder that is built beside the place where it is to stand, and moved there when it is whole.

#include <string>

#include "base/result.h"

namespace anjuan::store {

class Scaffold {
 public:
  /// A new, private folder in the parent of `target`, on the same disk. What earlier programs began for the same
  /// target and did not end, because they were killed, is removed; one that is still at work is left alone.
  static Result<Scaffold> beside(const std::string& target);
  Scaffold(Scaffold&& other) noexcept;
  Scaffold& operator=(Scaffold&&) = delete;
  ~Scaffold();  ///< removes what was not moved

  const std::string& folder() const { return folder_; }
  /// Gives it its place and makes that durable. Refused where somebody has filled the place meanwhile.
  Outcome move_into_place();

 private:
  Scaffold(std::string target, std::string folder, int lock) : target_(std::move(target)), folder_(std::move(folder)), lock_(lock) {}

  std::string target_, folder_;
  int lock_ = -1;  ///< on the folder, as long as its program lives
};

}  // namespace anjuan::store
