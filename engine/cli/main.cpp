// The program's edge: arguments, environment, clock, user and streams become a Terminal.

#include <fcntl.h>
#include <pwd.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "cli/command.h"

namespace {

std::string user_name() {
  const passwd* entry = getpwuid(getuid());
  return entry ? entry->pw_name : std::to_string(getuid());
}

std::string environment(const char* name, const std::string& otherwise) {
  const char* value = std::getenv(name);
  return value ? value : otherwise;
}

/// The bureau's folders go before the program's own.
std::string font_folders() {
  const std::string named = environment("ANJUAN_FONTS", "");
  return named.empty() ? ANJUAN_FONT_FOLDER : named + ":" + ANJUAN_FONT_FOLDER;
}

/// The templates that came with the program: beside it, as a copy has them, or below the same prefix, as
/// an installed one has them; else those it was built with.
std::string own_templates() {
  std::error_code error;
  const auto folder = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
  for (const char* place : {"templates", "../templates", "../share/anjuan/templates"}) {
    const auto templates = (folder / place).lexically_normal();
    if (!folder.empty() && std::filesystem::is_directory(templates / "styles", error)) return templates.string();
  }
  return ANJUAN_TEMPLATE_FOLDER;
}

/// Takes the numbers of standard streams that came closed, so that no file gets one of them and what is printed goes into
/// the office. They are only for reading: that what was printed is lost is noticed.
void take_closed_streams() {
  int fd = 0;
  while ((fd = ::open("/dev/null", O_RDONLY)) >= 0 && fd <= STDERR_FILENO) {
  }
  if (fd > STDERR_FILENO) ::close(fd);
}

}  // namespace

int main(int count, char** words) {
  using namespace anjuan;
  take_closed_streams();
  std::signal(SIGXFSZ, SIG_IGN);  // a file beyond the size allowed is an error that is told, not the end of the program
  std::ios::sync_with_stdio(false);
  const rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);  // passwords and secret numbers are not to lie in a core file
  ::umask(::umask(077) | 077);  // what is written is its owner's alone, unless he gives it to others
  const auto now = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count();
  cli::Terminal terminal{std::cout, std::cerr, Language::chinese, isatty(STDERR_FILENO) == 1, user_name(), Moment{now},
                         environment("ANJUAN_OFFICE", "."), font_folders(), &std::cin, isatty(STDIN_FILENO) == 1,
                         false, environment("ANJUAN_TEMPLATES", own_templates())};
  try {
    return cli::run(terminal, std::vector<std::string>(words + 1, words + count));
  } catch (...) {
    return cli::report_exception(terminal);
  }
}
