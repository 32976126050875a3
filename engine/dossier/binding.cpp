#include "dossier/binding.h"

#include "dossier/messages.h"

namespace anjuan::dossier {
namespace {

pages::VolumePart unnumbered(std::shared_ptr<const pages::Setting> setting, const std::string& bookmark) {
  pages::VolumePart part;
  part.own = std::move(setting);
  part.numbered = false;
  part.bookmark = bookmark;
  return part;
}

std::string bookmark_of(const ContentsRow& row) {
  return std::to_string(row.n) + " " + row.title + (row.number.empty() ? "" : " " + row.number);
}

}  // namespace

Result<std::vector<pages::VolumePart>> volume_parts(
    const VolumePlan& volume, const DossierRules& rules, const FrontAndBack& around,
    const std::function<PaperFile(const PaperItem&)>& file_of) {
  std::vector<pages::VolumePart> parts;
  Diagnostics found;
  if (around.cover) parts.push_back(unnumbered(around.cover, rules.cover_name));
  if (around.contents) parts.push_back(unnumbered(around.contents, rules.contents_name));
  for (std::size_t i = 0; i < volume.items.size(); ++i) {
    const PaperItem& paper = volume.items[i].paper;
    PaperFile file = file_of(paper);
    if (!file.own && !file.pdf) {
      found.push_back(diagnose(messages::part_missing, {rules.file}, paper.title, paper.id));
      continue;
    }
    pages::VolumePart part;
    part.own = std::move(file.own);
    part.pdf = std::move(file.pdf);
    part.bookmark = bookmark_of(volume.contents[i]);
    parts.push_back(std::move(part));
  }
  if (around.closing_note) parts.push_back(unnumbered(around.closing_note, rules.closing_name));
  if (!found.empty()) return found;
  return parts;
}

Diagnostics check_bound(const VolumePlan& volume, const pages::BoundVolume& bound, const std::string& file) {
  std::vector<std::pair<int, int>> numbered;  // first and last page
  for (std::size_t i = 0; i < bound.first_page.size(); ++i) {
    const int first = bound.first_page[i];
    if (first > 0) numbered.emplace_back(first, first + bound.page_counts[i] - 1);
  }
  const auto shown = [](int first, int last) { return std::to_string(first) + "-" + std::to_string(last); };
  Diagnostics found;
  for (std::size_t i = 0; i < volume.items.size(); ++i) {
    const BoundItem& item = volume.items[i];
    const auto pages = i < numbered.size() ? numbered[i] : std::pair(0, 0);
    if (pages != std::pair(item.first_page, item.last_page)) {
      found.push_back(diagnose(messages::page_differs, {file}, item.paper.title,
                               shown(pages.first, pages.second), shown(item.first_page, item.last_page)));
    }
  }
  return found;
}

}  // namespace anjuan::dossier
