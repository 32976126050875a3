// Digests against published vectors: FIPS 180-4 for SHA-256, GB/T 32905-2016 appendix A for SM3.

#include "base/digest.h"

#include <gtest/gtest.h>

namespace anjuan {
namespace {

std::string sm3(std::string_view bytes) { return digest(DigestKind::sm3, bytes); }

TEST(Sha256, MatchesThePublishedVectors) {
  EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(sha256(std::string(1'000'000, 'a')),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sm3, MatchesTheVectorsOfTheStandard) {
  EXPECT_EQ(sm3("abc"), "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
  std::string sixteen_times;
  for (int i = 0; i < 16; ++i) sixteen_times += "abcd";
  EXPECT_EQ(sm3(sixteen_times), "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
}

// The second begins while the first is not done, and the next takes over what either leaves.
TEST(RunningDigest, IsItsOwnBesideAnother) {
  for (int i = 0; i < 3; ++i) {
    RunningDigest one(DigestKind::sha256);
    one.add("ab");
    {
      RunningDigest other(DigestKind::sm3);
      other.add("abc");
      one.add("c");
      EXPECT_EQ(other.finish(), sm3("abc"));
    }
    EXPECT_EQ(one.finish(), sha256("abc"));
    RunningDigest given_up(DigestKind::sha256);
    given_up.add("x");
  }
}

TEST(ParseDigestKind, KnowsTheTwoNames) {
  for (const DigestKind kind : {DigestKind::sha256, DigestKind::sm3})
    EXPECT_EQ(parse_digest_kind(name_of(kind)), kind);
  EXPECT_EQ(parse_digest_kind("SHA256"), std::nullopt);
  EXPECT_EQ(parse_digest_kind("md5"), std::nullopt);
}

TEST(Hex, WritesLowerCase) { EXPECT_EQ(hex(std::string_view("\x00\xff\x1a", 3)), "00ff1a"); }

TEST(IsHexDigest, AsksForSixtyFourLowerCaseDigits) {
  EXPECT_TRUE(is_hex_digest(sha256("")));
  EXPECT_FALSE(is_hex_digest(std::string(64, 'A')));
  EXPECT_FALSE(is_hex_digest(std::string(63, 'a')));
  EXPECT_FALSE(is_hex_digest(""));
}

}  // namespace
}  // namespace anjuan
