#pragma once
// 四项公开: the public view of a register. Which columns stand in it is data (public="yes" in the register
// definition); nothing else reaches the template, and the finished list is searched for personal numbers.

#include <string>

#include "handling/office.h"
#include "registers/mapping.h"

namespace anjuan::handling {

struct PublicViewRequest {
  registers::RegisterKind kind;
  std::int64_t version = 0;  ///< 0: the latest
  Day on{};                  ///< day of publication
  Moment printed;
};

struct PublicView {
  std::string label;         ///< of the register
  std::int64_t version = 0;
  std::size_t rows = 0;
  std::string pdf, xlsx;     ///< bytes
};

/// Refused: a register that is no public list; no version; something personal in a public column.
Result<PublicView> public_view(const Office&, const PublicViewRequest&);

}  // namespace anjuan::handling
