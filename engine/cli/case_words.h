#pragma once
// What `show` and `why` say alike of a case: its heading, what may be done, limits and papers.

#include <string>
#include <vector>

#include "cli/office_folder.h"
#include "handling/why.h"

namespace anjuan::cli {

/// Opens the office and looks a case up for a command; reports what is wrong.
struct AskedCase {
  std::unique_ptr<OpenOffice> office;
  std::unique_ptr<cases::Reading> reading;
  handling::CaseView view;
  Day on{};
};
Result<AskedCase> ask_case(const Terminal&, const std::string& case_id, const std::string& on);

/// The day of --on, else today. Refused: no date.
Result<Day> asked_day(const Terminal&, const std::string& on);

void print_heading(Terminal&, const AskedCase&);
/// "承办人：张三、李四", "被检查人（外单位）", "不限"; who may do it.
std::string who_words(const handling::NextAct&, Language);
/// Inputs with type and whether they are required, one per line.
std::string input_words(const procedure::Opportunity&, Language, std::string_view indent);
/// What stands in the way, one sentence per line.
std::string obstacle_words(const procedure::Opportunity&, Language, std::string_view indent);
/// Open limits in columns.
std::string limit_words(const std::vector<handling::DueRow>&, Language, std::string_view indent);
/// "检查报告 澄司检报〔2026〕3号（W05）"
std::string paper_name(const cases::Paper&, const CaseId&);

}  // namespace anjuan::cli
