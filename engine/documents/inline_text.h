#pragma once
// Words with fields in braces: 自{检查开始}起. Used for the text of templates, for attributes and
// for patterns of document numbers.

#include <string_view>

#include "base/result.h"
#include "documents/document_template.h"

namespace anjuan::documents {

/// Reads words and fields. `{{` and `}}` print one brace. Line ends of the file with the white space
/// around them vanish (Chinese needs no space there); other runs of spaces become one.
/// `place` is that of the first character. Refused: braces without partner, bad expressions, formats.
Result<Inlines> read_inline(std::string_view text, const Place& place);

}  // namespace anjuan::documents
