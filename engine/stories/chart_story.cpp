#include "stories/chart_story.h"

#include <algorithm>

#include "base/text.h"
#include "handling/messages.h"
#include "procedure/tree.h"
#include "stories/known_names.h"
#include "stories/messages.h"
#include "stories/player.h"
#include "stories/trial_setting.h"

namespace anjuan::stories {
namespace {

class Walking {
 public:
  Walking(Told& told, const Workshop& workshop, Coverage& coverage)
      : told_(told), workshop_(workshop), coverage_(coverage) {}

  void go() {
    const Outcome read = read_procedure();
    if (!read.ok()) return complain(0, read.diagnostics());
    for (const auto& line : told_.story.lines) {
      if (!std::visit([this](const auto& one) { return ready_for(one) && take(one); }, line)) return;
    }
    if (unexplained_) complain(unexplained_, {diagnose(refusal_unexplained, Place{})});
  }

 private:
  using Turns = Trial::Turns;

  void complain(int line, Diagnostics why, const std::string& rewrite = "") {
    for (Diagnostic& d : why) {
      if (d.place.file.empty()) d.place = Place{told_.story.file, line};
    }
    told_.wrong.push_back({line, std::move(why), rewrite});
  }

  /// What is known is given before the procedure begins; the date moves on with the lines.
  template <class Line>
  bool ready_for(const Line& line) {
    if constexpr (std::is_same_v<Line, ScriptAct>) {
      if (line.verb == "已知" && !trial_) return true;
    }
    if (!trial_) {
      const auto begun = begin(line.on);
      if (!begun.ok()) return complain(0, begun.diagnostics()), false;
    }
    if (line.on <= trial_->today()) return true;
    const Result<Turns> moved = trial_->move_to(line.on);
    if (!moved.ok()) return complain(line.line, moved.diagnostics()), false;
    note(*moved);
    return true;
  }

  /// Among the definitions to use instead: the file of that name, or the only one.
  Outcome find_procedure() {
    const auto name_of = [](std::string_view path) { return path.substr(path.find_last_of('/') + 1); };
    ANJUAN_TRY(auto files, workshop_.read_definitions(workshop_.definitions));
    const auto found = std::find_if(files.begin(), files.end(), [&](const handling::SourceFile& file) {
      return files.size() == 1 || name_of(file.path) == name_of(told_.story.chart);
    });
    if (found == files.end()) return diagnose(procedure_not_among, Place{}, std::string(name_of(told_.story.chart)));
    sources_.file = found->path;
    sources_.xml = std::move(found->bytes);
    return Done{};
  }

  Outcome read_procedure() {
    if (!workshop_.definitions.empty()) {
      ANJUAN_DO(find_procedure());
    } else {
      sources_.file = path_from(folder_of(told_.story.file), told_.story.chart);
      if (!workshop_.read(sources_.file, sources_.xml))
        return diagnose(handling::material_unreadable, Place{}, told_.story.chart);
    }
    ANJUAN_TRY(definition_, procedure::load(sources_.xml, sources_.file));
    if (workshop_.calendars) {
      ANJUAN_TRY(sources_.years, workshop_.calendars(sources_.file));
    }
    return Done{};
  }

  Outcome begin(Day on) {
    sources_.given = given_;
    sources_.on = on;
    ANJUAN_TRY(PreparedTrial prepared, prepare_trial(sources_));
    coverage_.expect(prepared.setting.definition);
    ANJUAN_TRY(Trial trial, Trial::begin(std::move(prepared.setting)));
    trial_.emplace(std::move(trial));
    note(trial_->history());
    return Done{};
  }

  void note(const Turns& turns) {
    brought_.clear();
    for (const Turn& turn : turns) {
      coverage_.note(turn.step);
      for (const procedure::Effect& effect : turn.effects) {
        for (const std::string& name : names_of(effect)) brought_.push_back(name);
      }
    }
  }

  bool take(const ScriptAct& act) {
    ++told_.acts;
    if (act.verb == "已知") return know(act);
    if (unexplained_) complain(unexplained_, {diagnose(refusal_unexplained, Place{})});
    unexplained_ = act.refused ? act.line : 0;
    migration_.reset();
    const Result<Turns> done = perform(act);
    refusal_ = done.ok() ? Diagnostics{} : done.diagnostics();
    if (done.ok()) note(*done);
    if (done.ok() == !act.refused) return true;
    Diagnostics why = {done.ok() ? diagnose(not_refused, Place{}) : diagnose(act_failed, Place{})};
    why.insert(why.end(), refusal_.begin(), refusal_.end());
    complain(act.line, std::move(why));
    return false;
  }

  /// 已知: the indented lines are facts, or values of the procedure's data.
  bool know(const ScriptAct& act) {
    for (const auto& [path, text] : act.values) {
      const auto value = value_for(trial_ ? trial_->definition() : *definition_, path, text);
      if (!value.ok()) return complain(act.line, value.diagnostics()), false;
      if (!trial_) {
        give(path, *value);
      } else if (!trial_->set(path, *value)) {
        return complain(act.line, {diagnose(name_unknown, Place{}, path)}), false;
      }
    }
    return true;
  }

  void give(const std::string& path, const Value& value) {
    const auto dot = path.find('.');
    Value& place = given_[path.substr(0, dot)];
    const Value& record = place.is(Value::Kind::record) ? place : Value(Fields{});
    place = dot == std::string::npos ? value : with_field(record, path.substr(dot + 1), value);
  }

  Result<Turns> perform(const ScriptAct& act) {
    const std::string folder = folder_of(told_.story.file);
    const ReadFile read = [&](const std::string& path, std::string& bytes) {
      return workshop_.read(path_from(folder, path), bytes);
    };
    if (act.verb == "办" || act.verb == "收到") {
      ANJUAN_TRY(const Fields values,
                 handling::typed_values(trial_->definition(), act.word(0), act.values, read));
      return act.verb == "办" ? trial_->act(act.word(0), values, act.part("由"))
                              : trial_->receive(act.word(0), values);
    }
    if (act.verb == "签") return trial_->sign(act.word(0));
    if (act.verb == "送") return trial_->serve(act.word(0));
    if (act.verb == "等") return trial_->wait();
    if (act.verb == "试迁移" || act.verb == "迁移") return migrate(act);
    if (act.verb == "撤销迁移") return undo_migration();
    if (act.verb == "届满") return trial_->move_to(trial_->today());
    return diagnose(unknown_act, Place{}, act.verb);
  }

  /// 试迁移 新流程.xml, 迁移 新流程.xml; below it what is called otherwise there.
  Result<Turns> migrate(const ScriptAct& act) {
    ANJUAN_TRY(const handling::MigrationMap map, migration_map_of(act));
    TrialSources sources = sources_;
    sources.file = path_from(folder_of(told_.story.file), act.word(0));
    sources.on = trial_->today();
    if (!workshop_.read(sources.file, sources.xml))
      return diagnose(handling::material_unreadable, Place{}, act.word(0));
    ANJUAN_TRY(const PreparedTrial prepared, prepare_trial(sources));
    const procedure::DefinitionPtr& to = prepared.setting.definition;
    procedure::Renaming renaming{map.any.states, map.any.data, map.any.limits, {}};
    for (const auto& [id, text] : map.any.values) {
      ANJUAN_TRY(Value value, value_for(*to, id, text));
      renaming.values.insert_or_assign(id, std::move(value));
    }
    if (act.verb == "试迁移") {
      ANJUAN_TRY(migration_, trial_->plan(to, renaming));
      planned_to_ = to;
      return Turns();
    }
    coverage_.expect(to);
    return trial_->migrate(to, renaming, prepared.setting.facts);
  }

  Result<Turns> undo_migration() {
    if (trial_->history().back().kind != Turn::Kind::migrated) return diagnose(trial_not_migrated, Place{});
    const Day today = trial_->today();
    const std::size_t turns = trial_->history().size();
    while (trial_->history().size() == turns && trial_->back()) {  // the date may have moved on since
    }
    return trial_->move_to(today);
  }

  bool take(const Expectation& e) {
    ++told_.expectations;
    if (e.verb == "应拒绝") unexplained_ = 0;
    const Verdict verdict = judged(e);
    if (verdict.wrong) complain(e.line, {*verdict.wrong}, verdict.rewrite);
    return true;
  }

  Verdict judged(const Expectation& e) const {
    if (e.verb == "应拒绝") return judge_refusal(e, refusal_.empty() ? nullptr : &refusal_);
    if (e.verb == "应出" || e.verb == "应不出") return issued(e);
    if (e.verb == "应可办" || e.verb == "应不可办") return may_be_done(e);
    if (e.verb == "应办结") {
      if (trial_->standing().finished) return {};
      return {diagnose(story_differs, Place{}, Wording("办结", "finished"), join(trial_->labels(), "；")),
              ""};
    }
    if (e.verb.starts_with("应迁后")) {
      if (!migration_) return {diagnose(story_lacks, Place{}, Wording("试算的迁移", "migration tried out"), "—"), ""};
      return judge_migrated(e, 0, *migration_, *planned_to_).value_or(Verdict{});
    }
    if (const auto verdict = judge_standing(e, 0, trial_->labels(), trial_->standing(), trial_->definition()))
      return *verdict;
    return not_understood(e, known_verbs(true));
  }

  /// 应出 检查通知书: what the last line brought about.
  Verdict issued(const Expectation& e) const {
    const std::string all = brought_.empty() ? "—" : join(brought_, "；");
    if (e.verb == "应不出") {
      const KnownNames known = names_of_effects(trial_->definition());
      for (const std::string& name : e.words) {
        const Wording what("能带来的“" + name + "”", "“" + name + "” to bring about");
        if (auto slip = unknown_among(known, name, Wording("流程", "the procedure"), what))
          return {std::move(slip), ""};
      }
    }
    for (const std::string& name : e.words) {
      const bool there = std::find(brought_.begin(), brought_.end(), name) != brought_.end();
      const Wording what("“" + name + "”");
      if (e.verb == "应出" && !there) return {diagnose(story_lacks, Place{}, what, all), ""};
      if (e.verb == "应不出" && there) return {diagnose(story_has, Place{}, what), ""};
    }
    return {};
  }

  bool takes(const std::string& event) const {
    const auto& all = trial_->definition().transitions;
    return std::any_of(all.begin(), all.end(),
                       [&](const procedure::Transition& t) { return procedure::matches(t.events, event); });
  }

  /// Of events that a person decides; what the clock or the system raises, nobody may do.
  Verdict may_be_done(const Expectation& e) const {
    std::vector<std::string> open;
    for (const Choice& choice : trial_->choices()) {
      if (choice.what.open && !choice.what.of_time_limit) open.push_back(choice.what.event);
    }
    const std::string all = open.empty() ? "—" : join(open, "；");
    for (const std::string& event : e.words) {
      const bool there = std::find(open.begin(), open.end(), event) != open.end();
      const Wording what("可以办的“" + event + "”", "“" + event + "” that may be done");
      if (e.verb == "应不可办" && !takes(event)) {
        const Wording unknown("事件“" + event + "”", "event “" + event + "”");
        return {
            unknown_among(names_of_events(trial_->definition()), event, Wording("流程", "the procedure"), unknown),
            ""};
      }
      if (e.verb == "应可办" && !there) return {diagnose(story_lacks, Place{}, what, all), ""};
      if (e.verb == "应不可办" && there) return {diagnose(story_has, Place{}, what), ""};
    }
    return {};
  }

  Told& told_;
  const Workshop& workshop_;
  Coverage& coverage_;
  TrialSources sources_;
  procedure::DefinitionPtr definition_;
  Fields given_;
  std::optional<Trial> trial_;
  std::optional<procedure::Migration> migration_;  ///< of the last line, if it tried one out
  procedure::DefinitionPtr planned_to_;
  std::vector<std::string> brought_;
  Diagnostics refusal_;
  int unexplained_ = 0;
};

/// The names that a person would call an effect by.
struct NamesOfEffect {
  std::vector<std::string> operator()(const procedure::MakeDocument& e) const { return {e.slot}; }
  std::vector<std::string> operator()(const procedure::MakeSheet& e) const {
    return {e.slot.empty() ? e.form_id : e.slot};
  }
  std::vector<std::string> operator()(const procedure::StartTimeLimit& e) const {
    return {e.label.empty() ? e.id : e.label};
  }
  std::vector<std::string> operator()(const procedure::OpenCases& e) const { return {e.definition}; }
  std::vector<std::string> operator()(const procedure::Publish& e) const { return {e.batch}; }
  std::vector<std::string> operator()(const procedure::Push& e) const { return {e.platform}; }
  std::vector<std::string> operator()(const procedure::SendMessage& e) const { return {e.event}; }
  std::vector<std::string> operator()(const procedure::Note& e) const {
    return {e.label.empty() ? e.text : e.label};
  }
  std::vector<std::string> operator()(const procedure::CloseDossier&) const { return {"案卷"}; }
  std::vector<std::string> operator()(const procedure::DrawLots&) const { return {"抽取"}; }
  std::vector<std::string> operator()(const procedure::StopTimeLimit&) const { return {}; }
};

}  // namespace

void walk(Told& told, const Workshop& workshop, Coverage& coverage) {
  Walking(told, workshop, coverage).go();
}

std::vector<std::string> names_of(const procedure::Effect& effect) { return std::visit(NamesOfEffect{}, effect); }

}  // namespace anjuan::stories
