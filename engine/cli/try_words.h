#pragma once
// How a trial reads on the screen: where it stands, what each step would bring about, what may come next.

#include "cli/terminal.h"
#include "stories/trial_setting.h"

namespace anjuan::cli {

/// What may come next as it is shown: what may be done, what may not yet, what comes by itself; what cannot
/// come, because its limit does not run, is left out.
std::vector<stories::Choice> in_order_shown(const stories::Trial&);

class TryWords {
 public:
  explicit TryWords(Terminal& terminal) : terminal_(terminal), zh_(terminal.language == Language::chinese) {}

  void heading(const stories::PreparedTrial&, bool has_calendar, bool has_bureau);
  void turn(const stories::Trial&, const stories::Turn&);
  /// Where it stands, limits, and what may be done, numbered as in `choices`.
  void standing(const stories::Trial&, const std::vector<stories::Choice>& choices);
  /// What a step back took away, told from what had been done before it.
  void undone(const stories::Trial::Turns& before, const stories::Trial&);
  void history(const stories::Trial&);
  void data(const stories::Trial&);
  void words();  ///< 帮助
  /// "回访日期（日期，必填，例：2026-09-10）："
  std::string question(const procedure::Opportunity::Input&, Day today) const;
  void refusal(const Diagnostics&);
  std::string day(Day) const;

 private:
  const char* say(const char* chinese, const char* english) const { return zh_ ? chinese : english; }
  std::vector<std::vector<std::string>> effect_rows(const stories::Trial&, const stories::Turn&) const;
  std::string what_happened(const stories::Turn&) const;
  void choice_row(const stories::Trial&, const stories::Choice&, std::size_t number);
  std::string provisional(bool) const;  ///< "（暂定）" or nothing
  std::string when(const stories::Trial&, const procedure::Opportunity&) const;
  std::string type_of(const procedure::Opportunity::Input&) const;
  std::string who(const stories::Choice&) const;

  Terminal& terminal_;
  bool zh_;
};

}  // namespace anjuan::cli
