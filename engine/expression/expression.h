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
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/value.h"
#include "expression/name_table.h"

namespace anjuan::expression {

inline constexpr int max_depth = 64;             ///< nesting of brackets and the like
inline constexpr int max_nodes = 1000;           ///< names, literals and operators of one expression
inline constexpr int max_script_nodes = 10000;   ///< the same of a whole script of the dialect ecmascript
inline constexpr int max_steps = 10000;          ///< nodes visited by one evaluation
inline constexpr int max_items = 1000000;        ///< list items looked at by one evaluation; 64 bytes of text are one
inline constexpr int max_text_bytes = 1 << 20;   ///< of a text that is put together
inline constexpr int max_value_bytes = 1 << 24;  ///< Value::size() of a list or record put together
inline constexpr int max_value_depth = 100;      ///< its Value::depth()
inline constexpr int max_source_bytes = 1 << 16;  ///< of an expression or script as written

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
/// Whether every value that fits the second type surely fits the first.
bool includes(const Type&, const Type&);
/// Reads what a person typed as a value of the type ("2026-09-10", "是", "12", "a、b").
/// Nothing typed gives the empty value.
Result<Value> read_value(std::string_view typed, const Type&, const Place&);

using Names = std::map<std::string, Type, std::less<>>;

struct Node;

/// `anjuan` is the typed language of our definitions. `ecmascript` is the same language read as charts with
/// datamodel="ecmascript" mean it, as far as it goes: untyped, with that language's truth, equality and text.
enum class Dialect { anjuan, ecmascript };

/// A compiled expression; immutable, shared freely.
class Expression {
 public:
  const std::string& source() const { return source_; }
  const Place& place() const { return place_; }
  Dialect dialect() const { return dialect_; }
  explicit Expression(std::string source, Place place, std::shared_ptr<const Node> root,
                      Dialect dialect = Dialect::anjuan)
      : source_(std::move(source)), place_(std::move(place)), root_(std::move(root)), dialect_(dialect) {}
  const Node& root() const { return *root_; }
  const std::shared_ptr<const Node>& shared_root() const { return root_; }

 private:
  std::string source_;
  Place place_;
  std::shared_ptr<const Node> root_;
  Dialect dialect_;
};

/// Parses; the diagnostic's column is the attribute's column plus the offset (in characters).
Result<Expression> compile(std::string_view source, const Place&, Dialect = Dialect::anjuan);

/// A value as an expression that yields it, whatever its size; `source` is how it is written.
Expression literal(Value, std::string source, const Place&, Dialect = Dialect::anjuan);

/// Checks names and types against what is declared. `result`: the type wanted, any if none.
Diagnostics check(const Expression&, const Names&, const Type& result);
/// The type an expression yields, as far as the names tell it; any where they do not.
Type type_of(const Expression&, const Names&);
std::set<std::string> names_used(const Expression&);
/// What is read of a name: all of it, or these of its fields.
struct Reading {
  bool all = false;
  std::set<std::string, std::less<>> fields;
};
using Readings = std::map<std::string, Reading, std::less<>>;
/// Adds what the expression reads, by name: name.甲 and name['甲'] read one field, any other use all of it.
void add_readings(const Expression&, Readings&);
/// The texts given to In('id') as literals, with their places: for the check that such states exist.
std::vector<std::pair<std::string, Place>> states_asked(const Expression&);
/// The keys that are looked up in the record `name` as literals, with their places: name.甲, name['甲'].
std::vector<std::pair<std::string, Place>> keys_asked(const Expression&, std::string_view name);
/// The text that the expression is, whatever the surroundings; nothing where it is computed or no text.
std::optional<std::string> fixed_text(const Expression&);

/// What evaluation may ask of its surroundings. Cheap to make, and made once for many evaluations.
/// A name is looked for in `over`, then by number in `values`, then in `fields`.
struct Surroundings {
  const Fields& fields;                                                     ///< names that are not numbered
  std::function<bool(std::string_view)> in_state = nullptr;                 ///< In('id'); may be empty
  std::function<Result<std::int64_t>(Day, Day)> working_days_between = {};  ///< 工作日差; may be empty
  std::span<const Value* const> values = {};   ///< numbered names; null: no such name now
  std::span<const std::uint64_t> active = {};  ///< bit n: numbered state n is active (before `in_state`)
  const Fields* over = nullptr;                ///< a few names laid over all others; may be null
  const NameTable* names = nullptr;            ///< how `values` are numbered, for functions kept as data
  std::int64_t* effort = nullptr;  ///< to which every evaluation adds its steps and items; may be null
};

/// The expression with its names numbered, new ones added to the table; with `states`, also the states
/// asked by In('id') as far as the table has them.
Expression numbered(const Expression&, NameTable& names, const NameTable* states = nullptr);

/// Evaluates; an error names the place and what was found. Never loops, never blocks.
/// A missing key, an index outside a list and a field of an empty value are empty; `==` works on
/// everything; `<` and arithmetic refuse empty values; `! && || ?:` take booleans only.
/// In the dialect ecmascript all that follows that language, and an expression may set names (++x): these
/// go into `changed`, where they are also read; null: an expression that sets anything is refused.
Result<Value> evaluate(const Expression&, const Surroundings&, Fields* changed = nullptr);
/// Evaluates and requires a boolean; in the dialect ecmascript, what counts as true holds.
Result<bool> holds(const Expression&, const Surroundings&, Fields* changed = nullptr);

/// A place to assign to: a name, or a field or item below it ("a", "a.b", "a['b'][0]").
struct Location {
  std::string source;
  std::string name;
  std::vector<Expression> path;  ///< each yields a field name or an index
  Place place;
  Dialect dialect = Dialect::anjuan;
  int number = -1;  ///< of the name, once numbered
};
Result<Location> compile_location(std::string_view source, const Place&, Dialect = Dialect::anjuan);
Location numbered(const Location&, NameTable& names, const NameTable* states = nullptr);
/// What the name of the location holds after the value was put in place: `whole` with the value at the path,
/// or the value itself where the location is a plain name. Every record or list on the way must exist; a
/// list takes an index up to its length. `changed`: as for `evaluate`.
Result<Value> put(const Value& whole, const Location&, Value, const Surroundings&, Fields* changed = nullptr);
/// `fields` with the value put in place; the location's name must exist there.
Outcome assign(Fields& fields, const Location&, Value, const Surroundings&);

struct Assignment {
  Location location;
  Expression value;
};
Assignment numbered(const Assignment&, NameTable& names, const NameTable* states = nullptr);
/// A script: statements separated by ; or line ends; // comments are skipped.
struct Script {
  std::vector<Assignment> assignments;   ///< dialect anjuan: all that it does
  std::optional<Expression> statements;  ///< dialect ecmascript: evaluated for the names it sets
  std::vector<std::string> declares;     ///< names that `var` and `function` declare
};
Result<Script> compile_script(std::string_view source, const Place&, Dialect = Dialect::anjuan);
Script numbered(const Script&, NameTable& names, const NameTable* states = nullptr);
/// Runs the script. `changed` holds afterwards every name that it set, with the new value, also those set
/// before an error; a name declared and not set is empty, unless it has a value already. What `changed`
/// held before is read before the surroundings.
Outcome run(const Script&, const Surroundings&, Fields& changed);

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
