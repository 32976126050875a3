#include "base/value.h"

#include <algorithm>

namespace anjuan {

Decimal make_decimal(std::int64_t mantissa, int scale) {
  while (scale > 0 && mantissa % 10 == 0) {
    mantissa /= 10;
    --scale;
  }
  return {mantissa, scale};
}

std::string text_of(Decimal d) {
  const bool negative = d.mantissa < 0;
  std::string digits = std::to_string(negative ? -static_cast<unsigned long long>(d.mantissa)
                                               : static_cast<unsigned long long>(d.mantissa));
  if (d.scale > 0) {
    const auto scale = static_cast<std::size_t>(d.scale);
    if (digits.size() <= scale) digits.insert(0, scale + 1 - digits.size(), '0');
    digits.insert(digits.size() - scale, ".");
  }
  return negative ? "-" + digits : digits;
}

namespace {

constexpr std::int64_t most_size = std::int64_t{1} << 61;

}  // namespace

Value::Value(List items) {
  auto held = std::make_shared<Held<List>>();
  for (const Value& item : items) {
    held->size = std::min(most_size, held->size + item.size());
    held->depth = std::max(held->depth, item.depth() + 1);
  }
  held->items = std::move(items);
  data_ = HeldList(std::move(held));
}

Value::Value(Fields fields) {
  auto held = std::make_shared<Held<Fields>>();
  for (const auto& [name, item] : fields) {
    held->size = std::min(most_size, held->size + static_cast<std::int64_t>(name.size()) + item.size());
    held->depth = std::max(held->depth, item.depth() + 1);
  }
  held->items = std::move(fields);
  data_ = HeldRecord(std::move(held));
}

std::int64_t Value::size() const {
  switch (kind()) {
    case Kind::text:
      return 8 + static_cast<std::int64_t>(text().size());
    case Kind::list:
      return as<HeldList>()->size;
    case Kind::record:
      return as<HeldRecord>()->size;
    default:
      return 8;
  }
}

int Value::depth() const {
  if (is(Kind::list)) return as<HeldList>()->depth;
  return is(Kind::record) ? as<HeldRecord>()->depth : 0;
}

const Value& Value::field(std::string_view name) const {
  static const Value none;
  if (!is(Kind::record)) return none;
  const auto found = record().find(name);
  return found == record().end() ? none : found->second;
}

const std::string& Value::text_or_empty() const {
  static const std::string none;
  return is(Kind::text) ? text() : none;
}

bool Value::operator==(const Value& other) const {
  const auto number = [](const Value& v) { return v.is(Kind::integer) || v.is(Kind::decimal); };
  if (kind() != other.kind() || is(Kind::decimal)) {
    if (!number(*this) || !number(other)) return false;
    const Decimal a = decimal(), b = other.decimal();
    return make_decimal(a.mantissa, a.scale) == make_decimal(b.mantissa, b.scale);
  }
  switch (kind()) {
    case Kind::list:
      return &list() == &other.list() || list() == other.list();
    case Kind::record:
      return &record() == &other.record() || record() == other.record();
    default:
      return data_ == other.data_;
  }
}

std::string display(const Value& value) {
  switch (value.kind()) {
    case Value::Kind::empty:
      return "";
    case Value::Kind::boolean:
      return value.boolean() ? "是" : "否";
    case Value::Kind::integer:
      return std::to_string(value.integer());
    case Value::Kind::decimal:
      return text_of(value.decimal());
    case Value::Kind::text:
      return value.text();
    case Value::Kind::date:
      return official(value.date());
    case Value::Kind::list: {
      std::string out;
      for (const Value& item : value.list()) out += (out.empty() ? "" : "、") + display(item);
      return out;
    }
    case Value::Kind::record: {
      std::string out;
      for (const auto& [name, item] : value.record())
        out += (out.empty() ? "" : "；") + name + "：" + display(item);
      return out;
    }
  }
  return "";
}

Value with_field(const Value& record, std::string name, Value value) {
  Fields fields = record.is(Value::Kind::record) ? record.record() : Fields{};
  fields.insert_or_assign(std::move(name), std::move(value));
  return fields;
}

}  // namespace anjuan
