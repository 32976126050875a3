#include "cli/manual.h"

#include <filesystem>

#include "cli/chart_pages.h"
#include "cli/font_folders.h"
#include "cli/messages.h"
#include "diagram/diagram.h"
#include "documents/compose.h"
#include "documents/load_template.h"
#include "pages/pages.h"
#include "pages/setting.h"
#include "procedure/manual.h"

namespace anjuan::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* template_file = "procedure-manual.xml";

Result<std::string> read(const fs::path& path) {
  std::string bytes;
  if (!read_whole(path.string(), bytes)) return unreadable(path.string());
  return bytes;
}

}  // namespace

Result<std::string> find_templates(const std::string& asked, const std::string& procedure_file, const std::string& own) {
  const fs::path beside = fs::path(procedure_file).parent_path();
  std::vector<fs::path> folders{asked};
  if (asked.empty()) folders = {beside / "templates", beside / ".." / "templates", beside / ".." / ".." / "templates", "templates"};
  if (asked.empty() && !own.empty()) folders.emplace_back(own);
  std::error_code error;
  for (const fs::path& folder : folders) {
    if (fs::exists(folder / template_file, error)) return folder.string();
  }
  return diagnose(no_manual_template, Place{}, std::string(template_file), asked.empty() ? "templates" : asked);
}

Result<std::string> manual_pdf(const Terminal& terminal, const procedure::Definition& definition, const std::string& templates, Day on) {
  const fs::path folder(templates);
  ANJUAN_TRY(const std::string template_bytes, read(folder / template_file));
  ANJUAN_TRY(const documents::DocumentTemplate paper, documents::load_template(template_bytes, (folder / template_file).string()));
  const fs::path style_file = folder / "styles" / (paper.style + ".xml");
  ANJUAN_TRY(const std::string style_bytes, read(style_file));
  ANJUAN_TRY(const auto style, pages::load_style(style_bytes, style_file.string()));
  ANJUAN_TRY(const auto fonts, pages::load_fonts(font_folders(terminal)));
  Fields fields = procedure::manual_of(definition);
  fields["印制日期"] = on;
  ANJUAN_TRY(const std::vector<diagram::Page> chart, diagram::draw(definition, Language::chinese));
  fields["图数"] = static_cast<int>(chart.size());
  ANJUAN_TRY(const pages::Manuscript manuscript, documents::compose(paper, fields));
  ANJUAN_TRY(pages::Setting setting, pages::set_pages(manuscript, *style, *fonts));
  ANJUAN_TRY(std::vector<pages::Page> drawn, chart_pages(chart, *fonts));
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    setting.headings.push_back({chart[i].title, static_cast<int>(setting.pages.size()), 0});
    setting.pages.push_back(std::move(drawn[i]));
  }
  const Moment midnight = *parse_moment(iso(on) + "T00:00:00+08:00");
  return pages::write_pdf(setting, *fonts, {definition.digest, manuscript.title, "", "", midnight});
}

}  // namespace anjuan::cli
