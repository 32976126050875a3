#include "cases/portions.h"

namespace anjuan::cases {
namespace {

/// Rows held at a time: a body has some ten to some hundred kB.
constexpr std::int64_t portion = 64;
constexpr std::int64_t entries_at_a_time = 1024;

}  // namespace

Outcome in_portions(Reading& reading, Selection which, const std::function<Outcome(const std::vector<CaseRow>&)>& use) {
  which.after.reset();
  which.at_most = portion;
  for (;;) {
    ANJUAN_TRY(const std::vector<CaseRow> rows, reading.select_cases(which));
    ANJUAN_DO(use(rows));
    if (static_cast<std::int64_t>(rows.size()) < portion) return Done{};
    which.after = rows.back().id;
  }
}

Outcome each_entry(Reading& reading, const std::function<Result<bool>(const journal::Entry&)>& use) {
  for (std::int64_t from = 1;;) {
    ANJUAN_TRY(const std::vector<journal::Entry> entries, reading.read_entries(from, entries_at_a_time));
    for (const journal::Entry& entry : entries) {
      ANJUAN_TRY(const bool more, use(entry));
      if (!more) return Done{};
    }
    if (static_cast<std::int64_t>(entries.size()) < entries_at_a_time) return Done{};
    from = entries.back().n + 1;
  }
}

}  // namespace anjuan::cases
