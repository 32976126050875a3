#pragma once
// What an entry names, found in its canonical text without reading it as a value: a check of a million
// entries must not build a million trees.

#include <forward_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace anjuan::journal {

/// Views of the text, and of `plain` where that has escapes.
struct Named {
  std::string_view case_id;             ///< the field "case" of the entry; "" none
  std::vector<std::string_view> files;  ///< digests under the names "files" and "definitions", at any depth
  std::vector<std::pair<std::string_view, std::string_view>> rows;  ///< the field "rows": names and seals
  std::forward_list<std::string> plain;
};

/// `text`: canonical JSON, as `append` writes it. Of other text nothing is promised but an answer.
Named named_in(std::string_view text);

}  // namespace anjuan::journal
