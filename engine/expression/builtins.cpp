// The table of built-in functions.

#include "expression/builtins.h"

#include <array>

#include "expression/builtin_functions.h"

namespace anjuan::expression {

namespace {

constexpr unsigned text_or_none = accepts_text | accepts_empty;
constexpr unsigned list_or_none = accepts_list | accepts_empty;

std::vector<Builtin> questions() {
  return {
      {"In",
       "In('环节')",
       1,
       1,
       {accepts_text},
       Yields::boolean,
       {"流程是否正处在这个环节。", "Whether the procedure is in this state."},
       in_state,
       false,
       true},
      {"长度",
       "长度(列表或文字)",
       1,
       1,
       {accepts_list | accepts_text | accepts_record | accepts_empty},
       Yields::integer,
       {"列表的项数、记录的字段数或者文字的字数；空值为零。",
        "Number of items, fields or characters; 0 of an empty value."},
       length_of},
      {"包含",
       "包含(列表或文字, 值)",
       2,
       2,
       {list_or_none | accepts_text | accepts_record, accepts_all},
       Yields::boolean,
       {"列表里有没有这个值，文字里有没有这段文字。",
        "Whether the list holds the value, the text the piece of text."},
       contains},
      {"含字",
       "含字(文字, 文字)",
       2,
       2,
       {text_or_none, accepts_text},
       Yields::boolean,
       {"前一段文字里有没有后一段文字。", "Whether the first text holds the second."},
       contains_text},
      {"替换",
       "替换(文字, 原文, 新文)",
       3,
       3,
       {text_or_none, accepts_text, accepts_text},
       Yields::text,
       {"把文字里的原文都换成新文。", "The text with each occurrence of the second replaced by the third."},
       replace_text},
      {"为空",
       "为空(值)",
       1,
       1,
       {accepts_all},
       Yields::boolean,
       {"没有值，或者是空的文字、列表、记录。",
        "Whether there is no value, or an empty text, list or record."},
       is_empty},
  };
}

std::vector<Builtin> dates() {
  return {
      {"日期",
       "日期('2026-09-10')",
       1,
       1,
       {text_or_none | accepts_date},
       Yields::date,
       {"把文字读成日期。", "Reads a text as a date."},
       make_date},
      {"日期加",
       "日期加(日期, 天数)",
       2,
       2,
       {accepts_date, accepts_integer},
       Yields::date,
       {"若干个自然日以后的日期；天数可以是负数。",
        "The date so many calendar days later; the number may be negative."},
       add_calendar_days},
      {"工作日差",
       "工作日差(从, 到)",
       2,
       2,
       {accepts_date, accepts_date},
       Yields::integer,
       {"从前一日（不算）到后一日（算）有几个工作日。",
        "Working days after the first date, up to and with the second."},
       working_days_between,
       false,
       true},
      {"年",
       "年(日期)",
       1,
       1,
       {accepts_date},
       Yields::integer,
       {"日期的年份。", "The year of a date."},
       year_in},
      {"月",
       "月(日期)",
       1,
       1,
       {accepts_date},
       Yields::integer,
       {"日期的月份。", "The month of a date."},
       month_in},
      {"日",
       "日(日期)",
       1,
       1,
       {accepts_date},
       Yields::integer,
       {"日期是几日。", "The day of the month."},
       day_in},
  };
}

std::vector<Builtin> numbers() {
  return {
      {"取整上",
       "取整上(数)",
       1,
       1,
       {accepts_number},
       Yields::integer,
       {"不小于它的最小整数。", "The least integer that is not smaller."},
       rounded_up},
      {"取整下",
       "取整下(数)",
       1,
       1,
       {accepts_number},
       Yields::integer,
       {"不大于它的最大整数。", "The greatest integer that is not larger."},
       rounded_down},
      {"最大",
       "最大(值, 值…) 或 最大(列表)",
       1,
       -1,
       {accepts_all},
       Yields::item,
       {"最大的数、最晚的日期；空值不算。",
        "The greatest number or latest date; empty values are passed over."},
       greatest,
       true},
      {"最小",
       "最小(值, 值…) 或 最小(列表)",
       1,
       -1,
       {accepts_all},
       Yields::item,
       {"最小的数、最早的日期；空值不算。",
        "The least number or earliest date; empty values are passed over."},
       least,
       true},
  };
}

std::vector<Builtin> choosing() {
  return {
      {"筛选",
       "筛选(列表, '字段', 值)",
       3,
       3,
       {list_or_none, accepts_text, accepts_all},
       Yields::first,
       {"列表中该字段等于该值的各项。", "The items whose field equals the value."},
       select},
      {"计数",
       "计数(列表, '字段', 值)",
       3,
       3,
       {list_or_none, accepts_text, accepts_all},
       Yields::integer,
       {"列表中该字段等于该值的有几项。", "How many items have the field equal to the value."},
       count},
      {"字段",
       "字段(列表, '字段')",
       2,
       2,
       {list_or_none, accepts_text},
       Yields::field_list,
       {"各项该字段的值，成为一个列表。", "That field of every item, as a list."},
       fields_of},
  };
}

std::vector<Builtin> composing() {
  return {
      {"连接",
       "连接(列表, '、')",
       2,
       2,
       {list_or_none, accepts_text},
       Yields::text,
       {"把各项连成一段文字。", "The items as one text, with the separator between."},
       join_items},
      {"最后", "最后(列表)", 1, 1, {list_or_none}, Yields::item, {"最后一项。", "The last item."}, last_item},
      {"去重",
       "去重(列表)",
       1,
       1,
       {list_or_none},
       Yields::first,
       {"相同的只留第一个。", "Of equal items only the first is kept."},
       without_repeats},
      {"并入",
       "并入(列表, 值或列表)",
       2,
       2,
       {list_or_none, accepts_all},
       Yields::added_list,
       {"在列表末尾加上一个值，或者另一个列表的各项。",
        "The list with a value, or the items of another list, added."},
       added},
      {"文本",
       "文本(值)",
       1,
       1,
       {accepts_all},
       Yields::text,
       {"值写成文字的样子。", "The value as text."},
       as_text},
  };
}

std::vector<Builtin> make_table() {
  std::vector<Builtin> table = questions();
  for (auto rows : {dates(), numbers(), choosing(), composing()}) {
    table.insert(table.end(), rows.begin(), rows.end());
  }
  return table;
}

Wording name_of_yield(Yields yields) {
  using Kind = Type::Kind;
  const auto named = [](Kind kind) { return name_of(Type{kind, {}, {}, {}}); };
  switch (yields) {
    case Yields::boolean:
      return named(Kind::boolean);
    case Yields::integer:
      return named(Kind::integer);
    case Yields::number:
      return named(Kind::decimal);
    case Yields::text:
      return named(Kind::text);
    case Yields::date:
      return named(Kind::date);
    case Yields::item:
      return {"其中一个值", "one of the values"};
    default:
      return named(Kind::list);
  }
}

}  // namespace

std::span<const Builtin> builtin_table() {
  static const std::vector<Builtin> table = make_table();
  return table;
}

const Builtin* find_builtin(std::string_view name, Dialect dialect) {
  const auto tables = std::array{
      dialect == Dialect::ecmascript ? script_builtin_table() : std::span<const Builtin>(), builtin_table()};
  for (const auto& table : tables) {
    for (const Builtin& builtin : table) {
      if (builtin.name == name) return &builtin;
    }
  }
  return nullptr;
}

unsigned accepts_at(const Builtin& builtin, std::size_t position) {
  return builtin.accepts[std::min(position, builtin.accepts.size() - 1)];
}

unsigned bit_of(const Value& value) {
  switch (value.kind()) {
    case Value::Kind::boolean:
      return accepts_boolean;
    case Value::Kind::integer:
      return accepts_integer;
    case Value::Kind::decimal:
      return accepts_decimal;
    case Value::Kind::text:
      return accepts_text;
    case Value::Kind::date:
      return accepts_date;
    case Value::Kind::list:
      return accepts_list;
    case Value::Kind::record:
      return accepts_record;
    case Value::Kind::empty:
      break;
  }
  return accepts_empty;
}

Wording name_of_accepted(unsigned accepts) {
  using Kind = Type::Kind;
  Wording whole = "";
  const auto add = [&](unsigned bits, Kind kind) {
    if ((accepts & bits) != bits) return;
    const Wording one = name_of(Type{kind, {}, {}, {}});
    whole.zh += (whole.zh.empty() ? "" : "或") + one.zh;
    whole.en += (whole.en.empty() ? "" : " or ") + one.en;
  };
  add(accepts_boolean, Kind::boolean);
  if ((accepts & accepts_number) == accepts_number) {
    add(accepts_number, Kind::decimal);
  } else {
    add(accepts_integer, Kind::integer);
  }
  add(accepts_text, Kind::text);
  add(accepts_date, Kind::date);
  add(accepts_list, Kind::list);
  add(accepts_record, Kind::record);
  return whole;
}

std::vector<BuiltinEntry> builtins() {
  std::vector<BuiltinEntry> entries;
  for (const Builtin& builtin : builtin_table()) {
    entries.push_back({std::string(builtin.name), std::string(builtin.written), builtin.least, builtin.most,
                       builtin.says, name_of_yield(builtin.yields)});
  }
  return entries;
}

}  // namespace anjuan::expression
