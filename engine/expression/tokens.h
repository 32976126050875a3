#pragma once
// Cuts the text of an expression into tokens; full-width punctuation becomes half-width here.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/value.h"
#include "expression/expression.h"

namespace anjuan::expression {

struct Token {
  enum class Kind { end, number, text, name, sign };
  Kind kind = Kind::end;
  std::string text;  ///< a name, a decoded text, or a sign
  std::string sign;  ///< of a sign, and of a name that is a word for one (并且: &&)
  Value number;
  std::size_t begin = 0, end = 0;  ///< bytes in the source
  bool on_new_line = false;        ///< a line ends before it
  int line = 0, column = 0;        ///< where it begins in the file
};

/// All tokens, the end included; comments are skipped. Places are computed from `start`, the place of the
/// first character. Single = and ; are signs in scripts only, and always in the dialect ecmascript.
Result<std::vector<Token>> cut(std::string_view source, const Place& start, Dialect dialect = Dialect::anjuan,
                               bool script = false);

/// The place of a byte offset: characters after `start`, lines counted.
Place place_at(std::string_view source, std::size_t offset, const Place& start);

/// The same of a source that may be longer than is read, or not be text.
Result<std::vector<Token>> cut_bounded(std::string_view source, const Place& start, Dialect, bool script);
/// The token as a person finds it in the source.
Wording written(const Token&, std::string_view source);

/// {"并且", "&&"}, …: words that stand for signs.
const std::vector<std::pair<std::string_view, std::string_view>>& word_signs();

/// Digits with at most one point, within range (mantissa int64, scale 9): integer or decimal.
bool parse_number(std::string_view text, Value& number);

}  // namespace anjuan::expression
