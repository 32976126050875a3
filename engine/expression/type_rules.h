#pragma once
// How types relate: which fits which, which can be equal, what a call yields. A text literal has
// the type of an enumeration of one choice, so that it can be held against declared choices.

#include <optional>
#include <span>
#include <string>

#include "expression/builtins.h"
#include "expression/expression.h"
#include "expression/node.h"

namespace anjuan::expression {

Type simple(Type::Kind);
Type type_of_value(const Value&);
bool is_textual(const Type&);
/// Whether a value of the type may have one of the kinds (bits of Accepts).
bool may_be(const Type&, unsigned accepts);
/// Whether a value of the type `from` may stand where `to` is declared.
bool assignable(const Type& from, const Type& to);
/// A choice of `from` that `to` has not, when both are enumerations.
std::optional<std::string> foreign_choice(const Type& from, const Type& to);
/// Whether values of the two types can be equal or ordered.
bool comparable(const Type&, const Type&);
/// Whether values of the two types always go into one order: both numbers, texts or dates.
bool of_one_order(const Type&, const Type&);
/// The narrowest type that holds both.
Type united(const Type&, const Type&);
Type type_of_number(const Type&);
Type type_of_sum(const Type&, const Type&);
Type type_of_call(const Node&, const Builtin&, std::span<const Type> arguments);

}  // namespace anjuan::expression
