// What the things of a definition are called by people.

#include "procedure/words.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "expression/phrases.h"

namespace anjuan::procedure {

namespace {

using expression::say;

bool has_chinese(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

/// The parameter with its value where that is short: "检查频次上限（2 次）".
Wording parameter_in_words(const Parameter& parameter) {
  const std::string name = short_name(parameter.id, parameter.label);
  const bool plain = parameter.value.is(Value::Kind::integer) || parameter.value.is(Value::Kind::decimal);
  if (!plain) return name;
  const Wording amount = say({"{0}{1}", "{0} {1}"}, {display(parameter.value), parameter.unit});
  return say({"{0}（{1}）", "{0} ({1})"}, {name, Wording(amount.zh, std::string(trim(amount.en)))});
}

/// "done.state.ID" is the Recommendation's event for a state whose work is done.
Wording event_in_words(const Definition& definition, const std::string& event) {
  static constexpr std::string_view done = "done.state.";
  if (!event.starts_with(done)) return event;
  const auto state = definition.find(event.substr(done.size()));
  if (!state) return event;
  return say({"{0}全部办完", "{0} is done"}, {state_in_words(definition, *state)});
}

Wording told(const Definition& definition, const Code& code,
             Wording (*tell)(const expression::Expression&, const expression::Vocabulary&)) {
  if (!code.expression) return code.source;
  const expression::Names types = names_declared(definition);
  return tell(*code.expression, vocabulary_of(definition, types));
}

/// The first labelled state inside, in document order; no_index if there is none.
StateIndex first_labelled(const Definition& definition, StateIndex s) {
  for (StateIndex child : definition.states[s].children) {
    if (!definition.states[child].label.empty()) return child;
    const StateIndex inner = first_labelled(definition, child);
    if (inner != no_index) return inner;
  }
  return no_index;
}

/// The lines of a parallel, each by its first labelled state; lines without a label are left out.
std::vector<Wording> lines_in_words(const Definition& definition, StateIndex parallel) {
  std::vector<Wording> lines;
  for (StateIndex line : definition.states[parallel].children) {
    const bool told = !definition.states[line].label.empty() || first_labelled(definition, line) != no_index;
    if (told) lines.push_back(state_in_words(definition, line));
  }
  return lines;
}

Wording quoted_name(const std::string& name) { return say({"“{0}”", "“{0}”"}, {name}); }

/// The text within the quotation marks, where they enclose the whole.
std::string without_quotation(const std::string& text) {
  static constexpr std::string_view open = "“", close = "”";
  if (!text.starts_with(open)) return text;
  int depth = 0;
  for (std::size_t i = 0; i + open.size() <= text.size(); ++i) {
    const std::string_view here = std::string_view(text).substr(i, open.size());
    depth += here == open ? 1 : here == close ? -1 : 0;
    if (depth == 0 && here == close && i + close.size() < text.size()) return text;
  }
  if (depth != 0) return text;
  return text.substr(open.size(), text.size() - open.size() - close.size());
}

}  // namespace

std::string short_name(std::string_view id, std::string_view label) {
  if (label.empty() || has_chinese(id)) return std::string(id);
  const std::size_t bracket = std::min(label.find("（"), label.find('('));
  const std::string_view short_label = trim(label.substr(0, bracket));
  return std::string(short_label.empty() ? label : short_label);
}

expression::Vocabulary vocabulary_of(const Definition& definition, const expression::Names& types) {
  expression::Vocabulary vocabulary;
  vocabulary.types = &types;
  vocabulary.name = [&definition](std::string_view path) -> std::optional<Wording> {
    if (path == "_event.data") return Wording("来件", "the message");
    if (path == "_event.name") return Wording("事件名称", "the name of the event");
    for (const Parameter& parameter : definition.parameters) {
      if (parameter.id == path) return parameter_in_words(parameter);
    }
    if (const DataItem* item = definition.data_item(path)) return Wording(short_name(item->id, item->label));
    return std::nullopt;
  };
  vocabulary.state = [&definition](std::string_view id) -> std::optional<Wording> {
    const auto state = definition.find(id);
    return state ? std::optional<Wording>(state_in_words(definition, *state)) : std::nullopt;
  };
  return vocabulary;
}

namespace {

/// By what it is come to, where that is one transition: its label, condition or event; else nothing.
std::optional<Wording> way_in_words(const Definition& definition, StateIndex s) {
  const Transition* way = nullptr;
  for (const Transition& transition : definition.transitions) {
    if (std::find(transition.targets.begin(), transition.targets.end(), s) == transition.targets.end())
      continue;
    if (way != nullptr) return std::nullopt;
    way = &transition;
  }
  if (way == nullptr || (way->label.empty() && !way->condition.given() && way->events.empty()))
    return std::nullopt;
  if (way->label.empty() && way->condition.given()) return condition_in_words(definition, way->condition);
  return transition_in_words(definition, *way);
}

/// A final without label: of several the one that ends the line around it, told by how it is come to, or by
/// its own id.
Wording end_in_words(const Definition& definition, StateIndex s) {
  const State& state = definition.states[s];
  const auto is_nameless = [&](const State& other) {
    return other.kind == State::Kind::final && other.label.empty();
  };
  const auto all = std::count_if(definition.states.begin(), definition.states.end(), is_nameless);
  if (all <= 1) return {"办完", "done"};
  const auto alike = std::count_if(definition.states.begin(), definition.states.end(), [&](const State& other) {
    return is_nameless(other) && other.parent == state.parent;
  });
  const std::string& line = definition.states[state.parent].label;
  if (alike == 1 && !line.empty()) return say({"“{0}”办完", "{0} is done"}, {line});
  if (const auto way = way_in_words(definition, s)) return say({"办完（{0}）", "done ({0})"}, {*way});
  return state.named ? say({"办完（{0}）", "done ({0})"}, {state.id}) : Wording("办完", "done");
}

}  // namespace

Wording state_in_words(const Definition& definition, StateIndex s) {
  const State& state = definition.states[s];
  if (!state.label.empty()) return state.label;
  if (definition.label.empty() && state.named) return state.id;  // a bare chart: its ids are its words
  if (state.kind == State::Kind::final) return end_in_words(definition, s);
  if (state.kind == State::Kind::history)
    return state.deep ? Wording("原来的环节，直到最里层", "where it was, down to the innermost")
                      : Wording("原来的环节", "where it was");
  if (state.kind == State::Kind::parallel) {
    const std::vector<Wording> lines = lines_in_words(definition, s);
    if (lines.size() > 1)
      return say({"{0}（同时进行）", "{0} (at the same time)"}, {expression::joined(lines, {"、", ", "})});
  }
  const StateIndex inner = first_labelled(definition, s);
  if (inner == no_index) return state.id;
  return say({"{0}等环节", "{0} and what follows"}, {definition.states[inner].label});
}

Wording target_in_words(const Definition& definition, StateIndex s) {
  const State& state = definition.states[s];
  const Wording words = state_in_words(definition, s);
  if (state.kind == State::Kind::history && !state.label.empty()) return words;
  if (state.kind == State::Kind::history && definition.label.empty() && state.named)
    return say(state.deep ? Wording("回到“{0}”原来的环节，直到最里层（{1}）",
                                    "back to where {0} was, down to the innermost ({1})")
                          : Wording("回到“{0}”原来的环节（{1}）", "back to where {0} was ({1})"),
               {state_in_words(definition, state.parent), state.id});
  const bool told =
      !state.label.empty() || state.children.empty() || !state.named || words == Wording(state.id);
  return told ? words : say({"{0}：{1}", "{0}: {1}"}, {state.id, words});
}

std::string role_in_words(const Definition& definition, std::string_view role_id) {
  const Role* role = definition.role(role_id);
  return role != nullptr && !role->label.empty() ? role->label : std::string(role_id);
}

std::string title_of(const Definition& definition) {
  if (!definition.label.empty()) return definition.label;
  if (!definition.name.empty()) return definition.name;
  return definition.file.substr(definition.file.find_last_of('/') + 1);
}

Wording around_in_words(const Definition& definition, StateIndex s) {
  std::vector<Wording> names;
  for (StateIndex above = definition.states[s].parent; above != no_index && above != 0;
       above = definition.states[above].parent) {
    const bool known = !definition.states[above].label.empty() || definition.label.empty();
    if (known) names.insert(names.begin(), state_in_words(definition, above));
  }
  return expression::joined(names, {" — ", " – "});
}

bool happens_by_itself(const Transition& transition) {
  return std::all_of(transition.events.begin(), transition.events.end(), is_of_interpreter);
}

bool is_otherwise(const Definition& definition, const Transition& transition) {
  if (!transition.events.empty() || transition.condition.given()) return false;
  for (TransitionIndex t : definition.states[transition.source].transitions) {
    const Transition& other = definition.transitions[t];
    if (&other == &transition) return false;
    if (other.events.empty() && other.condition.given()) return true;
  }
  return false;
}

Wording actor_in_words(const Definition& definition, const Transition& transition) {
  if (happens_by_itself(transition)) return {"自动", "automatic"};
  if (transition.by_system) return {"系统", "the system"};
  return role_in_words(definition, role_of(definition, transition));
}

Wording transition_in_words(const Definition& definition, const Transition& transition) {
  if (!transition.label.empty()) return transition.label;
  if (transition.events.empty()) return {"自动", "by itself"};
  std::vector<Wording> events;
  for (const std::string& event : transition.events) events.push_back(event_in_words(definition, event));
  return expression::joined(events, {"、", ", "});
}

Wording condition_in_words(const Definition& definition, const Code& code) {
  return told(definition, code, &expression::condition_in_words);
}

Wording value_in_words(const Definition& definition, const Code& code) {
  const Wording words = told(definition, code, &expression::value_in_words);
  return {without_quotation(words.zh), without_quotation(words.en)};
}

Wording length_in_words(const Definition& definition, const TimeLimitAction& limit) {
  Wording length = value_in_words(definition, limit.length);
  for (const Parameter& parameter : definition.parameters) {
    if (parameter.id == limit.length.source) length = display(parameter.value);
  }
  const Wording whole = say({"{0}{1}", "{0} {1}"}, {length, calendar::name_of(limit.unit)});
  if (!limit.after.given()) return whole;
  return say({"自{0}起{1}", "{1} from {0}"}, {value_in_words(definition, limit.after), whole});
}

Wording limit_in_words(const Definition& definition, std::string_view limit_id) {
  std::vector<Wording> labels;
  for_every_action(definition, [&](const Action& action) {
    const auto* limit = std::get_if<TimeLimitAction>(&action.what);
    if (limit == nullptr || limit->id != limit_id || limit->label.empty()) return;
    if (std::find(labels.begin(), labels.end(), Wording(limit->label)) == labels.end())
      labels.emplace_back(limit->label);
  });
  return labels.empty() ? Wording(limit_id) : expression::joined(labels, {"、", ", "});
}

Wording branch_in_words(const Definition& definition, const If& branching, std::size_t branch) {
  const std::optional<Code>& condition = branching.branches[branch].condition;
  if (!condition) return {"否则", "otherwise"};
  const Wording words = condition_in_words(definition, *condition);
  return branch == 0 ? say({"如果{0}", "if {0}"}, {words})
                     : say({"否则，如果{0}", "otherwise, if {0}"}, {words});
}

Wording lone_branch_in_words(const Definition& definition, const If& branching, std::size_t branch) {
  std::vector<Wording> before;
  for (std::size_t i = 0; i < branch; ++i)
    before.push_back(
        say({"“{0}”", "“{0}”"}, {condition_in_words(definition, *branching.branches[i].condition)}));
  if (before.empty()) return branch_in_words(definition, branching, branch);
  const std::optional<Code>& condition = branching.branches[branch].condition;
  const Wording otherwise =
      say({"否则（{0}不成立时）", "otherwise (unless {0})"}, {expression::joined(before, {"、", " or "})});
  if (!condition) return otherwise;
  return say({"{0}，如果{1}", "{0}, if {1}"}, {otherwise, condition_in_words(definition, *condition)});
}

Wording loop_in_words(const Definition& definition, const ForEach& loop) {
  return say({"对{0}中的每一项", "for each of {0}"}, {value_in_words(definition, loop.list)});
}

Wording paper_in_words(const Definition& definition, const DocumentAction& document) {
  if (!document.slot_from.given()) return document.slot.empty() ? document.template_id : document.slot;
  return value_in_words(definition, document.slot_from);
}

Wording message_in_words(const Definition& definition, const Send& send) {
  std::vector<Wording> about;
  if (send.target.given()) {
    const Wording target = value_in_words(definition, send.target);
    const bool to_the_round = definition.kind == "case" && target.en == "#_parent";
    about.push_back(to_the_round ? Wording("发给任务", "to the round")
                                 : say({"发给 {0}", "to {0}"}, {target}));
  }
  if (send.delay.given())
    about.push_back(say({"{0} 以后", "after {0}"}, {value_in_words(definition, send.delay)}));
  const Wording words =
      say({"发出事件“{0}”", "sends the event “{0}”"}, {value_in_words(definition, send.event)});
  return about.empty() ? words
                       : say({"{0}（{1}）", "{0} ({1})"}, {words, expression::joined(about, {"，", ", "})});
}

Wording invoked_in_words(const Definition& definition, const Invoke& invoked) {
  Wording what = invoked.id;
  if (invoked.source.given()) {
    what = value_in_words(definition, invoked.source);
  } else if (invoked.chart && !(invoked.chart->label + invoked.chart->name).empty()) {
    what = title_of(*invoked.chart);
  }
  Wording words = what.zh.empty() ? Wording("同时运行另一个流程", "runs another chart")
                                  : say({"同时运行流程“{0}”", "runs the chart “{0}”"}, {what});
  std::vector<Wording> given;
  for (const Param& param : invoked.params) {
    const Wording value = value_in_words(definition, param.value);
    given.push_back(param.value.source.empty() || value == Wording(param.name)
                        ? quoted_name(param.name)
                        : say({"{0}为{1}", "{0} as {1}"}, {quoted_name(param.name), value}));
  }
  if (!given.empty())
    words = say({"{0}，带去{1}", "{0}, handing over {1}"}, {words, expression::joined(given, {"、", ", "})});
  return invoked.forwards ? say({"{0}，收到的事件都转给它", "{0}, passing on every event"}, {words}) : words;
}

Wording assigned_in_words(const Definition& definition, const std::string& location, const Wording& value) {
  const DataItem* item = definition.data_item(location);
  const std::string name = item == nullptr || item->label.empty() ? location : item->label;
  return say({"把“{0}”记为“{1}”", "sets “{0}” to “{1}”"}, {name, value});
}

Wording return_in_words(const Definition& definition, StateIndex history) {
  const State& state = definition.states[history];
  const Wording around = state.parent == 0 ? Wording(title_of(definition)) : state_in_words(definition, state.parent);
  return say(state.deep ? Wording("“{0}”里上次所在的环节，直到最里层",
                                  "where “{0}” was last, down to the innermost state")
                        : Wording("“{0}”里上次所在的环节，只到这一层，再往里的从头开始",
                                  "the state of “{0}” that was active last; what is inside it begins anew"),
             {around});
}

std::vector<Wording> needs_in_words(const DocumentAction& document) {
  std::vector<Wording> needs;
  const auto add = [&](bool holds, const char* chinese, const char* english) {
    if (holds) needs.emplace_back(chinese, english);
  };
  add(document.draft, "送审稿", "draft");
  add(!document.number_code.empty(), "编号", "numbered");
  add(document.sign, "签名", "signed");
  add(document.seal, "用印", "sealed");
  add(document.serve, "送达", "served");
  return needs;
}

std::vector<std::string> provisions_in_words(const Definition& definition,
                                             const std::vector<std::string>& basis_ids) {
  std::vector<std::string> texts;
  for (const std::string& id : basis_ids) {
    const LegalBasis basis = provision_of(definition, id);
    texts.push_back(basis.instrument + basis.article);
  }
  return texts;
}

}  // namespace anjuan::procedure
