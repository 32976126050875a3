#include "base/digest.h"

#include <openssl/evp.h>

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
