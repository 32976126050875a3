#pragma once
// The sample county's registers and the shipped register definition.

#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "base/text.h"
#include "registers/import.h"

namespace anjuan::registers {

inline std::string file_bytes(const std::string& path) {
  std::ifstream stream(std::string(ANJUAN_SOURCE_DIR "/") + path, std::ios::binary);
  EXPECT_TRUE(stream.good()) << path;
  return {std::istreambuf_iterator<char>(stream), {}};
}

inline const Mapping& mapping() {
  static const Mapping loaded = [] {
    Result<Mapping> result = load_mapping(file_bytes("workflows/registers.xml"), "registers.xml");
    if (!result.ok()) {
      for (const Diagnostic& d : result.diagnostics()) ADD_FAILURE() << render(d, Language::chinese);
    }
    return *result;
  }();
  return loaded;
}

inline const std::string targets_file = "examples/county/检查对象名录库_机构.csv";
inline const std::string practitioners_file = "examples/county/检查对象名录库_执业人员.csv";
inline const std::string inspectors_file = "examples/county/执法检查人员名录库.csv";
inline const std::string items_file = "examples/county/抽查事项清单.csv";

/// The demo date of the county: one certificate ended ten days before.
inline const Day demo_day = make_day(2026, 9, 10);

template <class Row>
Imported<Row> imported(const std::string& bytes, Day on = demo_day) {
  Result<Imported<Row>> result = import_rows<Row>({mapping(), bytes, "名录.csv", on});
  if (!result.ok()) {
    for (const Diagnostic& d : result.diagnostics()) ADD_FAILURE() << render(d, Language::chinese);
    return {};
  }
  return *std::move(result);
}

/// "code:line column" of each, in order.
inline std::vector<std::string> codes(const Diagnostics& list) {
  std::vector<std::string> texts;
  for (const Diagnostic& d : list) {
    texts.push_back(std::string(d.row->code) + ":" + std::to_string(d.place.line) + " " + d.place.within.zh);
  }
  return texts;
}

using Strings = std::vector<std::string>;

}  // namespace anjuan::registers
