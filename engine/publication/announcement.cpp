#include "publication/announcement.h"

#include <map>
#include <set>

#include "base/text.h"
#include "publication/messages.h"

namespace anjuan::publication {
namespace {

using Counts = std::map<std::string, std::int64_t>;

const std::string& text_fact(const Fields& facts, std::string_view name) {
  static const std::string none;
  const auto found = facts.find(name);
  return found == facts.end() ? none : found->second.text_or_empty();
}

std::string known_codes(const PublicationRules& rules) {
  std::vector<std::string> codes;
  for (const Category& category : rules.categories) codes.push_back(category.code + " " + category.text);
  return join(codes, "、");
}

std::int64_t count_of(const Counts& counts, const std::string& name) {
  const auto found = counts.find(name);
  return found == counts.end() ? 0 : found->second;
}

/// The categories that occur, in the order of the rules.
Value by_category(const PublicationRules& rules, const Counts& counts) {
  List list;
  for (const Category& category : rules.categories) {
    const std::int64_t count = count_of(counts, category.code);
    if (count == 0) continue;
    list.push_back(Fields{{"结果代码", category.code}, {"结果", category.text}, {"家数", count}});
  }
  return list;
}

/// Counts by group, in the order in which the rules first name each.
Value by_group(const PublicationRules& rules, const Counts& counts) {
  std::vector<std::pair<std::string, std::int64_t>> groups;
  for (const Category& category : rules.categories) {
    auto group = groups.begin();
    while (group != groups.end() && group->first != category.group) ++group;
    if (group == groups.end()) group = groups.insert(group, {category.group, 0});
    group->second += count_of(counts, category.code);
  }
  List list;
  for (const auto& [name, count] : groups) list.push_back(Fields{{"名称", name}, {"家数", count}});
  return list;
}

Value figures(const TradeFigures& trade, std::int64_t shown) {
  return Fields{{"业务类别", trade.trade},
                {"基数", trade.base},
                {"应抽", trade.required},
                {"已抽", trade.drawn},
                {"抽查比例", percentage(trade.drawn, trade.base)},
                {"公示家数", shown}};
}

/// What cannot be right in the figures or between them and the rows.
Diagnostics check_figures(const std::vector<Fields>& rows, const std::vector<TradeFigures>& trades,
                          const Counts& shown, const PublicationRules& rules) {
  Diagnostics found;
  std::set<std::string> known;
  for (const TradeFigures& trade : trades) {
    known.insert(trade.trade);
    if (trade.drawn < 0 || trade.drawn > trade.base) {
      found.push_back(diagnose(messages::bad_base, {rules.file}, trade.trade, std::to_string(trade.base),
                               std::to_string(trade.drawn)));
    } else if (const std::int64_t count = count_of(shown, trade.trade); count > trade.drawn) {
      found.push_back(diagnose(messages::more_results_than_drawn, {rules.file}, trade.trade,
                               std::to_string(trade.drawn), std::to_string(count)));
    }
  }
  for (const Fields& row : rows) {
    const std::string& trade = text_fact(row, "业务类别");
    if (!known.count(trade)) {
      found.push_back(diagnose(messages::unknown_trade, {rules.file}, text_fact(row, "案件号"), trade));
    }
  }
  return found;
}

}  // namespace

std::string percentage(std::int64_t part, std::int64_t whole) {
  if (whole <= 0) return "0";
  return text_of(make_decimal((part * 20000 + whole) / (2 * whole), 2));
}

Result<std::vector<Fields>> result_rows(const std::vector<Fields>& results, const PublicationRules& rules) {
  std::vector<Fields> rows;
  std::set<std::string> cases;
  Diagnostics found;
  for (const Fields& result : results) {
    Fields& row = rows.emplace_back(result);
    const std::string number = text_fact(row, "案件号"), code = text_fact(row, "结果代码");
    const std::string n = std::to_string(rows.size());
    if (number.empty()) {
      found.push_back(diagnose(messages::not_a_case, {rules.file}, n));
    } else if (!cases.insert(number).second) {
      found.push_back(diagnose(messages::case_twice, {rules.file}, number));
    }
    row["序号"] = static_cast<std::int64_t>(rows.size());
    row.emplace("备注", "");
    if (const Category* category = rules.category(code)) {
      row["结果"] = category->text;
      if (!category->handling.empty()) row["处理"] = category->handling;
    } else {
      found.push_back(diagnose(messages::unknown_category, {rules.file}, number, code, known_codes(rules)));
    }
  }
  if (!found.empty()) return found;
  return rows;
}

Result<Fields> announcement_facts(const std::vector<Fields>& rows, const std::vector<TradeFigures>& trades,
                                  const PublicationRules& rules) {
  Counts categories, shown;
  List listed, coverage;
  for (const Fields& row : rows) {
    ++categories[text_fact(row, "结果代码")];
    ++shown[text_fact(row, "业务类别")];
    listed.emplace_back(row);
  }
  if (Diagnostics found = check_figures(rows, trades, shown, rules); !found.empty()) return found;
  TradeFigures all;
  for (const TradeFigures& trade : trades) {
    coverage.push_back(figures(trade, count_of(shown, trade.trade)));
    all.base += trade.base;
    all.required += trade.required;
    all.drawn += trade.drawn;
  }
  const auto count = static_cast<std::int64_t>(rows.size());
  Value summary = figures(all, count);
  summary = with_field(summary, "待公示家数", all.drawn - count);
  summary = with_field(summary, "分类", by_group(rules, categories));
  return Fields{{"覆盖", coverage},
                {"结果一览", listed},
                {"结果汇总", by_category(rules, categories)},
                {"汇总", summary}};
}

}  // namespace anjuan::publication
