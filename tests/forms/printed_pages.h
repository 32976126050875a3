#pragma once
// What a spreadsheet program prints of a sheet: its pages as poppler measures them, and the cells of the
// sheet laid over them.

#include <gtest/gtest.h>

#include <cstdlib>
#include <map>
#include <string>
#include <vector>

#include "base/text.h"
#include "forms/filled_sheet.h"

namespace anjuan::forms {

struct Word {
  double left, top, right, bottom;  ///< points from the upper left corner
  std::string text;
};

struct PrintedPage {
  double width = 0, height = 0;
  std::vector<Word> words;
};

inline double number_after(const std::string& line, const std::string& name) {
  const std::size_t at = line.find(name + "=\"");
  return at == std::string::npos ? 0 : std::strtod(line.c_str() + at + name.size() + 2, nullptr);
}

/// The output of pdftotext -bbox.
inline std::vector<PrintedPage> pages_in(const std::string& boxes) {
  std::vector<PrintedPage> pages;
  for (const std::string& line : split(boxes, '\n')) {
    if (line.find("<page ") != std::string::npos) {
      pages.push_back({number_after(line, "width"), number_after(line, "height"), {}});
    } else if (line.find("<word ") != std::string::npos) {
      const std::size_t from = line.find('>') + 1;
      std::string text = line.substr(from, line.find("</word>") - from);
      for (const auto& [code, sign] : {std::pair("&lt;", "<"), std::pair("&gt;", ">"),
                                       std::pair("&quot;", "\""), std::pair("&amp;", "&")})
        text = replace_all(std::move(text), code, sign);
      pages.back().words.push_back({number_after(line, "xMin"), number_after(line, "yMin"),
                                    number_after(line, "xMax"), number_after(line, "yMax"), text});
    }
  }
  return pages;
}

/// Turns all workbooks of a folder into PDF with LibreOffice; false if that failed.
inline bool print_all(const std::string& folder) {
  const std::string command = "cd '" + folder + "' && soffice -env:UserInstallation=file://" + folder +
                              "/profile --headless --convert-to pdf *.xlsx >/dev/null 2>&1 && " +
                              "for f in *.pdf; do pdftotext -bbox \"$f\" \"${f%.pdf}.html\" || exit 1; done";
  return std::system(command.c_str()) == 0;
}

/// The page and the band of height that each row of a sheet takes when printed at full size: rows follow
/// each other until the page is full or a break is set, and the repeated row begins each later page.
struct Band {
  std::size_t page;
  double top, bottom;
};
inline std::map<std::uint32_t, Band> bands_of(const sheets::Sheet& sheet, double top, double page_height) {
  std::map<std::uint32_t, Band> bands;
  double used = 0;
  std::size_t page = 0;
  const auto broken = [&](std::uint32_t row) {
    return std::find(sheet.page_breaks.begin(), sheet.page_breaks.end(), row) != sheet.page_breaks.end();
  };
  for (const auto& [row, height] : sheet.row_heights) {
    if (used + height > page_height || broken(row)) {
      ++page;
      used = sheet.repeat_rows ? sheet.row_heights.at(sheet.repeat_rows->first) : 0;
    }
    bands[row] = {page, top + used, top + used + height};
    used += height;
  }
  return bands;
}

inline std::string without_space(std::string text) {
  for (const char* space : {" ", "\n", "\t", "　"}) text = replace_all(std::move(text), space, "");
  return text;
}

/// Text of the words in reading order.
inline std::string text_of(std::vector<Word> words) {
  std::sort(words.begin(), words.end(), [](const Word& a, const Word& b) {
    const double middle_a = (a.top + a.bottom) / 2, middle_b = (b.top + b.bottom) / 2;
    return middle_a < middle_b - 3 || (middle_a < middle_b + 3 && a.left < b.left);
  });
  std::string text;
  for (const Word& word : words) text += word.text;
  return without_space(text);
}

}  // namespace anjuan::forms
