#pragma once
// A workbook as values: what to write as XLSX, and what was read from one. Knows nothing of
// checklists. Lengths: column widths in characters, row heights in points.

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace anjuan::sheets {

/// Row and column from 0. "B3" is {2, 1}.
struct Address {
  std::uint32_t row = 0;
  std::uint16_t column = 0;
  auto operator<=>(const Address&) const = default;
};
std::string name_of(Address);                            ///< "B3"
std::optional<Address> parse_address(std::string_view);  ///< also "$B$3"

enum class HorizontalAlign { left, center, right };
enum class FontRole { song, hei, fang, kai };  // 宋体 黑体 仿宋 楷体
/// How a program shows, and takes, what is typed: as typed, or as a day.
enum class NumberFormat { general, text, day };

struct CellStyle {
  FontRole font = FontRole::song;
  int size_tenths = 105;  ///< tenths of a point
  bool bold = false;
  bool border = true;
  bool wrap = true;
  bool unlocked = false;  ///< may be filled although the sheet is protected
  NumberFormat format = NumberFormat::general;
  HorizontalAlign align = HorizontalAlign::left;
  std::string fill;  ///< "RRGGBB", "" none
  bool operator==(const CellStyle&) const = default;
  auto operator<=>(const CellStyle&) const = default;
};

struct Cell {
  Address at;
  std::string text;  ///< written as a string, whatever sign it starts with; an ISO day as a day where the
                     ///< style asks for it
  CellStyle style;
  Address merged_to{};       ///< the lower right corner when merged; else equal to `at` or {0,0}
  bool is_number = false;    ///< text holds a whole number to be written as one
  std::string formula = {};  ///< without "="; `text` is then its value, for readers that do not calculate
};

/// What may be typed into cells, and the prompt shown there. Excel holds the options, joined by commas,
/// in 255 characters; titles in 32, prompt and error in 255 (`write_xlsx` refuses more).
struct EntryRule {
  enum class Kind { option, day, anything };  ///< a drop-down list, a day, a prompt only
  Kind kind = Kind::option;
  Address from, to;
  std::vector<std::string> options;
  std::string prompt_title, prompt, error_title, error;
  bool others_allowed =
      false;  ///< another text brings a question, not a refusal (several options in one cell)
};

/// Rows whose cell in `column` equals `text` are coloured.
struct Highlight {
  Address from, to;
  std::uint16_t column = 0;
  std::string text;
  std::string fill, color;
};

struct Picture {
  Address at;
  std::string bytes;  ///< BMP or PNG
  double scale = 1.0;
  int x_offset = 0, y_offset = 0;  ///< pixels from the upper left corner of the cell
  std::string description;         ///< for people who cannot see it
};

struct Sheet {
  std::string name;
  std::vector<Cell> cells;
  std::vector<double> column_widths;
  std::map<std::uint32_t, double> row_heights;
  std::vector<EntryRule> entry_rules;
  std::vector<Highlight> highlights;
  std::vector<Picture> pictures;
  std::optional<std::uint32_t> freeze_rows;
  std::optional<std::pair<std::uint32_t, std::uint32_t>>
      repeat_rows;  ///< first and last row printed on each page
  std::optional<std::pair<Address, Address>> print_area;
  std::vector<std::uint32_t> page_breaks;  ///< each before this row
  bool landscape = false;
  bool protect = false;
  bool hidden = false;
  int zoom = 100;              ///< on screen, percent
  std::string header, footer;  ///< in the codes of OOXML, as `page_line` makes them
};

struct Workbook {
  std::vector<Sheet> sheets;
  std::map<std::string, std::string> properties;  ///< custom document properties
  std::map<std::string, std::string> names;       ///< defined name → "'检查表'!$B$3", without =
  std::string title, author;
  std::int64_t created_seconds = 0;  ///< the only time in the file, UTC
};

/// A block of merged cells; its value is that of its upper left cell.
struct MergedBlock {
  Address from, to;
};

/// What a reader gives: cell texts by sheet and address, custom properties, defined names. Dates are
/// ISO days, whole numbers are without point and exponent. Formulas are never evaluated.
struct ReadSheet {
  std::string name;
  bool hidden = false;
  std::map<Address, std::string>
      cells;  ///< shared and inline strings, numbers as text, cached formula values
  std::map<Address, std::string>
      formulas;  ///< cells whose value a formula gives, with its text ("" where another cell holds it)
  std::set<Address> errors = {};   ///< cells that show an error; their text is its sign, "#REF!"
  std::set<Address> rounded = {};  ///< numbers too long for a spreadsheet, which has rounded them off
  std::vector<MergedBlock> merged = {};
};
struct ReadWorkbook {
  std::vector<ReadSheet> sheets;
  std::map<std::string, std::string> properties;
  std::map<std::string, std::string> names;
  const ReadSheet* sheet(std::string_view name) const;  ///< null if there is none
  /// The text of the (first) cell that a defined name points to ("检查表!$D$4", quotes or not), if both
  /// exist.
  std::optional<std::string> named_cell(std::string_view name) const;
};

}  // namespace anjuan::sheets
