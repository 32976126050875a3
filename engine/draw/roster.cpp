#include "draw/roster.h"

#include <algorithm>
#include <map>

namespace anjuan::draw {
namespace {

bool has_tag(const InspectorRow& inspector, std::string_view tag) {
  return tag.empty() || std::binary_search(inspector.tags.begin(), inspector.tags.end(), tag);
}

InspectorRow inspector_row(const Inspector& inspector) {
  return {inspector.id,   inspector.in, inspector.load, inspector.cap, {inspector.tags.begin(), inspector.tags.end()},
          inspector.name, inspector.note};
}

ListRows rows_of(const FrozenList& list) {
  ListRows rows;
  rows.head = list;
  std::map<std::vector<std::string_view>, int> patterns;
  for (const Object& object : list.objects) {
    std::vector<std::string_view> seats(object.seats.begin(), object.seats.end());
    const auto [pattern, is_new] = patterns.emplace(seats, static_cast<int>(rows.patterns.size()));
    if (is_new) rows.patterns.push_back(std::move(seats));
    const int stratum = number_of(list.strata, object.stratum);
    ANJUAN_CHECK(stratum >= 0);  // parse_list has seen to it
    rows.objects.push_back({object.id, stratum, pattern->second, static_cast<std::int16_t>(object.weight), object.mode});
  }
  for (const Inspector& inspector : list.inspectors) rows.inspectors.push_back(inspector_row(inspector));
  for (const Conflict& conflict : list.conflicts) {
    const int object = number_of(rows.objects, conflict.object);
    const int inspector = number_of(rows.inspectors, conflict.inspector);
    ANJUAN_CHECK(object >= 0 && inspector >= 0);
    rows.conflicts.push_back({object, inspector, conflict.reason});
  }
  return rows;
}

std::optional<int> if_found(int number) { return number < 0 ? std::nullopt : std::optional(number); }

}  // namespace

Roster::Roster(ListRows rows) : rows_(std::move(rows)) {
  std::map<std::string_view, int> numbers;  // tag to pool
  for (const auto& tags : rows_.patterns) {
    std::vector<int>& pools = seat_pools_.emplace_back();
    for (const std::string_view tag : tags) {
      pools.push_back(numbers.emplace(tag, static_cast<int>(numbers.size())).first->second);
    }
  }
  pools_.resize(numbers.size());
  for (const auto& [tag, number] : numbers) {
    for (int i = 0; i < inspector_count(); ++i) {
      if (inspector(i).in && has_tag(inspector(i), tag)) pools_[at(number)].push_back(i);
    }
  }
}

Roster::Roster(const FrozenList& list) : Roster(rows_of(list)) {}

std::optional<int> Roster::find_object(std::string_view id) const { return if_found(number_of(rows_.objects, id)); }
std::optional<int> Roster::find_inspector(std::string_view id) const {
  return if_found(number_of(rows_.inspectors, id));
}

bool Roster::has_conflicts(int object) const {
  const auto found = std::lower_bound(rows_.conflicts.begin(), rows_.conflicts.end(), object,
                                      [](const ConflictRow& row, int wanted) { return row.object < wanted; });
  return found != rows_.conflicts.end() && found->object == object;
}

bool Roster::conflict(int object, int inspector) const {
  const std::pair wanted{object, inspector};
  const auto found = std::lower_bound(
      rows_.conflicts.begin(), rows_.conflicts.end(), wanted,
      [](const ConflictRow& row, const auto& pair) { return std::pair(row.object, row.inspector) < pair; });
  return found != rows_.conflicts.end() && found->object == object && found->inspector == inspector;
}

}  // namespace anjuan::draw
