// The register definition: what is wrong with it, and which columns may not be published.

#include "registers/mapping.h"

#include "registers/county.h"

namespace anjuan::registers {
namespace {

Strings faults(const std::string& from, const std::string& to) {
  const std::string text = file_bytes("workflows/registers.xml");
  EXPECT_NE(text.find(from), std::string::npos) << from;
  std::string changed = text;
  changed.replace(changed.find(from), from.size(), to);
  const auto result = load_mapping(changed, "registers.xml");
  Strings list;
  if (!result.ok()) {
    for (const Diagnostic& d : result.diagnostics()) list.push_back(d.row->code);
  }
  return list;
}

TEST(LoadMapping, FindsFaultsOfTheDefinition) {
  EXPECT_EQ(faults("aliases=\"公证 ", "aliases=\"律师 公证 "), Strings{"AJ2104"});
  EXPECT_EQ(faults("field=\"许可证号\" kind=\"certificate\"", "field=\"编号\" kind=\"certificate\""),
            Strings{"AJ2100"});
  EXPECT_EQ(faults("<column name=\"统一社会信用代码\"", "<column field=\"别的\" name=\"统一社会信用代码\""),
            Strings{"AJ2101"});
  EXPECT_EQ(faults("<column name=\"设立日期\" kind=\"date\"/>", "<column name=\"设立日期\"/>"),
            Strings{"AJ2102"});
  EXPECT_EQ(faults("<column name=\"组织形式\" public", "<column name=\"组织形式\" kind=\"status\" public"),
            Strings{"AJ2103"});
  EXPECT_EQ(faults("kind=\"practitioners\"", "kind=\"inspectors\"").front(), "AJ2101");
  EXPECT_NE(faults("<column name=\"组织形式\" public", "<colum name=\"组织形式\" public"), Strings{});
  EXPECT_NE(faults("</registers>", ""), Strings{});
}

TEST(LoadMapping, RefusesADayThatIsNotInEveryYearAndAPublicPhone) {
  EXPECT_EQ(faults("refresh-by=\"12-31\"", "refresh-by=\"02-29\""), Strings{"AJ2106"});
  EXPECT_EQ(faults("warn-from=\"10-01\"", "warn-from=\"十月一日\""), Strings{"AJ2106"});
  EXPECT_EQ(faults("field=\"电话\" kind=\"phone\"", "field=\"电话\" kind=\"phone\" public=\"yes\""), Strings{"AJ2107"});
}

// R06-4: the days are data.
TEST(LoadMapping, ReadsTheDaysOfTheYear) {
  const RegisterColumns& targets = *mapping().columns_of(RegisterKind::targets);
  ASSERT_TRUE(targets.refresh.has_value());
  EXPECT_EQ(targets.refresh->by.in(2026), make_day(2026, 12, 31));
  EXPECT_EQ(targets.refresh->warn_from.in(2026), make_day(2026, 12, 1));
  EXPECT_FALSE(mapping().columns_of(RegisterKind::checks)->refresh.has_value());
  EXPECT_EQ(mapping().year.unchecked_years, 3);
}

TEST(LoadMapping, RefusesOneRegisterDescribedTwice) {
  const std::string text = file_bytes("workflows/registers.xml");
  const std::size_t start = text.find("<register kind=\"practitioners\""),
                    end = text.find("<register kind=\"inspectors\"");
  const auto result =
      load_mapping(text.substr(0, end) + text.substr(start, end - start) + "</registers>", "registers.xml");
  ASSERT_FALSE(result.ok());
  EXPECT_STREQ(result.diagnostics()[0].row->code, "AJ2105");
}

// Personal columns are known by their kind, not by guessing at their content.
TEST(KindOf, TellsWhichColumnsMustNotBePublished) {
  EXPECT_TRUE(is_withheld(mapping().kind_of(RegisterKind::practitioners, "证件号码")));
  EXPECT_TRUE(is_withheld(mapping().kind_of(RegisterKind::practitioners, "电话")));
  EXPECT_TRUE(is_withheld(mapping().kind_of(RegisterKind::targets, "备注")));
  EXPECT_FALSE(is_withheld(mapping().kind_of(RegisterKind::practitioners, "执业证号")));
  EXPECT_FALSE(is_withheld(mapping().kind_of(RegisterKind::inspectors, "执法证号")));
  EXPECT_EQ(name_of(ColumnKind::identity_number), "identity-number");
  EXPECT_EQ(name_of(RegisterKind::items), "items");
}

}  // namespace
}  // namespace anjuan::registers
