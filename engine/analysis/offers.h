#pragma once
// What people may fill in: values worth trying for what a transition asks.

#include "analysis/spoken.h"

namespace anjuan::analysis {

class Offers {
 public:
  Offers(const Model& model, const Spoken& spoken) : model_(model), spoken_(spoken) {}
  /// Combinations for the transition, the plainest first; `on`: the day of the act.
  std::vector<Fields> to(const procedure::Transition&, Day on) const;
  /// What a message to the transition brings.
  Fields message_to(const procedure::Transition&, Day on) const;

 private:
  const Model& model_;
  const Spoken& spoken_;

  bool is_asked(const std::string& name) const;
  std::vector<Value> candidates(const procedure::Input&, Day on) const;
  std::vector<Value> values_of(const std::string& name, const expression::Type&, Day on) const;
  std::vector<Value> lists(const std::string& name) const;
  std::vector<Value> records(const std::string& name, Day on) const;
  Value item_of(const std::string& name) const;
  std::vector<std::int64_t> numbers(const std::string& name) const;
};

}  // namespace anjuan::analysis
