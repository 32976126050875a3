#include "cli/options.h"

#include <boost/program_options.hpp>

#include <algorithm>

#include "base/text.h"
#include "base/unseen.h"
#include "cli/messages.h"

namespace anjuan::cli {
namespace {

namespace po = boost::program_options;

po::options_description describe(const CommandRules& rules) {
  po::options_description out;
  for (const OptionRule& o : rules.options) {
    if (o.value.empty()) out.add_options()(o.name.c_str(), "");
    else out.add_options()(o.name.c_str(), po::value<std::vector<std::string>>()->composing(), "");
  }
  for (const ArgumentRule& a : rules.arguments) out.add_options()(a.name.c_str(), po::value<std::vector<std::string>>(), "");
  return out;
}

/// "--on"; "output,o" has a short name too: "-o, --output".
std::string shown_name(const OptionRule& o) {
  const std::size_t comma = o.name.find(',');
  return comma == std::string::npos ? "--" + o.name : "-" + o.name.substr(comma + 1) + ", --" + o.name.substr(0, comma);
}

std::string option_names(const CommandRules& rules) {
  std::string out;
  for (const OptionRule& o : rules.options) out += (out.empty() ? "" : "、") + shown_name(o);
  return out;
}

/// Missing options and arguments, all at once.
Diagnostics missing(const CommandRules& rules, const std::map<std::string, std::vector<std::string>>& values) {
  Diagnostics found;
  for (const ArgumentRule& a : rules.arguments) {
    if (a.required && !values.contains(a.name)) found.push_back(diagnose(missing_option, Place{}, a.name, a.says));
  }
  for (const OptionRule& o : rules.options) {
    const std::string name = o.name.substr(0, o.name.find(','));
    if (o.required && !values.contains(name)) found.push_back(diagnose(missing_option, Place{}, "--" + name, o.says));
  }
  return found;
}

/// Words that are not what they look like. They are told by their place, as to print them would repeat the trouble.
Diagnostics unseen_in(const std::vector<std::string>& words) {
  Diagnostics found;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool text = !find_invalid_utf8(words[i]);
    const auto unseen = text ? unseen_character(words[i]) : std::optional<std::string>("UTF-8");
    if (unseen) found.push_back(diagnose(unseen_in_word, Place{}, std::to_string(i + 1), *unseen));
  }
  return found;
}

}  // namespace

std::string CommandLine::get(const std::string& name, const std::string& otherwise) const {
  const auto found = values_.find(name);
  return found == values_.end() || found->second.empty() ? otherwise : found->second.front();
}

std::vector<std::string> CommandLine::all(const std::string& name) const {
  const auto found = values_.find(name);
  return found == values_.end() ? std::vector<std::string>{} : found->second;
}

Result<CommandLine> parse_options(const CommandRules& rules, const std::vector<std::string>& arguments) {
  if (Diagnostics found = unseen_in(arguments); !found.empty()) return found;
  const po::options_description options = describe(rules);
  po::positional_options_description positions;
  for (const ArgumentRule& a : rules.arguments) positions.add(a.name.c_str(), a.repeated ? -1 : 1);
  CommandLine line;
  try {
    const auto style = po::command_line_style::allow_long | po::command_line_style::long_allow_next | po::command_line_style::long_allow_adjacent |
                       po::command_line_style::allow_short | po::command_line_style::short_allow_next | po::command_line_style::allow_dash_for_short;
    const auto parsed = po::command_line_parser(arguments).options(options).positional(positions).style(style).run();
    for (const auto& option : parsed.options) {
      auto& values = line.values_[option.string_key];
      values.insert(values.end(), option.value.begin(), option.value.end());
    }
  } catch (const po::unknown_option& e) {
    return diagnose(unknown_option, Place{}, e.get_option_name(), option_names(rules));
  } catch (const po::too_many_positional_options_error&) {
    return diagnose(too_many_arguments, Place{}, arguments.empty() ? "" : arguments.back());
  } catch (const po::error& e) {
    return diagnose(bad_option, Place{}, e.what());
  }
  if (Diagnostics found = missing(rules, line.values_); !found.empty()) return found;
  return line;
}

std::string help(const CommandRules& rules, Language language) {
  const bool zh = language == Language::chinese;
  std::string out = (zh ? "用法：anjuan " : "usage: anjuan ") + rules.name;
  for (const ArgumentRule& a : rules.arguments) {
    const std::string name = a.repeated ? a.name + "…" : a.name;
    out += a.required ? " " + name : " [" + name + "]";
  }
  out += rules.options.empty() ? "\n" : zh ? " [选项]\n" : " [options]\n";
  out += rules.says.in(language) + "\n";
  std::size_t width = 0;
  const auto columns = [](const std::string& text) { return static_cast<std::size_t>(display_width(text)); };
  for (const ArgumentRule& a : rules.arguments) width = std::max(width, columns(a.name));
  for (const OptionRule& o : rules.options) width = std::max(width, columns(shown_name(o)) + columns(o.value) + 1);
  const auto row = [&](const std::string& left, const std::string& says) {
    out += "  " + left + std::string(width + 2 - std::min(columns(left), width), ' ') + says + "\n";
  };
  if (!rules.arguments.empty()) out += "\n";
  for (const ArgumentRule& a : rules.arguments) row(a.name, a.says.in(language));
  if (!rules.options.empty()) out += "\n";
  for (const OptionRule& o : rules.options) row(shown_name(o) + (o.value.empty() ? "" : " " + o.value), o.says.in(language));
  return out;
}

}  // namespace anjuan::cli
