#include "base/digest.h"

// A ticket is one compression; EVP's copying of contexts costs two more. The older interface, which
// OpenSSL 3 keeps but warns of, copies a plain struct.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/evp.h>
#include <openssl/sha.h>

#include <optional>

#include "base/check.h"

namespace anjuan {
namespace {

/// The algorithm, fetched once: a fetch for each call costs ten times the hash itself.
const EVP_MD* algorithm(DigestKind kind) {
  static const EVP_MD* const sha = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  static const EVP_MD* const sm = EVP_MD_fetch(nullptr, "SM3", nullptr);
  const EVP_MD* md = kind == DigestKind::sha256 ? sha : sm;
  ANJUAN_CHECK(md != nullptr);
  return md;
}

std::string finish(EVP_MD_CTX* context) {
  unsigned char out[EVP_MAX_MD_SIZE];
  unsigned length = 0;
  ANJUAN_CHECK(EVP_DigestFinal_ex(context, out, &length) == 1);
  return hex(std::string_view(reinterpret_cast<const char*>(out), length));
}

using Context = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

Context make_context() { return {EVP_MD_CTX_new(), EVP_MD_CTX_free}; }

}  // namespace

std::string_view name_of(DigestKind kind) { return kind == DigestKind::sha256 ? "sha256" : "sm3"; }

std::optional<DigestKind> parse_digest_kind(std::string_view name) {
  if (name == "sha256") return DigestKind::sha256;
  if (name == "sm3") return DigestKind::sm3;
  return std::nullopt;
}

std::string digest(DigestKind kind, std::string_view bytes) {
  const Context context = make_context();
  ANJUAN_CHECK(EVP_DigestInit_ex(context.get(), algorithm(kind), nullptr) == 1);
  ANJUAN_CHECK(EVP_DigestUpdate(context.get(), bytes.data(), bytes.size()) == 1);
  return finish(context.get());
}

struct RunningDigest::State {
  Context context;
};

RunningDigest::RunningDigest(DigestKind kind) : state_(new State{make_context()}) {
  ANJUAN_CHECK(EVP_DigestInit_ex(state_->context.get(), algorithm(kind), nullptr) == 1);
}
RunningDigest::~RunningDigest() = default;

void RunningDigest::add(std::string_view bytes) {
  ANJUAN_CHECK(EVP_DigestUpdate(state_->context.get(), bytes.data(), bytes.size()) == 1);
}

std::string RunningDigest::finish() { return anjuan::finish(state_->context.get()); }

namespace {

DigestWords words_of(const unsigned char* bytes) {
  DigestWords digest;
  for (std::uint64_t& word : digest.words) {
    for (int i = 0; i < 8; ++i) word = word << 8 | *bytes++;
  }
  return digest;
}

}  // namespace

std::string DigestWords::hex() const {
  std::string bytes;
  for (const std::uint64_t word : words) {
    for (int shift = 56; shift >= 0; shift -= 8) bytes += static_cast<char>(word >> shift);
  }
  return anjuan::hex(bytes);
}

/// SHA-256 by its plain context, SM3, which has none, by EVP's.
struct PrefixDigest::State {
  std::optional<SHA256_CTX> sha;
  Context started{nullptr, EVP_MD_CTX_free}, scratch{nullptr, EVP_MD_CTX_free};
};

PrefixDigest::PrefixDigest(DigestKind kind, std::string_view prefix) : state_(new State) {
  if (kind == DigestKind::sha256) {
    SHA256_CTX& sha = state_->sha.emplace();
    ANJUAN_CHECK(SHA256_Init(&sha) == 1);
    ANJUAN_CHECK(SHA256_Update(&sha, prefix.data(), prefix.size()) == 1);
    return;
  }
  state_->started = make_context();
  state_->scratch = make_context();
  ANJUAN_CHECK(EVP_DigestInit_ex(state_->started.get(), algorithm(kind), nullptr) == 1);
  ANJUAN_CHECK(EVP_DigestUpdate(state_->started.get(), prefix.data(), prefix.size()) == 1);
}
PrefixDigest::~PrefixDigest() = default;
PrefixDigest::PrefixDigest(PrefixDigest&&) noexcept = default;

DigestWords PrefixDigest::words_with(std::string_view rest) const {
  unsigned char out[SHA256_DIGEST_LENGTH];
  if (state_->sha) {
    SHA256_CTX sha = *state_->sha;
    ANJUAN_CHECK(SHA256_Update(&sha, rest.data(), rest.size()) == 1);
    ANJUAN_CHECK(SHA256_Final(out, &sha) == 1);
    return words_of(out);
  }
  ANJUAN_CHECK(EVP_MD_CTX_copy_ex(state_->scratch.get(), state_->started.get()) == 1);
  ANJUAN_CHECK(EVP_DigestUpdate(state_->scratch.get(), rest.data(), rest.size()) == 1);
  ANJUAN_CHECK(EVP_DigestFinal_ex(state_->scratch.get(), out, nullptr) == 1);
  return words_of(out);
}

std::string hex(std::string_view bytes) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string out;
  out.reserve(bytes.size() * 2);
  for (const char c : bytes) {
    out += digits[static_cast<unsigned char>(c) >> 4];
    out += digits[static_cast<unsigned char>(c) & 15];
  }
  return out;
}

bool is_hex_digest(std::string_view s) {
  return s.size() == 64 && s.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace anjuan
