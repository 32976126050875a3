#pragma once
// The outcome of a draw with all that a record of the draw (随机抽取记录) prints.

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "draw/events.h"

namespace anjuan::draw {

/// N, M, D, k of one stratum, the key of its tickets and the ticket of the last one taken.
struct StratumOutcome {
  std::string id;
  std::int64_t base = 0;   ///< N: objects of all modes
  std::int64_t must = 0;   ///< M
  std::int64_t pool = 0;   ///< D: objects that take part
  std::int64_t quota = 0;  ///< k
  std::int64_t draws = 0;  ///< how many are drawn
  std::string key;
  std::string cut = "-";
  bool operator==(const StratumOutcome&) const = default;
};

enum class ObjectStatus : std::uint8_t {
  skipped,       ///< of the base, not taken; its note says why
  not_selected,  ///< took part, ranked behind the last one taken
  selected,
  must,
  added,    ///< came in for one that was dropped
  dropped,  ///< chosen, then dropped
};

/// The lot of one object. `rank` from 1 within its stratum, 0 for must and skip.
struct ObjectLot {
  std::string stratum;
  std::int64_t rank = 0;
  std::string id;
  ObjectStatus status = ObjectStatus::not_selected;
  int generation = 0;  ///< which of its lots was the smallest; 0 for must and skip
  std::string ticket = "-";
  bool operator==(const ObjectLot&) const = default;
};

/// Somebody who stood before the one taken, and why he was passed over: c conflict, s already on
/// this object, f full, b would leave another seat without anybody, w withdrawn.
struct PassedOver {
  std::string inspector;
  char why = 'c';
  bool operator==(const PassedOver&) const = default;
};

/// One seat of a team. `inspector` is "-" when nobody was left for it.
struct TeamSeat {
  std::int64_t position = 0;  ///< of the object in the order of assignment, from 1
  std::string object;
  int seat = 0;     ///< from 1
  std::string tag;  ///< "" for anybody
  std::string inspector = "-", ticket = "-";
  std::vector<PassedOver> passed;
  bool operator==(const TeamSeat&) const = default;
};

struct InspectorLoad {
  std::string inspector;
  std::int64_t before = 0, assigned = 0;
  bool operator==(const InspectorLoad&) const = default;
};

struct DrawResult {
  std::string list_digest, seed_digest;
  std::int64_t event_count = 0;
  std::string events_digest = "-";
  std::vector<StratumOutcome> strata;
  std::vector<ObjectLot> objects;  ///< every object of the list: by stratum; within it rank 0 first, by id
  std::int64_t level = 0;          ///< L: the smallest even load at which everything can be staffed
  int slack = 0;
  std::vector<TeamSeat> teams;
  std::vector<InspectorLoad> loads;  ///< inspectors that may be drawn
  bool operator==(const DrawResult&) const = default;
};

/// The bytes of the result file.
std::string write_result(const DrawResult&);

bool has_line(ObjectStatus);  ///< whether the result file names such an object

/// Writes a result file row by row, in the order of DrawResult; the bytes are handed on in pieces.
class ResultWriter {
 public:
  explicit ResultWriter(std::function<void(std::string_view)> write) : write_(std::move(write)) {}
  void begin(std::string_view list_digest, std::string_view seed_digest, std::int64_t event_count,
             std::string_view events_digest);
  void hear(const StratumOutcome&);
  void hear(const ObjectLot&);
  void hear_level(std::int64_t level, int slack);
  void hear(const TeamSeat&);
  void hear(const InspectorLoad&);
  void end();

 private:
  void line(std::initializer_list<std::string_view> fields);

  std::function<void(std::string_view)> write_;
  std::string out_;
};

std::string_view word_of(ObjectStatus);  ///< as the result file writes it
Wording name_of(ObjectStatus);           ///< 抽中 / drawn
Wording reason_of(char passed_over);     ///< 应当回避 / conflict of interest

/// The objects to inspect: selected, must and added, without the dropped, in the order of assignment.
std::vector<std::string> objects_to_inspect(const DrawResult&);
/// The inspectors of an object, in order of seats; "-" where nobody was left.
std::vector<std::string> team_of(const DrawResult&, std::string_view object);

}  // namespace anjuan::draw
