#include "xml/preflight.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "base/text.h"
#include "xml/messages.h"

namespace anjuan::xml {
namespace {

constexpr std::string_view wide_space = "\u3000", unbroken_space = "\u00a0";

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// The character at `at` of valid UTF-8, with its length in bytes; 0 at the end.
struct Character {
  char32_t code = 0;
  std::size_t bytes = 0;
};
Character character_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const auto byte = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[at + i]));
  };
  const char32_t first = byte(0);
  if (first < 0x80) return {first, 1};
  if (first < 0xe0) return {(first & 0x1f) << 6 | (byte(1) & 0x3f), 2};
  if (first < 0xf0) return {(first & 0x0f) << 12 | (byte(1) & 0x3f) << 6 | (byte(2) & 0x3f), 3};
  return {(first & 0x07) << 18 | (byte(1) & 0x3f) << 12 | (byte(2) & 0x3f) << 6 | (byte(3) & 0x3f), 4};
}

struct Range {
  char32_t from, to;
};
template <std::size_t N>
bool is_among(char32_t c, const std::array<Range, N>& ranges) {
  return std::any_of(ranges.begin(), ranges.end(), [c](Range r) { return c >= r.from && c <= r.to; });
}

/// XML 1.0 (5th edition), productions 4 and 4a.
bool starts_name(char32_t c) {
  static constexpr std::array<Range, 16> ranges{{{':', ':'},
                                                 {'A', 'Z'},
                                                 {'_', '_'},
                                                 {'a', 'z'},
                                                 {0xc0, 0xd6},
                                                 {0xd8, 0xf6},
                                                 {0xf8, 0x2ff},
                                                 {0x370, 0x37d},
                                                 {0x37f, 0x1fff},
                                                 {0x200c, 0x200d},
                                                 {0x2070, 0x218f},
                                                 {0x2c00, 0x2fef},
                                                 {0x3001, 0xd7ff},
                                                 {0xf900, 0xfdcf},
                                                 {0xfdf0, 0xfffd},
                                                 {0x10000, 0xeffff}}};
  return is_among(c, ranges);
}
bool in_name(char32_t c) {
  static constexpr std::array<Range, 5> more{
      {{'-', '.'}, {'0', '9'}, {0xb7, 0xb7}, {0x300, 0x36f}, {0x203f, 0x2040}}};
  return starts_name(c) || is_among(c, more);
}

/// Full-width punctuation that input methods leave in tags, and what it should be.
struct WideMark {
  std::string_view wide, narrow;
};
constexpr std::array<WideMark, 13> wide_marks{{{"＜", "<"}, {"＞", ">"}, {"＝", "="}, {"“", "\""}, {"”", "\""},
                                               {"＂", "\""}, {"‘", "'"}, {"’", "'"}, {"／", "/"}, {"：", ":"},
                                               {"！", "!"}, {wide_space, " "}, {unbroken_space, " "}}};

class Scanner {
 public:
  Scanner(std::string_view bytes, const std::string& file, WideBracket bracket)
      : text_(bytes), file_(file), bracket_(bracket) {}

  Scan run() {
    scan();
    if (!fatal_ && !open_.empty()) {
      const Open& last = open_.back();
      report(diagnose(unclosed_tag, place(last.at), last.name, std::to_string(last.at.line)));
    } else if (!fatal_ && found_.tags.empty()) {
      report(diagnose(not_xml, Place{file_}));
    }
    return {std::move(found_), std::move(diagnostics_), std::move(slip_)};
  }

 private:
  struct Open {
    std::string name;
    Position at;
  };
  struct Spot {
    Position position;
    std::size_t offset;
  };
  struct WideQuote {
    WideMark mark;
    Spot at;
  };

  Place place(Position p) const { return Place{file_, p.line, p.column}; }
  bool done() const { return at_ >= text_.size() || fatal_; }
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool looking_at(std::string_view s) const { return text_.substr(at_).starts_with(s); }

  void advance(std::size_t bytes = 1) {
    for (; bytes > 0 && at_ < text_.size(); --bytes, ++at_) {
      const char c = text_[at_];
      if (c == '\n') {
        ++here_.line;
        here_.column = 1;
      } else if ((static_cast<unsigned char>(c) & 0xc0) != 0x80) {
        ++here_.column;
      }
    }
  }
  void skip_space() {
    while (at_ < text_.size() && is_space(text_[at_])) advance();
  }
  bool at_name() const { return starts_name(character_at(text_, at_).code) && !wide_mark(); }
  std::string take_name() {
    const std::size_t from = at_;
    for (Character c = character_at(text_, at_); in_name(c.code) && !wide_mark();
         c = character_at(text_, at_))
      advance(c.bytes);
    return std::string(text_.substr(from, at_ - from));
  }
  /// A few characters from here, of one line, for messages.
  std::string sample() const {
    const std::u32string rest = to_u32(text_.substr(at_, 60));
    const std::string shown(trim(to_utf8(std::u32string_view(rest).substr(0, 12))));
    return std::string(trim(shown.substr(0, shown.find('\n'))));
  }
  const WideMark* wide_mark() const {
    if (static_cast<unsigned char>(peek()) < 0xc2) return nullptr;  // none of them begins lower
    for (const WideMark& mark : wide_marks) {
      if (looking_at(mark.wide)) return &mark;
    }
    return nullptr;
  }

  void report(Diagnostic d) { diagnostics_.push_back(std::move(d)); }
  void fail(Diagnostic d) {
    report(std::move(d));
    fatal_ = true;
  }
  /// The tag is broken here: by a full-width mark, or in general.
  void fail_in_tag(Wording expected) {
    if (looking_at("/＞")) advance();
    const auto control = static_cast<unsigned char>(peek());
    if (at_ < text_.size() && control < 0x20 && !is_space(peek()))
      return fail(diagnose(bad_character, place(here_), std::to_string(control)));
    if (const WideMark* mark = wide_mark()) return fail_wide(*mark, spot());
    if (wide_quote_) return fail_wide(wide_quote_->mark, wide_quote_->at);
    if (peek() == '<') return fail(diagnose(unfinished_tag, place(written_to_), open_tag_));
    const std::string found = at_ < text_.size() ? sample() : "";
    fail(diagnose(malformed_tag, place(here_),
                  found.empty() ? Wording("文件末尾", "the end of the file") : Wording(found), expected));
  }
  static Diagnostic wide(const WideMark& mark, const Place& at) {
    if (mark.wide == unbroken_space) return diagnose(no_break_space, at);
    if (mark.wide != wide_space) return diagnose(full_width_mark, at, mark.wide, mark.narrow);
    return diagnose(full_width_mark, at, Wording("空格", "space"), Wording("空格", "space"));
  }
  void fail_wide(const WideMark& mark, Spot at) {
    stop_at({wide(mark, place(at.position)), at.offset, std::string(mark.narrow), std::string(mark.wide)});
  }
  void stop_at(Slip slip) {
    slip_ = std::move(slip);
    fatal_ = true;
  }
  Spot spot() const { return {here_, at_}; }

  void scan() {
    if (looking_at("<?xml") && text_.size() > 5 && is_space(text_[5])) scan_declaration();
    while (!done()) {
      if (peek() != '<')
        scan_text();
      else if (looking_at("<!--"))
        scan_comment();
      else if (looking_at("<![CDATA["))
        scan_cdata();
      else if (looking_at("<!"))
        fail(diagnose(has_dtd, place(here_)));
      else if (looking_at("<?xml") && at_ + 5 < text_.size() && is_space(text_[at_ + 5]))
        fail(diagnose(late_declaration, place(here_)));
      else if (looking_at("<?"))
        scan_instruction();
      else if (looking_at("</"))
        scan_end_tag();
      else
        scan_start_tag();
    }
  }

  /// Productions 23 to 32: version, then encoding, then standalone.
  void scan_declaration() {
    const Position start = here_;
    const std::string shown(text_.substr(0, std::min(text_.find('>'), std::size_t{60}) + 1));
    advance(5);
    std::string before;
    while (!done()) {
      const bool spaced = is_space(peek());
      skip_space();
      if (looking_at("?>") && !before.empty()) return advance(2);
      const std::string name = spaced && at_name() ? take_name() : "";
      skip_space();
      const bool equals = peek() == '=';
      if (equals) advance();
      skip_space();
      const char quote = peek();
      const auto end = quote == '"' || quote == '\'' ? text_.find(quote, at_ + 1) : std::string_view::npos;
      const std::string_view value =
          end == std::string_view::npos ? "" : text_.substr(at_ + 1, end - at_ - 1);
      if (!equals || !declares(before, name, value)) break;
      advance(end + 1 - at_);
      before = name;
    }
    fail(diagnose(bad_declaration, place(start), trim(std::string_view(shown).substr(0, shown.find('\n')))));
  }

  static bool declares(std::string_view before, std::string_view name, std::string_view value) {
    const auto only = [&](std::string_view letters) {
      return value.find_first_not_of(letters) == std::string_view::npos;
    };
    if (name == "version")
      return before.empty() && value.size() > 2 && value.starts_with("1.") &&
             value.find_first_not_of("0123456789", 2) == std::string_view::npos;
    if (name == "encoding")
      return before == "version" && !value.empty() && static_cast<unsigned char>(value[0] | 0x20) >= 'a' &&
             static_cast<unsigned char>(value[0] | 0x20) <= 'z' &&
             only("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");
    if (name == "standalone")
      return (before == "version" || before == "encoding") && (value == "yes" || value == "no");
    return false;
  }

  /// Productions 16 and 17. Editors keep their own remarks in them; nothing here reads them.
  void scan_instruction() {
    const Position start = here_;
    const std::size_t from = at_;
    const std::string shown = sample();
    advance(2);
    std::string target = at_name() ? take_name() : "";
    const bool ended = looking_at("?>"), spaced = is_space(peek());
    std::transform(target.begin(), target.end(), target.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (target.empty() || target == "xml" || !(ended || spaced))
      return fail(diagnose(bad_instruction, place(start), shown));
    const auto end = text_.find("?>", at_);
    if (end == std::string_view::npos)
      return fail(diagnose(unclosed_section, place(start), "<?" + target, "?>"));
    pass_characters(end);
    advance(2);
    found_.instructions.emplace_back(from, at_ - from);
  }

  void scan_comment() {
    const Position start = here_;
    advance(4);
    const auto dashes = text_.find("--", at_);
    if (dashes == std::string_view::npos) return fail(diagnose(unclosed_section, place(start), "<!--", "-->"));
    pass_characters(dashes);
    if (dashes + 2 >= text_.size() || text_[dashes + 2] != '>') return fail(diagnose(bad_comment, place(here_)));
    advance(3);
  }

  void scan_cdata() {
    if (open_.empty()) return fail(diagnose(text_outside, place(here_), sample()));
    found_.texts.push_back(here_);
    const auto end = text_.find("]]>", at_);
    if (end == std::string_view::npos)
      return fail(diagnose(unclosed_section, place(here_), "<![CDATA[", "]]>"));
    pass_characters(end);
    advance(3);
  }

  /// Up to an offset, through what is taken as it stands.
  void pass_characters(std::size_t end) {
    while (at_ < end) {
      check_character();
      advance();
    }
  }

  void scan_text() {
    const Position start = here_;
    WrittenText written;
    bool blank = true;
    while (!done() && peek() != '<') {
      if (peek() == '&') {
        if (open_.empty()) return fail(diagnose(text_outside, place(here_), sample()));
        scan_reference(written);
        blank = false;
        continue;
      }
      if (looking_at("＜") && looks_like_tag()) {
        if (bracket_ == WideBracket::begins_tag) return fail_wide({"＜", "<"}, spot());
        report(wide({"＜", "<"}, place(here_)));
      }
      if (!is_space(peek())) {
        if (open_.empty() && blank) fail(outside());
        if (fatal_) return;
        blank = false;
        check_character();
        if (looking_at("]]>")) report(diagnose(section_end_in_text, place(here_)));
      }
      advance();
    }
    if (blank) return;
    found_.texts.push_back(start);
    keep(std::move(written), start);
  }

  /// Text where none may stand; or the file is all text.
  Diagnostic outside() const {
    const bool markup = text_.find('<') != std::string_view::npos || text_.find("＜") != std::string_view::npos;
    return markup ? diagnose(text_outside, place(here_), sample()) : diagnose(not_xml, Place{file_});
  }

  /// After a full-width '<': a name or a slash, as if a tag were meant.
  bool looks_like_tag() const {
    const std::size_t next = at_ + std::string_view("＜").size();
    if (next >= text_.size()) return false;
    const char c = text_[next];
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '/' || c == '!' || c == '?';
  }

  void check_character() {
    const auto c = static_cast<unsigned char>(peek());
    if (c >= 0x20 && c != 0xef) return;
    if (c < 0x20 && !is_space(peek())) report(diagnose(bad_character, place(here_), std::to_string(c)));
    if (looking_at("\xef\xbf\xbe") || looking_at("\xef\xbf\xbf")) {  // U+FFFE, U+FFFF
      report(diagnose(bad_character, place(here_), std::to_string(to_u32(text_.substr(at_, 3))[0])));
    }
  }

  void scan_reference(WrittenText& written) {
    const Position start = here_;
    const auto end = text_.find_first_of("; \t\r\n<&\"'", at_ + 1);
    if (end == std::string_view::npos || text_[end] != ';' || end - at_ > 32) {
      const std::string_view rest = text_.substr(at_ + 1, 8);
      const auto wide_at = rest.find("；");
      if (wide_at != std::string_view::npos && known_reference(rest.substr(0, wide_at))) {
        return stop_at({wide({"；", ";"}, place(start)), at_ + 1 + wide_at, ";", "；"});
      } else if (const auto name = begun_reference(); !name.empty()) {
        report(diagnose(entity_without_semicolon, place(start), name));
      } else {
        report(diagnose(raw_ampersand, place(start)));
        if (rest.starts_with('&')) return advance(2);  // “&&” is one slip
      }
      return advance();
    }
    const std::string_view name = text_.substr(at_ + 1, end - at_ - 1);
    if (name.empty()) {
      report(diagnose(raw_ampersand, place(start)));
    } else if (!known_reference(name)) {
      report(diagnose(unknown_entity, place(start), name));
    }
    advance(end + 1 - at_);
    written.references.push_back({start, here_.column - start.column});
  }

  void keep(WrittenText written, Position start) {
    if (written.references.empty()) return;
    written.start = start;
    written.end = here_;
    found_.written.push_back(std::move(written));
  }

  /// The name of a reference that lacks its semicolon: "lt" of "&lt 1".
  std::string_view begun_reference() const {
    std::string_view rest = text_.substr(at_ + 1, 8);
    std::size_t length = 0;
    while (length < rest.size() && rest[length] >= 'a' && rest[length] <= 'z') ++length;
    rest = rest.substr(0, length);
    return known_reference(rest) ? rest : std::string_view();
  }

  static bool known_reference(std::string_view name) {
    if (!name.starts_with('#'))
      return name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "apos";
    name.remove_prefix(1);
    const bool hexadecimal = name.starts_with('x');
    if (hexadecimal) name.remove_prefix(1);
    if (name.empty() || name.size() > 8) return false;
    std::uint32_t n = 0;
    for (const char c : name) {
      const int digit = c >= '0' && c <= '9'                  ? c - '0'
                        : hexadecimal && c >= 'a' && c <= 'f' ? c - 'a' + 10
                        : hexadecimal && c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                              : -1;
      if (digit < 0) return false;
      n = n * (hexadecimal ? 16 : 10) + static_cast<std::uint32_t>(digit);
    }
    const bool control = n < 0x20 && n != 9 && n != 10 && n != 13;
    return !control && n <= 0x10ffff && !(n >= 0xd800 && n <= 0xdfff) && n != 0xfffe && n != 0xffff;
  }

  void scan_end_tag() {
    const Position start = here_;
    advance(2);
    const std::size_t name_at = at_;
    const std::string name = take_name();
    skip_space();
    if (peek() != '>') return fail_in_tag("“>”");
    advance();
    if (open_.empty()) return fail(diagnose(stray_end_tag, place(start), name));
    if (open_.back().name != name) return end_of_another(name, start, name_at);
    open_.pop_back();
  }

  /// An end tag that is not of the element still open: one of the two names is misspelt, or an end tag is missing
  /// or too many.
  void end_of_another(const std::string& name, Position start, std::size_t name_at) {
    const Open& open = open_.back();
    const std::string line = std::to_string(open.at.line);
    if (is_slip_of(name, open.name)) {
      // The shorter name leaves a space behind, so that what follows stays where it is.
      const std::string space(name.size() > open.name.size() ? name.size() - open.name.size() : 0, ' ');
      return stop_at({diagnose(misspelt_end_tag, place(start), name, open.name, line), name_at, open.name + space, name});
    }
    const bool ends_one = std::any_of(open_.begin(), open_.end(), [&](const Open& o) { return o.name == name; });
    fail(ends_one ? diagnose(wrong_end_tag, place(start), name, open.name, line)
                  : diagnose(extra_end_tag, place(start), name, open.name, line));
  }

  /// Names alike of which one stands nowhere else in the file: who forgets an end tag, writes both names again.
  bool is_slip_of(const std::string& a, const std::string& b) const {
    return !a.empty() && nearest(a, std::array{b}) && (stands_once(a) || stands_once(b));
  }
  bool stands_once(const std::string& name) const {
    int times = 0;
    for (auto at = text_.find(name); at != std::string_view::npos && times < 2; at = text_.find(name, at + 1)) {
      const std::string_view before = text_.substr(0, at);
      times += (before.ends_with('<') || before.ends_with("</")) && !in_name(character_at(text_, at + name.size()).code);
    }
    return times < 2;
  }

  void scan_start_tag() {
    const Position start = here_;
    advance();
    if (!at_name()) return fail_in_tag({"元素名称", "an element name"});
    const std::string name = take_name();
    if (open_.empty() && !found_.tags.empty()) return fail(diagnose(two_roots, place(start), name));
    if (static_cast<int>(found_.tags.size()) >= max_elements) {
      return fail(diagnose(limit_elements, place(start), std::to_string(max_elements)));
    }
    found_.tags.push_back({start, {}, {}});
    wide_quote_.reset();
    attribute_.reset();
    open_tag_ = name;
    written_to_ = here_;
    std::set<std::string> names;
    while (!done()) {
      const bool spaced = is_space(peek());
      skip_space();
      if (looking_at("/>")) return advance(2);
      if (peek() == '>') {
        advance();
        open_.push_back({name, start});
        if (static_cast<int>(open_.size()) > max_depth)
          fail(diagnose(limit_depth, place(start), std::to_string(max_depth)));
        return;
      }
      if (!spaced && attribute_ && !wide_quote_ && at_name() && ends_in_another()) return fail(quote_missing());
      if (!spaced) return fail_in_tag({"空格、“>”或“/>”", "a space, “>” or “/>”"});
      scan_attribute(name, names);
      written_to_ = here_;
    }
    if (!fatal_) fail_in_tag("“>”");
  }

  void scan_attribute(const std::string& element, std::set<std::string>& names) {
    const Position start = here_;
    if (!at_name()) return fail_in_tag({"属性名称、“>”或“/>”", "an attribute name, “>” or “/>”"});
    const std::string name = take_name();
    if (static_cast<int>(names.size()) >= max_attributes) {
      return fail(diagnose(limit_attributes, place(start), element, std::to_string(max_attributes)));
    }
    if (++attributes_ > max_all_attributes)
      return fail(diagnose(limit_all_attributes, place(start), std::to_string(max_all_attributes)));
    if (!names.insert(name).second) report(diagnose(duplicate_attribute, place(start), name));
    skip_space();
    if (peek() != '=') return fail_in_tag("“=”");
    advance();
    skip_space();
    const char quote = peek();
    if (quote != '"' && quote != '\'') return fail_in_tag({"引号", "a quote"});
    advance();
    found_.tags.back().names.push_back(start);
    found_.tags.back().values.push_back(here_);
    const std::size_t from = at_;
    attribute_ = Quoted{name, start, from, quote};
    scan_value(quote);
    if (fatal_) return;
    if (at_ - from > max_value)
      return fail(diagnose(limit_value, place(start), name, std::to_string(max_value)));
    if (!done()) return advance();
    if (wide_quote_) return fail_wide(wide_quote_->mark, wide_quote_->at);
    fail(quote_missing());
  }

  /// What begins the next attribute: a quote after '='.
  bool begins_value(std::size_t quote_at) const {
    const std::string_view before = trim(text_.substr(0, quote_at));
    return before.ends_with('=');
  }
  /// Whether the quote that would end the value begins that of another attribute: then its own is missing.
  bool runs_on(char quote) const {
    const auto next = text_.find(quote, at_);
    return next == std::string_view::npos || begins_value(next);
  }
  /// The same of a value that has just ended, as in event="x target="y".
  bool ends_in_another() const { return begins_value(at_ - 1); }

  Diagnostic quote_missing() const {
    std::string_view value = text_.substr(attribute_->from, 200);
    value = value.substr(0, value.find_first_of("<>\"'\n"));
    if (value.ends_with('/')) value.remove_suffix(1);
    if (value.ends_with('=')) value = trim(value.substr(0, value.find_last_of(" \t")));
    const std::u32string letters = to_u32(value.substr(0, value.size() - cut_character(value)));
    const std::string shown = to_utf8(std::u32string_view(letters).substr(0, 40));
    const std::string mark(1, attribute_->quote);
    return diagnose(missing_quote, place(attribute_->at), attribute_->name, attribute_->name + "=" + mark + shown + mark);
  }
  /// Bytes of a character at the end that is not whole.
  static std::size_t cut_character(std::string_view text) {
    const auto bad = find_invalid_utf8(text);
    return bad ? text.size() - *bad : 0;
  }

  /// Up to the closing quote. A ” without its “, or a ’ in a value of single quotes, is noted: where the tag turns out to be broken, it
  /// was meant to close the value.
  void scan_value(char quote) {
    const Position start = here_;
    WrittenText written;
    int open_quotes = 0;
    const std::string_view opening = quote == '"' ? "“" : "‘";
    const WideMark closing = quote == '"' ? WideMark{"”", "\""} : WideMark{"’", "'"};
    while (!done() && peek() != quote) {
      if (looking_at(opening)) ++open_quotes;
      if (looking_at(closing.wide) && --open_quotes < 0 && !wide_quote_) wide_quote_ = WideQuote{closing, spot()};
      if (peek() == '<')
        return wide_quote_        ? fail_wide(wide_quote_->mark, wide_quote_->at)
               : runs_on(quote) ? fail(quote_missing())
                                : fail(diagnose(raw_less_than, place(here_)));
      if (peek() == '&') {
        scan_reference(written);
        continue;
      }
      check_character();
      advance();
    }
    keep(std::move(written), start);
  }

  std::string_view text_;
  const std::string& file_;
  const WideBracket bracket_;
  std::optional<Slip> slip_;
  std::size_t at_ = 0;
  Position here_;
  std::vector<Open> open_;
  Positions found_;
  int attributes_ = 0;
  struct Quoted {
    std::string name;
    Position at;
    std::size_t from = 0;  ///< of the value
    char quote = '"';
  };
  std::optional<Quoted> attribute_;  ///< the last one of the present tag
  std::string open_tag_;             ///< its name
  Position written_to_;              ///< where the last piece of it ends
  std::optional<WideQuote> wide_quote_;  ///< in the present tag: a ” that closes no “, or a ’ no ‘
  Diagnostics diagnostics_;
  bool fatal_ = false;
};

}  // namespace

Scan scan(std::string_view bytes, const std::string& file, WideBracket bracket) {
  return Scanner(bytes, file, bracket).run();
}

}  // namespace anjuan::xml
