#pragma once
// Faces of this machine by their families, as fontconfig lists them. Its list and its rules are read, its
// matching is not used, because that never fails and so would set a paper in a wrong face without a word.

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "pages/face.h"
#include "pages/font_families.h"

namespace anjuan::pages {

/// A face in fontconfig's list: family names in all languages, file, index, weight.
struct ListedFace {
  std::vector<std::string> families;
  std::string file;
  int index = 0;
  int weight = 0;
  bool from_caller = false;  ///< of a folder that the caller named
};

/// Opens listed faces once each.
class FaceFinder {
 public:
  /// `folders` are searched before the system's; a fonts.conf in one of them goes before the system's rules.
  explicit FaceFinder(const std::vector<std::string>& folders);

  /// Number of the first face of the family that opens and may be embedded; -1: none.
  int find(const Family& family);
  /// The families that the machine's rules prefer for an alias, best first; none where nothing says so.
  const std::vector<std::string>& chosen_for(const std::string& alias) const { return chosen_.at(alias); }

  std::vector<std::shared_ptr<const Face>> faces;
  /// Files that may not be embedded; second: whether the caller's.
  std::vector<std::pair<std::string, bool>> refused;

 private:
  std::vector<ListedFace> listed_;
  std::map<std::string, std::vector<std::string>> chosen_;
  std::map<std::pair<std::string, int>, int> numbers_;  ///< -1: refused
};

}  // namespace anjuan::pages
