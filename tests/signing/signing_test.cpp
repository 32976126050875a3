// Signatures are made here and judged by the openssl program, and the other way round.

#include "signing/signing.h"

#include <gtest/gtest.h>

#include <ctime>

#include "signing/keys.h"

namespace anjuan::signing {
namespace {

/// An hour ahead, when the certificates made in these tests are valid for sure.
const Moment now{static_cast<std::int64_t>(std::time(nullptr)) + 3600};
const std::string words = "澄司检通〔2026〕12号\n检查通知书";

std::shared_ptr<const SigningKey> opened(const std::string& p12, const std::string& password) {
  auto key = open_key(p12, password, "章.p12");
  EXPECT_TRUE(key.ok()) << (key.ok() ? "" : sentence(key.diagnostics()[0], Language::chinese));
  return key.ok() ? *key : nullptr;
}

/// The code of the refusal, "" where there is none.
template <class T>
std::string refused(const Result<T>& result) {
  return result.ok() ? "" : result.diagnostics()[0].row->code;
}

class SignDetached : public ::testing::TestWithParam<std::pair<const char*, Form>> {};

TEST_P(SignDetached, IsAcceptedByOpensslAndByUs) {
  const Authority authority;
  const auto key = opened(authority.key("云川", GetParam().first, "口令1"), "口令1");
  ASSERT_NE(key, nullptr);
  const auto signature = sign_detached(words, *key, GetParam().second, now);
  ASSERT_TRUE(signature.ok()) << sentence(signature.diagnostics()[0], Language::chinese);
  put(authority.folder / "words", words);
  put(authority.folder / "signature", *signature);
  EXPECT_TRUE(authority.run(
      "cms -verify -binary -inform DER -in signature -content words -CAfile ca.pem -purpose any"))
      << bytes_of(authority.folder / "out.txt");
  const auto verified = verify_detached(words, *signature, {authority.roots()});
  ASSERT_TRUE(verified.ok());
  EXPECT_TRUE(verified->intact);
  EXPECT_TRUE(verified->trusted);
  EXPECT_EQ(verified->signer.holder, "云川");
  EXPECT_EQ(verified->signer.organ, "示例单位");
  EXPECT_EQ(verified->signer.issuer, "示例发证机构");
  EXPECT_EQ(verified->signed_at, now);
  EXPECT_FALSE(verified->stamped_at.has_value());
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, SignDetached,
    ::testing::Values(std::pair("rsa:2048", Form::cms), std::pair("rsa:3072", Form::cades),
                      std::pair("ec -pkeyopt ec_paramgen_curve:prime256v1", Form::cms),
                      std::pair("ec -pkeyopt ec_paramgen_curve:prime256v1", Form::cades)));

TEST(SignDetached, SignsWithSm2AndSm3) {
  const Authority authority;
  const auto key = opened(authority.sm2_key("澄阳", "口令"), "口令");
  ASSERT_NE(key, nullptr);
  EXPECT_EQ(facts_of(*key).algorithm, "SM2");
  const auto signature = sign_detached(words, *key, Form::cms, now);
  ASSERT_TRUE(signature.ok()) << sentence(signature.diagnostics()[0], Language::chinese);
  EXPECT_TRUE(verify_detached(words, *signature, {authority.roots()})->intact);
  EXPECT_FALSE(verify_detached(words + " ", *signature, {authority.roots()})->intact);
}

TEST(SignDetached, GivesTheSameBytesForTheSameMomentWithRsa) {
  const Authority authority;
  const auto key = opened(authority.key("甲", "rsa:2048", "口令"), "口令");
  EXPECT_EQ(*sign_detached(words, *key, Form::cades, now), *sign_detached(words, *key, Form::cades, now));
}

TEST(SignDetached, RefusesACertificateThatIsNotValidThen) {
  const Authority authority;
  const auto key = opened(authority.key("甲", "rsa:2048", "口令"), "口令");
  const auto late = sign_detached(words, *key, Form::cms, {now.seconds + std::int64_t{3001} * 86400});
  EXPECT_EQ(refused(late), "AJ3706");
}

TEST(OpenKey, RefusesWhatIsNoLockedSigningKey) {
  const Authority authority;
  const std::string good = authority.key("甲", "rsa:2048", "口令");
  EXPECT_EQ(refused(open_key("<html>", "口令", "章.p12")), "AJ3700");
  EXPECT_EQ(refused(open_key(good, "口令2", "章.p12")), "AJ3701");
  EXPECT_EQ(refused(open_key(good.substr(0, good.size() / 2), "口令", "章.p12")), "AJ3700");
  EXPECT_EQ(refused(open_key(authority.key("乙", "rsa:2048", ""), "", "章.p12")), "AJ3702");
  EXPECT_EQ(refused(open_key(authority.key("丙", "rsa:1024", "口令"), "口令", "章.p12")), "AJ3705");
  EXPECT_EQ(refused(open_key(authority.key("丁", "ed25519", "口令"), "口令", "章.p12")), "AJ3704");
  EXPECT_EQ(refused(open_key(authority.key("戊", "rsa:2048", "口令", "keyEncipherment"), "口令", "章.p12")),
            "AJ3707");
  authority.run("pkcs12 -export -nokeys -in 甲.pem -passout pass:口令 -out bare.p12");
  EXPECT_EQ(refused(open_key(bytes_of(authority.folder / "bare.p12"), "口令", "章.p12")), "AJ3703");
}

TEST(VerifyDetached, NoticesEveryChangedByteAndTrustsOnlyTheRootsGiven) {
  const Authority authority, other;
  const auto key = opened(authority.key("甲", "rsa:2048", "口令"), "口令");
  const std::string signature = *sign_detached(words, *key, Form::cades, now);
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string changed = words;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    EXPECT_FALSE(verify_detached(changed, signature, {authority.roots()})->intact) << i;
  }
  EXPECT_FALSE(verify_detached(words, signature, {other.roots()})->trusted);
  EXPECT_FALSE(verify_detached(words, signature, {})->trusted);
  EXPECT_TRUE(verify_detached(words, signature, {other.roots() + authority.roots()})->trusted);
}

TEST(VerifyDetached, NeverTakesADamagedSignatureForAGoodOne) {
  const Authority authority;
  const auto key = opened(authority.key("甲", "rsa:2048", "口令"), "口令");
  const std::string signature = *sign_detached(words, *key, Form::cades, now);
  for (std::size_t i = 0; i < signature.size(); i += 7) {
    std::string damaged = signature;
    damaged[i] = static_cast<char>(damaged[i] ^ 4);
    const auto verified = verify_detached(words, damaged, {authority.roots()});
    // Some bytes say nothing (a certificate of the authority); what stays good must be the same signer's.
    const bool good = verified.ok() && verified->intact && verified->trusted;
    EXPECT_TRUE(!good || verified->signer.holder == "甲") << i;
  }
  EXPECT_FALSE(verify_detached(words, signature.substr(0, 100), {authority.roots()}).ok());
  EXPECT_FALSE(verify_detached(words, "", {authority.roots()}).ok());
}

// A list counts if the signer's own authority made it after the signature.
TEST(Revocation, IsFoundOnTheListsOfTheSignersAuthority) {
  const Authority authority, other;
  const auto key = opened(authority.key("甲", "rsa:2048", "口令"), "口令");
  const Moment early = facts_of(*key).from;
  const std::string signature = *sign_detached(words, *key, Form::cades, early), later = *sign_detached(words, *key, Form::cades, now);
  const std::string clean = authority.revocation_list(), foreign = other.revocation_list();
  const std::string listed = authority.revocation_list("甲", "200101000000Z");
  const auto said = [&](const std::string& of, const std::vector<std::string>& lists) { return verify_detached(words, of, {authority.roots(), lists})->revocation; };
  EXPECT_TRUE(is_revocation_list(clean) && is_revocation_list(authority.in_der(clean)));
  EXPECT_FALSE(is_revocation_list(authority.roots()) || is_revocation_list("") || is_revocation_list("list"));
  EXPECT_EQ(said(signature, {}), Revocation::not_asked);
  EXPECT_EQ(said(signature, {clean}), Revocation::not_listed);
  EXPECT_EQ(said(signature, {authority.in_der(clean)}), Revocation::not_listed);
  EXPECT_EQ(said(later, {clean}), Revocation::no_list) << "made before the signature";
  EXPECT_EQ(said(signature, {foreign}), Revocation::no_list);
  EXPECT_EQ(said(signature, {foreign + listed}), Revocation::revoked);
  EXPECT_EQ(verify_detached(words, signature, {other.roots(), {listed}})->revocation, Revocation::not_asked);
  EXPECT_EQ(verify_detached(words, signature, {authority.roots(), {listed}})->revoked_at, *parse_moment("2020-01-01T08:00:00+08:00"));
  EXPECT_TRUE(verify_detached(words, signature, {authority.roots(), {listed}})->intact);
}

TEST(Revocation, LeavesASignatureStandingThatATimestampShowsToBeOlder) {
  const Authority authority;
  const auto key = opened(authority.key("甲", "rsa:2048", "口令"), "口令");
  const std::string signature = *sign_detached(words, *key, Form::cades, facts_of(*key).from);
  const std::string stamped = *with_timestamp(signature, authority.timestamp(*timestamp_query(signature)));
  const std::string after = authority.revocation_list("甲", "491231000000Z"), before = authority.revocation_list("甲", "200101000000Z");
  const auto said = [&](const std::string& of, const std::string& list) { return verify_detached(words, of, {authority.roots(), {list}})->revocation; };
  EXPECT_EQ(said(stamped, after), Revocation::later);
  EXPECT_EQ(said(stamped, before), Revocation::revoked);
  EXPECT_EQ(said(signature, after), Revocation::revoked) << "the signer's own clock proves nothing";
}

TEST(Timestamp, IsTakenInAndReadBack) {
  const Authority authority;
  const auto key = opened(authority.key("甲", "rsa:2048", "口令"), "口令");
  const std::string signature = *sign_detached(words, *key, Form::cades, now);
  const std::string answer = authority.timestamp(*timestamp_query(signature));
  const auto stamped = with_timestamp(signature, answer);
  ASSERT_TRUE(stamped.ok()) << sentence(stamped.diagnostics()[0], Language::chinese);
  const auto verified = verify_detached(words, *stamped, {authority.roots()});
  EXPECT_TRUE(verified->intact);
  ASSERT_TRUE(verified->stamped_at.has_value());
  EXPECT_NEAR(static_cast<double>(verified->stamped_at->seconds), static_cast<double>(now.seconds - 3600),
              600);
  EXPECT_EQ(verified->stamped_by, "示例时间戳");
  put(authority.folder / "words", words);
  put(authority.folder / "signature", *stamped);
  EXPECT_TRUE(authority.run(
      "cms -verify -binary -inform DER -in signature -content words -CAfile ca.pem -purpose any"));
}

TEST(Timestamp, OfAnotherSignatureIsRefused) {
  const Authority authority;
  const auto key = opened(authority.key("甲", "rsa:2048", "口令"), "口令");
  const std::string one = *sign_detached(words, *key, Form::cades, now),
                    two = *sign_detached("别的", *key, Form::cades, now);
  const std::string answer = authority.timestamp(*timestamp_query(two));
  EXPECT_EQ(refused(with_timestamp(one, answer)), "AJ3722");
  EXPECT_EQ(refused(with_timestamp(one, "nonsense")), "AJ3721");
  EXPECT_EQ(refused(with_timestamp("nonsense", answer)), "AJ3720");
}

}  // namespace
}  // namespace anjuan::signing
