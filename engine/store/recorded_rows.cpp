#include "store/recorded_rows.h"

#include <algorithm>
#include <functional>

#include "store/messages.h"
#include "store/rows.h"

namespace anjuan::store {
namespace {

/// Bytes of names that are asked for at a time.
constexpr std::size_t block = 1 << 16;

std::uint32_t hash_of(std::string_view name) { return static_cast<std::uint32_t>(std::hash<std::string_view>()(name)); }

}  // namespace

void RecordedRows::take(std::int64_t n, const journal::Named& named) {
  if (n == 1) from_the_first_ = !named.rows.empty();
  any_ = any_ || !named.rows.empty();
  for (const auto& [name, seal] : named.rows) {
    Recorded& row = row_of(name);
    row = {row.name, n, {}, false};
    std::copy_n(seal.begin(), std::min(seal.size(), row.seal_begins.size()), row.seal_begins.begin());
  }
}

void RecordedRows::meet(std::string_view name, std::string_view seal, Diagnostics& found) {
  const Slot& slot = slots_[slot_of(name, hash_of(name))];
  if (slot.row == 0) {
    if (from_the_first_) found.push_back(diagnose(messages::row_unrecorded, Place{}, about_row(std::string(name))));
    return;
  }
  Recorded& row = rows_[slot.row - 1];
  row.met = true;
  const std::string_view begins(row.seal_begins.data(), row.seal_begins.size());
  if (!seal.starts_with(begins)) found.push_back(diagnose(messages::row_not_as_recorded, Place{}, about_row(std::string(name)), std::to_string(row.n)));
}

void RecordedRows::finish(Diagnostics& found) const {
  std::vector<std::pair<std::int64_t, std::string>> lost;
  for (const Recorded& row : rows_) {
    if (!row.met && row.seal_begins[0] != 0) lost.emplace_back(row.n, row.name);
  }
  std::sort(lost.begin(), lost.end());
  for (const auto& [n, name] : lost) found.push_back(diagnose(messages::row_lost, Place{}, about_row(name), std::to_string(n)));
}

std::size_t RecordedRows::slot_of(std::string_view name, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].row != 0 && (slots_[at].hash != hash || rows_[slots_[at].row - 1].name != name)) at = (at + 1) & mask;
  return at;
}

RecordedRows::Recorded& RecordedRows::row_of(std::string_view name) {
  const std::uint32_t hash = hash_of(name);
  Slot* slot = &slots_[slot_of(name, hash)];
  if (slot->row == 0) {
    if ((rows_.size() + 1) * 4 > slots_.size() * 3) {
      widen();
      slot = &slots_[slot_of(name, hash)];
    }
    rows_.push_back({.name = keep(name)});
    *slot = {hash, static_cast<std::uint32_t>(rows_.size())};
  }
  return rows_[slot->row - 1];
}

void RecordedRows::widen() {
  const std::vector<Slot> before = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : before) {
    if (slot.row == 0) continue;
    std::size_t at = slot.hash & mask;
    while (slots_[at].row != 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

std::string_view RecordedRows::keep(std::string_view name) {
  if (room_ < name.size()) {
    room_ = std::max(block, name.size());
    names_.push_back(std::make_unique<char[]>(room_));
    end_ = names_.back().get();
  }
  char* const begin = end_;
  end_ = std::copy(name.begin(), name.end(), begin);
  room_ -= name.size();
  return {begin, name.size()};
}

}  // namespace anjuan::store
