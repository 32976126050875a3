// Messages between procedures.

#include "analysis/between.h"

#include <algorithm>
#include <set>

#include "analysis/messages.h"
#include "analysis/model.h"
#include "analysis/tell.h"
#include "base/text.h"
#include "procedure/tree.h"

namespace anjuan::analysis {

using expression::Node;
using procedure::Action;
using procedure::Definition;
using procedure::Transition;

namespace {

struct Message {
  std::string event;
  std::set<std::string> values;
  bool open = false;  ///< content: its values cannot be told
  Place place;
};

bool goes_to_cases(const procedure::Send& send) {
  const auto plain = literal_text(send.target);
  if (plain) return plain->starts_with("#_case_");
  if (!send.target.expression) return false;
  const Node* node = &send.target.expression->root();
  while (node->kind == Node::Kind::binary) node = node->children[0].get();
  return node->kind == Node::Kind::literal && node->literal.text_or_empty().starts_with("#_case_");
}

/// Messages with a plain name to the round, or to cases.
std::vector<Message> sent_by(const Definition& definition, bool to_cases) {
  std::vector<Message> out;
  procedure::for_every_action(definition, [&](const Action& action) {
    const auto* send = std::get_if<procedure::Send>(&action.what);
    if (send == nullptr) return;
    const auto event = literal_text(send->event);
    const bool there = to_cases ? goes_to_cases(*send) : literal_text(send->target) == "#_parent";
    if (!event || !there) return;
    Message message{*event, {}, send->payload.has_content, action.place};
    for (const auto& param : send->payload.params) message.values.insert(param.name);
    out.push_back(std::move(message));
  });
  return out;
}

void collect_values(const procedure::Code& code, std::set<std::string>& values) {
  if (code.expression) collect_event_values(code.expression->root(), values);
}

/// What a transition takes from the message that it is taken for.
std::set<std::string> used_by(const Transition& transition) {
  std::set<std::string> values;
  collect_values(transition.condition, values);
  for (const auto& requirement : transition.requirements) {
    if (requirement.test) collect_values(*requirement.test, values);
  }
  procedure::for_each_action(transition.content, [&](const Action& action) {
    if (const auto* assign = std::get_if<procedure::Assign>(&action.what))
      collect_values(assign->value, values);
    for (const auto& param : procedure::params_of(action)) collect_values(param.value, values);
  });
  return values;
}

void check_received(const Message& message, const Definition& by, Wording whom, Diagnostics& found) {
  bool heard = false;
  for (const Transition& transition : by.transitions) {
    if (transition.events.empty() || !procedure::matches(transition.events, message.event)) continue;
    heard = true;
    for (const std::string& value : used_by(transition)) {
      if (!message.open && message.values.count(value) == 0)
        found.push_back(
            diagnose(message_lacks_value, message.place, name_of(by, transition), message.event, value));
    }
  }
  if (!heard)
    found.push_back(diagnose(message_unheard, message.place, message.event, std::move(whom),
                             by.label.empty() ? by.name : by.label));
}

/// Events that the procedure brings about itself, or that only the platform raises.
std::set<std::string> own_events(const Definition& definition) {
  std::set<std::string> own;
  procedure::for_every_action(definition, [&](const Action& action) {
    if (const auto* raise = std::get_if<procedure::Raise>(&action.what)) own.insert(raise->event);
    if (const auto* limit = std::get_if<procedure::TimeLimitAction>(&action.what)) own.insert(limit->on_due);
    if (const auto* document = std::get_if<procedure::DocumentAction>(&action.what)) {
      for (bool served : {false, true}) own.insert(procedure::event_of_paper(document->slot, served));
    }
    const auto* send = std::get_if<procedure::Send>(&action.what);
    if (send != nullptr && literal_text(send->event)) own.insert(*literal_text(send->event));
  });
  return own;
}

void check_awaited(const Definition& definition, const std::vector<Message>& sent, Diagnostics& found) {
  std::set<std::string> coming = own_events(definition);
  for (const Message& one : sent) coming.insert(one.event);
  const std::vector<std::string> words(coming.begin(), coming.end());
  for (const Transition& transition : definition.transitions) {
    if (!transition.by_system || transition.events.empty()) continue;
    const std::string& event = transition.events.front();
    if (!procedure::is_for_people(event)) continue;
    const auto matches = [&](const std::string& one) { return procedure::matches(transition.events, one); };
    if (std::any_of(words.begin(), words.end(), matches)) continue;
    const std::string name = name_of(definition, transition);
    const auto meant = nearest(event, words);
    found.push_back(meant ? diagnose(message_never_sent_near, transition.event_place, name, event, *meant)
                          : diagnose(message_never_sent, transition.event_place, name, event));
  }
}

bool opens(const Definition& round, const Definition& one) {
  bool found = false;
  procedure::for_every_action(round, [&](const Action& action) {
    const auto* open = std::get_if<procedure::OpenCasesAction>(&action.what);
    found = found || (open != nullptr && open->definition == one.name);
  });
  return found;
}

}  // namespace

Diagnostics check_messages(const std::vector<const Definition*>& definitions) {
  Diagnostics found;
  for (const Definition* round : definitions) {
    for (const Definition* one : definitions) {
      if (!opens(*round, *one)) continue;
      const std::vector<Message> up = sent_by(*one, false), down = sent_by(*round, true);
      for (const Message& message : up) check_received(message, *round, {"任务", "the round"}, found);
      for (const Message& message : down) check_received(message, *one, {"案件", "the cases"}, found);
      check_awaited(*round, up, found);
      check_awaited(*one, down, found);
    }
  }
  return found;
}

}  // namespace anjuan::analysis
