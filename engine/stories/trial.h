#pragma once
// A procedure tried out: one pretend case in memory, with pretend dates. Steps go through the same pure
// functions as a real case; what they would bring about is noted, and nothing is carried out.

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "calendar/calendar.h"
#include "cases/bureau.h"
#include "cases/case.h"
#include "procedure/definition.h"
#include "procedure/migration.h"
#include "procedure/procedure.h"

namespace anjuan::stories {

/// What surrounds the pretend case.
struct TrialSetting {
  procedure::DefinitionPtr definition;
  calendar::WorkingCalendar calendar;
  cases::Bureau bureau;  ///< with people for its roles (samples.h)
  Fields facts;          ///< 对象, 检查人员, 任务, …: given or made up
  Fields data;           ///< first values of the procedure's own data, instead of the file's
  Day on{};
};

/// One step of the trial, as the history tells it.
struct Turn {
  enum class Kind { begun, act, message, limit, delayed, signing, service, migrated };
  Kind kind = Kind::act;
  Day on{};
  std::string event, label;        ///< of an act its label, of a limit the limit's
  std::string signatory;           ///< of an act
  bool provisional = false;        ///< of a limit: counted without the calendar of its year
  std::vector<std::string> taken;  ///< labels of the transitions taken
  std::vector<procedure::Effect> effects;
  std::vector<std::string> numbers;  ///< of the numbered papers among the effects, in order
  std::vector<std::string> labels;   ///< where it stands then
  procedure::Step step;              ///< for those who count what was walked
};

/// What a person may do next, and who.
struct Choice {
  procedure::Opportunity what;
  std::vector<std::string> people;  ///< who may; empty where nobody of the office
  bool outside = false, anybody = false;
};

class Trial {
 public:
  /// Refused: data that the definition does not take.
  static Result<Trial> begin(TrialSetting);

  const procedure::Definition& definition() const { return *now_.definition; }
  const calendar::WorkingCalendar& calendar() const { return setting_.calendar; }
  const procedure::Standing& standing() const { return now_.content.standing; }
  const cases::Case& content() const { return now_.content; }
  Day today() const { return now_.on; }
  std::vector<std::string> labels() const;
  const std::vector<Turn>& history() const { return turns_; }
  Fields facts() const;
  std::vector<Choice> choices() const;

  // Each gives the turns that it has brought, or the reasons why not; then nothing has changed.
  using Turns = std::vector<Turn>;
  /// An event that a person decides; `signatory` "": the first who may.
  Result<Turns> act(const std::string& event, const Fields& values, const std::string& signatory);
  /// A message of the round, of a case, or of anything outside.
  Result<Turns> receive(const std::string& event, const Fields& values);
  /// Later, never earlier; limits that pass on the way raise their events each on the day after it is due.
  Result<Turns> move_to(Day);
  Result<Turns> sign(const std::string& paper);
  Result<Turns> serve(const std::string& paper);
  /// The next event that was sent with a delay; none: no turns.
  Result<Turns> wait();
  /// Another value of a fact or of the procedure's data from now on; false where there is none such.
  bool set(const std::string& path, const Value&);
  /// Where the case would stand on another definition; nothing changes.
  Result<procedure::Migration> plan(const procedure::DefinitionPtr& to, const procedure::Renaming&) const;
  /// On to the other definition; `more` are facts that it reads and this trial has not had yet.
  Result<Turns> migrate(const procedure::DefinitionPtr& to, const procedure::Renaming&, const Fields& more);
  /// Takes the last of these back; false at the beginning.
  bool back();

 private:
  struct Moment {
    Day on{};
    procedure::DefinitionPtr definition;
    cases::Case content;
    Fields facts;
    std::map<std::string, std::int64_t> numbers;  ///< taken, by code
    std::size_t turns = 0;
  };
  explicit Trial(TrialSetting);

  template <class Body>
  Result<Turns> attempt(const Body&);
  Result<Turns> register_paper(const std::string& wanted, bool serve);
  Outcome raise(Turn, const procedure::Event&, bool optional);
  Outcome authorise(Turn&, const procedure::Step&, const std::string& event);
  Outcome raise_fallen_due(Day until);
  void keep(Turn, procedure::Step);
  void make_paper(Turn&, const procedure::MakeDocument&);
  Result<cases::Paper*> paper(const std::string& wanted);
  std::string first_who_may(const std::string& event) const;

  TrialSetting setting_;
  Moment now_;
  Value signatory_, recorder_;
  std::vector<Moment> past_;
  std::vector<Turn> turns_;
};

}  // namespace anjuan::stories
