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

}  // namespace
}  // namespace anjuan::handling
