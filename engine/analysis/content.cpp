// Executable content over what is known.

#include <algorithm>
#include <utility>

#include "analysis/course.h"
#include "expression/operators.h"

namespace anjuan::analysis {

using procedure::Happening;

namespace {

constexpr std::int64_t longest_exact_loop = 16;

/// Whether a send's target is another case, itself, or cannot be told.
enum class Addressee { itself, itself_at_once, other, unknown };

std::optional<std::string> plain_key(const expression::Expression& key) {
  const expression::Node& root = key.root();
  if (root.kind != expression::Node::Kind::literal || !root.literal.is(Value::Kind::text))
    return std::nullopt;
  return root.literal.text();
}

bool begins_with(const expression::Node& node, std::string_view text) {
  if (node.kind == expression::Node::Kind::literal) return node.literal.text_or_empty().starts_with(text);
  return node.kind == expression::Node::Kind::binary && node.op == expression::Operator::plus &&
         begins_with(*node.children[0], text);
}

Addressee addressee_of(const procedure::Send& send) {
  if (!send.target.given()) return Addressee::itself;
  const auto plain = literal_text(send.target);
  if (!plain) {
    const bool elsewhere = send.target.expression && begins_with(send.target.expression->root(), "#_case_");
    return elsewhere ? Addressee::other : Addressee::unknown;
  }
  if (plain->empty() || plain->starts_with("#_scxml_")) return Addressee::itself;
  return *plain == "#_internal" ? Addressee::itself_at_once : Addressee::other;
}

}  // namespace

struct Course::Executing {
  Course& course;
  const Action& action;

  bool operator()(const procedure::Raise& raise) const {
    course.raise(raise.event, true);
    return true;
  }

  bool operator()(const procedure::If& branching) const {
    for (const procedure::Branch& branch : branching.branches) {
      if (branch.condition) {
        const Truth truth = course.judged(*branch.condition, course.scene_.known);
        if (truth == Truth::failed && course.open_to_failure()) course.raise("error.execution", true);
        if (truth == Truth::failed && !course.open_to_failure()) return false;
        if (truth != Truth::yes) continue;
      }
      return course.execute_block(branch.content);
    }
    return true;
  }

  bool operator()(const procedure::ForEach& loop) const {
    const Ground here = course.ground();
    Judge judge(here, course.scene_.known);
    const AbstractValue list = judge.value_of(loop.list);
    if (judge.failed() || !list.may_be(AbstractValue::list)) return false;
    const bool of_world = loop.list.expression && judge.of_world(loop.list.expression->root());
    const bool of_facts = loop.list.expression && judge.of_facts(loop.list.expression->root());
    const Interval length = list.length;
    if (!(length.one() && length.high <= longest_exact_loop) && loop.list.expression)
      course.stir(course.vocabulary_[course.vocabulary_.term_of(loop.list.expression->root())]);
    const bool exact = list.is_only(AbstractValue::list) && length.one() && length.high <= longest_exact_loop;
    std::vector<Scene> met;
    for (std::size_t round = 0;; ++round) {
      if (static_cast<std::int64_t>(round) >= length.high || (!exact && round >= most_rounds)) break;
      if (!exact && (round >= 1 || length.low == 0)) {
        const bool more = course.choices_.either(of_world);
        if (of_facts) course.choices_.mark_given();
        if (!more) break;
      }
      for (const std::string* name : {&loop.item, &loop.index}) {
        if (!name->empty()) course.set_unknown(*name);
      }
      if (exact) know_round(loop, list, round);
      if (of_facts) course.chosen_items_.insert(loop.item);
      if (!course.execute_block(loop.content)) return false;
      if (exact) continue;
      if (std::find(met.begin(), met.end(), course.scene_) != met.end())
        break;  // more rounds bring nothing new
      met.push_back(course.scene_);
      if (round + 1 == most_rounds) course.beyond_ = Bound::rounds;
    }
    return true;
  }

  /// In a loop whose rounds are counted the index is known, of a constant list the item as well.
  void know_round(const procedure::ForEach& loop, const AbstractValue& list, std::size_t round) const {
    const auto know = [&](const std::string& name, const Value& value) {
      if (name.empty()) return;
      if (course.tracked_.count(name) > 0) return course.set_data(name, of_value(value));
      course.scene_.known.set(course.vocabulary_.term_of_name(name),
                              course.vocabulary_.keep(of_value(value)));
    };
    know(loop.index, Value(static_cast<std::int64_t>(round)));
    if (list.exact && list.exact->is(Value::Kind::list)) know(loop.item, list.exact->list()[round]);
  }

  bool operator()(const procedure::Assign& assignment) const {
    if (!assignment.location.location || !assignment.value.given()) return false;
    const auto& location = *assignment.location.location;
    const bool composed = assignment.value.expression && location.path.empty() &&
                          assignment.value.expression->root().kind == expression::Node::Kind::record;
    const FieldValues fields =
        composed ? values_of_fields(assignment.value.expression->root()) : FieldValues();
    if (!set(location, [&](Judge& judge) { return judge.value_of(assignment.value); })) return false;
    if (composed) course.set_fields(location.name, fields);
    if (assignment.value.expression && location.path.empty() &&
        assignment.value.expression->root().kind == expression::Node::Kind::name)
      course.copied(location.name, assignment.value.expression->root().name);
    return true;
  }

  bool operator()(const procedure::Log& log) const {
    const Ground here = course.ground();
    Judge judge(here, course.scene_.known);
    judge.value_of(log.text);
    return !judge.failed();
  }

  bool operator()(const procedure::Script& script) const {
    return std::all_of(script.assignments.begin(), script.assignments.end(), [&](const auto& one) {
      return set(one.location, [&](Judge& judge) { return judge.value_of_whole(one.value.root()); });
    });
  }

  bool operator()(const procedure::Send& send) const {
    if (send.id_location.location && !set(*send.id_location.location, [](Judge&) { return any_text(); }))
      return false;
    if (send.delay.given() && literal_text(send.delay) != "0s") return true;  // comes later, from outside
    Addressee to = addressee_of(send);
    if (to == Addressee::unknown) to = course.choices_.either(false) ? Addressee::other : Addressee::itself;
    const auto event = literal_text(send.event);
    if (to == Addressee::other) {
      if (event) course.note(Happening::Kind::sent, *event);
      return true;
    }
    if (event) {
      course.raise(*event, to == Addressee::itself_at_once);
      return true;
    }
    // An event whose name is computed may be any of those that are listened to, or none.
    for (const auto& listeners : std::vector<Listeners>(course.model_.listeners)) {
      if (!course.choices_.either(false)) continue;
      course.raise(listeners.event, to == Addressee::itself_at_once);
      break;
    }
    return true;
  }

  bool operator()(const procedure::TimeLimitAction& limit) const {
    const std::size_t index = *course.model_.limit(limit.id);
    // A limit whose first day is given begins again as the same; one that counts from today does not.
    if (course.scene_.running.holds(index) && !course.scene_.due.holds(index) && !limit.after.given()) {
      course.marks_.push_back(static_cast<std::uint32_t>(course.model_.happenings.size() +
                                                         course.definition_.assertions.size() + index));
    }
    course.scene_.running.set(index, true);
    course.scene_.due.set(index, false);
    return true;
  }
  bool operator()(const procedure::EndTimeLimitAction& limit) const {
    if (const auto index = course.model_.limit(limit.id)) {
      course.scene_.running.set(*index, false);
      course.scene_.due.set(*index, false);
    }
    return true;
  }

  bool operator()(const procedure::DocumentAction& document) const {
    if (document.draft) return true;
    if (const auto slot = course.model_.slot(document.slot);
        slot && course.slice_.slots.holds(*slot) && !document.slot_from.given())
      course.scene_.fresh.set(*slot, true);
    if (!document.slot_from.given()) course.note(Happening::Kind::paper, document.slot);
    if (document.slot_from.given() || document.template_id != document.slot)
      course.note(Happening::Kind::paper, document.template_id);
    return true;
  }

  bool operator()(const procedure::DrawAction& draw) const {
    course.note(Happening::Kind::effect, "draw");
    course.note(Happening::Kind::effect, std::string(procedure::effect_of_draw(draw.action)));
    return true;
  }

  template <class Effect>
  bool operator()(const Effect&) const {
    if (action.element.starts_with("aj:")) course.note(Happening::Kind::effect, action.element.substr(3));
    return true;
  }

  /// Of a record written out. Its paths and literals alone: whatever asks something is asked with the whole.
  FieldValues values_of_fields(const expression::Node& record) const {
    using Kind = expression::Node::Kind;
    FieldValues fields;
    const Ground here = course.ground();
    Judge judge(here, course.scene_.known);
    for (std::size_t i = 0; i < record.children.size() && i < record.keys.size(); ++i) {
      const expression::Node& child = *record.children[i];
      std::erase_if(fields,
                    [&](const auto& field) { return field.first == record.keys[i]; });  // the last counts
      if (child.constant || child.kind == Kind::literal || is_path(child))
        fields.emplace_back(record.keys[i], judge.value_of_whole(child));
    }
    return fields;
  }

  static AbstractValue any_text() { return limited({}, AbstractValue::text); }

  /// Assigns; a field or item of a value leaves of the whole only that it is there.
  template <class Evaluate>
  bool set(const expression::Location& location, const Evaluate& evaluate) const {
    if (course.tracked_.count(location.name) == 0) return true;
    const Ground here = course.ground();
    Judge judge(here, course.scene_.known);
    const AbstractValue value = evaluate(judge);
    if (judge.failed()) return false;
    if (location.path.empty()) {
      course.set_data(location.name, value);
      return true;
    }
    course.read(location.name);
    const auto key = location.path.size() == 1 ? plain_key(location.path.front()) : std::nullopt;
    if (key) course.set_field(location.name, *key, value);
    if (!key) course.set_unknown(location.name);
    return true;
  }
};

/// Whether it does nothing but set data that are not followed: then only what it looks at counts.
bool Course::sets_only_unfollowed(const Action& action) const {
  bool only = true;
  const auto look = [&](const Action& one) {
    const bool sets = std::holds_alternative<procedure::Assign>(one.what) ||
                      std::holds_alternative<procedure::Script>(one.what) ||
                      std::holds_alternative<procedure::ForEach>(one.what);
    if (sets) {
      std::set<std::string> names;
      collect_names_set(one, names);
      only = only && std::none_of(names.begin(), names.end(), [&](const std::string& name) {
               const auto found = tracked_.find(name);
               return found != tracked_.end() && slice_.names.holds(found->second);
             });
    } else if (!std::holds_alternative<procedure::If>(one.what) &&
               !std::holds_alternative<procedure::Log>(one.what)) {
      only = only && !matters(model_, one);
    }
  };
  look(action);
  if (const auto* branching = std::get_if<procedure::If>(&action.what)) {
    for (const auto& branch : branching->branches) procedure::for_each_action(branch.content, look);
  }
  if (const auto* loop = std::get_if<procedure::ForEach>(&action.what))
    procedure::for_each_action(loop->content, look);
  return only;
}

Course::Care Course::care_for(const Action& action) {
  // A log that fails is an error that something may listen to.
  const bool may_fail = open_to_failure() && definition_.typed();
  if (may_fail && std::holds_alternative<procedure::Log>(action.what)) return Care::all;
  if (!matters(model_, action)) return Care::none;
  const bool composed = std::holds_alternative<procedure::If>(action.what) ||
                        std::holds_alternative<procedure::ForEach>(action.what);
  return composed && !open_to_failure() && sets_only_unfollowed(action) ? Care::reads_only : Care::all;
}

void Course::read_all(const Action& action) {
  std::set<std::string> names;
  collect_names_of(action, names);
  for (const std::string& name : names) {
    if (tracked_.count(name) > 0) read(name);
  }
  // What was given before may have been replaced: no one has a free hand in it any more.
  std::set<std::string> set_here;
  collect_names_set(action, set_here);
  for (const std::string& name : set_here) {
    const auto found = tracked_.find(name);
    if (found == tracked_.end()) continue;
    scene_.chosen.set(found->second, false);
    scene_.brought.set(found->second, false);
    forget(scene_.known, vocabulary_, name);
  }
}

bool Course::execute_block(const Block& block) {
  for (const Action& action : block) {
    if (refused_) return false;
    const auto [care, fresh] = cares_.emplace(&action, Care::none);
    if (fresh) care->second = care_for(action);
    // Where errors are listened to, whatever evaluates something may fail, and a message may not arrive.
    if (open_to_failure() && !std::holds_alternative<procedure::Raise>(action.what) &&
        !choices_.either(false)) {
      unsent_ = std::holds_alternative<procedure::Send>(action.what) && !choices_.either(false);
      return false;
    }
    if (care->second == Care::reads_only) read_all(action);
    if (care->second == Care::all && !std::visit(Executing{*this, action}, action.what)) return false;
  }
  return true;
}

void Course::execute_content(const Block& block) {
  if (refused_ || execute_block(block)) return;
  if (!open_to_failure()) {
    refused_ = true;
    return;
  }
  raise(std::exchange(unsent_, false) ? "error.communication" : "error.execution", true);
}

void Course::set_data(const std::string& name, AbstractValue value) {
  const auto tracked = tracked_.find(name);
  if (tracked == tracked_.end()) return;
  written_.set(tracked->second, true);
  scene_.chosen.set(tracked->second, false);
  scene_.brought.set(tracked->second, false);
  forget(scene_.known, vocabulary_, name);
  if (!slice_.names.holds(tracked->second)) return;
  const AbstractValue declared = of_type(definition_.data_item(name)->type, true);
  const Thresholds& thresholds = model_.thresholds[name];
  value.numbers = thresholds.widened(value.numbers);
  value.length = thresholds.widened(value.length);
  value.length.low = std::max<std::int64_t>(value.length.low, 0);
  const bool fraction = value.exact && expression::is_number(*value.exact);
  if (fraction && !thresholds.keeps(*value.exact)) value.exact.reset();
  value.kinds &= declared.kinds;
  if (declared.whole) value.whole = true;
  if (value.nothing()) {
    refused_ = true;  // a value of another type is refused with the whole act
    return;
  }
  scene_.loose.set(tracked->second, !equality(value, value).settled());
  forget(scene_.known, vocabulary_, name);
  scene_.known.set(vocabulary_.term_of_name(name),
                   vocabulary_.keep(limited(std::move(value), AbstractValue::all)));
}

/// One data item was set to another: until one of them is set anew they are the same.
void Course::copied(const std::string& name, const std::string& from) {
  if (name != from && tracked_.count(name) > 0 && !refused_) copy_comparisons(name, from);
  const auto to = tracked_.find(name), of = tracked_.find(from);
  if (name == from || to == tracked_.end() || of == tracked_.end() || refused_) return;
  const TermIndex copy = vocabulary_.term_of_name(name);
  const AbstractValue *now = scene_.known.find(copy),
                      *original = scene_.known.find(vocabulary_.term_of_name(from));
  if (now == nullptr || original == nullptr || equality(*original, *original).settled()) return;
  scene_.known.set(copy, vocabulary_.keep(where_holds(*now, expression::Operator::equal, *original)));
  scene_.known.set(vocabulary_.term_of_comparison(expression::Operator::equal, name, from, {name, from}),
                   vocabulary_.keep(of_truth(true)));
}

/// What is known of the one against others holds of the other.
void Course::copy_comparisons(const std::string& name, const std::string& from) {
  if (!slice_.names.holds(tracked_.at(name))) return;
  for (const Knowledge::Entry& entry :
       std::vector<Knowledge::Entry>(scene_.known.begin(), scene_.known.end())) {
    const Term term = vocabulary_[entry.first];
    const bool left = term.left == from;
    if (term.same_sides.empty() || left == (term.right == from)) continue;
    const std::string& other = left ? term.right : term.left;
    if (other == name || term.names.count(name) > 0) continue;
    std::set<std::string> names = term.names;
    names.erase(from);
    names.insert(name);
    const TermIndex copy = left ? vocabulary_.term_of_comparison(term.compares, name, other, names)
                                : vocabulary_.term_of_comparison(term.compares, other, name, names);
    scene_.known.set(copy, entry.second);
  }
}

/// What a record that was written out holds.
void Course::set_fields(const std::string& name, const FieldValues& fields) {
  const auto tracked = tracked_.find(name);
  if (refused_ || tracked == tracked_.end() || !slice_.names.holds(tracked->second)) return;
  const Thresholds& thresholds = model_.thresholds[name];
  for (auto [key, value] : fields) {
    if (key.find('.') != std::string::npos) continue;  // it would read like a path
    value.numbers = thresholds.widened(value.numbers);
    value.length = thresholds.widened(value.length);
    value.length.low = std::max<std::int64_t>(value.length.low, 0);
    if (value.exact && expression::is_number(*value.exact) && !thresholds.keeps(*value.exact))
      value.exact.reset();
    if (value.exact && !expression::is_number(*value.exact) && !value.exact->is(Value::Kind::date))
      value.exact.reset();
    scene_.known.set(vocabulary_.term_of_field(name, key),
                     vocabulary_.keep(limited(std::move(value), AbstractValue::all)));
  }
}

/// One field of a record is set: its others stay what they were.
void Course::set_field(const std::string& name, const std::string& key, const AbstractValue& value) {
  FieldValues fields{{key, value}};
  for (const auto& [term, known] : scene_.known) {
    const std::string& text = vocabulary_[term].text;
    const bool is_field = vocabulary_[term].names.size() == 1 && text.starts_with(name + ".") &&
                          text.find_first_of(".[(", name.size() + 1) == std::string::npos;
    if (is_field && text.substr(name.size() + 1) != key)
      fields.emplace_back(text.substr(name.size() + 1), *known);
  }
  set_unknown(name);
  set_fields(name, fields);
}

void Course::set_unknown(const std::string& name) {
  const auto* item = definition_.data_item(name);
  if (item != nullptr) return set_data(name, of_type(item->type, true));
  forget(scene_.known, vocabulary_, name);
  std::erase_if(scene_.asked, [&](std::uint32_t term) { return vocabulary_[term].names.count(name) > 0; });
}

void Course::mark(Happening::Kind kind, const std::string& id) {
  if (const auto index = model_.happening(kind, id)) marks_.push_back(static_cast<std::uint32_t>(*index));
}

/// Conditions and surroundings that assertions ask for whenever this happens.
void Course::judge_assertions(Happening::Kind kind, const std::string& id) {
  if (!model_.happening(kind, id)) return;  // no assertion asks about it
  const Happening happened{kind, id};
  const auto& assertions = definition_.assertions;
  for (std::size_t i = 0; i < assertions.size(); ++i) {
    const auto asks = [&](const std::vector<Happening>& list) {
      return std::find(list.begin(), list.end(), happened) != list.end();
    };
    bool holds = true;
    if (!assertions[i].within.empty() && asks(assertions[i].every_path_to)) {
      holds = std::any_of(assertions[i].within.begin(), assertions[i].within.end(),
                          [&](const std::string& state) {
                            const auto s = definition_.find(state);
                            return s && scene_.configuration.contains(*s);
                          });
    }
    if (assertions[i].holds && asks(assertions[i].whenever))
      holds = judged(*assertions[i].holds, scene_.known) == Truth::yes;
    if (!holds) marks_.push_back(static_cast<std::uint32_t>(model_.happenings.size() + i));
  }
}

}  // namespace anjuan::analysis
