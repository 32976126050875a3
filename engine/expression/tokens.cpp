// Cuts the text of an expression into tokens.

#include "expression/tokens.h"

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
  Cutter(std::string_view source, const Place& start)
      : source_(source), start_(start), glyphs_(glyphs_of(source)) {}

  Result<std::vector<Token>> cut() {
    while (true) {
      while (at_ < glyphs_.size() && is_space(glyphs_[at_].code)) ++at_;
      if (at_ == glyphs_.size()) break;
      ANJUAN_TRY(Token token, next());
      token.end = at_ < glyphs_.size() ? glyphs_[at_].begin : source_.size();
      tokens_.push_back(std::move(token));
    }
    Token end;
    end.begin = end.end = source_.size();
    tokens_.push_back(std::move(end));
    return std::move(tokens_);
  }

 private:
  std::string_view source_;
  const Place& start_;
  std::vector<Glyph> glyphs_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;

  char32_t peek(std::size_t ahead = 0) const {
    return at_ + ahead < glyphs_.size() ? glyphs_[at_ + ahead].code : U'\0';
  }
  Place here(std::size_t offset) const { return place_at(source_, offset, start_); }

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
        const char32_t escaped = glyphs_[++at_].original;
        token.text += to_utf8(escaped == U'n' ? U'\n' : escaped == U't' ? U'\t' : escaped);
      } else {
        token.text += source_.substr(glyph.begin, glyph.end - glyph.begin);
      }
    }
    return diagnose(text_not_closed, here(token.begin), source_.substr(token.begin));
  }

  Result<Token> number() {
    Token token{Token::Kind::number, "", "", {}, glyphs_[at_].begin, 0};
    bool point = false;
    while (is_digit(peek()) || (!point && peek() == U'.' && is_digit(peek(1)))) {
      point = point || peek() == U'.';
      token.text += static_cast<char>(peek());
      ++at_;
    }
    if (!parse_number(token.text, token.number)) {
      return diagnose(number_out_of_range, here(token.begin), token.text);
    }
    return token;
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
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 26> signs{
        {{"===", "=="}, {"!==", "!="}, {"==", "=="}, {"!=", "!="}, {"<=", "<="}, {">=", ">="}, {"&&", "&&"},
         {"||", "||"},  {"<", "<"},    {">", ">"},   {"!", "!"},   {"+", "+"},   {"-", "-"},   {"*", "*"},
         {"/", "/"},    {"%", "%"},    {"(", "("},   {")", ")"},   {"[", "["},   {"]", "]"},   {"{", "{"},
         {"}", "}"},    {",", ","},    {":", ":"},   {"?", "?"},   {".", "."}}};
    for (const auto& [written, means] : signs) {
      std::size_t n = 0;
      while (n < written.size() && peek(n) == static_cast<unsigned char>(written[n])) ++n;
      if (n == written.size()) return made(means, n);
    }
    const char32_t c = peek();
    if (c == U'=') return diagnose(single_equals, here(begin));
    if (c == U'&') return diagnose(half_operator, here(begin), "&", Wording("并且"));
    if (c == U'|') return diagnose(half_operator, here(begin), "|", Wording("或者"));
    return diagnose(unexpected_character, here(begin), to_utf8(glyphs_[at_].original));
  }
};

}  // namespace

Result<std::vector<Token>> cut(std::string_view source, const Place& start) {
  return Cutter(source, start).cut();
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
      {"并且", "&&"}, {"或者", "||"},   {"不是", "!"},    {"等于", "=="}, {"不等于", "!="}, {"大于", ">"},
      {"小于", "<"},  {"不小于", ">="}, {"不大于", "<="}, {"属于", "in"}, {"in", "in"}};
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
