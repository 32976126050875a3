// Detached signatures.

#include "signing/messages.h"
#include "signing/openssl.h"

namespace anjuan::signing {

namespace {

Diagnostic failed() { return diagnose(cannot_sign, Place{}, last_complaint()); }

/// The signing time as an attribute of the caller's moment; OpenSSL would read the clock otherwise.
bool add_signing_time(CMS_SignerInfo* signer, Moment at) {
  const Owned<ASN1_TIME, ASN1_STRING_free> time(ASN1_TIME_set(nullptr, static_cast<time_t>(at.seconds)));
  return time && CMS_signed_add1_attr_by_NID(signer, NID_pkcs9_signingTime, time->type, time.get(), -1) == 1;
}

/// SM2 signs with SM3 and an identity; OpenSSL leaves both to the caller.
bool prepare_sm2(CMS_SignerInfo* signer) {
  EVP_PKEY_CTX* context = CMS_SignerInfo_get0_pkey_ctx(signer);
  X509_ALGOR* algorithm = nullptr;
  CMS_SignerInfo_get0_algs(signer, nullptr, nullptr, nullptr, &algorithm);
  return context != nullptr && algorithm != nullptr &&
         EVP_PKEY_CTX_set1_id(context, sm2_identity.data(), static_cast<int>(sm2_identity.size())) == 1 &&
         X509_ALGOR_set0(algorithm, OBJ_nid2obj(NID_SM2_with_SM3), V_ASN1_UNDEF, nullptr) == 1;
}

}  // namespace

std::string der_of(CMS_ContentInfo* cms) {
  unsigned char* der = nullptr;
  const int size = i2d_CMS_ContentInfo(cms, &der);
  if (size <= 0) return {};
  std::string out(reinterpret_cast<char*>(der), static_cast<std::size_t>(size));
  OPENSSL_free(der);
  return out;
}

Result<std::string> sign_detached(std::string_view bytes, const SigningKey& key, Form form, Moment at) {
  const CertificateFacts& facts = key.facts;
  if (at < facts.from || at > facts.until) {
    return diagnose(certificate_not_valid, Place{}, facts.holder,
                    Wording(official(facts.from), iso(facts.from)),
                    Wording(official(facts.until), iso(facts.until)));
  }
  ERR_clear_error();
  constexpr unsigned detached = CMS_BINARY | CMS_DETACHED | CMS_PARTIAL;
  const Cms cms(CMS_sign(nullptr, nullptr, nullptr, nullptr, detached));
  if (!cms) return failed();
  const bool sm2 = is_sm2(key.key.get());
  const unsigned flags = CMS_BINARY | CMS_NOSMIMECAP | CMS_PARTIAL | (form == Form::cades ? CMS_CADES : 0u) |
                         (sm2 ? CMS_KEY_PARAM : 0u);
  CMS_SignerInfo* signer =
      CMS_add1_signer(cms.get(), key.certificate.get(), key.key.get(), sm2 ? EVP_sm3() : EVP_sha256(), flags);
  if (signer == nullptr || (sm2 && !prepare_sm2(signer)) || !add_signing_time(signer, at)) return failed();
  for (int i = 0; key.chain && i < sk_X509_num(key.chain.get()); ++i) {
    if (CMS_add1_cert(cms.get(), sk_X509_value(key.chain.get(), i)) != 1) return failed();
  }
  if (CMS_final(cms.get(), reader_of(bytes).get(), nullptr, CMS_BINARY | CMS_DETACHED) != 1) return failed();
  std::string der = der_of(cms.get());
  if (der.empty()) return failed();
  return der;
}

}  // namespace anjuan::signing
