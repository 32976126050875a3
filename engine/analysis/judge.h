#pragma once
// Evaluates expressions over what is known. Where the answer is open it is chosen, and what follows
// from the answer is remembered: conditions refine both ways.

#include <functional>

#include "analysis/choices.h"
#include "analysis/knowledge.h"

namespace anjuan::analysis {

enum class Truth { yes, no, failed };

/// What a judgement rests on and changes.
struct Ground {
  Model& model;
  Vocabulary& vocabulary;
  Choices& choices;
  const StateSet& configuration;
  const std::vector<bool>& made;      ///< by slot: a valid paper is there
  const Flags& chosen;                ///< tracked data that people or facts settled in this act
  const Flags& loose;                 ///< tracked data whose sets may be too large
  std::vector<std::uint32_t>& asked;  ///< terms of facts asked in this act whose answers are not kept
  const bool& stirred;                ///< of what the event brings something was asked that is not kept
  const bool& offered;                ///< an event's inputs lie over the data: nothing was set from them yet
  const std::set<std::string>& chosen_items;     ///< loop items that are facts
  std::function<void(std::size_t)> read;  ///< told each tracked data item that is looked at
  Flags& looked_at;                              ///< passing names that expressions name, see Term
  const Slice& slice;                            ///< what is followed
  /// Told each term of which an answer was taken that narrows it, or what it comes from, in a way not kept.
  std::function<void(const Term&)> stir;
};

class Judge {
 public:
  Judge(const Ground& ground, Knowledge& known) : ground_(ground), known_(known) {}

  /// Of a condition; one that is not given holds. A condition that fails to be evaluated is `failed`.
  Truth truth_of(const procedure::Code&);
  /// What the expression yields; `failed()` afterwards: it may be that it yields nothing at all.
  AbstractValue value_of(const procedure::Code&);
  /// The same of an expression's root.
  AbstractValue value_of_whole(const expression::Node&);
  bool failed() const { return failed_; }
  /// Whether people or facts have a say in it.
  bool of_world(const expression::Node&);
  /// Whether the surroundings have a say in it: that they may come to be either way is taken for granted.
  bool of_facts(const expression::Node&);

 private:
  const Ground& ground_;
  Knowledge& known_;
  bool failed_ = false;
  bool of_each_other_ = false;  ///< what is learnt comes from other data: it could go on narrowing for ever

  using Node = expression::Node;
  bool truth_of(const Node&);
  AbstractValue value_of(const Node&);
  void look_at(const Node& root);
  bool answer(const Node&, Verdict, const std::function<void(bool)>& learn);
  bool is_first_asked(const Node&);
  bool is_free(const Node&);
  void part(const Node&, AbstractValue&, const AbstractValue& other);
  bool can_be_given(const Node&, const AbstractValue&, const Node& other, const AbstractValue& of_other);
  bool is_counted(const Node&);
  unsigned ask(const Node&, unsigned options);
  bool ask_plainly(const Node&);
  bool ask_order(const Node&);
  unsigned orders_known(const Term&);
  bool is_possible(const Node&, const AbstractValue&);
  std::optional<std::pair<const Node*, AbstractValue>> operand_where(const Node&, const AbstractValue&);
  bool ask_empty(const Node&);
  bool ask_contained(const Node&);
  bool ask_among(const Node&);
  AbstractValue name_value(const Node&);
  AbstractValue path_value(const Node&);
  AbstractValue index_value(const Node&);
  AbstractValue binary_value(const Node&);
  AbstractValue call_value(const Node&);
  AbstractValue list_value(const Node&);
  const AbstractValue* remembered(const Node&);
  bool can_keep(const Node&);
  void widen(const Node&, AbstractValue&);
  void learn(const Node&, const AbstractValue&);
  void pass_on(const std::string& name, const AbstractValue&);
  void must_be(const Node&, AbstractValue&, unsigned kinds);
  void must_not_be_zero(const Node&, AbstractValue&);
};

}  // namespace anjuan::analysis
