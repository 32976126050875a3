#pragma once
// What can be computed of values that are not known exactly, and what constants alone decide.

#include <optional>
#include <vector>

#include "analysis/abstract_value.h"

namespace anjuan::analysis {

/// Of + - * / % over numbers alone; the divisor is not zero.
AbstractValue computed(expression::Operator, const AbstractValue& left, const AbstractValue& right,
                       const Place&);
/// What the other operand of + - * may be where the result lies in the interval: nothing is said of other
/// operators. `constant_first`: on which side the constant stands; `whole`: both are whole numbers.
std::optional<Interval> undone(expression::Operator, const Interval& result, std::int64_t constant,
                               bool constant_first, bool whole);
/// The greatest or least of several numbers, of which some may be empty and then do not count.
AbstractValue outermost(const std::vector<AbstractValue>&, bool greatest);
/// The call's value where each argument has just one and the surroundings are not asked: a number, a truth
/// value or an empty one.
std::optional<Value> called(const expression::Node& call, const std::vector<AbstractValue>& arguments);
/// Whether the condition of an untyped chart counts as true, where it names nothing but the constants.
std::optional<bool> decided_by(const Fields& constants, const expression::Node&);

}  // namespace anjuan::analysis
