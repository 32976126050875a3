#pragma once
// The same two-page report for every contender: texts, and who sets them.

#include <string>
#include <vector>

namespace anjuan::paper_benchmark {

struct Row {
  std::string item, result, remark;
};

struct Report {
  std::string title, number;
  std::vector<std::string> paragraphs;
  std::vector<Row> rows;  ///< twelve
  std::string close, signature;
};

/// Report `n` of the batch, from 0: names, numbers and findings differ from report to report.
Report report_of(int n);

/// Which faces are used: glyf ones that every contender can read, or what Debian gives our engine.
enum class Faces { glyf, debian };

/// Files of the glyf faces: text, headings, titles.
inline constexpr const char* text_face = "/usr/share/fonts/truetype/arphic-gbsn00lp/gbsn00lp.ttf";
inline constexpr const char* kai_face = "/usr/share/fonts/truetype/arphic-gkai00mp/gkai00mp.ttf";
inline constexpr const char* bold_face = "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf";

/// Each makes FOLDER/n.pdf for n in 0…count-1, in this process. Returns the exit status.
int set_by_anjuan(int count, const std::string& folder, Faces faces, bool pooled);
int set_by_pango(int count, const std::string& folder);

/// Sets `count` reports and binds them into FOLDER/dossier.pdf, with page numbers and bookmarks.
int bind_by_anjuan(int count, const std::string& folder, Faces faces);

/// Sets a record of `count` photos of four million bytes and binds it, into nothing: for the memory.
int bind_photos_by_anjuan(int count);

/// Prints how the time of our batch is divided, and the floor of packing and writing the same bytes.
void print_phases(int count, const std::string& folder, Faces faces);

}  // namespace anjuan::paper_benchmark
