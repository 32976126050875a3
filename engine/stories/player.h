#pragma once
// Does the acts of a script in an office, one by one, as people would.

#include <optional>
#include <string>

#include "handling/act.h"
#include "handling/import_register.h"
#include "handling/office.h"
#include "handling/typed_values.h"
#include "stories/script.h"

namespace anjuan::stories {

using handling::ReadFile;

/// What lies on the desk between one act and the next.
struct Desk {
  std::string recorder;  ///< 记录人: the person at the keyboard
  std::string secret;    ///< 密封: sealed for the next freeze
  Moment last{};         ///< the recorded time of the last act
};

/// The recorded times of a script count up from nine o'clock of each stated day, so that two plays give
/// the same bytes. Gives the next one and notes it.
Moment next_moment(Desk&, Day stated);
Moment morning_of(Day);

/// A sheet filled as an inspector would.
struct FilledSheet {
  CaseId of;
  std::string name, bytes;  ///< name of the file; XLSX
};

/// What came of an act.
struct Performed {
  handling::Receipt receipt;
  std::optional<handling::ImportedRegister> imported;
};

class Player {
 public:
  /// `base`: the folder that paths in the script count from. The desk and the office outlive the player.
  Player(handling::Office office, Desk& desk, std::string base, ReadFile read)
      : office_(office), desk_(desk), base_(std::move(base)), read_(std::move(read)) {}

  /// A refusal of one of several acts (签 … 全部) is that of the first.
  Result<Performed> perform(const ScriptAct&);
  /// The sheet that the last act filled and handed in, also where it was refused.
  const std::optional<FilledSheet>& filled() const { return filled_; }

 private:
  handling::Act request_of(const ScriptAct&);
  Result<Performed> import(const ScriptAct&, const handling::Act&);
  Result<Performed> receive_list(const ScriptAct&, const handling::Act&);
  Result<handling::Receipt> record(const ScriptAct&);
  Result<handling::Receipt> event(const ScriptAct&, const CaseId&, const std::string& name, handling::Act&);
  Result<handling::Receipt> read_sheet(const ScriptAct&, const CaseId&, const handling::Act&);
  Result<handling::Receipt> sign(const ScriptAct&, const CaseId&, const std::string& what,
                                 const handling::Act&);
  Result<handling::Receipt> sign_all(const ScriptAct&, const CaseId&, const std::string& signatory);
  Result<handling::Receipt> serve(const ScriptAct&, const CaseId&, const std::string& what,
                                  const handling::Act&);

  handling::Office office_;
  Desk& desk_;
  std::string base_;
  ReadFile read_;
  std::optional<FilledSheet> filled_;
};

/// A path of a script, seen from where the program runs.
std::string path_from(const std::string& base, const std::string& relative);
/// The folder of a file, "." where it names none.
std::string folder_of(const std::string& file);

}  // namespace anjuan::stories
