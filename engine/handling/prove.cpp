#include "handling/prove.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "analysis/between.h"
#include "cases/case_facts.h"

namespace anjuan::handling {
namespace {

/// Faults that leave every way through the procedure what it is are told by the checks and do not keep the rest
/// from being explored; nor do those of an assertion, which alone is left out.
bool can_be_explored(const procedure::Definition& definition, const Diagnostics& said) {
  static const std::set<std::string_view> beside{
      "AJ2009", "AJ2010",            // where transitions lead
      "AJ2023", "AJ2024",            // bases
      "AJ2025", "AJ2026",            // roles
      "AJ2041", "AJ3089", "AJ3064",  // ends of limits that never run, messages withdrawn that were never sent
      "AJ3060", "AJ3061"};           // what a refusal says is lacking
  return std::all_of(said.begin(), said.end(), [&](const Diagnostic& d) {
    const auto& assertions = definition.assertions;
    return d.row->severity == Severity::warning || beside.count(d.row->code) > 0 ||
           std::any_of(assertions.begin(), assertions.end(), [&](const auto& one) { return one.spans(d.place); });
  });
}

void prove_one(const procedure::Definition& definition, const cases::Bureau& bureau,
               const analysis::Limits& limits, Proofs& proofs) {
  const expression::Names facts =
      definition.kind.empty() ? expression::Names{} : cases::fact_names(bureau, definition.kind);
  const Diagnostics said = procedure::check(definition, facts);
  if (!can_be_explored(definition, said)) return;
  analysis::Report report = analysis::analyse(definition, facts, limits, said);
  append(proofs.found, report.found);
  ++proofs.procedures;
  proofs.assertions += report.assertions;
  proofs.refuted += report.refuted;
  proofs.unproved += report.unproved;
  proofs.undecided += report.undecided;
  proofs.scenes += report.scenes;
  proofs.decisions[definition.file] = std::move(report.decisions);
  for (std::string& label : report.proved) proofs.proved.emplace_back(definition.file, std::move(label));
}

/// What both sides of a message say, of the procedures asked about only.
Diagnostics check_between(const Library& library, const Library& beside) {
  std::vector<const procedure::Definition*> definitions;
  for (const Library* known : {&library, &beside}) {
    for (const auto& [name, loaded] : known->procedures) definitions.push_back(loaded.content.get());
  }
  Diagnostics found = analysis::check_messages(definitions);
  std::erase_if(found, [&](const Diagnostic& d) {
    return std::none_of(library.procedures.begin(), library.procedures.end(),
                        [&](const auto& one) { return one.second.content->file == d.place.file; });
  });
  return found;
}

bool same_type(const expression::Type& a, const expression::Type& b) {
  const auto both = [](const auto& one, const auto& other, const auto& same) {
    return one == other || (one != nullptr && other != nullptr && same(*one, *other));
  };
  return a.kind == b.kind && a.choices == b.choices && both(a.item, b.item, same_type) &&
         both(a.fields, b.fields, [](const auto& these, const auto& those) {
           return std::equal(these.begin(), these.end(), those.begin(), those.end(), [](const auto& one, const auto& other) {
             return one.first == other.first && same_type(one.second, other.second);
           });
         });
}

/// Whether procedures of this kind would read the same facts in both offices.
bool same_facts(const Library& a, const Library& b, const std::string& kind) {
  static const cases::Bureau unknown;
  const auto names = [&](const Library& library) { return cases::fact_names(library.bureau ? *library.bureau : unknown, kind); };
  const expression::Names these = names(a), those = names(b);
  return std::equal(these.begin(), these.end(), those.begin(), those.end(), [](const auto& one, const auto& other) {
    return one.first == other.first && same_type(one.second, other.second);
  });
}

}  // namespace

std::set<std::string> taken_up_anew(const Library& given, const Library& in_force) {
  std::set<std::string> anew;
  for (const auto& [name, loaded] : given.procedures) {
    const auto now = in_force.procedures.find(name);
    const bool same = now != in_force.procedures.end() && now->second.digest == loaded.digest &&
                      same_facts(given, in_force, loaded.content->kind);
    if (!same) anew.insert(loaded.content->file);
  }
  return anew;
}

Proofs prove_files(const std::vector<SourceFile>& files, const std::vector<SourceFile>& companions,
                   const analysis::Limits& limits, Staff staff, const std::set<std::string>* only) {
  const Library library = read_library(files), beside = read_library(companions);
  static const cases::Bureau unknown;
  const std::shared_ptr<const cases::Bureau> people = library.bureau ? library.bureau : staff.bureau;
  const cases::Bureau& bureau = people ? *people : beside.bureau ? *beside.bureau : unknown;
  Proofs proofs;
  for (const auto& [name, loaded] : library.procedures) {
    if (only == nullptr || only->contains(loaded.content->file)) prove_one(*loaded.content, bureau, limits, proofs);
  }
  append(proofs.found, check_between(library, beside));
  const auto& map = library.registers ? library.registers : beside.registers ? beside.registers : staff.mapping;
  proofs.teams = read_tables(staff, map.get());
  if (people) {
    for (const auto& [name, loaded] : library.procedures) {
      for (Diagnostic& d : analysis::check_people(*loaded.content, officers_of(*people)))
        (d.row->severity == Severity::warning ? proofs.teams : proofs.found).push_back(std::move(d));
    }
    append(proofs.teams, check_teams(library, beside, *people, staff));
  }
  return proofs;
}

}  // namespace anjuan::handling
