#pragma once
// The one expression language of guards, assignments, templates and forms: ECMAScript-subset
// syntax, Chinese synonyms (并且 或者 不是 等于 …) and Chinese names; total: no loops, no functions
// defined, no clock, no randomness; bounded in depth, nodes and steps (limits below).
// Full-width punctuation (（），：“”…) is read as its half-width twin.

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/value.h"

namespace anjuan::expression {

inline constexpr int max_depth = 64;            ///< nesting of brackets and the like
inline constexpr int max_nodes = 1000;          ///< names, literals and operators of one expression
inline constexpr int max_steps = 10000;         ///< nodes visited by one evaluation
inline constexpr int max_items = 1000000;       ///< list items looked at by one evaluation
inline constexpr int max_text_bytes = 1 << 20;  ///< of a text that is put together

/// What a name may hold, for the check at load.
struct Type {
  enum class Kind { any, boolean, integer, decimal, text, date, list, record, enumeration };
  Kind kind = Kind::any;
  std::vector<std::string> choices;                           ///< of an enumeration (a text)
  std::shared_ptr<const Type> item;                           ///< of a list; null: any
  std::shared_ptr<const std::map<std::string, Type>> fields;  ///< of a record; null: open
};
/// "text", "integer", "decimal", "boolean", "date", "list", "record", "choice:甲|乙", "list of X".
std::optional<Type> parse_type(std::string_view);
/// The words parse_type knows, for messages.
std::vector<std::string> type_words();
/// As a person reads it: 整数 / an integer.
Wording name_of(const Type&);
/// The same for the kind of a value: 文字“甲” / the text “甲”.
Wording describe(const Value&);
/// Whether a value fits; an empty value fits every type. A whole decimal fits integer.
bool fits(const Value&, const Type&);
/// Reads what a person typed as a value of the type ("2026-09-10", "是", "12", "a、b").
/// Nothing typed gives the empty value.
Result<Value> read_value(std::string_view typed, const Type&, const Place&);

using Names = std::map<std::string, Type, std::less<>>;

struct Node;

/// A compiled expression; immutable, shared freely.
class Expression {
 public:
  const std::string& source() const { return source_; }
  const Place& place() const { return place_; }
  explicit Expression(std::string source, Place place, std::shared_ptr<const Node> root)
      : source_(std::move(source)), place_(std::move(place)), root_(std::move(root)) {}
  const Node& root() const { return *root_; }

 private:
  std::string source_;
  Place place_;
  std::shared_ptr<const Node> root_;
};

/// Parses; the diagnostic's column is the attribute's column plus the offset (in characters).
Result<Expression> compile(std::string_view source, const Place&);

/// Checks names and types against what is declared. `result`: the type wanted, any if none.
Diagnostics check(const Expression&, const Names&, const Type& result);
/// The type an expression yields, as far as the names tell it; any where they do not.
Type type_of(const Expression&, const Names&);
std::set<std::string> names_used(const Expression&);
/// The texts given to In('id') as literals, with their places: for the check that such states exist.
std::vector<std::pair<std::string, Place>> states_asked(const Expression&);

/// What evaluation may ask of its surroundings.
struct Surroundings {
  const Fields& fields;
  std::function<bool(std::string_view)> in_state;                      ///< In('id'); may be empty
  std::function<Result<std::int64_t>(Day, Day)> working_days_between;  ///< 工作日差; may be empty
};

/// Evaluates; an error names the place and what was found. Never loops, never blocks.
/// A missing key, an index outside a list and a field of an empty value are empty; `==` works on
/// everything; `<` and arithmetic refuse empty values; `! && || ?:` take booleans only.
Result<Value> evaluate(const Expression&, const Surroundings&);
/// Evaluates and requires a boolean.
Result<bool> holds(const Expression&, const Surroundings&);

/// A place to assign to: a name, or a field or item below it ("a", "a.b", "a['b'][0]").
struct Location {
  std::string source;
  std::string name;
  std::vector<Expression> path;  ///< each yields a field name or an index
  Place place;
};
Result<Location> compile_location(std::string_view source, const Place&);
/// `fields` with the value put in place; the location's name must exist there, and so must every
/// record or list on the way. A list takes an index up to its length.
Outcome assign(Fields& fields, const Location&, Value, const Surroundings&);

struct Assignment {
  Location location;
  Expression value;
};
/// A script: assignments "a = 1; b.c = a + 1" separated by ; or line ends; // comments are skipped.
Result<std::vector<Assignment>> compile_script(std::string_view source, const Place&);

/// A built-in function, for documentation.
struct BuiltinEntry {
  std::string name, written;  ///< 工作日差, "工作日差(从, 到)"
  int least = 0, most = 0;    ///< number of arguments; most -1: any
  Wording says, result;
};
std::vector<BuiltinEntry> builtins();
/// The operators and their Chinese words, for documentation: {"&&", "并且"}, …
std::vector<std::pair<std::string, std::string>> operator_words();

}  // namespace anjuan::expression
