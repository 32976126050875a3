#pragma once
// From the papers of a case to the volumes of its dossier: what is bound, in which order, on which
// pages. Pure: page counts come in with the papers, and pages of cover, contents and closing note
// are not numbered, so the contents can be written before anything is set.

#include "base/result.h"
#include "dossier/dossier_rules.h"
#include "dossier/volume.h"

namespace anjuan::dossier {

/// Everything that stands against binding, and remarks: unknown places, receipts without their
/// paper, mandatory papers missing, papers not signed or not served, unknown page counts, notes that
/// are incomplete. Papers with an approved missing-paper note are not named again.
Diagnostics check_papers(const CasePapers&, const DossierRules&, const DossierKind&);

/// The plan of the dossier of `kind`. Refused with all of check_papers' errors.
/// Order: groups as the rules have them, within a group by date and then creation, a 送达回证 right
/// after its paper. Drafts and voided papers are not bound. A volume over the page limit is divided
/// between papers, never between a paper and its receipts.
Result<DossierPlan> assemble(const CasePapers&, const DossierRules&, std::string_view kind);

}  // namespace anjuan::dossier
