// Patterns filled with words, and the phrases of the built-in functions.

#include "expression/phrases.h"

namespace anjuan::expression {

namespace {

bool is_ascii_word(char c) {
  return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
/// Whether the byte begins a Chinese character in UTF-8 (U+4000 to U+9FFF: E4 to E9).
bool begins_chinese(char c) {
  const unsigned byte = static_cast<unsigned char>(c);
  return byte >= 0xE4 && byte <= 0xE9;
}
char first_of_last_character(const std::string& text) {
  std::size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  return text[at];
}

/// Appends; between a Chinese character and a letter or digit stands a space.
void append(std::string& text, std::string_view more) {
  if (!text.empty() && !more.empty()) {
    const char left = first_of_last_character(text), right = more.front();
    if ((begins_chinese(left) && is_ascii_word(right)) || (is_ascii_word(left) && begins_chinese(right)))
      text += ' ';
  }
  text += more;
}

/// The pattern with its blanks {0}, {1}, … filled; `spaced`: as Chinese is set beside digits.
std::string filled(std::string_view pattern, const std::vector<std::string>& values, bool spaced) {
  std::string text;
  const auto add = [&](std::string_view more) {
    if (spaced) {
      append(text, more);
    } else {
      text += more;
    }
  };
  while (!pattern.empty()) {
    const std::size_t blank = pattern.find('{');
    add(pattern.substr(0, blank));
    if (blank == std::string_view::npos) break;
    add(values[static_cast<std::size_t>(pattern[blank + 1] - '0')]);
    pattern.remove_prefix(blank + 3);
  }
  return text;
}

}  // namespace

Wording say(const Wording& pattern, std::initializer_list<Wording> values) {
  std::vector<std::string> chinese, english;
  for (const Wording& value : values) {
    chinese.push_back(value.zh);
    english.push_back(value.en);
  }
  return {filled(pattern.zh, chinese, true), filled(pattern.en, english, false)};
}

Wording joined(const std::vector<Wording>& parts, const Wording& between) {
  Wording whole = "";
  for (const Wording& part : parts) {
    whole =
        whole.zh.empty() ? part : Wording(whole.zh + between.zh + part.zh, whole.en + between.en + part.en);
  }
  return whole;
}

const std::vector<FunctionPhrase>& function_phrases() {
  static const std::vector<FunctionPhrase> table{
      {"替换", {"把{0}里的{1}换成{2}以后的文字", "{0} with {1} replaced by {2}"}},
      {"日期", {"{0}", "{0}"}},
      {"日期加", {"{0}加{1}日", "{0} plus {1} days"}},
      {"工作日差", {"{0}到{1}的工作日数", "the working days from {0} to {1}"}},
      {"年", {"{0}的年份", "the year of {0}"}},
      {"月", {"{0}的月份", "the month of {0}"}},
      {"日", {"{0}的日", "the day of the month of {0}"}},
      {"取整上", {"{0}向上取整", "{0} rounded up"}},
      {"取整下", {"{0}向下取整", "{0} rounded down"}},
      {"筛选", {"{0}里{1}等于{2}的项", "the items of {0} whose {1} is {2}"}, 1},
      {"计数", {"{0}里{1}等于{2}的项数", "the number of items of {0} whose {1} is {2}"}, 1},
      {"字段", {"{0}的{1}", "the {1} of {0}"}, 1},
      {"连接", {"{0}连成的文字", "{0} as one text"}},
      {"最后", {"{0}的最后一项", "the last of {0}"}},
      {"去重", {"{0}去掉重复的", "{0} without repeats"}},
      {"并入", {"{0}加上{1}", "{0} with {1} added"}},
      {"文本", {"{0}", "{0}"}},
  };
  return table;
}

}  // namespace anjuan::expression
