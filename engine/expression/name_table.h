#pragma once
// Names by number: a definition numbers its names once at load, so that evaluation looks nothing up.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anjuan::expression {

/// Names numbered from 0 in the order in which they were first seen.
class NameTable {
 public:
  /// The number of the name; a name not seen before gets the next one.
  int number(std::string_view name) {
    const auto [place, fresh] = numbers_.try_emplace(std::string(name), size());
    if (fresh) names_.push_back(place->first);
    return place->second;
  }
  std::optional<int> find(std::string_view name) const {
    const auto found = numbers_.find(name);
    return found == numbers_.end() ? std::nullopt : std::optional(found->second);
  }
  const std::string& name(int number) const { return names_.at(static_cast<std::size_t>(number)); }
  int size() const { return static_cast<int>(names_.size()); }

 private:
  std::map<std::string, int, std::less<>> numbers_;
  std::vector<std::string> names_;
};

}  // namespace anjuan::expression
