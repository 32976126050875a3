#include "handling/consequences.h"

#include <algorithm>
#include <tuple>

#include "analysis/messages.h"
#include "handling/messages.h"
#include "handling/prove.h"

namespace anjuan::handling {
namespace {

using analysis::Decision;
using Verdict = Decision::Verdict;

/// One side looked through.
struct Findings {
  Diagnostics found;  ///< of the checks and of the proofs, without what the decisions say
  std::map<std::string, std::vector<Decision>> decisions;
};

/// Told elsewhere, or of what was handed in rather than of what it says.
bool is_no_news(const Diagnostic& d) {
  return d.row == &nothing_to_compare || d.row == &analysis::assertion_refuted || d.row == &analysis::assertion_refuted_perhaps || d.row == &analysis::assertion_undecided;
}

/// `explored`: the files of the procedures that are explored, too.
Findings look_through(const std::vector<SourceFile>& files, const Versions& versions, const std::set<std::string>& explored) {
  Findings out{check_files(files, versions.companions), {}};
  Proofs proofs = prove_files(files, versions.companions, {}, versions.staff, &explored);
  append(out.found, proofs.found);
  std::erase_if(out.found, is_no_news);
  std::stable_sort(out.found.begin(), out.found.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.place.file, a.place.line, a.place.column) < std::tie(b.place.file, b.place.line, b.place.column);
  });
  out.decisions = std::move(proofs.decisions);
  return out;
}

/// What is found here and not there, whatever the lines.
Diagnostics only_here(const Diagnostics& here, const Diagnostics& there) {
  Diagnostics out;
  for (const Diagnostic& d : here) {
    const bool known = std::any_of(there.begin(), there.end(), [&](const Diagnostic& other) {
      return other.row == d.row && sentence(other, Language::chinese) == sentence(d, Language::chinese);
    });
    if (!known) out.push_back(d);
  }
  return out;
}

/// The old files to be explored: those of which the new version has something to tell that is not known
/// without exploring.
std::set<std::string> worth_exploring(const Versions& versions, const Findings& fresh, const Findings& old) {
  const Diagnostics news = only_here(fresh.found, old.found);
  std::set<std::string> out;
  for (const auto& [was, is] : versions.changed) {
    const std::string& file = is;
    const auto decided = fresh.decisions.find(file);
    const bool unproved = decided != fresh.decisions.end() && std::any_of(decided->second.begin(), decided->second.end(), [](const Decision& d) {
                            return d.verdict != Verdict::proved;
                          });
    const bool told = std::any_of(news.begin(), news.end(), [&](const Diagnostic& d) { return d.place.file == file; });
    if (!was.empty() && !is.empty() && (unproved || told)) out.insert(was);
  }
  return out;
}

/// The decision on the same assertion in the old version: of the same label, else of the same name.
/// It is taken out, so that several of one label keep their order.
std::optional<Decision> take(std::vector<Decision>& old, const Decision& fresh) {
  auto found = std::find_if(old.begin(), old.end(), [&](const Decision& d) { return d.label == fresh.label; });
  if (found == old.end()) found = std::find_if(old.begin(), old.end(), [&](const Decision& d) { return !d.name.empty() && d.name == fresh.name; });
  if (found == old.end()) return std::nullopt;
  Decision taken = std::move(*found);
  old.erase(found);
  return taken;
}

Diagnostics& place_of(Consequences& out, const std::optional<Decision>& was, Verdict is) {
  const bool kept = was && was->verdict == Verdict::proved, open = was && was->verdict == Verdict::undecided;
  if (is == Verdict::undecided) return open ? out.before : out.open;
  if (kept) return out.lost;
  return was && !open ? out.before : out.unmet;
}

void compare_decisions(std::vector<Decision> old, const std::vector<Decision>& fresh, Consequences& out) {
  for (const Decision& is : fresh) {
    const std::optional<Decision> was = take(old, is);
    if (is.found) place_of(out, was, is.verdict).push_back(*is.found);
  }
}

}  // namespace

Consequences consequences_of(const Versions& versions) {
  std::set<std::string> changed;
  for (const auto& [was, is] : versions.changed) {
    if (!is.empty()) changed.insert(is);
  }
  const Findings fresh = look_through(versions.fresh, versions, changed);
  Findings old = look_through(versions.old, versions, {});
  if (const auto explored = worth_exploring(versions, fresh, old); !explored.empty()) old = look_through(versions.old, versions, explored);
  Consequences out;
  for (const auto& [was, is] : versions.changed) {
    const auto now = fresh.decisions.find(is);
    if (now == fresh.decisions.end()) continue;
    const auto before = old.decisions.find(was);
    compare_decisions(before == old.decisions.end() ? std::vector<Decision>{} : before->second, now->second, out);
  }
  out.others = only_here(fresh.found, old.found);
  return out;
}

}  // namespace anjuan::handling
