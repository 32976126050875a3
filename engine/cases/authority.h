#pragma once
// 职责分离 and 权限: who may sign an act. The rules stand in the definition (roles and duties), the
// people in the bureau's file, what they did before on the case. The recorder is not asked about:
// he needs only the right to record.

#include <string>
#include <vector>

#include "cases/bureau.h"
#include "cases/case.h"
#include "procedure/definition.h"

namespace anjuan::cases {

struct ActRequest {
  std::string event_label;           ///< what is to be done, in words
  std::vector<std::string> roles;    ///< role ids the taken transitions ask for
  std::string signatory;             ///< id or name; of an outside role the name of anybody
  Day on{};
  std::string unit;                  ///< 承办股室 of the case
};

/// The person who signs, as a value for facts; a person outside the office has only a name.
/// Refused: unknown person, a post not held on that day, a duty that must be apart; the refusal
/// names who may sign.
Result<Value> authorise(const ActRequest&, const procedure::Definition&, const Case&, const Fields& facts, const Bureau&);

/// People who may act in the role on that day: ids and names, for lists of who is waited for.
std::vector<std::string> who_may(const procedure::Definition&, const std::string& role, const Case&, const Fields& facts,
                                 const Bureau&, Day on);

}  // namespace anjuan::cases
