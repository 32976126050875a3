#pragma once
// A script of people's acts on given dates: what a round looked like, in lines that legal staff can
// read and write. One act a line; the lines indented below it are its values.

#include <string>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace anjuan::stories {

struct ScriptAct {
  int line = 0;
  std::string verb;                                         ///< 办, 签, 送, 读, …
  std::vector<std::string> words;                           ///< what follows, up to the first named part
  std::vector<std::pair<std::string, std::string>> parts;   ///< 由 …, 方式 …, 收件人 …
  std::vector<std::pair<std::string, std::string>> values;  ///< the indented lines
  Day on{};
  bool refused = false;  ///< 拒绝: the act must be refused
  std::string part(const std::string& name) const;
  /// The n-th word, "" if there are fewer.
  std::string word(std::size_t n) const { return n < words.size() ? words[n] : ""; }
};

/// Reads a script; lines that are not understood are named, all at once.
Result<std::vector<ScriptAct>> read_script(const std::string& text, const std::string& file);
/// The lines that are understood; the others are added to `wrong`.
std::vector<ScriptAct> read_script(const std::string& text, const std::string& file, Diagnostics& wrong);

}  // namespace anjuan::stories
