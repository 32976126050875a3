#include "registers/mapping.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"
#include "registers/fields.h"
#include "registers/messages.h"

namespace anjuan::registers {

namespace {

struct KindName {
  std::string_view xml;
  ColumnKind kind;
};
constexpr std::array kind_names = std::to_array<KindName>({
    {"text", ColumnKind::text},
    {"id", ColumnKind::id},
    {"id-list", ColumnKind::id_list},
    {"name", ColumnKind::name},
    {"trade", ColumnKind::trade},
    {"credit-code", ColumnKind::credit_code},
    {"certificate", ColumnKind::certificate},
    {"identity-number", ColumnKind::identity_number},
    {"phone", ColumnKind::phone},
    {"home-address", ColumnKind::home_address},
    {"note", ColumnKind::note},
    {"date", ColumnKind::date},
    {"count", ColumnKind::count},
    {"ratio", ColumnKind::ratio},
    {"yes-no", ColumnKind::yes_no},
    {"status", ColumnKind::status},
});

struct RegisterName {
  std::string_view xml;
  RegisterKind kind;
};
constexpr std::array register_names = std::to_array<RegisterName>({
    {"targets", RegisterKind::targets},
    {"practitioners", RegisterKind::practitioners},
    {"inspectors", RegisterKind::inspectors},
    {"items", RegisterKind::items},
    {"plan", RegisterKind::plan},
    {"checks", RegisterKind::checks},
});

ColumnKind parse_kind(std::string_view text) {
  const auto found =
      std::find_if(kind_names.begin(), kind_names.end(), [&](const KindName& k) { return k.xml == text; });
  return found == kind_names.end() ? ColumnKind::text : found->kind;
}

std::vector<std::string> words_of(std::string_view text) {
  const std::string clean = collapse_space(text);
  return clean.empty() ? std::vector<std::string>() : split(clean, ' ');
}

std::optional<LegalBasis> basis_of(const xml::Element& element) {
  if (!element.attribute("instrument")) return std::nullopt;
  return LegalBasis{std::string(element.get("instrument")), std::string(element.get("article"))};
}

Standing parse_standing(std::string_view text) {
  return text == "in" ? Standing::in : text == "out" ? Standing::out : Standing::refused;
}

/// What a member of a struct holds, and which kinds of column may fill it.
Wording content_of(std::size_t member) {
  switch (member) {
    case 0:
      return {"文字", "text"};
    case 1:
      return {"整数", "a whole number"};
    case 2:
      return {"是或者否", "yes or no"};
    case 3:
      return {"日期", "a date"};
    case 4:
      return {"比例", "a ratio"};
    default:
      return {"编号列表", "a list of ids"};
  }
}

bool can_fill(ColumnKind kind, std::size_t member) {
  switch (kind) {
    case ColumnKind::count:
      return member == 1;
    case ColumnKind::yes_no:
      return member == 2;
    case ColumnKind::date:
      return member == 3;
    case ColumnKind::ratio:
      return member == 4;
    case ColumnKind::id_list:
      return member == 5;
    default:
      return member == 0;
  }
}

/// Reads the checked tree; remarks go to `found`.
class Loader {
 public:
  Mapping load(const xml::Element& root) {
    Mapping mapping;
    mapping.difference_template = root.get("difference-template");
    for (const xml::Element* trade : root.children("trade")) add_trade(*trade, mapping);
    for (const xml::Element* one : root.children("register")) add_register(*one, mapping);
    for (const xml::Element* one : root.children("year")) {
      mapping.year.warn_from = read_day(*one, "warn-from").value_or(YearDay{});
      mapping.year.unchecked_years = parse_integer(one->get("unchecked-years")).value_or(1);
      mapping.year.paper = one->get("template");
      mapping.year.plan_data = one->get("plan-data");
      mapping.year.random_kinds = words_of(one->get("random-kinds"));
      mapping.year.random_share = parse_integer(one->get("random-share", "0")).value_or(0);
      mapping.year.basis = basis_of(*one);
    }
    for (const xml::Element* one : root.children("publication")) {
      Publication& rules = mapping.publication.emplace();
      for (const xml::Element* channel : one->children("channel")) rules.channels.emplace_back(channel->get("name"));
      rules.within = static_cast<int>(std::clamp<std::int64_t>(parse_integer(one->get("within")).value_or(1), 1, 250));
      rules.warn_before = parse_integer(one->get("warn-before")).value_or(0);
      rules.basis = basis_of(*one);
    }
    return mapping;
  }

  Diagnostics found;

 private:
  void add_trade(const xml::Element& element, Mapping& mapping) {
    Trade trade{std::string(element.get("id")), words_of(element.get("aliases"))};
    std::vector<std::string> names = trade.aliases;
    names.push_back(trade.id);
    for (const std::string& name : names) {
      if (!trade_names_.insert(name).second) found.push_back(diagnose(trade_twice, element.place, name));
    }
    mapping.trades.push_back(std::move(trade));
  }

  void add_register(const xml::Element& element, Mapping& mapping) {
    const std::string_view kind = element.get("kind");
    const auto name = std::find_if(register_names.begin(), register_names.end(),
                                   [&](const RegisterName& n) { return n.xml == kind; });
    if (mapping.columns_of(name->kind))
      found.push_back(diagnose(kind_of_register_twice, element.place, kind));
    RegisterColumns columns{name->kind, std::string(element.get("label")), {}, {}, basis_of(element), read_refresh(element), std::string(element.get("public-template"))};
    for (const xml::Element* column : element.children("column"))
      columns.columns.push_back(read_column(*column));
    for (const xml::Element* ignored : element.children("ignored"))
      columns.ignored.emplace_back(ignored->get("name"));
    switch (name->kind) {
      case RegisterKind::targets:
        check_fields<InspectionTarget>(columns, element.place);
        break;
      case RegisterKind::practitioners:
        check_fields<Practitioner>(columns, element.place);
        break;
      case RegisterKind::inspectors:
        check_fields<Inspector>(columns, element.place);
        break;
      case RegisterKind::items:
        check_fields<InspectionItem>(columns, element.place);
        break;
      case RegisterKind::plan:
        check_fields<PlannedRound>(columns, element.place);
        break;
      case RegisterKind::checks:
        check_fields<RecordedCheck>(columns, element.place);
        break;
    }
    mapping.registers.push_back(std::move(columns));
  }

  std::optional<YearDay> read_day(const xml::Element& element, std::string_view attribute) {
    const std::string_view text = element.get(attribute);
    if (text.empty()) return std::nullopt;
    const auto day = parse_day("2023-" + std::string(text));  // no leap year: the day is there every year
    if (!day) {
      found.push_back(diagnose(bad_year_day, element.place, attribute, text));
      return std::nullopt;
    }
    const std::chrono::year_month_day parts(*day);
    return YearDay{static_cast<unsigned>(parts.month()), static_cast<unsigned>(parts.day())};
  }

  std::optional<YearlyRefresh> read_refresh(const xml::Element& element) {
    const auto by = read_day(element, "refresh-by"), warn = read_day(element, "warn-from");
    if (!by) return std::nullopt;
    return YearlyRefresh{*by, warn.value_or(YearDay{})};
  }

  Column read_column(const xml::Element& element) {
    Column column;
    column.name = element.get("name");
    column.aliases = words_of(element.get("aliases"));
    column.field = element.get("field", column.name);
    column.kind = parse_kind(element.get("kind", "text"));
    column.required = element.get("required") == "yes";
    column.unique = element.get("unique") == "yes";
    column.leaves = element.get("leaves") == "yes";
    column.published = element.get("public") == "yes";
    if (column.published && is_withheld(column.kind)) found.push_back(diagnose(withheld_published, element.place, column.name, name_of(column.kind)));
    column.basis = basis_of(element);
    column.place = element.place;
    for (const xml::Element* word : element.children("word")) {
      column.words.push_back(
          {std::string(word->get("text")), parse_standing(word->get("standing")), basis_of(*word)});
    }
    if (column.kind == ColumnKind::status && column.words.empty()) {
      found.push_back(diagnose(words_missing, element.place, column.name));
    }
    return column;
  }

  template <class Row>
  void check_fields(const RegisterColumns& columns, const Place& place) {
    std::set<std::string_view> filled;
    for (const Column& column : columns.columns) {
      if (!filled.insert(column.field).second)
        found.push_back(diagnose(field_twice, column.place, column.field));
    }
    for (const Field<Row>& field : fields_of<Row>()) {
      if (field.essential && !filled.contains(field.name))
        found.push_back(diagnose(field_unmapped, place, field.name));
      for (const Column& column : columns.columns) {
        if (column.field != field.name || can_fill(column.kind, field.member.index())) continue;
        found.push_back(diagnose(kind_mismatch, column.place, field.name, content_of(field.member.index()),
                                 name_of(column.kind)));
      }
    }
  }

  std::set<std::string> trade_names_;
};

}  // namespace

const RegisterColumns* Mapping::columns_of(RegisterKind kind) const {
  const auto found = std::find_if(registers.begin(), registers.end(),
                                  [&](const RegisterColumns& r) { return r.kind == kind; });
  return found == registers.end() ? nullptr : &*found;
}

std::optional<std::string> Mapping::trade_of(std::string_view word) const {
  for (const Trade& trade : trades) {
    if (trade.id == word ||
        std::find(trade.aliases.begin(), trade.aliases.end(), word) != trade.aliases.end())
      return trade.id;
  }
  return std::nullopt;
}

ColumnKind Mapping::kind_of(RegisterKind kind, std::string_view field) const {
  if (const RegisterColumns* columns = columns_of(kind)) {
    for (const Column& column : columns->columns) {
      if (column.field == field) return column.kind;
    }
  }
  return ColumnKind::text;
}

bool Mapping::has_field(RegisterKind kind, std::string_view field) const {
  const std::vector<std::string> all = fields_of(kind);
  return std::find(all.begin(), all.end(), field) != all.end();
}

std::vector<std::string> Mapping::fields_of(RegisterKind kind) const {
  std::vector<std::string> out;
  if (const RegisterColumns* columns = columns_of(kind)) {
    for (const Column& column : columns->columns) out.push_back(column.field);
  }
  return out;
}

Result<Mapping> load_mapping(std::string_view bytes, const std::string& file) {
  ANJUAN_TRY(const xml::Element root, xml::parse(bytes, file));
  if (Diagnostics wrong = xml::check(root, mapping_outline()); has_error(wrong)) return wrong;
  Loader loader;
  Mapping mapping = loader.load(root);
  if (!loader.found.empty()) return loader.found;
  return mapping;
}

bool is_withheld(ColumnKind kind) {
  return kind == ColumnKind::identity_number || kind == ColumnKind::phone ||
         kind == ColumnKind::home_address || kind == ColumnKind::note;
}

std::string_view name_of(ColumnKind kind) {
  const auto found =
      std::find_if(kind_names.begin(), kind_names.end(), [&](const KindName& k) { return k.kind == kind; });
  return found->xml;
}

std::string_view name_of(RegisterKind kind) {
  const auto found = std::find_if(register_names.begin(), register_names.end(),
                                  [&](const RegisterName& n) { return n.kind == kind; });
  return found->xml;
}

}  // namespace anjuan::registers
