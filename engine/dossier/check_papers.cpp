// Everything that stands against binding, found in one go so that the clerk can mend it in one go.

#include <set>

#include "base/digest.h"
#include "base/text.h"
#include "dossier/assemble.h"
#include "dossier/messages.h"
#include "dossier/standing_papers.h"

namespace anjuan::dossier {
namespace {

Place at(const CasePapers& papers) { return {papers.case_number}; }

/// How a paper is told from others of its title: its number, else its day.
std::string mark_of(const PaperItem& paper) {
  return paper.number.empty() ? official(paper.date) : paper.number;
}

Diagnostic refusal(const LackingPaper& lack, const Place& place) {
  switch (lack.lack) {
    case ExcusedPaper::Lack::missing:
      return diagnose(messages::missing_paper, place, lack.title);
    case ExcusedPaper::Lack::unsigned_paper:
      return diagnose(messages::not_signed, place, lack.title, mark_of(*lack.paper));
    case ExcusedPaper::Lack::unserved:
      break;
  }
  return diagnose(messages::not_served, place, lack.title, mark_of(*lack.paper));
}

void check_lacking(const CasePapers& papers, const SortedPapers& sorted, const DossierRules& rules,
                   const DossierKind& kind, Diagnostics& found) {
  std::set<const MissingNote*> used;
  for (const LackingPaper& lack : lacking(papers, sorted, kind)) {
    if (const MissingNote* note = note_for(lack, papers)) {
      used.insert(note);
      continue;  // whether it is complete is told once, below
    }
    Diagnostic diagnostic = refusal(lack, at(papers));
    const std::optional<LegalBasis>& basis = lack.basis ? lack.basis : rules.basis;
    found.push_back(basis ? with_basis(std::move(diagnostic), *basis) : std::move(diagnostic));
  }
  for (const MissingNote& note : papers.notes) {
    if (!used.count(&note)) {
      found.push_back(diagnose(messages::note_not_needed, at(papers), note.paper));
    } else if (!is_approved(note)) {
      const Wording lacks = note.reason.empty()        ? Wording{"原因", "its reason"}
                            : note.approved_by.empty() ? Wording{"批准人", "the approver"}
                                                       : Wording{"批准日期", "the day of approval"};
      found.push_back(diagnose(messages::note_not_approved, at(papers), note.paper, lacks));
    }
  }
}

std::string known_places(const DossierRules& rules) {
  std::vector<std::string> places;
  for (const DossierKind& kind : rules.kinds) {
    for (const Group& group : kind.groups) places.push_back(group.place);
  }
  return join(places, "、");
}

void check_ids(const CasePapers& papers, const SortedPapers& sorted, Diagnostics& found) {
  std::set<std::string> ids;
  for (const PaperItem& paper : papers.papers) {
    if (!ids.insert(paper.id).second)
      found.push_back(diagnose(messages::duplicate_paper, at(papers), paper.id));
    if (paper.receipt_of.empty() || paper.draft) continue;
    const auto served = sorted.by_id.find(paper.receipt_of);
    if (served == sorted.by_id.end() || !served->second->receipt_of.empty()) {
      found.push_back(diagnose(messages::unknown_receipt_target, at(papers), paper.title, paper.receipt_of));
    }
  }
}

}  // namespace

Diagnostics check_papers(const CasePapers& papers, const DossierRules& rules, const DossierKind& kind) {
  const SortedPapers sorted = sort_papers(papers, rules, kind);
  Diagnostics found;
  check_ids(papers, sorted, found);
  for (const PaperItem* paper : sorted.misplaced) {
    found.push_back(diagnose(messages::unknown_place, at(papers), paper->title, place_of(*paper, sorted),
                             known_places(rules)));
  }
  check_lacking(papers, sorted, rules, kind, found);
  for (const PaperItem* paper : sorted.bound) {
    if (paper->pages <= 0) {
      found.push_back(diagnose(messages::no_page_count, at(papers), paper->title, mark_of(*paper)));
    }
    if (!is_hex_digest(paper->print_digest) && !is_hex_digest(paper->scan_digest)) {
      found.push_back(diagnose(messages::no_digest, at(papers), paper->title, mark_of(*paper)));
    }
  }
  if (sorted.bound.empty() && !has_error(found)) {
    found.push_back(diagnose(messages::nothing_to_bind, at(papers)));
  }
  return found;
}

}  // namespace anjuan::dossier
