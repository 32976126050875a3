#pragma once
// An act in progress: the transaction, the cases it touches, the messages still to be delivered and
// the receipt that grows. One act may touch a round and several of its cases; all are saved or none.

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cases/case.h"
#include "cases/case_facts.h"
#include "handling/act.h"
#include "handling/edition.h"
#include "handling/library.h"
#include "handling/office.h"
#include "procedure/procedure.h"

namespace anjuan::handling {

struct Message {
  CaseId to;
  procedure::Event event;
};

/// A case that this act has read; only those changed are saved.
struct Touched {
  cases::Case content;
  bool changed = false;
};

struct DrawPeople;

struct Work {
  Office& office;
  cases::Transaction& tx;
  const Act& act;
  Value signatory, recorder;               ///< {编号, 姓名, 职务, 单位}
  std::map<CaseId, Touched> cases{};       ///< read by this act
  std::deque<Message> messages{};
  Receipt receipt{};
  List effects{};                          ///< what the journal entry tells of the effects
  List files{};                            ///< digests of the files that the act has brought
  std::shared_ptr<const DrawPeople> people{};  ///< the registers, read when the act first needs them
  std::optional<Value> register_facts{};       ///< 名录, as papers of rounds use it
};

/// The case from the act's own hands, or from the store: to read it, or to change it.
Result<cases::Case*> look(Work&, const CaseId&);
Result<cases::Case*> touch(Work&, const CaseId&);
/// The edition the case runs on.
Result<const Library*> library_of(Work&, const cases::Case&);
/// The definition the case runs on: by its digest, from the library or from the store's files.
Result<procedure::DefinitionPtr> definition_of(Work&, const cases::Case&);
/// Stores bytes, durable before the commit, and notes their digest for the journal entry.
Result<std::string> keep_file(Work&, std::string_view bytes);
Result<std::string> keep_file(Work&, const cases::PieceWriter& write);  ///< handed over piece by piece
/// Facts of the case at this moment of the act.
Result<Fields> facts_now(Work&, const cases::Case&);
/// Facts, data and parameters together: what templates and forms may name.
Result<Fields> names_now(Work&, const cases::Case&, const Fields& data);

// ---- one function for each effect (a file each) ----
Outcome make_document(Work&, cases::Case&, const procedure::MakeDocument&);
Outcome make_sheet(Work&, cases::Case&, const procedure::MakeSheet&);
Outcome draw_lots(Work&, cases::Case&, const procedure::DrawLots&);
Outcome open_cases(Work&, cases::Case&, const procedure::OpenCases&);
Outcome publish(Work&, cases::Case&, const procedure::Publish&);
Outcome push(Work&, cases::Case&, const procedure::Push&);
Outcome close_dossier(Work&, cases::Case&, const procedure::CloseDossier&);
/// Carries out all effects of a step, in order.
Outcome carry_out(Work&, const CaseId&, const std::vector<procedure::Effect>&);

/// Notes in the receipt what a step has moved.
void note_moved(Work&, const CaseId&, const procedure::Step&);
/// Raises an event in a case and carries out what follows. `optional`: an event that enables nothing
/// is let go (service of a paper that no transition waits for); otherwise it is a refusal.
Outcome raise_event(Work&, const CaseId&, const procedure::Event&, bool optional);
/// Delivers all messages that effects have sent to other cases.
Outcome deliver_messages(Work&);

}  // namespace anjuan::handling
