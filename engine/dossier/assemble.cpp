#include "dossier/assemble.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "dossier/messages.h"
#include "dossier/standing_papers.h"

namespace anjuan::dossier {
namespace {

/// A paper with its receipts: never divided between volumes.
struct Unit {
  std::size_t group = 0;
  std::vector<const PaperItem*> papers;
  int pages() const {
    int sum = 0;
    for (const PaperItem* paper : papers) sum += paper->pages;
    return sum;
  }
};

auto by_time(const PaperItem& paper) { return std::tie(paper.date, paper.created, paper.id); }

std::size_t group_index(const DossierKind& kind, std::string_view place) {
  const auto found = std::find_if(kind.groups.begin(), kind.groups.end(),
                                  [&](const Group& group) { return group.place == place; });
  ANJUAN_CHECK(found != kind.groups.end());
  return static_cast<std::size_t>(found - kind.groups.begin());
}

/// The papers in order of binding, receipts behind the paper they belong to. A receipt whose paper is
/// not bound (it was voided) stands by its own.
std::vector<Unit> units_in_order(const SortedPapers& sorted, const DossierKind& kind) {
  std::vector<const PaperItem*> papers = sorted.bound;
  std::sort(papers.begin(), papers.end(),
            [](const PaperItem* a, const PaperItem* b) { return by_time(*a) < by_time(*b); });
  const auto is_bound = [&](const std::string& id) {
    return std::any_of(papers.begin(), papers.end(), [&](const PaperItem* paper) { return paper->id == id; });
  };
  std::vector<Unit> units;
  for (const PaperItem* paper : papers) {
    if (!paper->receipt_of.empty() && is_bound(paper->receipt_of)) continue;
    Unit unit{group_index(kind, place_of(*paper, sorted)), {paper}};
    for (const PaperItem* receipt : papers) {
      if (receipt->receipt_of == paper->id && receipt != paper) unit.papers.push_back(receipt);
    }
    units.push_back(std::move(unit));
  }
  std::stable_sort(units.begin(), units.end(),
                   [](const Unit& a, const Unit& b) { return a.group < b.group; });
  return units;
}

std::string remark_of(const PaperItem& paper, const DossierRules& rules) {
  std::vector<std::string> remarks;
  if (!paper.remark.empty()) remarks.push_back(paper.remark);
  const DossierWords& words = rules.words;
  if (paper.sign_required && !paper.is_signed) remarks.push_back(words.not_signed + words.see_closing_note);
  if (paper.serve_required && !paper.served) remarks.push_back(words.not_served + words.see_closing_note);
  if (!paper.scan_digest.empty() && !words.scan.empty()) remarks.push_back(words.scan);
  return join(remarks, "；");
}

void add_item(const PaperItem& paper, VolumePlan& volume) {
  BoundItem item;
  item.paper = paper;
  item.digest = paper.scan_digest.empty() ? paper.print_digest : paper.scan_digest;
  item.source_digest = paper.scan_digest.empty() ? "" : paper.print_digest;
  item.first_page = volume.pages + 1;
  item.last_page = volume.pages += paper.pages;
  volume.items.push_back(std::move(item));
}

/// Fills volumes one after the other; a unit that would go over the limit begins the next.
std::vector<VolumePlan> divide(const std::vector<const Unit*>& units, const std::string& part,
                               int max_pages) {
  std::vector<VolumePlan> volumes;
  for (const Unit* unit : units) {
    if (volumes.empty() || (max_pages > 0 && volumes.back().pages + unit->pages() > max_pages)) {
      volumes.emplace_back();
      volumes.back().part = part;
    }
    for (const PaperItem* paper : unit->papers) add_item(*paper, volumes.back());
  }
  return volumes;
}

std::vector<VolumePlan> volumes_of(const std::vector<Unit>& units, const DossierRules& rules,
                                   const DossierKind& kind) {
  std::vector<const Unit*> first, second;
  for (const Unit& unit : units) {
    (kind.separate_parts && kind.groups[unit.group].second_part ? second : first).push_back(&unit);
  }
  std::vector<VolumePlan> volumes =
      divide(first, kind.separate_parts ? rules.first_part_name : "", kind.max_pages);
  for (VolumePlan& volume : divide(second, rules.second_part_name, kind.max_pages)) {
    volumes.push_back(std::move(volume));
  }
  for (std::size_t i = 0; i < volumes.size(); ++i) {
    volumes[i].ordinal = static_cast<int>(i) + 1;
    volumes[i].total = static_cast<int>(volumes.size());
  }
  return volumes;
}

void write_contents(const DossierRules& rules, VolumePlan& volume) {
  for (const BoundItem& item : volume.items) {
    const PaperItem& paper = item.paper;
    const bool is_last = &item == &volume.items.back();
    std::string pages = std::to_string(item.first_page);
    if (is_last && item.last_page > item.first_page) pages += "-" + std::to_string(item.last_page);
    volume.contents.push_back({static_cast<int>(volume.contents.size()) + 1, paper.number, paper.responsible,
                               paper.title, paper.date, std::move(pages), remark_of(paper, rules)});
  }
}

std::vector<PaperItem> copies(const std::vector<const PaperItem*>& papers) {
  std::vector<PaperItem> copied;
  for (const PaperItem* paper : papers) copied.push_back(*paper);
  std::sort(copied.begin(), copied.end(),
            [](const PaperItem& a, const PaperItem& b) { return by_time(a) < by_time(b); });
  return copied;
}

}  // namespace

Result<DossierPlan> assemble(const CasePapers& papers, const DossierRules& rules, std::string_view kind_id) {
  const DossierKind* kind = rules.kind(kind_id);
  if (!kind) {
    std::vector<std::string> known;
    for (const DossierKind& other : rules.kinds) known.push_back(other.id);
    return diagnose(messages::unknown_kind, {rules.file}, kind_id, enumerated(known));
  }
  Diagnostics found = check_papers(papers, rules, *kind);
  if (has_error(found)) return found;
  const SortedPapers sorted = sort_papers(papers, rules, *kind);
  DossierPlan plan;
  plan.kind = kind->id;
  plan.volumes = volumes_of(units_in_order(sorted, *kind), rules, *kind);
  for (VolumePlan& volume : plan.volumes) write_contents(rules, volume);
  for (const LackingPaper& lack : lacking(papers, sorted, *kind)) {
    plan.excused.push_back({lack.lack, lack.title, *note_for(lack, papers)});
  }
  plan.voided = copies(sorted.voided);
  plan.elsewhere = copies(sorted.elsewhere);
  return plan;
}

}  // namespace anjuan::dossier
