#include "publication/receipts.h"

#include <gtest/gtest.h>

#include "base/digest.h"
#include "base/text.h"
#include "results.h"

namespace anjuan::publication {
namespace {

const std::vector<std::string> channels{"县政府门户网站", "本单位新媒体"};

ChannelReceipt receipt(std::string channel) {
  return {std::move(channel), "https://www.example.gov.cn/gs/2026/1009.html", "2026-10-09T09:30:00+08:00",
          sha256("screenshot")};
}

TEST(IsPublished, NeedsEveryChannel) {
  const PublicationRules rules = shipped_rules();
  EXPECT_FALSE(is_published(channels, {}, rules));
  EXPECT_FALSE(is_published(channels, {receipt("县政府门户网站")}, rules));
  EXPECT_TRUE(is_published(channels, {receipt("县政府门户网站"), receipt("本单位新媒体")}, rules));
  const Diagnostics found = check_receipts(channels, {receipt("县政府门户网站")}, rules);
  ASSERT_EQ(codes(found), Codes{"AJ2650"});
  EXPECT_EQ(sentence(found[0], Language::chinese), "尚未登记在“本单位新媒体”公开");
  EXPECT_EQ(found[0].basis->article, "第六条、第十二条");
}

TEST(CheckReceipt, NeedsAddressTimeAndScreenshot) {
  EXPECT_TRUE(check_receipt(receipt("x"), "").empty());
  EXPECT_EQ(codes(check_receipt({"x", "", " ", ""}, "")), (Codes{"AJ2651", "AJ2651", "AJ2651"}));
  ChannelReceipt wrong = receipt("x");
  wrong.address = "门户网站首页";
  wrong.time = "上午";
  wrong.screenshot_digest = "截图.png";
  EXPECT_EQ(codes(check_receipt(wrong, "")), (Codes{"AJ2652", "AJ2652", "AJ2652"}));
  wrong = receipt("x");
  wrong.address = "https://";
  EXPECT_EQ(codes(check_receipt(wrong, "")), Codes{"AJ2652"});
  wrong.address = "https://a.cn/\" onload=\"x";
  EXPECT_EQ(codes(check_receipt(wrong, "")), Codes{"AJ2652"});
  wrong = receipt("x");
  wrong.time = "2026年10月9日";
  EXPECT_TRUE(check_receipt(wrong, "").empty());
}

TEST(CheckReceipts, TakeALaterReceiptThatMendsAnEarlier) {
  const PublicationRules rules = shipped_rules();
  ChannelReceipt early = receipt("县政府门户网站");
  early.screenshot_digest = "";
  EXPECT_EQ(codes(check_receipts({"县政府门户网站"}, {early}, rules)), Codes{"AJ2651"});
  EXPECT_TRUE(is_published({"县政府门户网站"}, {early, receipt("县政府门户网站")}, rules));
  EXPECT_TRUE(is_published({"县政府门户网站"}, {receipt("县政府门户网站"), early}, rules));
}

TEST(LoadPublicationRules, NamesCodesGivenTwice) {
  const std::string text = replace_all(read_shipped("publication.xml"), "code=\"02\"", "code=\"01\"");
  EXPECT_EQ(codes(load_publication_rules(text, "publication.xml").diagnostics()), Codes{"AJ2605"});
  EXPECT_FALSE(load_publication_rules("<publication/>", "publication.xml").ok());
}

}  // namespace
}  // namespace anjuan::publication
