#include "base/text.h"
#include "cli/command.h"
#include "fuzz/answered.h"
#include "fuzz/targets.h"

namespace anjuan::fuzz {

void read_command_line(std::string_view bytes) {
  const std::vector<std::string> words = split(bytes, '\n');
  for (const cli::Command& command : cli::commands()) answered(cli::parse_options(command.rules, words), "");
}

}  // namespace anjuan::fuzz
