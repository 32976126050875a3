#pragma once
// Inside a migration: what its parts share.

#include "procedure/migration.h"

namespace anjuan::procedure {

struct Migrating {
  const MigrationRequest& request;
  Migration out;
  Diagnostics reasons{};              ///< why not
  std::vector<StateIndex> active{};   ///< of the new definition: atomic states and those around them

  const Definition& from() const { return request.from; }
  const Definition& to() const { return *request.to; }
};

/// What expressions of a definition may read at rest, with these data.
Fields names_at_rest(const Definition&, const MigrationRequest&, const Fields& data);
/// `active`: the states that In('id') finds.
Result<Value> evaluate_at_rest(const Code&, const Fields& names, const MigrationRequest&, const std::vector<std::string>& active);
/// Whether an expression names this.
bool reads(const Code&, const std::string& name);
/// The new name of a state, data item or limit that keeps its meaning.
std::string renamed(const std::map<std::string, std::string>&, const std::string& id);

void move_states(Migrating&);    ///< migration_states.cpp
void move_history(Migrating&);
void move_data(Migrating&);      ///< migration.cpp
void move_limits(Migrating&);    ///< migration_limits.cpp

}  // namespace anjuan::procedure
