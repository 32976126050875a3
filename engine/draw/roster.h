#pragma once
// The list seen by index: who may sit where. Inspectors and objects are numbered in order of ids, so
// that the smaller number is the smaller id.

#include <optional>
#include <string_view>
#include <vector>

#include "draw/list.h"

namespace anjuan::draw {

/// A number of the roster, from 0, as containers are asked for it.
inline std::size_t at(int index) { return static_cast<std::size_t>(index); }

class Roster {
 public:
  explicit Roster(const FrozenList&);

  const FrozenList& list() const { return *list_; }
  int object_count() const { return static_cast<int>(list_->objects.size()); }
  int inspector_count() const { return static_cast<int>(list_->inspectors.size()); }
  const Object& object(int index) const { return list_->objects[at(index)]; }
  const Inspector& inspector(int index) const { return list_->inspectors[at(index)]; }
  std::optional<int> find_object(std::string_view id) const;
  std::optional<int> find_inspector(std::string_view id) const;

  int seat_count(int object) const { return static_cast<int>(this->object(object).seats.size()); }
  /// The number of the pool that a seat is filled from.
  int pool_of(int object, int seat) const { return seat_pools_[at(object)][at(seat)]; }
  int pool_count() const { return static_cast<int>(pools_.size()); }
  /// The inspectors `in` that have the pool's tag, ascending.
  const std::vector<int>& pool(int number) const { return pools_[at(number)]; }
  bool conflict(int object, int inspector) const;

 private:
  const FrozenList* list_;
  std::vector<std::vector<int>> pools_, seat_pools_, conflicts_;
};

}  // namespace anjuan::draw
