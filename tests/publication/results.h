#pragma once
// Results, rules and mappings that several tests of publication build on. Everything is invented.

#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>

#include "publication/mapping.h"
#include "publication/publication_rules.h"

namespace anjuan::publication {

using Codes = std::vector<std::string>;

inline std::string read_shipped(const std::string& name) {
  std::ifstream in(std::string(ANJUAN_SOURCE_DIR) + "/workflows/mappings/" + name, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

inline Codes codes(const Diagnostics& diagnostics) {
  Codes found;
  for (const Diagnostic& diagnostic : diagnostics) found.emplace_back(diagnostic.row->code);
  return found;
}

template <class T>
T loaded(Result<T> result) {
  if (!result.ok()) {
    for (const Diagnostic& diagnostic : result.diagnostics()) {
      std::fputs(render(diagnostic, Language::english).c_str(), stderr);
    }
  }
  return std::move(result).value();
}

inline PublicationRules shipped_rules() {
  return loaded(load_publication_rules(read_shipped("publication.xml"), "publication.xml"));
}
inline Mapping shipped_mapping(const std::string& name) {
  return loaded(load_mapping(read_shipped(name), name));
}

/// A result as a case hands it to its round, with the facts of the round.
inline Fields result(std::string number, std::string name, std::string trade, std::string code) {
  return {{"案件号", std::move(number)},
          {"对象", std::move(name)},
          {"信用代码", "31990128MD0100017M"},
          {"业务类别", std::move(trade)},
          {"负责人", "岑砚舟"},
          {"抽查事项", "对律师事务所执业和内部管理情况的检查（990128LS01）"},
          {"检查方式", "实地检查"},
          {"检查日期", make_day(2026, 9, 15)},
          {"检查机关", "澄阳县司法局"},
          {"处理", code == "04" ? "移送县公安局" : "当场责令改正"},
          {"结果代码", std::move(code)},
          {"机关", Fields{{"名称", "澄阳县司法局"}, {"统一社会信用代码", "11990128000001001K"}}},
          {"任务", Fields{{"编号", "CY-2026-R1"}, {"名称", "律师事务所随机抽查"}}}};
}

inline std::vector<Fields> three_results() {
  return {result("CY-001", "岚东砚衡律师事务所", "律师事务所", "01"),
          result("CY-002", "岚东清渠律师事务所", "律师事务所", "04"),
          result("CY-003", "澄阳县公证处", "公证机构", "02")};
}

}  // namespace anjuan::publication
