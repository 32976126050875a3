#pragma once
// A way through the graph in the words of those who would go it: who does what, what is assumed, where
// it leads.

#include "analysis/claims.h"

namespace anjuan::analysis {

/// "（1）承办人“报行政检查审批表”（填写：问题数 5） → 待批准行政检查；（2）期限“反馈”届满…": with what people
/// fill in where such values are found, else with what is assumed; who may not be one person; and how the
/// assertion that it shows not to hold (or null) is broken at its end.
Wording tell(const Found&, const Model&, const Vocabulary&, const procedure::Assertion* broken = nullptr);
/// Whether what is told of the way says anything of the data.
bool tells_data(const Found&, const Model&, const Vocabulary&);
/// The bound at which the exploration stopped, and what can be done about it.
Wording bound_in_words(const Graph&);
Wording remedy_of(Bound);
/// Names of the active atomic states: "待归档、…".
Wording place_in_words(const Definition&, const StateSet&);
/// The transition as its clerk knows it: its label, event or destination.
std::string name_of(const Definition&, const procedure::Transition&);

}  // namespace anjuan::analysis
