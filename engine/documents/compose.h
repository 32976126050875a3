#pragma once
// A template and values become a manuscript: what the paper says, before it is set in pages. Pure.

#include <functional>
#include <string>

#include "base/result.h"
#include "base/value.h"
#include "documents/document_template.h"
#include "pages/manuscript.h"

namespace anjuan::documents {

/// Where the picture is that a text value stands for.
using FindPicture = std::function<pages::ReadBytes(const std::string& text)>;

/// Fills the template. Every problem is found in one run: a value that is printed but blank where
/// the template does not say what to print instead, a value of the wrong kind, a character that
/// cannot be printed. Needs that `fields` does not have count as blank. The watermark is the
/// caller's to set. `picture`: without it a text that is printed as a photo is the picture's own bytes.
Result<pages::Manuscript> compose(const DocumentTemplate&, const Fields&, const FindPicture& picture = pages::held);

/// A manuscript with the data it was made of: of `fields` what the words read, and no more. From these the template
/// gives the same manuscript again.
struct Composed {
  pages::Manuscript manuscript;
  Fields data;
};
Result<Composed> compose_with_data(const DocumentTemplate&, const Fields&, const FindPicture& picture = pages::held);

/// Words alone, as one line; `label` names the whole in messages.
Result<std::string> plain_words(const Inlines&, const Fields&, const std::string& label);

}  // namespace anjuan::documents
