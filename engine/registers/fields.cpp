#include "registers/fields.h"

#include <algorithm>
#include <array>
#include <type_traits>

namespace anjuan::registers {

namespace {

constexpr std::string_view drawable_name = "可抽取", why_not_name = "不可抽取原因";

template <class Row>
struct FieldTable;

template <>
struct FieldTable<InspectionTarget> {
  using R = InspectionTarget;
  // clang-format off
  static inline const std::array rows = std::to_array<Field<R>>({
      {"编号", &R::id, true}, {"业务类别", &R::trade, true}, {"名称", &R::name, true},
      {"统一社会信用代码", &R::uscc, true}, {"许可证号", &R::licence_number},
      {"组织形式", &R::organisation_form}, {"负责人", &R::head}, {"住所", &R::address},
      {"电话", &R::phone}, {"主管股室", &R::section}, {"执业状态", &R::status, true},
      {"按涉企管理", &R::enterprise}, {"风险等级", &R::risk_grade}, {"投诉件数", &R::complaints},
      {"处罚次数", &R::penalties}, {"已检查次数", &R::inspected_this_year},
      {"执业人员数", &R::practitioners}, {"设立日期", &R::founded}, {"上次检查日期", &R::last_inspected},
      {"纳入日期", &R::joined}, {"退出日期", &R::left}, {"退出原因", &R::left_reason},
      {"备注", &R::remark}, {drawable_name, &R::drawable}, {why_not_name, &R::why_not},
  });
  // clang-format on
};

template <>
struct FieldTable<Practitioner> {
  using R = Practitioner;
  // clang-format off
  static inline const std::array rows = std::to_array<Field<R>>({
      {"编号", &R::id, true}, {"业务类别", &R::trade, true}, {"姓名", &R::name, true},
      {"人员类别", &R::category}, {"执业证号", &R::licence_number, true}, {"机构编号", &R::target, true},
      {"机构名称", &R::target_name}, {"执业状态", &R::status, true}, {"证件号码", &R::identity_number},
      {"电话", &R::phone}, {"投诉件数", &R::complaints}, {"处罚次数", &R::penalties},
      {"首次执业日期", &R::first_licensed}, {"纳入日期", &R::joined}, {"退出日期", &R::left},
      {"退出原因", &R::left_reason}, {"备注", &R::remark}, {drawable_name, &R::drawable},
      {why_not_name, &R::why_not},
  });
  // clang-format on
};

template <>
struct FieldTable<Inspector> {
  using R = Inspector;
  // clang-format off
  static inline const std::array rows = std::to_array<Field<R>>({
      {"编号", &R::id, true}, {"姓名", &R::name, true}, {"单位", &R::organisation}, {"股室", &R::section},
      {"职务", &R::post}, {"执法证号", &R::certificate_number, true},
      {"执法类别", &R::qualification, true}, {"发证机关", &R::issuer},
      {"证件状态", &R::certificate_status}, {"在库状态", &R::status, true},
      {"证件有效期起", &R::certificate_from, true}, {"证件有效期止", &R::certificate_until, true},
      {"纳入日期", &R::joined}, {"利害关系", &R::interests}, {"利害关系事由", &R::interest_reason},
      {"电话", &R::phone}, {"备注", &R::remark}, {drawable_name, &R::drawable},
      {why_not_name, &R::why_not},
  });
  // clang-format on
};

template <>
struct FieldTable<InspectionItem> {
  using R = InspectionItem;
  // clang-format off
  static inline const std::array rows = std::to_array<Field<R>>({
      {"编号", &R::id, true}, {"名称", &R::name, true}, {"业务类别", &R::trade, true},
      {"检查对象", &R::applies_to}, {"内容", &R::content}, {"依据", &R::basis, true},
      {"依据核实情况", &R::basis_state}, {"检查主体", &R::authority}, {"股室", &R::section},
      {"方式", &R::manner}, {"抽查比例", &R::sampling_rate, true}, {"计划频次", &R::frequency},
      {"年度上限", &R::yearly_cap, true}, {"事项类别", &R::weight}, {"对象层次", &R::level},
      {"检查表", &R::form}, {"公示渠道", &R::channels}, {"清单版本", &R::list_version},
      {"生效日期", &R::effective}, {"备注", &R::remark}, {drawable_name, &R::drawable},
      {why_not_name, &R::why_not},
  });
  // clang-format on
};

template <>
struct FieldTable<PlannedRound> {
  using R = PlannedRound;
  // clang-format off
  static inline const std::array rows = std::to_array<Field<R>>({
      {"编号", &R::id, true}, {"任务", &R::name, true}, {"年度", &R::year, true}, {"抽查事项", &R::items},
      {"业务类别", &R::trades}, {"拟抽数", &R::planned}, {"方式", &R::manner}, {"时间", &R::period},
      {"承办股室", &R::section}, {"备注", &R::remark}, {drawable_name, &R::drawable}, {why_not_name, &R::why_not},
  });
  // clang-format on
};

template <>
struct FieldTable<RecordedCheck> {
  using R = RecordedCheck;
  // clang-format off
  static inline const std::array rows = std::to_array<Field<R>>({
      {"编号", &R::id, true}, {"对象编号", &R::target, true}, {"对象名称", &R::name}, {"检查日期", &R::on, true},
      {"检查种类", &R::check_kind, true}, {"检查方式", &R::manner}, {"检查机关", &R::authority}, {"任务编号", &R::round},
      {"计入频次", &R::counts, true}, {"计入覆盖", &R::covers, true}, {"备注", &R::remark},
      {drawable_name, &R::drawable}, {why_not_name, &R::why_not},
  });
  // clang-format on
};

Value value_of(const std::string& text) { return text; }
Value value_of(std::int64_t number) { return number; }
Value value_of(bool flag) { return flag; }
Value value_of(Decimal number) { return number; }
Value value_of(const std::optional<Day>& day) { return day ? Value(*day) : Value(); }
Value value_of(const std::vector<std::string>& texts) {
  List list;
  for (const std::string& text : texts) list.emplace_back(text);
  return list;
}

void set(std::string& target, const Value& value) { target = value.text_or_empty(); }
void set(std::int64_t& target, const Value& value) {
  if (value.is(Value::Kind::integer)) target = value.integer();
}
void set(bool& target, const Value& value) {
  if (value.is(Value::Kind::boolean)) target = value.boolean();
}
void set(Decimal& target, const Value& value) {
  if (value.is(Value::Kind::decimal) || value.is(Value::Kind::integer)) target = value.decimal();
}
void set(std::optional<Day>& target, const Value& value) {
  if (value.is(Value::Kind::date)) target = value.date();
}
void set(std::vector<std::string>& target, const Value& value) {
  if (!value.is(Value::Kind::list)) return;
  target.clear();
  for (const Value& one : value.list()) target.push_back(one.text_or_empty());
}

}  // namespace

template <class Row>
std::span<const Field<Row>> fields_of() {
  return FieldTable<Row>::rows;
}

template <class Row>
void set_member(Row& row, const Member<Row>& member, const Value& value) {
  std::visit([&](auto one) { set(row.*one, value); }, member);
}

template <class Row>
Value to_value(const Row& row) {
  Fields record = row.others;
  for (const Field<Row>& field : fields_of<Row>()) {
    record[std::string(field.name)] =
        std::visit([&](auto member) { return value_of(row.*member); }, field.member);
  }
  return record;
}

template <class Row>
Row from_value(const Value& value) {
  Row row;
  if (!value.is(Value::Kind::record)) return row;
  for (const auto& [name, content] : value.record()) {
    const auto table = fields_of<Row>();
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&name = name](const Field<Row>& f) { return f.name == name; });
    if (found == table.end()) {
      row.others[name] = content;
    } else {
      set_member(row, found->member, content);
    }
  }
  return row;
}

bool is_certificate_valid(const Inspector& inspector, Day day) {
  return inspector.drawable && inspector.certificate_from && inspector.certificate_until &&
         *inspector.certificate_from <= day && day <= *inspector.certificate_until;
}

template std::span<const Field<InspectionTarget>> fields_of<InspectionTarget>();
template void set_member(InspectionTarget&, const Member<InspectionTarget>&, const Value&);
template Value to_value(InspectionTarget const&);
template InspectionTarget from_value<InspectionTarget>(const Value&);
template std::span<const Field<Practitioner>> fields_of<Practitioner>();
template void set_member(Practitioner&, const Member<Practitioner>&, const Value&);
template Value to_value(Practitioner const&);
template Practitioner from_value<Practitioner>(const Value&);
template std::span<const Field<Inspector>> fields_of<Inspector>();
template void set_member(Inspector&, const Member<Inspector>&, const Value&);
template Value to_value(Inspector const&);
template Inspector from_value<Inspector>(const Value&);
template std::span<const Field<InspectionItem>> fields_of<InspectionItem>();
template void set_member(InspectionItem&, const Member<InspectionItem>&, const Value&);
template Value to_value(InspectionItem const&);
template InspectionItem from_value<InspectionItem>(const Value&);
template std::span<const Field<PlannedRound>> fields_of<PlannedRound>();
template void set_member(PlannedRound&, const Member<PlannedRound>&, const Value&);
template Value to_value(PlannedRound const&);
template PlannedRound from_value<PlannedRound>(const Value&);
template std::span<const Field<RecordedCheck>> fields_of<RecordedCheck>();
template void set_member(RecordedCheck&, const Member<RecordedCheck>&, const Value&);
template Value to_value(RecordedCheck const&);
template RecordedCheck from_value<RecordedCheck>(const Value&);

}  // namespace anjuan::registers
