#pragma once
// From a plan to the parts that pages::bind takes, and the proof afterwards that the pages of the
// bound volume are those that its contents table names.

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "dossier/dossier_rules.h"
#include "dossier/volume.h"
#include "pages/pages.h"

namespace anjuan::dossier {

/// The pages around the papers, already set.
struct FrontAndBack {
  std::shared_ptr<const pages::Setting> cover, contents, closing_note;
};

/// The file of a paper: our own setting, or a finished PDF (a scan); both null if there is none.
struct PaperFile {
  std::shared_ptr<const pages::Setting> own;
  pages::ReadBytes pdf;
};

/// Cover, contents, papers, closing note, with bookmarks; only papers are numbered. Refused: a paper
/// without a file, all at once.
Result<std::vector<pages::VolumePart>> volume_parts(
    const VolumePlan&, const DossierRules&, const FrontAndBack&,
    const std::function<PaperFile(const PaperItem&)>& file_of);

/// Pages that differ from the contents table; empty if the volume may be sealed.
Diagnostics check_bound(const VolumePlan&, const pages::BoundVolume&, const std::string& file);

}  // namespace anjuan::dossier
