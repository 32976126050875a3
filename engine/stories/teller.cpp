#include "stories/teller.h"

#include <algorithm>

#include "base/text.h"
#include "stories/chart_story.h"
#include "stories/messages.h"

namespace anjuan::stories {
namespace {

Diagnostics placed(Diagnostics all, const Place& place) {
  for (Diagnostic& d : all) {
    if (d.place.file.empty()) d.place = place;
  }
  return all;
}

/// Goes through the lines of one story.
class Telling {
 public:
  using Load = std::function<Result<DefinitionsPtr>(const ScriptAct&)>;

  Telling(Told& told, const Workshop& workshop, Coverage& coverage, Load load)
      : told_(told), workshop_(workshop), coverage_(coverage), load_(std::move(load)) {}

  void go() {
    for (const auto& line : told_.story.lines) {
      const bool goes_on = std::visit([this](const auto& one) { return take(one); }, line);
      if (!goes_on) return;
    }
    if (unexplained_) complain(unexplained_, {diagnose(refusal_unexplained, Place{})});
  }

 private:
  void complain(int line, Diagnostics why, const std::string& rewrite = "") {
    told_.wrong.push_back({line, placed(std::move(why), Place{told_.story.file, line}), rewrite});
  }

  /// An act; false when it did not go as told, so that nothing after it can be judged.
  bool take(const ScriptAct& act) {
    ++told_.acts;
    if (unexplained_) complain(unexplained_, {diagnose(refusal_unexplained, Place{})});
    unexplained_ = act.refused && judged_ ? act.line : 0;
    if (act.verb == "任职") return appoint(act);
    const Result<Performed> done = act.verb == "采用" ? adopt(act) : perform(act);
    plans_ = done.ok() ? done->plans : std::vector<handling::CasePlan>();
    last_ =
        done.ok() ? Result<handling::Receipt>(done->receipt) : Result<handling::Receipt>(done.diagnostics());
    if (done.ok()) {
      for (const handling::MovedCase& moved : done->receipt.moved) coverage_.note(moved);
    }
    if (done.ok() == !act.refused) return true;
    if (done.ok()) {
      complain(act.line, {diagnose(not_refused, Place{})});
    } else {
      Diagnostics why = {diagnose(act_failed, Place{})};
      why.insert(why.end(), done.diagnostics().begin(), done.diagnostics().end());
      complain(act.line, std::move(why));
    }
    return false;
  }

  Result<Performed> perform(const ScriptAct& act) {
    Player player(told_.office->office(), told_.desk, folder_of(told_.story.file), workshop_.read);
    return player.perform(act);
  }

  /// 采用 文件夹…: newer definitions, of the same office.
  Result<Performed> adopt(const ScriptAct& act) {
    ANJUAN_TRY(const DefinitionsPtr next, load_(act));
    const Moment recorded = next_moment(told_.desk, act.on);
    ANJUAN_DO(told_.office->adopt(next, recorded, told_.desk.recorder));
    for (const auto& [name, loaded] : next->library.procedures) coverage_.expect(loaded.content);
    return Performed();
  }

  bool take(const Expectation& e) {
    ++told_.expectations;
    if (e.verb == "应拒绝") unexplained_ = 0;
    const Verdict verdict = judge(e, {*told_.office, last_, plans_, workshop_.words_of});
    if (!verdict.wrong) return true;
    if (verdict.wrong->row->severity == Severity::warning)
      ++told_.unjudged;
    else
      complain(e.line, {*verdict.wrong}, verdict.rewrite);
    return true;
  }

  /// 任职 某某 分管领导 2026-09-01 2026-12-31
  bool appoint(const ScriptAct& act) {
    const auto from = parse_day(act.word(2)), until = parse_day(act.word(3));
    if (from && until && told_.office->appoint(act.word(0), {act.word(1), "", from, until, true}))
      return true;
    complain(act.line, {diagnose(appointment_unclear, Place{}, join(act.words, " "))});
    return false;
  }

  Told& told_;
  const Workshop& workshop_;
  Coverage& coverage_;
  Load load_;
  Result<handling::Receipt> last_ = handling::Receipt();
  std::vector<handling::CasePlan> plans_;
  int unexplained_ = 0;  ///< the line of a 拒绝 whose reason has not been given yet
  /// Scripts say 拒绝 without the reason; stories with any expectation give it.
  const bool judged_ = std::any_of(told_.story.lines.begin(), told_.story.lines.end(), [](const auto& line) {
    return std::holds_alternative<Expectation>(line);
  });
};

}  // namespace

std::string accepted(const Told& told) {
  std::vector<std::string> lines = split(told.story.text, '\n');
  for (const Mistake& mistake : told.wrong) {
    if (mistake.line > 0 && !mistake.rewrite.empty())
      lines[static_cast<std::size_t>(mistake.line - 1)] = mistake.rewrite;
  }
  return join(lines, "\n");
}

Told& Teller::tell(const std::string& file) {
  if (const auto known = told_.find(file); known != told_.end()) return known->second;
  being_told_.insert(file);
  Told told = tell_anew(file);
  being_told_.erase(file);
  return told_.emplace(file, std::move(told)).first->second;
}

Told Teller::tell_anew(const std::string& file) {
  Told told;
  told.story.file = file;
  const auto fails = [&](Diagnostics why) {
    for (Diagnostic& d : why) {
      const int line = d.place.file == file ? d.place.line : 0;
      told.wrong.push_back({line, placed({std::move(d)}, Place{file}), ""});
    }
  };
  std::string text;
  if (!workshop_.read(file, text)) return fails({diagnose(no_such_story, Place{}, file)}), std::move(told);
  auto story = read_story(text, file);
  if (!story.ok()) {
    if (!find_invalid_utf8(text)) told.story.text = text;
    return fails(story.diagnostics()), std::move(told);
  }
  told.story = std::move(*story);
  if (!told.story.chart.empty()) {
    const Outcome alone = begins_by_itself(told.story);
    if (!alone.ok()) return fails(alone.diagnostics()), std::move(told);
    return walk(told, workshop_, coverage_), std::move(told);
  }
  const Outcome set = set_the_scene(told);
  if (!set.ok()) return fails(set.diagnostics()), std::move(told);
  Telling(told, workshop_, coverage_, [&](const ScriptAct& act) { return load(told.story, act.words, told.bureau); }).go();
  return told;
}

/// The story that this one goes on from, told; refused where that comes back to this one.
Result<Told*> Teller::earlier(const Story& story) {
  const std::string before = path_from(folder_of(story.file), story.begins_with);
  const Diagnostic circle = diagnose(story_in_circle, Place{}, story.begins_with);
  if (being_told_.contains(before)) return circle;
  Told& told = tell(before);
  for (const Mistake& mistake : told.wrong) {
    if (mistake.why.front().row == &story_in_circle) return circle;
  }
  return &told;
}

Outcome Teller::begins_by_itself(const Story& story) {
  if (story.begins_with.empty()) return Done{};
  ANJUAN_TRY([[maybe_unused]] const Told* const told, earlier(story));
  return diagnose(chart_story_goes_on, Place{}, story.begins_with);
}

Outcome Teller::set_the_scene(Told& told) {
  const Story& story = told.story;
  const std::string folder = workshop_.scratch + "/" + std::to_string(told_.size() + being_told_.size());
  if (!story.begins_with.empty()) {
    ANJUAN_TRY(const Told* const before, earlier(story));
    if (!before->office) return diagnose(story_unknown, Place{}, story.begins_with);
    told.desk = before->desk;
    told.bureau = before->bureau;
    ANJUAN_TRY(told.office, before->office->copy(folder));
    return Done{};
  }
  told.bureau = bureau_of(story);
  ANJUAN_TRY(const DefinitionsPtr definitions, load(story, workshop_.definitions.empty() ? story.definitions : std::vector<std::string>(), told.bureau));
  for (const auto& [name, loaded] : definitions->library.procedures) coverage_.expect(loaded.content);
  const auto first = std::find_if(story.lines.begin(), story.lines.end(), [](const auto& line) {
    return std::holds_alternative<ScriptAct>(line) && std::get<ScriptAct>(line).on != Day{};
  });
  const Day begun = first == story.lines.end() ? Day{} : std::get<ScriptAct>(*first).on;
  ANJUAN_TRY(told.office, ScratchOffice::make(folder, definitions, workshop_.fonts, morning_of(begun),
                                              told.desk.recorder));
  return Done{};
}

std::string Teller::bureau_of(const Story& story) const {
  if (!workshop_.bureau.empty() || story.bureau.empty()) return workshop_.bureau;
  return path_from(folder_of(story.file), story.bureau);
}

Result<DefinitionsPtr> Teller::load(const Story& story, const std::vector<std::string>& written, const std::string& bureau) {
  std::vector<std::string> paths;
  for (const std::string& path : written) paths.push_back(path_from(folder_of(story.file), path));
  if (written.empty()) paths = workshop_.definitions;
  if (!bureau.empty()) paths.push_back(bureau);
  if (paths.empty()) return diagnose(no_office, Place{});
  if (const auto known = loaded_.find(paths); known != loaded_.end()) return known->second;
  ANJUAN_TRY(auto files, workshop_.read_definitions(paths));
  ANJUAN_TRY(DefinitionsPtr loaded, load_definitions(std::move(files)));
  return loaded_.emplace(paths, std::move(loaded)).first->second;
}

}  // namespace anjuan::stories
