#pragma once
// A PDF signed with a certificate, with a seal to be seen where one is set: what `seal` does with a file and
// `document sign` with a paper of the office.

#include <string>
#include <vector>

#include "cases/bureau.h"
#include "cli/options.h"
#include "cli/terminal.h"

namespace anjuan::cli {

struct ToSign {
  std::string pdf, file;  ///< the bytes, and their name for messages
  const cases::RegisteredSeal* seal =
      nullptr;                   ///< set with its own picture and certificate; null: as the line says
  std::string folder;            ///< from which the registration's files count
  std::string timestamp_server;  ///< where the line names none; "" no timestamp
};

/// The file with one signature after it; what stood in it stays to the byte. Asks for the password, and the
/// server for a timestamp. Nothing is written. `remarks`: on something that was done.
Result<std::string> sealed(const Terminal&, const CommandLine&, const ToSign&, Diagnostics& remarks);

/// --password-fd, --page, --at, --reason, --form, --timestamp.
std::vector<OptionRule> signature_options();

}  // namespace anjuan::cli
