// A checklist of 25 items made by our writer, and the same sheet made by XlsxWriter (python3-xlsxwriter) from
// a description of it: cells, styles, merged cells, drop-down lists, colours, names, the code, the page. Both
// files are read back and must say the same. Processor time of one sheet, the best of several rounds;
// starting Python and reading the description are not counted. Once as both come, with their temporary files
// in a folder on disk; once with all files in memory, where the machine has a place for that.

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <string>

#include "benchmarks/sheets/description.h"
#include "forms/load_form.h"
#include "forms/make_sheet.h"
#include "json/json.h"
#include "sheets/sheets.h"

namespace anjuan::sheets_benchmark {
namespace {

constexpr int rounds = 5, count = 40;
constexpr char form_path[] = ANJUAN_SOURCE_DIR "/forms/law-firm-checklist.xml";
constexpr char script_path[] = ANJUAN_SOURCE_DIR "/tests/benchmarks/sheets/xlsxwriter_sheets.py";

double processor_ms() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

template <class Made>
double best_of(const Made& made) {
  double best = std::numeric_limits<double>::max();
  for (int round = 0; round < rounds; ++round) {
    const double begin = processor_ms();
    for (int i = 0; i < count; ++i) made();
    best = std::min(best, (processor_ms() - begin) / count);
  }
  return best;
}

std::string bytes_in(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

template <class T>
T or_stop(Result<T> result) {
  if (result.ok()) return *std::move(result);
  for (const Diagnostic& d : result.diagnostics()) std::printf("%s\n", render(d, Language::english).c_str());
  std::exit(1);
}

Fields facts() {
  const Value inspector = Fields{{"姓名", "晏知秋"}, {"执法证号", "99012811001"}};
  return {
      {"案件", Fields{{"编号", "2026-LS-001"}}},
      {"任务", Fields{{"编号", "澄司抽〔2026〕1号"}}},
      {"对象", Fields{{"名称", "岚东知度（澄阳）律师事务所"}, {"统一社会信用代码", "31990128MD0100092E"}}},
      {"检查人员", List{inspector, inspector}},
      {"检查方式", List{"实地检查", "书面检查"}}};
}

/// What XlsxWriter takes for the same sheet, in milliseconds; 0 if it failed.
double of_xlsxwriter(const std::string& folder, const sheets::Workbook& book, const std::string& option) {
  std::ofstream(folder + "/sheet.json") << json::write(description_of(book));
  const std::string command = std::string("/usr/bin/python3 '") + script_path + "' '" + folder +
                              "/sheet.json' '" + folder + "/theirs.xlsx' " + std::to_string(rounds) + " " +
                              std::to_string(count) + " " + option;
  FILE* pipe = popen(command.c_str(), "r");
  double best = 0;
  if (pipe && std::fscanf(pipe, "%lf", &best) != 1) std::printf("XlsxWriter failed\n");
  if (pipe) pclose(pipe);
  return best;
}

/// Whether two files say the same: sheets, texts, formulas, merged cells, names.
bool say_the_same(const std::string& ours, const std::string& theirs) {
  const auto a = or_stop(sheets::read_xlsx(ours, "ours")), b = or_stop(sheets::read_xlsx(theirs, "theirs"));
  bool same = a.sheets.size() == b.sheets.size() && a.properties == b.properties;
  for (std::size_t i = 0; same && i < a.sheets.size(); ++i) {
    same = a.sheets[i].name == b.sheets[i].name && a.sheets[i].cells == b.sheets[i].cells &&
           a.sheets[i].formulas == b.sheets[i].formulas &&
           a.sheets[i].merged.size() == b.sheets[i].merged.size() && a.sheets[i].hidden == b.sheets[i].hidden;
  }
  for (const auto& [name, target] : a.names)
    same = same && (name.starts_with("_xlnm") || b.names.contains(name));
  return same;
}

struct Sample {
  sheets::Workbook book;
  double composing = 0;  ///< milliseconds
};

Sample compose() {
  const forms::Form form = or_stop(forms::load_form(bytes_in(form_path), form_path));
  const Fields known = facts();
  const forms::SheetInstance instance{CaseId("2026-LS-001"), "CK-LS-2026-001"};
  Sample sample;
  sample.composing = best_of([&] { sample.book = or_stop(forms::make_sheet(form, known, instance)); });
  return sample;
}

/// Both writers with their files in a folder below `place`.
void compare(const char* title, const std::filesystem::path& place, const Sample& sample,
             const std::string& option) {
  const std::string folder = (place / ("sheets_benchmark-" + std::to_string(getpid()))).string();
  std::filesystem::create_directories(folder);
  std::string ours;
  const double writing = best_of([&] { ours = or_stop(sheets::write_xlsx(sample.book, folder)); });
  std::printf("%s\n  anjuan      %6.2f ms %8zu bytes\n", title, writing, ours.size());
  if (std::system("/usr/bin/python3 -c 'import xlsxwriter' 2>/dev/null") != 0) {
    std::printf("  skipped: python3-xlsxwriter is not here (sh tests/benchmarks/run.sh installs it)\n");
  } else if (const double theirs = of_xlsxwriter(folder, sample.book, option); theirs > 0) {
    const std::string made = bytes_in(folder + "/theirs.xlsx");
    std::printf("  XlsxWriter  %6.2f ms %8zu bytes   the same sheet: %s\n", theirs, made.size(),
                say_the_same(ours, made) ? "yes" : "NO");
    std::printf("  XlsxWriter / anjuan = %.1f   (%.1f with our composing of the sheet counted in)\n",
                theirs / writing, theirs / (writing + sample.composing));
  }
  std::filesystem::remove_all(folder);
}

int measure() {
  const Sample sample = compose();
  const std::string bytes =
      or_stop(sheets::write_xlsx(sample.book, std::filesystem::temp_directory_path().string()));
  const double reading = best_of([&] { or_stop(sheets::read_xlsx(bytes, "ours")); });
  std::printf("composing %.2f ms, reading back %.2f ms\n", sample.composing, reading);
  compare("as both come, in a folder for temporary files", std::filesystem::temp_directory_path(), sample,
          "");
  if (const char* memory = "/dev/shm"; access(memory, W_OK) == 0)
    compare("all files in memory", memory, sample, "in_memory");
  return 0;
}

}  // namespace
}  // namespace anjuan::sheets_benchmark

int main() { return anjuan::sheets_benchmark::measure(); }
