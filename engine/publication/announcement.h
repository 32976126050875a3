#pragma once
// 抽查情况和结果公示: figures of the round and the facts that the template result-announcement reads.

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/value.h"
#include "publication/publication_rules.h"

namespace anjuan::publication {

/// part/whole as a percentage, rounded half up to two decimals, without trailing zeros: "38.89",
/// "30". A whole of 0 gives "0". Exact: no floating point.
std::string percentage(std::int64_t part, std::int64_t whole);

/// The results of a batch as they are published. A row is the record that the case handed to its
/// round: 案件号, 对象 (name), 信用代码, 业务类别, 检查日期, 结果代码, 处理, … and, merged in by the caller,
/// the facts of the round (机关, 任务). Set here: 序号; 结果, the published words of 结果代码; 处理 where the
/// category has published words of its own; 备注 "" if absent. Refused, all at once: a result code that
/// the rules do not have, a row without case number, a case twice.
Result<std::vector<Fields>> result_rows(const std::vector<Fields>& results, const PublicationRules&);

/// A trade of the round: how many stood in the base, had to be drawn, were drawn.
struct TradeFigures {
  std::string trade;
  std::int64_t base = 0, required = 0, drawn = 0;
};

/// The facts of the template result-announcement:
///   覆盖 list of {业务类别 基数 应抽 已抽 抽查比例 公示家数}
///   结果一览: the rows; 结果汇总 list of {结果代码 结果 家数} of the categories that occur
///   汇总 {基数 应抽 已抽 抽查比例 公示家数 待公示家数, 分类 list of {名称 家数} by group, zeros too}
/// A batch may hold fewer rows than were drawn. Refused: a trade that is not of the round, more
/// results than drawn, impossible figures.
Result<Fields> announcement_facts(const std::vector<Fields>& rows, const std::vector<TradeFigures>&,
                                  const PublicationRules&);

}  // namespace anjuan::publication
