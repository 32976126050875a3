#pragma once
// OpenSSL's objects with owners. Included by the .cpp files of this module only.

#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/pkcs12.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "signing/signing.h"

namespace anjuan::signing {

template <auto Free>
struct FreedBy {
  template <class T>
  void operator()(T* object) const {
    Free(object);
  }
};
template <class T, auto Free>
using Owned = std::unique_ptr<T, FreedBy<Free>>;

inline void free_certificates(STACK_OF(X509) * stack) { sk_X509_pop_free(stack, X509_free); }

using Bio = Owned<BIO, BIO_free_all>;
using Certificate = Owned<X509, X509_free>;
using Certificates = Owned<STACK_OF(X509), free_certificates>;
using Key = Owned<EVP_PKEY, EVP_PKEY_free>;
using Cms = Owned<CMS_ContentInfo, CMS_ContentInfo_free>;

/// Bytes to read from; they must outlive it.
inline Bio reader_of(std::string_view bytes) {
  return Bio(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())));
}
std::string taken_from(BIO* memory);
/// The last thing that OpenSSL complained about; its queue is emptied.
std::string last_complaint();

/// The identity of a signer where none is agreed (GB/T 35276-2017, clause 10), part of what SM2 hashes.
inline constexpr std::string_view sm2_identity = "1234567812345678";

CertificateFacts facts_of(X509*);
Moment moment_of(const ASN1_TIME*);
bool is_sm2(EVP_PKEY*);
/// The signature as OpenSSL's object, or why it cannot be read.
Result<Cms> parse_cms(std::string_view signature);
std::string der_of(CMS_ContentInfo*);
/// Fills in what the lists of `Trust` say of the certificates from the signer's up to a root; null: none stands above.
void ask_revocation(STACK_OF(X509) * chain, const Trust&, Verified&);
/// Fills in what a timestamp in the signature says, if there is a sound one.
void read_timestamp(CMS_SignerInfo*, Verified&);

class SigningKey {
 public:
  Key key;
  Certificate certificate;
  Certificates chain;
  CertificateFacts facts;
};

}  // namespace anjuan::signing
