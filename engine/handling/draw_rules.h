#pragma once
// What a procedure says of who takes part in a draw: the values of <aj:draw action="freeze">, read and
// checked. All of it is fixed before the list is frozen; no number of the rules stands in C++.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/value.h"
#include "procedure/definition.h"
#include "registers/mapping.h"

namespace anjuan::handling {

/// A share in percent, as the exact fraction that a list writes: 30 → 30/100, 12.5 → 125/1000.
struct Share {
  std::int64_t numerator = 0, denominator = 100;
  Value percent;  ///< as the procedure writes it, for papers

  /// ceil(base · share): 不低于 forbids rounding down.
  std::int64_t of(std::int64_t base) const { return (base * numerator + denominator - 1) / denominator; }
  bool below(const Share& other) const { return numerator * other.denominator < other.numerator * denominator; }
};

/// The share that a value writes: a whole number or a decimal from 0 to 100; nothing for anything else.
std::optional<Share> share_of(const Value& percent);

/// One rule about one column of a register: {'字段': …} with one of '不少于' (a number), '为' (a word or
/// several) or '含' (a part of the words), and what follows from it.
struct ColumnRule {
  std::string field;
  std::optional<std::int64_t> at_least;
  std::vector<std::string> one_of;
  std::string part;

  std::string code;             ///< 代号: of the group, or of the tag
  std::string reason;           ///< 理由: code for who does not meet it
  std::string words;            ///< 说明: for papers
  std::optional<Share> share;   ///< 比例: a group of its own with this share
  std::int64_t weight = 1;      ///< 权重: lots in the box

  /// `row`: a row of the register as a record.
  bool fits(const Value& row) const;
};

/// 定向, 超频次: an object named by a decision, with the code of its reason.
struct NamedObject {
  std::string id, reason;
  Value record;  ///< whole, for papers
};

/// The value for one trade, where the procedure makes an exception for it; else the common one.
template <class T>
struct ByTrade {
  T common;
  std::map<std::string, T, std::less<>> own;
  const T& of(const std::string& trade) const {
    const auto found = own.find(trade);
    return found == own.end() ? common : found->second;
  }
};

struct DrawRules {
  ByTrade<Share> share;                    ///< 比例, 行业比例
  ByTrade<std::int64_t> least;             ///< 最少, 行业最少
  ByTrade<std::vector<std::string>> seats; ///< 每组人数, 席位, 行业席位: "" anybody, else the tag needed
  std::int64_t cap = 0;                    ///< 频次上限
  std::int64_t slack = 0;                  ///< 负荷差
  std::optional<std::int64_t> most;        ///< 每人最多: seats of one inspector in this draw
  Fields strata;                           ///< 行业代号
  std::optional<Day> base_day;             ///< 基准日
  std::optional<Day> last_day;             ///< 检查止: certificates must hold then, too
  std::vector<NamedObject> must, over_cap; ///< 定向, 超频次
  std::vector<ColumnRule> risks;           ///< 风险规则: of objects
  std::vector<ColumnRule> tags;            ///< 人员标记: of inspectors
  std::vector<ColumnRule> conditions;      ///< 人员条件: of inspectors
  std::vector<std::string> employer_fields; ///< 隶属字段: columns of inspectors that name their employer
  Fields employers;                        ///< 隶属对照: employer → ids of the objects it belongs to

  std::string cap_reason, certificate_reason, declared_reason, employer_reason, joined_reason;
  Fields reasons;                          ///< 理由代码: code → words

  std::string words_of(const std::string& code) const;
  const NamedObject* approved(const std::string& id) const;
  const NamedObject* named(const std::string& id) const;
};

/// Reads the values. Everything that is missing, of the wrong kind, unknown or against another value is
/// named at once: a share below the floor (比例下限), a reason that is no code, a column that no
/// register has, a trade without a code.
Result<DrawRules> read_draw_rules(const Fields& values, const registers::Mapping&);

/// What is wrong with the values that rest on a procedure's parameters alone; those of a case are read when
/// its list is frozen.
Diagnostics check_draw_rules(const procedure::Definition&, const registers::Mapping&);

}  // namespace anjuan::handling
