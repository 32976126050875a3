#pragma once
// Keys, detached signatures and timestamps, over bytes: CMS (RFC 5652) as PDF asks for it (ISO 32000-1,
// 12.8.3.3 adbe.pkcs7.detached) or with the signing certificate bound in (CAdES, ETSI EN 319 122-1). Knows no
// PDF, no case and no clock: the moment of signing is an argument. Private keys live in memory only.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace anjuan::signing {

/// Who holds a certificate, as people read it.
struct CertificateFacts {
  std::string holder, organ, issuer,
      serial;               ///< common name, organisation, issuer's common name, hexadecimal
  Moment from, until;       ///< validity
  std::string algorithm;    ///< "RSA 2048", "EC prime256v1", "SM2"
  std::string fingerprint;  ///< SHA-256 of the certificate
};

/// A private key with its certificate and the certificates above it.
class SigningKey;
/// Opens a PKCS#12 file. Refused: other files, a wrong password, no password at all, short or unknown keys.
/// `file` is for messages only.
Result<std::shared_ptr<const SigningKey>> open_key(std::string_view pkcs12, const std::string& password,
                                                   const std::string& file);
const CertificateFacts& facts_of(const SigningKey&);

/// How the signature is built. `cades` binds the certificate (ESS signing-certificate-v2).
enum class Form { cms, cades };

/// A detached signature over `bytes`, DER. RSA and EC keys use SHA-256, SM2 keys SM3 (GB/T 32918, GB/T
/// 35275's way in CMS). `at` becomes the signing time; refused where the certificate is not valid then.
Result<std::string> sign_detached(std::string_view bytes, const SigningKey&, Form, Moment at);

/// Whom to trust, and whom no longer.
struct Trust {
  std::string roots{};                 ///< trusted certificates, PEM, one after another; "" trusts nobody
  std::vector<std::string> revoked{};  ///< files with lists of revoked certificates (CRL), PEM or DER
};
/// Whether a file holds a list of revoked certificates.
bool is_revocation_list(std::string_view file);

/// What lists of revoked certificates say of a signer and those above, if they come from who certified them.
enum class Revocation {
  not_asked,   ///< no list was given, or nobody trusted stands above
  no_list,     ///< no list of the signer's authority, or only older ones than the signature
  not_listed,
  later,       ///< revoked after a timestamp shows that the signature was there
  revoked
};

/// What a signature says when it is held against the bytes.
struct Verified {
  bool intact = false;   ///< the bytes are those that were signed
  bool trusted = false;  ///< a certificate of `roots` stands above it, valid at the time of signing
  bool complete = true;  ///< false: an algorithm this machine cannot check
  CertificateFacts signer;
  std::optional<Moment> signed_at;   ///< the signer's own claim
  std::optional<Moment> stamped_at;  ///< of an RFC 3161 timestamp over the signature value
  std::string stamped_by;            ///< common name of the timestamp authority
  Revocation revocation = Revocation::not_asked;
  std::optional<Moment> revoked_at;
};
Result<Verified> verify_detached(std::string_view bytes, std::string_view signature, const Trust&);

/// RFC 3161: the query to send for a signature (DER), and the signature with the answer taken in as an
/// unsigned attribute.
Result<std::string> timestamp_query(std::string_view signature);
Result<std::string> with_timestamp(std::string_view signature, std::string_view answer);

}  // namespace anjuan::signing
