// How fast definitions are explored: a procedure of about 60 states with data, and regions whose
// product is 100,000 standings. Prints times, standings a second and memory.

#include <chrono>
#include <cstdio>
#include <string>

#include "analysis/analyse.h"
#include "procedure/procedure.h"

namespace anjuan {
namespace {

std::string chart(const std::string& inside) {
  return "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" xmlns:aj=\"urn:anjuan:paperwork:1\" "
         "version=\"1.0\">" +
         inside + "</scxml>";
}

/// 60 states in a row with returns, decisions on data, limits and papers.
std::string procedure_of_sixty() {
  std::string inside =
      "<datamodel><data id=\"问题数\" aj:type=\"integer\" expr=\"0\"/><data id=\"退回\" aj:type=\"boolean\" "
      "expr=\"false\"/>"
      "<data id=\"程度\" aj:type=\"choice\" aj:choices=\"轻微|一般|严重\"/></datamodel>";
  for (int i = 0; i < 59; ++i) {
    const std::string here = "s" + std::to_string(i), next = i == 58 ? "end" : "s" + std::to_string(i + 1);
    inside +=
        "<state id=\"" + here + "\"><onentry><aj:time-limit id=\"t" + std::to_string(i % 8) +
        "\" length=\"5\" unit=\"working-days\" after=\"日期\" on-due=\"届满" + std::to_string(i % 8) +
        "\"/></onentry>"
        "<transition event=\"届满" +
        std::to_string(i % 8) +
        "\" aj:by=\"system\"/>"
        "<transition event=\"办\" cond=\"程度 != '严重' 并且 问题数 &lt; 3\" target=\"" +
        next +
        "\"><aj:input data=\"程度\"/><assign location=\"问题数\" expr=\"问题数 + 1\"/><aj:end-time-limit "
        "id=\"t" +
        std::to_string(i % 8) +
        "\"/></transition>"
        "<transition event=\"办\" target=\"" +
        next +
        "\"><aj:input data=\"程度\"/><assign location=\"问题数\" expr=\"0\"/><aj:end-time-limit id=\"t" +
        std::to_string(i % 8) +
        "\"/></transition>"
        "<transition event=\"退\" cond=\"!退回\" target=\"s" +
        std::to_string(i / 2) + "\"><assign location=\"退回\" expr=\"真\"/><aj:end-time-limit id=\"t" +
        std::to_string(i % 8) + "\"/></transition></state>";
  }
  return chart(inside +
               "<final id=\"end\"/><aj:assert label=\"总能办结\" from=\"s0\" reaches=\"end\"/>"
               "<aj:assert label=\"先过三十\" every-path-to=\"end\" passes=\"s30\"/>");
}

/// Five regions of ten states: 10^5 standings, and one more where all have ended.
std::string regions() {
  std::string inside = "<parallel id=\"p\">";
  for (int r = 0; r < 5; ++r) {
    inside += "<state id=\"r" + std::to_string(r) + "\">";
    for (int s = 0; s < 10; ++s) {
      const std::string id = "r" + std::to_string(r) + "s" + std::to_string(s);
      inside += "<state id=\"" + id + "\"><transition event=\"e" + id + "\" target=\"r" + std::to_string(r) +
                "s" + std::to_string((s + 1) % 10) + "\"/></state>";
    }
    inside += "</state>";
  }
  return chart(inside +
               "<transition event=\"end\" target=\"z\"/></parallel><final id=\"z\"/><aj:assert "
               "label=\"总能办结\" from=\"p\" reaches=\"z\"/>");
}

void measure(const char* what, const std::string& xml) {
  const auto definition = procedure::load(xml, what);
  if (!definition.ok()) {
    std::printf("%s: %s\n", what, render(definition.diagnostics()[0], Language::english).c_str());
    return;
  }
  const auto begin = std::chrono::steady_clock::now();
  const analysis::Report report =
      analysis::analyse(**definition, {{"日期", *expression::parse_type("date")}}, {}, {});
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  std::printf(
      "%-28s %8.1f ms  %8zu standings  %8zu steps  %9.0f standings/s  %6.1f MB  %zu of %zu proved, %zu "
      "remarks\n",
      what, seconds * 1000, report.scenes, report.steps, static_cast<double>(report.scenes) / seconds,
      static_cast<double>(report.bytes) / 1e6, report.proved.size(), report.assertions, report.found.size());
}

}  // namespace
}  // namespace anjuan

int main() {
  anjuan::measure("procedure of 60 states", anjuan::procedure_of_sixty());
  anjuan::measure("5 regions of 10 states", anjuan::regions());
}
