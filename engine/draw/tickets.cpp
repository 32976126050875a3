#include "draw/tickets.h"

#include <charconv>
#include <cstring>

#include "base/check.h"

namespace anjuan::draw {
namespace {

constexpr std::size_t block_size = 64, length_size = 8;

Ticket ticket_of(std::string_view digest) {
  Ticket ticket;
  for (std::size_t i = 0; i < digest.size(); ++i) {
    const auto digit = static_cast<std::uint64_t>(digest[i] <= '9' ? digest[i] - '0' : digest[i] - 'a' + 10);
    ticket.words[i / 16] = ticket.words[i / 16] << 4 | digit;
  }
  return ticket;
}

}  // namespace

std::string key_of(DigestKind kind, std::string_view seed, std::string_view context) {
  std::string text = "anjuan-draw-1|key|";
  text.append(seed).append("|").append(context);
  return digest(kind, text);
}

std::string Ticket::text() const {
  std::string bytes;
  for (const std::uint64_t word : words) {
    for (int shift = 56; shift >= 0; shift -= 8) bytes += static_cast<char>(word >> shift);
  }
  return hex(bytes);
}

TicketMaker::TicketMaker(DigestKind kind, std::string_view key) : kind_(kind), key_(key), blocks_{} {
  ANJUAN_CHECK(key.size() == block_size);
  std::memcpy(blocks_.bytes[0], key.data(), block_size);
  LaneStates after;
  compress_lanes(kind, first_state(kind), blocks_, after);
  for (std::size_t i = 0; i < after_key_.size(); ++i) after_key_[i] = after.words[i][0];
}

void TicketMaker::ask(std::string_view id, int generation, Ticket& into) {
  char digits[16];
  const std::size_t count = static_cast<std::size_t>(std::to_chars(digits, digits + sizeof digits, generation).ptr - digits);
  const std::size_t size = 1 + id.size() + 1 + count;
  if (size + 1 + length_size > block_size) {
    into = ticket_of(digest(kind_, key_ + "|" + std::string(id) + "|" + std::string(digits, count)));
    return;
  }
  // "|ID|G", a bit, zeros, and the length of it all in bits: the end of the digest's padding.
  unsigned char* block = blocks_.bytes[asked_];
  std::memset(block, 0, block_size);
  block[0] = '|';
  std::memcpy(block + 1, id.data(), id.size());
  block[1 + id.size()] = '|';
  std::memcpy(block + 2 + id.size(), digits, count);
  block[size] = 0x80;
  const std::size_t bits = (block_size + size) * 8;
  block[block_size - 2] = static_cast<unsigned char>(bits >> 8);
  block[block_size - 1] = static_cast<unsigned char>(bits);
  wanted_[static_cast<std::size_t>(asked_++)] = &into;
  if (asked_ == lane_count) make();
}

void TicketMaker::finish() {
  if (asked_ > 0) make();
}

void TicketMaker::make() {
  LaneStates made;
  compress_lanes(kind_, after_key_, blocks_, made);
  for (int lane = 0; lane < asked_; ++lane) {
    Ticket& ticket = *wanted_[static_cast<std::size_t>(lane)];
    for (std::size_t i = 0; i < ticket.words.size(); ++i) {
      ticket.words[i] = std::uint64_t{made.words[2 * i][lane]} << 32 | made.words[2 * i + 1][lane];
    }
  }
  asked_ = 0;
}

}  // namespace anjuan::draw
