#pragma once
// How a value is printed in a document: what stands after the bar in {日期|中文日期|无}. One table
// of formats drives the reading, the suggestions and the reference page.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/value.h"

namespace anjuan::documents {

enum class FormatKind {
  chinese_date,
  iso_date,
  month_and_day,
  year,
  chinese_number,
  chinese_digits,
  money,
  joined_by_comma,
  joined_by_semicolon,
  one_per_line,
  numbered,
  pick,
  first_characters,
  book_title,
  none_if_blank,
  nothing_if_blank,
  words_if_blank,
  ruled_if_blank
};

enum class FormatArgument { none, number, text };

struct FormatRule {
  FormatKind kind;
  std::string_view name;  ///< as templates write it
  FormatArgument argument;
  std::string_view example;  ///< a whole field, for the reference page
  std::string_view prints;   ///< what the example prints
  std::string_view says;     ///< Chinese, for the reference page
};
std::span<const FormatRule> format_rules();
/// The table of formats in Markdown, Chinese.
std::string format_reference();

struct Format {
  FormatKind kind;
  std::string_view name;
  std::string text;  ///< the argument, if it is a text
  int number = 0;    ///< the argument, if it is a number
  Place place{};     ///< in the template
};

/// Reads "名称" or "名称 参数". Refused: unknown names, a missing or wrong argument.
Result<Format> read_format(std::string_view written, const Place&);

/// Whether the format says what to print for a blank value.
bool is_for_blank(const Format&);
/// Empty, a text of white space only, or a list of such.
bool is_blank(const Value&);

/// The value after one format that is not for blanks; `field` is the source, for messages.
/// Refused: a value of a kind the format is not for.
Result<Value> apply(const Format&, const Value&, std::string_view field, const Place&);

/// What a format is for: "日期".
Wording wanted_by(const Format&);

/// The kind of a value in words: "日期".
Wording kind_name(const Value&);

}  // namespace anjuan::documents
