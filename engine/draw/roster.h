#pragma once
// The list seen by index: who may sit where. Inspectors and objects are numbered in order of ids, so
// that the smaller number is the smaller id. A nation's list has ten million objects, so a row holds
// views into the file, or into a FrozenList, which must outlive it.

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "draw/list.h"

namespace anjuan::draw {

/// A number of the roster, from 0, as containers are asked for it.
inline std::size_t at(int index) { return static_cast<std::size_t>(index); }

struct ObjectRow {
  std::string_view id;
  std::int32_t stratum = 0;  ///< its number
  std::int32_t seats = 0;    ///< the number of its pattern of seats
  std::int16_t weight = 1;
  Mode mode = Mode::draw;
};

struct InspectorRow {
  std::string_view id;
  bool in = true;
  std::int64_t load = 0;
  std::optional<std::int64_t> cap;
  std::vector<std::string_view> tags;
  std::string_view name, note;
};

struct ConflictRow {
  int object = 0, inspector = 0;
  std::string_view reason;
};

/// What a list says, each section in the order of its keys.
struct ListRows {
  ListHead head;
  std::vector<std::vector<std::string_view>> patterns;  ///< of seats: the tag of each, "" for anybody
  std::vector<ObjectRow> objects;
  std::vector<InspectorRow> inspectors;
  std::vector<ConflictRow> conflicts;
};

class Roster {
 public:
  explicit Roster(ListRows);
  explicit Roster(const FrozenList&);

  const ListHead& head() const { return rows_.head; }
  const ListRows& rows() const { return rows_; }
  int object_count() const { return static_cast<int>(rows_.objects.size()); }
  int inspector_count() const { return static_cast<int>(rows_.inspectors.size()); }
  const ObjectRow& object(int index) const { return rows_.objects[at(index)]; }
  const InspectorRow& inspector(int index) const { return rows_.inspectors[at(index)]; }
  std::optional<int> find_object(std::string_view id) const;
  std::optional<int> find_inspector(std::string_view id) const;

  int seat_count(int object) const { return static_cast<int>(pools_of(object).size()); }
  /// The number of the pool that each seat of the object is filled from.
  const std::vector<int>& pools_of(int object) const { return seat_pools_[at(this->object(object).seats)]; }
  std::string_view tag_of(int object, int seat) const { return rows_.patterns[at(this->object(object).seats)][at(seat)]; }
  int pool_count() const { return static_cast<int>(pools_.size()); }
  /// The inspectors `in` that have the pool's tag, ascending.
  const std::vector<int>& pool(int number) const { return pools_[at(number)]; }
  bool has_conflicts(int object) const;
  bool conflict(int object, int inspector) const;

 private:
  ListRows rows_;
  std::vector<std::vector<int>> pools_, seat_pools_;
};

/// The number of the row with this id in a section in order of ids, or -1.
template <class Row>
int number_of(const std::vector<Row>& rows, std::string_view id) {
  std::size_t from = 0, to = rows.size();
  while (from < to) {
    const std::size_t middle = from + (to - from) / 2;
    if (std::string_view(rows[middle].id) < id) {
      from = middle + 1;
    } else {
      to = middle;
    }
  }
  return from < rows.size() && rows[from].id == id ? static_cast<int>(from) : -1;
}

/// Reads the bytes of a list file as parse_list does; the rows are views into them.
Result<Roster> parse_roster(std::string_view bytes, const std::string& file);

}  // namespace anjuan::draw
