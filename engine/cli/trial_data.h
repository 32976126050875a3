#pragma once
// Facts and first data of a trial, written by a person as JSON.

#include <string>

#include "base/result.h"
#include "cases/bureau.h"
#include "procedure/definition.h"

namespace anjuan::cli {

struct TrialData {
  std::string file, text;
  Fields values;
};

/// Refused: what is no JSON, or no record of names.
Result<TrialData> read_trial_data(const std::string& file);
/// Refused, each at its line: names that neither the procedure nor a case of its kind has, values of
/// another type.
Outcome check_trial_data(const TrialData&, const procedure::Definition&, const cases::Bureau&);

}  // namespace anjuan::cli
