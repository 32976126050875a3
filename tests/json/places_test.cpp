// Where a value stands in a JSON text.

#include "json/places.h"

#include <gtest/gtest.h>

#include "json/json.h"

namespace anjuan::json {
namespace {

std::string place(std::string_view text, const std::vector<std::string>& path) {
  EXPECT_TRUE(read(text, Place{}).ok()) << text;
  const Place found = place_of(text, path, Place{"a.json", 1, 1});
  return std::to_string(found.line) + ":" + std::to_string(found.column);
}

const std::string_view people =
    "{\n  \"对象\": {\"名称\": \"某\\\"}所\", \"人数\": 3},\n  \"人员\": [ 1, [2, {}],\n    {\"姓名\": "
    "\"甲\"} ]\n}";

TEST(PlaceOf, IsTheLineAndColumnOfTheName) {
  EXPECT_EQ(place(people, {}), "1:1");
  EXPECT_EQ(place(people, {"对象"}), "2:3");
  EXPECT_EQ(place(people, {"对象", "人数"}), "2:25") << "columns count characters";
  EXPECT_EQ(place(people, {"人员"}), "3:3");
}

TEST(PlaceOf, IsTheValueInAList) {
  EXPECT_EQ(place(people, {"人员", "0"}), "3:11");
  EXPECT_EQ(place(people, {"人员", "1"}), "3:14");
  EXPECT_EQ(place(people, {"人员", "2", "姓名"}), "4:6");
}

TEST(PlaceOf, ReadsNamesAsTheyAreMeant) {
  EXPECT_EQ(place("{\"\\u7532\": 1, \"a\\\\\\\"b\": 2}", {"甲"}), "1:2");
}

TEST(PlaceOf, StopsWhereThePathLeadsNoFurther) {
  EXPECT_EQ(place(people, {"对象", "没有"}), "2:3");
  EXPECT_EQ(place(people, {"没有"}), "1:1");
  EXPECT_EQ(place("5", {"甲"}), "1:1");
}

TEST(PlaceOf, SkipsWhatIsDeep) {
  const std::string deep = "{\"a\": " + std::string(190, '[') + std::string(190, ']') + ",\n\"b\": 1}";
  EXPECT_EQ(place(deep, {"b"}), "2:1");
}

}  // namespace
}  // namespace anjuan::json
