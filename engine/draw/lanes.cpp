// The compression functions as FIPS 180-4 (6.2.2) and GB/T 32905-2016 (5.3) write them, in words that are
// vectors of sixteen.

#include "draw/lanes.h"

#include <bit>
#include <cstring>

// Compiled for each generation of processors; which of them runs is settled when the program starts.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define ANJUAN_EACH_PROCESSOR __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define ANJUAN_EACH_PROCESSOR
#endif

namespace anjuan::draw {
namespace {

using LaneWord = std::uint32_t __attribute__((vector_size(4 * lane_count)));
/// The same where it lies as single words.
using StoredWord = std::uint32_t __attribute__((vector_size(4 * lane_count), may_alias));

// Macros, for a function that takes such words has no agreed way of being called.
#define ANJUAN_LEFT(x, n) ((x) << ((n) & 31) | (x) >> (32 - ((n) & 31)))
#define ANJUAN_RIGHT(x, n) ((x) >> (n) | (x) << (32 - (n)))

constexpr std::array<std::uint32_t, 64> sha256_constants{
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

/// Of SM3: T_j turned left by j.
constexpr std::array<std::uint32_t, 64> sm3_constants = [] {
  std::array<std::uint32_t, 64> constants{};
  for (int j = 0; j < 64; ++j) constants[static_cast<std::size_t>(j)] = std::rotl(j < 16 ? 0x79cc4519u : 0x7a879d8au, j % 32);
  return constants;
}();

// The first sixteen words are the block's own.
#define ANJUAN_READ_BLOCKS(w)                                \
  for (int i = 0; i < 16; ++i) {                             \
    for (int lane = 0; lane < lane_count; ++lane) {          \
      std::uint32_t word;                                    \
      std::memcpy(&word, blocks.bytes[lane] + 4 * i, 4);     \
      (w)[i][lane] = __builtin_bswap32(word);                \
    }                                                        \
  }

ANJUAN_EACH_PROCESSOR
void expand_sha256(const LaneBlocks& blocks, LaneSchedule& schedule) {
  LaneWord w[64];
  ANJUAN_READ_BLOCKS(w)
  for (int i = 16; i < 64; ++i) {
    const LaneWord x = w[i - 15], y = w[i - 2];
    w[i] = w[i - 16] + (ANJUAN_RIGHT(x, 7) ^ ANJUAN_RIGHT(x, 18) ^ x >> 3) + w[i - 7] +
           (ANJUAN_RIGHT(y, 17) ^ ANJUAN_RIGHT(y, 19) ^ y >> 10);
  }
  for (std::size_t i = 0; i < 64; ++i) w[i] += sha256_constants[i];
  std::memcpy(schedule.words, w, sizeof w);
}

ANJUAN_EACH_PROCESSOR
void compress_sha256(const DigestState& from, const LaneSchedule& schedule, LaneStates& to) {
  const StoredWord* w = reinterpret_cast<const StoredWord*>(schedule.words);
  LaneWord v[8];
  for (std::size_t i = 0; i < 8; ++i) v[i] = from[i] + LaneWord{};
  LaneWord a = v[0], b = v[1], c = v[2], d = v[3], e = v[4], f = v[5], g = v[6], h = v[7];
#pragma GCC unroll 8
  for (int i = 0; i < 64; ++i) {
    const LaneWord t = h + (ANJUAN_RIGHT(e, 6) ^ ANJUAN_RIGHT(e, 11) ^ ANJUAN_RIGHT(e, 25)) + ((e & f) ^ (~e & g)) + w[i];
    const LaneWord u = (ANJUAN_RIGHT(a, 2) ^ ANJUAN_RIGHT(a, 13) ^ ANJUAN_RIGHT(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    h = g, g = f, f = e, e = d + t, d = c, c = b, b = a, a = t + u;
  }
  const LaneWord end[8] = {a + v[0], b + v[1], c + v[2], d + v[3], e + v[4], f + v[5], g + v[6], h + v[7]};
  std::memcpy(to.words, end, sizeof end);
}

ANJUAN_EACH_PROCESSOR
void expand_sm3(const LaneBlocks& blocks, LaneSchedule& schedule) {
  LaneWord w[68];
  ANJUAN_READ_BLOCKS(w)
  for (int i = 16; i < 68; ++i) {
    const LaneWord x = w[i - 16] ^ w[i - 9] ^ ANJUAN_LEFT(w[i - 3], 15);
    w[i] = x ^ ANJUAN_LEFT(x, 15) ^ ANJUAN_LEFT(x, 23) ^ ANJUAN_LEFT(w[i - 13], 7) ^ w[i - 6];
  }
  std::memcpy(schedule.words, w, sizeof w);
}

ANJUAN_EACH_PROCESSOR
void compress_sm3(const DigestState& from, const LaneSchedule& schedule, LaneStates& to) {
  const StoredWord* w = reinterpret_cast<const StoredWord*>(schedule.words);
  LaneWord v[8];
  for (std::size_t i = 0; i < 8; ++i) v[i] = from[i] + LaneWord{};
  LaneWord a = v[0], b = v[1], c = v[2], d = v[3], e = v[4], f = v[5], g = v[6], h = v[7];
#pragma GCC unroll 8
  for (int i = 0; i < 64; ++i) {
    const LaneWord turned = ANJUAN_LEFT(a, 12), sum = turned + e + sm3_constants[static_cast<std::size_t>(i)];
    const LaneWord s = ANJUAN_LEFT(sum, 7);
    const LaneWord ff = i < 16 ? a ^ b ^ c : (a & b) | (a & c) | (b & c), gg = i < 16 ? e ^ f ^ g : (e & f) | (~e & g);
    const LaneWord t = ff + d + (s ^ turned) + (w[i] ^ w[i + 4]), u = gg + h + s + w[i];
    d = c, c = ANJUAN_LEFT(b, 9), b = a, a = t, h = g, g = ANJUAN_LEFT(f, 19), f = e;
    e = u ^ ANJUAN_LEFT(u, 9) ^ ANJUAN_LEFT(u, 17);
  }
  const LaneWord end[8] = {a ^ v[0], b ^ v[1], c ^ v[2], d ^ v[3], e ^ v[4], f ^ v[5], g ^ v[6], h ^ v[7]};
  std::memcpy(to.words, end, sizeof end);
}

#undef ANJUAN_READ_BLOCKS
#undef ANJUAN_LEFT
#undef ANJUAN_RIGHT
#undef ANJUAN_EACH_PROCESSOR

}  // namespace

const DigestState& first_state(DigestKind kind) {
  static constexpr DigestState sha256{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  static constexpr DigestState sm3{0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e};
  return kind == DigestKind::sha256 ? sha256 : sm3;
}

void expand_lanes(DigestKind kind, const LaneBlocks& blocks, LaneSchedule& schedule) {
  kind == DigestKind::sha256 ? expand_sha256(blocks, schedule) : expand_sm3(blocks, schedule);
}

void compress_lanes(DigestKind kind, const DigestState& from, const LaneSchedule& schedule, LaneStates& to) {
  kind == DigestKind::sha256 ? compress_sha256(from, schedule, to) : compress_sm3(from, schedule, to);
}

}  // namespace anjuan::draw
