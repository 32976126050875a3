#include "forms/page_lines.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "forms/messages.h"
#include "sheets/style.h"

namespace anjuan::forms {

namespace {

constexpr std::size_t most_sections = 3;
constexpr std::array<std::string_view, 7> blanks = {"{page}",  "{pages}",  "{case}",   "{serial}",
                                                    "{label}", "{number}", "{version}"};

}  // namespace

Diagnostics check_page_line(const std::string& line, const Place& place) {
  Diagnostics found;
  for (std::size_t at = line.find('{'); at != std::string::npos; at = line.find('{', at + 1)) {
    const std::size_t end = line.find('}', at);
    const std::string blank = line.substr(at, end == std::string::npos ? end : end + 1 - at);
    if (std::find(blanks.begin(), blanks.end(), blank) != blanks.end()) continue;
    found.push_back(diagnose(unknown_blank, place, blank,
                             join(std::vector<std::string>(blanks.begin(), blanks.end()), "、")));
  }
  const std::size_t sections = split(line, '|').size();
  if (sections > most_sections) found.push_back(diagnose(too_many_sections, place, std::to_string(sections)));
  return found;
}

std::string page_line_of(const std::string& line, const Form& form, const SheetInstance& instance) {
  std::vector<std::string> parts = split(line, '|');
  for (std::string& part : parts) {
    part = replace_all(std::move(part), "{label}", form.label);
    part = replace_all(std::move(part), "{number}", form.number);
    part = replace_all(std::move(part), "{version}", form.version);
    part = replace_all(std::move(part), "{case}", instance.case_id.text());
    part = replace_all(std::move(part), "{serial}", instance.serial);
  }
  if (parts.size() < 2) return sheets::page_line("", line.empty() ? "" : parts.front(), "");
  return parts.size() == 2 ? sheets::page_line(parts[0], "", parts[1])
                           : sheets::page_line(parts[0], parts[1], parts[2]);
}

}  // namespace anjuan::forms
