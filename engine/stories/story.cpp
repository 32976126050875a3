#include "stories/story.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "stories/messages.h"

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

Result<Story> read_story(const std::string& text, const std::string& file) {
  Story story;
  story.file = file;
  story.text = text;
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
  ANJUAN_TRY(std::vector<ScriptAct> acts, read_script(script, file));
  for (ScriptAct& act : acts) {
    if (!take_heading(act, story)) story.lines.emplace_back(std::move(act));
  }
  if (!story.chart.empty() && !back.empty()) return back;
  std::stable_sort(story.lines.begin(), story.lines.end(),
                   [](const auto& a, const auto& b) { return line_of(a) < line_of(b); });
  return story;
}

}  // namespace anjuan::stories
