#include "handling/course.h"

namespace anjuan::handling {
namespace {

Value without(const Value& record, std::initializer_list<std::string_view> names) {
  if (!record.is(Value::Kind::record)) return record;
  Fields fields = record.record();
  for (const std::string_view name : names) {
    if (const auto found = fields.find(name); found != fields.end()) fields.erase(found);
  }
  return Value(std::move(fields));
}

template <class One>
Value each(const Value& list, One one) {
  if (!list.is(Value::Kind::list)) return list;
  List out;
  for (const Value& item : list.list()) out.push_back(one(item));
  return Value(std::move(out));
}

/// A field that is there, changed.
template <class Change>
Value with_changed(const Value& record, const char* name, Change change) {
  const Value& field = record.field(name);
  return field.empty() ? record : with_field(record, name, change(field));
}

bool brought_a_file(const Value& effect) {
  for (const char* name : {"paper", "sheet", "bound"}) {
    if (!effect.field(name).empty()) return true;
  }
  return false;
}

Value course_of_effect(const Value& effect) {
  return brought_a_file(effect) ? without(effect, {"digest", "manifest"}) : without(effect, {"scan"});
}

/// That a batch was published is compared, not of which files this version makes it.
Value course_of_effects(const Value& all) {
  if (!all.is(Value::Kind::list)) return all;
  List out;
  for (const Value& effect : all.list()) {
    if (effect.field("published").empty()) out.push_back(course_of_effect(effect));
  }
  return Value(std::move(out));
}

}  // namespace

Value without_rows(const Value& entry) { return without(entry, {"rows"}); }

Value course_of_entry(const Value& entry) {
  const Value told = with_changed(entry, "effects", course_of_effects);
  // That the clock had been set back is told since a later version; times themselves are compared.
  // Rows are sealed with the digests of their papers; what they say is compared case by case.
  return without(told, {"files", "rows", "clock_set_back_from"});
}

Value course_of_case(const Value& body) {
  Value out = with_changed(body, "papers", [](const Value& all) {
    return each(all, [](const Value& paper) { return without(paper, {"print", "source", "pages", "scan", "scan_pages"}); });
  });
  out = with_changed(out, "sheets", [](const Value& all) { return each(all, [](const Value& sheet) { return without(sheet, {"blank"}); }); });
  out = with_changed(out, "batches", [](const Value& all) { return each(all, [](const Value& batch) { return without(batch, {"files"}); }); });
  // What a draw decided, not how it is put into words.
  out = with_changed(out, "draws", [](const Value& all) { return each(all, [](const Value& draw) { return without(draw, {"facts"}); }); });
  return with_changed(out, "dossier", [](const Value& dossier) {
    return with_changed(dossier, "volumes", [](const Value& all) {
      return each(all, [](const Value& volume) { return without(volume, {"file", "manifest", "pages"}); });
    });
  });
}

}  // namespace anjuan::handling
