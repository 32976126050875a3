#include "handling/practitioner_stage.h"

#include <algorithm>
#include <map>
#include <set>

#include "handling/draw_lots.h"
#include "handling/draw_rules.h"
#include "handling/library.h"
#include "handling/messages.h"

namespace anjuan::handling {
namespace {

using registers::Practitioner;

constexpr const char *list_fact = "执业人员清单", *digest_fact = "执业人员清单摘要";

/// Of each institution so many of its practitioners.
struct StageRules {
  ByTrade<Share> share;
  std::int64_t least = 0;
};

Result<StageRules> read_stage(const Value& given) {
  StageRules rules;
  Diagnostics wrong;
  const auto percent = [&](const std::string& name, const Value& value) {
    if (const auto share = share_of(value)) return *share;
    wrong.push_back(diagnose(draw_rule_wrong, Place{}, "执业人员." + name, display(value), Wording("0 到 100 的百分数", "a percentage from 0 to 100")));
    return Share{};
  };
  rules.share.common = percent("比例", given.field("比例"));
  if (const Value& own = given.field("行业比例"); own.is(Value::Kind::record)) {
    for (const auto& [trade, value] : own.record()) rules.share.own.emplace(trade, percent("行业比例." + trade, value));
  }
  if (const Value& least = given.field("最少"); least.is(Value::Kind::integer) && least.integer() >= 0) rules.least = least.integer();
  if (!wrong.empty()) return wrong;
  return rules;
}

/// Nobody is assigned to a practitioner: the team of his institution inspects. The list must name two seats,
/// which two placeholders fill.
void add_placeholders(draw::FrozenList& list) {
  for (const char* id : {"team-1", "team-2"}) {
    draw::Inspector one;
    one.id = one.name = id;
    list.inspectors.push_back(std::move(one));
  }
}

/// The institutions of the list by id, with their trades.
std::map<std::string, std::string> trades_of(const draw::FrozenList& institutions, const std::vector<registers::InspectionTarget>& targets) {
  std::set<std::string, std::less<>> listed;
  for (const draw::Object& object : institutions.objects) listed.insert(object.id);
  std::map<std::string, std::string> out;
  for (const auto& target : targets) {
    if (listed.contains(target.id)) out.emplace(target.id, target.trade);
  }
  return out;
}

draw::FrozenList stage_list(const draw::FrozenList& institutions, const std::map<std::string, std::string>& trades,
                            const std::vector<Practitioner>& people, const StageRules& rules) {
  draw::FrozenList list;
  list.hash = institutions.hash;
  list.draw = institutions.draw;
  list.date = institutions.date;
  list.previous = institutions.previous;
  list.contributors = institutions.contributors;
  list.slack = 0;
  std::set<std::string> strata;
  for (const Practitioner& person : people) {
    const auto trade = trades.find(person.target);
    if (!person.drawable || trade == trades.end()) continue;
    const Share& share = rules.share.of(trade->second);
    if (strata.insert(person.target).second) list.strata.push_back({person.target, share.numerator, share.denominator, rules.least, std::nullopt, false});
    draw::Object object;
    object.id = person.id;
    object.stratum = person.target;
    object.name = person.name;
    list.objects.push_back(std::move(object));
  }
  add_placeholders(list);
  return list;
}

struct StageResult {
  draw::FrozenList list;
  draw::DrawResult result;
  std::string seed;
};

/// Draws the second stage with the values that the first was opened with.
Result<StageResult> draw_stage(const cases::DrawRecord& record) {
  ANJUAN_TRY(const draw::FrozenList first, draw::parse_list(record.list, record.id));
  ANJUAN_TRY(const draw::Seed opened, draw::parse_seed(first, record.seed, record.id));
  ANJUAN_TRY(draw::FrozenList list, draw::parse_list(record.facts.field(list_fact).text_or_empty(), record.id));
  std::string bytes = draw::write_seed(list, opened.values);
  ANJUAN_TRY(const draw::Seed seed, draw::parse_seed(list, bytes, record.id));
  ANJUAN_TRY(draw::DrawResult result, draw::draw(list, seed));
  return StageResult{std::move(list), std::move(result), std::move(bytes)};
}

bool has_stage(const cases::DrawRecord& record) { return !record.seed.empty() && !record.facts.field(list_fact).text_or_empty().empty(); }

}  // namespace

Result<Fields> freeze_practitioners(Work& work, const Fields& values, const draw::FrozenList& institutions) {
  const auto asked = values.find("执业人员");
  if (asked == values.end() || asked->second.empty() || (asked->second.is(Value::Kind::record) && asked->second.record().empty())) return Fields{};
  ANJUAN_TRY(const Value given, draw_value(values, "执业人员", Value::Kind::record));
  ANJUAN_TRY(const StageRules rules, read_stage(given));
  ANJUAN_TRY(const auto row, work.tx.load_register("practitioners"));
  if (!row) {  // the institutions are drawn all the same
    work.receipt.remarks.push_back(diagnose(no_practitioners, Place{}));
    return Fields{};
  }
  ANJUAN_TRY(const PeopleRead read, read_people(work));
  const DrawPeople& people = *read;
  const auto practitioners = registers::register_of<Practitioner>(row->body);
  const draw::FrozenList draft = stage_list(institutions, trades_of(institutions, people.targets.rows), practitioners.rows, rules);
  if (draft.objects.empty()) return Fields{};
  ANJUAN_TRY(const draw::Frozen frozen, draw::freeze(draft, institutions.draw));
  ANJUAN_DO(work.tx.freeze_register("practitioners", row->version));
  return Fields{{list_fact, frozen.bytes}, {digest_fact, frozen.list.digest}, {"执业人员库版本", row->version},
                {"执业人员基数", static_cast<std::int64_t>(frozen.list.objects.size())}};
}

Result<PractitionerFiles> practitioner_files(const cases::DrawRecord& record) {
  if (!has_stage(record)) return PractitionerFiles{};
  ANJUAN_TRY(const StageResult stage, draw_stage(record));
  return PractitionerFiles{record.facts.field(list_fact).text(), stage.seed, draw::write_result(stage.result)};
}

Value practitioners_fact(const cases::DrawRecord& record, const std::vector<std::string>& drawn, const DrawPeople& people) {
  if (!has_stage(record)) return List{};
  const auto stage = draw_stage(record);
  if (!stage.ok()) return List{};
  std::map<std::string, std::string> names;
  for (const draw::Object& object : stage->list.objects) names.emplace(object.id, object.name);
  List out;
  for (const std::string& institution : drawn) {
    for (const draw::ObjectLot& lot : stage->result.objects) {
      if (lot.stratum != institution || lot.status != draw::ObjectStatus::selected) continue;
      out.push_back(Fields{{"机构编号", institution}, {"机构", people.name_of_target(institution)}, {"编号", lot.id}, {"姓名", names[lot.id]},
                           {"名次", lot.rank}, {"签值", lot.ticket}});
    }
  }
  return out;
}

}  // namespace anjuan::handling
