#pragma once
// Many event descriptors at once: which of them, if any, takes an event. A descriptor takes the events that
// begin with its tokens, "*" takes all (SCXML 3.12.1).

#include <map>
#include <optional>
#include <string_view>

namespace anjuan::procedure {

/// A descriptor without the ".*" or "." that may end it.
inline std::string_view bare_descriptor(std::string_view descriptor) {
  if (descriptor.ends_with(".*"))
    descriptor.remove_suffix(2);
  else if (descriptor.ends_with('.'))
    descriptor.remove_suffix(1);
  return descriptor;
}

/// Descriptors with a number for each, such as the line where it stands; the first of equal ones counts.
class Descriptors {
 public:
  /// The text must outlive this.
  void add(std::string_view descriptor, int number) { numbers_.emplace(bare_descriptor(descriptor), number); }

  /// The number of a descriptor that takes every event that `descriptor` (or event) stands for.
  std::optional<int> covering(std::string_view descriptor) const {
    if (const auto all = numbers_.find("*"); all != numbers_.end()) return all->second;
    for (std::string_view rest = bare_descriptor(descriptor);;) {
      const auto known = numbers_.find(rest);
      if (known != numbers_.end()) return known->second;
      const auto dot = rest.rfind('.');
      if (dot == std::string_view::npos) return std::nullopt;
      rest = rest.substr(0, dot);
    }
  }

 private:
  std::map<std::string_view, int> numbers_;
};

}  // namespace anjuan::procedure
