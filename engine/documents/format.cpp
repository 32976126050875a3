#include "documents/format.h"

#include <algorithm>

#include "base/text.h"
#include "documents/messages.h"

namespace anjuan::documents {

namespace {

using Kind = Value::Kind;

constexpr FormatRule rules[] = {
    {FormatKind::chinese_date, "中文日期", FormatArgument::none, "{日期|中文日期}", "二〇二六年九月十日",
     "日期用汉字"},
    {FormatKind::iso_date, "短日期", FormatArgument::none, "{日期|短日期}", "2026-09-10", "表格里的日期"},
    {FormatKind::month_and_day, "月日", FormatArgument::none, "{日期|月日}", "9月10日", "不印年份"},
    {FormatKind::year, "年份", FormatArgument::none, "{日期|年份}", "2026", "只印年份"},
    {FormatKind::chinese_number, "汉字", FormatArgument::none, "{份数|汉字}", "十二", "整数用汉字"},
    {FormatKind::chinese_digits, "汉字数码", FormatArgument::none, "{年度|汉字数码}", "二〇二六",
     "逐位用汉字，用于年份"},
    {FormatKind::money, "金额", FormatArgument::none, "{数额|金额}", "1234.50元",
     "有角分的印两位小数；不分节，一个数不会断在两行"},
    {FormatKind::joined_by_comma, "顿号", FormatArgument::none, "{检查方式|顿号}", "实地检查、书面检查",
     "列表用顿号连接"},
    {FormatKind::joined_by_semicolon, "分号", FormatArgument::none, "{材料|分号}", "执业证；章程",
     "列表用分号连接"},
    {FormatKind::one_per_line, "分行", FormatArgument::none, "{材料|分行}", "执业证（换行）章程",
     "列表每项一行"},
    {FormatKind::numbered, "编号", FormatArgument::none, "{材料|编号}", "1.执业证；2.章程",
     "列表每项前加序号"},
    {FormatKind::pick, "取", FormatArgument::text, "{检查人员|取 姓名|顿号}", "甲某、乙某",
     "从列表的每一项（或者一组数据）里取一个字段"},
    {FormatKind::first_characters, "前", FormatArgument::number, "{摘要|前 8}", "3f2a91c0", "只印前若干个字"},
    {FormatKind::book_title, "书名号", FormatArgument::none, "{机关.工作细则|书名号}", "《某某细则》",
     "没有书名号的，加上书名号"},
    {FormatKind::none_if_blank, "无", FormatArgument::none, "{备注|无}", "无", "空缺时印“无”"},
    {FormatKind::nothing_if_blank, "空", FormatArgument::none, "{备注|空}", "",
     "空缺时什么也不印；整段只有空缺的，整段不印"},
    {FormatKind::words_if_blank, "缺", FormatArgument::text, "{文号|缺 （未编号）}", "（未编号）",
     "空缺时印后面的字"},
    {FormatKind::ruled_if_blank, "留白", FormatArgument::number, "{检查地点|留白 10}", "＿＿＿＿",
     "空缺时留若干个字宽的横线供手写"},
};

std::vector<std::string> all_names() {
  std::vector<std::string> names;
  for (const auto& rule : rules) names.emplace_back(rule.name);
  return names;
}

Diagnostic unknown(std::string_view name, const Place& place) {
  const auto names = all_names();
  if (const auto near = nearest(name, names))
    return diagnose(unknown_format, place, name,
                    Wording("最接近的格式是“" + *near + "”，请照它改正。", "The nearest format is “" + *near + "”: write that if it is meant."));
  return diagnose(unknown_format, place, name,
                  Wording("可用的格式：" + join(names, "、") + "。", "Use one of the formats: " + join(names, ", ") + "."));
}

Wording wanted(FormatArgument argument) {
  switch (argument) {
    case FormatArgument::none:
      return {"空（不带参数）", "nothing"};
    case FormatArgument::number:
      return {"一个1到200的整数", "a whole number from 1 to 200"};
    case FormatArgument::text:
      return {"文字", "a text"};
  }
  return "";
}

Wording wanted(FormatKind kind) {
  switch (kind) {
    case FormatKind::chinese_date:
    case FormatKind::iso_date:
    case FormatKind::month_and_day:
    case FormatKind::year:
      return {"日期", "dates"};
    case FormatKind::chinese_number:
    case FormatKind::chinese_digits:
      return {"不小于零的整数", "whole numbers from zero"};
    case FormatKind::money:
      return {"数", "numbers"};
    case FormatKind::pick:
      return {"一组数据或者其列表", "records or lists of records"};
    case FormatKind::first_characters:
    case FormatKind::book_title:
      return {"文字", "texts"};
    default:
      return {"列表", "lists"};
  }
}

Result<Value> misfit(const Format& format, const Value& value, std::string_view field, const Place& place) {
  return diagnose(format_does_not_fit, place, field, kind_name(value), format.name, wanted(format.kind));
}

/// Two decimals where there are any: 12000元, 12000.50元. No marks for thousands.
std::string money(Decimal amount) {
  std::string digits = text_of(amount);
  if (amount.scale == 1) digits += "0";
  return digits + "元";
}

std::vector<std::string> shown_items(const List& list) {
  std::vector<std::string> shown;
  for (const Value& item : list)
    if (!is_blank(item)) shown.push_back(display(item));
  return shown;
}

Value joined(FormatKind kind, const List& list) {
  const auto shown = shown_items(list);
  switch (kind) {
    case FormatKind::joined_by_semicolon:
      return join(shown, "；");
    case FormatKind::one_per_line:
      return join(shown, "\n");
    case FormatKind::numbered: {
      std::vector<std::string> lines;
      for (const std::string& item : shown) lines.push_back(std::to_string(lines.size() + 1) + "." + item);
      return join(lines, "；");
    }
    default:
      return join(shown, "、");
  }
}

bool holds_record(const Value& value) {
  return value.is(Kind::list) && std::any_of(value.list().begin(), value.list().end(), [](const Value& v) {
           return v.is(Kind::record) || v.is(Kind::list);
         });
}

Value dated(FormatKind kind, Day day) {
  const std::string whole = official(day);
  const std::size_t after_year = whole.find("年");
  switch (kind) {
    case FormatKind::chinese_date:
      return in_characters(day);
    case FormatKind::iso_date:
      return iso(day);
    case FormatKind::month_and_day:
      return whole.substr(after_year + std::string_view("年").size());
    default:
      return whole.substr(0, after_year);
  }
}

Value picked(const Value& value, const std::string& name) {
  if (value.is(Kind::record)) return value.field(name);
  List out;
  for (const Value& item : value.list())
    if (const Value& field = item.field(name); !is_blank(field)) out.push_back(field);
  return out;
}

std::string in_title_marks(const std::string& text) {
  return text.starts_with("《") ? text : "《" + text + "》";
}

}  // namespace

std::span<const FormatRule> format_rules() { return rules; }

std::string format_reference() {
  std::string out = "| 写法 | 印出 | 用处 |\n|---|---|---|\n";
  for (const FormatRule& rule : rules) {
    const std::string example = replace_all(std::string(rule.example), "|", "\\|");
    out += "| `" + example + "` | " + std::string(rule.prints) + " | " + std::string(rule.says) + " |\n";
  }
  return out;
}

Result<Format> read_format(std::string_view written, const Place& place) {
  const std::string_view whole = trim(written);
  const std::size_t space = whole.find_first_of(" \t\n");
  const std::string_view name = whole.substr(0, space);
  const std::string_view argument =
      space == std::string_view::npos ? std::string_view{} : trim(whole.substr(space));
  const auto rule =
      std::find_if(std::begin(rules), std::end(rules), [&](const auto& r) { return r.name == name; });
  if (rule == std::end(rules)) return unknown(name, place);
  Format format{rule->kind, rule->name, std::string(argument), 0, place};
  const auto number = parse_integer(argument);
  const bool good = rule->argument == FormatArgument::none     ? argument.empty()
                    : rule->argument == FormatArgument::number ? number && *number >= 1 && *number <= 200
                                                               : !argument.empty();
  if (!good) return diagnose(bad_format_argument, place, name, wanted(rule->argument), argument);
  if (rule->argument == FormatArgument::number) format.number = static_cast<int>(*number);
  return format;
}

Wording wanted_by(const Format& format) { return wanted(format.kind); }

bool is_for_blank(const Format& format) {
  return format.kind == FormatKind::none_if_blank || format.kind == FormatKind::nothing_if_blank ||
         format.kind == FormatKind::words_if_blank || format.kind == FormatKind::ruled_if_blank;
}

bool is_blank(const Value& value) {
  if (value.empty()) return true;
  if (value.is(Kind::text)) return trim(value.text()).empty();
  if (value.is(Kind::list)) return std::all_of(value.list().begin(), value.list().end(), is_blank);
  return false;
}

Wording kind_name(const Value& value) {
  switch (value.kind()) {
    case Kind::empty:
      return {"空缺", "nothing"};
    case Kind::boolean:
      return {"是否", "yes or no"};
    case Kind::integer:
      return {"整数", "a whole number"};
    case Kind::decimal:
      return {"小数", "a decimal number"};
    case Kind::text:
      return {"文字", "a text"};
    case Kind::date:
      return {"日期", "a date"};
    case Kind::list:
      return {"列表", "a list"};
    case Kind::record:
      return {"一组数据", "a record"};
  }
  return "";
}

Result<Value> apply(const Format& format, const Value& value, std::string_view field, const Place& place) {
  switch (format.kind) {
    case FormatKind::chinese_date:
    case FormatKind::iso_date:
    case FormatKind::month_and_day:
    case FormatKind::year:
      if (!value.is(Kind::date)) return misfit(format, value, field, place);
      return dated(format.kind, value.date());
    case FormatKind::chinese_number:
    case FormatKind::chinese_digits:
      if (!value.is(Kind::integer) || value.integer() < 0) return misfit(format, value, field, place);
      return Value(format.kind == FormatKind::chinese_number ? chinese_number(value.integer())
                                                             : chinese_digits(value.integer()));
    case FormatKind::money:
      if (!value.is(Kind::integer) && !value.is(Kind::decimal)) return misfit(format, value, field, place);
      return Value(money(value.decimal()));
    case FormatKind::pick:
      if (!value.is(Kind::record) && !value.is(Kind::list)) return misfit(format, value, field, place);
      return picked(value, format.text);
    case FormatKind::first_characters:
      if (!value.is(Kind::text)) return misfit(format, value, field, place);
      return Value(to_utf8(
          std::u32string_view(to_u32(value.text())).substr(0, static_cast<std::size_t>(format.number))));
    case FormatKind::book_title:
      if (!value.is(Kind::text)) return misfit(format, value, field, place);
      return Value(in_title_marks(value.text()));
    default:
      if (is_for_blank(format)) return value;
      if (value.is(Kind::text)) return value;  // one item, not yet a list
      if (!value.is(Kind::list) || holds_record(value)) return misfit(format, value, field, place);
      return joined(format.kind, value.list());
  }
}

}  // namespace anjuan::documents
