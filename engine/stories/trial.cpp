#include "stories/trial.h"

#include <algorithm>

#include "base/text.h"
#include "cases/authority.h"
#include "cases/case_facts.h"
#include "documents/document_number.h"
#include "procedure/messages.h"
#include "stories/messages.h"
#include "stories/samples.h"

namespace anjuan::stories {
namespace {

using cases::Case, cases::Paper;
using procedure::Event, procedure::Step;

constexpr const char* pretend_id = "样例-01";  // 案件.编号

bool enables_nothing(const Diagnostics& all) {
  return std::any_of(all.begin(), all.end(), [](const Diagnostic& d) {
    return d.row == &procedure::event_not_awaited || d.row == &procedure::already_finished;
  });
}

/// Given fields win over those there are.
Value laid_over(const Value& below, const Value& above) {
  if (!below.is(Value::Kind::record) || !above.is(Value::Kind::record)) return above;
  Fields out = below.record();
  for (const auto& [name, value] : above.record()) out.insert_or_assign(name, value);
  return out;
}

std::vector<std::string> labels_of(const Step& step) {
  std::vector<std::string> out;
  for (const procedure::Reason& reason : step.reasons) {
    if (reason.taken && !reason.transition_label.empty()) out.push_back(reason.transition_label);
  }
  return out;
}

}  // namespace

Trial::Trial(TrialSetting setting) : setting_(std::move(setting)) {
  now_.on = setting_.on;
  now_.definition = setting_.definition;
  now_.facts = setting_.facts;
  now_.content.id = CaseId(pretend_id);
  now_.content.kind = setting_.definition->kind;
  now_.content.definition = setting_.definition->name;
  now_.content.sequence = 1;
  const auto fact = [&](const char* name) {
    return now_.facts.contains(name) ? now_.facts.at(name) : Value();
  };
  now_.content.target = fact("对象");
  now_.content.inspectors = fact("检查人员");
  now_.content.unit = now_.content.target.field("主管股室").text_or_empty();
  signatory_ = recorder_ = cases::to_value(setting_.bureau, "");
}

Result<Trial> Trial::begin(TrialSetting setting) {
  Trial trial(std::move(setting));
  ANJUAN_TRY(Step step, procedure::start(trial.now_.definition, {trial.facts(), &trial.setting_.calendar},
                                         trial.now_.on, trial.setting_.data));
  Turn turn;
  turn.kind = Turn::Kind::begun;
  trial.keep(std::move(turn), std::move(step));
  return trial;
}

std::vector<std::string> Trial::labels() const { return procedure::labels(definition(), standing()); }

Fields Trial::facts() const {
  Case round;
  round.id = CaseId(split(pretend_id, '-').front());
  const bool within_round = now_.content.kind == "case";
  Fields out = cases::facts_of(now_.content, {setting_.bureau, within_round ? &round : nullptr, now_.on,
                                              signatory_, recorder_, Value()});
  for (const auto& [name, value] : now_.facts) {
    const auto found = out.find(name);
    out.insert_or_assign(name, found == out.end() ? value : laid_over(found->second, value));
  }
  return out;
}

std::vector<Choice> Trial::choices() const {
  std::vector<Choice> out;
  const Fields known = facts();
  for (procedure::Opportunity& what :
       procedure::opportunities(now_.definition, standing(), {known, &setting_.calendar}, now_.on)) {
    Choice choice{std::move(what), {}, false, false};
    const procedure::Role* role = definition().role(choice.what.role);
    choice.anybody = role == nullptr;
    choice.outside = role && role->outside;
    if (role && !role->outside) {
      choice.people = cases::who_may(definition(), role->id, now_.content, known, setting_.bureau, now_.on);
    }
    out.push_back(std::move(choice));
  }
  return out;
}

std::string Trial::first_who_may(const std::string& event) const {
  for (const Choice& choice : choices()) {
    if (choice.what.event != event) continue;
    if (choice.outside) return choice.what.role_label;
    if (!choice.people.empty()) return choice.people.front();
  }
  return "";
}

template <class Body>
Result<Trial::Turns> Trial::attempt(const Body& body) {
  Moment before = now_;
  before.turns = turns_.size();
  const Outcome done = body();
  if (!done.ok()) {
    turns_.erase(turns_.begin() + static_cast<std::ptrdiff_t>(before.turns), turns_.end());
    now_ = std::move(before);
    return done.diagnostics();
  }
  const Turns brought(turns_.begin() + static_cast<std::ptrdiff_t>(before.turns), turns_.end());
  past_.push_back(std::move(before));
  return brought;
}

Result<Trial::Turns> Trial::act(const std::string& event, const Fields& values,
                                const std::string& signatory) {
  return attempt([&]() -> Outcome {
    ANJUAN_DO(raise_fallen_due(now_.on));
    Turn turn;
    turn.event = event;
    turn.signatory = signatory.empty() ? first_who_may(event) : signatory;
    signatory_ = cases::to_value(setting_.bureau, turn.signatory);
    return raise(std::move(turn), {event, values, now_.on, ""}, false);
  });
}

Result<Trial::Turns> Trial::receive(const std::string& event, const Fields& values) {
  const std::string& kind = definition().kind;
  const std::string origin = kind == "round"  ? std::string("#_case_") + pretend_id
                             : kind == "case" ? "#_parent"
                                              : "";
  return attempt([&] {
    Turn turn;
    turn.kind = Turn::Kind::message;
    turn.event = event;
    return raise(std::move(turn), {event, values, now_.on, origin}, false);
  });
}

Result<Trial::Turns> Trial::move_to(Day day) {
  if (day < now_.on) return diagnose(day_before, Place{}, iso(now_.on), iso(day));
  return attempt([&]() -> Outcome {
    ANJUAN_DO(raise_fallen_due(day));
    now_.on = day;
    return Done{};
  });
}

/// Each limit on the day after it is due, as an office that looks every day would.
Outcome Trial::raise_fallen_due(Day until) {
  for (auto due = procedure::fallen_due(standing(), until); !due.empty();
       due = procedure::fallen_due(standing(), until)) {
    const procedure::OpenTimeLimit limit = due.front();
    now_.on = std::max(now_.on, limit.deadline.due + std::chrono::days(1));
    Turn turn;
    turn.kind = Turn::Kind::limit;
    turn.event = limit.on_due;
    turn.label = limit.label.empty() ? limit.id : limit.label;
    turn.provisional = limit.deadline.provisional;
    ANJUAN_TRY([[maybe_unused]] const Done raised,
               raise(std::move(turn), {limit.on_due, {{"期限", limit.id}}, now_.on, "#_timer"}, true));
    const auto& running = standing().limits;
    const auto same = running.find(limit.id);
    if (same != running.end() && same->second.from == limit.from)
      procedure::acknowledge_due(now_.content.standing, limit.id);
  }
  return Done{};
}

Outcome Trial::authorise(Turn& turn, const Step& step, const std::string& event) {
  turn.label = event;
  for (const procedure::Reason& reason : step.reasons) {
    if (reason.taken && reason.event == event && !reason.transition_label.empty())
      turn.label = reason.transition_label;
  }
  const cases::ActRequest request{turn.label, step.roles, turn.signatory, now_.on, now_.content.unit};
  ANJUAN_TRY(signatory_, cases::authorise(request, definition(), now_.content, facts(), setting_.bureau));
  now_.content.acts.push_back({static_cast<std::int64_t>(turns_.size()) + 1, event, step.roles,
                               PersonId(signatory_.field("编号").text_or_empty()), now_.on});
  return Done{};
}

Outcome Trial::raise(Turn turn, const Event& event, bool optional) {
  auto step = procedure::step(now_.definition, standing(), event, {facts(), &setting_.calendar});
  if (!step.ok()) {
    if (!optional || !enables_nothing(step.diagnostics())) return step.diagnostics();
    if (turn.kind == Turn::Kind::limit) {  // it has passed, though nothing waits for it
      turn.on = now_.on;
      turn.labels = labels();
      turn.step.after = standing();
      turns_.push_back(std::move(turn));
    }
    return Done{};
  }
  if (turn.kind == Turn::Kind::act) {
    ANJUAN_DO(authorise(turn, *step, event.name));
  }
  keep(std::move(turn), std::move(*step));
  return Done{};
}

void Trial::keep(Turn turn, Step step) {
  now_.content.standing = step.after;
  turn.on = now_.on;
  turn.taken = labels_of(step);
  turn.labels = labels();
  turn.effects = step.effects;
  for (const procedure::Effect& effect : turn.effects) {
    if (const auto* document = std::get_if<procedure::MakeDocument>(&effect)) make_paper(turn, *document);
  }
  turn.step = std::move(step);
  turns_.push_back(std::move(turn));
}

/// The paper as later conditions see it: its number by the office's pattern, not yet signed or served.
void Trial::make_paper(Turn& turn, const procedure::MakeDocument& document) {
  Paper paper;
  paper.id = std::string(pretend_id) + "-W" + std::to_string(now_.content.papers.size() + 1);
  paper.slot = paper.title = document.slot;
  paper.template_id = document.template_id;
  paper.date = now_.on;
  paper.to = document.to;
  paper.place = document.place;
  paper.mandatory = document.mandatory;
  paper.seal = document.seal;
  paper.sign = document.sign;
  paper.serve = document.serve;
  paper.draft = document.draft;
  if (!document.number_code.empty() && !document.draft) {
    const std::int64_t n = ++now_.numbers[document.number_code];
    Fields parts = setting_.bureau.facts;
    parts.insert_or_assign("年", Value(year_of(now_.on)));
    parts.insert_or_assign("号", Value(n));
    const cases::NumberCode* code = cases::find_code(setting_.bureau, document.number_code);
    const auto printed = documents::document_number(
        code ? code->pattern : document.number_code + "〔{年}〕{号}号", Place{}, parts);
    if (printed.ok()) paper.number = *printed;
  }
  turn.numbers.push_back(paper.number);
  now_.content.papers.push_back(std::move(paper));
}

Result<Paper*> Trial::paper(const std::string& wanted) {
  auto& all = now_.content.papers;
  const auto found = std::find_if(all.rbegin(), all.rend(),
                                  [&](const Paper& p) { return p.slot == wanted || p.number == wanted; });
  if (found != all.rend()) return &*found;
  std::vector<std::string> names;
  for (const Paper& p : all) names.push_back(p.slot);
  return diagnose(trial_paper_unknown, Place{}, wanted, names.empty() ? Wording("—") : enumerated(names));
}

Result<Trial::Turns> Trial::sign(const std::string& wanted) { return register_paper(wanted, false); }
Result<Trial::Turns> Trial::serve(const std::string& wanted) { return register_paper(wanted, true); }

Result<Trial::Turns> Trial::register_paper(const std::string& wanted, bool serve) {
  return attempt([&]() -> Outcome {
    ANJUAN_TRY(Paper* const found, paper(wanted));
    std::optional<Day>& when = serve ? found->served_on : found->signed_on;
    const Wording done = serve ? Wording("送达", "served") : Wording("签署", "signed");
    if (when) return diagnose(trial_paper_settled, Place{}, found->slot, done, iso(*when));
    when = now_.on;
    Turn turn;
    turn.kind = serve ? Turn::Kind::service : Turn::Kind::signing;
    turn.label = found->slot;
    turn.event = (serve ? "送达." : "签署.") + found->slot;
    const std::size_t before = turns_.size();
    ANJUAN_TRY([[maybe_unused]] const Done raised,
               raise(turn, {turn.event, {{"文书", found->id}}, now_.on, "#_paper"}, true));
    if (turns_.size() > before) return Done{};
    turn.on = now_.on;
    turn.labels = labels();
    turn.step.after = standing();
    turns_.push_back(std::move(turn));
    return Done{};
  });
}

Result<Trial::Turns> Trial::wait() {
  return attempt([&]() -> Outcome {
    const std::string event = standing().delayed.empty() ? "" : standing().delayed.front().name;
    ANJUAN_TRY(auto step,
               procedure::next_delayed(now_.definition, standing(), {facts(), &setting_.calendar}));
    if (!step) return diagnose(nothing_delayed, Place{});
    Turn turn;
    turn.kind = Turn::Kind::delayed;
    turn.event = event;
    keep(std::move(turn), std::move(*step));
    return Done{};
  });
}

bool Trial::set(const std::string& path, const Value& value) {
  const auto dot = path.find('.');
  const std::string name = path.substr(0, dot);
  Moment before = now_;
  before.turns = turns_.size();
  Fields& data = now_.content.standing.data;
  const bool of_data = data.contains(name);
  if (!of_data && !facts().contains(name)) return false;
  Value& place = of_data ? data[name] : now_.facts[name];
  place = dot == std::string::npos ? value
                                   : with_field(place.is(Value::Kind::record) ? place : Value(Fields{}),
                                                path.substr(dot + 1), value);
  if (name == "对象") now_.content.target = place;
  if (name == "检查人员") now_.content.inspectors = place;
  past_.push_back(std::move(before));
  return true;
}

Result<procedure::Migration> Trial::plan(const procedure::DefinitionPtr& to, const procedure::Renaming& renaming) const {
  std::set<std::string> events;
  for (const cases::ActNote& act : now_.content.acts) events.insert(act.event);
  const Fields known = facts();
  return procedure::migrate(
      {definition(), to, standing(), renaming, {known, &setting_.calendar}, now_.on, std::move(events)});
}

Result<Trial::Turns> Trial::migrate(const procedure::DefinitionPtr& to, const procedure::Renaming& renaming, const Fields& more) {
  return attempt([&]() -> Outcome {
    for (const auto& [name, value] : more) now_.facts.emplace(name, value);
    ANJUAN_TRY(procedure::Migration migration, plan(to, renaming));
    now_.definition = to;
    now_.content.definition = to->name;
    now_.content.standing = std::move(migration.after);
    setting_.bureau = with_sample_people(setting_.bureau, *to, now_.facts, now_.on);
    Turn turn;
    turn.kind = Turn::Kind::migrated;
    turn.on = now_.on;
    turn.label = to->label.empty() ? to->name : to->label;
    turn.labels = labels();
    turn.step.after = standing();
    turns_.push_back(std::move(turn));
    return Done{};
  });
}

bool Trial::back() {
  if (past_.empty()) return false;
  now_ = std::move(past_.back());
  past_.pop_back();
  turns_.erase(turns_.begin() + static_cast<std::ptrdiff_t>(now_.turns), turns_.end());
  return true;
}

}  // namespace anjuan::stories
