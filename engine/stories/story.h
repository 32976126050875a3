#pragma once
// A story: acts as in a script, and between them lines that begin with 应 and say what must hold then.
// workflows/stories.md tells how to write one.

#include <string>
#include <variant>
#include <vector>

#include "stories/script.h"

namespace anjuan::stories {

/// One line that says what must hold: 应在, 应有, 应拒绝, ….
struct Expectation {
  int line = 0;
  std::string verb;
  std::vector<std::string> words;
  Day on{};  ///< the date that the lines before it have reached

  /// The n-th word, "" if there are fewer.
  std::string word(std::size_t n) const { return n < words.size() ? words[n] : ""; }
  /// What follows a word of the line: 到期 2026-09-24.
  std::string after(const std::string& name) const;
  bool has(const std::string& name) const;
};

struct Story {
  std::string file, text;
  std::string title;                     ///< 题目
  std::string begins_with;               ///< 接: the story that this one goes on from, "" none
  std::string bureau;                    ///< 机构
  std::vector<std::string> definitions;  ///< 定义
  std::string chart;                     ///< 流程: a single procedure, walked without an office
  std::vector<std::variant<ScriptAct, Expectation>> lines;  ///< what happens and what must hold, in order
};

int line_of(const std::variant<ScriptAct, Expectation>&);

/// Reads a story or a script (`.acts`: the same without expectations); lines that are not understood are
/// named, all at once; so are dates that go back in a story of a single procedure. Paths stay as they are
/// written, relative to the story's folder.
Result<Story> read_story(const std::string& written, const std::string& file);

}  // namespace anjuan::stories
