#pragma once
// An exercise office in a folder of its own, with the shipped procedures, forms and templates and the
// sample county's bureau. What is slow (definitions, fonts) is loaded once for each program.

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/digest.h"
#include "base/text.h"
#include "cases/case.h"
#include "cases/case_value.h"
#include "cli/office_folder.h"
#include "handling/adopt.h"
#include "handling/handle.h"
#include "json/json.h"
#include "store/sqlite_store.h"

namespace anjuan::support {

namespace fs = std::filesystem;

/// A folder that goes with its owner; in memory where the system has such a place.
class TemporaryFolder {
 public:
  TemporaryFolder() : path_((::access("/dev/shm", W_OK) == 0 ? "/dev/shm/" : ::testing::TempDir()) + "anjuan-office-XXXXXX") {
    EXPECT_NE(::mkdtemp(path_.data()), nullptr);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

inline std::string shown(const Diagnostics& found, Language language = Language::chinese) {
  std::string text;
  for (const Diagnostic& d : found) text += render(d, language);
  return text;
}
template <class T>
std::string shown(const Result<T>& result) {
  return result.ok() ? "" : shown(result.diagnostics());
}

/// The code of the first diagnostic, "" when the result is well.
template <class T>
std::string code_of(const Result<T>& result) {
  return result.ok() ? "" : result.diagnostics().front().row->code;
}
inline bool has_code(const Diagnostics& found, const std::string& code) {
  for (const Diagnostic& d : found) {
    if (d.row->code == code) return true;
  }
  return false;
}

/// The value of a result that must be well; else this test ends.
template <class T>
T well(Result<T> result) {
  if (!result.ok()) throw std::runtime_error(shown(result.diagnostics()));
  return std::move(result).value();
}

inline std::string read_bytes(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}
inline void write_bytes(const fs::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

/// A command's exit status, and what it printed to both outputs.
struct Shell {
  int status = 0;
  std::string out;
};
inline Shell shell(const std::string& command) {
  Shell got;
  FILE* pipe = ::popen((command + " 2>&1").c_str(), "r");
  char block[4096];
  while (const std::size_t n = ::fread(block, 1, sizeof block, pipe)) got.out.append(block, n);
  got.status = ::pclose(pipe);
  return got;
}

inline const fs::path source_folder = ANJUAN_SOURCE_DIR;
inline const fs::path county = source_folder / "examples" / "county";

/// What every office of this program shares.
struct Shipped {
  std::vector<handling::SourceFile> files;
  handling::Library library;
  std::shared_ptr<const pages::Fonts> fonts;
};
inline const Shipped& shipped() {
  static const Shipped all = [] {
    Shipped out;
    std::vector<std::string> paths;
    for (const char* folder : {"workflows", "forms", "templates"}) paths.push_back((source_folder / folder).string());
    paths.push_back((county / "bureau.xml").string());
    out.files = well(cli::read_definitions(paths));
    for (handling::SourceFile& file : out.files) file.path = fs::path(file.path).lexically_relative(source_folder).string();
    handling::LibraryResult loaded = handling::load_library(out.files);
    EXPECT_FALSE(has_error(loaded.found)) << shown(loaded.found);
    out.library = std::move(loaded.library);
    out.fonts = well(pages::load_fonts({ANJUAN_BINARY_DIR "/fonts", (source_folder / "build" / "fonts").string()}));
    return out;
  }();
  return all;
}

class FakeOffice {
 public:
  /// A new office that has adopted the shipped definitions.
  FakeOffice() {
    well(store::create_office_store(folder(), Value(Fields{})));
    open();
    well(handling::record_definitions(*open_.store, shipped().files, {"init", "陆明舟", *parse_moment("2026-08-31T09:00:00+08:00")}));
    open_.library.edition = 1;
  }

  /// A copy of another office as it stands; that one is closed for it and opened again.
  explicit FakeOffice(FakeOffice& other) : now_(other.now_) {
    open_.library = other.open_.library;
    other.open_.store.reset();
    well(store::copy_office_store(other.folder(), folder()));
    other.open();
    open();
  }

  std::string folder() const { return temporary_.path() + "/office"; }
  handling::Office office() const { return open_.office(); }
  const cli::OpenOffice& opened() const { return open_; }
  handling::Library& library() { return open_.library; }
  cases::CaseStore& store() { return *open_.store; }
  std::unique_ptr<cases::Reading> reading() const { return well(open_.store->read()); }

  /// Another calendar from now on.
  void keep_calendar(std::vector<calendar::YearArrangement> years) {
    open_.calendar = std::make_unique<calendar::WorkingCalendar>(well(calendar::WorkingCalendar::make(std::move(years))));
  }

  /// The office's own file, changed: posts of people, number books and so on.
  template <class Change>
  void change_bureau(Change change) {
    auto changed = std::make_shared<cases::Bureau>(*open_.library.bureau);
    change(*changed);
    open_.library.bureau = std::move(changed);
  }

  /// Recorded times count up from nine o'clock of the stated day, so that two plays give the same bytes.
  handling::Act act(Day on, const std::string& signatory, const std::string& recorder) {
    handling::Act out;
    out.on = on;
    out.signatory = signatory;
    out.recorder = recorder;
    const std::int64_t morning = on.time_since_epoch().count() * 86400 + 3600;
    now_ = Moment{std::max(now_.seconds + 60, morning)};
    out.recorded = now_;
    return out;
  }

  cases::Case case_of(const std::string& id) const {
    const cases::CaseRow row = well(reading()->load_case(CaseId(id)));
    cases::Case out = cases::case_from(row.body);
    out.version = row.version;
    return out;
  }
  cases::CaseRow row_of(const std::string& id) const { return well(reading()->load_case(CaseId(id))); }
  std::string file(const std::string& digest) const { return well(reading()->read_file(digest)); }
  std::vector<journal::Entry> journal() const { return well(reading()->read_journal()); }
  Value last_entry() const { return well(json::read(journal().back().text, Place{})); }

  /// The words of a paper as pdftotext gives them, without white space; "" where there is no pdftotext.
  std::string words_of(const std::string& digest) const {
    const fs::path path = fs::path(temporary_.path()) / "words.pdf";
    write_bytes(path, file(digest));
    std::string words = shell("pdftotext -layout '" + path.string() + "' - 2>/dev/null").out;
    for (const char* blank : {" ", "\n", "\f", "\u3000"}) words = replace_all(std::move(words), blank, "");
    return words;
  }

 private:
  void open() {
    if (open_.library.procedures.empty()) open_.library = shipped().library;
    open_.folder = folder();
    open_.store = well(store::open_office_store(folder()));
    open_.fonts = shipped().fonts;
    if (!open_.calendar) keep_calendar(open_.library.years);
  }

  TemporaryFolder temporary_;
  cli::OpenOffice open_;
  Moment now_{};
};

}  // namespace anjuan::support
