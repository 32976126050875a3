// Questions about a definition.

#include "procedure/definition.h"

#include <algorithm>
#include <tuple>

namespace anjuan::procedure {

namespace {

template <class Row>
const Row* find_by_id(const std::vector<Row>& rows, std::string_view id) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.id == id; });
  return found == rows.end() ? nullptr : &*found;
}

}  // namespace

const std::string* find_file(const Accompanying& with, std::string_view source) {
  for (const std::string_view prefix : {"file:", "//"}) {
    if (source.starts_with(prefix)) source.remove_prefix(prefix.size());
  }
  const auto found = with.files.find(source);
  return found == with.files.end() ? nullptr : &found->second;
}

void for_each_block(const Definition& definition, const std::function<void(const Block&)>& visit) {
  for (const State& state : definition.states) {
    for (const Block& block : state.on_entry) visit(block);
    for (const Block& block : state.on_exit) visit(block);
  }
  for (const State& state : definition.states) {
    for (const Invoke& invoke : state.invokes) visit(invoke.finalize);
  }
  for (const Transition& transition : definition.transitions) visit(transition.content);
  visit(definition.load_scripts);
}

void for_every_action(const Definition& definition, const std::function<void(const Action&)>& visit) {
  for_each_block(definition, [&](const Block& block) { for_each_action(block, visit); });
}

const std::vector<Param>& params_of(const Action& action) {
  static const std::vector<Param> none;
  return std::visit(
      [](const auto& what) -> const std::vector<Param>& {
        if constexpr (requires { what.params; }) {
          return what.params;
        } else if constexpr (requires { what.payload; }) {
          return what.payload.params;
        } else {
          return none;
        }
      },
      action.what);
}

std::size_t Definition::slot_of(std::string_view name) const {
  const auto number = names.find(name);
  return number ? slot_at(*number) : no_index;
}

const Basis* Definition::basis(std::string_view id) const { return find_by_id(bases, id); }
const Role* Definition::role(std::string_view id) const { return find_by_id(roles, id); }
const DataItem* Definition::data_item(std::string_view id) const { return find_by_id(data, id); }

std::optional<StateIndex> Definition::find(std::string_view state_id) const {
  const auto found = state_by_id.find(state_id);
  if (found == state_by_id.end()) return std::nullopt;
  return found->second;
}

const Place& Assertion::place_of(std::string_view attribute) const {
  const auto found = std::find_if(places.begin(), places.end(), [&](const auto& one) { return one.first == attribute; });
  return found == places.end() ? place : found->second;
}

bool Assertion::spans(const Place& at) const {
  return at.file == place.file && std::tie(at.line, at.column) >= std::tie(place.line, place.column) &&
         std::any_of(places.begin(), places.end(), [&](const auto& one) { return at.line <= one.second.line; });
}

std::vector<Mention> templates_used(const Definition& definition) {
  std::vector<Mention> mentions;
  for_every_action(definition, [&](const Action& action) {
    const auto* document = std::get_if<DocumentAction>(&action.what);
    if (document != nullptr) mentions.push_back({document->template_id, document->template_place});
  });
  return mentions;
}

std::vector<Mention> forms_used(const Definition& definition) {
  std::vector<Mention> mentions;
  for_every_action(definition, [&](const Action& action) {
    const auto* sheet = std::get_if<SheetAction>(&action.what);
    if (sheet == nullptr || !sheet->form.expression) return;
    // A plain id is a text literal: it evaluates without any names.
    const Fields nothing;
    const auto id = expression::evaluate(*sheet->form.expression, {nothing, {}, {}});
    if (id.ok() && id->is(Value::Kind::text)) mentions.push_back({id->text(), sheet->form.place});
  });
  return mentions;
}

expression::Names names_declared(const Definition& definition) {
  using expression::Type;
  const auto simple = [](Type::Kind kind) { return Type{kind, {}, {}, {}}; };
  static const auto of_events = std::make_shared<const std::map<std::string, Type>>(std::map<std::string, Type>{
      {"name", {}}, {"type", {}}, {"sendid", {}}, {"origin", {}}, {"origintype", {}}, {"invokeid", {}}, {"data", {}}});
  expression::Names names{{"_name", simple(Type::Kind::text)},
                          {"_sessionid", simple(Type::Kind::text)},
                          {"_event", {Type::Kind::record, {}, {}, of_events}},
                          {"_ioprocessors", simple(Type::Kind::any)}};
  for (const std::string& name : definition.loop_names) names[name] = Type{};
  for (const DataItem& item : definition.data) names[item.id] = item.type;
  for (const Parameter& parameter : definition.parameters) {
    names[parameter.id] = expression::parse_type(parameter.type_text).value_or(Type{});
  }
  return names;
}

std::string role_of(const Definition& definition, const Transition& transition) {
  if (!transition.role.empty()) return transition.role;
  for (StateIndex s = transition.source; s != no_index; s = definition.states[s].parent) {
    if (!definition.states[s].role.empty()) return definition.states[s].role;
  }
  return "";
}

Place whole(const Definition& definition) { return {definition.file, 0, 0, ""}; }

std::string label_of(const State& state) { return state.label.empty() ? state.id : state.label; }

Wording name_in_file(const State& state) {
  if (state.named || !state.label.empty() || state.kind == State::Kind::root) return label_of(state);
  const std::string line = std::to_string(state.place.line);
  return {"第 " + line + " 行的环节", "the state in line " + line};
}

LegalBasis provision_of(const Definition& definition, std::string_view basis_id) {
  const Basis* basis = definition.basis(basis_id);
  return basis != nullptr ? basis->provision : LegalBasis{std::string(basis_id), ""};
}

}  // namespace anjuan::procedure
