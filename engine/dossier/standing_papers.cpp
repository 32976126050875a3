#include "dossier/standing_papers.h"

#include <algorithm>
#include <set>

namespace anjuan::dossier {
namespace {

bool has_place(const DossierKind& kind, std::string_view place) {
  return std::any_of(kind.groups.begin(), kind.groups.end(),
                     [&](const Group& g) { return g.place == place; });
}

bool known_place(const DossierRules& rules, std::string_view place) {
  return std::any_of(rules.kinds.begin(), rules.kinds.end(),
                     [&](const DossierKind& kind) { return has_place(kind, place); });
}

bool is_valid(const PaperItem& paper) { return !paper.voided && !paper.draft; }

void add_missing_slots(const CasePapers& papers, const SortedPapers& sorted, const DossierKind& kind,
                       std::vector<LackingPaper>& found) {
  std::set<std::string> present, named;
  for (const PaperItem& paper : papers.papers) {
    if (is_valid(paper)) present.insert(paper.slot);
  }
  const auto add = [&](const std::string& slot, const std::string& title,
                       const std::optional<LegalBasis>& basis) {
    if (present.count(slot) || !named.insert(slot).second) return;
    found.push_back({ExcusedPaper::Lack::missing, slot, title, nullptr, basis});
  };
  for (const RequiredPaper& required : papers.required) add(required.slot, required.title, required.basis);
  for (const PaperItem& paper : papers.papers) {
    if (paper.mandatory && has_place(kind, place_of(paper, sorted)))
      add(paper.slot, paper.title, paper.basis);
  }
}

}  // namespace

std::string place_of(const PaperItem& paper, const SortedPapers& sorted) {
  if (paper.receipt_of.empty()) return paper.place;
  const auto found = sorted.by_id.find(paper.receipt_of);
  if (found == sorted.by_id.end()) return paper.place;
  const PaperItem& served = *found->second;
  return is_valid(served) || paper.place.empty() ? served.place : paper.place;
}

SortedPapers sort_papers(const CasePapers& papers, const DossierRules& rules, const DossierKind& kind) {
  SortedPapers sorted;
  for (const PaperItem& paper : papers.papers) sorted.by_id.emplace(paper.id, &paper);
  for (const PaperItem& paper : papers.papers) {
    const std::string place = place_of(paper, sorted);
    if (paper.draft || place.empty()) continue;
    if (!known_place(rules, place)) {
      sorted.misplaced.push_back(&paper);
    } else if (!has_place(kind, place)) {
      if (!paper.voided) sorted.elsewhere.push_back(&paper);
    } else {
      (paper.voided ? sorted.voided : sorted.bound).push_back(&paper);
    }
  }
  return sorted;
}

std::vector<LackingPaper> lacking(const CasePapers& papers, const SortedPapers& sorted,
                                  const DossierKind& kind) {
  std::vector<LackingPaper> found;
  add_missing_slots(papers, sorted, kind, found);
  for (const PaperItem* paper : sorted.bound) {
    if (paper->sign_required && !paper->is_signed) {
      found.push_back({ExcusedPaper::Lack::unsigned_paper, paper->slot, paper->title, paper, paper->basis});
    }
    if (paper->serve_required && !paper->served) {
      found.push_back({ExcusedPaper::Lack::unserved, paper->slot, paper->title, paper, paper->basis});
    }
  }
  return found;
}

const MissingNote* note_for(const LackingPaper& lack, const CasePapers& papers) {
  for (const MissingNote& note : papers.notes) {
    if (note.paper == lack.slot || note.paper == lack.title || (lack.paper && note.paper == lack.paper->id))
      return &note;
  }
  return nullptr;
}

bool is_approved(const MissingNote& note) {
  return !note.reason.empty() && !note.approved_by.empty() && note.approved_on.has_value();
}

}  // namespace anjuan::dossier
