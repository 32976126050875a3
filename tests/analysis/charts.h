#pragma once
// Small charts for the tests of this folder, and what the analysis says of them.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "analysis/analyse.h"
#include "procedure/procedure.h"

namespace anjuan::analysis {

inline std::string chart(const std::string& inside, const std::string& attributes = "") {
  return "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" xmlns:aj=\"urn:anjuan:paperwork:1\" "
         "version=\"1.0\" " +
         attributes + ">\n" + inside + "\n</scxml>\n";
}

inline std::string shown(const Diagnostics& diagnostics, Language language = Language::chinese) {
  std::string text;
  for (const Diagnostic& d : diagnostics) text += render(d, language);
  return text;
}

inline procedure::DefinitionPtr loaded(const std::string& xml) {
  auto definition = procedure::load(xml, "chart.xml");
  EXPECT_TRUE(definition.ok()) << (definition.ok() ? "" : shown(definition.diagnostics()));
  return definition.ok() ? *definition : nullptr;
}

inline Report report(const std::string& xml, const expression::Names& facts = {}, const Limits& limits = {}) {
  const auto definition = loaded(xml);
  return analyse(*definition, facts, limits, {});
}

inline std::vector<std::string> codes(const Report& report) {
  std::vector<std::string> found;
  for (const Diagnostic& d : report.found) found.emplace_back(d.row->code);
  return found;
}

inline std::vector<std::string> codes(const std::string& xml, const expression::Names& facts = {}) {
  return codes(report(xml, facts));
}

using Codes = std::vector<std::string>;

}  // namespace anjuan::analysis
