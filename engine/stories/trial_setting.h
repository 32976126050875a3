#pragma once
// Sets up a trial from files: the procedure, the calendars, the office if there is one, what is given of
// the facts; the rest is made up.

#include <optional>
#include <string>
#include <vector>

#include "stories/trial.h"

namespace anjuan::stories {

struct TrialSources {
  std::string file, xml;                         ///< the procedure
  procedure::Accompanying beside;                ///< files that a bare chart refers to
  std::vector<calendar::YearArrangement> years;  ///< none: plain weekdays, every limit provisional
  std::optional<cases::Bureau> bureau;           ///< none: people are made up, and numbers plain
  Fields given;                                  ///< facts and first data, by name
  Day on{};
};

struct PreparedTrial {
  TrialSetting setting;
  Fields made_up;  ///< facts that are samples
};

/// Refused: a procedure with errors; calendars that contradict each other.
Result<PreparedTrial> prepare_trial(const TrialSources&);

/// What may be given to a trial: the facts of its kind and the procedure's own data, with their types.
expression::Names given_names(const procedure::Definition&, const cases::Bureau&);

/// What a person writes for a fact or a data item: of a data item by its type, of anything else plainly.
/// Refused: what does not fit the type.
Result<Value> value_for(const procedure::Definition&, const std::string& path, const std::string& text);

/// What a person or a JSON file writes plainly, as a value: 是, 否, whole and decimal numbers, dates
/// as 2026-09-10, lists and records as JSON; anything else is a text.
Value plain_value(const std::string& text);
/// The same for all texts inside a value that are dates.
Value with_dates(const Value&);
/// Texts become dates where the type has dates, or says nothing.
Value with_dates(const Value&, const expression::Type&);

}  // namespace anjuan::stories
