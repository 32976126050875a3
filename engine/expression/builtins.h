#pragma once
// The table of built-in functions: one row drives the parser (number of arguments), the check
// (types), the evaluation and the documentation.

#include <span>
#include <string_view>

#include "base/result.h"
#include "base/value.h"
#include "expression/expression.h"

namespace anjuan::expression {

/// Kinds of values an argument may have, as bits.
enum Accepts : unsigned {
  accepts_boolean = 1,
  accepts_integer = 2,
  accepts_decimal = 4,
  accepts_text = 8,
  accepts_date = 16,
  accepts_list = 32,
  accepts_record = 64,
  accepts_empty = 128,
  accepts_number = accepts_integer | accepts_decimal,
  accepts_all = 255,
};

/// What type a call yields.
enum class Yields { boolean, integer, number, text, date, list, first, item, field_list, added_list };

/// Bounds of one evaluation, shared by all calls in it.
struct Budget {
  int steps = max_steps;
  std::int64_t items = max_items;
};

struct Call {
  std::span<const Value> arguments;
  const Surroundings& surroundings;
  Budget& budget;
  const Place& place;
};

struct Builtin {
  std::string_view name, written;
  int least, most;                ///< most -1: any number
  std::vector<unsigned> accepts;  ///< by position; the last one repeats
  Yields yields;
  Wording says;
  Result<Value> (*evaluate)(const Call&);
};

std::span<const Builtin> builtin_table();
const Builtin* find_builtin(std::string_view name);
unsigned accepts_at(const Builtin&, std::size_t position);
/// "文字或列表" / "text or list"
Wording name_of_accepted(unsigned accepts);
unsigned bit_of(const Value&);

}  // namespace anjuan::expression
