#include "stories/script.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "stories/messages.h"

namespace anjuan::stories {
namespace {

constexpr std::array verbs = {"题目", "机构", "定义", "流程", "已知", "日期", "记录人",
                              "任职", "导入", "任务", "办",   "收到", "等",   "签",
                              "送",   "读",   "作废", "届满", "密封", "说",   "公开"};
constexpr std::array part_names = {"由",   "理由", "方式", "收件人",   "地点", "送达人",
                                   "关系", "扫描", "流程", "略去错行", "事由", "见证人",
                                   "渠道", "网址", "时间", "截图"};

bool is_one_of(const auto& names, const std::string& word) {
  return std::any_of(names.begin(), names.end(), [&](const char* name) { return word == name; });
}

/// "名称 = 内容" of an indented line.
bool read_value(const std::string& line, ScriptAct& act) {
  const auto equals = line.find('=');
  if (equals == std::string::npos) return false;
  act.values.emplace_back(std::string(trim(line.substr(0, equals))),
                          std::string(trim(line.substr(equals + 1))));
  return true;
}

ScriptAct read_act(const std::string& line) {
  ScriptAct act;
  std::vector<std::string> words = split(collapse_space(line), ' ');
  std::size_t i = 0;
  if (words[i] == "拒绝" && words.size() > 1) {
    act.refused = true;
    ++i;
  }
  act.verb = words[i++];
  for (; i < words.size(); ++i) {
    if (is_one_of(part_names, words[i])) {
      act.parts.emplace_back(words[i], i + 1 < words.size() ? words[i + 1] : "");
      ++i;
    } else {
      act.words.push_back(words[i]);
    }
  }
  return act;
}

}  // namespace

std::string ScriptAct::part(const std::string& name) const {
  const auto found = std::find_if(parts.begin(), parts.end(), [&](const auto& p) { return p.first == name; });
  return found == parts.end() ? "" : found->second;
}

Result<std::vector<ScriptAct>> read_script(const std::string& text, const std::string& file) {
  Diagnostics wrong;
  std::vector<ScriptAct> acts = read_script(text, file, wrong);
  if (!wrong.empty()) return wrong;
  return acts;
}

std::vector<ScriptAct> read_script(const std::string& text, const std::string& file, Diagnostics& wrong) {
  std::vector<ScriptAct> acts;
  Day today{};
  int number = 0;
  for (const std::string& raw : split(text, '\n')) {
    ++number;
    const std::string line(trim(raw));
    if (line.empty() || line.starts_with("#")) continue;
    const bool indented = raw.starts_with(" ") || raw.starts_with("\t") || raw.starts_with("\u3000");
    if (indented) {
      if (acts.empty() || !read_value(line, acts.back()))
        wrong.push_back(diagnose(unknown_act, Place{file, number}, line));
      continue;
    }
    ScriptAct act = read_act(line);
    act.line = number;
    if (!is_one_of(verbs, act.verb)) {
      wrong.push_back(diagnose(unknown_act, Place{file, number}, line));
      continue;
    }
    if (act.verb == "日期") {
      const auto day = act.words.empty() ? std::nullopt : parse_loose_day(act.words[0]);
      if (!day)
        wrong.push_back(
            diagnose(date_unreadable, Place{file, number}, act.words.empty() ? "" : act.words[0]));
      else
        today = *day;
      continue;
    }
    act.on = today;
    acts.push_back(std::move(act));
  }
  return acts;
}

}  // namespace anjuan::stories
