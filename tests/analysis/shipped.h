#pragma once
// The shipped procedures, and changed copies of them.

#include <fstream>
#include <sstream>

#include "analysis/charts.h"

namespace anjuan::analysis {

inline std::string shipped(const std::string& file) {
  std::ifstream in(std::string(ANJUAN_SOURCE_DIR) + "/workflows/" + file);
  std::stringstream text;
  text << in.rdbuf();
  EXPECT_FALSE(text.str().empty()) << file;
  return text.str();
}

inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

}  // namespace anjuan::analysis
