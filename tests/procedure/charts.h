#pragma once
// Small charts for the tests of this folder: a frame to put states into, and a whole little
// inspection procedure.

#include <gtest/gtest.h>

#include <string>

#include "procedure/definition.h"
#include "procedure/procedure.h"

namespace anjuan::procedure {

inline std::string chart(const std::string& inside, const std::string& attributes = "") {
  return "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" xmlns:aj=\"urn:anjuan:paperwork:1\" "
         "version=\"1.0\"" +
         (attributes.empty() ? "" : " " + attributes) + ">\n" + inside + "\n</scxml>\n";
}

inline std::string shown(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& d : diagnostics) text += render(d, Language::chinese);
  return text;
}

inline DefinitionPtr loaded(const std::string& xml) {
  auto definition = load(xml, "chart.xml");
  EXPECT_TRUE(definition.ok()) << (definition.ok() ? "" : shown(definition.diagnostics()));
  return definition.ok() ? *definition : nullptr;
}

/// The codes found in a file, in the order of the lines.
inline std::vector<std::string> codes(const std::string& xml, const expression::Names& facts = {}) {
  std::vector<std::string> found;
  for (const Diagnostic& d : inspect(xml, "chart.xml", facts)) found.emplace_back(d.row->code);
  return found;
}

inline std::vector<std::string> codes_of(const Diagnostics& diagnostics) {
  std::vector<std::string> found;
  for (const Diagnostic& d : diagnostics) found.emplace_back(d.row->code);
  return found;
}

using Ids = std::vector<std::string>;
inline const Day today = make_day(2026, 9, 10);

}  // namespace anjuan::procedure
