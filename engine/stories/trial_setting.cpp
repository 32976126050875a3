#include "stories/trial_setting.h"

#include "base/text.h"
#include "cases/case_facts.h"
#include "json/json.h"
#include "stories/samples.h"

namespace anjuan::stories {

expression::Names given_names(const procedure::Definition& definition, const cases::Bureau& bureau) {
  expression::Names names = cases::fact_names(bureau, definition.kind);
  for (const procedure::DataItem& item : definition.data) names.insert_or_assign(item.id, item.type);
  return names;
}

Value plain_value(const std::string& text) {
  if (text == "是" || text == "真" || text == "true") return Value(true);
  if (text == "否" || text == "假" || text == "false") return Value(false);
  if (const auto day = parse_day(text)) return Value(*day);
  const bool json = !text.empty() && (text.starts_with("{") || text.starts_with("[") ||
                                      text.find_first_not_of("-.0123456789") == std::string::npos);
  if (json) {
    const auto value = json::read(text, Place{});
    if (value.ok()) return with_dates(*value);
  }
  return Value(text);
}

Result<Value> value_for(const procedure::Definition& definition, const std::string& path,
                        const std::string& text) {
  const procedure::DataItem* item = definition.data_item(path);
  const bool plain = item == nullptr || item->type.kind == expression::Type::Kind::any ||
                     text.starts_with("{") || text.starts_with("[");
  return plain ? Result<Value>(plain_value(text))
               : expression::read_value(text, item->type, Place{"", 0, 0, path});
}

Value with_dates(const Value& value) {
  if (value.is(Value::Kind::text)) {
    const auto day = parse_day(value.text());
    return day ? Value(*day) : value;
  }
  if (value.is(Value::Kind::list)) {
    List out;
    for (const Value& item : value.list()) out.push_back(with_dates(item));
    return out;
  }
  if (value.is(Value::Kind::record)) {
    Fields out;
    for (const auto& [name, field] : value.record()) out.emplace(name, with_dates(field));
    return out;
  }
  return value;
}

Value with_dates(const Value& value, const expression::Type& type) {
  using Kind = expression::Type::Kind;
  if (type.kind == Kind::list && type.item && value.is(Value::Kind::list)) {
    List out;
    for (const Value& item : value.list()) out.push_back(with_dates(item, *type.item));
    return out;
  }
  if (type.kind == Kind::record && type.fields && value.is(Value::Kind::record)) {
    Fields out;
    for (const auto& [name, field] : value.record()) {
      const auto known = type.fields->find(name);
      out.emplace(name, known == type.fields->end() ? with_dates(field) : with_dates(field, known->second));
    }
    return out;
  }
  return type.kind == Kind::text || type.kind == Kind::enumeration ? value : with_dates(value);
}

Result<PreparedTrial> prepare_trial(const TrialSources& sources) {
  ANJUAN_TRY(const procedure::DefinitionPtr definition,
             procedure::load(sources.xml, sources.file, sources.beside));
  ANJUAN_TRY(calendar::WorkingCalendar calendar, calendar::WorkingCalendar::make(sources.years));
  const cases::Bureau bureau = sources.bureau.value_or(cases::Bureau{});
  PreparedTrial out{{definition, std::move(calendar), {}, {}, {}, sources.on}, {}};
  const expression::Names types = given_names(*definition, bureau);
  for (const auto& [name, value] : sources.given) {
    const auto type = types.find(name);
    (definition->data_item(name) ? out.setting.data : out.setting.facts)
        .insert_or_assign(name, type == types.end() ? with_dates(value) : with_dates(value, type->second));
  }
  for (const auto& [name, sample] : sample_facts(*definition, sources.xml, bureau, sources.on)) {
    const auto given = out.setting.facts.find(name);
    if (given == out.setting.facts.end()) {
      out.made_up.emplace(name, sample);
      out.setting.facts.emplace(name, sample);
      continue;
    }
    if (!sample.is(Value::Kind::record) || !given->second.is(Value::Kind::record)) continue;
    Fields rest;
    for (const auto& [field, value] : sample.record()) {
      if (given->second.field(field).empty()) rest.emplace(field, value);
    }
    for (const auto& [field, value] : rest) given->second = with_field(given->second, field, value);
    if (!rest.empty()) out.made_up.emplace(name, Value(std::move(rest)));
  }
  out.setting.bureau = with_sample_people(bureau, *definition, out.setting.facts, sources.on);
  return out;
}

}  // namespace anjuan::stories
