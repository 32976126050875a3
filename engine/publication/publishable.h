#pragma once
// 脱敏: nothing personal leaves the office. A table or a text is searched before it is published, by
// the kind of its columns, by the numbers in it, and by the names that the case knows as private. It
// is refused with a list of what was found; nothing is blotted out silently, because a blot can hide
// a mistake in the case itself.

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "sheets/workbook.h"

namespace anjuan::publication {

/// What a column holds. The kinds up to `certificate` may be published.
enum class ColumnKind {
  open_text,     ///< anything that says nothing of a person
  uscc,          ///< 统一社会信用代码
  licence,       ///< 执业证号, 许可证号: a public register
  practitioner,  ///< name of a lawyer, notary or legal worker
  inspector,     ///< name and unit of an inspector
  certificate,   ///< 执法证号
  identity_number,
  phone,
  bank_card,
  home_address,
  client_name,
  complainant,
  signature,
  health,
  personal,  ///< anything else about a person
};
/// The word for it in a mapping: "public", "uscc", …, "client-name".
std::optional<ColumnKind> parse_column_kind(std::string_view);
std::vector<std::string> column_kind_words();
Wording name_of(ColumnKind);
bool may_be_published(ColumnKind);

/// A name or other words that the case knows as private: a client, a complainant, a home address.
struct PrivateWord {
  ColumnKind kind;
  std::string text;
};
/// What a search knows besides its rules.
struct Screening {
  std::vector<PrivateWord> private_words;
  std::set<std::string> permitted;  ///< numbers of public registers that may look like others
};

struct PublishedColumn {
  std::string name;
  ColumnKind kind = ColumnKind::open_text;
};
struct PublishedTable {
  std::vector<PublishedColumn> columns;
  std::vector<std::vector<std::string>> rows;
};

/// Every hit in the table: columns that may not be published at all, numbers and private words in
/// cells and headings, by row (from 1, without the heading) and column. Numbers are masked.
Diagnostics check_publishable(const PublishedTable&, const Screening&, const std::string& file);

/// Every hit in a text; `where` names it: {"正文第2段", "paragraph 2"}.
Diagnostics check_publishable(std::string_view text, const Wording& where, const Screening&,
                              const std::string& file);

/// Every hit in any cell, heading, property and sheet name of a workbook, and hidden sheets.
Diagnostics check_publishable(const sheets::Workbook&, const Screening&, const std::string& file);

/// The screening with the codes and licences of a table's public columns permitted elsewhere too.
Screening with_permitted(Screening, const PublishedTable&);

}  // namespace anjuan::publication
