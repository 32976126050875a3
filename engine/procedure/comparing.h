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

/// "条件由“A”改为“B”"; with nothing before or after: added or taken away. Of long texts only what is other.
Wording turned(const Wording& thing, const Wording& was, const Wording& is);

/// Collects what is other about a thing; of a new thing it says what it is.
class Telling {
 public:
  explicit Telling(bool is_new = false) : is_new_(is_new) {}

  std::vector<Wording> how;

  bool is_new() const { return is_new_; }
  /// One property; nothing where it is the same.
  void row(const Wording& thing, const Wording& was, const Wording& is);
  void say(Wording sentence) { how.push_back(std::move(sentence)); }

 private:
  bool is_new_;
};

Wording provisions_of(const Definition&, const std::vector<std::string>& basis);

/// Something that content does. `key` is equal where nothing is other, `same` where it is the same thing done
/// otherwise; `title` names it as what `details` are about. Attributes of papers and limits are compared
/// apart.
struct DoneThing {
  struct Detail {
    std::string name;  ///< "" the thing itself
    Wording value = "";
  };
  std::string key, same;
  Wording words = "", title = "";
  std::vector<Detail> details;
};

struct Comparing {
  const Definition& old;
  const Definition& fresh;
  std::vector<Difference> out{};
  std::map<std::string, std::string> states{}, roles{}, bases{}, papers{}, limits{};  ///< old name → new name

  void add(Subject subject, Change change, Wording what, std::vector<Wording> how, const Place& place) {
    out.push_back({subject, change, std::move(what), std::move(how), place});
  }
  /// The provisions that something rests on; a changed article is told once, with the provision.
  void compare_basis(const std::vector<std::string>& was, const std::vector<std::string>& is, Telling&) const;
};

/// The new name of what keeps its meaning under another one; its own where it has none.
const std::string& name_in(const std::map<std::string, std::string>& names, const std::string& old);

std::vector<DoneThing> things_done(const Definition&, const std::vector<Block>&,
                                   const Comparing* names = nullptr);
std::vector<DoneThing> things_done(const Definition&, const Block&, const Comparing* names = nullptr);
/// What is done newly, no longer and otherwise, and whether only the order is other.
void compare_things(const std::vector<DoneThing>& old, const std::vector<DoneThing>& fresh,
                    const Wording& when, Telling&);

void pair_declarations(Comparing&);     ///< difference_declarations.cpp: roles and provisions under new ids
void compare_declarations(Comparing&);  ///< difference_declarations.cpp: parameters, provisions, roles, data
void compare_assertions(Comparing&);    ///< difference_assertions.cpp
void pair_states(Comparing&);           ///< difference_flow.cpp: states under new ids
void compare_flow(Comparing&);          ///< difference_flow.cpp: states and transitions
void pair_papers(Comparing&);           ///< difference_papers.cpp: documents and time limits under new names
void compare_papers(Comparing&);        ///< difference_papers.cpp: documents and time limits

}  // namespace anjuan::procedure
