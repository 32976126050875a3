#pragma once
// Conditions that turned out one way or the other, told together as a person would put them: what is said
// of one thing is one clause.

#include <set>
#include <string>
#include <vector>

#include "expression/words.h"

namespace anjuan::expression {

/// A condition, as it turned out.
struct Clause {
  const Node* node = nullptr;
  bool holds = true;
};

/// One phrase for each thing they speak of, in the order in which it first comes up: “结论既不是“甲”也不是
/// “乙””. Where all choices of a name but one are denied it is that one, if the name is among `filled`: those
/// that surely have a value. A condition without words is left out.
std::vector<Wording> clauses_in_words(const std::vector<Clause>&, const Vocabulary&,
                                      const std::set<std::string>& filled);

}  // namespace anjuan::expression
