#pragma once
// The data that flows: typed, immutable, cheap to copy, ordered. No floating point: amounts and
// ratios are decimals, so that the same inputs give the same bytes on every machine.

#include <cstdint>
#include <initializer_list>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/check.h"
#include "base/date.h"

namespace anjuan {

/// mantissa / 10^scale, scale 0..9, without trailing zeros (normalised by `make_decimal`).
struct Decimal {
  std::int64_t mantissa = 0;
  int scale = 0;
  bool operator==(const Decimal&) const = default;
};
Decimal make_decimal(std::int64_t mantissa, int scale);
std::string text_of(Decimal);  ///< "0.3", "-12.05", "7"

class Value;
using List = std::vector<Value>;
/// Names to values, in byte order of the names: also the environment that expressions read.
using Fields = std::map<std::string, Value, std::less<>>;

class Value {
 public:
  enum class Kind { empty, boolean, integer, decimal, text, date, list, record };

  Value() = default;  ///< empty: not known, not given
  Value(bool b) : data_(b) {}
  Value(int i) : data_(std::int64_t{i}) {}
  Value(std::int64_t i) : data_(i) {}
  Value(Decimal d) : data_(d) {}
  Value(const char* s) : data_(std::string(s)) {}
  Value(std::string_view s) : data_(std::string(s)) {}
  Value(std::string s) : data_(std::move(s)) {}
  Value(Day d) : data_(d) {}
  Value(List);
  Value(Fields);

  Kind kind() const { return static_cast<Kind>(data_.index()); }
  bool is(Kind k) const { return kind() == k; }
  bool empty() const { return is(Kind::empty); }

  /// The content; the caller has checked the kind (ANJUAN_CHECK otherwise).
  bool boolean() const { return as<bool>(); }
  std::int64_t integer() const { return as<std::int64_t>(); }
  /// Also of an integer.
  Decimal decimal() const { return is(Kind::integer) ? Decimal{integer(), 0} : as<Decimal>(); }
  const std::string& text() const { return as<std::string>(); }
  Day date() const { return as<Day>(); }
  const List& list() const;
  const Fields& record() const;

  /// A field of a record, or empty: for reading facts where absence is normal.
  const Value& field(std::string_view name) const;
  /// The text of a text value, "" for anything else.
  const std::string& text_or_empty() const;

  /// About the bytes it takes as text: 8 for a plain value, the bytes of texts and names, and all that is
  /// within. What is shared counts wherever it stands. Kept, not counted anew; never above 2^61.
  std::int64_t size() const;
  /// Lists and records around the innermost value: 0 for a plain value.
  int depth() const;

  /// Same kind and content; integer and decimal compare by number.
  bool operator==(const Value&) const;

 private:
  template <class Items>
  struct Held;  ///< items with the size and depth of the whole
  using HeldList = std::shared_ptr<const Held<List>>;
  using HeldRecord = std::shared_ptr<const Held<Fields>>;

  std::variant<std::monostate, bool, std::int64_t, Decimal, std::string, Day, HeldList, HeldRecord> data_;

  template <class T>
  const T& as() const {
    const T* content = std::get_if<T>(&data_);
    ANJUAN_CHECK(content != nullptr);
    return *content;
  }
};

template <class Items>
struct Value::Held {
  Items items;
  std::int64_t size = 8;
  int depth = 1;
};

inline const List& Value::list() const { return as<HeldList>()->items; }
inline const Fields& Value::record() const { return as<HeldRecord>()->items; }

/// As a person reads it in a document: "" for empty, 是/否, digits, 2026年9月10日; lists joined by 、.
std::string display(const Value&);
/// A copy of `record` with `name` set.
Value with_field(const Value& record, std::string name, Value value);

}  // namespace anjuan
