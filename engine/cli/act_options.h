#pragma once
// What every act is told on the command line: who decided, who records, on which date, with which
// values.

#include "cli/command.h"
#include "cli/office_folder.h"
#include "handling/act.h"

namespace anjuan::cli {

/// --on, --by, --recorder, --set as options of a command.
std::vector<OptionRule> act_options(bool with_values);

/// The act as the line says it; the recorder is the operating-system user's person unless an
/// exercise says otherwise.
Result<handling::Act> read_act(const Terminal&, const OpenOffice&, const CommandLine&);

/// The person of the operating-system user: the id; in an exercise, where none is registered, the
/// user's own name; otherwise a refusal.
Result<std::string> recorder_name(const Terminal&, const cases::Bureau&);
/// The same for an entry that is written whoever sits there: a user who is nobody of the bureau is named as the
/// operating system has him, "os-user=NAME".
std::string recorded_as(const Terminal&, const cases::Bureau&);

/// Carries the receipt to the person: where the case stands, what was made and where it lies.
int tell(Terminal&, const OpenOffice&, const Result<handling::Receipt>&);

}  // namespace anjuan::cli
