#pragma once
// One microstep over what is known, as the interpreter would make it: the same order of exits, content
// and entries, the same choice among transitions; only values are sets, and what they leave open is
// chosen.

#include <algorithm>
#include <optional>

#include "analysis/graph.h"
#include "analysis/judge.h"

namespace anjuan::analysis {

class Course {
 public:
  enum class Outcome {
    moved,    ///< the result is another scene
    unheard,  ///< the stimulus enables nothing here
    refused,  ///< inputs or requirements are not met, or the act fails as a whole
  };

  Course(Model&, Vocabulary&, Choices&, const Slice&);
  /// To be called before each step: where it begins.
  void begin(const Scene&);
  /// The next microstep of a scene that does not rest; the first entry where nothing is active yet.
  Outcome advance();
  /// What a stimulus from outside brings about in a resting scene.
  Outcome react(const Stimulus&);
  /// Whether the stimulus can come in the scene at all.
  bool can_come(const Stimulus&) const;

  const Scene& scene() const { return scene_; }
  const std::vector<std::uint32_t>& taken() const { return taken_; }
  const std::vector<std::uint32_t>& marks() const { return marks_; }
  const std::vector<Fate>& fates() const { return fates_; }  ///< of each transition, over all steps
  bool failed_midway() const { return refused_; }            ///< refused once content had been executed
  Bound beyond() const { return beyond_; }                   ///< the bound of this analysis that was met
  Flags reads() const { return reads_; }                     ///< tracked data looked at before being set
  Flags writes() const { return written_; }
  Flags looked_at() const { return looked_at_; }  ///< passing names that what was evaluated names
  Flags reread() const {
    return reread_;
  }  ///< tracked data set by content and then looked at in one step, ever

 private:
  using TransitionList = procedure::TransitionList;
  using Action = procedure::Action;
  using Block = procedure::Block;

  /// The data as transitions with the same inputs see them when an event is offered.
  struct Lens {
    std::size_t inputs_asked = 0;  ///< transitions that ask for the same have the same, see signatures_
    Knowledge known;
    Flags written, brought, chosen, loose;
    std::set<std::string> inputs, withheld, shared;  ///< asked for; not brought; known from another lens
    std::set<std::string> carried;                   ///< brought though it need not be
  };

  Model& model_;
  const Definition& definition_;
  Vocabulary& vocabulary_;
  Choices& choices_;
  Slice slice_;
  Slice here_;  ///< the same with what this act has brought
  /// What is to be done with an action here.
  enum class Care { none, reads_only, all };
  std::unordered_map<const Action*, Care> cares_;
  std::unordered_map<std::string, std::size_t> tracked_;

  Scene scene_;
  std::vector<std::uint32_t> taken_, marks_;
  Flags reads_, written_, looked_at_, reread_;
  std::vector<Fate> fates_;
  bool refused_ = false;
  bool offering_ = false;  ///< an event's inputs lie over the data
  bool unsent_ = false;    ///< the last failure was a message that could not be sent
  Bound beyond_ = Bound::none;
  std::vector<std::size_t> signatures_;  ///< of each transition: equal where the inputs are
  std::vector<Lens> lenses_;
  std::size_t last_lens_ = 0;
  std::size_t offered_ = 0;                    ///< the event's listeners
  std::vector<Knowledge::Entry> late_inputs_;  ///< assigned after handlers of exit
  std::vector<bool> made_;
  std::set<std::string> chosen_items_;

  // course.cpp: choosing transitions and moving
  void start();
  void reached(TransitionIndex t, Fate fate) { fates_[t] = std::max(fates_[t], fate); }
  Outcome take_event(std::uint32_t listening, bool of_person, bool external);
  TransitionList enabled(const std::function<const TransitionList*(StateIndex)>& of_state,
                         const std::function<bool(TransitionIndex)>& ask) const;
  void take_waiting();
  bool waits_for_condition() const;
  bool eventless_holds(TransitionIndex);
  bool event_holds(TransitionIndex, bool of_person, bool external);
  bool requirements_met(const procedure::Transition&, Lens*);
  bool paper_ready(const procedure::Requirement&);
  void microstep(const TransitionList&, bool with_inputs);
  void exit_states(const StateSet& exits);
  void enter_states(const procedure::EntrySet&);
  void enter_final(StateIndex);
  void end();
  void settle();

  // inputs.cpp
  void number_signatures();
  Lens& lens_of(const procedure::Transition&);
  void lay_inputs(const procedure::Transition&, Lens&);
  bool is_followed(const procedure::Input&) const;
  bool brings_too_much(const TransitionList& chosen) const;
  bool is_brought();
  bool is_surely_given(const procedure::Input&) const;
  void tell_beneath(const Knowledge& from, const Lens&, Knowledge& to) const;
  void share_inputs(const Lens& from, Lens& to, const procedure::Transition&);
  bool narrow_inputs(const procedure::Transition&, Lens&);
  TermIndex term_of_input(const procedure::Input&);
  AbstractValue input_value(const procedure::Input&, bool required);
  AbstractValue part_given(const procedure::Input&, bool required);
  /// What became known though the event was refused: nothing of what it would have brought.
  Knowledge without_inputs(const procedure::Transition&, const Knowledge& before) const;
  void exit_with_old_inputs(const procedure::Transition&, const Knowledge& before, const StateSet& exits);

  // content.cpp: executable content
  struct Executing;
  friend struct Executing;
  Care care_for(const Action&);
  bool sets_only_unfollowed(const Action&) const;
  void read_all(const Action&);
  void execute_content(const Block&);
  bool execute_block(const Block&);  ///< false: an error ended it
  bool open_to_failure() const { return !definition_.typed() || model_.hears_errors; }
  void set_data(const std::string& name, AbstractValue);
  void set_unknown(const std::string& name);
  void copied(const std::string& name, const std::string& from);
  void copy_comparisons(const std::string& name, const std::string& from);
  using FieldValues = std::vector<std::pair<std::string, AbstractValue>>;
  void set_fields(const std::string& name, const FieldValues&);
  void set_field(const std::string& name, const std::string& key, const AbstractValue&);
  void mark(procedure::Happening::Kind, const std::string& id);
  void judge_assertions(procedure::Happening::Kind, const std::string& id);
  void note(procedure::Happening::Kind kind, const std::string& id) {
    mark(kind, id);
    judge_assertions(kind, id);
  }
  void raise(const std::string& event, bool inner);

  Ground ground();
  Truth judged(const procedure::Code&, Knowledge&);
  /// The same where an event's inputs lie over the data: what they set is not looked at.
  Truth judged_over(const procedure::Code&, Lens&);
  void read(const std::string& name) { read(tracked_.at(name)); }
  void read(std::size_t item);
  void wrote(const std::string& name);
  /// What an answer narrows without its being kept, nobody has a free hand in any more.
  void stir(const Term&);
};

}  // namespace anjuan::analysis
