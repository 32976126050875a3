// The result file, and the words of a result for people.

#include "draw/result.h"

#include <algorithm>
#include <array>

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

std::string passed_text(const std::vector<PassedOver>& passed) {
  std::string out;
  for (const PassedOver& one : passed) {
    if (!out.empty()) out += ',';
    out += one.inspector + ':' + one.why;
  }
  return out.empty() ? "-" : out;
}

}  // namespace

bool has_line(ObjectStatus status) {
  return status != ObjectStatus::skipped && status != ObjectStatus::not_selected;
}

void ResultWriter::line(std::initializer_list<std::string_view> fields) {
  constexpr std::size_t piece = 1 << 16;
  for (const std::string_view field : fields) {
    out_ += field;
    out_ += '\t';
  }
  out_.back() = '\n';
  if (out_.size() < piece) return;
  write_(out_);
  out_.clear();
}

void ResultWriter::begin(std::string_view list_digest, std::string_view seed_digest, std::int64_t event_count,
                         std::string_view events_digest) {
  line({"anjuan-result", "1"});
  line({"list", list_digest});
  line({"seed", seed_digest});
  line({"events", text(event_count), events_digest});
}

void ResultWriter::hear(const StratumOutcome& stratum) {
  line({"stratum", stratum.id, text(stratum.base), text(stratum.must), text(stratum.pool), text(stratum.quota),
        text(stratum.draws), stratum.key, stratum.cut});
}

void ResultWriter::hear(const ObjectLot& lot) {
  if (!has_line(lot.status)) return;
  line({"object", lot.stratum, text(lot.rank), lot.id, word_of(lot.status), text(lot.generation), lot.ticket});
}

void ResultWriter::hear_level(std::int64_t level, int slack) { line({"level", text(level), text(slack)}); }

void ResultWriter::hear(const TeamSeat& seat) {
  line({"team", text(seat.position), seat.object, text(seat.seat), seat.tag.empty() ? "-" : std::string_view(seat.tag),
        seat.inspector, seat.ticket, passed_text(seat.passed)});
}

void ResultWriter::hear(const InspectorLoad& load) {
  line({"load", load.inspector, text(load.before), text(load.assigned)});
}

void ResultWriter::end() {
  line({"end"});
  write_(out_);
  out_.clear();
}

std::string write_result(const DrawResult& result) {
  std::string out;
  ResultWriter writer([&](std::string_view piece) { out += piece; });
  writer.begin(result.list_digest, result.seed_digest, result.event_count, result.events_digest);
  auto lot = result.objects.begin();
  for (const StratumOutcome& stratum : result.strata) {
    writer.hear(stratum);
    for (; lot != result.objects.end() && lot->stratum == stratum.id; ++lot) writer.hear(*lot);
  }
  writer.hear_level(result.level, result.slack);
  for (const TeamSeat& seat : result.teams) writer.hear(seat);
  for (const InspectorLoad& load : result.loads) writer.hear(load);
  writer.end();
  return out;
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
