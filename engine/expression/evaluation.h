#pragma once
// One evaluation under way. Nothing is copied that is only looked at: a visit tells where a value lies, in
// the surroundings, in the tree, or in a scratch value of the caller.

#include <optional>
#include <span>

#include "expression/budget.h"
#include "expression/builtins.h"
#include "expression/expression.h"
#include "expression/node.h"

namespace anjuan::expression {

class Evaluation {
 public:
  /// `changed`: where names that are set go, and are read from first; null: nothing may be set.
  Evaluation(const Surroundings& surroundings, Dialect dialect, Fields* changed)
      : surroundings_(surroundings), dialect_(dialect), changed_(changed) {}

  Result<Value> value_of(const Node&);
  Result<bool> holds(const Node&);

 private:
  enum class Truth { refused, no, yes };
  static Truth truth(bool b) { return b ? Truth::yes : Truth::no; }

  const Surroundings& surroundings_;
  const Dialect dialect_;
  Fields* const changed_;
  Budget budget_;
  Diagnostics failed_;  ///< why a visit gave null or `refused`

  /// Where the value lies; null: refused. What lies in the scratch is the caller's.
  const Value* visit(const Node&, Value& scratch);
  Truth truth_of(const Node&);

  std::nullptr_t refuse(Diagnostic);
  std::nullptr_t refuse(Diagnostics);
  /// A value put together here, held to the limits, in the scratch.
  const Value* made(Value, const Node&, Value& scratch);
  const Value* made(Result<Value>, const Node&, Value& scratch);
  /// A part of `owner`: copied if the owner lies in a scratch that goes.
  static const Value* part(const Value& found, const Value* owner, const Value& owner_scratch,
                           Value& scratch);

  const Value* compound(const Node&, Value& scratch);
  const Value* name(const Node&, Value& scratch);
  const Value* member(const Node&, Value& scratch);
  const Value* index(const Node&, Value& scratch);
  const Value* call(const Node&, Value& scratch);
  const Value* call(const Node&, std::span<Value> own, std::span<const Value*> where, Value& scratch);
  const Value* binary(const Node&, Value& scratch);
  const Value* list(const Node&, Value& scratch);
  const Value* record(const Node&, Value& scratch);
  std::optional<Truth> compare(const Node&);
  Truth not_a_boolean(const Node&, const Value&);
  bool is_active(int state) const;
};

}  // namespace anjuan::expression
