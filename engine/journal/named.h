#pragma once
// What an entry names, found in its canonical text without reading it as a value: a check of a million
// entries must not build a million trees.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace anjuan::journal {

struct Named {
  std::string case_id;                  ///< the field "case" of the entry; "" none
  std::vector<std::string_view> files;  ///< digests under the names "files" and "definitions", at any depth; views of the text
  std::vector<std::pair<std::string, std::string_view>> rows;  ///< the field "rows": names and seals
};

/// `text`: canonical JSON, as `append` writes it. Of other text nothing is promised but an answer.
Named named_in(std::string_view text);

}  // namespace anjuan::journal
