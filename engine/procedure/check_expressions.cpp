// Names and types in every expression of the file, each held to what its place needs.

#include "base/text.h"
#include "procedure/checks.h"
#include "procedure/messages.h"
#include "procedure/untyped_names.h"

namespace anjuan::procedure {

namespace {

using expression::Type;

Type simple(Type::Kind kind) { return Type{kind, {}, {}, {}}; }

/// How expressions name the papers and the running limits of the case, each a record.
constexpr const char* papers_name = "文书";
constexpr const char* limits_name = "期限";

class ExpressionCheck {
 public:
  explicit ExpressionCheck(const Checking& checking)
      : checking_(checking),
        definition_(checking.definition),
        names_(names_declared(checking.definition)),
        untyped_(known_untyped(checking.definition)),
        slots_(slots_made(checking.definition)),
        limits_(limits_started(checking.definition)) {
    // The file's own names win, so that a clash is reported once and not at every use.
    names_.insert(checking.facts.begin(), checking.facts.end());
  }

  void run() {
    for (const DataItem& item : definition_.data) want(item.initial, item.type);
    for (const Role& role : definition_.roles) {
      if (role.holders) want(*role.holders, simple(Type::Kind::list));
    }
    for (const Transition& transition : definition_.transitions) {
      want(transition.condition, simple(Type::Kind::boolean));
      for (const Input& input : transition.inputs) {
        if (input.when) want(*input.when, simple(Type::Kind::boolean));
      }
      for (const Requirement& requirement : transition.requirements) {
        if (requirement.test) want(*requirement.test, simple(Type::Kind::boolean));
        want_items(requirement.lacking);
      }
    }
    for (const Assertion& assertion : definition_.assertions) {
      if (assertion.holds) want(*assertion.holds, simple(Type::Kind::boolean));
    }
    for (const State& state : definition_.states) payload(state.done_data.payload);
    for_every_action(definition_, [&](const Action& action) {
      if (needs_data(action)) return;
      for (const Param& param : params_of(action)) want(param.value, {});
      std::visit([&](const auto& what) { visit(what); }, action.what);
    });
  }

 private:
  const Checking& checking_;
  const Definition& definition_;
  expression::Names names_;
  KnownNames untyped_;
  std::optional<std::set<std::string>> slots_;
  std::set<std::string> limits_;

  void want(const Code& code, const Type& wanted) {
    if (!code.expression || checking_.full()) return;
    look_at(*code.expression, wanted);
    for (const auto& [id, place] : expression::states_asked(*code.expression)) want_state(checking_, id, place);
    if (slots_) want_keys(*code.expression, papers_name, *slots_, {"制作文书", "makes a document"});
    want_keys(*code.expression, limits_name, limits_, {"开始期限", "starts a time limit"});
  }

  /// That what is looked up among the papers or limits of the case is made at some step.
  void want_keys(const expression::Expression& one, const char* name, const std::set<std::string>& made,
                 const Wording& what) {
    if (!checking_.facts.contains(name) || definition_.data_item(name) != nullptr) return;
    for (const auto& [key, place] : expression::keys_asked(one, name)) {
      if (made.contains(key)) continue;
      const std::vector<std::string> known(made.begin(), made.end());
      const auto near = nearest(key, known);
      checking_.found.push_back(near ? diagnose(key_never_made_near, place, what, key, *near)
                                     : diagnose(key_never_made, place, what, key, some_of(known)));
    }
  }

  /// A text or a list.
  void want_items(const Code& code) {
    want(code, {});
    if (!code.expression || !definition_.typed() || checking_.full()) return;
    const Type found = expression::type_of(*code.expression, names_);
    const bool fits = found.kind == Type::Kind::any || found.kind == Type::Kind::text ||
                      found.kind == Type::Kind::enumeration || found.kind == Type::Kind::list;
    if (!fits) checking_.found.push_back(diagnose(lacking_not_text, code.place, expression::name_of(found)));
  }

  /// Untyped charts are held to their names only; charts without data to having none.
  void look_at(const expression::Expression& one, const Type& wanted) {
    if (definition_.typed()) {
      const Diagnostics more = expression::check(one, names_, wanted);
      checking_.found.insert(checking_.found.end(), more.begin(), more.end());
      return;
    }
    if (wanted.kind == Type::Kind::boolean) append(checking_.found, check_untyped_condition(one));
    for (Diagnostic& d : check_untyped_names(one, untyped_)) {
      const bool no_data = definition_.data_model == DataModel::null;
      checking_.found.push_back(no_data ? diagnose(null_has_no_data, d.place, d.values.front())
                                        : std::move(d));
    }
  }

  /// What may be read and set in a chart that is not typed.
  static KnownNames known_untyped(const Definition& definition) {
    if (definition.data_model == DataModel::null) return {};
    KnownNames known{names_declared(definition), definition.script_names};
    known.settable.insert(known.settable.end(), definition.loop_names.begin(), definition.loop_names.end());
    for (const DataItem& item : definition.data) known.settable.push_back(item.id);
    for (const std::string& name : definition.script_names) known.readable.emplace(name, Type{});
    known.readable.emplace("_x", Type{});
    return known;
  }

  /// In a chart without data the element itself is refused (check_names), and not what it says.
  bool needs_data(const Action& action) const {
    return definition_.data_model == DataModel::null && action_needs_data(action);
  }

  void payload(const Payload& carried) {
    want(carried.content, {});
    for (const Param& param : carried.params) want(param.value, {});
  }

  /// What a place to assign to takes: the data item's type, anything below it.
  Type type_at(const expression::Location& location) const {
    const DataItem* item = definition_.data_item(location.name);
    return item != nullptr && location.path.empty() ? item->type : Type{};
  }

  void visit(const Raise&) {}
  void visit(const If& branching) {
    for (const Branch& branch : branching.branches) {
      if (branch.condition) want(*branch.condition, simple(Type::Kind::boolean));
    }
  }
  void visit(const ForEach& loop) { want(loop.list, simple(Type::Kind::list)); }
  void visit(const Assign& assign) {
    want(assign.value, assign.location.location ? type_at(*assign.location.location) : Type{});
  }
  void visit(const Log& log) { want(log.text, {}); }
  void visit(const Script& script) {
    if (definition_.data_model == DataModel::null) return;
    for (const auto& assignment : script.assignments) look_at(assignment.value, type_at(assignment.location));
    if (script.statements) look_at(*script.statements, {});
  }
  void visit(const Send& send) {
    for (const Code* code : {&send.event, &send.target, &send.type, &send.delay})
      want(*code, simple(Type::Kind::text));
    want(send.payload.content, {});
  }
  void visit(const Cancel& cancel) { want(cancel.id, simple(Type::Kind::text)); }
  void visit(const DocumentAction& document) {
    want(document.slot_from, simple(Type::Kind::text));
    want(document.to, {});
  }
  void visit(const SheetAction& sheet) { want(sheet.form, simple(Type::Kind::text)); }
  void visit(const TimeLimitAction& limit) {
    want(limit.length, simple(Type::Kind::integer));
    want(limit.after, simple(Type::Kind::date));
  }
  void visit(const EndTimeLimitAction&) {}
  void visit(const DrawAction&) {}
  void visit(const OpenCasesAction&) {}
  void visit(const PublishAction& publish) {
    want(publish.batch, {});
    want(publish.channels, simple(Type::Kind::list));
  }
  void visit(const PushAction&) {}
  void visit(const ArchiveAction&) {}
};

}  // namespace

void check_expressions(const Checking& checking) { ExpressionCheck(checking).run(); }

}  // namespace anjuan::procedure
