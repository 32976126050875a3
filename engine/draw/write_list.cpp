// Writing a list from registers: sorted, and read back before it counts.

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "draw/lines.h"
#include "draw/list.h"
#include "draw/messages.h"
#include "draw/words.h"

namespace anjuan::draw {
namespace {

std::string or_dash(const std::optional<std::int64_t>& number) {
  return number ? std::to_string(*number) : "-";
}

/// The list with each section in byte order of its key, tags too. The digest is dropped: it belongs
/// to bytes.
FrozenList in_order(FrozenList list) {
  const auto by_id = [](const auto& a, const auto& b) { return a.id < b.id; };
  std::stable_sort(list.strata.begin(), list.strata.end(), by_id);
  std::stable_sort(list.objects.begin(), list.objects.end(), by_id);
  std::stable_sort(list.inspectors.begin(), list.inspectors.end(), by_id);
  std::stable_sort(list.conflicts.begin(), list.conflicts.end(), [](const Conflict& a, const Conflict& b) {
    return std::tie(a.object, a.inspector) < std::tie(b.object, b.inspector);
  });
  for (Inspector& inspector : list.inspectors) std::sort(inspector.tags.begin(), inspector.tags.end());
  list.digest.clear();
  return list;
}

void write_header(const FrozenList& list, std::string& out) {
  const Row rows[] = {{"anjuan-list", "1"},
                      {"hash", std::string(name_of(list.hash))},
                      {"draw", list.draw},
                      {"date", list.date},
                      {"prev", list.previous},
                      {"slack", std::to_string(list.slack)},
                      {"reserve", std::to_string(list.reserve_count), list.anchor}};
  for (const Row& row : rows) write_line(out, row);
}

Row row_of(const Stratum& stratum) {
  return {"stratum",
          stratum.id,
          std::to_string(stratum.numerator),
          std::to_string(stratum.denominator),
          std::to_string(stratum.min),
          or_dash(stratum.max),
          stratum.must_count ? "1" : "0"};
}

Row row_of(const Object& object) {
  std::vector<std::string> seats = object.seats;
  std::replace(seats.begin(), seats.end(), std::string(), std::string("-"));
  return {"object",
          object.id,
          object.stratum,
          std::string(mode_words[static_cast<std::size_t>(object.mode)]),
          std::to_string(object.weight),
          join(seats, ","),
          object.name,
          object.note};
}

Row row_of(const Inspector& inspector) {
  return {"inspector",
          inspector.id,
          std::string(status_words[inspector.in ? 0 : 1]),
          std::to_string(inspector.load),
          or_dash(inspector.cap),
          inspector.tags.empty() ? "-" : join(inspector.tags, ","),
          inspector.name,
          inspector.note};
}

}  // namespace

std::string write_list(const FrozenList& unordered) {
  const FrozenList list = in_order(unordered);
  std::string out;
  write_header(list, out);
  for (const Stratum& stratum : list.strata) write_line(out, row_of(stratum));
  for (const Object& object : list.objects) write_line(out, row_of(object));
  for (const Inspector& inspector : list.inspectors) write_line(out, row_of(inspector));
  for (const Conflict& conflict : list.conflicts) {
    write_line(out, Row{"conflict", conflict.object, conflict.inspector, conflict.reason});
  }
  for (std::size_t i = 0; i < list.contributors.size(); ++i) {
    const Contributor& contributor = list.contributors[i];
    write_line(out, Row{"contributor", std::to_string(i + 1), contributor.id,
                        std::string(source_words[static_cast<std::size_t>(contributor.kind)]),
                        contributor.commitment});
  }
  return out + "end\n";
}

Result<Frozen> freeze(const FrozenList& draft, const std::string& file) {
  std::string bytes = write_list(draft);
  ANJUAN_TRY(FrozenList list, parse_list(bytes, file));
  FrozenList expected = in_order(draft);
  expected.digest = list.digest;
  if (!(list == expected)) {
    Place place;
    place.file = file;
    return diagnose(messages::says_something_else, place);
  }
  return Frozen{std::move(list), std::move(bytes)};
}

}  // namespace anjuan::draw
