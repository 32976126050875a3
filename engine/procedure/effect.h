#pragma once
// What a step asks for. Effects are data: `handling` carries them out, in order, inside one act.
// `data` holds the procedure's data at that moment (also foreach items), by name.

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/diagnostic.h"
#include "base/value.h"
#include "calendar/calendar.h"

namespace anjuan::procedure {

struct MakeDocument {
  std::string template_id;
  std::string slot;           ///< name under which the case knows it: 文书.<slot>; a later one takes the slot over
  std::string number_code;    ///< number book; "" none
  bool seal = false, sign = false, serve = false;  ///< what must still happen to the paper
  bool draft = false;         ///< 送审稿: watermarked, unnumbered, in no dossier
  std::string to;             ///< addressee
  std::string place;          ///< place in the dossier: "正2", "副", "项"; "" stays out
  bool mandatory = false;     ///< binding without it is refused
  Fields data;                ///< data and the element's own params
};
struct MakeSheet {
  std::string form_id, slot, place;
  Fields data;
};
struct StartTimeLimit {
  std::string id, label, on_due;   ///< on_due: event raised when `due` has passed
  Day from{};
  calendar::TimeLimit limit;
};
struct StopTimeLimit { std::string id; };
struct DrawLots {
  enum class Action { declare, freeze, enter, confirm, open, annul, withdraw, drop, record };
  Action action;
  Fields values;              ///< params of the element
};
struct OpenCases { std::string definition; };
struct Publish {
  std::string batch;          ///< expression's value: names the batch
  std::vector<std::string> channels;
  Fields values;
};
struct Push { std::string platform, mapping; Fields values; };
struct CloseDossier { Fields values; };
struct SendMessage {
  std::string target;         ///< "#_parent", "#_case_<id>"
  std::string event;
  Fields values;
};
struct Note { std::string label, text; };   ///< <log>: a remark for the journal

using Effect = std::variant<MakeDocument, MakeSheet, StartTimeLimit, StopTimeLimit, DrawLots, OpenCases,
                            Publish, Push, CloseDossier, SendMessage, Note>;

}  // namespace anjuan::procedure
