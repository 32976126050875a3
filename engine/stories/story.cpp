#include "stories/story.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "stories/judge.h"
#include "stories/messages.h"
#include "xml/preflight.h"

namespace anjuan::stories {
namespace {

bool is_expectation(const std::string& line) { return line.starts_with("应"); }

/// Lines at the head of a story say where it plays; true if this is one.
bool take_heading(const ScriptAct& act, Story& story) {
  if (act.verb == "题目")
    story.title = join(act.words, " ");
  else if (act.verb == "机构")
    story.bureau = act.word(0);
  else if (act.verb == "定义")
    story.definitions = act.words;
  else if (act.verb == "流程")
    story.chart = act.word(0);
  else
    return false;
  return true;
}

bool is_one_of(const std::string& verb, std::initializer_list<const char*> verbs) {
  return std::any_of(verbs.begin(), verbs.end(), [&](const char* one) { return verb == one; });
}

/// What keeps a line from being played: a verb that this kind of story has not, a day never said.
class Fault {
 public:
  explicit Fault(const Story& story) : chart_(!story.chart.empty()), file_(story.file) {}

  std::optional<Diagnostic> operator()(const ScriptAct& act) {
    const bool knows = chart_ ? is_one_of(act.verb, {"已知", "办", "收到", "签", "送", "等", "届满"})
                              : !is_one_of(act.verb, {"已知", "收到", "等"});
    if (!knows) return diagnose(unknown_act, Place{file_, act.line}, act.verb);
    return is_one_of(act.verb, {"已知", "记录人", "任职", "密封", "说"}) ? std::nullopt : undated(act);
  }
  std::optional<Diagnostic> operator()(const Expectation& e) {
    const auto known = known_verbs(chart_);
    if (std::find(known.begin(), known.end(), e.verb) == known.end())
      return diagnose(expectation_unknown, Place{file_, e.line}, e.verb, join(known, "、"));
    return chart_ ? undated(e) : std::nullopt;
  }

 private:
  /// Said once, at the first line that wants a day.
  template <class Line>
  std::optional<Diagnostic> undated(const Line& line) {
    if (line.on != Day{} || std::exchange(said_, true)) return std::nullopt;
    return diagnose(date_unsaid, Place{file_, line.line});
  }
  bool chart_, said_ = false;
  std::string file_;
};

/// The text of a story, and not that of something else.
Diagnostics not_a_story(const std::string& text, const std::string& file) {
  if (Diagnostics found = xml::check_encoding(text, file); !found.empty()) return found;
  if (!trim(text).starts_with("<")) return {};
  const bool chart = text.find("<scxml") != std::string::npos;
  return {diagnose(no_story_but, Place{file},
                   chart ? Wording("流程文件", "a procedure") : Wording("定义文件", "a definition"))};
}

}  // namespace

std::string Expectation::after(const std::string& name) const {
  const auto at = std::find(words.begin(), words.end(), name);
  return at == words.end() || at + 1 == words.end() ? "" : *(at + 1);
}

bool Expectation::has(const std::string& name) const {
  return std::find(words.begin(), words.end(), name) != words.end();
}

int line_of(const std::variant<ScriptAct, Expectation>& line) {
  return std::visit([](const auto& one) { return one.line; }, line);
}

Result<Story> read_story(const std::string& written, const std::string& file) {
  constexpr std::string_view mark = "\xef\xbb\xbf";  // that some editors put before the first line
  const std::string text = written.starts_with(mark) ? written.substr(mark.size()) : written;
  if (Diagnostics other = not_a_story(text, file); !other.empty()) return other;
  Story story;
  story.file = file;
  story.text = written;
  std::string script;  // expectations left out, so that the numbers of the lines stay
  int number = 0;
  Day today{};
  Diagnostics back;  // dates that lie before the one above
  for (const std::string& line : split(text, '\n')) {
    ++number;
    const std::string plain = collapse_space(line);
    if (is_expectation(line)) {
      const std::vector<std::string> words = split(plain, ' ');
      story.lines.emplace_back(Expectation{number, words.front(), {words.begin() + 1, words.end()}, today});
    } else if (line.starts_with("接 ")) {
      story.begins_with = plain.substr(plain.find(' ') + 1);
    } else {
      script += line;
      if (line.starts_with("日期 ")) {
        const Day before =
            std::exchange(today, parse_loose_day(plain.substr(plain.find(' ') + 1)).value_or(today));
        if (today < before)
          back.push_back(diagnose(day_before, Place{file, number}, iso(before), iso(today)));
      }
    }
    script += "\n";
  }
  Diagnostics wrong;
  std::vector<ScriptAct> acts = read_script(script, file, wrong);
  for (ScriptAct& act : acts) {
    if (!take_heading(act, story)) story.lines.emplace_back(std::move(act));
  }
  if (!story.chart.empty()) wrong.insert(wrong.end(), back.begin(), back.end());
  std::stable_sort(story.lines.begin(), story.lines.end(),
                   [](const auto& a, const auto& b) { return line_of(a) < line_of(b); });
  Fault fault(story);
  for (const auto& line : story.lines) {
    if (auto found = std::visit(fault, line)) wrong.push_back(std::move(*found));
  }
  std::stable_sort(wrong.begin(), wrong.end(),
                   [](const auto& a, const auto& b) { return a.place.line < b.place.line; });
  if (!wrong.empty()) return wrong;
  return story;
}

}  // namespace anjuan::stories
