// Facts by their types, people by their roles.

#include "analysis/world.h"

#include <algorithm>

namespace anjuan::analysis {

namespace {

using TypeKind = expression::Type::Kind;

constexpr int far_ahead = 1000;  ///< days
constexpr const char *papers_name = "文书", *limits_name = "期限", *signatory_name = "签署人",
                     *recorder_name = "记录人", *case_name = "案件", *to_sign_name = "待签署",
                     *to_serve_name = "待送达", *day_name = "日期", *id_name = "编号", *person_name = "姓名";

Value fact_of(const MadePaper& paper) {
  return Fields{{"题名", paper.title},
                {"文号", "〔1〕"},
                {"日期", paper.on},
                {"状态", paper.is_served   ? "已送达"
                         : paper.is_signed ? "已签署"
                                           : "已制作"},
                {"已签署", paper.is_signed},
                {"已送达", paper.is_served},
                {"送达日期", paper.is_served ? Value(paper.on) : Value()}};
}

Value waiting(const Surrounding& around, bool for_service) {
  List titles;
  for (const MadePaper& paper : around.papers) {
    const bool waits = for_service ? paper.serve && !paper.is_served : paper.sign && !paper.is_signed;
    if (paper.valid && waits) titles.emplace_back(paper.title);
  }
  return titles;
}

bool is_of_the_case(const std::string& name) {
  return name == papers_name || name == limits_name || name == day_name || name == signatory_name ||
         name == recorder_name;
}

}  // namespace

std::string id_of(const Value& person) {
  return display(person.is(Value::Kind::record) ? person.field(id_name) : person);
}

bool follows_from_acts(const std::string& name) { return name == case_name || is_of_the_case(name); }

const MadePaper* Surrounding::paper(const std::string& slot) const {
  const auto found = std::find_if(papers.rbegin(), papers.rend(),
                                  [&](const MadePaper& one) { return one.valid && one.slot == slot; });
  return found == papers.rend() ? nullptr : &*found;
}

MadePaper* Surrounding::paper(const std::string& slot) {
  return const_cast<MadePaper*>(std::as_const(*this).paper(slot));
}

World::World(const Model& model, const Spoken& spoken, Awaited awaited)
    : model_(model), spoken_(spoken), awaited_(std::move(awaited)) {
  add_settings();
}

void World::add_settings() {
  constexpr std::size_t most_settings = 12;
  settings_.emplace_back();
  bool papers = false, people = false;
  procedure::for_every_action(model_.definition, [&](const procedure::Action& action) {
    papers = papers || std::holds_alternative<procedure::DocumentAction>(action.what);
  });
  const auto outside = [&](const std::string& name) {
    return model_.kind_of(name) == NameKind::outside && !is_of_the_case(name);
  };
  for (const auto& [name, type] : model_.types)
    people = people || (type.kind == TypeKind::list && outside(name));
  if (papers) {
    settings_.push_back({.serves = false});
    settings_.push_back({.signs = false, .serves = false});
  }
  if (people) {
    for (const std::int64_t count : {1, 3, 0}) settings_.push_back({.people = count});
  }
  for (const auto& [name, type] : model_.types) {
    if (!outside(name)) continue;
    const auto vary = [&](const std::string& path, const expression::Type& of) {
      if (spoken_.asked().count(path) == 0) return;
      for (Value& value : alternatives(path, of)) {
        if (settings_.size() < most_settings) settings_.push_back({.path = path, .value = std::move(value)});
      }
    };
    vary(name, type);
    if (type.kind == TypeKind::record && type.fields) {
      for (const auto& [field, of] : *type.fields) vary(std::string(name) + "." + field, of);
    }
  }
}

/// Other values of a fact that conditions ask for than the plainest.
std::vector<Value> World::alternatives(const std::string& path, const expression::Type& type) const {
  std::vector<Value> out;
  switch (type.kind) {
    case TypeKind::boolean:
      return {Value(true)};
    case TypeKind::date:
      return {Value(make_day(2020, 1, 1)), Value()};
    case TypeKind::integer:
    case TypeKind::decimal:
      for (const std::int64_t n : spoken_.numbers(path)) out.insert(out.end(), {Value(n), Value(n + 1)});
      return out;
    case TypeKind::text:
      return spoken_.texts(path);
    case TypeKind::enumeration:
      for (const std::string& choice : type.choices) out.emplace_back(choice);
      return out;
    default:
      return {};
  }
}

Surrounding World::begin(std::size_t setting) const {
  const Setting& how = settings_[setting];
  Surrounding around;
  around.on = make_day(2026, 9, 10);
  around.signs = how.signs;
  around.serves = how.serves;
  for (const auto& [name, type] : model_.types) {
    if (model_.kind_of(name) != NameKind::outside || is_of_the_case(name)) continue;
    around.facts.emplace(name, type.kind == TypeKind::record && !type.fields ? open_record(name, how)
                                                                             : made_up(name, type, how, ""));
  }
  return around;
}

Value World::made_up(const std::string& path, const expression::Type& type, const Setting& how,
                     const std::string& mark) const {
  if (!how.path.empty() && how.path == path) return how.value;
  Fields fields;
  switch (type.kind) {
    case TypeKind::boolean:
      return Value(false);
    case TypeKind::integer:
    case TypeKind::decimal:
      return Value(0);
    case TypeKind::date:
      return Value(make_day(2026, 9, 10) + std::chrono::days(far_ahead));
    case TypeKind::enumeration:
      return type.choices.empty() ? Value() : Value(type.choices.front());
    case TypeKind::text:
      return text(path, mark);
    case TypeKind::record:
      if (type.fields) {
        for (const auto& [field, of] : *type.fields)
          fields.emplace(field, made_up(path.empty() ? field : path + "." + field, of, how, mark));
      }
      return fields;
    case TypeKind::list: {
      List items;
      for (std::int64_t i = 1; type.item && i <= how.people; ++i)
        items.push_back(made_up("", *type.item, how, std::to_string(i)));
      return items;
    }
    default:
      return Value();
  }
}

/// With a text or number in each field that something asks for, as it is compared with.
Value World::open_record(const std::string& name, const Setting& how) const {
  Fields fields;
  for (const std::string& field : spoken_.fields(name)) {
    if (field.find('.') != std::string::npos) continue;
    const std::string path = name + "." + field;
    const bool counted = !spoken_.numbers(path).empty() && spoken_.texts(path).empty();
    fields.emplace(field, how.path == path        ? how.value
                          : spoken_.is_list(path) ? open_list(path, how)
                          : counted               ? Value(0)
                                                  : text(path, ""));
  }
  return fields;
}

Value World::open_list(const std::string& path, const Setting& how) const {
  List items;
  for (std::int64_t i = 1; i <= how.people; ++i) {
    Fields fields;
    for (const std::string& field : spoken_.fields_of_items(path))
      fields.emplace(field, text(field, std::to_string(i)));
    items.emplace_back(std::move(fields));
  }
  return items;
}

/// One that it is looked up by, else its name.
Value World::text(const std::string& path, const std::string& mark) const {
  const auto keys = spoken_.keys(path);
  return keys.empty() ? Value(path.substr(path.rfind('.') + 1) + mark) : keys.front();
}

Value World::person(const std::string& id, const std::string& label) {
  return Fields{{id_name, id}, {person_name, label}, {"职务", label}, {"单位", ""}};
}

std::vector<Value> World::signatories(const procedure::Transition& transition, const Surrounding& around,
                                      const procedure::Session& session) const {
  const std::string id = procedure::role_of(model_.definition, transition);
  const procedure::Role* role = model_.definition.role(id);
  if (role == nullptr || !role->holders || !role->holders->expression)
    return {person("=" + id, role == nullptr ? "某" : role->label)};
  Fields data = procedure::snapshot(session).data;
  for (const auto& [name, value] : model_.parameters) data.emplace(name, value);
  const Fields known = facts(around, session, Value());
  expression::Surroundings here{known};
  here.over = &data;
  const auto holders = expression::evaluate(*role->holders->expression, here);
  std::vector<Value> out;
  if (holders.ok() && holders->is(Value::Kind::list)) {
    for (const Value& holder : holders->list()) {
      Value who = person(display(holder), display(holder));
      for (const auto& [name, list] : around.facts) {
        if (!list.is(Value::Kind::list)) continue;
        for (const Value& one : list.list()) {
          if (one.is(Value::Kind::record) && one.field(id_name) == holder) who = one;
        }
      }
      out.push_back(std::move(who));
    }
  }
  if (out.empty()) out.push_back(person("=" + id, role->label));
  return out;
}

Fields World::facts(const Surrounding& around, const procedure::Session& session,
                    const Value& signatory) const {
  Fields facts = around.facts;
  Fields papers, limits;
  for (const MadePaper& paper : around.papers) {
    if (paper.valid) papers.insert_or_assign(paper.slot, fact_of(paper));
  }
  for (const auto& [id, limit] : session.limits)
    limits.emplace(id, Fields{{"起", limit.from}, {"止", after(session, id, around.on)}, {"暂定", true}});
  facts.insert_or_assign(papers_name, Value(std::move(papers)));
  facts.insert_or_assign(limits_name, Value(std::move(limits)));
  facts.insert_or_assign(day_name, Value(around.on));
  facts.insert_or_assign(signatory_name, signatory);
  facts.insert_or_assign(recorder_name, signatory);
  const auto found = facts.find(case_name);
  if (found != facts.end() && found->second.is(Value::Kind::record)) {
    found->second = with_field(found->second, to_sign_name, waiting(around, false));
    found->second = with_field(found->second, to_serve_name, waiting(around, true));
  }
  return facts;
}

void World::carry_out(const std::vector<procedure::Effect>& effects, Surrounding& around) const {
  for (const auto& effect : effects) {
    const auto* made = std::get_if<procedure::MakeDocument>(&effect);
    if (made == nullptr || made->draft) continue;
    MadePaper paper{made->slot, made->slot, made->sign, made->serve};
    paper.on = around.on;
    paper.is_signed = around.signs && made->sign && !awaited_(made->slot, false);
    paper.is_served = around.serves && made->serve && !awaited_(made->slot, true);
    around.papers.push_back(std::move(paper));
  }
}

/// Working days are counted as if half of all days were free: later than any calendar says.
Day World::after(const procedure::Session& session, const std::string& limit, Day on) {
  const auto found = session.limits.find(limit);
  if (found == session.limits.end()) return on;
  const calendar::TimeLimit& limit_of = found->second.limit;
  const int days = limit_of.unit == calendar::Unit::hours    ? limit_of.length / 24 + 1
                   : limit_of.unit == calendar::Unit::months ? 31 * limit_of.length
                                                             : 2 * limit_of.length;
  const Day due = found->second.from + std::chrono::days(days + 1);
  return std::max(on, due);
}

}  // namespace anjuan::analysis
