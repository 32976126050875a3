#pragma once
// The functions under way in one evaluation: their local names, how deep they stand, what they give back.

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "expression/expression.h"

namespace anjuan::expression {

inline constexpr int max_call_height = 2000;  ///< levels of the trees of all functions under way

struct Calls {
  std::vector<std::pair<std::string, Value>> locals;  ///< of all functions under way, the innermost last
  std::vector<std::size_t> begin;                     ///< where the locals of each begin
  std::size_t frame = 0;                              ///< the first that the innermost sees
  int depth = 0, height = 0;
  std::optional<Value> result;  ///< given back, until the function is left
  std::map<std::string, Expression, std::less<>> compiled;

  /// How many local names are seen now.
  std::size_t seen() const { return locals.size() - frame; }
  Value* find(std::string_view name) {
    for (std::size_t i = locals.size(); i > frame; --i) {
      if (locals[i - 1].first == name) return &locals[i - 1].second;
    }
    return nullptr;
  }
  /// In the innermost function; a name declared again keeps its place.
  void declare(const std::string& name, Value value) {
    for (std::size_t i = begin.back(); i < locals.size(); ++i) {
      if (locals[i].first != name) continue;
      locals[i].second = std::move(value);
      return;
    }
    locals.emplace_back(name, std::move(value));
  }
};

}  // namespace anjuan::expression
