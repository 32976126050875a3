// A register of a million objects as CSV: read by Python's csv module (cells only), read and checked by us
// (types, credit codes, dates, words, nothing twice), and imported whole by the command into an office, the
// first version and the next, which is compared with the first. Wall time, since that is what a clerk waits
// for; the goal is 10 s for the command. ANJUAN_ROWS=100000 in the environment makes it smaller.

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "registers/import.h"
#include "registers/register.h"

namespace anjuan::registers_benchmark {
namespace {

namespace fs = std::filesystem;

constexpr char alphabet[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/// A credit code with its check character, from a number.
std::string credit_code(int n) {
  std::string code = "31990128";
  char serial[16];
  std::snprintf(serial, sizeof serial, "MD%07d", n);
  code += serial;
  int sum = 0, weight = 1;
  for (const char c : code) {
    sum += static_cast<int>(std::string(alphabet).find(c)) * weight;
    weight = weight * 3 % 31;
  }
  return code + alphabet[(31 - sum % 31) % 31];
}

std::string table(int rows) {
  const char* const trades[] = {"律师事务所", "公证机构", "基层法律服务所"};
  std::string out =
      "序号,对象编号,业务类别,机构名称,统一社会信用代码,执业许可证号,组织形式,负责人,住所,联系电话,设立日期,执业人员数,主管股室,执业状态,"
      "是否按涉企检查管理,信用风险等级,近12个月投诉举报件数,近三年行政处罚次数,本年度已检查次数,上次检查日期,纳入日期,退出日期,退出原因,备注\n";
  for (int i = 0; i < rows; ++i) {
    const std::string n = std::to_string(i), code = credit_code(i);
    out += n + ",O" + n + "," + trades[i % 3] + ",岚东第" + n + "法律服务机构," + code + ",L" + n + ",普通合伙,负责人" + n + ",澄阳县建安路" + n +
           "号,0999-7210011,2009-05-18," + std::to_string(i % 40) + ",律师工作股," + (i % 50 == 0 ? "停业整顿" : "正常") + ",是," + "ABCD"[i % 4] + "," +
           std::to_string(i % 3) + ",0,0,2025-09-16,2021-12-20,,,\n";
  }
  return out;
}

double seconds_of(const std::string& command) {
  const auto begin = std::chrono::steady_clock::now();
  const int status = std::system((command + " >/dev/null 2>&1").c_str());
  const double took = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  if (status != 0) {
    std::printf("failed: %s\n", command.c_str());
    std::exit(1);
  }
  return took;
}

std::string bytes_in(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

int run() {
  const char* const asked = std::getenv("ANJUAN_ROWS");
  const int rows = asked ? std::atoi(asked) : 1000000;
  const fs::path folder = fs::temp_directory_path() / "anjuan-registers-benchmark";
  fs::remove_all(folder);
  fs::create_directories(folder);
  const std::string file = (folder / "名录.csv").string(), bytes = table(rows);
  std::ofstream(file, std::ios::binary) << bytes;
  std::printf("%d rows, %zu MB\n", rows, bytes.size() >> 20);

  const double python = seconds_of("python3 -c \"import csv,sys; print(sum(1 for r in csv.reader(open(sys.argv[1],encoding='utf-8'))))\" '" + file + "'");
  std::printf("Python csv.reader, cells only     %6.2f s\n", python);

  const std::string map = ANJUAN_SOURCE_DIR "/workflows/registers.xml";
  const auto mapping = registers::load_mapping(bytes_in(map), map);
  const auto begin = std::chrono::steady_clock::now();
  const auto imported = registers::import_rows<registers::InspectionTarget>({*mapping, bytes, file, make_day(2026, 8, 31)});
  const double read = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  if (!imported.ok() || imported->rows.size() != static_cast<std::size_t>(rows)) return std::puts("the rows were not read"), 1;
  std::printf("read and checked                  %6.2f s  %5.2f of Python\n", read, read / python);

  const std::string source = ANJUAN_SOURCE_DIR, program = source + "/build/anjuan", office = (folder / "office").string();
  std::string init = "'" + program + "' init '" + office + "' --bureau '" + source + "/examples/county/bureau.xml'";
  for (const char* definitions : {"workflows", "forms", "templates"}) init += " --definitions '" + source + "/" + definitions + "'";
  seconds_of(init);
  const std::string import = "'" + program + "' import --office '" + office + "' --as targets --by 陆明舟 --recorder 陆明舟 --on 2026-08-31 --reason 年度更新 '" + file + "'";
  const double first = seconds_of(import), second = seconds_of(import);
  std::printf("anjuan import, first version      %6.2f s  %5.2f of Python\n", first, first / python);
  std::printf("anjuan import, compared and next  %6.2f s  %5.2f of Python\n", second, second / python);
  fs::remove_all(folder);
  return 0;
}

}  // namespace
}  // namespace anjuan::registers_benchmark

int main() { return anjuan::registers_benchmark::run(); }
