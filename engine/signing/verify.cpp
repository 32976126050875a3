// What a signature says of the bytes it stands for.

#include <openssl/pem.h>

#include "signing/messages.h"
#include "signing/openssl.h"

namespace anjuan::signing {

namespace {

std::optional<Moment> signing_time(CMS_SignerInfo* signer) {
  const int at = CMS_signed_get_attr_by_NID(signer, NID_pkcs9_signingTime, -1);
  if (at < 0) return std::nullopt;
  ASN1_TYPE* value = X509_ATTRIBUTE_get0_type(CMS_signed_get_attr(signer, at), 0);
  if (value == nullptr || (value->type != V_ASN1_UTCTIME && value->type != V_ASN1_GENERALIZEDTIME))
    return std::nullopt;
  return moment_of(value->value.asn1_string);
}

/// The certificate of the signer among those that the signature carries.
X509* signer_certificate(CMS_SignerInfo* signer, STACK_OF(X509) * carried) {
  for (int i = 0; i < sk_X509_num(carried); ++i) {
    if (CMS_SignerInfo_cert_cmp(signer, sk_X509_value(carried, i)) == 0) return sk_X509_value(carried, i);
  }
  return nullptr;
}

/// The certificates from this one to the one of `roots` that stands above it at the time; null: none does.
Certificates chain_to_root(X509* certificate, STACK_OF(X509) * between, const std::string& roots, Moment at) {
  const Owned<X509_STORE, X509_STORE_free> store(X509_STORE_new());
  const Bio text = reader_of(roots);
  bool any = false;
  while (const Certificate root{PEM_read_bio_X509(text.get(), nullptr, nullptr, nullptr)}) {
    any = X509_STORE_add_cert(store.get(), root.get()) == 1 || any;
  }
  ERR_clear_error();
  if (!any) return nullptr;
  const Owned<X509_STORE_CTX, X509_STORE_CTX_free> path(X509_STORE_CTX_new());
  if (X509_STORE_CTX_init(path.get(), store.get(), certificate, between) != 1) return nullptr;
  X509_STORE_CTX_set_time(path.get(), 0, static_cast<time_t>(at.seconds));
  const bool found = X509_verify_cert(path.get()) == 1;
  ERR_clear_error();
  return Certificates(found ? X509_STORE_CTX_get1_chain(path.get()) : nullptr);
}

/// The digest that the signer says, held against the bytes.
bool digest_matches(CMS_SignerInfo* signer, std::string_view bytes, const EVP_MD* kind) {
  ASN1_OCTET_STRING* said = static_cast<ASN1_OCTET_STRING*>(
      CMS_signed_get0_data_by_OBJ(signer, OBJ_nid2obj(NID_pkcs9_messageDigest), -3, V_ASN1_OCTET_STRING));
  unsigned char found[EVP_MAX_MD_SIZE];
  unsigned size = 0;
  return said != nullptr && EVP_Digest(bytes.data(), bytes.size(), found, &size, kind, nullptr) == 1 &&
         std::string_view(reinterpret_cast<const char*>(ASN1_STRING_get0_data(said)),
                          static_cast<std::size_t>(ASN1_STRING_length(said))) ==
             std::string_view(reinterpret_cast<const char*>(found), size);
}

/// The signed attributes as they were hashed: each as it was read, in a SET (RFC 5652, 5.4).
std::string signed_attributes(CMS_SignerInfo* signer) {
  std::string inside;
  for (int i = 0; i < CMS_signed_get_attr_count(signer); ++i) {
    unsigned char* der = nullptr;
    const int size = i2d_X509_ATTRIBUTE(CMS_signed_get_attr(signer, i), &der);
    if (size <= 0) return {};
    inside.append(reinterpret_cast<char*>(der), static_cast<std::size_t>(size));
    OPENSSL_free(der);
  }
  std::string set(static_cast<std::size_t>(ASN1_object_size(1, static_cast<int>(inside.size()), V_ASN1_SET)) -
                      inside.size(),
                  '\0');
  auto* at = reinterpret_cast<unsigned char*>(set.data());
  ASN1_put_object(&at, 1, static_cast<int>(inside.size()), V_ASN1_SET, V_ASN1_UNIVERSAL);
  return set + inside;
}

/// SM2 with its identity: OpenSSL's own CMS check has no place to say it.
bool sm2_holds(CMS_SignerInfo* signer, EVP_PKEY* key, std::string_view bytes) {
  if (!digest_matches(signer, bytes, EVP_sm3())) return false;
  const std::string attributes = signed_attributes(signer);
  const ASN1_OCTET_STRING* signature = CMS_SignerInfo_get0_signature(signer);
  const Owned<EVP_MD_CTX, EVP_MD_CTX_free> check(EVP_MD_CTX_new());
  const Owned<EVP_PKEY_CTX, EVP_PKEY_CTX_free> context(EVP_PKEY_CTX_new(key, nullptr));
  if (!check || !context) return false;
  EVP_PKEY_CTX_set1_id(context.get(), sm2_identity.data(), static_cast<int>(sm2_identity.size()));
  EVP_MD_CTX_set_pkey_ctx(check.get(), context.get());
  return EVP_DigestVerifyInit(check.get(), nullptr, EVP_sm3(), nullptr, key) == 1 &&
         EVP_DigestVerify(check.get(), ASN1_STRING_get0_data(signature),
                          static_cast<std::size_t>(ASN1_STRING_length(signature)),
                          reinterpret_cast<const unsigned char*>(attributes.data()), attributes.size()) == 1;
}

}  // namespace

Result<Cms> parse_cms(std::string_view signature) {
  const auto* at = reinterpret_cast<const unsigned char*>(signature.data());
  Cms cms(d2i_CMS_ContentInfo(nullptr, &at, static_cast<long>(signature.size())));
  ERR_clear_error();
  if (!cms || OBJ_obj2nid(CMS_get0_type(cms.get())) != NID_pkcs7_signed)
    return diagnose(signature_unreadable, Place{});
  return cms;
}

Result<Verified> verify_detached(std::string_view bytes, std::string_view signature,
                                 const Trust& trust) {
  ANJUAN_TRY(const Cms cms, parse_cms(signature));
  STACK_OF(CMS_SignerInfo)* signers = CMS_get0_SignerInfos(cms.get());
  const Certificates carried(CMS_get1_certs(cms.get()));
  if (signers == nullptr || sk_CMS_SignerInfo_num(signers) != 1)
    return diagnose(signature_unreadable, Place{});
  CMS_SignerInfo* signer = sk_CMS_SignerInfo_value(signers, 0);
  X509* certificate = signer_certificate(signer, carried.get());
  if (certificate == nullptr) return diagnose(signature_unreadable, Place{});
  Verified found;
  found.signer = facts_of(certificate);
  found.signed_at = signing_time(signer);
  EVP_PKEY* key = X509_get0_pubkey(certificate);
  if (key != nullptr && is_sm2(key)) {
    found.intact = sm2_holds(signer, key, bytes);
  } else {
    found.intact = CMS_verify(cms.get(), nullptr, nullptr, reader_of(bytes).get(), nullptr,
                              CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY) == 1;
  }
  ERR_clear_error();
  const Certificates chain =
      chain_to_root(certificate, carried.get(), trust.roots, found.signed_at.value_or(found.signer.from));
  found.trusted = chain != nullptr;
  read_timestamp(signer, found);
  ask_revocation(chain.get(), trust, found);
  return found;
}

}  // namespace anjuan::signing
