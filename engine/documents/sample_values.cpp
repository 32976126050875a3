#include "documents/sample_values.h"

#include <algorithm>

#include "base/text.h"
#include "documents/messages.h"
#include "documents/template_shape.h"

namespace anjuan::documents {
namespace {

using expression::Type;
using TypeKind = Type::Kind;

/// A grey pattern as PNG, 48 × 36 points.
constexpr std::string_view kPicture =
    "89504e470d0a1a0a0000000d4948445200000030000000240800000000ea2ee6d6000000284944415478da63380b"
    "06afc1801836c388d440bc52087b646a184d4ba36969342d8da6a541a601007cb7cd4c7d35bbbc0000000049454e"
    "44ae426082";

std::string picture() {
  const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
  std::string bytes;
  for (std::size_t i = 0; i + 1 < kPicture.size(); i += 2)
    bytes += static_cast<char>(digit(kPicture[i]) * 16 + digit(kPicture[i + 1]));
  return bytes;
}

TypeKind kind_of(const Shape& shape) {
  if (shape.type.kind != TypeKind::any) return shape.type.kind;
  if (shape.item) return TypeKind::list;
  return shape.fields.empty() ? TypeKind::text : TypeKind::record;
}

// ---- what a person gives ----

class Fitter {
 public:
  explicit Fitter(std::string file) : file_(std::move(file)) {}

  Value fit(const Value& value, const Shape& shape, const std::string& path) {
    const TypeKind wanted =
        shape.type.kind == TypeKind::any && !value.is(Value::Kind::text) ? TypeKind::any : kind_of(shape);
    if (value.is(Value::Kind::record) && (wanted == TypeKind::record || wanted == TypeKind::any))
      return fit_record(value, shape, path);
    if (value.is(Value::Kind::list) && (wanted == TypeKind::list || wanted == TypeKind::any))
      return fit_list(value, shape, path);
    if (value.is(Value::Kind::text) && shape.type.kind == TypeKind::any) {
      // JSON has no dates; nothing but a date is written like this.
      if (const auto day = parse_day(value.text())) return Value(*day);
    }
    if (value.is(Value::Kind::text) && wanted == TypeKind::date) {
      auto read = expression::read_value(value.text(), shape.type, {});
      if (read) return *std::move(read);
    } else if (wanted == TypeKind::any || expression::fits(value, shape.type)) {
      return value;
    } else if (value.is(Value::Kind::text) && wanted == TypeKind::text) {
      return value;
    }
    problems.push_back(diagnose(data_of_another_type, Place{file_}, path,
                                expression::name_of(wanted_type(shape, wanted)),
                                expression::describe(value)));
    return {};
  }

  void unknown(const std::string& path, const std::string& name, const std::vector<std::string>& known) {
    const auto near = nearest(name, known);
    problems.push_back(
        diagnose(data_unknown, Place{file_}, path,
                 near ? Wording("最接近的是“" + *near + "”", "the nearest is “" + *near + "”")
                      : Wording("可以写：" + join(known, "、"), "known: " + join(known, ", "))));
  }

  Diagnostics problems;

 private:
  static Type wanted_type(const Shape& shape, TypeKind kind) {
    Type type = shape.type;
    type.kind = kind;
    return type;
  }

  Value fit_record(const Value& value, const Shape& shape, const std::string& path) {
    Fields out;
    std::vector<std::string> known;
    for (const auto& [name, field] : shape.fields) known.push_back(name);
    for (const auto& [name, field] : value.record()) {
      const std::string at = path + "." + name;
      const auto wanted = shape.fields.find(name);
      if (wanted != shape.fields.end())
        out.emplace(name, fit(field, wanted->second, at));
      else if (shape.type.fields)
        unknown(at, name, known);
      else
        out.emplace(name, field);
    }
    return out;
  }

  Value fit_list(const Value& value, const Shape& shape, const std::string& path) {
    if (!shape.item) return value;
    List out;
    for (const Value& item : value.list())
      out.push_back(fit(item, *shape.item, path + "[" + std::to_string(out.size() + 1) + "]"));
    return out;
  }

  std::string file_;
};

// ---- what is made up ----

class SampleMaker {
 public:
  explicit SampleMaker(Day on) : on_(on) {}

  Value fill(const Shape& shape, const Value* given, const std::string& suffix = "") const {
    if (given != nullptr && given->is(Value::Kind::record)) return record(shape, given->record());
    if (given != nullptr && given->is(Value::Kind::list)) return list(shape, given->list());
    if (given != nullptr) return *given;
    if (shape.picture) return picture();
    switch (kind_of(shape)) {
      case TypeKind::boolean:
        return true;
      case TypeKind::integer:
        return 2;
      case TypeKind::decimal:
        return make_decimal(12345, 1);
      case TypeKind::date:
        return on_;
      case TypeKind::enumeration:
        return shape.type.choices.front();
      case TypeKind::record:
        return record(shape, {});
      case TypeKind::list:
        return two(shape);
      default:
        return "样例" + shape.label + suffix;
    }
  }

 private:
  Value record(const Shape& shape, const Fields& given) const {
    Fields out = given;
    for (const auto& [name, field] : shape.fields) {
      const auto known = given.find(name);
      out.insert_or_assign(name, fill(field, known == given.end() ? nullptr : &known->second));
    }
    return out;
  }
  Value list(const Shape& shape, const List& given) const {
    if (!shape.item) return given;
    List out;
    for (const Value& item : given) out.push_back(fill(*shape.item, &item));
    return out;
  }
  Value two(const Shape& shape) const {
    Shape item;
    item.label = shape.label;
    const Shape& one = shape.item ? *shape.item : item;
    return List{fill(one, nullptr, "一"), fill(one, nullptr, "二")};
  }

  Day on_;
};

}  // namespace

Result<Fields> fitted(const Fields& data, const DocumentTemplate& made, const expression::Names& provided,
                      const std::string& file) {
  const Shapes shapes = shapes_of(made, provided);
  std::vector<std::string> known;
  for (const auto& [name, shape] : shapes) known.push_back(name);
  Fitter fitter(file);
  Fields out;
  for (const auto& [name, value] : data) {
    const auto shape = shapes.find(name);
    if (shape != shapes.end())
      out.emplace(name, fitter.fit(value, shape->second, name));
    else if (provided.contains(name))
      out.emplace(name, value);
    else
      fitter.unknown(name, name, known);
  }
  if (!fitter.problems.empty()) return std::move(fitter.problems);
  return out;
}

Fields sample_fields(const DocumentTemplate& made, const expression::Names& provided, const Fields& given,
                     Day on) {
  const SampleMaker maker(on);
  Fields out = given;
  for (const auto& [name, shape] : shapes_of(made, provided)) {
    const auto known = given.find(name);
    out.insert_or_assign(name, maker.fill(shape, known == given.end() ? nullptr : &known->second));
  }
  return out;
}

}  // namespace anjuan::documents
