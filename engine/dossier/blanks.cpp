#include "dossier/blanks.h"

#include "base/text.h"
#include "dossier/messages.h"

namespace anjuan::dossier {
namespace {

constexpr const char* example = "{年度}-{案卷号:4}";

Diagnostic bad(std::string_view pattern, const Place& place, Wording reason) {
  return diagnose(messages::bad_pattern, place, pattern, std::move(reason), example);
}

Result<Blank> parse_blank(std::string_view inside, std::string_view pattern, const Place& place) {
  Blank blank;
  blank.is_name = true;
  const std::size_t colon = inside.find(':');
  blank.text = std::string(trim(inside.substr(0, colon)));
  if (blank.text.empty()) return bad(pattern, place, {"花括号中没有名称", "no name within the braces"});
  if (colon != std::string_view::npos) {
    const auto digits = parse_integer(trim(inside.substr(colon + 1)));
    if (!digits || *digits < 1 || *digits > 9) {
      return bad(pattern, place, {"冒号后的位数应为1至9", "the number of digits should be 1 to 9"});
    }
    blank.digits = static_cast<int>(*digits);
  }
  return blank;
}

/// The value under a dotted name, or null.
const Value* find(const Fields& facts, std::string_view name) {
  const std::size_t dot = name.find('.');
  const auto found = facts.find(name.substr(0, dot));
  if (found == facts.end()) return nullptr;
  if (dot == std::string_view::npos) return &found->second;
  if (!found->second.is(Value::Kind::record)) return nullptr;
  return find(found->second.record(), name.substr(dot + 1));
}

Result<std::string> fill(const Blank& blank, std::string_view pattern, const Fields& facts,
                         const Place& place) {
  if (!blank.is_name) return blank.text;
  const Value* value = find(facts, blank.text);
  std::string shown = value ? display(*value) : "";
  if (shown.empty()) return diagnose(messages::blank_unknown, place, pattern, blank.text);
  if (blank.digits == 0) return shown;
  const auto number = parse_integer(shown);
  if (!number || *number < 0) return diagnose(messages::blank_not_number, place, pattern, blank.text, shown);
  shown = std::to_string(*number);
  const auto width = static_cast<std::size_t>(blank.digits);
  if (shown.size() > width) {
    return diagnose(messages::blank_too_wide, place, pattern, blank.text, shown,
                    std::to_string(blank.digits));
  }
  return std::string(width - shown.size(), '0') + shown;
}

}  // namespace

Result<std::vector<Blank>> parse_pattern(std::string_view pattern, const Place& place) {
  std::vector<Blank> blanks;
  std::string literal;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '}') return bad(pattern, place, {"“}”前面没有“{”", "a “}” without its “{”"});
    if (pattern[i] != '{') {
      literal += pattern[i];
      continue;
    }
    const std::size_t end = pattern.find('}', i);
    const std::size_t next = pattern.find('{', i + 1);
    if (end == std::string_view::npos || next < end) {
      return bad(pattern, place, {"“{”后面没有“}”", "a “{” without its “}”"});
    }
    if (!literal.empty()) blanks.push_back({std::move(literal), false, 0});
    literal.clear();
    ANJUAN_TRY(Blank blank, parse_blank(pattern.substr(i + 1, end - i - 1), pattern, place));
    blanks.push_back(std::move(blank));
    i = end;
  }
  if (!literal.empty()) blanks.push_back({std::move(literal), false, 0});
  return blanks;
}

Result<std::string> fill_pattern(std::string_view pattern, const Fields& facts, const Place& place) {
  ANJUAN_TRY(const std::vector<Blank> blanks, parse_pattern(pattern, place));
  std::string filled;
  Diagnostics found;
  for (const Blank& blank : blanks) {
    auto piece = fill(blank, pattern, facts, place);
    if (piece.ok()) {
      filled += *piece;
    } else {
      found.insert(found.end(), piece.diagnostics().begin(), piece.diagnostics().end());
    }
  }
  if (!found.empty()) return found;
  return filled;
}

}  // namespace anjuan::dossier
