#include "sheets/archive.h"

#include <zip.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "base/text.h"
#include "sheets/messages.h"

namespace anjuan::sheets {

namespace {

struct CloseArchive {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseEntry {
  void operator()(zip_file_t* entry) const { zip_fclose(entry); }
};
using ArchiveHandle = std::unique_ptr<zip_t, CloseArchive>;
using EntryHandle = std::unique_ptr<zip_file_t, CloseEntry>;

bool is_safe_name(std::string_view name) {
  if (name.empty() || name.front() == '/' || name.find('\\') != std::string_view::npos ||
      name.find(':') != std::string_view::npos || find_invalid_utf8(name)) {
    return false;
  }
  for (const std::string& part : split(name, '/')) {
    if (part == ".." || part == ".") return false;
  }
  for (const char c : name) {
    if (static_cast<unsigned char>(c) < 0x20) return false;
  }
  return true;
}

/// A number of so many bytes, the low one first; 0 beyond the end.
std::size_t number_at(std::string_view bytes, std::size_t at, std::size_t length) {
  std::size_t number = 0;
  for (std::size_t i = length; i > 0 && at + length <= bytes.size(); --i) number = number << 8 | static_cast<unsigned char>(bytes[at + i - 1]);
  return number;
}

/// A name with a NUL in it, as the table of contents has it. libzip ends such a name at the NUL, and other programs may not: they
/// would read another workbook.
std::string name_with_nul(std::string_view bytes) {
  constexpr std::string_view entry_begins("PK\1\2", 4), content_begins("PK\3\4", 4);
  constexpr std::size_t length_at = 28, content_at = 42, name_at = 46;
  for (std::size_t at = bytes.find(entry_begins); at != std::string_view::npos; at = bytes.find(entry_begins, at + 1)) {
    const std::size_t content = number_at(bytes, at + content_at, 4);
    if (content >= bytes.size() || !bytes.substr(content).starts_with(content_begins)) continue;  // these four bytes by chance
    const std::string_view name = bytes.substr(std::min(at + name_at, bytes.size())).substr(0, number_at(bytes, at + length_at, 2));
    if (name.find('\0') != std::string_view::npos) return std::string(name);
  }
  return "";
}

int hex_digit(char c) {
  const std::size_t at = std::string_view("0123456789abcdef").find(c);
  return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

Result<std::string> read_entry(zip_t* archive, const zip_stat_t& entry, const std::string& file) {
  const Place place{file};
  const std::string name = entry.name;
  const EntryHandle handle(zip_fopen_index(archive, entry.index, 0));
  if (!handle) return diagnose(damaged_part, place, name, "0");
  std::string content(entry.size, '\0');
  std::size_t done = 0;
  while (done < content.size()) {
    const zip_int64_t got = zip_fread(handle.get(), content.data() + done, content.size() - done);
    if (got <= 0) return diagnose(damaged_part, place, name, "0");
    done += static_cast<std::size_t>(got);
  }
  // One byte more forces the check sum to be compared and shows a declared size that was a lie.
  char beyond;
  if (zip_fread(handle.get(), &beyond, 1) != 0) return diagnose(damaged_part, place, name, "0");
  return content;
}

std::optional<Diagnostic> check_entry(const zip_stat_t& entry, std::size_t total, const Place& place) {
  if (entry.size > max_unpacked || total + entry.size > max_unpacked) {
    return diagnose(too_large, place, std::to_string(max_unpacked >> 20));
  }
  if (entry.size > max_ratio * std::max<zip_uint64_t>(entry.comp_size, 1)) {
    return diagnose(suspicious_ratio, place, entry.name, std::to_string(max_ratio));
  }
  return std::nullopt;
}

Result<Parts> unpack_all(zip_t* archive, const std::string& file) {
  const Place place{file};
  const zip_int64_t count = zip_get_num_entries(archive, 0);
  if (count > max_entries) return diagnose(too_many_entries, place, std::to_string(max_entries));
  Parts parts;
  std::size_t total = 0;
  for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i) {
    zip_stat_t entry;
    if (zip_stat_index(archive, i, 0, &entry) != 0) return diagnose(not_xlsx, place);
    if (!is_safe_name(entry.name)) return diagnose(bad_entry_name, place, entry.name);
    if (std::optional<Diagnostic> refused = check_entry(entry, total, place)) return *refused;
    total += entry.size;
    const std::string name = entry.name;
    if (name.back() == '/') continue;  // a folder
    ANJUAN_TRY(std::string content, read_entry(archive, entry, file));
    if (!parts.emplace(part_key(name), std::move(content)).second)
      return diagnose(bad_entry_name, place, name);
  }
  return parts;
}

}  // namespace

std::string part_key(std::string_view name) {
  std::string key;
  for (const char c : name) key += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  for (std::size_t at = key.find('%'); at != std::string::npos; at = key.find('%', at + 1)) {
    if (at + 2 >= key.size()) break;
    const int high = hex_digit(key[at + 1]), low = hex_digit(key[at + 2]);
    if (high >= 0 && low >= 0) key.replace(at, 3, 1, static_cast<char>(high * 16 + low));
  }
  return key;
}

Result<Parts> unpack(std::string_view bytes, const std::string& file) {
  const Place place{file};
  if (bytes.size() > max_unpacked) return diagnose(too_large, place, std::to_string(max_unpacked >> 20));
  if (bytes.substr(0, 4) == "\xD0\xCF\x11\xE0") return diagnose(old_or_locked, place);
  if (bytes.substr(0, 2) != "PK") return diagnose(not_xlsx, place);
  if (const std::string name = name_with_nul(bytes); !name.empty()) return diagnose(bad_entry_name, place, replace_all(name, std::string(1, '\0'), "\\0"));
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (!source) return diagnose(not_xlsx, place);
  const ArchiveHandle archive(zip_open_from_source(source, ZIP_RDONLY, &error));
  zip_error_fini(&error);
  if (!archive) {
    zip_source_free(source);
    return diagnose(not_xlsx, place);
  }
  return unpack_all(archive.get(), file);
}

}  // namespace anjuan::sheets
