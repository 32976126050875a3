#include "handling/paper_source.h"

#include "documents/compose.h"
#include "documents/load_template.h"
#include "handling/edition.h"
#include "handling/messages.h"
#include "json/json.h"
#include "pages/setting.h"

namespace anjuan::handling {
namespace {

using cases::Case;

/// The template that a paper was made by, which an edition of today may have changed.
Result<std::shared_ptr<const documents::DocumentTemplate>> template_as_made(const Office& office, cases::Reading& reading, const Case& c,
                                                                            const cases::Paper& paper) {
  const auto known = template_of(office, reading, c, paper.template_id);
  if (known.ok() && ((*known)->digest == paper.template_digest || paper.template_digest.empty())) {
    return std::make_shared<const documents::DocumentTemplate>((*known)->content);
  }
  ANJUAN_TRY(const std::string bytes, reading.read_file(paper.template_digest));
  ANJUAN_TRY(documents::DocumentTemplate model, documents::load_template(bytes, paper.template_id));
  return std::make_shared<const documents::DocumentTemplate>(std::move(model));
}

}  // namespace

Result<const Loaded<documents::DocumentTemplate>*> template_of(const Office& office, cases::Reading& reading, const Case& c, const std::string& id) {
  ANJUAN_TRY(const Library* const edition, library_of(office, reading, c));
  for (const Library* library : {edition, &office.library}) {
    if (const auto found = library->templates.find(id); found != library->templates.end()) return &found->second;
  }
  return diagnose(unknown_template, Place{}, id, ids_instead(id, ids_of(office.library.templates)));
}

Result<std::shared_ptr<const pages::Style>> style_of(const Office& office, cases::Reading& reading, const Case& c, const pages::Manuscript& manuscript,
                                                     const std::string& template_id) {
  ANJUAN_TRY(const Library* const edition, library_of(office, reading, c));
  for (const Library* library : {edition, &office.library}) {
    if (const auto found = library->styles.find(manuscript.style); found != library->styles.end()) return found->second.content;
  }
  return diagnose(unknown_style, Place{}, template_id, manuscript.style, "");
}

Result<pages::Manuscript> manuscript_of(const Office& office, cases::Reading& reading, const Case& c, const cases::Paper& paper) {
  ANJUAN_TRY(const std::string source, reading.read_file(paper.source));
  ANJUAN_TRY(const Value data, json::read(source, Place{paper.id}));
  ANJUAN_TRY(const auto model, template_as_made(office, reading, c, paper));
  ANJUAN_TRY(pages::Manuscript manuscript, documents::compose(*model, data.field("names").record()));
  manuscript.watermark = data.field("watermark").text_or_empty();
  return manuscript;
}

Result<std::string> copy_with_data(const Office& office, cases::Reading& reading, const Case& c, const cases::Paper& paper) {
  ANJUAN_TRY(const std::string source, reading.read_file(paper.source));
  ANJUAN_TRY(const pages::Manuscript manuscript, manuscript_of(office, reading, c, paper));
  ANJUAN_TRY(const auto style, style_of(office, reading, c, manuscript, paper.template_id));
  ANJUAN_TRY(const pages::Setting setting, pages::set_pages(manuscript, *style, office.fonts));
  const Value& name = office.bureau.facts.at("名称");
  pages::PdfStamp stamp{paper.id, manuscript.title, name.text_or_empty(), paper.number, *parse_moment(iso(paper.date) + "T00:00:00+08:00")};
  stamp.archive = pages::Archive::b3;
  stamp.attachments.push_back({"data.json", "application/json", "制作本文书所用的数据", source});
  return pages::write_pdf(setting, office.fonts, stamp);
}

}  // namespace anjuan::handling
