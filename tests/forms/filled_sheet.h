#pragma once
// A sheet of the sample county, made, filled and read back in memory.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include "forms/load_form.h"
#include "forms/make_sheet.h"
#include "forms/read_sheet.h"
#include "sheets/sheets.h"

namespace anjuan::forms {

inline std::string file_bytes(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  EXPECT_TRUE(stream.good()) << path;
  return {std::istreambuf_iterator<char>(stream), {}};
}

inline std::string form_text(const std::string& name) {
  return file_bytes(std::string(ANJUAN_SOURCE_DIR "/forms/") + name + ".xml");
}

inline std::string told(const Diagnostics& list) {
  std::string text;
  for (const Diagnostic& d : list) text += render(d, Language::chinese);
  return text;
}

inline Form shipped_form(const std::string& name = "law-firm-checklist") {
  Result<Form> form = load_form(form_text(name), "forms/" + name + ".xml");
  if (!form.ok()) {
    ADD_FAILURE() << told(form.diagnostics());
    return {};
  }
  return *std::move(form);
}

inline Fields sample_facts() {
  const auto inspector = [](const char* name, const char* number) {
    return Value(Fields{{"姓名", name}, {"执法证号", number}});
  };
  return {{"案件", Fields{{"编号", "2026-LS-001"}, {"序号", 1}}},
          {"任务", Fields{{"编号", "澄司抽〔2026〕1号"}, {"名称", "2026年第一次随机抽查"}}},
          {"对象", Fields{{"名称", "岚东知度（澄阳）律师事务所"},
                          {"统一社会信用代码", "31990128MD0100092E"},
                          {"业务类别", "律师事务所"}}},
          {"检查人员", List{inspector("晏知秋", "99012811001"), inspector("詹䶮", "99012811008")}},
          {"检查方式", List{"实地检查", "书面检查"}}};
}

inline const SheetInstance sample_instance{CaseId("2026-LS-001"), "CK-LS-2026-001"};

inline std::string scratch() {
  const std::string folder = ANJUAN_BINARY_DIR "/scratch-forms";
  std::filesystem::create_directories(folder);
  return folder;
}

inline sheets::Workbook sample_workbook(const Form& form) {
  Result<sheets::Workbook> book = make_sheet(form, sample_facts(), sample_instance);
  if (!book.ok()) {
    ADD_FAILURE() << told(book.diagnostics());
    return {};
  }
  book->created_seconds = 1789000000;
  return *std::move(book);
}

inline std::string bytes_of(const sheets::Workbook& book) {
  Result<std::string> bytes = sheets::write_xlsx(book, scratch());
  if (!bytes.ok()) ADD_FAILURE() << told(bytes.diagnostics());
  return bytes.ok() ? *bytes : "";
}

inline sheets::ReadWorkbook read_book(const std::string& bytes) {
  Result<sheets::ReadWorkbook> book = sheets::read_xlsx(bytes, "检查表.xlsx");
  if (!book.ok()) ADD_FAILURE() << told(book.diagnostics());
  return book.ok() ? *book : sheets::ReadWorkbook{};
}

/// Where the column with this label stands, and the row of the item with this code.
inline std::uint16_t column_of(const Form& form, const std::string& id) {
  for (std::size_t i = 0; i < form.columns.size(); ++i) {
    if (form.columns[i].id == id) return static_cast<std::uint16_t>(i);
  }
  ADD_FAILURE() << "no column " << id;
  return 0;
}
inline std::uint32_t row_of(const sheets::ReadSheet& sheet, const std::string& text) {
  for (const auto& [at, content] : sheet.cells) {
    if (content == text) return at.row;
  }
  ADD_FAILURE() << "no cell with " << text;
  return 0;
}

/// A sheet as read, with the means of filling it by item code and column id.
class FilledSheet {
 public:
  explicit FilledSheet(Form form)
      : form_(std::move(form)), book_(read_book(bytes_of(sample_workbook(form_)))) {}

  const Form& form() const { return form_; }
  sheets::ReadWorkbook& book() { return book_; }
  sheets::ReadSheet& sheet() { return book_.sheets.at(0); }

  void fill(const std::string& code, const std::string& column, const std::string& text) {
    sheet().cells[{row_of(sheet(), code), column_of(form_, column)}] = text;
  }
  sheets::Address address(const std::string& code, const std::string& column) {
    return {row_of(sheet(), code), column_of(form_, column)};
  }
  /// The cell to the right of a label of the header or footer.
  sheets::Address field(const std::string& label) {
    for (const auto& placed : bookmarks()) {
      if (placed.first == label) return placed.second;
    }
    ADD_FAILURE() << "no field " << label;
    return {};
  }
  void fill_field(const std::string& label, const std::string& text) { sheet().cells[field(label)] = text; }

  /// All items good, the date filled.
  FilledSheet& all_good() {
    for (const Item& item : form_.items) fill(item.code, "结果", "符合");
    fill_field("检查日期", "2026-09-10");
    return *this;
  }

  Result<Fields> read(const SheetInstance& expected = sample_instance) const {
    return read_sheet(form_, book_, expected, "检查表.xlsx");
  }
  /// "code cell" of each refusal.
  std::vector<std::string> refusals(const SheetInstance& expected = sample_instance) const {
    const Result<Fields> result = read(expected);
    std::vector<std::string> list;
    if (!result.ok()) {
      for (const Diagnostic& d : result.diagnostics())
        list.push_back(std::string(d.row->code) + " " + d.place.within.zh);
    }
    return list;
  }

 private:
  std::vector<std::pair<std::string, sheets::Address>> bookmarks() {
    std::vector<std::pair<std::string, sheets::Address>> list;
    const sheets::Workbook made = sample_workbook(form_);
    for (std::size_t i = 0; i + 1 < made.sheets[0].cells.size(); ++i) {
      list.push_back({made.sheets[0].cells[i].text, made.sheets[0].cells[i + 1].at});
    }
    return list;
  }

  Form form_;
  sheets::ReadWorkbook book_;
};

using Strings = std::vector<std::string>;

}  // namespace anjuan::forms
