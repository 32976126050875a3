// What lists of revoked certificates say of a signer (RFC 5280, 5 and 6.3), offline: the lists are handed in.

#include <openssl/pem.h>

#include <algorithm>

#include "signing/openssl.h"

namespace anjuan::signing {
namespace {

using List = Owned<X509_CRL, X509_CRL_free>;

/// The lists of one file: PEM, one after another, or one as authorities publish it (DER).
std::vector<List> lists_in(std::string_view file) {
  std::vector<List> lists;
  if (file.find("-----BEGIN") == std::string_view::npos) {
    const auto* at = reinterpret_cast<const unsigned char*>(file.data());
    if (List list{d2i_X509_CRL(nullptr, &at, static_cast<long>(file.size()))}) lists.push_back(std::move(list));
  } else {
    const Bio text = reader_of(file);
    while (List list{PEM_read_bio_X509_CRL(text.get(), nullptr, nullptr, nullptr)}) lists.push_back(std::move(list));
  }
  ERR_clear_error();
  return lists;
}

/// Changes since another list, or some of the certificates only: what is not on it says nothing.
bool is_partial(const X509_CRL* list) {
  return X509_CRL_get_ext_by_NID(list, NID_delta_crl, -1) >= 0 || X509_CRL_get_ext_by_NID(list, NID_issuing_distribution_point, -1) >= 0;
}

Moment made_at(const X509_CRL* list) { return moment_of(X509_CRL_get0_lastUpdate(list)); }

std::optional<Moment> revoked_by(X509_CRL* list, X509* certificate) {
  X509_REVOKED* entry = nullptr;
  if (X509_CRL_get0_by_cert(list, &entry, certificate) != 1) return std::nullopt;
  return moment_of(X509_REVOKED_get0_revocationDate(entry));
}

struct Said {
  Revocation what = Revocation::no_list;
  std::optional<Moment> at;
};

/// What the lists that `issuer` signed say of its certificate; of whole lists the newest counts.
Said said_of(X509* certificate, X509* issuer, const std::vector<List>& lists, Moment signed_at) {
  X509_CRL* newest = nullptr;
  for (const List& list : lists) {
    const bool own = X509_NAME_cmp(X509_CRL_get_issuer(list.get()), X509_get_subject_name(issuer)) == 0 &&
                     X509_CRL_verify(list.get(), X509_get0_pubkey(issuer)) == 1;
    if (!own) continue;
    if (!is_partial(list.get())) {
      if (newest == nullptr || made_at(newest) < made_at(list.get())) newest = list.get();
    } else if (const auto at = revoked_by(list.get(), certificate)) {
      return {Revocation::revoked, at};
    }
  }
  ERR_clear_error();
  if (newest == nullptr) return {};
  if (const auto at = revoked_by(newest, certificate)) return {Revocation::revoked, at};
  return {made_at(newest) < signed_at ? Revocation::no_list : Revocation::not_listed, std::nullopt};
}

}  // namespace

bool is_revocation_list(std::string_view file) { return !lists_in(file).empty(); }

void ask_revocation(STACK_OF(X509) * chain, const Trust& trust, Verified& found) {
  if (trust.revoked.empty() || chain == nullptr) return;
  std::vector<List> lists;
  for (const std::string& file : trust.revoked) {
    for (List& list : lists_in(file)) lists.push_back(std::move(list));
  }
  const Moment signed_at = found.signed_at.value_or(found.signer.from);
  for (int i = 0; i + 1 < sk_X509_num(chain); ++i) {
    const Said said = said_of(sk_X509_value(chain, i), sk_X509_value(chain, i + 1), lists, signed_at);
    if (i == 0) found.revocation = said.what;
    if (!said.at || (found.revoked_at && *found.revoked_at <= *said.at)) continue;
    found.revoked_at = said.at;
    // The signer's own clock proves nothing against his key; a third party's does.
    found.revocation = found.stamped_at && *found.stamped_at < *said.at ? Revocation::later : Revocation::revoked;
  }
}

}  // namespace anjuan::signing
