#include "cli/terminal.h"

#include <algorithm>
#include <cerrno>
#include <exception>
#include <filesystem>
#include <fstream>
#include <map>
#include <new>
#include <ostream>

#include "cli/exit_status.h"
#include "cli/messages.h"
#include "store/messages.h"

namespace anjuan::cli {
namespace {

/// The source line is quoted only for text: a sheet or a PDF has none.
bool is_text_file(const std::string& path) {
  return path.ends_with(".xml") || path.ends_with(".scxml") || path.ends_with(".csv") || path.ends_with(".acts") || path.ends_with(".txt");
}

/// Of one code as many as a person mends before trying again; a table can have the same mistake in every row.
constexpr std::size_t most_of_a_code = 100;

void print_all(Terminal& terminal, const Diagnostics& all) {
  std::map<std::string, std::string> sources;
  std::map<std::string, std::size_t> counts;
  for (const Diagnostic& d : all) {
    if (++counts[d.row->code] > most_of_a_code) continue;
    std::string& source = sources[d.place.file];
    if (source.empty() && is_text_file(d.place.file)) read_whole(d.place.file, source);
    terminal.err << render(d, terminal.language, source);
  }
  for (const auto& [code, count] : counts) {
    if (count <= most_of_a_code) continue;
    const std::string more = std::to_string(count - most_of_a_code);
    terminal.err << (terminal.language == Language::chinese ? "另有 " + more + " 处同样的问题（" + code + "），没有逐一列出。\n" : more + " more of " + code + " are not listed.\n");
  }
}

}  // namespace

bool read_whole(const std::string& path, std::string& bytes) { return read_at_most(std::uintmax_t{1} << 30, path, bytes); }

bool read_at_most(std::uintmax_t most, const std::string& path, std::string& bytes) {
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  if (!in) return false;
  std::error_code error;
  // A folder opens, but reading it throws.
  if (std::filesystem::is_directory(path, error)) {
    errno = EISDIR;
    return false;
  }
  bytes.clear();
  // What has no size, such as a pipe, grows as it is read.
  const auto size = std::filesystem::file_size(path, error);
  constexpr std::size_t piece = 1 << 20;
  if (!error && size <= most) bytes.reserve(size + piece);
  for (std::size_t had = 0; in; had = bytes.size()) {
    if ((!error && size > most) || had > most) {
      errno = EFBIG;
      return false;
    }
    bytes.resize(had + piece);
    in.read(bytes.data() + had, piece);
    bytes.resize(had + static_cast<std::size_t>(in.gcount()));
  }
  if (in.bad()) errno = EIO;
  return !in.bad();
}

Diagnostic unreadable(const std::string& path) {
  const bool soon_over = errno == EMFILE || errno == ENFILE || errno == ENOMEM || errno == EIO;
  if (errno == EFBIG) return diagnose(file_too_long, Place{}, path);
  return diagnose(soon_over ? cannot_read_now : cannot_read, Place{}, path);
}

void remark(Terminal& terminal, const Diagnostics& all) { print_all(terminal, all); }

int report(Terminal& terminal, const Diagnostics& all) {
  print_all(terminal, all);
  const auto errors = std::count_if(all.begin(), all.end(), [](const auto& d) { return d.row->severity != Severity::warning; });
  const bool unsure = std::any_of(all.begin(), all.end(), [](const auto& d) { return d.row->code == std::string_view(store::messages::commit_unknown.code); });
  if (errors > 0 && !unsure) terminal.err << terminal.say("没有写入任何内容。\n", "Nothing was written.\n");
  if (has_fault(all)) return status_fault;
  return errors > 0 ? status_refused : status_done;
}

int report_exception(Terminal& terminal) {
  const Diagnostic told = [] {
    try {
      throw;
    } catch (const std::bad_alloc&) {
      return diagnose(out_of_memory, Place{});
    } catch (const std::exception& e) {
      return diagnose(unforeseen, Place{}, e.what());
    } catch (...) {
      return diagnose(unforeseen, Place{}, "?");
    }
  }();
  remark(terminal, {told});
  return status_fault;
}

int report_check(Terminal& terminal, const Diagnostics& all, std::size_t files) {
  print_all(terminal, all);
  const auto errors = std::count_if(all.begin(), all.end(), [](const auto& d) { return d.row->severity != Severity::warning; });
  const auto warnings = static_cast<long>(all.size()) - errors;
  if (terminal.language == Language::chinese) {
    terminal.out << "检查了 " << files << " 个文件：" << errors << " 处错误、" << warnings << " 处提醒；未写入任何文件。\n";
  } else {
    const auto counted = [](auto n, const char* what) { return std::to_string(n) + " " + what + (n == 1 ? "" : "s"); };
    terminal.out << counted(files, "file") << " checked: " << counted(errors, "error") << ", " << counted(warnings, "warning") << "; nothing was written.\n";
  }
  if (has_fault(all)) return status_fault;
  return errors > 0 ? status_refused : status_done;
}

int end_output(Terminal& terminal, int status) {
  if (!terminal.out.flush()) {
    remark(terminal, {diagnose(output_lost, Place{})});
    return status_fault;
  }
  // A remark that nobody got is a fault, too; that something was refused shows in the status all the same.
  return status == status_done && !terminal.err.flush() ? status_fault : status;
}

}  // namespace anjuan::cli
