#include "cli/password.h"

#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <istream>
#include <limits>
#include <ostream>

#include "base/text.h"
#include "cli/messages.h"

namespace anjuan::cli {
namespace {

/// Typed characters are not shown while it lives.
class Unseen {
 public:
  Unseen() : known_(tcgetattr(STDIN_FILENO, &before_) == 0) {
    if (!known_) return;
    termios unseen = before_;
    unseen.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &unseen);
  }
  ~Unseen() {
    if (known_) tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }
  Unseen(const Unseen&) = delete;
  Unseen& operator=(const Unseen&) = delete;

 private:
  termios before_{};
  bool known_;
};

/// Up to the end of the first line; nothing where the descriptor cannot be read.
std::optional<std::string> line_from(int descriptor) {
  std::string line;
  for (char c = 0;;) {
    const ssize_t got = ::read(descriptor, &c, 1);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return std::nullopt;
    if (got == 0 || c == '\n') break;
    line += c;
  }
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

}  // namespace

Result<std::string> read_password(const Terminal& terminal, const std::string& descriptor, const char* question) {
  if (!descriptor.empty()) {
    const auto number = parse_integer(descriptor);
    const bool possible = number && *number >= 0 && *number <= std::numeric_limits<int>::max();
    const auto line = possible ? line_from(static_cast<int>(*number)) : std::nullopt;
    if (!line) return diagnose(password_unread, Place{}, descriptor);
    return *line;
  }
  if (!terminal.asked || terminal.in == nullptr) return diagnose(password_unasked, Place{});
  std::string typed;
  {
    const Unseen unseen;
    terminal.err << question << std::flush;
    std::getline(*terminal.in, typed);
    terminal.err << "\n";
  }
  return typed;
}

}  // namespace anjuan::cli
