// The result file, and the words of a result for people.

#include "draw/result.h"

#include <algorithm>
#include <array>

#include "draw/lines.h"

namespace anjuan::draw {
namespace {

std::string text(std::int64_t number) { return std::to_string(number); }

struct StatusRow {
  ObjectStatus status;
  std::string_view word;
  const char *zh, *en;
};
constexpr std::array status_rows{
    StatusRow{ObjectStatus::skipped, "skipped", "未列入", "left out"},
    StatusRow{ObjectStatus::not_selected, "not-selected", "未抽中", "not drawn"},
    StatusRow{ObjectStatus::selected, "selected", "抽中", "drawn"},
    StatusRow{ObjectStatus::must, "must", "必查", "taken in any case"},
    StatusRow{ObjectStatus::added, "added", "递补", "came in for another"},
    StatusRow{ObjectStatus::dropped, "dropped", "退出", "dropped"},
};

const StatusRow& row_of(ObjectStatus status) {
  return *std::find_if(status_rows.begin(), status_rows.end(),
                       [&](const StatusRow& row) { return row.status == status; });
}

bool has_line(ObjectStatus status) {
  return status != ObjectStatus::skipped && status != ObjectStatus::not_selected;
}

std::string passed_text(const std::vector<PassedOver>& passed) {
  std::string out;
  for (const PassedOver& one : passed) {
    if (!out.empty()) out += ',';
    out += one.inspector + ':' + one.why;
  }
  return out.empty() ? "-" : out;
}

void write_strata(const DrawResult& result, std::string& out) {
  auto lot = result.objects.begin();
  for (const StratumOutcome& stratum : result.strata) {
    write_line(out, Row{"stratum", stratum.id, text(stratum.base), text(stratum.must), text(stratum.pool),
                        text(stratum.quota), text(stratum.draws), stratum.key, stratum.cut});
    for (; lot != result.objects.end() && lot->stratum == stratum.id; ++lot) {
      if (!has_line(lot->status)) continue;
      write_line(out, Row{"object", lot->stratum, text(lot->rank), lot->id, std::string(word_of(lot->status)),
                          text(lot->generation), lot->ticket});
    }
  }
}

}  // namespace

std::string write_result(const DrawResult& result) {
  std::string out = "anjuan-result\t1\nlist\t" + result.list_digest + "\nseed\t" + result.seed_digest + "\n";
  write_line(out, Row{"events", text(result.event_count), result.events_digest});
  write_strata(result, out);
  write_line(out, Row{"level", text(result.level), text(result.slack)});
  for (const TeamSeat& seat : result.teams) {
    write_line(
        out, Row{"team", text(seat.position), seat.object, text(seat.seat), seat.tag.empty() ? "-" : seat.tag,
                 seat.inspector, seat.ticket, passed_text(seat.passed)});
  }
  for (const InspectorLoad& load : result.loads) {
    write_line(out, Row{"load", load.inspector, text(load.before), text(load.assigned)});
  }
  return out + "end\n";
}

std::string_view word_of(ObjectStatus status) { return row_of(status).word; }
Wording name_of(ObjectStatus status) { return {row_of(status).zh, row_of(status).en}; }

Wording reason_of(char passed_over) {
  switch (passed_over) {
    case 'c':
      return {"应当回避", "conflict of interest"};
    case 's':
      return {"已在本组", "already on this team"};
    case 'f':
      return {"任务已满", "has enough visits"};
    case 'b':
      return {"派到这里则另有对象无人可派", "needed by an object that nobody else can take"};
    case 'w':
      return {"已退出", "has withdrawn"};
  }
  return {"其他", "other"};
}

std::vector<std::string> objects_to_inspect(const DrawResult& result) {
  std::vector<std::string> objects;
  for (const TeamSeat& seat : result.teams) {
    if (seat.seat == 1) objects.push_back(seat.object);
  }
  return objects;
}

std::vector<std::string> team_of(const DrawResult& result, std::string_view object) {
  std::vector<std::string> inspectors;
  for (const TeamSeat& seat : result.teams) {
    if (seat.object == object) inspectors.push_back(seat.inspector);
  }
  return inspectors;
}

}  // namespace anjuan::draw
