#pragma once
// Digests as they are printed and compared: lower-case hexadecimal. SHA-256 (GB/T 18238.3 / FIPS
// 180-4) by default, SM3 (GB/T 32905-2016) where configuration asks for it.

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace anjuan {

enum class DigestKind { sha256, sm3 };
std::string_view name_of(DigestKind);  ///< "sha256", "sm3"
std::optional<DigestKind> parse_digest_kind(std::string_view);

/// The digest of the bytes, 64 hexadecimal digits.
std::string digest(DigestKind, std::string_view bytes);
inline std::string sha256(std::string_view bytes) { return digest(DigestKind::sha256, bytes); }

/// The digest of bytes that come piece by piece.
class RunningDigest {
 public:
  explicit RunningDigest(DigestKind);
  ~RunningDigest();
  void add(std::string_view bytes);
  std::string finish();  ///< 64 hexadecimal digits; nothing may be added after it

 private:
  struct State;
  std::unique_ptr<State> state_;
};

std::string hex(std::string_view bytes);
bool is_hex_digest(std::string_view);  ///< 64 of [0-9a-f]

}  // namespace anjuan
