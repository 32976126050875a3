#pragma once
// What can go wrong, as a value. A Diagnostic holds a row of a bilingual message table, a place,
// the values that fill the blanks and the legal basis. It never holds prose of its own, so that it
// can be printed in either language, now or from an old journal.

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace anjuan {

enum class Language { chinese, english };

enum class Severity { error, warning, fault };  // fault: the surroundings failed (disk, lock, library)

/// A value that reads differently in the two languages, e.g. {"整数", "integer"}. A plain string is
/// the user's own word and reads the same in both.
struct Wording {
  std::string zh, en;
  Wording(std::string both) : zh(both), en(std::move(both)) {}
  Wording(std::string_view both) : Wording(std::string(both)) {}
  Wording(const char* both) : Wording(std::string(both)) {}
  Wording(std::string chinese, std::string english) : zh(std::move(chinese)), en(std::move(english)) {}
  const std::string& in(Language language) const { return language == Language::chinese ? zh : en; }
  bool operator==(const Wording&) const = default;
};

/// Names one after the other, as each language divides them: “甲、乙”, "甲, 乙".
Wording enumerated(const std::vector<std::string>& names);

/// Where: a file as the user named it, line and column from 1 (0 = the whole file or line), and the
/// thing within the file ("sheet 检查表 cell D7", "column 统一社会信用代码") where lines say too little.
struct Place {
  std::string file;
  int line = 0;
  int column = 0;
  Wording within = "";
};

/// 依据: the instrument (《…细则》) and the article (第九条) that a refusal rests on.
struct LegalBasis {
  std::string instrument, article;
  bool operator==(const LegalBasis&) const = default;
};

/// One row of a module's message table. Blanks are {0}, {1}, …
struct MessageRow {
  const char* code;  ///< "AJ2015"; never reused
  Severity severity;
  const char *zh, *en, *hint_zh, *hint_en;
};

namespace detail {
/// Number of blanks in a text: one more than the highest {n}; -1 if a lower one is missing.
consteval int blanks(std::string_view text, std::string_view hint) {
  bool seen[10] = {};
  int highest = -1;
  for (std::string_view part : {text, hint}) {
    for (std::size_t i = 0; i + 2 < part.size(); ++i) {
      if (part[i] == '{' && part[i + 1] >= '0' && part[i + 1] <= '9' && part[i + 2] == '}') {
        const int n = part[i + 1] - '0';
        seen[n] = true;
        highest = n > highest ? n : highest;
      }
    }
  }
  for (int i = 0; i <= highest; ++i) {
    if (!seen[i]) return -1;
  }
  return highest + 1;
}
}  // namespace detail

template <int Blanks>
struct Message : MessageRow {};

/// Declares a row `name` in a module's messages.h. Chinese and English must use the same blanks.
#define ANJUAN_MESSAGE(name, code, severity, zh, en, hint_zh, hint_en)                               \
  static_assert(::anjuan::detail::blanks(zh, hint_zh) >= 0, "a blank is left out in " code);         \
  static_assert(::anjuan::detail::blanks(zh, hint_zh) == ::anjuan::detail::blanks(en, hint_en),      \
                "Chinese and English use different blanks in " code);                                \
  inline constexpr ::anjuan::Message<::anjuan::detail::blanks(zh, hint_zh)> name{                    \
      {code, ::anjuan::Severity::severity, zh, en, hint_zh, hint_en}}

struct Diagnostic {
  const MessageRow* row;
  Place place;
  std::vector<Wording> values;
  std::optional<LegalBasis> basis;
};
using Diagnostics = std::vector<Diagnostic>;

inline void append(Diagnostics& all, const Diagnostics& more) { all.insert(all.end(), more.begin(), more.end()); }

/// Makes a diagnostic; the number of values must be the number of blanks (checked by the compiler).
template <int Blanks, class... Values>
Diagnostic diagnose(const Message<Blanks>& message, Place place, Values&&... values) {
  static_assert(sizeof...(Values) == Blanks, "one value for each blank of the message");
  return {&message, std::move(place), {Wording(std::forward<Values>(values))...}, std::nullopt};
}

/// The same diagnostic with the provision it rests on.
Diagnostic with_basis(Diagnostic diagnostic, LegalBasis basis);

/// The sentence, blanks filled, without place, code or hint.
std::string sentence(const Diagnostic&, Language);
/// The hint, blanks filled; empty if the row has none.
std::string hint(const Diagnostic&, Language);

/// The whole text as a person reads it, ending in a line feed:
///   file:line:column: 错误 AJ2015  …
///      57 |   <transition …
///         |               ^
///      提示  …
///      依据  …
/// `source` is the text of the file, for the quoted line; empty: nothing is quoted.
std::string render(const Diagnostic&, Language, std::string_view source = {});

bool has_error(const Diagnostics&);  ///< any error or fault (warnings do not count)
bool has_fault(const Diagnostics&);

}  // namespace anjuan
