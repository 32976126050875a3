// Cuts the text of an expression into tokens.

#include "expression/tokens.h"

#include <algorithm>
#include <array>
#include <limits>

#include "base/text.h"
#include "expression/messages.h"

namespace anjuan::expression {

namespace {

struct Glyph {
  char32_t code = 0;  ///< after full-width punctuation was made half-width
  char32_t original = 0;
  std::size_t begin = 0, end = 0;
};

/// Full-width ASCII, the ideographic space, quotes and mathematical signs as people type them.
char32_t half_width(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFF01 + 0x21;
  switch (c) {
    case 0x3000:
      return U' ';
    case 0x3010:
      return U'[';  // 【
    case 0x3011:
      return U']';
    case 0x2018:
    case 0x2019:
      return U'\'';
    case 0x201C:
    case 0x201D:
      return U'"';
    case 0x00D7:
      return U'*';
    case 0x00F7:
      return U'/';
    default:
      return c;
  }
}

std::vector<Glyph> glyphs_of(std::string_view source) {
  std::vector<Glyph> glyphs;
  std::size_t offset = 0;
  for (char32_t c : to_u32(source)) {
    const std::size_t length = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    glyphs.push_back({half_width(c), c, offset, offset + length});
    offset += length;
  }
  return glyphs;
}

bool is_space(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == 0xA0 || c == 0xFEFF;
}
bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

bool begins_name(char32_t c) {
  if (c < 0x80) return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || c == U'_' || c == U'$';
  if (c == 0x3005 || c == 0x3007) return true;  // 々 〇
  const bool punctuation = (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x303F) ||
                           (c >= 0xFE10 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFFEF) ||
                           (c >= 0x80 && c <= 0xBF);
  return !punctuation;
}
bool continues_name(char32_t c) { return begins_name(c) || is_digit(c); }

class Cutter {
 public:
  Cutter(std::string_view source, const Place& start, Dialect dialect, bool script)
      : source_(source),
        start_(start),
        ecmascript_(dialect == Dialect::ecmascript),
        script_(script),
        line_(start.line),
        column_(start.column),
        glyphs_(glyphs_of(source)) {}

  Result<std::vector<Token>> cut() {
    while (true) {
      bool new_line = false;
      ANJUAN_DO(skip(new_line));
      if (at_ == glyphs_.size()) {
        Token end;
        end.begin = end.end = source_.size();
        end.on_new_line = true;
        locate(end);
        tokens_.push_back(std::move(end));
        return std::move(tokens_);
      }
      ANJUAN_TRY(Token token, next());
      token.end = at_ < glyphs_.size() ? glyphs_[at_].begin : source_.size();
      token.on_new_line = new_line;
      locate(token);
      tokens_.push_back(std::move(token));
    }
  }

 private:
  std::string_view source_;
  const Place& start_;
  const bool ecmascript_, script_;
  std::size_t located_ = 0;  ///< bytes up to the last token located, which stands at…
  int line_, column_;
  std::vector<Glyph> glyphs_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;

  char32_t peek(std::size_t ahead = 0) const {
    return at_ + ahead < glyphs_.size() ? glyphs_[at_ + ahead].code : U'\0';
  }
  Place here(std::size_t offset) const { return place_at(source_, offset, start_); }

  /// Line and column of the token, counted on from the one before.
  void locate(Token& token) {
    const Place last{"", line_, column_, ""};
    const Place place = place_at(source_.substr(located_), token.begin - located_, last);
    token.line = line_ = place.line;
    token.column = column_ = place.column;
    located_ = token.begin;
  }

  /// White space and comments.
  Outcome skip(bool& new_line) {
    while (at_ < glyphs_.size()) {
      if (is_space(peek())) {
        new_line = new_line || peek() == U'\n' || peek() == U'\r';
        ++at_;
      } else if (peek() == U'/' && peek(1) == U'/') {
        while (at_ < glyphs_.size() && peek() != U'\n') ++at_;
      } else if (peek() == U'/' && peek(1) == U'*') {
        const std::size_t begin = glyphs_[at_].begin;
        for (at_ += 2; at_ < glyphs_.size() && !(peek() == U'*' && peek(1) == U'/'); ++at_) {
          new_line = new_line || peek() == U'\n';
        }
        if (at_ == glyphs_.size()) return diagnose(text_not_closed, here(begin), "/*");
        at_ += 2;
      } else {
        break;
      }
    }
    return Done{};
  }

  Result<Token> next() {
    const char32_t c = peek();
    if (c == U'\'' || c == U'"') return text();
    if (is_digit(c) || (c == U'.' && is_digit(peek(1)))) return number();
    if (begins_name(c)) return name();
    return sign();
  }

  Result<Token> text() {
    Token token{Token::Kind::text, "", "", {}, glyphs_[at_].begin, 0};
    const char32_t quote = peek();
    // A text that begins with a curly quote ends at the same curly pair, a straight one at a straight one.
    const bool curly = glyphs_[at_].original >= 0x2018 && glyphs_[at_].original <= 0x201D;
    for (++at_; at_ < glyphs_.size(); ++at_) {
      const Glyph& glyph = glyphs_[at_];
      const bool same_kind = curly == (glyph.original >= 0x2018 && glyph.original <= 0x201D);
      const bool same_width = curly || glyph.original == quote || glyph.original >= 0xFF01;
      if (glyph.code == quote && same_kind && same_width) {
        ++at_;
        return token;
      }
      if (glyph.original == U'\\' && at_ + 1 < glyphs_.size()) {
        ++at_;
        token.text += escaped();
      } else {
        token.text += source_.substr(glyph.begin, glyph.end - glyph.begin);
      }
    }
    return diagnose(text_not_closed, here(token.begin), source_.substr(token.begin));
  }

  /// The character that a backslash before this glyph makes of it: \n, \t, \u4e2d …; others stand for
  /// themselves.
  std::string escaped() {
    static constexpr std::u32string_view letters = U"ntrbfv", meanings = U"\n\t\r\b\f\v";
    const char32_t letter = glyphs_[at_].original;
    if (letter == U'\n') return "";
    if (const auto known = letters.find(letter); known != std::u32string_view::npos)
      return std::string(1, static_cast<char>(meanings[known]));
    const std::size_t digits = letter == U'u' ? 4 : letter == U'x' ? 2 : 0;
    char32_t code = 0;
    for (std::size_t i = 1; i <= digits; ++i) {
      const int digit = hex_digit(peek(i));
      if (digit < 0) return to_utf8(letter);
      code = code * 16 + static_cast<char32_t>(digit);
    }
    if (digits == 0 || (code >= 0xD800 && code < 0xE000)) return to_utf8(letter);
    at_ += digits;
    return to_utf8(code);
  }

  static int hex_digit(char32_t c) {
    if (is_digit(c)) return static_cast<int>(c - U'0');
    const char32_t letter = c | 0x20;
    return letter >= U'a' && letter <= U'f' ? static_cast<int>(letter - U'a') + 10 : -1;
  }

  Result<Token> number() {
    Token token{Token::Kind::number, "", "", {}, glyphs_[at_].begin, 0};
    if (ecmascript_ && peek() == U'0' && (peek(1) | 0x20) == U'x' && hex_digit(peek(2)) >= 0) {
      return hex_number(std::move(token));
    }
    bool point = false;
    while (is_digit(peek()) || (!point && peek() == U'.' && (ecmascript_ || is_digit(peek(1))))) {
      point = point || peek() == U'.';
      token.text += static_cast<char>(peek());
      ++at_;
    }
    const bool fits = parse_number(token.text, token.number) && exponent(token);
    if (!fits) return diagnose(number_out_of_range, here(token.begin), token.text);
    return token;
  }

  Result<Token> hex_number(Token token) {
    std::int64_t number = 0;
    for (at_ += 2; hex_digit(peek()) >= 0; ++at_) {
      if (number >> 58 != 0) return diagnose(number_out_of_range, here(token.begin), "0x…");
      number = number * 16 + hex_digit(peek());
    }
    token.text = std::to_string(number);
    token.number = Value(number);
    return token;
  }

  /// e3, e-2 after a number of the dialect ecmascript; false: out of range.
  bool exponent(Token& token) {
    const std::size_t sign = peek(1) == U'-' || peek(1) == U'+' ? 1 : 0;
    if (!ecmascript_ || (peek() | 0x20) != U'e' || !is_digit(peek(1 + sign))) return true;
    const bool negative = peek(1) == U'-';
    int power = 0;
    for (at_ += 1 + sign; is_digit(peek()); ++at_)
      power = std::min(100, power * 10 + static_cast<int>(peek() - U'0'));
    Decimal number = token.number.decimal();
    for (; power > 0; --power) {
      if (negative) {
        if (number.mantissa != 0 && ++number.scale > 9) return false;
      } else if (number.scale > 0) {
        --number.scale;
      } else if (__builtin_mul_overflow(number.mantissa, std::int64_t{10}, &number.mantissa)) {
        return false;
      }
    }
    number = make_decimal(number.mantissa, number.scale);
    token.number = number.scale == 0 ? Value(number.mantissa) : Value(number);
    return true;
  }

  Result<Token> name() {
    Token token{Token::Kind::name, "", "", {}, glyphs_[at_].begin, 0};
    for (; at_ < glyphs_.size() && continues_name(glyphs_[at_].code); ++at_) {
      token.text += to_utf8(glyphs_[at_].code);
    }
    for (const auto& [word, stands_for] : word_signs()) {
      if (token.text == word) token.sign = stands_for;
    }
    return token;
  }

  bool stands(std::string_view sign) const {
    std::size_t n = 0;
    while (n < sign.size() && peek(n) == static_cast<unsigned char>(sign[n])) ++n;
    return n == sign.size();
  }

  Result<Token> sign() {
    const std::size_t begin = glyphs_[at_].begin;
    const auto made = [&](std::string_view text, std::size_t length) {
      at_ += length;
      return Token{Token::Kind::sign, std::string(text), std::string(text), {}, begin, 0};
    };
    switch (glyphs_[at_].original) {
      case 0x2265:
        return made(">=", 1);  // ≥
      case 0x2264:
        return made("<=", 1);  // ≤
      case 0x2260:
        return made("!=", 1);  // ≠
      default:
        break;
    }
    // What the dialect ecmascript tells apart or has alone comes first, then = and ; of scripts.
    static constexpr std::array<std::string_view, 24> ecmascript{
        ">>>=", "===", "!==", ">>>", "<<=", ">>=", "++", "--", "+=", "-=", "*=", "/=",
        "%=",   "&=",  "|=",  "^=",  "=>",  "&&",  "||", "<<", ">>", "&",  "|",  "~"};
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 29> signs{
        {{"===", "=="}, {"!==", "!="}, {"==", "=="}, {"!=", "!="}, {"<=", "<="}, {">=", ">="},
         {"&&", "&&"},  {"||", "||"},  {"<", "<"},   {">", ">"},   {"!", "!"},   {"+", "+"},
         {"-", "-"},    {"*", "*"},    {"/", "/"},   {"%", "%"},   {"(", "("},   {")", ")"},
         {"[", "["},    {"]", "]"},    {"{", "{"},   {"}", "}"},   {",", ","},   {":", ":"},
         {"?", "?"},    {".", "."},    {"=", "="},   {";", ";"},   {"^", "^"}}};
    for (std::string_view sign : ecmascript) {
      if (ecmascript_ && stands(sign)) return made(sign, sign.size());
    }
    for (const auto& [written, means] : signs) {
      if ((means == "=" || means == ";") && !ecmascript_ && !script_) continue;
      if (means == "^" && !ecmascript_) continue;
      if (stands(written)) return made(means, written.size());
    }
    const char32_t c = peek();
    if (c == U'=') return diagnose(single_equals, here(begin));
    if (c == U'&') return diagnose(half_operator, here(begin), "&", Wording("并且"));
    if (c == U'|') return diagnose(half_operator, here(begin), "|", Wording("或者"));
    return diagnose(unexpected_character, here(begin), to_utf8(glyphs_[at_].original));
  }
};

}  // namespace

Result<std::vector<Token>> cut(std::string_view source, const Place& start, Dialect dialect, bool script) {
  return Cutter(source, start, dialect, script).cut();
}

Result<std::vector<Token>> cut_bounded(std::string_view source, const Place& start, Dialect dialect,
                                       bool script) {
  if (source.size() > max_source_bytes)
    return diagnose(source_too_long, start, std::to_string(max_source_bytes));
  if (find_invalid_utf8(source)) return diagnose(unexpected_character, start, "?");
  return cut(source, start, dialect, script);
}

Wording written(const Token& token, std::string_view source) {
  if (token.kind == Token::Kind::end) return {"表达式的末尾", "the end of the expression"};
  const std::string text(trim(source.substr(token.begin, token.end - token.begin)));
  return "“" + text + "”";
}

Place place_at(std::string_view source, std::size_t offset, const Place& start) {
  Place place = start;
  if (start.line == 0) return place;
  std::size_t line_begin = 0;
  const std::string_view before = source.substr(0, offset);
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (before[i] != '\n') continue;
    ++place.line;
    line_begin = i + 1;
    place.column = 1;
  }
  if (place.column > 0) place.column += static_cast<int>(count_characters(before.substr(line_begin)));
  return place;
}

const std::vector<std::pair<std::string_view, std::string_view>>& word_signs() {
  static const std::vector<std::pair<std::string_view, std::string_view>> words{
      {"并且", "&&"},   {"或者", "||"}, {"不是", "!"},      {"等于", "=="},     {"不等于", "!="},
      {"大于", ">"},    {"小于", "<"},  {"大于等于", ">="}, {"小于等于", "<="}, {"不小于", ">="},
      {"不大于", "<="}, {"属于", "in"}, {"不属于", "!in"},  {"in", "in"}};
  return words;
}

bool parse_number(std::string_view text, Value& number) {
  std::int64_t mantissa = 0;
  int scale = 0;
  bool point = false, digits = false;
  for (char c : text) {
    if (c == '.' && !point) {
      point = true;
      continue;
    }
    if (c < '0' || c > '9') return false;
    digits = true;
    if (mantissa > (std::numeric_limits<std::int64_t>::max() - (c - '0')) / 10) return false;
    mantissa = mantissa * 10 + (c - '0');
    if (point) ++scale;
  }
  if (!digits || scale > 9) return false;
  const Decimal decimal = make_decimal(mantissa, scale);
  number = decimal.scale == 0 ? Value(decimal.mantissa) : Value(decimal);
  return true;
}

}  // namespace anjuan::expression
