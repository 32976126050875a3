// anjuan try: a person steps through a procedure with pretend dates. Nothing is written, no office is
// needed; lines come from the keyboard, from standard input or from --script.

#include <algorithm>
#include <filesystem>
#include <istream>
#include <ostream>
#include <sstream>

#include "base/text.h"
#include "cli/command.h"
#include "cli/messages.h"
#include "cli/office_folder.h"
#include "cli/trial_data.h"
#include "cli/trial_files.h"
#include "cli/try_words.h"
#include "handling/typed_values.h"
#include "procedure/tree.h"
#include "stories/messages.h"
#include "stories/trial_setting.h"

namespace anjuan::cli {
namespace {

using procedure::Opportunity;
using stories::Choice, stories::Trial;

bool is_one_of(const std::string& word, std::initializer_list<const char*> words) {
  return std::any_of(words.begin(), words.end(), [&](const char* w) { return word == w; });
}

/// What a line may begin with, other than a choice or a date.
enum class Word { help, show, data, history, undo, date, sign, serve, wait, set, receive, act, end };

std::optional<Word> word_of(const std::string& text) {
  static const std::vector<std::pair<Word, std::vector<std::string>>> words{
      {Word::help, {"帮助", "help", "?", "？"}},
      {Word::show, {"看", "show"}},
      {Word::data, {"数据", "data"}},
      {Word::history, {"经过", "history"}},
      {Word::undo, {"撤回", "undo"}},
      {Word::date, {"日期", "date"}},
      {Word::sign, {"签", "sign"}},
      {Word::serve, {"送", "serve"}},
      {Word::wait, {"等", "wait"}},
      {Word::set, {"设", "set"}},
      {Word::receive, {"收到", "receive"}},
      {Word::act, {"办", "do"}},
      {Word::end, {"结束", "退出", "quit", "exit"}}};
  for (const auto& [word, written] : words) {
    if (std::find(written.begin(), written.end(), text) != written.end()) return word;
  }
  return std::nullopt;
}

bool is_date_or_step(const std::string& text) { return text.starts_with("+") || parse_loose_day(text); }

bool listens(const procedure::Definition& definition, const std::string& event) {
  return std::any_of(definition.transitions.begin(), definition.transitions.end(),
                     [&](const procedure::Transition& t) {
                       return t.label == event || procedure::matches(t.events, event);
                     });
}

/// The lines of a trial: from a person, or written beforehand.
class TypedLines {
 public:
  TypedLines(Terminal& terminal, std::istream& in, bool asked)
      : terminal_(terminal), in_(in), asked_(asked) {}

  bool asked() const { return asked_; }
  /// The next line; what was written beforehand is shown behind the prompt, as if it were typed.
  bool next(const std::string& prompt, std::string& line) {
    if (asked_) terminal_.out << prompt << std::flush;
    const bool given = take(line);
    if (asked_ && !given) terminal_.out << "\n";
    if (!asked_ && given) terminal_.out << prompt << line << "\n";
    return given;
  }
  /// Indented lines that follow, "名称 = 内容": only where lines are written beforehand.
  std::vector<std::string> indented() {
    std::vector<std::string> out;
    std::string line;
    while (!asked_ && take(line)) {
      const bool is_value =
          (line.starts_with(" ") || line.starts_with("\t")) && line.find('=') != std::string::npos;
      if (!is_value) {
        waiting_ = line;
        break;
      }
      terminal_.out << line << "\n";
      out.push_back(line);
    }
    return out;
  }

 private:
  bool take(std::string& line) {
    if (waiting_) {
      line = *waiting_;
      waiting_.reset();
      return true;
    }
    if (!std::getline(in_, line)) return false;
    if (line.ends_with('\r')) line.pop_back();
    return true;
  }
  Terminal& terminal_;
  std::istream& in_;
  bool asked_;
  std::optional<std::string> waiting_;
};

/// What one line asks for: a word, what follows, 名称=内容, and who.
struct Request {
  std::string word, rest, by;
  std::vector<std::string> pairs;
};

Request request_of(const std::string& line) {
  Request out;
  std::vector<std::string> words = split(collapse_space(line), ' ');
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0 && is_one_of(words[i], {"由", "by"}) && i + 1 < words.size())
      out.by = words[++i];
    else if (i > 0 && words[i].find('=') != std::string::npos)
      out.pairs.push_back(words[i]);
    else if (i == 0)
      out.word = words[i];
    else
      out.rest += (out.rest.empty() ? "" : " ") + words[i];
  }
  return out;
}

class Session {
 public:
  Session(Terminal& terminal, TypedLines& lines, Trial& trial)
      : terminal_(terminal), lines_(lines), words_(terminal), trial_(trial) {}

  int run() {
    told(trial_.history());
    std::string line;
    while (lines_.next(terminal_.say("\n试办> ", "\ntry> "), line)) {
      if (trim(line).empty() || trim(line).starts_with("#")) continue;
      const Request request = request_of(line);
      if (!take(request)) refused_ = true;
      if (ended_) break;
    }
    terminal_.out << terminal_.say("\n试办结束，什么也没有写入。\n",
                                   "\nThe trial is over; nothing was written.\n");
    return refused_ && !lines_.asked() ? status_refused : status_done;
  }

 private:
  /// Does what a line asks; false when it is refused or not understood.
  bool take(const Request& r) {
    const auto word = word_of(r.word);
    if (!word) return is_date_or_step(r.word) ? move(r.word + r.rest) : act(r);
    switch (*word) {
      case Word::help:
        return words_.words(), true;
      case Word::show:
        return show(), true;
      case Word::data:
        return words_.data(trial_), true;
      case Word::history:
        return words_.history(trial_), true;
      case Word::undo:
        return undo();
      case Word::date:
        return move(r.rest);
      case Word::sign:
        return done(trial_.sign(r.rest));
      case Word::serve:
        return done(trial_.serve(r.rest));
      case Word::wait:
        return done(trial_.wait());
      case Word::set:
        return set(r);
      case Word::receive:
        return receive(r);
      case Word::end:
        return ended_ = true;
      case Word::act:
        break;
    }
    Request event = r;
    event.word = r.rest;
    event.rest.clear();
    return act(event);
  }

  void show() { words_.standing(trial_, choices_ = in_order_shown(trial_)); }

  void told(const Trial::Turns& turns) {
    for (const stories::Turn& turn : turns) words_.turn(trial_, turn);
    show();
  }
  bool refuse(const Diagnostics& why) { return words_.refusal(why), false; }
  bool done(const Result<Trial::Turns>& result) {
    if (!result.ok()) return refuse(result.diagnostics());
    told(*result);
    return true;
  }

  bool undo() {
    const Trial::Turns before = trial_.history();
    if (!trial_.back()) return refuse({diagnose(nothing_to_undo, Place{})});
    words_.undone(before, trial_);
    show();
    return true;
  }

  /// "2026-09-20", "+5工作日", "+3日", "+1月", "+5wd".
  bool move(const std::string& text) {
    std::string wanted(replace_all(text, " ", ""));
    if (const auto day = parse_loose_day(wanted)) return done(trial_.move_to(*day));
    const auto digits = wanted.find_first_not_of("0123456789", wanted.starts_with("+") ? 1 : 0);
    const auto length = parse_integer(
        wanted.substr(wanted.starts_with("+") ? 1 : 0, digits - (wanted.starts_with("+") ? 1 : 0)));
    const std::string unit = digits == std::string::npos ? "" : wanted.substr(digits);
    calendar::TimeLimit later{
        length && *length <= 100000 ? static_cast<int>(*length) : -1, calendar::Unit::calendar_days, {}};
    if (is_one_of(unit, {"工作日", "个工作日", "wd", "workingdays", "workingday"}))
      later.unit = calendar::Unit::working_days;
    else if (is_one_of(unit, {"月", "个月", "m", "months", "month"}))
      later.unit = calendar::Unit::months;
    else if (!is_one_of(unit, {"日", "天", "d", "days", "day"}))
      later.length = -1;
    if (later.length < 0 || !wanted.starts_with("+")) return refuse({diagnose(bad_move, Place{}, text)});
    const Day to = later.unit == calendar::Unit::calendar_days
                       ? trial_.today() + std::chrono::days(later.length)
                       : trial_.calendar().deadline(trial_.today(), later).due;
    return done(trial_.move_to(to));
  }

  bool set(const Request& r) {
    if (r.pairs.empty() && r.word.find('=') == std::string::npos) return refuse({diagnose(bad_set, Place{})});
    for (const std::string& pair : r.pairs) {
      const auto equals = pair.find('=');
      const std::string path = pair.substr(0, equals);
      const auto value = stories::value_for(trial_.definition(), path, pair.substr(equals + 1));
      if (!value.ok()) return refuse(value.diagnostics());
      if (!trial_.set(path, *value)) return refuse({diagnose(stories::name_unknown, Place{}, path)});
    }
    show();
    return true;
  }

  Result<Fields> values_of(const std::string& event, const std::vector<std::string>& pairs) const {
    ANJUAN_TRY(const handling::Typed typed, handling::typed_pairs(pairs));
    return handling::typed_values(trial_.definition(), event, typed, read_whole);
  }

  bool receive(const Request& r) {
    std::vector<std::string> pairs = r.pairs;
    for (const std::string& line : lines_.indented()) pairs.push_back(line);
    const auto values = values_of(r.rest, pairs);
    if (!values.ok()) return refuse(values.diagnostics());
    return done(trial_.receive(r.rest, *values));
  }

  /// The choice of a number, an event or a label; with two of a name the one that is open.
  const Choice* chosen(const std::string& word) const {
    if (const auto n = parse_integer(word);
        n && *n >= 1 && *n <= static_cast<std::int64_t>(choices_.size())) {
      return &choices_[static_cast<std::size_t>(*n - 1)];
    }
    const Choice* found = nullptr;
    for (const Choice& c : choices_) {
      if ((c.what.event == word || c.what.label == word) && (!found || (!found->what.open && c.what.open)))
        found = &c;
    }
    return found;
  }

  bool act(const Request& r) {
    const Choice* choice = chosen(r.word);
    if (!choice && !listens(trial_.definition(), r.word)) {
      std::vector<std::string> events;
      for (const Choice& c : choices_) {
        if (std::find(events.begin(), events.end(), c.what.event) == events.end())
          events.push_back(c.what.event);
      }
      return refuse({diagnose(choice_unknown, Place{}, r.word, events.empty() ? Wording("—") : enumerated(events))});
    }
    const std::string event = choice ? choice->what.event : r.word;
    std::vector<std::string> pairs = r.pairs;
    for (const std::string& line : lines_.indented()) pairs.push_back(line);
    if (choice && choice->what.of_time_limit) {
      const auto values = values_of(event, pairs);
      return values.ok() ? done(trial_.receive(event, *values)) : refuse(values.diagnostics());
    }
    if (choice && choice->what.open && !ask(choice->what, pairs)) return true;
    const auto values = values_of(event, pairs);
    if (!values.ok()) return refuse(values.diagnostics());
    return done(trial_.act(event, *values, r.by));
  }

  /// Whether an answer will do; if not, the person is told why and asked again.
  bool serves(const std::string& event, const Opportunity::Input& input, const std::string& line) {
    if (line.empty()) return !input.required;
    const auto value = values_of(event, {input.name + "=" + line});
    return value.ok() || refuse(value.diagnostics());
  }

  /// Where the line gives the input; a person is told of what will not do, and it is taken out again.
  bool is_given(const Opportunity& o, const Opportunity::Input& input, std::vector<std::string>& pairs,
                bool& wrong) {
    const auto given = std::find_if(pairs.begin(), pairs.end(), [&](const std::string& pair) {
      return trim(std::string_view(pair).substr(0, pair.find('='))) == input.name;
    });
    if (given == pairs.end()) return false;
    wrong = !serves(o.event, input, std::string(trim(std::string_view(*given).substr(given->find('=') + 1))));
    if (wrong) pairs.erase(given);
    return !wrong;
  }

  bool given_up() {
    terminal_.out << terminal_.say("     没有办。\n", "     Not done.\n");
    return false;
  }

  /// Asks one by one for what was not written on the line, again where the answer will not do: lines written
  /// beforehand go the way they would at the keyboard. What is wrong on the line itself only a person is asked
  /// for again. False when it is given up.
  bool ask(const Opportunity& o, std::vector<std::string>& pairs) {
    const bool begun = !pairs.empty();
    if (begun && !lines_.asked()) return true;
    bool told = false;
    for (const Opportunity::Input& input : o.inputs) {
      bool wrong = false;
      if (is_given(o, input, pairs, wrong) || (begun && !wrong && !input.required)) continue;
      if (lines_.asked() && !told) {
        terminal_.out << terminal_.say("     （写“撤回”就不办这一件，写“结束”就不再试）\n",
                                       "     (undo gives it up, quit ends the trial)\n");
        told = true;
      }
      std::string line;
      do {
        if (!lines_.next(words_.question(input, trial_.today()), line)) return true;
        line = std::string(trim(line));
        if (is_one_of(line, {"撤回", "undo", "取消", "cancel"})) return given_up();
        if (word_of(line) == Word::end && lines_.asked()) return ended_ = true, false;
        if (serves(o.event, input, line)) break;
        refused_ = true;
      } while (true);
      if (!line.empty()) pairs.push_back(input.name + "=" + line);
    }
    return true;
  }

  Terminal& terminal_;
  TypedLines& lines_;
  TryWords words_;
  Trial& trial_;
  std::vector<Choice> choices_;
  bool refused_ = false, ended_ = false;
};

/// A script of one word that is no file, and nothing that a trial of the procedure understands either.
bool names_nothing(const std::string& script, const procedure::Definition& definition) {
  std::string text;
  if (script.find_first_of(" ;=\n") != std::string::npos || script.find("；") != std::string::npos)
    return false;
  if (script.empty() || read_whole(script, text)) return false;
  return !word_of(script) && !is_date_or_step(script) && !parse_integer(script) &&
         !listens(definition, script);
}

/// Lines of --script: of the file of that name, or written there with semicolons between them.
std::string script_text(const std::string& script) {
  std::string text;
  if (read_whole(script, text)) return text;
  for (const std::string& line : split(replace_all(script, "；", ";"), ';')) {
    text +=
        (text.empty() ? "" : "\n") + std::string(line.find('\n') == std::string::npos ? trim(line) : line);
  }
  return text;
}

Outcome read_sources(const Terminal& terminal, const CommandLine& line, stories::TrialSources& sources,
                     TrialData& data) {
  sources.file = line.get("FILE");
  if (!read_whole(sources.file, sources.xml)) return unreadable(sources.file);
  sources.on = day_of(terminal.now);
  if (line.has("on")) {
    const auto day = parse_loose_day(line.get("on"));
    if (!day) return diagnose(bad_date, Place{}, line.get("on"));
    sources.on = *day;
  }
  ANJUAN_TRY(sources.years,
             line.has("calendar") ? calendar_years(line.all("calendar")) : calendars_beside(sources.file));
  sources.beside.files = files_beside(sources.file);
  if (line.has("bureau")) {
    std::string xml;
    if (!read_whole(line.get("bureau"), xml)) return unreadable(line.get("bureau"));
    ANJUAN_TRY(cases::Bureau bureau, cases::load_bureau(xml, line.get("bureau")));
    sources.bureau = std::move(bureau);
  }
  if (line.has("data")) {
    ANJUAN_TRY(data, read_trial_data(line.get("data")));
    sources.given = data.values;
  }
  return Done{};
}

int run_try(Terminal& terminal, const CommandLine& line) {
  stories::TrialSources sources;
  TrialData data;
  const Outcome read = read_sources(terminal, line, sources, data);
  if (!read.ok()) return report(terminal, read.diagnostics());
  auto prepared = stories::prepare_trial(sources);
  if (!prepared.ok()) return report(terminal, prepared.diagnostics());
  const Outcome given = check_trial_data(data, *prepared->setting.definition, prepared->setting.bureau);
  if (!given.ok()) return report(terminal, given.diagnostics());
  if (line.has("script") && names_nothing(line.get("script"), *prepared->setting.definition))
    return report(terminal, {diagnose(no_such_script, Place{}, line.get("script"))});
  TryWords(terminal).heading(*prepared, !sources.years.empty(), sources.bureau.has_value());
  auto trial = Trial::begin(std::move(prepared->setting));
  if (!trial.ok()) return report(terminal, trial.diagnostics());
  std::istringstream script(script_text(line.get("script")));
  std::istringstream none;
  std::istream& in = line.has("script") ? script : terminal.in ? *terminal.in : none;
  TypedLines lines(terminal, in, !line.has("script") && terminal.asked);
  return Session(terminal, lines, *trial).run();
}

}  // namespace

Command try_command() {
  return {
      {"try",
       {"试办一份流程：用假定的日期一步步走，看会出什么文书、哪天到期，什么也不写入",
        "try a procedure with pretend dates, step by step: what is issued and due; nothing is written"},
       {{"FILE", {"流程文件", "the file of a procedure"}}},
       {{"on", "日期", {"从哪一天开始，默认今天", "the first day, default today"}},
        {"data",
         "文件",
         {"案件的事实和数据的初值（JSON），其余用样例",
          "facts and first data of the case (JSON); the rest are samples"}},
        {"bureau", "文件", {"机关文件：用它的人员和文号", "the office's file, for its people and numbers"}},
        {"calendar",
         "文件",
         {"放假安排的文件或者文件夹，可写多次；默认用流程旁边的 calendar",
          "calendars, files or folders, may be repeated; default: those beside the procedure"},
         false,
         true},
        {"script",
         "文件",
         {"照文件里的几行试，不用键盘；也可以直接写，用分号隔开",
          "lines from a file instead of the keyboard, or written here with semicolons"}}}},
      run_try};
}

}  // namespace anjuan::cli
