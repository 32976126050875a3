// A walk through well-formed JSON along a path.

#include "json/places.h"

#include "json/json.h"

namespace anjuan::json {
namespace {

class Walk {
 public:
  explicit Walk(std::string_view text) : text_(text) { skip_space(); }

  /// Goes to the member of the record or list that begins here: first to its place, which is given, then to
  /// its value.
  bool step_into(const std::string& wanted, std::size_t& place) {
    const char opening = peek();
    if (opening != '{' && opening != '[') return false;
    ++at_;
    for (std::size_t n = 0;; ++n) {
      skip_space();
      if (peek() == '}' || peek() == ']' || at_ >= text_.size()) return false;
      place = at_;
      std::string name = std::to_string(n);
      if (opening == '{') {
        const std::size_t from = at_;
        skip_string();
        const auto read_name = read(text_.substr(from, at_ - from), Place{});
        if (read_name.ok()) name = read_name->text_or_empty();
        skip_space();
        ++at_;  // the colon
        skip_space();
      }
      if (name == wanted) return true;
      skip_value();
      skip_space();
      if (peek() == ',') ++at_;
    }
  }
  std::size_t at() const { return at_; }

 private:
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  void skip_space() { at_ = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size()); }
  void skip_string() {
    for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
      if (text_[at_] == '\\') ++at_;
    }
    at_ = std::min(at_ + 1, text_.size());
  }
  /// A record or list by counting what opens and closes: the depth of foreign data costs no stack.
  void skip_value() {
    int open = 0;
    do {
      skip_space();
      const char c = peek();
      if (c == '"') {
        skip_string();
        continue;
      }
      if (c == '{' || c == '[') ++open;
      if (c == '}' || c == ']') --open;
      const bool punctuation = std::string_view("{}[],:").find(c) != std::string_view::npos;
      at_ = punctuation ? at_ + 1 : std::min(text_.find_first_of(" \t\r\n{}[],:\"", at_), text_.size());
    } while (open > 0 && at_ < text_.size());
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

Place place_of(std::string_view text, const std::vector<std::string>& path, const Place& whole) {
  Walk walk(text);
  std::size_t at = walk.at();
  for (const std::string& step : path) {
    std::size_t place = at;
    if (!walk.step_into(step, place)) break;
    at = place;
  }
  Place found = whole;
  for (const char c : text.substr(0, at)) {
    if (c == '\n') {
      ++found.line;
      found.column = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
      ++found.column;  // a character, not a byte
    }
  }
  return found;
}

}  // namespace anjuan::json
