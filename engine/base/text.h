#pragma once
// Text as bytes of UTF-8: validity, width, Chinese numerals, nearest word, other encodings.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace anjuan {

/// Offset of the first byte that is not valid UTF-8 (RFC 3629: no overlong forms, no surrogates).
std::optional<std::size_t> find_invalid_utf8(std::string_view);
std::u32string to_u32(std::string_view utf8);  ///< the text is valid UTF-8
std::string to_utf8(std::u32string_view);
std::string to_utf8(char32_t);
std::size_t count_characters(std::string_view utf8);

/// GB18030 bytes as UTF-8, or nothing if they are not GB18030.
std::optional<std::string> from_gb18030(std::string_view);
std::string to_gb18030(std::string_view utf8);

int display_width(std::string_view utf8);  ///< columns on a terminal: wide characters count 2

std::string_view trim(std::string_view);  ///< ASCII white space and U+3000 off both ends
std::vector<std::string> split(std::string_view, char separator);
std::string join(std::span<const std::string>, std::string_view separator);
std::string replace_all(std::string text, std::string_view from, std::string_view to);
/// White space runs as one space, none at the ends.
std::string collapse_space(std::string_view);

std::string chinese_number(std::int64_t n);  ///< 一百二十三; 0 is 〇
std::string chinese_digits(std::int64_t n);  ///< 二〇二六

/// The nearest of `words` by edit distance, if near enough to be a likely slip of the pen.
std::optional<std::string> nearest(std::string_view word, std::span<const std::string> words);

/// Decimal digits only, within the range of int64; no sign but '-', no spaces.
std::optional<std::int64_t> parse_integer(std::string_view);

}  // namespace anjuan
