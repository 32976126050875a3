#pragma once
// The facts that the templates of cover, contents and closing note read.

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/value.h"
#include "dossier/archival_code.h"
#include "dossier/volume.h"

namespace anjuan::dossier {

/// What is told about a volume besides its papers.
struct VolumeDescription {
  std::string title;                     ///< 案卷题名 (see dossier_title)
  std::string case_number, main_number;  ///< 案件号; 文号 of the document that stands for the case
  std::string party;                     ///< 当事人
  ArchivalParts parts;
  std::string handling_unit, handled_by;  ///< 承办股室, 承办人
  std::optional<Day> inspected_from, inspected_to, closed_on;
  std::string result;                           ///< 处理结果
  std::string compiled_by, checked_by;          ///< 立卷人, 检查人
  std::optional<Day> compiled_on, archived_on;  ///< 立卷日期, 归档日期
  std::string recordings;                       ///< 音像资料和电子文件情况
  std::vector<std::string> cross_references;    ///< 互见号
  std::vector<std::string> remarks;             ///< what the person who compiled it adds to 情况说明
};

/// 题名 from the pattern of the rules and the facts of the case, e.g. "{对象.名称}{任务.年度}年…".
Result<std::string> dossier_title(const DossierRules&, const DossierKind&, const Fields& facts);

/// The facts of one volume, to be merged with those of the case:
///   卷宗类别 卷别 卷次 卷数 案卷题名 案卷号 (the case number) 主要文号 当事人 承办股室 承办人 检查开始
///   检查结束 结案日期 处理结果 立卷人 检查人 立卷日期 归档日期 件数 页数 保管期限 期限代码 档号 全宗号 门类
///   年度 机构代码 音像说明 互见号 卷内文件 list of {序号 文号 责任者 题名 日期 日期数字 页号 备注} 缺件 list
///   of {题名 原因 批准人 批准日期 说明文号}; 题名 says what an unsigned or unserved paper lacks 情况说明
///   list of texts: the voided papers, then the remarks
/// Days that are not known are empty values. Refused: a part of the archival code is missing.
Result<Fields> volume_facts(const DossierRules&, const DossierPlan&, const VolumePlan&,
                            const VolumeDescription&);

}  // namespace anjuan::dossier
