#pragma once
// From a manuscript to positions, from positions to bytes. Lengths are whole micrometres from the
// upper left corner of the page; no floating point decides a position.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "pages/bytes.h"
#include "pages/manuscript.h"

namespace anjuan::pages {

/// Fonts found on this machine (fontconfig) and files named by the caller; immutable, shared.
class Fonts;
/// `extra_folders`: searched before the system's (the bureau's licensed fonts, the build's FandolFang).
Result<std::shared_ptr<const Fonts>> load_fonts(const std::vector<std::string>& extra_folders);

/// How each role looks and where it stands, read from templates/styles/*.xml with its clauses.
struct Style;
Result<std::shared_ptr<const Style>> load_style(std::string_view xml, const std::string& file);
/// The name that Manuscript.style gives.
const std::string& id_of(const Style&);

struct Setting;  // pages with positioned marks

/// Sets the manuscript. Refused: a character that no font has (named), a table column too narrow.
Result<Setting> set_pages(const Manuscript&, const Style&, const Fonts&);

/// Marks as text, one per line, for golden tests.
std::string write_text(const Setting&);

/// What a file says of its fitness for the archive: ISO 19005-1 level B (GB/T 23286.1), 19005-2 levels B
/// and U (the text can be taken out exactly), 19005-3 level B (with other files attached).
enum class Archive { none, b1, b2, u2, b3 };

/// A file that goes along inside a PDF, e.g. the data a paper was made from.
struct Attachment {
  std::string name;  ///< letters, digits, '.', '-' and '_' of ASCII
  std::string media_type, description, bytes;
};

/// The only times and names in a file; same stamp and setting give the same bytes.
struct PdfStamp {
  std::string document_id;  ///< unique: goes into Info and so into /ID
  std::string title, author, subject;
  Moment created;
  Archive archive = Archive::u2;  ///< of a bound volume: at most what its parts allow
  std::vector<Attachment> attachments{};  ///< only with Archive::b3
};
Result<std::string> write_pdf(const Setting&, const Fonts&, const PdfStamp&);
/// The same, handed to the sink as it grows: holds one photo at a time.
Outcome write_pdf(const Setting&, const Fonts&, const PdfStamp&, const Sink&);

/// The fonts of several settings, subset and packed once: each file is larger, a batch is made much faster.
/// Keeps the fonts. A file's bytes then depend on what it is pooled with.
class FontPool;
Result<std::shared_ptr<const FontPool>> pool_fonts(const std::vector<Setting>&, std::shared_ptr<const Fonts>);
/// Of a setting that was pooled.
Result<std::string> write_pdf(const Setting&, const FontPool&, const PdfStamp&);

int page_count(const Setting&);

// ---- binding (merge_pdf.cpp) ----

/// A part of a bound volume: our own setting, or a finished PDF (a scan).
struct VolumePart {
  std::shared_ptr<const Setting> own;
  ReadBytes pdf;
  bool numbered = true;  ///< gets page numbers of the volume (封面, 目录, 备考表 do not)
  std::string bookmark;
};
struct BoundVolume {
  std::vector<int> first_page;  ///< of each part, in the volume's own numbering (0: not numbered)
  std::vector<int> page_counts;
};
/// Binds parts into one PDF, handed to the sink as it grows: own parts share fonts, foreign ones are appended,
/// and those with electronic signatures go along whole as well, because a signature lives only in its own file;
/// volume page numbers stamped upper right (odd) and upper left (even); bookmarks; PDF/A-2 where the parts
/// allow, PDF/A-3b with signed files. Holds one foreign part or one photo at a time in
/// memory.
Result<BoundVolume> bind(const std::vector<VolumePart>&, const Fonts&, const PdfStamp&, const Sink&);

/// A page of A4 for a scan that is a picture (JPEG or PNG): upright, or lying if it is wider than high, as large
/// as the page allows. Refused: files of other kinds, damaged ones.
Result<Setting> page_of_scan(std::string picture, const std::string& file);

/// Pages of a foreign PDF, or why it cannot be read.
Result<int> count_pdf_pages(std::string_view pdf, const std::string& file);

}  // namespace anjuan::pages
