// A well-formed file as values with places.

#include "xml/document.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace anjuan::xml {
namespace {

constexpr std::string_view sample =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<!-- 示例 -->\n"
    "<scxml xmlns=\"urn:chart\" xmlns:aj=\"urn:paper\">\n"
    "  <state id=\"甲\" aj:label = '立案 &amp; 审批'>前<b/>后</state>\n"
    "  <aj:role id=\"r\"/>\n"
    "  <state id=\"乙\"><x xmlns=\"urn:other\" xml:lang=\"zh\"/></state>\n"
    "</scxml>\n";

Element root() { return parse(sample, "示例.xml").value(); }

TEST(Parse, ResolvesNamespaces) {
  const Element scxml = root();
  EXPECT_EQ(scxml.ns, "urn:chart");
  EXPECT_EQ(scxml.name, "scxml");
  EXPECT_TRUE(scxml.attributes.empty()) << "declarations are no attributes";
  ASSERT_EQ(scxml.children().size(), 3u);
  EXPECT_EQ(scxml.children()[1]->ns, "urn:paper");
  EXPECT_EQ(scxml.children()[2]->children()[0]->ns, "urn:other");
}

TEST(Parse, LeavesAttributesWithoutPrefixInNoNamespace) {
  const Element scxml = root();
  const Element& state = *scxml.children()[0];
  EXPECT_EQ(state.get("id"), "甲");
  EXPECT_EQ(state.get("label"), "") << "the label is in the namespace of papers";
  EXPECT_EQ(state.get_ns("urn:paper", "label"), "立案 & 审批");
  EXPECT_EQ(state.get("missing", "otherwise"), "otherwise");
}

TEST(Parse, KnowsWhereEverythingStands) {
  const Element scxml = root();
  const Element& state = *scxml.children()[0];
  EXPECT_EQ(state.place.file, "示例.xml");
  EXPECT_EQ(std::pair(state.place.line, state.place.column), std::pair(4, 3));
  const Attribute& label = *state.attribute("label", "urn:paper");
  EXPECT_EQ(std::pair(label.place.line, label.place.column), std::pair(4, 17));
  EXPECT_EQ(std::pair(label.value_place.line, label.value_place.column), std::pair(4, 29));
  EXPECT_EQ(state.place_of("id").column, 14);
  EXPECT_EQ(state.place_of("missing").column, 3);
}

TEST(Parse, KeepsTextAndElementsInTheirOrder) {
  const Element scxml = root();
  const Element& state = *scxml.children()[0];
  ASSERT_EQ(state.content.size(), 3u);
  EXPECT_EQ(state.content[0].text, "前");
  EXPECT_TRUE(state.content[1].is_element());
  EXPECT_EQ(state.content[2].text, "后");
  EXPECT_EQ(state.content[2].place.line, 4);
  EXPECT_EQ(state.text(), "前后");
}

TEST(Parse, FindsChildrenByName) {
  const Element scxml = root();
  EXPECT_EQ(scxml.children("state").size(), 2u);
  EXPECT_EQ(scxml.child("state")->get("id"), "甲");
  EXPECT_EQ(scxml.child("role"), nullptr) << "it is in another namespace";
}

TEST(Parse, ReadsSectionsReferencesAndLineEnds) {
  const auto element = parse("<a>1 &lt; 2<![CDATA[ & <x>]]>&#x4e2d;\r\n</a>", "f");
  ASSERT_TRUE(element.ok());
  EXPECT_EQ(element->text(), "1 < 2 & <x>中\n");
}

TEST(Parse, KeepsPlacesOfTextBetweenCommentsAndSections) {
  const auto element = parse("<a>\n  <!-- x -->甲<![CDATA[乙]]>\n <b/>丙</a>", "f");
  ASSERT_TRUE(element.ok());
  ASSERT_EQ(element->content.size(), 4u);
  EXPECT_EQ(element->content[0].place.line, 2);
  EXPECT_EQ(element->content[1].place.column, 14);
  EXPECT_EQ(element->content[3].place.line, 3);
}

TEST(Parse, TakesAByteOrderMarkOff) {
  const auto element = parse("\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"utf-8\"?><a/>", "f");
  ASSERT_TRUE(element.ok());
  EXPECT_EQ(element->place.column, 39);
}

TEST(Parse, LetsAPrefixBeDeclaredWhereItIsUsedAndDeclaredAnew) {
  const auto element = parse("<p:a xmlns:p=\"urn:1\"><p:b xmlns:p=\"urn:2\"><p:c/></p:b><p:d/></p:a>", "f");
  ASSERT_TRUE(element.ok());
  EXPECT_EQ(element->ns, "urn:1");
  EXPECT_EQ(element->children()[0]->ns, "urn:2");
  EXPECT_EQ(element->children()[0]->children()[0]->ns, "urn:2");
  EXPECT_EQ(element->children()[1]->ns, "urn:1");
}

TEST(Parse, TakesChineseNames) {
  const auto element = parse("<案件 编号=\"1\"/>", "f");
  ASSERT_TRUE(element.ok());
  EXPECT_EQ(element->name, "案件");
  EXPECT_EQ(element->get("编号"), "1");
}

TEST(Parse, NeverStopsTheProgramOnACutOrChangedFile) {
  for (std::size_t length = 0; length <= sample.size(); ++length)
    (void)parse(sample.substr(0, length), "f").ok();
  for (std::size_t at = 0; at < sample.size(); ++at) {
    for (const char c : {'<', '>', '"', '&', '/', '=', ' ', '\0', 'x', '\xe3'}) {
      std::string changed(sample);
      changed[at] = c;
      (void)parse(changed, "f").ok();
    }
  }
}

}  // namespace
}  // namespace anjuan::xml
