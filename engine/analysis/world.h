#pragma once
// A made-up case for the interpreter to handle: the facts that its definition reads, the people who act,
// and the papers that come to be. What `cases` would tell of a real one has the same names here.

#include "analysis/spoken.h"
#include "procedure/session.h"

namespace anjuan::analysis {

/// A paper of the case.
struct MadePaper {
  std::string slot, title;
  bool sign = false, serve = false;  ///< whether it must be
  bool is_signed = false, is_served = false;
  Day on{};
  bool valid = true;
};

/// What surrounds the case at one moment.
struct Surrounding {
  Fields facts;  ///< but for those that follow from the rest
  std::vector<MadePaper> papers;
  Day on{};
  bool signs = true,
       serves = true;  ///< papers nobody waits for are signed, or served, as soon as they are made

  const MadePaper* paper(const std::string& slot) const;  ///< the last valid one, or null
  MadePaper* paper(const std::string& slot);
};

/// By which people are told apart.
std::string id_of(const Value& person);
/// Facts that follow from what was done in the case: who acts, the day, its papers and limits.
bool follows_from_acts(const std::string& name);

class World {
 public:
  /// `awaited`: whether the signing, or the service, of the slot's paper is an act of its own.
  using Awaited = std::function<bool(const std::string& slot, bool service)>;
  World(const Model&, const Spoken&, Awaited);

  /// How many different worlds are worth trying; the first is the plainest.
  std::size_t size() const { return settings_.size(); }
  Surrounding begin(std::size_t setting) const;
  /// Who may act in a transition, each as 签署人; at least one.
  std::vector<Value> signatories(const procedure::Transition&, const Surrounding&,
                                 const procedure::Session&) const;
  Fields facts(const Surrounding&, const procedure::Session&, const Value& signatory) const;
  /// What the effects of an act leave: papers made, people drawn anew.
  void carry_out(const std::vector<procedure::Effect>&, Surrounding&) const;
  /// The day after the limit has passed, if it runs.
  static Day after(const procedure::Session&, const std::string& limit, Day on);

 private:
  /// One that differs from the plainest in one respect.
  struct Setting {
    std::int64_t people = 2;  ///< in each list of records
    bool signs = true, serves = true;
    std::string path = "";  ///< of a fact that is another value
    Value value = {};
  };

  const Model& model_;
  const Spoken& spoken_;
  Awaited awaited_;
  std::vector<Setting> settings_;

  void add_settings();
  std::vector<Value> alternatives(const std::string& path, const expression::Type&) const;
  Value made_up(const std::string& path, const expression::Type&, const Setting&,
                const std::string& mark) const;
  Value open_record(const std::string& name, const Setting&) const;
  Value open_list(const std::string& path, const Setting&) const;
  Value text(const std::string& path, const std::string& mark) const;
  static Value person(const std::string& id, const std::string& label);
};

}  // namespace anjuan::analysis
