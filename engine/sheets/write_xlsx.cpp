// Workbook → bytes of an .xlsx file, through libxlsxwriter. Everything that the library would only
// warn about on standard error is refused beforehand, so that nothing is lost silently.

#include <malloc.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <map>
#include <memory>
#include <optional>
#include <set>

#include "base/date.h"
#include "base/text.h"
#include "sheets/messages.h"
#include "sheets/page.h"
#include "sheets/sheets.h"

namespace anjuan::sheets {

namespace {

constexpr std::size_t max_cell_characters = 32767;  // ECMA-376 as Excel applies it
constexpr std::size_t max_formula = 8192;
constexpr double inch_per_mm = 1.0 / 25.4;
constexpr std::uint8_t paper_a4 = 9;
constexpr char measure_face[] = "Verdana";
constexpr double measure_size = 8;
constexpr std::int64_t serial_of_1970 = 25569;  // days that workbooks count up to 1970-01-01
constexpr std::int64_t first_sure_serial = 61;  // 1900-03-01: before it workbooks count a day that never was

Diagnostic refuse(std::string_view what, Wording why) {
  return diagnose(unwritable_content, Place{}, what, std::move(why));
}

void check_length(std::string_view text, std::size_t most, Diagnostics& found) {
  if (count_characters(text) <= most) return;
  const std::string limit = std::to_string(most);
  found.push_back(
      refuse(text.substr(0, 60), {"超过 " + limit + " 个字", "longer than " + limit + " characters"}));
}

void check_entry_rule(const EntryRule& entry, Diagnostics& found) {
  check_length(join(entry.options, ","), 255, found);
  check_length(entry.prompt_title, 32, found);
  check_length(entry.error_title, 32, found);
  check_length(entry.prompt, 255, found);
  check_length(entry.error, 255, found);
  for (const std::string& option : entry.options) {
    if (option.find(',') == std::string::npos && option.find('"') == std::string::npos) continue;
    found.push_back(refuse(
        option, {"下拉选项里不能有英文逗号和英文双引号", "an option may hold no comma and no double quote"}));
  }
}

Diagnostics check_content(const Workbook& book) {
  Diagnostics found;
  std::set<std::string> names;
  for (const Sheet& sheet : book.sheets) {
    if (!names.insert(sheet.name).second) {
      found.push_back(refuse(sheet.name, {"工作表名称重复", "another sheet has this name"}));
    }
    check_length(sheet.name, 31, found);
    if (sheet.name.empty() || sheet.name.find_first_of("[]:*?/\\'") != std::string::npos) {
      found.push_back(refuse(sheet.name, {"工作表名称不能为空，不能含有 [ ] : * ? / \\ '",
                                          "a sheet name may not be empty or hold [ ] : * ? / \\ '"}));
    }
    for (const Cell& cell : sheet.cells) {
      check_length(cell.text, max_cell_characters, found);
      check_length(cell.formula, max_formula, found);
      if (cell.is_number && !parse_integer(cell.text)) {
        found.push_back(refuse(cell.text, {"不是整数", "not a whole number"}));
      }
    }
    for (const EntryRule& entry : sheet.entry_rules) check_entry_rule(entry, found);
    check_length(sheet.header, 254, found);
    check_length(sheet.footer, 254, found);
  }
  for (const auto& [name, value] : book.properties) {
    check_length(name, 255, found);
    check_length(value, 255, found);
  }
  return found;
}

const char* family_of(FontRole role) {
  switch (role) {
    case FontRole::song:
      return "宋体";
    case FontRole::hei:
      return "黑体";
    case FontRole::fang:
      return "仿宋";
    case FontRole::kai:
      return "楷体";
  }
  return "宋体";
}

lxw_color_t color_of(const std::string& rgb) {
  return static_cast<lxw_color_t>(std::strtoul(rgb.c_str(), nullptr, 16));
}

/// One workbook being written. Formats are made once per style.
class Writer {
 public:
  Writer(lxw_workbook* book, const Workbook& from) : book_(book), from_(from) {}

  lxw_error write() {
    set_properties();
    set_measure();
    bool active = false;
    for (const Sheet& sheet : from_.sheets) {
      lxw_worksheet* target = workbook_add_worksheet(book_, sheet.name.c_str());
      if (!target) return LXW_ERROR_SHEETNAME_ALREADY_USED;
      if (!sheet.hidden && !active) {
        worksheet_activate(target);
        active = true;
      }
      if (const lxw_error error = write_sheet(target, sheet)) return error;
    }
    for (const auto& [name, target] : from_.names) {
      if (const lxw_error error = workbook_define_name(book_, name.c_str(), ("=" + target).c_str()))
        return error;
    }
    for (const auto& [name, value] : from_.properties) {
      if (const lxw_error error = workbook_set_custom_property_string(book_, name.c_str(), value.c_str()))
        return error;
    }
    return LXW_NO_ERROR;
  }

 private:
  void set_properties() {
    lxw_doc_properties properties{};
    std::string title = from_.title, author = from_.author;
    properties.title = title.data();
    properties.author = author.data();
    properties.created = static_cast<time_t>(from_.created_seconds);
    workbook_set_properties(book_, &properties);
  }

  /// The face of the first format is what column widths are counted in. Verdana's digits are as wide as
  /// those of DejaVu Sans, which stands in for it where there is no Windows: at 8 points 7 pixels here and
  /// there, so that columns come out alike.
  void set_measure() {
    lxw_format* first = STAILQ_FIRST(book_->formats);
    format_set_font_name(first, measure_face);
    format_set_font_size(first, measure_size);
  }

  lxw_format* format(const CellStyle& style) {
    lxw_format*& known = formats_[style];
    if (known) return known;
    known = workbook_add_format(book_);
    format_set_font_name(known, family_of(style.font));
    format_set_font_size(known, style.size_tenths / 10.0);
    if (style.bold) format_set_bold(known);
    if (style.border) format_set_border(known, LXW_BORDER_THIN);
    if (style.wrap) format_set_text_wrap(known);
    if (style.unlocked) format_set_unlocked(known);
    format_set_align(known, style.align == HorizontalAlign::left     ? LXW_ALIGN_LEFT
                            : style.align == HorizontalAlign::center ? LXW_ALIGN_CENTER
                                                                     : LXW_ALIGN_RIGHT);
    format_set_align(known, LXW_ALIGN_VERTICAL_CENTER);
    if (!style.fill.empty()) format_set_bg_color(known, color_of(style.fill));
    // A cell of text keeps "1/2" or a long number as the clerk typed it.
    if (style.format == NumberFormat::text) format_set_num_format(known, "@");
    if (style.format == NumberFormat::day) format_set_num_format(known, "yyyy\\-mm\\-dd");
    return known;
  }

  lxw_error write_sheet(lxw_worksheet* target, const Sheet& sheet) {
    for (std::size_t i = 0; i < sheet.column_widths.size(); ++i) {
      const auto column = static_cast<lxw_col_t>(i);
      worksheet_set_column(target, column, column, sheet.column_widths[i], nullptr);
    }
    for (const auto& [row, height] : sheet.row_heights) worksheet_set_row(target, row, height, nullptr);
    for (const Cell& cell : sheet.cells) {
      if (const lxw_error error = write_cell(target, cell)) return error;
    }
    for (const EntryRule& entry : sheet.entry_rules) {
      if (const lxw_error error = write_entry_rule(target, entry)) return error;
    }
    for (const Highlight& highlight : sheet.highlights) {
      if (const lxw_error error = write_highlight(target, highlight)) return error;
    }
    for (const Picture& picture : sheet.pictures) {
      if (const lxw_error error = write_picture(target, picture)) return error;
    }
    set_up_page(target, sheet);
    return LXW_NO_ERROR;
  }

  lxw_error write_cell(lxw_worksheet* target, const Cell& cell) {
    const Address to = cell.merged_to;
    lxw_format* style = format(cell.style);
    const bool merged = to > cell.at && (to.row > cell.at.row || to.column > cell.at.column);
    if (merged) {
      const lxw_error error = worksheet_merge_range(target, cell.at.row, cell.at.column, to.row, to.column,
                                                    cell.text.c_str(), style);
      if (error || is_plain(cell)) return error;
    }
    return write_content(target, cell, style);
  }

  static bool is_plain(const Cell& cell) {
    return cell.formula.empty() && !cell.is_number && cell.style.format != NumberFormat::day;
  }

  static lxw_error write_content(lxw_worksheet* target, const Cell& cell, lxw_format* style) {
    const Address at = cell.at;
    if (!cell.formula.empty())
      return worksheet_write_formula_str(target, at.row, at.column, ("=" + cell.formula).c_str(), style,
                                         cell.text.c_str());
    if (cell.text.empty()) return worksheet_write_blank(target, at.row, at.column, style);
    if (cell.is_number)
      return worksheet_write_number(target, at.row, at.column, static_cast<double>(*parse_integer(cell.text)),
                                    style);
    if (cell.style.format == NumberFormat::day) {
      const std::optional<Day> day = parse_day(cell.text);
      const std::int64_t serial = day ? day->time_since_epoch().count() + serial_of_1970 : 0;
      if (serial >= first_sure_serial)
        return worksheet_write_number(target, at.row, at.column, static_cast<double>(serial), style);
    }
    return worksheet_write_string(target, at.row, at.column, cell.text.c_str(), style);
  }

  lxw_error write_entry_rule(lxw_worksheet* target, const EntryRule& entry) {
    EntryRule copy = entry;  // the library wants writable characters
    std::vector<char*> options;
    for (std::string& option : copy.options) options.push_back(option.data());
    options.push_back(nullptr);
    lxw_data_validation rule{};
    switch (entry.kind) {
      case EntryRule::Kind::option:
        rule.validate = LXW_VALIDATION_TYPE_LIST;
        rule.value_list = options.data();
        break;
      case EntryRule::Kind::day:
        rule.validate = LXW_VALIDATION_TYPE_DATE_NUMBER;
        rule.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN;
        rule.value_number = 0;
        break;
      case EntryRule::Kind::anything:
        rule.validate = LXW_VALIDATION_TYPE_ANY;
        break;
    }
    rule.ignore_blank = rule.show_input = rule.show_error = rule.dropdown = LXW_VALIDATION_ON;
    rule.error_type =
        entry.others_allowed ? LXW_VALIDATION_ERROR_TYPE_WARNING : LXW_VALIDATION_ERROR_TYPE_STOP;
    const auto text_or_null = [](std::string& text) { return text.empty() ? nullptr : text.data(); };
    rule.input_title = text_or_null(copy.prompt_title);
    rule.input_message = text_or_null(copy.prompt);
    rule.error_title = text_or_null(copy.error_title);
    rule.error_message = text_or_null(copy.error);
    return worksheet_data_validation_range(target, entry.from.row, entry.from.column, entry.to.row,
                                           entry.to.column, &rule);
  }

  lxw_error write_highlight(lxw_worksheet* target, const Highlight& highlight) {
    const std::string first = name_of({highlight.from.row, highlight.column});
    std::string formula = "=$" + first + "=\"" + replace_all(highlight.text, "\"", "\"\"") + "\"";
    lxw_conditional_format rule{};
    rule.type = LXW_CONDITIONAL_TYPE_FORMULA;
    rule.value_string = formula.data();
    rule.format = workbook_add_format(book_);
    if (!highlight.fill.empty()) format_set_bg_color(rule.format, color_of(highlight.fill));
    if (!highlight.color.empty()) format_set_font_color(rule.format, color_of(highlight.color));
    return worksheet_conditional_format_range(target, highlight.from.row, highlight.from.column,
                                              highlight.to.row, highlight.to.column, &rule);
  }

  lxw_error write_picture(lxw_worksheet* target, const Picture& picture) {
    lxw_image_options options{};
    std::string description = picture.description;
    options.x_scale = options.y_scale = picture.scale;
    options.x_offset = picture.x_offset;
    options.y_offset = picture.y_offset;
    options.object_position = LXW_OBJECT_MOVE_DONT_SIZE;
    options.description = description.data();
    const auto* bytes = reinterpret_cast<const unsigned char*>(picture.bytes.data());
    return worksheet_insert_image_buffer_opt(target, picture.at.row, picture.at.column, bytes,
                                             picture.bytes.size(), &options);
  }

  void set_up_page(lxw_worksheet* target, const Sheet& sheet) {
    worksheet_set_paper(target, paper_a4);
    if (sheet.landscape) worksheet_set_landscape(target);
    // Columns fill the page at full size; where another program measures them wider, they still fit.
    worksheet_fit_to_pages(target, 1, 0);
    worksheet_set_margins(target, side_margin_mm * inch_per_mm, side_margin_mm * inch_per_mm,
                          top_margin_mm * inch_per_mm, bottom_margin_mm * inch_per_mm);
    worksheet_center_horizontally(target);
    if (sheet.repeat_rows) worksheet_repeat_rows(target, sheet.repeat_rows->first, sheet.repeat_rows->second);
    if (const auto& area = sheet.print_area)
      worksheet_print_area(target, area->first.row, area->first.column, area->second.row,
                           area->second.column);
    std::vector<lxw_row_t> breaks(sheet.page_breaks.begin(), sheet.page_breaks.end());
    breaks.push_back(0);  // ends the list
    if (breaks.size() > 1) worksheet_set_h_pagebreaks(target, breaks.data());
    if (sheet.freeze_rows) worksheet_freeze_panes(target, *sheet.freeze_rows, 0);
    set_page_lines(target, sheet);
    if (sheet.zoom != 100) worksheet_set_zoom(target, static_cast<std::uint16_t>(sheet.zoom));
    if (sheet.protect) {
      lxw_protection allowed{};
      allowed.format_rows = allowed.format_columns = 1;  // a row may be made higher for a long text
      worksheet_protect(target, nullptr, &allowed);
    }
    if (sheet.hidden) worksheet_hide(target);
  }

  static void set_page_lines(lxw_worksheet* target, const Sheet& sheet) {
    lxw_header_footer_options options{};
    options.margin = line_margin_mm * inch_per_mm;
    if (!sheet.header.empty()) worksheet_set_header_opt(target, sheet.header.c_str(), &options);
    if (!sheet.footer.empty()) worksheet_set_footer_opt(target, sheet.footer.c_str(), &options);
  }

  lxw_workbook* book_;
  const Workbook& from_;
  std::map<CellStyle, lxw_format*> formats_;
};

/// A temporary file that goes away with its owner.
class ScratchFile {
 public:
  explicit ScratchFile(const std::string& folder) : path_(folder + "/sheet-XXXXXX.xlsx") {
    const int descriptor = mkstemps(path_.data(), 5);
    if (descriptor < 0) {
      error_ = errno;
    } else {
      close(descriptor);
    }
  }
  ~ScratchFile() {
    if (!error_) std::remove(path_.c_str());
  }
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;
  int error() const { return error_; }
  const std::string& path() const { return path_; }

  /// The whole file; nothing if it cannot be read or is empty.
  std::optional<std::string> content() const {
    std::ifstream stream(path_, std::ios::binary | std::ios::ate);
    const std::streamoff size = stream ? static_cast<std::streamoff>(stream.tellg()) : 0;
    if (size <= 0) return std::nullopt;
    std::string bytes(static_cast<std::size_t>(size), '\0');
    stream.seekg(0);
    if (!stream.read(bytes.data(), size)) return std::nullopt;
    return bytes;
  }

 private:
  std::string path_;
  int error_ = 0;
};

/// For each part the library takes a quarter of a mebibyte and frees it again. Were the memory returned to
/// the system each time, as the allocator has it by default, a third of all time would go into that.
void keep_freed_memory() {
#ifdef __GLIBC__
  static const bool kept = mallopt(M_MMAP_THRESHOLD, 1 << 20) && mallopt(M_TRIM_THRESHOLD, 4 << 20);
  (void)kept;
#endif
}

/// A file that is bytes in memory: no limit of the disk or of the process touches it.
struct MemoryFile {
  std::string bytes;
  std::size_t at = 0;

  static MemoryFile& of(void* cookie) { return *static_cast<MemoryFile*>(cookie); }
  static ssize_t read(void* cookie, char* out, std::size_t size) {
    MemoryFile& file = of(cookie);
    const std::size_t n = file.at < file.bytes.size() ? file.bytes.copy(out, size, file.at) : 0;
    file.at += n;
    return static_cast<ssize_t>(n);
  }
  static ssize_t write(void* cookie, const char* data, std::size_t size) {
    MemoryFile& file = of(cookie);
    if (file.bytes.size() < file.at + size) file.bytes.resize(file.at + size);
    file.bytes.replace(file.at, size, data, size);
    file.at += size;
    return static_cast<ssize_t>(size);
  }
  static int seek(void* cookie, off64_t* offset, int whence) {
    MemoryFile& file = of(cookie);
    const std::int64_t from = whence == SEEK_SET ? 0 : static_cast<std::int64_t>(whence == SEEK_CUR ? file.at : file.bytes.size());
    if (from + *offset < 0) return -1;
    file.at = static_cast<std::size_t>(from + *offset);
    *offset = static_cast<off64_t>(file.at);
    return 0;
  }
  static int close(void* cookie) {
    delete &of(cookie);
    return 0;
  }
};

}  // namespace

/// Stands before the library's own. It builds each part in a temporary file and does not look whether its
/// writing succeeded: on a full or failing disk it would hand out a workbook with pieces missing. In memory
/// nothing of the kind happens, and no part of a checklist lies in a folder for a moment.
extern "C" FILE* lxw_tmpfile(char*) {
  return ::fopencookie(new MemoryFile, "w+b", {MemoryFile::read, MemoryFile::write, MemoryFile::seek, MemoryFile::close});
}

Result<std::string> write_xlsx(const Workbook& workbook, const std::string& scratch_folder) {
  if (Diagnostics found = check_content(workbook); !found.empty()) return found;
  keep_freed_memory();
  const ScratchFile file(scratch_folder);
  if (file.error()) return diagnose(scratch_unusable, Place{}, scratch_folder, std::strerror(file.error()));

  lxw_workbook* book = workbook_new(file.path().c_str());
  if (!book) return diagnose(writer_failed, Place{}, "memory");
  const lxw_error content = Writer(book, workbook).write();
  const lxw_error closed = workbook_close(book);
  if (content || closed) return diagnose(writer_failed, Place{}, lxw_strerror(content ? content : closed));

  const std::optional<std::string> bytes = file.content();
  if (!bytes) return diagnose(scratch_unusable, Place{}, scratch_folder, std::strerror(errno));
  return *bytes;
}

}  // namespace anjuan::sheets
