#include "base/value.h"

#include "base/check.h"

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

bool Value::boolean() const {
  ANJUAN_CHECK(is(Kind::boolean));
  return std::get<bool>(data_);
}

std::int64_t Value::integer() const {
  ANJUAN_CHECK(is(Kind::integer));
  return std::get<std::int64_t>(data_);
}

Decimal Value::decimal() const {
  if (is(Kind::integer)) return {integer(), 0};
  ANJUAN_CHECK(is(Kind::decimal));
  return std::get<Decimal>(data_);
}

const std::string& Value::text() const {
  ANJUAN_CHECK(is(Kind::text));
  return std::get<std::string>(data_);
}

Day Value::date() const {
  ANJUAN_CHECK(is(Kind::date));
  return std::get<Day>(data_);
}

const List& Value::list() const {
  ANJUAN_CHECK(is(Kind::list));
  return *std::get<std::shared_ptr<const List>>(data_);
}

const Fields& Value::record() const {
  ANJUAN_CHECK(is(Kind::record));
  return *std::get<std::shared_ptr<const Fields>>(data_);
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
  if (number(*this) && number(other)) {
    const Decimal a = decimal(), b = other.decimal();
    return make_decimal(a.mantissa, a.scale) == make_decimal(b.mantissa, b.scale);
  }
  if (kind() != other.kind()) return false;
  switch (kind()) {
    case Kind::list:
      return list() == other.list();
    case Kind::record:
      return record() == other.record();
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
