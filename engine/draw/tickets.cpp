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

/// "|ID|G" as the block that ends KEY|ID|G: a bit, zeros, and the length of it all in bits. False: it is too long for one.
bool write_block(std::string_view id, int generation, unsigned char* block) {
  char digits[16];
  const std::size_t count = static_cast<std::size_t>(std::to_chars(digits, digits + sizeof digits, generation).ptr - digits);
  const std::size_t size = 1 + id.size() + 1 + count;
  if (size + 1 + length_size > block_size) return false;
  std::memset(block, 0, block_size);
  block[0] = '|';
  std::memcpy(block + 1, id.data(), id.size());
  block[1 + id.size()] = '|';
  std::memcpy(block + 2 + id.size(), digits, count);
  block[size] = 0x80;
  const std::size_t bits = (block_size + size) * 8;
  block[block_size - 2] = static_cast<unsigned char>(bits >> 8);
  block[block_size - 1] = static_cast<unsigned char>(bits);
  return true;
}

Ticket long_ticket(DigestKind kind, std::string_view key, std::string_view id, int generation) {
  return ticket_of(digest(kind, std::string(key) + "|" + std::string(id) + "|" + std::to_string(generation)));
}

DigestState state_after(DigestKind kind, std::string_view key) {
  ANJUAN_CHECK(key.size() == block_size);
  LaneBlocks blocks{};
  std::memcpy(blocks.bytes[0], key.data(), block_size);
  LaneSchedule schedule;
  LaneStates after;
  expand_lanes(kind, blocks, schedule);
  compress_lanes(kind, first_state(kind), schedule, after);
  DigestState state;
  for (std::size_t i = 0; i < state.size(); ++i) state[i] = after.words[i][0];
  return state;
}

Ticket ticket_in(const LaneStates& states, std::size_t lane) {
  Ticket ticket;
  for (std::size_t i = 0; i < ticket.words.size(); ++i) {
    ticket.words[i] = std::uint64_t{states.words[2 * i][lane]} << 32 | states.words[2 * i + 1][lane];
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

TicketMaker::TicketMaker(DigestKind kind, std::string_view key)
    : kind_(kind), key_(key), after_key_(state_after(kind, key)), blocks_{} {}

void TicketMaker::ask(std::string_view id, int generation, Ticket& into) {
  if (!write_block(id, generation, blocks_.bytes[asked_])) {
    into = long_ticket(kind_, key_, id, generation);
    return;
  }
  wanted_[static_cast<std::size_t>(asked_++)] = &into;
  if (asked_ == lane_count) make();
}

void TicketMaker::finish() {
  if (asked_ > 0) make();
}

void TicketMaker::make() {
  LaneSchedule schedule;
  LaneStates made;
  expand_lanes(kind_, blocks_, schedule);
  compress_lanes(kind_, after_key_, schedule, made);
  for (std::size_t lane = 0; lane < static_cast<std::size_t>(asked_); ++lane) *wanted_[lane] = ticket_in(made, lane);
  asked_ = 0;
}

TicketPool::TicketPool(DigestKind kind, std::vector<std::string_view> ids)
    : kind_(kind), ids_(std::move(ids)), schedules_((ids_.size() + lane_count - 1) / lane_count) {
  LaneBlocks blocks{};
  for (std::size_t i = 0; i < ids_.size(); ++i) {
    if (!write_block(ids_[i], 1, blocks.bytes[i % lane_count])) long_ones_.push_back(i);
    if (i % lane_count == lane_count - 1 || i + 1 == ids_.size()) expand_lanes(kind, blocks, schedules_[i / lane_count]);
  }
}

TicketPool::Tickets TicketPool::under(std::string_view key) const {
  const DigestState after_key = state_after(kind_, key);
  Tickets tickets(schedules_.size());
  for (std::size_t i = 0; i < schedules_.size(); ++i) compress_lanes(kind_, after_key, schedules_[i], tickets[i]);
  for (const std::size_t i : long_ones_) {
    const Ticket ticket = long_ticket(kind_, key, ids_[i], 1);
    for (std::size_t word = 0; word < 8; ++word) {
      tickets[i / lane_count].words[word][i % lane_count] = static_cast<std::uint32_t>(ticket.words[word / 2] >> (word % 2 == 0 ? 32 : 0));
    }
  }
  return tickets;
}

Ticket ticket_at(const TicketPool::Tickets& tickets, std::size_t place) {
  return ticket_in(tickets[place / lane_count], place % lane_count);
}

}  // namespace anjuan::draw
