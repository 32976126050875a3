// In which encoding a file is, and whether it is text at all.

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "xml/messages.h"
#include "xml/preflight.h"

namespace anjuan::xml {
namespace {

/// The encoding named in <?xml … encoding="…"?>, in lower case; "" if none.
std::string declared(std::string_view bytes) {
  if (!bytes.starts_with("<?xml")) return {};
  const std::string_view head = bytes.substr(0, bytes.find("?>"));
  const auto at = head.find("encoding");
  if (at == std::string_view::npos) return {};
  const auto from = head.find_first_of("\"'", at);
  if (from == std::string_view::npos) return {};
  const auto to = head.find(head[from], from + 1);
  std::string name(head.substr(from + 1, to == std::string_view::npos ? to : to - from - 1));
  std::transform(name.begin(), name.end(), name.begin(),
                 [](unsigned char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); });
  return name;
}

/// Chinese characters of UTF-8: their three bytes in a row hardly occur in text of another encoding.
std::size_t count_wide_utf8(std::string_view bytes) {
  const auto tail = [&](std::size_t i) { return i < bytes.size() && (bytes[i] & 0xc0) == 0x80; };
  std::size_t count = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto c = static_cast<unsigned char>(bytes[i]);
    if (c < 0xe3 || c > 0xe9 || !tail(i + 1) || !tail(i + 2)) continue;
    ++count;
    i += 2;
  }
  return count;
}

bool is_utf8(std::string_view name) { return name == "utf-8" || name == "utf8" || name == "us-ascii"; }

Diagnostic not_utf8(std::string_view bytes, std::size_t bad, const std::string& file) {
  const std::string_view before = bytes.substr(0, bad);
  const auto line = 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
  const std::string_view start = before.substr(before.rfind('\n') + 1);
  const Place place{file, line, 1 + static_cast<int>(count_characters(start))};
  std::size_t other = 0;  // bytes that are neither ASCII nor part of such a character
  for (const char c : bytes) other += static_cast<unsigned char>(c) >= 0x80 ? 1 : 0;
  const std::size_t wide = count_wide_utf8(bytes);
  if (wide * 3 * 2 > other) return diagnose(mixed_encoding, place);
  const std::string name = declared(bytes);
  const bool said = !name.empty() && !is_utf8(name) && !name.starts_with("gb");
  if (said) return diagnose(wrong_encoding, place, Wording(name + "（首行这样声明）", name + ", as its first line says"));
  if (from_gb18030(bytes)) return diagnose(wrong_encoding, place, Wording("GBK（GB18030）", "GBK (GB18030)"));
  return diagnose(wrong_encoding, place, Wording("其他编码或已损坏", "another encoding, or damaged"));
}

/// Files that are no text, by their first bytes.
std::optional<Wording> known_binary(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("PK\x03\x04"sv)) return Wording("压缩文件（.docx、.xlsx 也是）", "a ZIP archive, as .docx and .xlsx are");
  if (bytes.starts_with("\xd0\xcf\x11\xe0"sv)) return Wording("旧版 Word、Excel 文件", "an old Word or Excel file");
  if (bytes.starts_with("%PDF-"sv)) return Wording("PDF 文件", "a PDF file");
  return std::nullopt;
}

}  // namespace

Diagnostics check_encoding(std::string_view bytes, const std::string& file) {
  if (const auto kind = known_binary(bytes)) return {diagnose(not_text, Place{file}, *kind)};
  const bool marked = bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff");
  const bool little = bytes.starts_with(std::string_view("<\0", 2)),
             big = bytes.starts_with(std::string_view("\0<", 2));
  if (marked || little || big) {
    return {diagnose(wrong_encoding, Place{file}, "UTF-16")};
  }
  if (const auto bad = find_invalid_utf8(bytes)) return {not_utf8(bytes, *bad, file)};
  const std::string name = declared(bytes);
  if (!name.empty() && !is_utf8(name)) return {diagnose(declared_encoding, Place{file, 1}, name)};
  return {};
}

}  // namespace anjuan::xml
