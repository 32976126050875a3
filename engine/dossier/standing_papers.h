#pragma once
// Which papers of a case take part in its dossier, and what each still lacks.

#include <map>
#include <string>
#include <vector>

#include "dossier/dossier_rules.h"
#include "dossier/volume.h"

namespace anjuan::dossier {

/// Papers by what becomes of them. Pointers into the CasePapers given.
struct SortedPapers {
  std::vector<const PaperItem*> bound;      ///< valid papers with a place in this kind of dossier
  std::vector<const PaperItem*> voided;     ///< of this kind of dossier
  std::vector<const PaperItem*> elsewhere;  ///< valid, placed in a dossier of another kind
  std::vector<const PaperItem*> misplaced;  ///< their place is in no kind
  std::map<std::string, const PaperItem*> by_id;
};
SortedPapers sort_papers(const CasePapers&, const DossierRules&, const DossierKind&);

/// The place of a paper; of a 送达回证 that of the valid paper whose service it proves; "" none.
std::string place_of(const PaperItem&, const SortedPapers&);

/// Something a paper lacks, or a slot without a paper (`paper` null).
struct LackingPaper {
  ExcusedPaper::Lack lack;
  std::string slot, title;
  const PaperItem* paper = nullptr;
  std::optional<LegalBasis> basis;
};
/// In the order: missing slots, then by paper.
std::vector<LackingPaper> lacking(const CasePapers&, const SortedPapers&, const DossierKind&);

/// The note that covers it, or null; complete or not.
const MissingNote* note_for(const LackingPaper&, const CasePapers&);
bool is_approved(const MissingNote&);

}  // namespace anjuan::dossier
