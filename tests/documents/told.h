#pragma once
// Shared by the tests of documents: a template around some blocks, and what a manuscript says.

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "base/text.h"
#include "documents/compose.h"
#include "documents/load_template.h"

namespace anjuan::documents::testing {

/// A template file whose line 2 begins with `body`.
inline std::string template_of(const std::string& body) {
  return "<template xmlns=\"urn:anjuan:template:1\" id=\"sample\" label=\"示范文书\" style=\"record\">\n" +
         body + "\n</template>\n";
}

inline Result<DocumentTemplate> load(const std::string& body) {
  return load_template(template_of(body), "示范.xml");
}

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

/// What a program prints.
inline std::string output_of(const std::string& command) {
  std::FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  std::string all;
  char buffer[4096];
  for (std::size_t n; pipe != nullptr && (n = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;)
    all.append(buffer, n);
  if (pipe != nullptr) pclose(pipe);
  return all;
}

/// Words as they can be compared: without white space.
inline std::string without_space(const std::string& text) {
  std::string kept;
  for (const char32_t c : to_u32(text))
    if (c > U' ' && c != 0x3000) kept += to_utf8(c);
  return kept;
}

/// All that is said, as people read it.
inline std::string rendered(const Diagnostics& all) {
  std::string out;
  for (const Diagnostic& d : all) out += render(d, Language::chinese);
  return out;
}

/// All sentences with place, one per line: 2:14 AJ2401 …
inline std::string listed(const Diagnostics& all, Language language = Language::chinese) {
  std::string out;
  for (const Diagnostic& d : all)
    out += std::to_string(d.place.line) + ":" + std::to_string(d.place.column) + " " + d.row->code + " " +
           sentence(d, language) + "\n";
  return out;
}
template <class T>
std::string listed(const Result<T>& result) {
  return result.ok() ? "" : listed(result.diagnostics());
}

inline std::string words_of(const pages::Runs& runs) {
  std::string out;
  for (const auto& run : runs) out += run.blank_width_um > 0 ? "＿" : run.text;
  return out;
}

std::string words_of(const std::vector<pages::Block>& blocks);

inline std::string words_of(const pages::Block& block) {
  if (const auto* p = std::get_if<pages::Paragraph>(&block)) return words_of(p->runs) + "\n";
  if (const auto* line = std::get_if<pages::SignLine>(&block)) return words_of(line->runs) + "\n";
  if (const auto* signature = std::get_if<pages::Signature>(&block)) {
    std::string out;
    for (const std::string& organ : signature->organs) out += organ + "\n";
    return out + signature->date + "\n";
  }
  std::string out;
  if (const auto* table = std::get_if<pages::Table>(&block))
    for (const auto& row : table->rows)
      for (const auto& cell : row.cells)
        out += "[" + words_of(cell.blocks) + "]" + (&cell == &row.cells.back() ? "\n" : "");
  return out;
}

inline std::string words_of(const std::vector<pages::Block>& blocks) {
  std::string out;
  for (const auto& block : blocks) out += words_of(block);
  return out;
}

/// The words of a composed template, or the problems.
inline std::string told(const std::string& body, const Fields& fields = {}) {
  const auto made = load(body);
  if (!made.ok()) return listed(made);
  const auto manuscript = compose(*made, fields);
  return manuscript.ok() ? words_of(manuscript->blocks) : listed(manuscript);
}

}  // namespace anjuan::documents::testing
