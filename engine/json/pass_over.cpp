#include "json/pass_over.h"

#include <optional>

#include "base/date.h"
#include "base/text.h"
#include "json/escapes.h"

namespace anjuan::json {
namespace {

constexpr int deepest = 64;
constexpr std::size_t longest_integer = 18;  // digits: all of them are in the range of int64

class Passage {
 public:
  Passage(std::string_view text, const FieldSeen& seen) : text_(text), seen_(seen) {}

  bool run() { return !find_invalid_utf8(text_) && pass_value(0) && at_ == text_.size(); }

 private:
  bool at(char c) const { return at_ < text_.size() && text_[at_] == c; }
  bool pass(char c) {
    if (!at(c)) return false;
    ++at_;
    return true;
  }
  bool pass_word(std::string_view word) {
    if (text_.substr(at_, word.size()) != word) return false;
    at_ += word.size();
    return true;
  }

  bool pass_value(int depth) {
    if (at('"')) return pass_string().has_value();
    if (at('{')) return depth < deepest && pass_record(depth + 1);
    if (at('[')) return depth < deepest && pass_list(depth + 1);
    return pass_word("true") || pass_word("false") || pass_word("null") || pass_integer();
  }

  bool pass_list(int depth) {
    ++at_;
    if (pass(']')) return true;
    do {
      if (!pass_value(depth)) return false;
    } while (pass(','));
    return pass(']');
  }

  bool pass_record(int depth) {
    ++at_;
    if (pass('}')) return true;
    std::string_view before;
    for (bool first = true;; first = false) {
      const auto name = pass_string();
      if (!name || !pass(':')) return false;
      if (name->starts_with('$')) return first && *name == "$date" && pass_date();
      if ((!first && *name <= before) || name->find('\\') != std::string_view::npos) return false;
      before = *name;
      if (!seen_(before, text_.substr(at_)) || !pass_value(depth)) return false;
      if (!pass(',')) return pass('}');
    }
  }

  /// The value of a record that is a date, and the end of the record.
  bool pass_date() {
    const auto day = pass_string();
    return day && parse_day(*day) && pass('}');
  }

  /// What stands between the quotation marks, with its escapes.
  std::optional<std::string_view> pass_string() {
    constexpr std::string_view escaped = "\"\\bfnrt";
    if (!pass('"')) return std::nullopt;
    for (const std::size_t begin = at_;; at_ += 2) {
      at_ = find_escape(text_, at_);
      if (at('"')) {
        const std::string_view between = text_.substr(begin, at_ - begin);
        ++at_;
        return between;
      }
      if (!at('\\') || at_ + 1 == text_.size() || escaped.find(text_[at_ + 1]) == std::string_view::npos) return std::nullopt;
    }
  }

  bool pass_integer() {
    const bool negative = pass('-');
    const std::size_t begin = at_;
    while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9') ++at_;
    const std::size_t digits = at_ - begin;
    if (digits == 0 || digits > longest_integer) return false;
    return text_[begin] != '0' || (digits == 1 && !negative);
  }

  std::string_view text_;
  const FieldSeen& seen_;
  std::size_t at_ = 0;
};

}  // namespace

bool pass_over(std::string_view text, const FieldSeen& seen) { return Passage(text, seen).run(); }

}  // namespace anjuan::json
