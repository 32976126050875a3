// Turns the paperwork namespace's content into effects. Nothing is done here but saying what is
// asked for; time limits are also kept in the standing.

#include "base/text.h"
#include "procedure/messages.h"
#include "procedure/run.h"

namespace anjuan::procedure {

namespace {

Diagnostic not_right(const Code& code, const char* attribute, Wording wanted, const Value& found) {
  return diagnose(not_of_kind, code.place, attribute, std::move(wanted), expression::describe(found));
}

class EffectMaker {
 public:
  EffectMaker(Run& run, const Action& action) : run_(run), action_(action) {}

  Outcome operator()(const DocumentAction& document) {
    MakeDocument effect;
    effect.template_id = document.template_id;
    effect.slot = document.slot;
    if (document.slot_from.given()) {
      ANJUAN_TRY(effect.slot, text(document.slot_from, "asexpr"));
    }
    effect.number_code = document.number_code;
    effect.seal = document.seal;
    effect.sign = document.sign;
    effect.serve = document.serve;
    effect.draft = document.draft;
    effect.place = document.place;
    effect.mandatory = document.mandatory;
    ANJUAN_TRY(const Value to, evaluate(run_, document.to));
    effect.to = display(to);
    ANJUAN_TRY(effect.data, data_with(document.params));
    run_.act.moved.effects.emplace_back(std::move(effect));
    return Done{};
  }

  Outcome operator()(const SheetAction& sheet) {
    MakeSheet effect;
    ANJUAN_TRY(effect.form_id, text(sheet.form, "formexpr"));
    effect.slot = sheet.slot;
    effect.place = sheet.place;
    ANJUAN_TRY(effect.data, data_with(sheet.params));
    run_.act.moved.effects.emplace_back(std::move(effect));
    return Done{};
  }

  Outcome operator()(const TimeLimitAction& action) {
    ANJUAN_TRY(const Value length, evaluate(run_, action.length));
    if (!length.is(Value::Kind::integer) || length.integer() <= 0 || length.integer() > 100000) {
      return not_right(action.length, "length", {"大于零的整数", "a whole number above zero"}, length);
    }
    Day from = run_.act.on;
    if (action.after.given()) {
      ANJUAN_TRY(const Value after, evaluate(run_, action.after));
      if (!after.is(Value::Kind::date)) return not_right(action.after, "after", {"日期", "a date"}, after);
      from = after.date();
    }
    calendar::TimeLimit limit{static_cast<int>(length.integer()), action.unit, {}};
    if (!action_.basis.empty()) limit.basis = provision_of(run_.definition, action_.basis.front());
    OpenTimeLimit open{
        action.id, action.label, action.on_due, from, limit, {from, from - std::chrono::days(1)}, false};
    if (run_.act.facts.calendar != nullptr) open.deadline = run_.act.facts.calendar->deadline(from, limit);
    changing_limits(run_)[action.id] = open;
    run_.act.moved.effects.emplace_back(StartTimeLimit{action.id, action.label, action.on_due, from, limit});
    return Done{};
  }

  Outcome operator()(const EndTimeLimitAction& action) {
    // Ending what does not run is no mistake: the ways of a case differ.
    if (run_.session.limits.count(action.id) == 0) return Done{};
    changing_limits(run_).erase(action.id);
    run_.act.moved.effects.emplace_back(StopTimeLimit{action.id});
    return Done{};
  }

  Outcome operator()(const DrawAction& draw) {
    ANJUAN_TRY(Fields values, evaluate_params(run_, draw.params));
    run_.act.moved.effects.emplace_back(DrawLots{draw.action, std::move(values)});
    return Done{};
  }

  Outcome operator()(const OpenCasesAction& open) {
    run_.act.moved.effects.emplace_back(OpenCases{open.definition});
    return Done{};
  }

  Outcome operator()(const PublishAction& publish) {
    Publish effect;
    ANJUAN_TRY(const Value batch, evaluate(run_, publish.batch));
    effect.batch = display(batch);
    ANJUAN_TRY(const Value channels, evaluate(run_, publish.channels));
    if (!channels.is(Value::Kind::list))
      return not_right(publish.channels, "channels", {"列表", "a list"}, channels);
    for (const Value& channel : channels.list()) effect.channels.push_back(display(channel));
    ANJUAN_TRY(effect.values, data_with(publish.params));
    run_.act.moved.effects.emplace_back(std::move(effect));
    return Done{};
  }

  Outcome operator()(const PushAction& push) {
    ANJUAN_TRY(Fields values, data_with(push.params));
    run_.act.moved.effects.emplace_back(Push{push.platform, push.mapping, std::move(values)});
    return Done{};
  }

  Outcome operator()(const ArchiveAction& archive) {
    ANJUAN_TRY(Fields values, data_with(archive.params));
    run_.act.moved.effects.emplace_back(CloseDossier{std::move(values)});
    return Done{};
  }

  template <class Other>
  Outcome operator()(const Other&) {
    return Done{};
  }

 private:
  Run& run_;
  const Action& action_;

  Result<std::string> text(const Code& code, const char* attribute) {
    ANJUAN_TRY(const Value value, evaluate(run_, code));
    if (value.is(Value::Kind::text) && !value.text().empty()) return value.text();
    return not_right(code, attribute, {"文字", "a text"}, value);
  }

  Result<Fields> data_with(const std::vector<Param>& params) {
    ANJUAN_TRY(const Fields values, evaluate_params(run_, params));
    return procedure::data_with(run_, values);
  }
};

}  // namespace

Outcome execute_effect(Run& run, const Action& action) {
  return std::visit(EffectMaker(run, action), action.what);
}

}  // namespace anjuan::procedure
