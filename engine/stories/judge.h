#pragma once
// Judges the lines of a story that begin with 应: whether they hold, and how they would read if things
// are as they should be.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cases/case.h"
#include "handling/act.h"
#include "handling/migrate.h"
#include "stories/scratch_office.h"
#include "stories/story.h"

namespace anjuan::stories {

struct Verdict {
  std::optional<Diagnostic> wrong;  ///< none: it holds. Without place
  std::string rewrite;              ///< the line as things are now; "" where a person has to think
};

inline Verdict holds() { return {}; }

/// The words of a PDF without white space; nothing where this machine cannot read them.
using ReadWords = std::function<std::optional<std::string>(const std::string& pdf)>;

/// Nothing, as a person can see it: （空）, which may also be written 空.
std::string or_empty(const std::string& text);

/// What can be judged of a standing alone: 应在, 应为, 应有期限, 应无期限. `of`: number of words before what
/// is expected (1 for the id of a case). No verdict: another verb. The definition tells which limits there
/// can be.
std::optional<Verdict> judge_standing(const Expectation&, std::size_t of,
                                      const std::vector<std::string>& labels, const procedure::Standing&,
                                      const procedure::Definition&);
/// 应迁后在 and the like: the same of where a migration would bring it. No verdict: another verb.
std::optional<Verdict> judge_migrated(const Expectation&, std::size_t of, const procedure::Migration&,
                                      const procedure::Definition& to);
/// 应拒绝 AJ2053 词语…: `refusal` of the last act, null where it was done.
Verdict judge_refusal(const Expectation&, const Diagnostics* refusal);
/// The verbs of expectations, of a single procedure (`chart`) or of an office.
std::vector<std::string> known_verbs(bool chart);
/// A line that no judge knows; `known` verbs are offered.
Verdict not_understood(const Expectation&, const std::vector<std::string>& known);

/// What the lines of a story are held against.
struct Evidence {
  const ScratchOffice& office;
  const Result<handling::Receipt>& last;
  const std::vector<handling::CasePlan>& plans;  ///< of the last 试迁移
  const ReadWords& words_of;
};
Verdict judge(const Expectation&, const Evidence&);

}  // namespace anjuan::stories
