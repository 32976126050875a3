#pragma once
// Runs the program itself as a person would, with the shim between it and the system.

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <string>
#include <vector>

#include "faults/plan.h"
#include "support/fake_office.h"

namespace anjuan::faults {

struct Ended {
  int status = 0;  ///< of the exit; 128 and more: killed by that signal
  std::string out, err;
  bool killed() const { return status == 128 + SIGKILL; }
};

/// A run that has been started. Its output lies in `desk`, a folder of its own.
class Running {
 public:
  Running(const std::vector<std::string>& words, const Plan& plan, std::string desk, const std::string& input = "/dev/null")
      : desk_(std::move(desk)) {
    const std::string program = ANJUAN_BINARY_DIR "/anjuan";
    std::vector<std::string> environment = {"LD_PRELOAD=" ANJUAN_FAULT_SHIM, std::string(Plan::variable) + "=" + plan.line(),
                                            "ANJUAN_FONTS=" + (::access(ANJUAN_BINARY_DIR "/fonts", R_OK) == 0 ? std::string(ANJUAN_BINARY_DIR "/fonts") : std::string(ANJUAN_SOURCE_DIR "/build/fonts")),
                                            "PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "TZ=UTC"};
    std::vector<char*> arguments = {const_cast<char*>(program.c_str())}, variables;
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    for (const std::string& variable : environment) variables.push_back(const_cast<char*>(variable.c_str()));
    arguments.push_back(nullptr);
    variables.push_back(nullptr);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, 0, input.c_str(), O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files, 1, (desk_ + "/out").c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_addopen(&files, 2, (desk_ + "/err").c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    for (const int fd : {plan.start, plan.here}) {
      if (fd >= 0) posix_spawn_file_actions_adddup2(&files, fd, fd);  // open in the program, too
    }
    if (::posix_spawn(&process_, program.c_str(), &files, nullptr, arguments.data(), variables.data()) != 0) process_ = 0;
    posix_spawn_file_actions_destroy(&files);
  }

  Ended wait() {
    int status = 0;
    while (process_ > 0 && ::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
    }
    if (process_ == 0) status = 127 << 8;
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), support::read_bytes(desk_ + "/out"), support::read_bytes(desk_ + "/err")};
  }

 private:
  std::string desk_;
  pid_t process_ = 0;
};

/// What the shim counted in a run that went well.
struct Calls {
  long calls = 0, opens = 0, reads = 0, allocations = 0;
};
inline Calls calls_of(const std::string& file) {
  Calls n;
  std::ifstream(file) >> n.calls >> n.opens >> n.reads >> n.allocations;
  return n;
}

}  // namespace anjuan::faults
