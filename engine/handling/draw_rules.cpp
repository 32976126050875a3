#include "handling/draw_rules.h"

#include <algorithm>

#include "base/id.h"
#include "base/text.h"
#include "handling/draw_lots.h"
#include "handling/freeze_values.h"
#include "handling/messages.h"

namespace anjuan::handling {
namespace {

using registers::RegisterKind;

constexpr std::int64_t hundred = 100;
constexpr int finest_scale = 4;  // a list's denominator has at most 10^6

std::vector<std::string> texts_of(const Value& value) {
  std::vector<std::string> out;
  if (value.is(Value::Kind::text)) out.push_back(value.text());
  if (value.is(Value::Kind::list)) {
    for (const Value& one : value.list()) out.push_back(display(one));
  }
  return out;
}

/// Takes the values one by one and notes what is wrong with each.
class RuleReader {
 public:
  RuleReader(const Fields& values, const registers::Mapping& columns) : values_(values), columns_(columns) {}

  Result<DrawRules> read() {
    rules_.reasons = required("理由代码", Value::Kind::record, Value(Fields{})).record();
    rules_.strata = required("行业代号", Value::Kind::record, Value(Fields{})).record();
    read_numbers();
    read_seats();
    rules_.cap_reason = code(required("频次理由", Value::Kind::text, ""), "频次理由");
    rules_.certificate_reason = code(required("证件理由", Value::Kind::text, ""), "证件理由");
    rules_.declared_reason = code(required("申报理由", Value::Kind::text, ""), "申报理由");
    rules_.joined_reason = code(optional("入库理由", Value::Kind::text), "入库理由");
    rules_.base_day = day("基准日");
    rules_.last_day = day("检查止");
    rules_.must = objects("定向");
    rules_.over_cap = objects("超频次");
    rules_.risks = column_rules("风险规则", RegisterKind::targets);
    rules_.tags = column_rules("人员标记", RegisterKind::inspectors);
    rules_.conditions = column_rules("人员条件", RegisterKind::inspectors);
    read_employers();
    check_names();
    check_together();
    if (!found_.empty()) return std::move(found_);
    return std::move(rules_);
  }

 private:
  Value required(const std::string& name, Value::Kind kind, Value otherwise) {
    auto value = draw_value(values_, name, kind);
    if (value.ok()) return *std::move(value);
    found_.push_back(value.diagnostics().front());
    return otherwise;
  }

  /// Empty where the procedure says nothing: then there is no such rule.
  Value optional(const std::string& name, Value::Kind kind) {
    const auto at = values_.find(name);
    if (at == values_.end() || at->second.empty()) return {};
    if (at->second.is(kind)) return at->second;
    found_.push_back(diagnose(parameter_missing, Place{}, name));
    return {};
  }

  std::optional<Day> day(const std::string& name) {
    const Value value = optional(name, Value::Kind::date);
    return value.empty() ? std::nullopt : std::optional(value.date());
  }

  void wrong(const std::string& parameter, const Value& value, Wording expected) {
    found_.push_back(diagnose(draw_rule_wrong, Place{}, parameter, display(value), std::move(expected)));
  }

  Share percent(const std::string& parameter, const Value& value) {
    if (const auto share = share_of(value)) return *share;
    wrong(parameter, value, {"0 到 100 的百分数", "a percentage from 0 to 100"});
    return {};
  }

  std::int64_t whole(const std::string& parameter, const Value& value, std::int64_t from, std::int64_t to) {
    if (value.is(Value::Kind::integer) && value.integer() >= from && value.integer() <= to) return value.integer();
    const std::string range = std::to_string(from) + "–" + std::to_string(to);
    wrong(parameter, value, {"整数（" + range + "）", "a whole number (" + range + ")"});
    return from;
  }

  /// The record of exceptions by trade; a trade without a code is a slip of the pen.
  template <class T, class Read>
  void by_trade(const std::string& parameter, std::map<std::string, T, std::less<>>& out, Read read_one) {
    const Value given = optional(parameter, Value::Kind::record);
    if (given.empty()) return;
    for (const auto& [trade, value] : given.record()) {
      if (!rules_.strata.contains(trade)) {
        found_.push_back(diagnose(no_stratum_code, Place{"", 0, 0, parameter}, trade));
        continue;
      }
      out.emplace(trade, read_one(parameter + "." + trade, value));
    }
  }

  void read_numbers() {
    const auto percents = [&](const std::string& name, const Value& v) { return percent(name, v); };
    const auto counts = [&](const std::string& name, const Value& v) { return whole(name, v, 0, 999'999'999); };
    const auto given = values_.find("比例");
    const bool decimal = given != values_.end() && given->second.is(Value::Kind::decimal);
    rules_.share.common = percents("比例", required("比例", decimal ? Value::Kind::decimal : Value::Kind::integer, 0));
    by_trade("行业比例", rules_.share.own, percents);
    rules_.least.common = counts("最少", required("最少", Value::Kind::integer, 0));
    by_trade("行业最少", rules_.least.own, counts);
    rules_.cap = counts("频次上限", required("频次上限", Value::Kind::integer, 0));
    rules_.slack = whole("负荷差", required("负荷差", Value::Kind::integer, 0), 0, 1000);
    if (const Value most = optional("每人最多", Value::Kind::integer); !most.empty()) rules_.most = whole("每人最多", most, 1, 999'999'999);
  }

  std::vector<std::string> seats(const std::string& parameter, const Value& value) {
    std::vector<std::string> out;
    for (const std::string& tag : texts_of(value)) out.push_back(tag == "-" ? "" : tag);
    if (!value.is(Value::Kind::list) || out.size() < 2 || out.size() > 9) {
      wrong(parameter, value, {"2 到 9 个席位的列表，“-”表示不限", "a list of 2 to 9 seats, “-” for anybody"});
    }
    return out;
  }

  void read_seats() {
    const std::int64_t size = whole("每组人数", required("每组人数", Value::Kind::integer, 2), 2, 9);
    rules_.seats.common.assign(static_cast<std::size_t>(size), "");
    const auto common = values_.find("席位");
    if (common != values_.end() && common->second.is(Value::Kind::list) && !common->second.list().empty()) {
      rules_.seats.common = seats("席位", common->second);
    }
    by_trade("行业席位", rules_.seats.own, [&](const std::string& name, const Value& v) { return seats(name, v); });
  }

  std::string code(const Value& value, const std::string& parameter) {
    const std::string& text = value.text_or_empty();
    if (!text.empty() && !rules_.reasons.contains(text)) {
      std::vector<std::string> known;
      for (const auto& [name, words] : rules_.reasons) known.push_back(name);
      found_.push_back(diagnose(reason_no_code, Place{"", 0, 0, parameter}, text, enumerated(known)));
    }
    return text;
  }

  std::vector<NamedObject> objects(const std::string& parameter) {
    std::vector<NamedObject> out;
    const Value given = optional(parameter, Value::Kind::list);
    if (given.empty()) return out;
    for (const Value& one : given.list()) {
      NamedObject object{one.field("编号").text_or_empty(), code(one.field("理由"), parameter), one};
      if (object.id.empty() || object.reason.empty()) {
        wrong(parameter, one.field("编号"), {"每行有“编号”和“理由”（理由代码）", "rows with 编号 and 理由 (a reason code)"});
        continue;
      }
      out.push_back(std::move(object));
    }
    return out;
  }

  std::vector<ColumnRule> column_rules(const std::string& parameter, RegisterKind kind) {
    std::vector<ColumnRule> out;
    const Value given = optional(parameter, Value::Kind::list);
    if (given.empty()) return out;
    for (const Value& one : given.list()) out.push_back(column_rule(parameter, one, kind));
    return out;
  }

  ColumnRule column_rule(const std::string& parameter, const Value& given, RegisterKind kind) {
    ColumnRule rule;
    rule.field = given.field("字段").text_or_empty();
    if (!columns_.has_field(kind, rule.field)) {
      const std::vector<std::string> known = columns_.fields_of(kind);
      const std::string near = nearest(rule.field, known).value_or(join(known, "、"));
      found_.push_back(diagnose(rule_column_unknown, Place{"", 0, 0, parameter}, rule.field, near));
    }
    const Value &at_least = given.field("不少于"), &words = given.field("为"), &part = given.field("含");
    if (!at_least.empty()) rule.at_least = whole(parameter + ".不少于", at_least, 0, 999'999'999);
    rule.one_of = texts_of(words);
    rule.part = part.text_or_empty();
    if (int{rule.at_least.has_value()} + int{!rule.one_of.empty()} + int{!rule.part.empty()} != 1) {
      wrong(parameter, given.field("字段"), {"“不少于”“为”“含”三者之一", "exactly one of 不少于, 为, 含"});
    }
    rule.code = given.field("代号").text_or_empty();
    rule.reason = code(given.field("理由"), parameter);
    rule.words = given.field("说明").text_or_empty();
    if (const Value& weight = given.field("权重"); !weight.empty()) rule.weight = whole(parameter + ".权重", weight, 1, 1000);
    if (const Value& share = given.field("比例"); !share.empty()) rule.share = percent(parameter + ".比例", share);
    return rule;
  }

  void read_employers() {
    rules_.employer_fields = texts_of(optional("隶属字段", Value::Kind::list));
    for (const std::string& field : rules_.employer_fields) {
      if (columns_.has_field(RegisterKind::inspectors, field)) continue;
      const std::vector<std::string> known = columns_.fields_of(RegisterKind::inspectors);
      const auto near = nearest(field, known);
      found_.push_back(diagnose(rule_column_unknown, Place{"", 0, 0, "隶属字段"}, field, near ? Wording(*near) : enumerated(known)));
    }
    if (const Value given = optional("隶属对照", Value::Kind::record); !given.empty()) rules_.employers = given.record();
    rules_.employer_reason = code(optional("隶属理由", Value::Kind::text), "隶属理由");
    if (!rules_.employer_fields.empty() && rules_.employer_reason.empty()) found_.push_back(diagnose(parameter_missing, Place{}, "隶属理由"));
  }

  /// A name that is nearly one of these is a slip; without this the rule would silently not be there.
  void check_names() {
    static const std::vector<std::string> known{"比例", "比例下限", "行业比例", "最少", "行业最少", "频次上限", "每人最多", "每组人数", "席位", "行业席位",
                                                "负荷差", "行业代号", "频次理由", "证件理由", "申报理由", "隶属理由", "入库理由", "理由代码",
                                                "基准日", "检查止", "定向", "超频次", "风险规则", "人员标记", "人员条件", "隶属字段", "隶属对照", "执业人员",
                                                "申报", "来源", "补充", "封存递补", "信封保管人", "最少信封", "信封模板"};
    for (const auto& [name, value] : values_) {
      if (std::find(known.begin(), known.end(), name) != known.end()) continue;
      if (const auto near = nearest(name, known)) found_.push_back(diagnose(draw_rule_unknown, Place{}, name, *near));
    }
  }

  /// What each value alone cannot show: no share below the floor, a code for each group, tag and condition.
  void check_together() {
    const auto given = values_.find("比例下限");
    const Share floor = given == values_.end() || given->second.empty() ? Share{} : percent("比例下限", given->second);
    const auto check = [&](const std::string& parameter, const Share& share) {
      if (share.below(floor)) found_.push_back(diagnose(share_below_floor, Place{}, parameter, display(share.percent), display(floor.percent)));
    };
    check("比例", rules_.share.common);
    for (const auto& [trade, share] : rules_.share.own) check("行业比例." + trade, share);
    for (const ColumnRule& rule : rules_.risks) {
      if (!rule.share) continue;
      check("风险规则." + rule.field, *rule.share);
      if (!is_valid_id(rule.code)) wrong("风险规则.代号", Value(rule.code), {"字母、数字组成的代号", "a code of letters and digits"});
    }
    for (const ColumnRule& rule : rules_.tags) {
      if (!is_valid_id(rule.code)) wrong("人员标记.代号", Value(rule.code), {"字母、数字组成的代号", "a code of letters and digits"});
    }
    for (const ColumnRule& rule : rules_.conditions) {
      if (rule.reason.empty()) found_.push_back(diagnose(parameter_missing, Place{}, "人员条件.理由"));
    }
    check_seats();
  }

  void check_seats() {
    const auto check = [&](const std::vector<std::string>& seats) {
      for (const std::string& tag : seats) {
        const bool known = tag.empty() || std::any_of(rules_.tags.begin(), rules_.tags.end(), [&](const ColumnRule& r) { return r.code == tag; });
        if (!known) wrong("席位", Value(tag), {"“人员标记”里有的代号", "a code of 人员标记"});
      }
    };
    check(rules_.seats.common);
    for (const auto& [trade, seats] : rules_.seats.own) check(seats);
  }

  const Fields& values_;
  const registers::Mapping& columns_;
  DrawRules rules_;
  Diagnostics found_;
};

const NamedObject* find_named(const std::vector<NamedObject>& all, const std::string& id) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const NamedObject& o) { return o.id == id; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

std::optional<Share> share_of(const Value& percent) {
  if (!percent.is(Value::Kind::integer) && !percent.is(Value::Kind::decimal)) return std::nullopt;
  const Decimal d = percent.decimal();
  if (d.scale > finest_scale || d.mantissa < 0) return std::nullopt;
  std::int64_t denominator = hundred;
  for (int i = 0; i < d.scale; ++i) denominator *= 10;
  if (d.mantissa > denominator) return std::nullopt;
  return Share{d.mantissa, denominator, percent};
}

bool ColumnRule::fits(const Value& row) const {
  const Value& value = row.field(field);
  if (at_least) return value.is(Value::Kind::integer) && value.integer() >= *at_least;
  const std::string text = display(value);
  if (!part.empty()) return text.find(part) != std::string::npos;
  return std::find(one_of.begin(), one_of.end(), text) != one_of.end();
}

std::string DrawRules::words_of(const std::string& code) const {
  const auto found = reasons.find(code);
  return found == reasons.end() ? code : display(found->second);
}

const NamedObject* DrawRules::approved(const std::string& id) const { return find_named(over_cap, id); }
const NamedObject* DrawRules::named(const std::string& id) const { return find_named(must, id); }

Result<DrawRules> read_draw_rules(const Fields& values, const registers::Mapping& columns) {
  return RuleReader(values, columns).read();
}

Diagnostics check_draw_rules(const procedure::Definition& definition, const registers::Mapping& columns) {
  const Fields values = freeze_values(definition);
  if (values.empty()) return {};
  const auto rules = read_draw_rules(values, columns);
  Diagnostics found;
  if (rules.ok()) return found;
  for (Diagnostic one : rules.diagnostics()) {
    if (one.row == &parameter_missing) continue;  // it may rest on the data of a case
    one.place.file = definition.file;
    found.push_back(std::move(one));
  }
  return found;
}

}  // namespace anjuan::handling
