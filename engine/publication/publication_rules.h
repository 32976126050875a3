#pragma once
// What a county decides about publishing, read from workflows/mappings/publication.xml: the
// categories of results with their words, and the provisions that publishing rests on.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "xml/outline.h"

namespace anjuan::publication {

/// 检查结果类别
struct Category {
  std::string code, text;
  std::string group;  ///< under which head the summary counts it
  std::string
      handling;  ///< published in place of the case's own words where not "" (a referral to the police)
};

struct PublicationRules {
  std::string file;
  std::vector<Category> categories;
  std::optional<LegalBasis> draw_basis;     ///< why draw files wait for the inspections
  std::optional<LegalBasis> channel_basis;  ///< why a result is published on all channels

  const Category* category(std::string_view code) const;
};

const xml::Outline& publication_outline();

/// Reads and checks the file. Refused: what the outline does not allow, a code given twice.
Result<PublicationRules> load_publication_rules(std::string_view bytes, const std::string& file);

}  // namespace anjuan::publication
