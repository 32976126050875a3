#include "journal/named.h"

#include <algorithm>

#include "base/digest.h"
#include "json/escapes.h"
#include "json/json.h"

namespace anjuan::journal {
namespace {

/// Passes over canonical JSON once: strings and brackets are all that matters.
class Scan {
 public:
  explicit Scan(std::string_view text) : text_(text) {}

  Named run() {
    for (at_ = 0; at_ < text_.size(); ++at_) {
      switch (text_[at_]) {
        case '{':
        case '[':
          ++depth_;
          break;
        case '}':
        case ']':
          --depth_;
          if (depth_ < files_depth_) files_depth_ = nowhere;
          if (depth_ < 2) in_rows_ = false;
          break;
        case ',':
          if (depth_ == files_depth_) files_depth_ = nowhere;
          break;
        case '"':
          take_string();
          break;
        default:
          break;
      }
    }
    return std::move(named_);
  }

 private:
  /// From one quotation mark to the other, which `at_` stands on afterwards.
  std::string_view pass_string() {
    const std::size_t begin = at_++;
    at_ = json::find_escape(text_, at_);
    while (at_ < text_.size() && text_[at_] != '"') at_ = json::find_escape(text_, std::min(text_.size(), at_ + (text_[at_] == '\\' ? 2 : 1)));
    return text_.substr(begin, at_ + 1 - begin);
  }

  void take_string() {
    const std::string_view quoted = pass_string();
    if (at_ + 1 < text_.size() && text_[at_ + 1] == ':') {
      const bool of_files = quoted == "\"files\"" || quoted == "\"definitions\"";
      if (of_files && files_depth_ == nowhere) files_depth_ = depth_;
      of_case_ = depth_ == 1 && quoted == "\"case\"";
      if (depth_ == 1) in_rows_ = quoted == "\"rows\"";
      else if (in_rows_ && depth_ == 2) named_.rows.emplace_back(plain(quoted), std::string_view());
      return;
    }
    if (of_case_) named_.case_id = plain(quoted);
    of_case_ = false;
    if (in_rows_ && depth_ == 2 && !named_.rows.empty()) named_.rows.back().second = quoted.substr(1, quoted.size() - 2);
    if (files_depth_ != nowhere && quoted.size() == 66 && is_hex_digest(quoted.substr(1, 64))) {
      named_.files.push_back(quoted.substr(1, 64));
    }
  }

  /// Without quotation marks and escapes.
  std::string_view plain(std::string_view quoted) {
    if (quoted.find('\\') == std::string_view::npos) return quoted.substr(1, quoted.size() - 2);
    const auto value = json::read(quoted, Place{});
    return named_.plain.emplace_front(value.ok() ? value->text_or_empty() : std::string());
  }

  static constexpr int nowhere = 1 << 30;

  std::string_view text_;
  std::size_t at_ = 0;
  int depth_ = 0;
  int files_depth_ = nowhere;  ///< of the object whose field "files" or "definitions" is being passed
  bool in_rows_ = false;       ///< the field "rows" is being passed
  bool of_case_ = false;       ///< the next value is that of the field "case"
  Named named_;
};

}  // namespace

Named named_in(std::string_view text) { return Scan(text).run(); }

}  // namespace anjuan::journal
