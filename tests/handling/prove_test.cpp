// Which procedures are proved when an office takes up definitions.

#include "handling/prove.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace anjuan::handling {
namespace {

using Files = std::set<std::string>;

const std::string chart =
    "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" xmlns:aj=\"urn:anjuan:paperwork:1\" version=\"1.0\" name=\"信函\" aj:kind=\"case\" "
    "aj:label=\"信函\"><state id=\"写\"><transition event=\"提交\" target=\"完\" aj:label=\"提交\"/></state><final id=\"完\"/></scxml>\n";

TEST(TakenUpAnew, LeavesOutWhatIsInForceByteForByte) {
  const Library now = read_library({{"letters.xml", chart}});
  EXPECT_EQ(taken_up_anew(now, {}), Files{"letters.xml"});
  EXPECT_EQ(taken_up_anew(read_library({{"elsewhere/letters.xml", chart}}), now), Files{});
  EXPECT_EQ(taken_up_anew(read_library({{"letters.xml", chart + "<!-- 说明 -->"}}), now), Files{"letters.xml"});
  EXPECT_EQ(taken_up_anew(read_library({{"letters.xml", chart}, {"other.xml", replace_all(chart, "name=\"信函\"", "name=\"公函\"")}}), now),
            Files{"other.xml"});
}

/// What a slip in a basis or in one requirement does not touch is told in the same run.
TEST(ProveFiles, GoesOnBesideFaultsThatLeaveTheWaysAlone) {
  const auto told = [](const std::string& inside, const std::string& of_state = "") {
    const std::string stuck = replace_all(chart, "<final", "<state id=\"停\" " + of_state + "/><final");
    const Proofs proofs = prove_files({{"letters.xml", replace_all(stuck, "</scxml>", inside + "</scxml>")}}, {}, {});
    std::set<std::string> codes;
    for (const Diagnostic& d : proofs.found) codes.insert(d.row->code);
    return std::pair(codes, std::pair(proofs.assertions, proofs.proved.size()));
  };
  const std::string holds = "<aj:assert label=\"总能办结\" from=\"写\" reaches=\"完\"/>\n";
  const auto whole = told(holds);
  ASSERT_EQ(whole.second, std::pair(std::size_t{1}, std::size_t{1}));
  EXPECT_EQ(told(holds + "<aj:assert label=\"没有的\" never=\"event:没有\"/>\n"), whole);
  EXPECT_EQ(told(holds + "<aj:assert label=\"一半\" from=\"写\"/>\n"), whole);
  EXPECT_EQ(told(holds + "<aj:assert label=\"依据\" never=\"停\" basis=\"没有\"/>\n"), whole);
  EXPECT_EQ(told(holds + "<aj:assert label=\"条件\" whenever=\"完\" holds=\"没有的名称 == 1\"/>\n"), whole);
  EXPECT_EQ(told(holds, "aj:basis=\"没有\""), whole);
  EXPECT_EQ(told(holds, "aj:role=\"没有\""), whole);
  EXPECT_EQ(told(holds, "initial=\"没有\"").first, std::set<std::string>{}) << "where it leads is not known";
  EXPECT_EQ(told(replace_all(holds, "from=\"写\"", "from=\"写\"\n basis=\"没有\"")).second,
            std::pair(std::size_t{0}, std::size_t{0}));
}

}  // namespace
}  // namespace anjuan::handling
