#pragma once
// The table of built-in functions: one row drives the parser (number of arguments), the check
// (types), the evaluation and the documentation.

#include <span>
#include <string_view>

#include "base/result.h"
#include "base/value.h"
#include "expression/budget.h"
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
  accepts_ordered = accepts_number | accepts_text | accepts_date,
  accepts_all = 255,
};

/// What type a call yields.
enum class Yields { boolean, integer, number, text, date, list, first, item, field_list, added_list };

/// The arguments of a call: where each lies.
class Arguments {
 public:
  explicit Arguments(std::span<const Value* const> where) : where_(where) {}
  const Value& operator[](std::size_t position) const { return *where_[position]; }
  std::size_t size() const { return where_.size(); }

 private:
  std::span<const Value* const> where_;
};

inline const Value nothing;  ///< what stands for a value that is not there

struct Call {
  Arguments arguments;
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
  bool orders = false;  ///< holds its arguments, or the items of its list, against each other
  bool asks = false;    ///< asks the surroundings, so that it is not the same everywhere
};

std::span<const Builtin> builtin_table();
/// The functions that only the dialect ecmascript has: Math.max, parseInt, …
std::span<const Builtin> script_builtin_table();
const Builtin* find_builtin(std::string_view name, Dialect);
unsigned accepts_at(const Builtin&, std::size_t position);
/// "文字或列表" / "text or list"
Wording name_of_accepted(unsigned accepts);
unsigned bit_of(const Value&);

}  // namespace anjuan::expression
