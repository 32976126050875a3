#pragma once
// Two versions of a procedure compared, told as legal staff would: what a changed number or step does.
// Layout, comments and the order of attributes are no difference.

#include <map>
#include <string>
#include <vector>

#include "procedure/definition.h"

namespace anjuan::procedure {

/// What kind of thing a difference is about, in the order in which they are told.
enum class Subject {
  procedure,
  parameter,
  basis,
  role,
  duty,
  data,
  state,
  transition,
  paper,
  limit,
  assertion
};

/// One thing that is not the same: `what` names it by its label; `how` says what is other, one sentence
/// each.
struct Difference {
  enum class Kind { added, removed, renamed, changed };
  Subject subject = Subject::procedure;
  Kind kind = Kind::changed;
  Wording what = "";
  std::vector<Wording> how;
  Place place;  ///< in the new file; of what was removed, in the old one
};
/// Everything that differs, by subject and then in document order. Empty: nothing that could be
/// noticed in handling a case.
std::vector<Difference> differences(const Definition& old, const Definition& fresh);

/// How a document differs: number, signing, sealing, service, place in the dossier, template, draft, what is
/// filled in. Each beside the definition that it stands in.
std::vector<Wording> document_changes(const Definition& old, const DocumentAction&, const Definition& fresh,
                                      const DocumentAction&);
/// What is asked of a document: number, signing, sealing, service, place in the dossier, addressee.
std::vector<Wording> document_features(const Definition&, const DocumentAction&);
/// Documents that keep their template under a new name, where that is unmistakable: old name → new name.
std::map<std::string, std::string> renamed_papers(const Definition& old, const Definition& fresh);

/// States that keep their label and kind under a new id, where that is unmistakable: old id → new id.
std::map<std::string, std::string> renamed_states(const Definition& old, const Definition& fresh);

/// 参数“报告期限” / the parameter “报告期限”.
Wording quoted(const Wording& kind, const std::string& name);
/// Sentences in a row.
Wording joined(const std::vector<Wording>&);

}  // namespace anjuan::procedure
