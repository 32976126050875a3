// Content that leads nowhere: messages that nobody takes, charts that are not there, limits without length,
// inputs asked for twice.

#include <algorithm>
#include <map>

#include "base/text.h"
#include "procedure/addresses.h"
#include "procedure/checks.h"
#include "procedure/draft.h"
#include "procedure/messages.h"
#include "xml/duration.h"

namespace anjuan::procedure {

namespace {

/// The text that the file gives plainly; nothing where it is computed or not given.
std::optional<std::string> text_given(const Code& code) {
  return code.expression ? expression::fixed_text(*code.expression) : std::nullopt;
}

/// A length that only parameters decide is known here.
void check_length(const Checking& checking, const TimeLimitAction& limit) {
  if (!limit.length.expression) return;
  Fields known;
  for (const std::string& name : expression::names_used(*limit.length.expression)) {
    const auto& all = checking.definition.parameters;
    const auto parameter =
        std::find_if(all.begin(), all.end(), [&](const Parameter& p) { return p.id == name; });
    if (parameter == all.end()) return;
    known.emplace(name, parameter->value);
  }
  const auto length = expression::evaluate(*limit.length.expression, {known});
  if (!length.ok() || !length->is(Value::Kind::integer) || length->integer() > 0) return;
  checking.found.push_back(
      diagnose(limit_without_length, limit.length.place, limit.label, std::to_string(length->integer())));
}

/// Ids that the file gives its messages; nothing is known for sure where one is made while running.
std::optional<std::vector<std::string>> send_ids(const Definition& definition) {
  std::vector<std::string> ids;
  bool made = false;
  for_every_action(definition, [&](const Action& action) {
    const auto* send = std::get_if<Send>(&action.what);
    if (send == nullptr) return;
    made = made || !send->id_location.source.empty();
    if (!send->id.empty()) ids.push_back(send->id);
  });
  if (made) return std::nullopt;
  return ids;
}

/// An id is of one message (SCXML 6.2.1): of two, a cancel takes back both.
void check_message_ids(const Checking& checking) {
  std::map<std::string, int> lines;
  for_every_action(checking.definition, [&](const Action& action) {
    const auto* send = std::get_if<Send>(&action.what);
    if (send == nullptr || send->id.empty()) return;
    const auto [first, fresh] = lines.emplace(send->id, action.place.line);
    if (!fresh) checking.found.push_back(diagnose(message_id_twice, action.place, send->id, std::to_string(first->second)));
  });
}

void check_cancel(const Checking& checking, const Cancel& cancel,
                  const std::optional<std::vector<std::string>>& ids) {
  const auto id = text_given(cancel.id);
  if (!ids || !id || std::find(ids->begin(), ids->end(), *id) != ids->end()) return;
  const auto near = nearest(*id, *ids);
  checking.found.push_back(near ? diagnose(cancels_nothing_near, cancel.id.place, *id, *near)
                                : diagnose(cancels_nothing, cancel.id.place, *id));
}

/// Whom a message can be sent to by name; nothing is known for sure where an invoke gets its id while
/// running.
std::optional<std::vector<std::string>> addressees(const Definition& definition) {
  std::vector<std::string> known{"#_internal"};
  if (definition.kind != "round") known.emplace_back("#_parent");
  for (const State& state : definition.states) {
    for (const Invoke& invoke : state.invokes) {
      if (!invoke.id_location.source.empty()) return std::nullopt;
      if (!invoke.id.empty()) known.push_back("#_" + invoke.id);
    }
  }
  return known;
}

void check_send(const Checking& checking, const Send& send,
                const std::optional<std::vector<std::string>>& known) {
  const auto type = text_given(send.type);
  if (type && !is_own_processor(*type)) {
    checking.found.push_back(diagnose(send_type_unknown, send.type.place, *type));
    return;
  }
  // A delay that is written plainly is held to the outline.
  const auto delay = text_given(send.delay);
  if (delay && *delay != send.delay.source && !milliseconds(*delay, send.delay.place).ok()) {
    const auto meant = xml::duration_meant(*delay);
    checking.found.push_back(diagnose(delay_no_duration, send.delay.place, *delay,
                                      meant ? Wording("这里要写成 '" + *meant + "'。", " Write '" + *meant + "' here.") : Wording("")));
  }
  const auto target = text_given(send.target);
  if (!target || target->empty() || !known) return;
  const bool typed = checking.definition.typed();
  if (target->starts_with(typed ? "#_case_" : "#_scxml_")) return;
  if (std::find(known->begin(), known->end(), *target) != known->end()) return;
  std::vector<std::string> listed = *known;
  if (typed) listed.emplace_back("#_case_编号");
  const auto near = nearest(*target, *known);
  checking.found.push_back(near ? diagnose(nobody_answers_near, send.target.place, *target, *near)
                                : diagnose(nobody_answers, send.target.place, *target, some_of(listed)));
}

/// A chart of another file: that it is there and without errors, where other files are known at all.
void check_invoked_file(const Checking& checking, const std::string& source, const Place& place) {
  const Accompanying& with = checking.definition.with;
  if (const std::string* bytes = find_file(with, source)) {
    const Diagnostics found = inspect(read_draft(*bytes, source, {{}, with.data_model}), {});
    const auto is_error = [](const Diagnostic& d) { return d.row->severity != Severity::warning; };
    const auto first = std::find_if(found.begin(), found.end(), is_error);
    if (first == found.end()) return;
    const std::string count = std::to_string(std::count_if(found.begin(), found.end(), is_error));
    checking.found.push_back(diagnose(invoke_file_faulty, place, source, count,
                                      Wording(sentence(*first, Language::chinese), sentence(*first, Language::english))));
    return;
  }
  if (with.files.empty()) return checking.found.push_back(diagnose(invoke_file_missing, place, source));
  std::vector<std::string> names;
  for (const auto& [name, bytes] : with.files) {
    const std::string& own = checking.definition.file;
    if (own != name && !own.ends_with("/" + name)) names.push_back(name);
  }
  const auto near = nearest(source, names);
  checking.found.push_back(near ? diagnose(invoke_file_near, place, source, *near)
                                : diagnose(invoke_file_unknown, place, source, some_of(names)));
}

void check_invoke(const Checking& checking, const Invoke& invoke) {
  const auto type = text_given(invoke.type);
  if (type && !is_chart_type(*type)) {
    checking.found.push_back(diagnose(invoke_type_unknown, invoke.type.place, *type));
    return;
  }
  if (!invoke.source.given() && !invoke.has_content)
    checking.found.push_back(diagnose(names_nothing, invoke.place, "invoke", "src, content"));
  const auto source = text_given(invoke.source);
  if (source) check_invoked_file(checking, *source, invoke.source.place);
}

void check_inputs(const Checking& checking, const Transition& transition) {
  std::map<std::string, int> lines;
  for (const Input& input : transition.inputs) {
    if (input.name.empty()) continue;  // said already
    const auto [first, fresh] = lines.emplace(input.name, input.place.line);
    if (!fresh)
      checking.found.push_back(diagnose(input_twice, input.place, input.name, std::to_string(first->second)));
  }
}

}  // namespace

void check_content(const Checking& checking) {
  const Definition& definition = checking.definition;
  const auto ids = send_ids(definition);
  const auto known = addressees(definition);
  check_message_ids(checking);
  for_every_action(definition, [&](const Action& action) {
    if (const auto* limit = std::get_if<TimeLimitAction>(&action.what)) check_length(checking, *limit);
    if (const auto* cancel = std::get_if<Cancel>(&action.what)) check_cancel(checking, *cancel, ids);
    if (const auto* send = std::get_if<Send>(&action.what)) check_send(checking, *send, known);
  });
  for (const State& state : definition.states) {
    for (const Invoke& invoke : state.invokes) check_invoke(checking, invoke);
  }
  for (const Transition& transition : definition.transitions) check_inputs(checking, transition);
}

}  // namespace anjuan::procedure
