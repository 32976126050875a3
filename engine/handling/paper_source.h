#pragma once
// What a paper was made of: its template and data, kept beside its print, so that it can be set again.

#include <memory>
#include <string>

#include "cases/case.h"
#include "cases/case_store.h"
#include "handling/library.h"
#include "handling/office.h"
#include "pages/pages.h"

namespace anjuan::handling {

/// A template by the case's edition, else by the office's current one.
Result<const Loaded<documents::DocumentTemplate>*> template_of(const Office&, cases::Reading&, const cases::Case&, const std::string& id);
/// The style that a manuscript of the case asks for.
Result<std::shared_ptr<const pages::Style>> style_of(const Office&, cases::Reading&, const cases::Case&, const pages::Manuscript&,
                                                     const std::string& template_id);
/// The manuscript of a paper, composed again by the template and from the data it was made of.
Result<pages::Manuscript> manuscript_of(const Office&, cases::Reading&, const cases::Case&, const cases::Paper&);

/// The paper as PDF/A-3b with its data (JSON) attached: a copy for the archive, made on the paper's own day.
/// The print stays what was signed and served.
Result<std::string> copy_with_data(const Office&, cases::Reading&, const cases::Case&, const cases::Paper&);

}  // namespace anjuan::handling
