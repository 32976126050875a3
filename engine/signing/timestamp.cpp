// RFC 3161: the moment that a third party vouches for, over the signature value.

#include <openssl/ts.h>

#include "signing/messages.h"
#include "signing/openssl.h"

namespace anjuan::signing {

namespace {

using Request = Owned<TS_REQ, TS_REQ_free>;
using Response = Owned<TS_RESP, TS_RESP_free>;
using Imprint = Owned<TS_MSG_IMPRINT, TS_MSG_IMPRINT_free>;
using Algorithm = Owned<X509_ALGOR, X509_ALGOR_free>;

std::string digest_of_value(CMS_SignerInfo* signer) {
  const ASN1_OCTET_STRING* value = CMS_SignerInfo_get0_signature(signer);
  unsigned char found[EVP_MAX_MD_SIZE];
  unsigned size = 0;
  if (EVP_Digest(ASN1_STRING_get0_data(value), static_cast<std::size_t>(ASN1_STRING_length(value)), found,
                 &size, EVP_sha256(), nullptr) != 1) {
    return {};
  }
  return std::string(reinterpret_cast<char*>(found), size);
}

Result<CMS_SignerInfo*> only_signer(const Cms& cms) {
  STACK_OF(CMS_SignerInfo)* signers = CMS_get0_SignerInfos(cms.get());
  if (signers == nullptr || sk_CMS_SignerInfo_num(signers) != 1)
    return diagnose(signature_unreadable, Place{});
  return sk_CMS_SignerInfo_value(signers, 0);
}

/// Whether the token speaks of the signature value: its imprint is the value's SHA-256.
bool speaks_of(TS_TST_INFO* info, CMS_SignerInfo* signer) {
  TS_MSG_IMPRINT* imprint = TS_TST_INFO_get_msg_imprint(info);
  const ASN1_OBJECT* kind = nullptr;
  X509_ALGOR_get0(&kind, nullptr, nullptr, TS_MSG_IMPRINT_get_algo(imprint));
  const ASN1_OCTET_STRING* said = TS_MSG_IMPRINT_get_msg(imprint);
  return OBJ_obj2nid(kind) == NID_sha256 &&
         std::string_view(reinterpret_cast<const char*>(ASN1_STRING_get0_data(said)),
                          static_cast<std::size_t>(ASN1_STRING_length(said))) == digest_of_value(signer);
}

/// The certificate that signed the token, if the token holds together.
Certificate authority_of(PKCS7* token) {
  const Owned<STACK_OF(X509), [](STACK_OF(X509) * s) { sk_X509_free(s); }> signers(
      PKCS7_get0_signers(token, nullptr, 0));
  if (!signers || sk_X509_num(signers.get()) != 1) return nullptr;
  const int holds = PKCS7_verify(token, nullptr, nullptr, nullptr, nullptr, PKCS7_NOVERIFY | PKCS7_NOCHAIN);
  ERR_clear_error();
  if (holds != 1) return nullptr;
  X509* authority = sk_X509_value(signers.get(), 0);
  // RFC 3161, 2.3: the key serves timestamps and nothing else, and its certificate says so.
  if (X509_check_purpose(authority, X509_PURPOSE_TIMESTAMP_SIGN, 0) != 1) return nullptr;
  X509_up_ref(authority);
  return Certificate(authority);
}

}  // namespace

Result<std::string> timestamp_query(std::string_view signature) {
  ANJUAN_TRY(const Cms cms, parse_cms(signature));
  ANJUAN_TRY(CMS_SignerInfo * signer, only_signer(cms));
  std::string value = digest_of_value(signer);
  const Request request(TS_REQ_new());
  const Imprint imprint(TS_MSG_IMPRINT_new());
  const Algorithm algorithm(X509_ALGOR_new());
  X509_ALGOR_set0(algorithm.get(), OBJ_nid2obj(NID_sha256), V_ASN1_NULL, nullptr);
  TS_MSG_IMPRINT_set_algo(imprint.get(), algorithm.get());
  TS_MSG_IMPRINT_set_msg(imprint.get(), reinterpret_cast<unsigned char*>(value.data()),
                         static_cast<int>(value.size()));
  TS_REQ_set_version(request.get(), 1);
  TS_REQ_set_msg_imprint(request.get(), imprint.get());
  TS_REQ_set_cert_req(request.get(), 1);  // the authority's certificate comes along
  unsigned char* der = nullptr;
  const int size = i2d_TS_REQ(request.get(), &der);
  if (size <= 0) return diagnose(cannot_sign, Place{}, last_complaint());
  std::string out(reinterpret_cast<char*>(der), static_cast<std::size_t>(size));
  OPENSSL_free(der);
  return out;
}

Result<std::string> with_timestamp(std::string_view signature, std::string_view answer) {
  ANJUAN_TRY(const Cms cms, parse_cms(signature));
  ANJUAN_TRY(CMS_SignerInfo * signer, only_signer(cms));
  const auto* at = reinterpret_cast<const unsigned char*>(answer.data());
  const Response response(d2i_TS_RESP(nullptr, &at, static_cast<long>(answer.size())));
  if (!response) {
    ERR_clear_error();
    return diagnose(timestamp_unreadable, Place{},
                    Wording("不是时间戳（RFC 3161）", "no timestamp (RFC 3161)"));
  }
  PKCS7* token = TS_RESP_get_token(response.get());
  TS_TST_INFO* info = TS_RESP_get_tst_info(response.get());
  if (token == nullptr || info == nullptr) {
    return diagnose(timestamp_unreadable, Place{}, Wording("服务器没有签发", "the server refused"));
  }
  if (!speaks_of(info, signer) || !authority_of(token)) return diagnose(timestamp_of_other, Place{});
  unsigned char* der = nullptr;
  const int size = i2d_PKCS7(token, &der);
  const int added = size > 0 ? CMS_unsigned_add1_attr_by_NID(signer, NID_id_smime_aa_timeStampToken,
                                                             V_ASN1_SEQUENCE, der, size)
                             : 0;
  OPENSSL_free(der);
  if (added != 1) return diagnose(cannot_sign, Place{}, last_complaint());
  return der_of(cms.get());
}

void read_timestamp(CMS_SignerInfo* signer, Verified& found) {
  const int at = CMS_unsigned_get_attr_by_NID(signer, NID_id_smime_aa_timeStampToken, -1);
  if (at < 0) return;
  ASN1_TYPE* value = X509_ATTRIBUTE_get0_type(CMS_unsigned_get_attr(signer, at), 0);
  if (value == nullptr || value->type != V_ASN1_SEQUENCE) return;
  const auto* der = ASN1_STRING_get0_data(value->value.sequence);
  const Owned<PKCS7, PKCS7_free> token(d2i_PKCS7(nullptr, &der, ASN1_STRING_length(value->value.sequence)));
  const Owned<TS_TST_INFO, TS_TST_INFO_free> info(token ? PKCS7_to_TS_TST_INFO(token.get()) : nullptr);
  ERR_clear_error();
  if (!info || !speaks_of(info.get(), signer)) return;
  const Certificate authority = authority_of(token.get());
  if (!authority) return;
  found.stamped_at = moment_of(TS_TST_INFO_get_time(info.get()));
  found.stamped_by = facts_of(authority.get()).holder;
}

}  // namespace anjuan::signing
