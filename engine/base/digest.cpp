#include "base/digest.h"

#include <openssl/evp.h>

#include <algorithm>
#include <utility>

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

using Context = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

/// The context of a digest that is done, for the next one of the thread: to make one takes longer than the digest of a
/// short text.
thread_local Context spare{nullptr, EVP_MD_CTX_free};

Context take_context() {
  Context taken = std::exchange(spare, Context{nullptr, EVP_MD_CTX_free});
  return taken != nullptr ? std::move(taken) : Context{EVP_MD_CTX_new(), EVP_MD_CTX_free};
}

}  // namespace

std::string_view name_of(DigestKind kind) { return kind == DigestKind::sha256 ? "sha256" : "sm3"; }

std::optional<DigestKind> parse_digest_kind(std::string_view name) {
  if (name == "sha256") return DigestKind::sha256;
  if (name == "sm3") return DigestKind::sm3;
  return std::nullopt;
}

std::string digest(DigestKind kind, std::string_view bytes) {
  RunningDigest running(kind);
  running.add(bytes);
  return running.finish();
}

struct RunningDigest::State {
  Context context;
};

RunningDigest::RunningDigest(DigestKind kind) : state_(new State{take_context()}) {
  ANJUAN_CHECK(EVP_DigestInit_ex(state_->context.get(), algorithm(kind), nullptr) == 1);
}
RunningDigest::~RunningDigest() { spare = std::move(state_->context); }

void RunningDigest::add(std::string_view bytes) {
  ANJUAN_CHECK(EVP_DigestUpdate(state_->context.get(), bytes.data(), bytes.size()) == 1);
}

std::string RunningDigest::finish() {
  unsigned char out[EVP_MAX_MD_SIZE];
  unsigned length = 0;
  ANJUAN_CHECK(EVP_DigestFinal_ex(state_->context.get(), out, &length) == 1);
  return hex(std::string_view(reinterpret_cast<const char*>(out), length));
}

std::string hex(std::string_view bytes) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string out(bytes.size() * 2, '0');
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    out[2 * i] = digits[static_cast<unsigned char>(bytes[i]) >> 4];
    out[2 * i + 1] = digits[static_cast<unsigned char>(bytes[i]) & 15];
  }
  return out;
}

bool is_hex_digest(std::string_view s) {
  const auto digit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
  return s.size() == 64 && std::all_of(s.begin(), s.end(), digit);
}

}  // namespace anjuan
