#pragma once
// A running procedure moved to another definition of it. Nothing is carried out: states keep what
// they have brought about, and only the standing changes.

#include <map>
#include <set>
#include <string>
#include <vector>

#include "procedure/definition.h"
#include "procedure/procedure.h"

namespace anjuan::procedure {

/// What is called otherwise in the new definition. A state may go to several (a new region of a
/// parallel), or to none (a region that is gone).
struct Renaming {
  std::map<std::string, std::vector<std::string>> states;
  std::map<std::string, std::string> data, limits;
  Fields values;  ///< new id of a data item → the value it shall have
};

struct MigrationRequest {
  const Definition& from;
  DefinitionPtr to;
  const Standing& standing;   ///< on `from`, running
  const Renaming& renaming;
  const Facts& facts;         ///< of the case, with the calendar
  Day on{};                   ///< stated date of the migration
  std::set<std::string> events_taken;  ///< of people, so far: what they would have brought today
};

/// A time limit that runs: what becomes of it.
struct LimitMove {
  enum class Kind { kept, moved, ended };
  Kind kind = Kind::kept;
  std::string id, label;
  calendar::TimeLimit was, is;
  calendar::Deadline due_was, due_is;
  bool overdue_at_once = false;  ///< moved to a day that has passed
};
struct DataMove {
  enum class Kind { added, dropped, renamed, set };
  Kind kind = Kind::added;
  std::string id, label;
  Value value;                ///< first value, or the one that is no longer kept
};
/// A limit that the new definition starts on entering a state the case is already in: not started.
struct LimitNotStarted {
  std::string label, state;
};

struct Migration {
  Standing after;
  std::vector<LimitMove> limits;
  std::vector<DataMove> data;
  std::vector<LimitNotStarted> not_started;
  std::vector<std::string> states_was, states_is;  ///< as labels() tells them
};

/// Active states, history, data and limits in terms of the new definition. Limits are counted from
/// their start with the new length. Refused, with everything that stands in the way: a state that is
/// gone, states that cannot be together, a value that no longer fits, something that people would have
/// had to fill in already, an automatic transition that would leave at once. To the same definition
/// nothing changes.
Result<Migration> migrate(const MigrationRequest&);

}  // namespace anjuan::procedure
