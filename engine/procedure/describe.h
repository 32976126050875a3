#pragma once
// A definition in words and tables, for all that tells it to people: text, chart and printed manual
// (流程说明书) tell the same facts because they take them from here. Names are labels where the file
// gives them; provisions are written out.

#include <functional>
#include <string>
#include <vector>

#include "procedure/definition.h"

namespace anjuan::procedure {

/// What one action brings about, told by itself.
struct EffectDescription {
  enum class Kind { paper, sheet, limit, end_of_limit, other };
  Kind kind = Kind::other;
  Wording when = "";           ///< "如果…" of every if and foreach around it; empty outside them
  Wording words = "";          ///< the paper, sheet or limit by its name; anything else as a sentence
  std::vector<Wording> needs;  ///< of a paper: 编号, 签名, …
  Wording length = "";         ///< of a limit: "5 个工作日"
};
/// What a block brings about, one by one; nothing of what only computes.
std::vector<EffectDescription> effects_of(const Definition&, const Block&);

/// What is done with each message of a chart that the state runs, computing included; empty where nothing is.
Wording finalize_in_words(const Definition&, const Invoke&);

/// Each action as a sentence, an if or foreach as one: "如果…：…；否则：…".
std::vector<Wording> sentences_of(const Definition&, const Block&);

struct InputDescription {
  std::string name;
  bool required = false;
  Wording when = "";  ///< required only then
};
struct RequirementDescription {
  Wording words;         ///< its label; without one what it asks
  Wording content = "";  ///< what it asks; empty where `words` say it
  std::string basis;
};
struct TransitionDescription {
  TransitionIndex transition = no_index;
  Wording heading = "";  ///< its label or events; of one that has neither how it comes: "条件成立时自动"
  std::string events;    ///< descriptors where the heading is a label; else empty
  Wording actor = "";    ///< "自动", "系统", a role, or nothing
  Wording condition = "", destination = "";
  std::vector<InputDescription> inputs;
  std::vector<RequirementDescription> requirements;
  std::vector<std::string> basis;
  std::vector<Wording> sentences;
  std::vector<EffectDescription> effects;  ///< the same as `sentences`, one by one
};
struct StateDescription {
  StateIndex state = 0;
  Wording name = "", within = "";
  std::string role;
  State::Kind kind = State::Kind::state;
  Wording begins = "";             ///< where a compound state begins; of the others empty
  Wording returns = "";            ///< of a history: where it leads back to
  std::vector<std::string> basis;  ///< "《…细则》第九条"
  std::vector<Wording> on_entry, on_exit;
  std::vector<TransitionDescription> transitions;
};
/// The states in document order, histories included; those of a labelled procedure that have neither
/// label nor anything to tell are left out.
std::vector<StateDescription> describe(const Definition&);
/// Where the procedure begins.
Wording beginning_of(const Definition&);

/// What must hold in every run.
struct AssertionDescription {
  Wording words;         ///< its label or name; without either what it asks
  Wording content = "";  ///< what it asks; empty where `words` say it
  std::string basis;
};
std::vector<AssertionDescription> assertions_of(const Definition&);

struct LimitDescription {
  std::string id, name, on_due, basis;
  Wording length;            ///< "自检查结束起 5 个工作日"
  Wording where, when = "";  ///< "进入“待回访”时"; "如果退回次数是 0"
  std::string due_words;     ///< what the clerk sees when it has run out; may be empty
};
/// A row for each time-limit element, in the order of the states.
std::vector<LimitDescription> limits_of(const Definition&);

struct PaperDescription {
  Wording name;
  std::vector<std::string> number_codes, places;  ///< "检通"; "正2"
  bool draft = false, sign = false, seal = false, serve = false,
       mandatory = false;       ///< at one place at least
  std::vector<Wording> states;  ///< where it is made
};
/// Each paper that may be made once, however often it is made, in the order of the states.
std::vector<PaperDescription> papers_of(const Definition&);
/// 送审稿, 编号, 签名, 用印, 送达, 必备: what holds of the paper, in this order.
std::vector<Wording> marks_of(const PaperDescription&);

}  // namespace anjuan::procedure
