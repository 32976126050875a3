#pragma once
// A register with its version: rows, reason of the change, digest. A version is never altered; a
// change makes the next one, and a draw keeps the digest of the one it used.

#include <string>
#include <vector>

#include "base/result.h"
#include "registers/rows.h"

namespace anjuan::registers {

template <class Row>
struct Register {
  int version = 0;     ///< from 1; 0: nothing imported yet
  std::string reason;  ///< why this version was made (工作细则: 根据法律法规和现实情况变化)
  Day since{};         ///< stated date of the change
  std::string approver;   ///< who decided on it
  std::vector<Row> rows;  ///< in the order of the file
  std::string digest;     ///< SHA-256 of the rows as text (rows_text.h)

  const Row* find(std::string_view id) const;
};

/// One field of one row that two versions give differently.
struct ChangedField {
  std::string id, name, field, before, after;  ///< as people read them
  bool operator==(const ChangedField&) const = default;
};

struct Differences {
  std::vector<std::string> added, dropped;  ///< ids, in the order of their file
  std::vector<ChangedField> changed;
  bool empty() const { return added.empty() && dropped.empty() && changed.empty(); }
};

template <class Row>
Differences differences(const std::vector<Row>& before, const std::vector<Row>& after);

/// The next version. Refused: no reason; a row of the old version is missing (rows leave by a date
/// and reason of leaving, never by deletion).
template <class Row>
Result<Register<Row>> revise(const Register<Row>& before, std::vector<Row> rows, std::string reason,
                             Day since, std::string approver = {});

/// For the store; `register_of` reads what `to_value` gave.
template <class Row>
Value register_to_value(const Register<Row>&);
template <class Row>
Register<Row> register_of(const Value&);

/// Ids that rows refer to but the targets do not hold: 所属机构编号 and 利害关系 (warnings).
Diagnostics check_references(const std::vector<Practitioner>&, const std::vector<InspectionTarget>&);
Diagnostics check_references(const std::vector<Inspector>&, const std::vector<InspectionTarget>&);

}  // namespace anjuan::registers
