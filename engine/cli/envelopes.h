#pragma once
// The pages for the sealed envelopes of a draw, outside the office: readable by their owner alone, never written
// over anything, taken back when the act does not come about.

#include <string>
#include <vector>

#include "handling/act.h"

namespace anjuan::cli {

class Envelopes {
 public:
  /// `folder` must be there and outside `office`, which must not keep what it has promised to forget.
  static Result<Envelopes> into(const std::string& folder, const std::string& office);

  /// Writes one page and makes it durable, before the act that commits to it: a list frozen on a number that
  /// nobody knows could never be drawn from.
  Outcome write(const handling::EnvelopePage&);
  /// Removes what was written.
  void take_back();
  const std::vector<std::string>& written() const { return written_; }

 private:
  explicit Envelopes(std::string folder) : folder_(std::move(folder)) {}
  std::string folder_;
  std::vector<std::string> written_;
};

/// 256 bits from the system, as 64 hexadecimal digits.
std::string random_secret();

}  // namespace anjuan::cli
