#pragma once
// Inside the comparison of two definitions: how sentences are made, and what the parts share.

#include <map>
#include <string>
#include <vector>

#include "procedure/difference.h"

namespace anjuan::procedure {

using Change = Difference::Kind;

/// An expression without the spaces that mean nothing.
std::string canonical(const std::string& source);

/// "条件由“A”改为“B”"; with nothing before or after: added or taken away.
Wording turned(const Wording& thing, const std::string& was, const std::string& is);
/// The same where the two read differently in the languages.
Wording turned(const Wording& thing, const Wording& was, const Wording& is);
std::string provisions_of(const Definition&, const std::vector<std::string>& basis);

/// Something that content does: `key` is equal where it is the same thing, the condition it stands
/// under included. Attributes of papers and limits are compared apart.
struct DoneThing {
  std::string key;
  Wording words = "";
};
std::vector<DoneThing> things_done(const Definition&, const std::vector<Block>&);
std::vector<DoneThing> things_done(const Definition&, const Block&);
/// What is done newly and no longer, and whether only the order is other.
void compare_things(const std::vector<DoneThing>& old, const std::vector<DoneThing>& fresh, const Wording& when, std::vector<Wording>& how);

struct Comparing {
  const Definition& old;
  const Definition& fresh;
  std::vector<Difference> out{};
  std::map<std::string, std::string> new_names{};  ///< of states: old id → new id

  void add(Subject subject, Change change, Wording what, std::vector<Wording> how, const Place& place) {
    out.push_back({subject, change, std::move(what), std::move(how), place});
  }
};

void compare_declarations(Comparing&);  ///< difference_declarations.cpp: parameters, provisions, roles, data, assertions
void compare_flow(Comparing&);          ///< difference_flow.cpp: states and transitions
void compare_papers(Comparing&);        ///< difference_effects.cpp: documents and time limits

}  // namespace anjuan::procedure
