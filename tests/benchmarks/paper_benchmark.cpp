// Two-page reports with a table of twelve rows, made by our paper engine and by Pango with Cairo, ReportLab
// and LibreOffice from the same texts with the same glyf faces; then ours with the faces that Debian gives.
// Each contender runs in a process of its own, once for one report and once for the batch: the difference is
// the processor time of a report, the first the cold start.

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "base/value.h"
#include "benchmarks/paper/report.h"
#include "json/json.h"

namespace anjuan::paper_benchmark {
namespace {

namespace fs = std::filesystem;

constexpr int batch = 200, rounds = 3;

struct Run {
  double wall_ms = 0, processor_ms = 0, peak_mib = 0;
};

/// Runs a program to its end; nothing if it failed.
std::optional<Run> run(const std::vector<std::string>& command) {
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  const auto begin = std::chrono::steady_clock::now();
  std::fflush(stdout);
  const pid_t child = fork();
  if (child == 0) {
    if (std::freopen("/dev/null", "w", stdout) == nullptr ||
        std::freopen("/dev/null", "w", stderr) == nullptr)
      _exit(127);
    execvp(arguments[0], arguments.data());
    _exit(127);
  }
  int status = 0;
  rusage used{};
  if (wait4(child, &status, 0, &used) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
    return std::nullopt;
  const std::chrono::duration<double, std::milli> wall = std::chrono::steady_clock::now() - begin;
  const auto ms = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
  };
  return Run{wall.count(), ms(used.ru_utime) + ms(used.ru_stime), static_cast<double>(used.ru_maxrss) / 1024};
}

/// The best of several runs.
std::optional<Run> best(const std::vector<std::string>& command, int times) {
  std::optional<Run> found;
  for (int i = 0; i < times; ++i) {
    const auto one = run(command);
    if (!one) return std::nullopt;
    if (!found) found = one;
    found->wall_ms = std::min(found->wall_ms, one->wall_ms);
    found->processor_ms = std::min(found->processor_ms, one->processor_ms);
    found->peak_mib = std::min(found->peak_mib, one->peak_mib);
  }
  return found;
}

struct Contender {
  std::string name;
  std::vector<std::string> one, many;  ///< commands for one report and for the batch
  int times = rounds;
};

struct Figures {
  double report_ms = 0, cold_ms = 0, peak_mib = 0;
};

std::optional<Figures> measure(const Contender& contender) {
  const auto one = best(contender.one, contender.times);
  const auto many = one ? best(contender.many, contender.times) : std::nullopt;
  if (!many) return std::nullopt;
  return Figures{(many->processor_ms - one->processor_ms) / (batch - 1), one->wall_ms, many->peak_mib};
}

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : std::string(1, c);
  return out;
}

/// A report as a flat OpenDocument text.
std::string open_document(const Report& report) {
  const auto p = [](const char* style, const std::string& text) {
    return std::string("<text:p text:style-name=\"") + style + "\">" + escaped(text) + "</text:p>\n";
  };
  std::string text = std::string(R"(<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles>
<style:page-layout style:name="a4"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm" fo:margin-top="37mm" fo:margin-bottom="35mm" fo:margin-left="28mm" fo:margin-right="26mm"/></style:page-layout>
)");
  const auto style = [&](const char* name, const char* font, int size, const char* align, const char* indent,
                         const char* height) {
    text += std::string("<style:style style:name=\"") + name +
            "\" style:family=\"paragraph\"><style:paragraph-properties fo:text-align=\"" + align +
            "\" fo:text-indent=\"" + indent + "\" fo:line-height=\"" + height +
            "\"/><style:text-properties style:font-name-asian=\"" + font + "\" style:font-family-asian=\"" +
            font + "\" fo:font-family=\"" + font + "\" style:font-size-asian=\"" + std::to_string(size) +
            "pt\" fo:font-size=\"" + std::to_string(size) + "pt\"/></style:style>\n";
  };
  style("body", "AR PL SungtiL GB", 16, "justify", "32pt", "28.99pt");
  style("title", "Droid Sans Fallback", 22, "center", "0pt", "28.99pt");
  style("number", "AR PL SungtiL GB", 16, "end", "0pt", "28.99pt");
  style("cell", "AR PL SungtiL GB", 12, "start", "0pt", "15pt");
  style("head", "Droid Sans Fallback", 12, "center", "0pt", "15pt");
  style("sign", "AR PL KaitiM GB", 16, "end", "0pt", "28.99pt");
  text +=
      "<style:style style:name=\"box\" style:family=\"table-cell\"><style:table-cell-properties "
      "fo:border=\"0.5pt solid #000000\"/></style:style>\n"
      "</office:automatic-styles><office:master-styles><style:master-page style:name=\"Standard\" "
      "style:page-layout-name=\"a4\"/></office:master-styles>"
      "<office:body><office:text>\n";
  text += p("title", report.title) + p("number", report.number);
  for (const std::string& paragraph : report.paragraphs) text += p("body", paragraph);
  const auto row = [&](const char* name, const std::vector<std::string>& cells) {
    text += "<table:table-row>";
    for (const std::string& cell : cells)
      text += "<table:table-cell table:style-name=\"box\">" + p(name, cell) + "</table:table-cell>";
    text += "</table:table-row>\n";
  };
  text += "<table:table><table:table-column table:number-columns-repeated=\"4\"/>";
  row("head", {"序号", "项目", "结果", "说明"});
  for (std::size_t i = 0; i < report.rows.size(); ++i)
    row("cell", {std::to_string(i + 1), report.rows[i].item, report.rows[i].result, report.rows[i].remark});
  text += "</table:table>" + p("body", report.close) + p("sign", report.signature);
  return text + "</office:text></office:body></office:document>\n";
}

/// The texts for those who cannot call report_of.
void write_texts(const std::string& folder) {
  List reports;
  for (int n = 0; n < batch; ++n) {
    const Report report = report_of(n);
    List paragraphs, rows;
    for (const std::string& text : report.paragraphs) paragraphs.push_back(Value(text));
    for (const Row& row : report.rows)
      rows.push_back(Value(List{Value(row.item), Value(row.result), Value(row.remark)}));
    reports.push_back(Value(Fields{{"title", Value(report.title)},
                                   {"number", Value(report.number)},
                                   {"paragraphs", Value(paragraphs)},
                                   {"rows", Value(rows)},
                                   {"close", Value(report.close)},
                                   {"signature", Value(report.signature)}}));
    std::ofstream(folder + "/" + std::to_string(n) + ".fodt") << open_document(report);
  }
  std::ofstream(folder + "/reports.json") << json::write_plain(Value(reports));
}

std::vector<Contender> contenders(const std::string& self, const std::string& folder) {
  const auto own = [&](const char* who) {
    return Contender{
        who, {self, "--make", who, "1", folder}, {self, "--make", who, std::to_string(batch), folder}};
  };
  std::vector<Contender> all{own("ours"), own("ours, pooled"), own("Pango/Cairo")};
  const std::string script = ANJUAN_SOURCE_DIR "/tests/benchmarks/paper/reportlab_reports.py";
  const auto python = [&](int count) {
    return std::vector<std::string>{"/usr/bin/python3", script,  std::to_string(count), folder, text_face,
                                    bold_face,          kai_face};
  };
  all.push_back({"ReportLab", python(1), python(batch), 1});
  Contender office{"LibreOffice", {}, {}, 1};
  for (const int count : {1, batch}) {
    std::vector<std::string> command{"soffice",
                                     "-env:UserInstallation=file://" + folder + "/profile",
                                     "--headless",
                                     "--convert-to",
                                     "pdf",
                                     "--outdir",
                                     folder + "/office"};
    for (int n = 0; n < count; ++n) command.push_back(folder + "/" + std::to_string(n) + ".fodt");
    (count == 1 ? office.one : office.many) = std::move(command);
  }
  all.push_back(std::move(office));
  all.push_back(own("ours, Debian's faces"));
  all.push_back(own("ours, Debian's faces, pooled"));
  return all;
}

int make(const std::string& who, int count, const std::string& folder) {
  if (who == "Pango/Cairo") return set_by_pango(count, folder);
  if (who == "dossier") return bind_by_anjuan(count, folder, Faces::debian);
  if (who == "photos") return bind_photos_by_anjuan(count);
  const Faces faces = who.find("Debian") == std::string::npos ? Faces::glyf : Faces::debian;
  return set_by_anjuan(count, folder, faces, who.find("pooled") != std::string::npos);
}

int compare(const std::string& self) {
  std::string pattern = (fs::temp_directory_path() / "paper-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) return 3;
  write_texts(pattern);
  run({"soffice", "-env:UserInstallation=file://" + pattern + "/profile", "--headless",
       "--terminate_after_init"});
  std::printf("%-30s %10s %10s %10s %8s\n", "", "ms/report", "cold ms", "peak MiB", "ratio");
  double ours = 0;
  for (const Contender& contender : contenders(self, pattern)) {
    const auto figures = measure(contender);
    if (!figures) {
      std::printf("%-30s not run: it is not installed or failed\n", contender.name.c_str());
      continue;
    }
    if (ours == 0) ours = figures->report_ms;
    std::printf("%-30s %10.2f %10.1f %10.1f %8.1f\n", contender.name.c_str(), figures->report_ms,
                figures->cold_ms, figures->peak_mib, figures->report_ms / ours);
  }
  std::printf(
      "ms/report: processor time of one more report of a batch of %d; ratio: to ours with the same glyf "
      "faces\n",
      batch);
  print_phases(50, pattern, Faces::glyf);
  print_phases(50, pattern, Faces::debian);
  if (const auto bound = best({self, "--make", "dossier", "2000", pattern}, 1)) {
    std::printf("a dossier of 4,000 pages, set and bound with Debian's faces: %.2f s, peak %.0f MiB, %.1f MiB of file\n",
                bound->processor_ms / 1e3, bound->peak_mib, static_cast<double>(fs::file_size(pattern + "/dossier.pdf")) / 1048576);
  }
  const auto some = best({self, "--make", "photos", "40", pattern}, 1), many = best({self, "--make", "photos", "400", pattern}, 1);
  if (some && many) {
    std::printf("photos of 4 MB, set and bound: 400 of them in %.2f s, peak %.0f MiB; 40 of them %.0f MiB\n", many->processor_ms / 1e3,
                many->peak_mib, some->peak_mib);
  }
  std::error_code ignored;
  fs::remove_all(pattern, ignored);
  return 0;
}

}  // namespace
}  // namespace anjuan::paper_benchmark

int main(int count, char** arguments) {
  using namespace anjuan::paper_benchmark;
  if (count == 5 && std::strcmp(arguments[1], "--make") == 0)
    return make(arguments[2], std::atoi(arguments[3]), arguments[4]);
  return compare("/proc/self/exe");
}
