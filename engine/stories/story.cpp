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

/// How a line is written, and how many words follow its verb at least; of a single procedure and of an office.
struct Usage {
  const char* verb;
  std::size_t alone;
  const char* written_alone;
  std::size_t in_office;
  const char* written_in_office;
};
constexpr Usage usages[] = {
    {"办", 1, "办 事件", 2, "办 案件 事件 由 某人"},
    {"收到", 1, "收到 事件", 0, ""},
    {"签", 1, "签 文书", 2, "签 案件 文书 由 某人"},
    {"送", 1, "送 文书", 2, "送 案件 文书 方式 …"},
    {"读", 0, "", 1, "读 案件 由 某人"},
    {"任务", 0, "", 1, "任务 编号 流程 流程名"},
    {"作废", 0, "", 2, "作废 案件 文书 理由 …"},
    {"采用", 0, "", 1, "采用 文件夹…"},
    {"试迁移", 1, "试迁移 新流程.xml", 1, "试迁移 案件…"},
    {"迁移", 1, "迁移 新流程.xml", 1, "迁移 案件… 由 某人 理由 …"},
    {"撤销迁移", 0, "", 1, "撤销迁移 案件 由 某人 理由 …"},
    {"应在", 1, "应在 环节；环节", 2, "应在 案件 环节；环节"},
    {"应为", 2, "应为 数据项 = 内容", 3, "应为 案件 数据项 = 内容"},
    {"应有期限", 3, "应有期限 期限 到期 2026-09-28", 4, "应有期限 案件 期限 到期 2026-09-28"},
    {"应无期限", 1, "应无期限 期限", 2, "应无期限 案件 期限"},
    {"应拒绝", 1, "应拒绝 代码 词语", 1, "应拒绝 代码 词语"},
    {"应出", 1, "应出 名称 名称", 0, ""},
    {"应不出", 1, "应不出 名称 名称", 0, ""},
    {"应可办", 1, "应可办 事件 事件", 0, ""},
    {"应不可办", 1, "应不可办 事件 事件", 0, ""},
    {"应提示", 0, "", 1, "应提示 词语"},
    {"应有", 0, "", 3, "应有 案件 文书 名称"},
    {"应无", 0, "", 3, "应无 案件 文书 名称"},
    {"应写明", 0, "", 3, "应写明 案件 名称 词语 词语"},
    {"应抽中", 0, "", 2, "应抽中 任务 名称"},
    {"应未抽中", 0, "", 2, "应未抽中 任务 名称"},
    {"应由", 0, "", 3, "应由 案件 检查 某某、某某"},
    {"应有检查表", 0, "", 5, "应有检查表 案件 共 1 已读回 1"},
    {"应有抽取", 0, "", 3, "应有抽取 任务 抽取号 有效"},
    {"应有公示", 0, "", 2, "应有公示 任务 第1批 文件名"},
    {"应无公示", 0, "", 2, "应无公示 任务 第1批"},
    {"应有案卷", 0, "", 1, "应有案卷 案件 档号 …"},
    {"应按", 0, "", 2, "应按 案件 第2版"},
    {"应迁后在", 1, "应迁后在 环节；环节", 2, "应迁后在 案件 环节；环节"},
    {"应迁后为", 2, "应迁后为 数据项 = 内容", 3, "应迁后为 案件 数据项 = 内容"},
    {"应迁后有期限", 3, "应迁后有期限 期限 到期 2026-09-28", 4, "应迁后有期限 案件 期限 到期 2026-09-28"},
    {"应迁后无期限", 1, "应迁后无期限 期限", 2, "应迁后无期限 案件 期限"}};

/// A line that says too little would do or judge something else than was meant, or nothing.
std::optional<Diagnostic> incomplete(const std::string& verb, std::size_t words, bool alone, const Place& at) {
  for (const Usage& usage : usages) {
    if (verb != usage.verb || words >= (alone ? usage.alone : usage.in_office)) continue;
    return diagnose(line_incomplete, at, verb, alone ? usage.written_alone : usage.written_in_office);
  }
  return std::nullopt;
}

/// What keeps a line from being played: a verb that this kind of story has not, a day never said.
class Fault {
 public:
  explicit Fault(const Story& story) : chart_(!story.chart.empty()), file_(story.file) {}

  std::optional<Diagnostic> operator()(const ScriptAct& act) {
    const bool knows = chart_ ? is_one_of(act.verb, {"已知", "办", "收到", "签", "送", "等", "届满", "试迁移", "迁移", "撤销迁移"})
                              : !is_one_of(act.verb, {"已知", "收到", "等"});
    if (!knows) return diagnose(unknown_act, Place{file_, act.line}, act.verb);
    if (auto said_too_little = incomplete(act.verb, act.words.size(), chart_, Place{file_, act.line})) return said_too_little;
    return is_one_of(act.verb, {"已知", "记录人", "任职", "密封", "说"}) ? std::nullopt : undated(act);
  }
  std::optional<Diagnostic> operator()(const Expectation& e) {
    const auto known = known_verbs(chart_);
    if (std::find(known.begin(), known.end(), e.verb) == known.end())
      return diagnose(expectation_unknown, Place{file_, e.line}, e.verb, enumerated(known));
    if (auto said_too_little = incomplete(e.verb, e.words.size(), chart_, Place{file_, e.line})) return said_too_little;
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
