#pragma once
// The options of a command as a table; one table drives parsing and --help in both languages.

#include <map>
#include <string>
#include <vector>

#include "base/result.h"

namespace anjuan::cli {

struct OptionRule {
  std::string name;          ///< "on"; with a short name: "output,o"
  std::string value;         ///< how help calls its value, "" for a switch
  Wording says;
  bool required = false;
  bool repeated = false;
};
struct ArgumentRule {
  std::string name;          ///< "FILE"
  Wording says;
  bool required = true;
  bool repeated = false;     ///< the last one only
};
struct CommandRules {
  std::string name;          ///< "sheet read"
  Wording says;
  std::vector<ArgumentRule> arguments;
  std::vector<OptionRule> options;
};

class CommandLine {
 public:
  bool has(const std::string& name) const { return values_.contains(name); }
  /// The (first) value, or `otherwise`.
  std::string get(const std::string& name, const std::string& otherwise = "") const;
  std::vector<std::string> all(const std::string& name) const;

 private:
  friend Result<CommandLine> parse_options(const CommandRules&, const std::vector<std::string>&);
  std::map<std::string, std::vector<std::string>> values_;
};

/// Refused with the option that is not understood or missing.
Result<CommandLine> parse_options(const CommandRules&, const std::vector<std::string>& arguments);
/// What --help prints.
std::string help(const CommandRules&, Language);

}  // namespace anjuan::cli
