// PKCS#12 files and certificates.

#include <openssl/core_names.h>

#include "base/digest.h"
#include "signing/messages.h"
#include "signing/openssl.h"

namespace anjuan::signing {

namespace {

constexpr int least_rsa_bits = 2048;

std::string entry_of(const X509_NAME* name, int nid) {
  const int at = X509_NAME_get_index_by_NID(const_cast<X509_NAME*>(name), nid, -1);
  if (at < 0) return {};
  unsigned char* text = nullptr;
  const int size = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
  if (size < 0) return {};
  std::string out(reinterpret_cast<char*>(text), static_cast<std::size_t>(size));
  OPENSSL_free(text);
  return out;
}

/// The common name, or the organisation where there is none.
std::string called(const X509_NAME* name) {
  const std::string common = entry_of(name, NID_commonName);
  return common.empty() ? entry_of(name, NID_organizationName) : common;
}

std::string algorithm_of(EVP_PKEY* key) {
  if (key == nullptr) return "?";
  if (is_sm2(key)) return "SM2";
  const std::string type = EVP_PKEY_get0_type_name(key);
  char group[64] = {};
  std::size_t size = 0;
  if (type == "EC" &&
      EVP_PKEY_get_utf8_string_param(key, OSSL_PKEY_PARAM_GROUP_NAME, group, sizeof group, &size) == 1) {
    return type + " " + group;
  }
  return type + " " + std::to_string(EVP_PKEY_get_bits(key));
}

/// A file without password opens with the empty one (or with none at all, which PKCS#12 tells apart).
bool opens_without_password(PKCS12* file) {
  return PKCS12_verify_mac(file, "", 0) == 1 || PKCS12_verify_mac(file, nullptr, 0) == 1;
}

Outcome may_sign(const SigningKey& key, const Place& place) {
  const std::string type = EVP_PKEY_get0_type_name(key.key.get());
  if (type != "RSA" && type != "EC" && type != "SM2") return diagnose(key_kind_unsupported, place, type);
  const int bits = EVP_PKEY_get_bits(key.key.get());
  if (type == "RSA" && bits < least_rsa_bits) {
    return diagnose(key_too_short, place, std::to_string(bits), std::to_string(least_rsa_bits));
  }
  const std::uint32_t usage = X509_get_key_usage(key.certificate.get());  // all bits where none is said
  if ((usage & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) == 0) {
    return diagnose(certificate_not_for_signing, place, key.facts.holder);
  }
  return Done{};
}

}  // namespace

std::string taken_from(BIO* memory) {
  char* data = nullptr;
  const long size = BIO_get_mem_data(memory, &data);
  return size > 0 ? std::string(data, static_cast<std::size_t>(size)) : std::string();
}

std::string last_complaint() {
  const unsigned long code = ERR_peek_last_error();
  ERR_clear_error();
  if (code == 0) return "OpenSSL";
  const char* reason = ERR_reason_error_string(code);
  return reason != nullptr ? reason : "OpenSSL " + std::to_string(code);
}

Moment moment_of(const ASN1_TIME* time) {
  static const Owned<ASN1_TIME, ASN1_STRING_free> epoch(ASN1_TIME_set(nullptr, 0));
  int days = 0, seconds = 0;
  if (time == nullptr || ASN1_TIME_diff(&days, &seconds, epoch.get(), time) != 1) return {};
  return {std::int64_t{days} * 86400 + seconds};
}

bool is_sm2(EVP_PKEY* key) {
  if (EVP_PKEY_is_a(key, "SM2") == 1) return true;
  char group[64] = {};
  std::size_t size = 0;
  return EVP_PKEY_is_a(key, "EC") == 1 &&
         EVP_PKEY_get_utf8_string_param(key, OSSL_PKEY_PARAM_GROUP_NAME, group, sizeof group, &size) == 1 &&
         std::string_view(group, size) == "SM2";
}

CertificateFacts facts_of(X509* certificate) {
  CertificateFacts facts;
  const X509_NAME* subject = X509_get_subject_name(certificate);
  facts.holder = called(subject);
  facts.organ = entry_of(subject, NID_organizationName);
  facts.issuer = called(X509_get_issuer_name(certificate));
  const Owned<BIGNUM, BN_free> serial(ASN1_INTEGER_to_BN(X509_get_serialNumber(certificate), nullptr));
  if (char* digits = serial ? BN_bn2hex(serial.get()) : nullptr) {
    facts.serial = digits;
    OPENSSL_free(digits);
  }
  facts.from = moment_of(X509_get0_notBefore(certificate));
  facts.until = moment_of(X509_get0_notAfter(certificate));
  facts.algorithm = algorithm_of(X509_get0_pubkey(certificate));
  unsigned char* der = nullptr;
  const int size = i2d_X509(certificate, &der);
  if (size > 0) {
    facts.fingerprint = sha256({reinterpret_cast<char*>(der), static_cast<std::size_t>(size)});
    OPENSSL_free(der);
  }
  return facts;
}

const CertificateFacts& facts_of(const SigningKey& key) { return key.facts; }

Result<std::shared_ptr<const SigningKey>> open_key(std::string_view pkcs12, const std::string& password,
                                                   const std::string& file) {
  const Place place{file};
  ERR_clear_error();
  const Owned<PKCS12, PKCS12_free> parsed(d2i_PKCS12_bio(reader_of(pkcs12).get(), nullptr));
  if (!parsed) return diagnose(not_a_key_file, place);
  if (opens_without_password(parsed.get())) return diagnose(key_not_encrypted, place);
  if (PKCS12_verify_mac(parsed.get(), password.c_str(), -1) != 1) return diagnose(wrong_password, place);
  EVP_PKEY* key = nullptr;
  X509* certificate = nullptr;
  STACK_OF(X509)* chain = nullptr;
  const int opened = PKCS12_parse(parsed.get(), password.c_str(), &key, &certificate, &chain);
  auto out = std::make_shared<SigningKey>();
  out->key.reset(key);
  out->certificate.reset(certificate);
  out->chain.reset(chain);
  ERR_clear_error();
  if (opened != 1 || key == nullptr || certificate == nullptr ||
      X509_check_private_key(certificate, key) != 1) {
    return diagnose(key_missing, place);
  }
  out->facts = facts_of(certificate);
  ANJUAN_DO(may_sign(*out, place));
  return std::shared_ptr<const SigningKey>(std::move(out));
}

}  // namespace anjuan::signing
