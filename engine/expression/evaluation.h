#pragma once
// One evaluation under way. Nothing is copied that is only looked at: a visit tells where a value lies, in
// the surroundings, in the tree, or in a scratch value of the caller.

#include <memory>
#include <optional>
#include <span>

#include "expression/budget.h"
#include "expression/builtins.h"
#include "expression/calls.h"
#include "expression/expression.h"
#include "expression/node.h"

namespace anjuan::expression {

class Evaluation {
 public:
  /// `changed`: where names that are set go, and are read from first; null: nothing may be set.
  Evaluation(const Surroundings& surroundings, Dialect dialect, Fields* changed)
      : surroundings_(surroundings), dialect_(dialect), changed_(changed) {}
  ~Evaluation() {
    if (surroundings_.effort != nullptr) *surroundings_.effort += budget_.spent();
  }
  Evaluation(const Evaluation&) = delete;
  Evaluation& operator=(const Evaluation&) = delete;

  Result<Value> value_of(const Node&);
  Result<bool> holds(const Node&);

 private:
  enum class Truth { refused, no, yes };
  static Truth truth(bool b) { return b ? Truth::yes : Truth::no; }
  bool ecmascript() const { return dialect_ == Dialect::ecmascript; }

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
  template <class Found>
  bool refused(Found&& found) {
    refuse(std::forward<Found>(found));
    return false;
  }
  /// A value put together here, held to the limits, in the scratch.
  const Value* made(Value, const Node&, Value& scratch);
  const Value* made(Result<Value>, const Node&, Value& scratch);
  /// A part of `owner`: copied if the owner lies in a scratch that goes.
  static const Value* part(const Value& found, const Value* owner, const Value& owner_scratch,
                           Value& scratch);

  /// Charges items that are going to be looked at.
  bool afford(std::int64_t items, const Node&);
  /// Charges the search for a name among the local ones.
  bool afford_search(const Node&);

  const Value* compound(const Node&, Value& scratch);
  const Value* name(const Node&, Value& scratch);
  const Value* find_name(const Node&, Value& scratch);  ///< null, nothing refused: no such name
  const Value* member(const Node&, Value& scratch);
  const Value* index(const Node&, Value& scratch);
  const Value* call(const Node&, Value& scratch);
  const Value* call(const Node&, std::span<Value> own, std::span<const Value*> where, Value& scratch);
  const Value* binary(const Node&, Value& scratch);
  const Value* either_or_both(const Node&, Value& scratch);
  const Value* list(const Node&, Value& scratch);
  const Value* record(const Node&, Value& scratch);
  Truth compare(const Node&);
  const Value* applied(const Node&, const Value& left, const Value& right, Value& scratch);
  const Value* operand(const Node&, Value& scratch);
  Truth truth_of_value(const Node&, const Value&);
  bool is_active(int state) const;

  // evaluate_script.cpp: only in the dialect ecmascript
  std::unique_ptr<Calls> calls_;  ///< made when first needed
  Calls& calls();
  bool returned() const;
  const Value* scripted(const Node&, Value& scratch);
  const Value* assign(const Node&, Value& scratch);
  const Value* declare(const Node&, Value& scratch);
  const Value* method(const Node&, Value& scratch);
  const Value* apply_function(const Node&, Value& scratch);
  const Value* enter_source(const std::string& source, const Node&, std::vector<Value> arguments,
                            std::optional<Value> self, Value& scratch);
  const Value* enter(const Node& function, const Node&, std::vector<Value> arguments,
                     std::optional<Value> self, Value& scratch, std::size_t frame);
  bool take_arguments(const Node&, std::vector<Value>&);
  bool follow(const Node& location, std::string& name, std::vector<Value>& keys);
  const Value* read(const Node& location, std::span<const Value> keys, Value& scratch);
  bool set(const Node& location, const std::string& name, std::span<const Value> keys, Value);
  bool set_name(const std::string& name, Value, const Node&);
};

}  // namespace anjuan::expression
