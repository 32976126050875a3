#pragma once
// Which column of a bureau's table means what: XML, because bureaus differ in their tables, trades
// and status words, and nobody should need a programmer for that.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "registers/rows.h"
#include "xml/outline.h"

namespace anjuan::registers {

/// What a column holds: how it is read and checked, and whether it may be published.
enum class ColumnKind {
  text,
  id,               ///< 编号: unique within the register where so marked
  id_list,          ///< 编号, several, separated by 、 ， ； or spaces
  name,             ///< 姓名, 机构名称
  trade,            ///< 业务类别, by name or alias
  credit_code,      ///< 统一社会信用代码
  certificate,      ///< 执业证号, 执法证号: public
  identity_number,  ///< 公民身份号码: personal
  phone,            ///< personal
  home_address,     ///< personal
  note,             ///< 备注: internal
  date,
  count,
  ratio,
  yes_no,
  status,
};

/// What a status word says of the row.
enum class Standing { in, out, refused };

struct StatusWord {
  std::string text;
  Standing standing;
  std::optional<LegalBasis> basis;
};

struct Column {
  std::string name;  ///< as the header has it
  std::vector<std::string> aliases;
  std::string field;  ///< of the row (registers/fields.h), or a name of the bureau's own
  ColumnKind kind = ColumnKind::text;
  bool required = false, unique = false;
  bool leaves = false;  ///< 退出日期: where filled, the row stands outside the draw
  bool published = false;  ///< stands in the public view of the register (四项公开)
  std::vector<StatusWord> words;
  std::optional<LegalBasis> basis;
  Place place;
};

struct Trade {
  std::string id;
  std::vector<std::string> aliases;
};

/// A day of every year, such as the last of December.
struct YearDay {
  unsigned month = 1, day = 1;
  Day in(int year) const { return make_day(year, month, day); }
};

/// 年度更新公开: by when a register is looked through and published each year, and when to remind of it.
struct YearlyRefresh {
  YearDay by, warn_from;
};

/// What a year is measured by beside the shares and caps of the procedures.
struct YearRules {
  YearDay warn_from{10, 1};       ///< from then on a trade below its share is a warning
  std::int64_t unchecked_years = 3;  ///< objects without a check for so many years are named
  std::string paper;              ///< template of the year's table
  std::string plan_data;          ///< the datum of a round that names its row of the yearly plan; "" none
  std::vector<std::string> random_kinds;  ///< 检查种类 of the register of checks that were drawn at random
  std::int64_t random_share = 0;  ///< percent of all checks that should be random; 0: not asked
  std::optional<LegalBasis> basis;
};

/// 公开: where every public list must stand, and how soon.
struct Publication {
  std::vector<std::string> channels;
  int within = 0;             ///< working days from the day of the version
  std::int64_t warn_before = 0;  ///< reminded of when so many are left
  std::optional<LegalBasis> basis;
};

struct RegisterColumns {
  RegisterKind kind;
  std::string label;
  std::vector<Column> columns;
  std::vector<std::string> ignored;  ///< columns that are known and not read
  std::optional<LegalBasis> basis;   ///< of the register as a whole
  std::optional<YearlyRefresh> refresh;
  std::string public_template;       ///< of its public view; "" it is not a public list
};

struct Mapping {
  std::vector<Trade> trades;
  std::vector<RegisterColumns> registers;
  YearRules year;
  std::optional<Publication> publication;
  std::string difference_template;  ///< of the report on two versions

  const RegisterColumns* columns_of(RegisterKind) const;
  /// The trade's own name for a name or an alias.
  std::optional<std::string> trade_of(std::string_view word) const;
  /// The kind of a field's column; text if no column fills it.
  ColumnKind kind_of(RegisterKind, std::string_view field) const;
  /// Whether rows have the field: one of their own, or a column that the bureau added.
  bool has_field(RegisterKind, std::string_view field) const;
  std::vector<std::string> fields_of(RegisterKind) const;  ///< that columns fill, in their order
};

/// Loads and checks the definition. All faults are found at once.
Result<Mapping> load_mapping(std::string_view xml, const std::string& file);

/// Elements and attributes of the definition file.
const xml::Outline& mapping_outline();

/// Whether a column of this kind must not be published (identity number, phone, home address, notes).
bool is_withheld(ColumnKind);
std::string_view name_of(ColumnKind);    ///< as the XML writes it: "identity-number"
std::string_view name_of(RegisterKind);  ///< as the XML writes it: "targets"

}  // namespace anjuan::registers
