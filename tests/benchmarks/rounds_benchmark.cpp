// Cases of many years, played from the draw to the bound dossier in one office: every act that people do, every paper,
// sheet and volume, each act durable before the next. A line for each round tells what one of its cases cost, so that
// what grows with the office can be seen; at the end the office is verified. The definitions are those of the project
// but for the yearly cap on inspections of one target, which is lifted: else ten thousand cases need as many targets.
//
// Usage: rounds_benchmark [CASES [TARGETS [FOLDER]]]     (10000 cases of 100 targets; three in ten are drawn each time)

#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <string>

#include "base/text.h"
#include "benchmarks/rounds/county.h"
#include "benchmarks/rounds/script_of.h"
#include "cases/case_value.h"
#include "cli/office_folder.h"
#include "cli/terminal.h"
#include "handling/due.h"
#include "store/verify_store.h"
#include "stories/player.h"
#include "stories/scratch_office.h"

namespace anjuan::rounds_benchmark {
namespace {

namespace fs = std::filesystem;

double seconds() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

double processor_seconds() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

/// Memory in use now, and at most so far; MiB.
long memory_now() {
  long pages = 0;
  std::ifstream("/proc/self/statm").ignore(32, ' ') >> pages;
  return pages * ::sysconf(_SC_PAGESIZE) >> 20;
}
long memory_at_most() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

[[noreturn]] void stop(const Diagnostics& why, const std::string& where) {
  for (const Diagnostic& d : why) std::fputs((where + ": " + render(d, Language::chinese)).c_str(), stderr);
  std::exit(1);
}

template <class T>
T well(Result<T> result, const std::string& where) {
  if (!result.ok()) stop(result.diagnostics(), where);
  return std::move(result).value();
}

std::string bytes_in(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

void write(const std::string& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

bool read_whole(const std::string& path, std::string& bytes) {
  bytes = bytes_in(path);
  return !bytes.empty();
}

void lift_cap(std::string& xml) {
  const std::string cap = "<aj:parameter id=\"检查频次上限\"", value = "value=\"2\"";
  const std::size_t at = xml.find(cap);
  if (at != std::string::npos) xml.replace(xml.find(value, at), value.size(), "value=\"1000\"");
}

/// The county, its office, and what was done in it.
class Years {
 public:
  Years(const std::string& folder, int targets, int inspectors) : folder_(folder) {
    const std::string source = ANJUAN_SOURCE_DIR;
    const County county = make_county(targets, inspectors, bytes_in(source + "/examples/county/bureau.xml"));
    inspectors_ = county.inspectors;
    write(folder + "/机构.csv", county.targets_csv);
    write(folder + "/人员.csv", county.inspectors_csv);
    write(folder + "/bureau.xml", county.bureau_xml);
    auto files = well(cli::read_definitions({source + "/workflows", source + "/forms", source + "/templates", folder + "/bureau.xml"}), "definitions");
    for (handling::SourceFile& file : files) lift_cap(file.bytes);
    const auto definitions = well(stories::load_definitions(std::move(files)), "definitions");
    const auto fonts = well(pages::load_fonts({source + "/build/fonts"}), "fonts");
    office_ = well(stories::ScratchOffice::make(folder + "/office", definitions, fonts, stories::morning_of(*parse_day("2025-01-05")), "陆明舟"), "office");
    play("记录人 陆明舟\n日期 2025-01-06\n导入 检查对象 机构.csv 理由 年度更新\n导入 执法检查人员 人员.csv 理由 年度更新\n导入 抽查事项 " + source +
         "/examples/county/抽查事项清单.csv 理由 年度更新\n");
  }

  /// One round, whole; gives its cases.
  std::size_t play_round(const std::string& name, Day drawn) {
    const stories::Performed confirmed = play(acts_until_draw(name, drawn, inspectors_));
    std::vector<DrawnCase> cases;
    for (const CaseId& id : confirmed.receipt.opened) cases.push_back(drawn_case(id, static_cast<int>(cases.size())));
    for (const DrawnCase& c : cases) play(acts_of_case(c, drawn));
    play(acts_of_publication(name, drawn, 1));
    for (const DrawnCase& c : cases) play(acts_of_archive(c, drawn));
    play(acts_of_round_archive(name, drawn));
    return cases.size();
  }

  /// What is due now, as a clerk would ask in the morning; seconds.
  double ask_what_is_due(Day on) {
    const double begin = seconds();
    const auto reading = well(office_->office().store.read(), "due");
    well(handling::list_due(*reading, office_->definitions().calendar, on, ""), "due");
    return seconds() - begin;
  }

  int acts() const { return acts_; }
  std::string folder() const { return folder_ + "/office"; }
  /// Seconds by kind of act since the last time this was asked.
  std::map<std::string, double> take_times() { return std::exchange(times_, {}); }

 private:
  stories::Performed play(const std::string& script) {
    stories::Performed last;
    for (const stories::ScriptAct& act : well(stories::read_script(script, "script"), script)) {
      stories::Player player(office_->office(), desk_, folder_, read_whole);
      const double begin = seconds();
      last = well(player.perform(act), act.verb + " " + join(act.words, " "));
      if (last.receipt.journal_n == 0 && !last.imported) continue;  // what only lies on the desk
      ++acts_;
      times_[act.verb == "办" ? act.word(1) : act.verb] += seconds() - begin;
    }
    return last;
  }

  DrawnCase drawn_case(const CaseId& id, int ordinal) {
    const auto reading = well(office_->office().store.read(), "case");
    const cases::Case c = cases::case_from(well(reading->load_case(id), "case").body);
    DrawnCase out{id.text(), c.target.field("名称").text_or_empty(), {}, false};
    for (const Value& inspector : c.inspectors.list()) out.team.push_back(inspector.field("姓名").text_or_empty());
    out.rectified = ordinal % 4 == 0 && c.target.field("业务类别").text_or_empty() == "基层法律服务所";
    return out;
  }

  std::string folder_;
  std::vector<Inspector> inspectors_;
  std::unique_ptr<stories::ScratchOffice> office_;
  stories::Desk desk_;
  int acts_ = 0;
  std::map<std::string, double> times_;
};

std::uintmax_t size_of_files(const std::string& office) {
  std::uintmax_t size = 0;
  for (const auto& entry : fs::recursive_directory_iterator(office + "/files")) size += entry.is_regular_file() ? entry.file_size() : 0;
  return size;
}

void print_slowest(const std::map<std::string, double>& times) {
  std::multimap<double, std::string, std::greater<>> slowest;
  double all = 0;
  for (const auto& [kind, took] : times) slowest.emplace(took, kind), all += took;
  int shown = 0;
  for (const auto& [took, kind] : slowest) {
    if (++shown > 8) break;
    std::printf("    %4.1f %%  %s\n", took / all * 100, kind.c_str());
  }
}

void verify(const std::string& office) {
  const double begin = seconds();
  const store::Verified verified = store::verify_store(store::Layout::of(office), {});
  if (!verified.found.empty()) stop(verified.found, "verify");
  std::printf("verified: %lld entries and every file in %.1f s; memory at most %ld MiB\n", static_cast<long long>(verified.head.n), seconds() - begin, memory_at_most());
}

int run(std::size_t wanted, int targets, const std::string& folder) {
  fs::remove_all(folder);
  fs::create_directories(folder);
  Years years(folder, targets, std::max(8, targets / 15));
  std::printf("%9s %7s %7s %10s %10s %8s %8s %8s %9s %9s\n", "cases", "round", "acts", "ms/case", "cpu/case", "due ms", "MiB now", "MiB max", "db MiB", "files MiB");
  std::size_t cases = 0;
  const double begin = seconds();
  const int rounds = 1 + static_cast<int>(wanted) * 10 / (targets * 3);  // in the years whose law and calendar there are
  for (int n = 1; cases < wanted; ++n) {
    const Day drawn = *parse_day("2025-01-20") + std::chrono::days((n - 1) * 640 / std::max(rounds, 1));
    const int acts = years.acts();
    const double wall = seconds(), cpu = processor_seconds();
    const std::size_t of_round = years.play_round("2025-" + std::to_string(n), drawn);
    const double per_case = 1e3 / static_cast<double>(of_round);
    cases += of_round;
    std::printf("%9zu %7d %7d %10.1f %10.1f %8.1f %8ld %8ld %9ju %9ju\n", cases, n, years.acts() - acts, (seconds() - wall) * per_case,
                (processor_seconds() - cpu) * per_case, years.ask_what_is_due(drawn) * 1e3, memory_now(), memory_at_most(),
                fs::file_size(years.folder() + "/office.db") >> 20, size_of_files(years.folder()) >> 20);
    if (n % 50 == 0 || cases >= wanted) print_slowest(years.take_times());
    std::fflush(stdout);
  }
  std::printf("%zu cases, %d acts in %.0f s\n", cases, years.acts(), seconds() - begin);
  std::fflush(stdout);
  verify(years.folder());
  return 0;
}

}  // namespace
}  // namespace anjuan::rounds_benchmark

int main(int count, char** words) {
  return anjuan::rounds_benchmark::run(count > 1 ? static_cast<std::size_t>(std::atoi(words[1])) : 10'000, count > 2 ? std::atoi(words[2]) : 100,
                                       count > 3 ? words[3] : "build/benchmarks/rounds");
}
