#pragma once
// The fields of each kind of row by the name that facts, mappings and documents use. One table
// serves import, storage, comparison and the facts of a case, so that they cannot disagree.

#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "base/value.h"
#include "registers/rows.h"

namespace anjuan::registers {

template <class Row>
using Member = std::variant<std::string Row::*, std::int64_t Row::*, bool Row::*, std::optional<Day> Row::*,
                            Decimal Row::*, std::vector<std::string> Row::*>;

template <class Row>
struct Field {
  std::string_view name;
  Member<Row> member;
  bool essential = false;  ///< every mapping must fill it
};

/// In the order of the struct.
template <class Row>
std::span<const Field<Row>> fields_of();

/// Sets one member from a value of its kind; any other value leaves it as it is.
template <class Row>
void set_member(Row&, const Member<Row>&, const Value&);

/// The row as a record by field names; unknown dates are empty values, lists are lists of text.
template <class Row>
Value to_value(const Row&);

/// The record of `to_value` as a row; what is absent keeps its default; unknown names go to `others`.
template <class Row>
Row from_value(const Value&);

}  // namespace anjuan::registers
