#pragma once
// A definition in words and tables, for the printed description of a procedure (流程说明书). Names
// are labels where the file gives them; provisions are written out.

#include <functional>
#include <string>
#include <vector>

#include "procedure/definition.h"

namespace anjuan::procedure {

struct TransitionDescription {
  std::string event;  ///< descriptors; "" for one without event
  std::string label, role, destination, condition;
  Wording condition_words = "";  ///< the condition as a sentence
  std::vector<std::string> inputs, requirements, basis;
  std::vector<Wording> effects;
  Place place;
};
struct StateDescription {
  std::string id, label, role;
  int depth = 0;  ///< 0: directly below the root
  State::Kind kind = State::Kind::state;
  std::vector<std::string> basis;  ///< "《…细则》第九条"
  std::vector<Wording> on_entry, on_exit;
  std::vector<TransitionDescription> transitions;
};
/// All states in document order, histories included.
std::vector<StateDescription> describe(const Definition&);

struct LimitDescription {
  std::string id, label, length, on_due, basis;
  calendar::Unit unit = calendar::Unit::working_days;
  Wording length_words = "";  ///< "5 个工作日"
};
/// Each time limit in document order; those that are alike in every word once.
std::vector<LimitDescription> limits_of(const Definition&);
/// Every document that may be made, in document order.
std::vector<DocumentAction> documents_of(const Definition&);

/// Each action in words, an if or foreach as one: "如果…：…；否则：…". Empty where there is nothing a
/// person would care for.
std::vector<Wording> describe(const Definition&, const Block&);
/// Visits each action inside if and foreach, and those outside them, with when it is done: "如果…" of
/// every if and foreach around it, empty outside them.
void for_each_action_when(const Definition&, const Block&,
                          const std::function<void(const Action&, const Wording& when)>&);

}  // namespace anjuan::procedure
