#include "draw/roster.h"

#include <algorithm>
#include <map>

namespace anjuan::draw {
namespace {

template <class Row>
std::optional<int> find_by_id(const std::vector<Row>& rows, std::string_view id) {
  const auto found = std::lower_bound(
      rows.begin(), rows.end(), id, [](const Row& row, std::string_view wanted) { return row.id < wanted; });
  if (found == rows.end() || found->id != id) return std::nullopt;
  return static_cast<int>(found - rows.begin());
}

bool has_tag(const Inspector& inspector, const std::string& tag) {
  return tag.empty() || std::binary_search(inspector.tags.begin(), inspector.tags.end(), tag);
}

}  // namespace

Roster::Roster(const FrozenList& list) : list_(&list), conflicts_(list.objects.size()) {
  std::map<std::string, int> numbers;  // tag to pool
  seat_pools_.reserve(list.objects.size());
  for (const Object& object : list.objects) {
    std::vector<int>& pools = seat_pools_.emplace_back();
    for (const std::string& tag : object.seats) {
      pools.push_back(numbers.emplace(tag, static_cast<int>(numbers.size())).first->second);
    }
  }
  pools_.resize(numbers.size());
  for (const auto& [tag, number] : numbers) {
    for (int i = 0; i < inspector_count(); ++i) {
      if (inspector(i).in && has_tag(inspector(i), tag))
        pools_[static_cast<std::size_t>(number)].push_back(i);
    }
  }
  for (const Conflict& conflict : list.conflicts) {
    const auto object = find_object(conflict.object);
    const auto inspector = find_inspector(conflict.inspector);
    ANJUAN_CHECK(object && inspector);  // parse_list has seen to it
    conflicts_[static_cast<std::size_t>(*object)].push_back(*inspector);
  }
}

std::optional<int> Roster::find_object(std::string_view id) const { return find_by_id(list_->objects, id); }
std::optional<int> Roster::find_inspector(std::string_view id) const {
  return find_by_id(list_->inspectors, id);
}

bool Roster::conflict(int object, int inspector) const {
  const std::vector<int>& barred = conflicts_[static_cast<std::size_t>(object)];
  return std::binary_search(barred.begin(), barred.end(), inspector);
}

}  // namespace anjuan::draw
