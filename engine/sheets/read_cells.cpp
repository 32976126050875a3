#include "sheets/read_cells.h"

#include <optional>

#include "base/text.h"
#include "base/unseen.h"
#include "sheets/messages.h"
#include "sheets/number_text.h"
#include "sheets/part_reader.h"

namespace anjuan::sheets {

namespace {

/// The code of an escape "_x000D_" at `at`, which stands for U+000D (ECMA-376 part 1, 22.9.2.19).
std::optional<char32_t> escape_at(const std::string& text, std::size_t at) {
  const bool shaped = text.compare(at, 2, "_x") == 0 && at + 6 < text.size() && text[at + 6] == '_' &&
                      text.find_first_not_of("0123456789abcdefABCDEF", at + 2) == at + 6;
  if (!shaped) return std::nullopt;
  return static_cast<char32_t>(std::stoul(text.substr(at + 2, 4), nullptr, 16));
}

constexpr std::size_t escape_length = 7;

std::string decode_escapes(const std::string& text) {
  std::size_t mark = text.find("_x");
  if (mark == std::string::npos) return text;
  std::string decoded;
  std::size_t done = 0;
  for (; mark != std::string::npos; mark = text.find("_x", mark)) {
    std::optional<char32_t> code = escape_at(text, mark);
    if (!code) {
      mark += 2;
      continue;
    }
    decoded += text.substr(done, mark - done);
    done = mark += escape_length;
    if (*code >= 0xD800 && *code < 0xDC00) {  // half of a character beyond U+FFFF
      const std::optional<char32_t> low = escape_at(text, mark);
      if (!low || *low < 0xDC00 || *low > 0xDFFF) continue;
      code = 0x10000 + ((*code - 0xD800) << 10) + (*low - 0xDC00);
      done = mark += escape_length;
    }
    const bool keep =
        *code == '\t' || *code == '\n' || *code == '\r' ||
        (*code >= 0x20 && (*code < 0xD800 || *code > 0xDFFF) && *code != 0xFFFE && *code != 0xFFFF);
    if (keep) decoded += to_utf8(*code);
  }
  return decoded + text.substr(done);
}

/// "A1:B3", or one cell.
std::optional<MergedBlock> parse_block(std::string_view text) {
  const std::size_t colon = text.find(':');
  const std::optional<Address> from = parse_address(text.substr(0, colon));
  const std::optional<Address> to =
      colon == std::string_view::npos ? from : parse_address(text.substr(colon + 1));
  if (!from || !to || to->row < from->row || to->column < from->column) return std::nullopt;
  return MergedBlock{*from, *to};
}

/// An ISO date and time as people write it: the day alone at midnight, else with hours and minutes.
std::string iso_cell(const std::string& text) {
  constexpr std::size_t of_day = 10, of_minutes = 16;
  if (text.size() < of_minutes || text[of_day] != 'T') return text;
  if (text.compare(of_day, 6, "T00:00") == 0) return text.substr(0, of_day);
  return text.substr(0, of_day) + " " + text.substr(of_day + 1, of_minutes - of_day - 1);
}

/// A whole number of more than 15 digits in the form in which spreadsheets write rounded ones.
bool is_rounded(std::string_view written) {
  const std::size_t mark = written.find_first_of("eE");
  if (mark == std::string_view::npos) return false;
  std::string_view exponent = written.substr(mark + 1);
  if (!exponent.empty() && exponent.front() == '+') exponent.remove_prefix(1);
  return parse_integer(exponent).value_or(0) >= 15;
}

Place cell_place(const std::string& file, const std::string& sheet, Address at) {
  return Place{file, 0, 0, sheet + "!" + name_of(at)};
}

/// Reads the events of a worksheet; one per sheet.
class CellReader {
 public:
  CellReader(const std::string& file, const CellSurroundings& around, Counted& counted, ReadSheet& sheet)
      : file_(file), around_(around), counted_(counted), sheet_(sheet) {}

  void open(std::string_view name, const PartAttributes& attributes) {
    if (name == "row") {
      begin_row(attributes);
    } else if (name == "c") {
      begin_cell(attributes);
    } else if (name == "mergeCell") {
      add_merged(attributes);
    } else if (!in_cell_) {
      return;
    } else if (name == "v" || name == "t") {
      collecting_ = !phonetic_;
      if (name == "v") text_.clear();
    } else if (name == "f") {
      in_formula_ = has_formula_ = true;
      // An array formula gives the values of other cells too.
      if (const auto block = parse_block(value_of(attributes, "ref"));
          block && value_of(attributes, "t") != "shared")
        arrays_.push_back(*block);
    } else if (name == "rPh") {
      phonetic_ = true;
    }
  }

  void close(std::string_view name) {
    if (name == "v" || name == "t") collecting_ = false;
    if (name == "f") in_formula_ = false;
    if (name == "rPh") phonetic_ = false;
    if (name == "c" && in_cell_) end_cell();
    if (name == "row") ++next_.row;
  }

  void text(std::string_view text) {
    if (in_formula_) formula_ += text;
    if (collecting_) text_ += text;
  }

  const std::optional<Diagnostic>& refusal() const { return refusal_; }

  /// Cells whose value an array formula of another cell gives are cells with a formula.
  void finish() {
    std::size_t looked_at = 0;
    for (const MergedBlock& array : arrays_) {
      for (auto cell = sheet_.cells.lower_bound(array.from);
           cell != sheet_.cells.end() && cell->first.row <= array.to.row; ++cell) {
        if (++looked_at > max_cells)
          return refuse(diagnose(too_many_cells, Place{file_}, std::to_string(max_cells)));
        if (cell->first.column >= array.from.column && cell->first.column <= array.to.column)
          sheet_.formulas.try_emplace(cell->first);
      }
    }
  }

 private:
  void add_merged(const PartAttributes& attributes) {
    if (++counted_.cells > max_cells)
      return refuse(diagnose(too_many_cells, Place{file_}, std::to_string(max_cells)));
    const std::string_view text = value_of(attributes, "ref");
    const std::optional<MergedBlock> block = parse_block(text);
    if (!block) return refuse(diagnose(bad_cell_address, Place{file_, 0, 0, sheet_.name}, text));
    sheet_.merged.push_back(*block);
  }

  void begin_row(const PartAttributes& attributes) {
    const std::string_view number = value_of(attributes, "r");
    next_.column = 0;
    if (number.empty()) return;  // "r" is optional: rows then follow each other
    const std::optional<Address> at = parse_address("A" + std::string(number));
    if (!at) return refuse(diagnose(bad_cell_address, Place{file_, 0, 0, sheet_.name}, number));
    next_.row = at->row;
  }

  void begin_cell(const PartAttributes& attributes) {
    if (++counted_.cells > max_cells)
      return refuse(diagnose(too_many_cells, Place{file_}, std::to_string(max_cells)));
    at_ = next_;
    if (const std::string_view name = value_of(attributes, "r"); !name.empty()) {
      const std::optional<Address> at = parse_address(name);
      if (!at) return refuse(diagnose(bad_cell_address, Place{file_, 0, 0, sheet_.name}, name));
      at_ = *at;
    }
    if (at_.row >= max_rows || at_.column >= max_columns)
      return refuse(diagnose(bad_cell_address, Place{file_, 0, 0, sheet_.name}, name_of(at_)));
    next_ = {at_.row, static_cast<std::uint16_t>(at_.column + 1)};
    type_ = value_of(attributes, "t");
    style_ = static_cast<std::size_t>(parse_integer(value_of(attributes, "s")).value_or(0));
    text_.clear();
    formula_.clear();
    in_cell_ = true;
    has_formula_ = false;
  }

  void end_cell() {
    in_cell_ = false;
    std::optional<std::string> content = content_of_cell();
    if (!content) return;
    if (count_characters(*content) > max_cell_text) {
      return refuse(
          diagnose(cell_too_long, cell_place(file_, sheet_.name, at_), std::to_string(max_cell_text)));
    }
    if (const auto unseen = unseen_character(*content)) return refuse(diagnose(unseen_in_cell, cell_place(file_, sheet_.name, at_), *unseen));
    if ((counted_.text += content->size() + formula_.size()) > max_text) {
      return refuse(
          diagnose(too_much_text, cell_place(file_, sheet_.name, at_), std::to_string(max_text >> 20)));
    }
    if (has_formula_) sheet_.formulas[at_] = formula_;
    if (type_ == "e") sheet_.errors.insert(at_);
    const bool stored = !content->empty() || (has_formula_ && type_ == "str");  // a formula may give no text
    if (stored) sheet_.cells[at_] = std::move(*content);
  }

  std::optional<std::string> content_of_cell() {
    if (type_ == "s") {
      if (text_.empty()) return text_;
      const std::optional<std::int64_t> index = parse_integer(text_);
      if (!index || *index < 0 || static_cast<std::size_t>(*index) >= around_.shared.size()) {
        refuse(diagnose(bad_shared_text, cell_place(file_, sheet_.name, at_), text_));
        return std::nullopt;
      }
      return around_.shared[static_cast<std::size_t>(*index)];
    }
    if (type_ == "inlineStr" || type_ == "str" || type_ == "e") return decode_escapes(text_);
    if (text_.empty()) return text_;
    if (type_ == "b") return text_ == "1" || text_ == "true" ? "TRUE" : "FALSE";
    if (type_ == "d") return iso_cell(text_);
    if (is_rounded(text_)) sheet_.rounded.insert(at_);
    return around_.date_styles.contains(style_) ? day_text(text_, around_.epoch_1904) : plain_number(text_);
  }

  void refuse(Diagnostic diagnostic) {
    in_cell_ = false;
    if (!refusal_) refusal_ = std::move(diagnostic);
  }

  const std::string& file_;
  const CellSurroundings& around_;
  Counted& counted_;
  ReadSheet& sheet_;
  Address next_{}, at_{};
  std::string type_, text_, formula_;
  std::size_t style_ = 0;
  std::vector<MergedBlock> arrays_;
  bool in_cell_ = false, collecting_ = false, in_formula_ = false, has_formula_ = false, phonetic_ = false;
  std::optional<Diagnostic> refusal_;
};

}  // namespace

Result<std::vector<std::string>> read_shared(std::string_view xml, const std::string& part,
                                             const std::string& file) {
  std::vector<std::string> shared;
  std::string text;
  bool collecting = false, phonetic = false;
  PartEvents events;
  events.open = [&](std::string_view name, const PartAttributes&) {
    if (name == "si") text.clear();
    if (name == "rPh") phonetic = true;
    if (name == "t") collecting = !phonetic;
  };
  events.close = [&](std::string_view name) {
    if (name == "t") collecting = false;
    if (name == "rPh") phonetic = false;
    if (name == "si") shared.push_back(decode_escapes(text));
  };
  events.text = [&](std::string_view piece) {
    if (collecting) text += piece;
  };
  events.stop = [&] { return shared.size() > max_cells; };
  ANJUAN_DO(read_part(xml, part, file, events));
  if (shared.size() > max_cells) return diagnose(too_many_cells, Place{file}, std::to_string(max_cells));
  return shared;
}

Outcome read_cells(std::string_view xml, const std::string& part, const std::string& file,
                   const CellSurroundings& around, Counted& counted, ReadSheet& sheet) {
  CellReader reader(file, around, counted, sheet);
  PartEvents events;
  events.open = [&](std::string_view name, const PartAttributes& attributes) {
    reader.open(name, attributes);
  };
  events.close = [&](std::string_view name) { reader.close(name); };
  events.text = [&](std::string_view text) { reader.text(text); };
  events.stop = [&] { return reader.refusal().has_value(); };
  Outcome outcome = read_part(xml, part, file, events);
  if (outcome.ok()) reader.finish();
  if (reader.refusal()) return *reader.refusal();
  return outcome;
}

}  // namespace anjuan::sheets
