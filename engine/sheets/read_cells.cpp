#include "sheets/read_cells.h"

#include <optional>

#include "base/text.h"
#include "sheets/messages.h"
#include "sheets/number_text.h"
#include "sheets/part_reader.h"

namespace anjuan::sheets {

namespace {

/// "_x000D_" stands for the character U+000D (ECMA-376 part 1, 22.9.2.19).
std::string decode_escapes(const std::string& text) {
  std::size_t mark = text.find("_x");
  if (mark == std::string::npos) return text;
  std::string decoded;
  std::size_t done = 0;
  for (; mark != std::string::npos; mark = text.find("_x", mark)) {
    const bool shaped = mark + 6 < text.size() && text[mark + 6] == '_' &&
                        text.find_first_not_of("0123456789abcdefABCDEF", mark + 2) == mark + 6;
    if (!shaped) {
      mark += 2;
      continue;
    }
    const auto code = static_cast<char32_t>(std::stoul(text.substr(mark + 2, 4), nullptr, 16));
    decoded += text.substr(done, mark - done);
    const bool keep =
        code == '\t' || code == '\n' || code == '\r' || (code >= 0x20 && (code < 0xD800 || code > 0xDFFF));
    if (keep) decoded += to_utf8(code);
    done = mark += 7;
  }
  return decoded + text.substr(done);
}

Place cell_place(const std::string& file, const std::string& sheet, Address at) {
  return Place{file, 0, 0, sheet + "!" + name_of(at)};
}

/// Reads the events of a worksheet; one per sheet.
class CellReader {
 public:
  CellReader(const std::string& file, const CellSurroundings& around, std::size_t& counted, ReadSheet& sheet)
      : file_(file), around_(around), counted_(counted), sheet_(sheet) {}

  void open(std::string_view name, const PartAttributes& attributes) {
    if (name == "row") {
      begin_row(attributes);
    } else if (name == "c") {
      begin_cell(attributes);
    } else if (!in_cell_) {
      return;
    } else if (name == "v" || name == "t") {
      collecting_ = !phonetic_;
      if (name == "v") text_.clear();
    } else if (name == "f") {
      in_formula_ = has_formula_ = true;
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

 private:
  void begin_row(const PartAttributes& attributes) {
    const std::string_view number = value_of(attributes, "r");
    next_.column = 0;
    if (number.empty()) return;  // "r" is optional: rows then follow each other
    const std::optional<Address> at = parse_address("A" + std::string(number));
    if (!at) return refuse(diagnose(bad_cell_address, Place{file_, 0, 0, sheet_.name}, number));
    next_.row = at->row;
  }

  void begin_cell(const PartAttributes& attributes) {
    if (++counted_ > max_cells)
      return refuse(diagnose(too_many_cells, Place{file_}, std::to_string(max_cells)));
    at_ = next_;
    if (const std::string_view name = value_of(attributes, "r"); !name.empty()) {
      const std::optional<Address> at = parse_address(name);
      if (!at) return refuse(diagnose(bad_cell_address, Place{file_, 0, 0, sheet_.name}, name));
      at_ = *at;
    }
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
    if (has_formula_) sheet_.formulas[at_] = formula_;
    if (!content->empty()) sheet_.cells[at_] = std::move(*content);
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
    if (type_ == "b") return text_ == "1" ? "TRUE" : "FALSE";
    if (type_ == "d")
      return text_.substr(0, text_.size() > 10 && text_.find("T00:00") == 10 ? 10 : text_.size());
    if (text_.empty()) return text_;
    return around_.date_styles.contains(style_) ? day_text(text_, around_.epoch_1904) : plain_number(text_);
  }

  void refuse(Diagnostic diagnostic) {
    in_cell_ = false;
    if (!refusal_) refusal_ = std::move(diagnostic);
  }

  const std::string& file_;
  const CellSurroundings& around_;
  std::size_t& counted_;
  ReadSheet& sheet_;
  Address next_{}, at_{};
  std::string type_, text_, formula_;
  std::size_t style_ = 0;
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
  ANJUAN_TRY([[maybe_unused]] Done done, read_part(xml, part, file, events));
  if (shared.size() > max_cells) return diagnose(too_many_cells, Place{file}, std::to_string(max_cells));
  return shared;
}

Outcome read_cells(std::string_view xml, const std::string& part, const std::string& file,
                   const CellSurroundings& around, std::size_t& counted, ReadSheet& sheet) {
  CellReader reader(file, around, counted, sheet);
  PartEvents events;
  events.open = [&](std::string_view name, const PartAttributes& attributes) {
    reader.open(name, attributes);
  };
  events.close = [&](std::string_view name) { reader.close(name); };
  events.text = [&](std::string_view text) { reader.text(text); };
  events.stop = [&] { return reader.refusal().has_value(); };
  Outcome outcome = read_part(xml, part, file, events);
  if (reader.refusal()) return *reader.refusal();
  return outcome;
}

}  // namespace anjuan::sheets
