#pragma once
// The next version of a register from the kept text of the one before. A province's register has a million
// rows, of which a revision changes a few: only lines that differ are read.

#include "registers/register.h"

namespace anjuan::registers {

struct Revision {
  int version = 0;
  std::size_t rows = 0;
  Differences differences;  ///< from the version before
  Value body;               ///< of the new version, for the store; as register_to_value gives it
};

/// `before`: the body of the version before, empty for the first. Refused as by `revise`.
template <class Row>
Result<Revision> revision_of(const Value& before, const std::vector<Row>& rows, std::string reason, Day since, std::string approver = {});

}  // namespace anjuan::registers
