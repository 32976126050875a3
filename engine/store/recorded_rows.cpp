#include "store/recorded_rows.h"

#include <algorithm>

#include "store/messages.h"
#include "store/rows.h"

namespace anjuan::store {
void RecordedRows::take(std::int64_t n, const journal::Named& named) {
  if (n == 1) from_the_first_ = !named.rows.empty();
  any_ = any_ || !named.rows.empty();
  for (const auto& [name, seal] : named.rows) {
    Recorded& row = rows_[name];
    row = {n, {}, false};
    std::copy_n(seal.begin(), std::min(seal.size(), row.seal_begins.size()), row.seal_begins.begin());
  }
}

void RecordedRows::meet(const std::string& name, const std::string& seal, Diagnostics& found) {
  const auto recorded = rows_.find(name);
  if (recorded == rows_.end()) {
    if (from_the_first_) found.push_back(diagnose(messages::row_unrecorded, Place{}, about_row(name)));
    return;
  }
  Recorded& row = recorded->second;
  row.met = true;
  const std::string_view begins(row.seal_begins.data(), row.seal_begins.size());
  if (!seal.starts_with(begins)) found.push_back(diagnose(messages::row_not_as_recorded, Place{}, about_row(name), std::to_string(row.n)));
}

void RecordedRows::finish(Diagnostics& found) const {
  std::vector<std::pair<std::int64_t, std::string>> lost;
  for (const auto& [name, row] : rows_) {
    if (!row.met && row.seal_begins[0] != 0) lost.emplace_back(row.n, name);
  }
  std::sort(lost.begin(), lost.end());
  for (const auto& [n, name] : lost) found.push_back(diagnose(messages::row_lost, Place{}, about_row(name), std::to_string(n)));
}

}  // namespace anjuan::store
