// Cell addresses as people write them, and the look-ups in what was read.

#include <algorithm>

#include "base/text.h"
#include "sheets/read_cells.h"
#include "sheets/workbook.h"

namespace anjuan::sheets {

std::string name_of(Address at) {
  std::string letters;
  for (int column = at.column + 1; column > 0; column = (column - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  }
  return letters + std::to_string(at.row + 1);
}

std::optional<Address> parse_address(std::string_view text) {
  std::uint32_t column = 0, row = 0;
  std::size_t i = 0;
  if (i < text.size() && text[i] == '$') ++i;
  const std::size_t letters = i;
  for (; i < text.size() && text[i] >= 'A' && text[i] <= 'Z'; ++i) {
    column = column * 26 + static_cast<std::uint32_t>(text[i] - 'A' + 1);
    if (column > max_columns) return std::nullopt;
  }
  if (i == letters) return std::nullopt;
  if (i < text.size() && text[i] == '$') ++i;
  if (i >= text.size() || text[i] == '0') return std::nullopt;
  for (; i < text.size(); ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    row = row * 10 + static_cast<std::uint32_t>(text[i] - '0');
    if (row > max_rows) return std::nullopt;
  }
  if (row == 0) return std::nullopt;
  return Address{row - 1, static_cast<std::uint16_t>(column - 1)};
}

const ReadSheet* ReadWorkbook::sheet(std::string_view name) const {
  const auto found =
      std::find_if(sheets.begin(), sheets.end(), [&](const ReadSheet& s) { return s.name == name; });
  return found == sheets.end() ? nullptr : &*found;
}

std::optional<std::string> ReadWorkbook::named_cell(std::string_view name) const {
  const auto target = names.find(std::string(name));
  if (target == names.end()) return std::nullopt;
  const std::string_view text = target->second;
  const std::size_t mark = text.rfind('!');
  if (mark == std::string_view::npos) return std::nullopt;
  std::string_view where = text.substr(0, mark);
  if (!where.empty() && where.front() == '$') where.remove_prefix(1);
  std::string plain(where);
  if (where.size() >= 2 && where.front() == '\'' && where.back() == '\'')
    plain = replace_all(std::string(where.substr(1, where.size() - 2)), "''", "'");
  const std::string_view cells = text.substr(mark + 1);
  const std::optional<Address> at = parse_address(cells.substr(0, cells.find(':')));
  const ReadSheet* found = sheet(plain);
  if (!at || !found) return std::nullopt;
  const auto cell = found->cells.find(*at);
  if (cell == found->cells.end()) return std::nullopt;
  return cell->second;
}

}  // namespace anjuan::sheets
