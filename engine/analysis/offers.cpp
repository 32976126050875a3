// Values by type, by what conditions speak of, and by the ends of the intervals they tell apart.

#include "analysis/offers.h"

#include <algorithm>

#include "analysis/knowledge.h"

namespace anjuan::analysis {

namespace {

constexpr std::size_t most_combinations = 400;  ///< of one act
using TypeKind = expression::Type::Kind;

Value of_kind(TypeKind kind, Day on) {
  switch (kind) {
    case TypeKind::boolean:
      return Value(false);
    case TypeKind::integer:
    case TypeKind::decimal:
      return Value(1);
    case TypeKind::date:
      return Value(on);
    case TypeKind::list:
      return Value(List{});
    case TypeKind::record:
      return Value(Fields{});
    default:
      return Value("某");
  }
}

}  // namespace

std::vector<Fields> Offers::to(const procedure::Transition& transition, Day on) const {
  std::vector<Fields> out{{}};
  std::set<std::string> done;
  for (const auto& input : transition.inputs) {
    if (!done.insert(input.name).second) continue;
    const bool asked = is_asked(input.name);
    if (!asked && !input.required) continue;
    std::vector<Value> values = candidates(input, on);
    // What must be given nobody can leave empty in a form.
    if (input.required) std::erase(values, Value(List{}));
    if (!asked && values.size() > 1) values.resize(1);
    std::vector<Fields> more;
    for (const Fields& before : out) {
      if (!input.required) more.push_back(before);
      for (const Value& value : values) {
        if (more.size() >= most_combinations) break;
        more.push_back(before);
        more.back()[input.name] = value;
      }
    }
    out = std::move(more);
  }
  return out;
}

Fields Offers::message_to(const procedure::Transition& transition, Day on) const {
  std::set<std::string> keys;
  Fields out;
  const auto read = [&](const procedure::Code& code, const expression::Type* type) {
    std::set<std::string> here;
    if (code.expression) collect_event_values(code.expression->root(), here);
    for (const std::string& key : here) {
      if (out.count(key) == 0 || type != nullptr)
        out[key] = of_kind(type == nullptr ? TypeKind::any : type->kind, on);
    }
  };
  read(transition.condition, nullptr);
  procedure::for_each_action(transition.content, [&](const procedure::Action& action) {
    const auto* assign = std::get_if<procedure::Assign>(&action.what);
    if (assign == nullptr || !assign->location.location) return;
    // Where a data item is set to it, it is of its type; what is put together of it may be anything.
    const auto* item = model_.definition.data_item(assign->location.location->name);
    const bool is_it = assign->value.expression && is_path(assign->value.expression->root());
    read(assign->value, item == nullptr || !is_it ? nullptr : &item->type);
  });
  return out;
}

/// Whether anything is decided by the input; otherwise one value is as good as another.
bool Offers::is_asked(const std::string& name) const {
  return model_.kind_of(name) != NameKind::aside || model_.asked_of_event.count(name) > 0;
}

std::vector<Value> Offers::candidates(const procedure::Input& input, Day on) const {
  const auto* item = model_.definition.data_item(input.name);
  const bool narrowed = input.type.kind != TypeKind::any;
  return values_of(input.name, input.of_data && item != nullptr && !narrowed ? item->type : input.type, on);
}

std::vector<Value> Offers::values_of(const std::string& name, const expression::Type& type, Day on) const {
  std::vector<Value> out;
  if (type.kind == TypeKind::boolean) out = {Value(true), Value(false)};
  if (type.kind == TypeKind::enumeration) out.assign(type.choices.begin(), type.choices.end());
  if (type.kind == TypeKind::list) out = lists(name);
  if (type.kind == TypeKind::record) out = records(name, on);
  if (type.kind == TypeKind::date) {
    for (int days : {0, -1, 1, -400, 400}) out.emplace_back(on + std::chrono::days(days));
  }
  if (type.kind == TypeKind::text || type.kind == TypeKind::any) {
    out = {Value("某"), Value("另")};
    for (Value& text : spoken_.texts(name)) out.push_back(std::move(text));
  }
  if (type.kind == TypeKind::integer || type.kind == TypeKind::decimal) {
    for (const std::int64_t n : numbers(name)) out.emplace_back(n);
  }
  return out;
}

/// The texts that conditions look for in it, one by one and all together; and just so many of anything.
std::vector<Value> Offers::lists(const std::string& name) const {
  constexpr std::int64_t longest = 6;
  const List spoken = spoken_.texts(name);
  std::vector<Value> out;
  for (const Value& text : spoken) out.emplace_back(List{text});
  if (spoken.size() > 1) out.emplace_back(spoken);
  std::set<std::int64_t> lengths;
  const auto known = model_.thresholds.find(name);
  if (spoken.empty()) lengths = {1, 2};
  if (spoken.empty() && known != model_.thresholds.end())
    lengths.insert(known->second.ends().begin(), known->second.ends().end());
  for (const std::int64_t n : lengths) {
    if (n > 0 && n <= longest) out.emplace_back(List(static_cast<std::size_t>(n), item_of(name)));
  }
  out.emplace_back(List{});
  return out;
}

/// With the fields that are asked of its items, a plain text where none is.
Value Offers::item_of(const std::string& name) const {
  Fields fields;
  for (const std::string& field : spoken_.fields_of_items(name)) fields.emplace(field, "某");
  return fields.empty() ? Value("某") : Value(std::move(fields));
}

/// With a value in each field that is read of it: as the data item likes it that it is assigned to.
std::vector<Value> Offers::records(const std::string& name, Day on) const {
  std::vector<Fields> all{{}};
  for (const std::string& field : spoken_.fields(name)) {
    std::vector<Value> values{Value("某")};
    procedure::for_every_action(model_.definition, [&](const procedure::Action& action) {
      const auto* assign = std::get_if<procedure::Assign>(&action.what);
      if (assign == nullptr || !assign->location.location || !assign->value.expression) return;
      const auto& root = assign->value.expression->root();
      const auto* item = model_.definition.data_item(assign->location.location->name);
      if (item == nullptr || !is_path(root) || canonical(root) != name + "." + field) return;
      values = values_of(item->id, item->type, on);
    });
    std::vector<Fields> more;
    for (const Fields& before : all) {
      for (const Value& value : values) {
        if (more.size() >= most_combinations) break;
        more.push_back(before);
        more.back()[field] = value;
      }
    }
    all = std::move(more);
  }
  return {all.begin(), all.end()};
}

/// Those that the definition names with their neighbours, and small ones; a count as a person would write
/// it before anything below nought.
std::vector<std::int64_t> Offers::numbers(const std::string& name) const {
  std::set<std::int64_t> all{-1, 0, 1, 2, 3, 4, 5, 6, 10, 100};
  if (const auto known = model_.thresholds.find(name); known != model_.thresholds.end())
    all.insert(known->second.ends().begin(), known->second.ends().end());
  std::vector<std::int64_t> out(all.begin(), all.end());
  std::stable_partition(out.begin(), out.end(), [](std::int64_t n) { return n >= 0; });
  return out;
}

}  // namespace anjuan::analysis
