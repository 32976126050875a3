#pragma once
// What a person asks to have recorded, and what comes of it.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/id.h"
#include "base/result.h"
#include "base/value.h"

namespace anjuan::handling {

/// 信封页: a page with the office's secret, for one keeper of a sealed envelope. It leaves the office: nothing
/// of it is kept.
struct EnvelopePage {
  std::string keeper, pdf;
  int number = 0;              ///< from 1
};
/// Takes a page out of the office, durably, before the list is frozen for good; a refusal undoes the act.
using TakeOut = std::function<Outcome(const EnvelopePage&)>;

/// An act has a signatory (who decided, on paper or at the keyboard), a recorder (who entered it), a
/// stated date and a recorded time: four different things.
struct Act {
  std::string event;
  Fields values;
  Day on{};                    ///< stated date
  std::string signatory;       ///< id or name
  std::string recorder;        ///< id or name of the person at the keyboard
  Moment recorded;             ///< from the clock at the edge
  std::int64_t seen = 0;       ///< version of the case that the person has looked at; 0: not told
  std::string late_reason;     ///< 补录理由: why it is recorded long after the stated date
  std::string secret;          ///< 64 hexadecimal digits where a list is frozen: used, never kept
  TakeOut take_out{};          ///< of the pages with that secret; none: they are not printed (exercises, replay)
  std::string secret_commitment;  ///< when an old act is replayed: what the secret committed to
};

/// A paper or sheet that an act brought about.
struct MadePaper {
  CaseId of;
  std::string id, slot, title, number, digest, extension;
};

/// A time limit that an act began or moved.
struct ToldLimit {
  CaseId of;
  std::string label;
  Day due{};
  std::optional<Day> was{};   ///< where it moved: the day before
  bool provisional = false;   ///< 暂定: it crosses into a year without a calendar
};

/// What moved in a case: for those who ask which parts of a procedure have been walked.
struct MovedCase {
  CaseId of;
  std::string definition;            ///< its digest
  std::vector<Place> transitions;    ///< of those taken, in order
  std::vector<std::string> entered;  ///< ids of all states entered since the case began
};

struct Receipt {
  CaseId of;
  std::vector<std::string> labels;         ///< where it stands now
  std::vector<MadePaper> papers, sheets, files;
  std::vector<ToldLimit> limits;
  std::vector<CaseId> opened, finished;
  std::vector<MovedCase> moved;
  std::vector<std::string> notes;
  Diagnostics remarks;                     ///< on something that was done
  std::string journal_head;
  std::int64_t journal_n = 0;
};

}  // namespace anjuan::handling
