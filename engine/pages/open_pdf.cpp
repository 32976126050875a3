#include "pages/open_pdf.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <exception>
#include <fstream>
#include <string>
#include <utility>

namespace anjuan::pages {
namespace {

/// A file without packed structure takes at most some fifty times its size: no trial is needed below this.
constexpr std::size_t kNeedsTrial = std::size_t{4} << 20;
constexpr rlim_t kMostSeconds = 20;  // of processor time; a scanned volume of 300 MiB takes two

void load(PoDoFo::PdfMemDocument& document, std::string_view bytes, Purpose purpose) {
  document.LoadFromBuffer(bytes.data(), static_cast<long>(bytes.size()), purpose == Purpose::appending);
}

[[noreturn]] void give_up(PoDoFo::EPdfError why) { throw PoDoFo::PdfError(why, __FILE__, __LINE__); }

/// Never above what the process may have at all.
bool limit(decltype(RLIMIT_AS) resource, rlim_t most) {
  rlimit room{};
  if (getrlimit(resource, &room) != 0) return false;
  room.rlim_cur = std::min(most, room.rlim_max);
  return setrlimit(resource, &room) == 0;
}

/// Memory is counted from what the process has already.
bool set_limits(std::size_t file_size) {
  std::ifstream numbers("/proc/self/statm");
  rlim_t now = 0;
  if (!(numbers >> now)) return false;
  now *= static_cast<rlim_t>(sysconf(_SC_PAGESIZE));
  return limit(RLIMIT_AS, now + most_opening_memory + 4 * file_size) && limit(RLIMIT_CPU, kMostSeconds) && limit(RLIMIT_CORE, 0);
}

/// Tells PoDoFo's error, 0 if there is none, into `told`. Nothing else of the trial survives, and nobody hears
/// of it: where memory ends, the program says so and ends with it (cli/memory.cpp).
[[noreturn]] void try_here(std::string_view bytes, Purpose purpose, int told) {
  close(STDERR_FILENO);
  int verdict = PoDoFo::ePdfError_InternalLogic;
  try {
    PoDoFo::PdfMemDocument document;
    if (set_limits(bytes.size())) {
      load(document, bytes, purpose);
      verdict = PoDoFo::ePdfError_ErrOk;
    }
  } catch (const PoDoFo::PdfError& error) {
    verdict = error.GetError();
  } catch (const std::exception&) {  // no memory, or a table longer than any
    verdict = PoDoFo::ePdfError_OutOfMemory;
  }
  _exit(write(told, &verdict, sizeof verdict) == sizeof verdict ? 0 : 1);
}

/// Why a trial ended without a verdict: out of memory if it went by itself; by a signal, it took too long or fell
/// over the file.
PoDoFo::EPdfError reason_of_end(int status) {
  if (WIFEXITED(status)) return PoDoFo::ePdfError_OutOfMemory;
  const bool stopped = WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL;
  return stopped ? PoDoFo::ePdfError_ValueOutOfRange : PoDoFo::ePdfError_BrokenFile;
}

/// Opens the file in a process of its own.
void try_apart(std::string_view bytes, Purpose purpose) {
  int ends[2];
  if (pipe(ends) != 0) give_up(PoDoFo::ePdfError_InternalLogic);
  const pid_t child = fork();
  if (child == 0) try_here(bytes, purpose, ends[1]);
  close(ends[1]);
  int verdict = 0, status = 0;
  const bool told = child > 0 && read(ends[0], &verdict, sizeof verdict) == sizeof verdict;
  close(ends[0]);
  if (child < 0) give_up(PoDoFo::ePdfError_OutOfMemory);
  while (waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) give_up(PoDoFo::ePdfError_InternalLogic);
  }
  if (!told) give_up(reason_of_end(status));
  if (verdict != PoDoFo::ePdfError_ErrOk) give_up(static_cast<PoDoFo::EPdfError>(verdict));
}

/// The character of a name at `at`, which may be written as # and two hexadecimal digits; moves behind it.
char next_of_name(std::string_view bytes, std::size_t& at) {
  if (at >= bytes.size()) return '\0';
  if (bytes[at] != '#' || at + 2 >= bytes.size()) return bytes[at++];
  const auto digit = [](char c) { return c >= '0' && c <= '9' ? c - '0' : ((c | 0x20) - 'a' + 10) & 15; };
  const char c = static_cast<char>(digit(bytes[at + 1]) * 16 + digit(bytes[at + 2]));
  at += 3;
  return c;
}

/// Takes what a filter unpacks, as long as there is room.
class Room : public PoDoFo::PdfOutputStream {
 public:
  explicit Room(std::size_t room) : room_(room) {}
  PoDoFo::pdf_long Write(const char* piece, PoDoFo::pdf_long length) override {
    if (bytes.size() + static_cast<std::size_t>(length) > room_) give_up(PoDoFo::ePdfError_ValueOutOfRange);
    bytes.append(piece, static_cast<std::size_t>(length));
    return length;
  }
  void Close() override {}

  std::string bytes;

 private:
  std::size_t room_;
};

}  // namespace

bool has_packed_structure(std::string_view bytes) {
  for (std::size_t from = bytes.find('/'); from != std::string_view::npos; from = bytes.find('/', from + 1)) {
    std::size_t at = from + 1;
    const std::string_view wanted = "XRef";
    if (std::all_of(wanted.begin(), wanted.end(), [&](char c) { return next_of_name(bytes, at) == c; })) return true;
  }
  return false;
}

void open_pdf(PoDoFo::PdfMemDocument& document, std::string_view bytes, Purpose purpose) {
  if (bytes.size() >= kNeedsTrial || has_packed_structure(bytes)) try_apart(bytes, purpose);
  load(document, bytes, purpose);
}

std::string unpacked(const PoDoFo::PdfStream& stream, std::size_t room) {
  Room out(room);
  stream.GetFilteredCopy(&out);
  return std::move(out.bytes);
}

}  // namespace anjuan::pages
