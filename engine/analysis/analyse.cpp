#include "analysis/analyse.h"

#include <algorithm>

#include "analysis/findings.h"
#include "analysis/messages.h"
#include "analysis/tell.h"

namespace anjuan::analysis {

namespace {

std::string label_of(const procedure::Assertion& assertion) {
  if (!assertion.label.empty()) return assertion.label;
  return assertion.name.empty() ? "—" : assertion.name;
}

/// The provision that a refuted assertion rests on goes with it.
Diagnostic of_assertion(Diagnostic diagnostic, const Definition& definition,
                        const procedure::Assertion& assertion) {
  if (assertion.basis.empty()) return diagnostic;
  return with_basis(std::move(diagnostic), procedure::provision_of(definition, assertion.basis.front()));
}

/// Whether a check found a fault in it: then there is nothing to decide.
bool is_faulty(const procedure::Assertion& assertion, const Diagnostics& said) {
  return std::any_of(said.begin(), said.end(), [&](const Diagnostic& d) {
    return d.row->severity == Severity::error && assertion.spans(d.place);
  });
}

void decide_all(Explorations& explorations, const Diagnostics& said, Report& report) {
  const Definition& definition = explorations.model().definition;
  for (std::size_t i = 0; i < definition.assertions.size(); ++i) {
    const procedure::Assertion& assertion = definition.assertions[i];
    if (is_faulty(assertion, said)) continue;
    ++report.assertions;
    const std::string label = label_of(assertion);
    const Claim claim = decide(explorations, i);
    Decision decision{assertion.name, label};
    if (claim.verdict == Claim::Verdict::proved) {
      report.proved.push_back(label);
      if (claim.idle) report.found.push_back(diagnose(assertion_idle, assertion.place, label));
    } else if (claim.verdict == Claim::Verdict::undecided) {
      ++report.undecided;
      decision.verdict = Decision::Verdict::undecided;
      decision.found = diagnose(assertion_undecided, assertion.place, label, bound_in_words(*claim.last),
                                remedy_of(claim.last->bound));
    } else {
      const Found& counter = claim.counter;
      const bool perhaps = counter.way.assumes;
      ++(perhaps ? report.unproved : report.refuted);
      const Wording way =
          tell(counter, explorations.model(), explorations.vocabulary(), &assertion);
      Diagnostic refuted = perhaps ? diagnose(assertion_refuted_perhaps, assertion.place, label, way)
                                   : diagnose(assertion_refuted, assertion.place, label, way);
      decision.verdict = perhaps ? Decision::Verdict::unproved : Decision::Verdict::refuted;
      decision.found = of_assertion(std::move(refuted), definition, assertion);
    }
    if (decision.found) report.found.push_back(*decision.found);
    report.decisions.push_back(std::move(decision));
  }
}

}  // namespace

Report analyse(const Definition& definition, const expression::Names& facts, const Limits& limits,
               const Diagnostics& said) {
  Report report;
  Model model(definition, facts);
  Vocabulary vocabulary(model);
  Explorations explorations(model, vocabulary, limits.most_scenes);
  Findings findings{explorations, model, vocabulary, said, report.found};
  findings.decided = explorations.control().complete;
  if (findings.decided) {
    find_stuck(findings);
    find_unreachable(findings);
    find_limits(findings);
  }
  if (!findings.decided) {
    const auto made = explorations.made();
    const auto stopped =
        std::find_if(made.begin(), made.end(), [](const Graph* graph) { return !graph->complete; });
    report.found.push_back(diagnose(not_decided, Place{definition.file}, bound_in_words(**stopped),
                                    remedy_of((*stopped)->bound)));
  }
  decide_all(explorations, said, report);
  for (const Graph* graph : explorations.made()) {
    report.scenes += graph->size();
    report.steps += graph->edges.size();
    report.bytes += graph->bytes;
  }
  return report;
}

}  // namespace anjuan::analysis
