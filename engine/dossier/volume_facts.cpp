#include "dossier/volume_facts.h"

#include "base/text.h"
#include "dossier/blanks.h"

namespace anjuan::dossier {
namespace {

Value day_or_empty(const std::optional<Day>& day) { return day ? Value(*day) : Value(); }

/// 20260910, as archives write days in a contents table (DA/T 22-2015).
std::string digits_of(Day day) {
  std::string digits;
  for (const char c : iso(day)) {
    if (c != '-') digits += c;
  }
  return digits;
}

Value contents_list(const VolumePlan& volume) {
  List list;
  for (const ContentsRow& row : volume.contents) {
    list.push_back(Fields{{"序号", row.n},
                          {"文号", row.number},
                          {"责任者", row.responsible},
                          {"题名", row.title},
                          {"日期", row.date},
                          {"日期数字", digits_of(row.date)},
                          {"页号", row.pages},
                          {"备注", row.remark}});
  }
  return list;
}

/// The title, with what the paper lacks if it is there at all.
std::string title_of(const ExcusedPaper& paper, const DossierWords& words) {
  switch (paper.lack) {
    case ExcusedPaper::Lack::missing:
      return paper.title;
    case ExcusedPaper::Lack::unsigned_paper:
      return paper.title + "（" + words.not_signed + "）";
    case ExcusedPaper::Lack::unserved:
      break;
  }
  return paper.title + "（" + words.not_served + "）";
}

Value excused_list(const DossierPlan& plan, const DossierWords& words) {
  List list;
  for (const ExcusedPaper& paper : plan.excused) {
    list.push_back(Fields{{"题名", title_of(paper, words)},
                          {"原因", paper.note.reason},
                          {"批准人", paper.note.approved_by},
                          {"批准日期", day_or_empty(paper.note.approved_on)},
                          {"说明文号", paper.note.number}});
  }
  return list;
}

/// 情况说明. A voided paper without a number is told by its day.
Result<Value> remarks_list(const DossierRules& rules, const DossierPlan& plan,
                           const VolumeDescription& about) {
  List list;
  for (const PaperItem& paper : plan.voided) {
    const Fields fields{{"题名", paper.title},
                        {"文号", paper.number.empty() ? official(paper.date) : paper.number},
                        {"日期", paper.date},
                        {"备注", paper.remark}};
    ANJUAN_TRY(std::string sentence, fill_pattern(rules.words.voided, fields, {rules.file}));
    list.emplace_back(std::move(sentence));
  }
  for (const std::string& remark : about.remarks) list.emplace_back(remark);
  return Value(std::move(list));
}

/// What identifies the volume in the archive.
void add_archival(const DossierRules& rules, const VolumeDescription& about, std::string code,
                  Fields& facts) {
  facts["档号"] = std::move(code);
  facts["全宗号"] = about.parts.fonds;
  facts["门类"] = rules.category;
  facts["年度"] = about.parts.year;
  facts["保管期限"] = about.parts.period.name;
  facts["期限代码"] = about.parts.period.code;
  facts["机构代码"] = about.parts.unit;
}

}  // namespace

Result<std::string> dossier_title(const DossierRules& rules, const DossierKind& kind, const Fields& facts) {
  return fill_pattern(kind.title, facts, {rules.file});
}

Result<Fields> volume_facts(const DossierRules& rules, const DossierPlan& plan, const VolumePlan& volume,
                            const VolumeDescription& about) {
  ANJUAN_TRY(std::string code, archival_code(rules, about.parts));
  ANJUAN_TRY(Value remarks, remarks_list(rules, plan, about));
  const DossierKind* kind = rules.kind(plan.kind);
  Fields facts{{"卷宗类别", kind ? kind->name : ""},
               {"卷别", volume.part},
               {"卷次", volume.ordinal},
               {"卷数", volume.total},
               {"案卷题名", about.title},
               {"案卷号", about.case_number},
               {"主要文号", about.main_number},
               {"当事人", about.party},
               {"承办股室", about.handling_unit},
               {"承办人", about.handled_by},
               {"检查开始", day_or_empty(about.inspected_from)},
               {"检查结束", day_or_empty(about.inspected_to)},
               {"结案日期", day_or_empty(about.closed_on)},
               {"处理结果", about.result},
               {"立卷人", about.compiled_by},
               {"检查人", about.checked_by},
               {"立卷日期", day_or_empty(about.compiled_on)},
               {"归档日期", day_or_empty(about.archived_on)},
               {"件数", static_cast<std::int64_t>(volume.items.size())},
               {"页数", volume.pages},
               {"音像说明", about.recordings},
               {"互见号", join(about.cross_references, "、")},
               {"卷内文件", contents_list(volume)},
               {"缺件", excused_list(plan, rules.words)},
               {"情况说明", std::move(remarks)}};
  add_archival(rules, about, std::move(code), facts);
  return facts;
}

}  // namespace anjuan::dossier
