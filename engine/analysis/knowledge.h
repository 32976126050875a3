#pragma once
// What is known of the data at one moment: of names, of their fields and of any condition that was
// decided, each under its canonical text ("退回次数", "文书.通知书", "包含(检查方式, '实地检查')").

#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "analysis/abstract_value.h"
#include "analysis/flags.h"
#include "analysis/model.h"

namespace anjuan::analysis {

using TermIndex = std::size_t;

/// What is followed while exploring; everything else is left open, both ways.
struct Slice {
  Flags names;         ///< tracked data, by their place in Model::tracked
  Flags slots;         ///< papers, by their place in Model::slots
  Flags parted;        ///< those data of which people say in parts what they give, not only when it is asked
  bool facts = false;  ///< facts are remembered within an act
  bool empty() const { return names.empty() && slots.empty() && !facts; }
  auto operator<=>(const Slice&) const = default;
  bool operator==(const Slice&) const = default;
};

struct Term {
  std::string text;             ///< canonical
  std::set<std::string> names;  ///< what it is made of
  Flags slots;                  ///< papers whose being there it asks, by their place in Model::slots
  Flags tracked;                ///< those of them that are tracked data, by their place in Model::tracked
  Flags passing;            ///< names that mean something else at the next act: facts, _event, items of loops
  bool lasting = false;     ///< made of tracked data alone: still known at the next act
  bool of_world = false;    ///< a fact or _event is part of it
  bool of_facts = false;    ///< a fact is part of it
  bool of_aside = false;    ///< of data that decide nothing: not followed at all
  bool asks_state = false;  ///< In(…) is part of it: never remembered
  std::string example;      ///< as the author wrote it
  NameKind kind = NameKind::outside;        ///< of a term that is just a name: how it comes by its value,
  std::size_t item = no_item;               ///< its place in Model::tracked,
  const AbstractValue* anything = nullptr;  ///< and what it may be as far as the file tells
  static constexpr std::size_t no_item = static_cast<std::size_t>(-1);
  const expression::Node* node = nullptr;  ///< the same as a tree, where the author wrote it so
  bool equates = false;     ///< of an equation of two tracked data: its names
  std::string left, right;  ///< of a comparison: its sides,
  expression::Operator compares{};    ///< how they are compared,
  std::vector<TermIndex> same_sides;  ///< and all comparisons of the two
};

/// How the sides of a comparison may lie to each other, as bits. Alike and unlike are those that have no
/// order: of other kinds, or empty.
enum Orders : unsigned {
  is_less = 1,
  is_equal = 2,
  is_greater = 4,
  is_alike = 8,
  is_unlike = 16,
  any_order = 31
};
/// Those with which the comparison holds, or does not; one of order then has not failed.
unsigned orders_where(expression::Operator, bool holds);

/// Sets of values, each kept once: equal ones have one address.
class ValuePool {
 public:
  const AbstractValue* keep(const AbstractValue&);

 private:
  std::unordered_map<std::size_t, std::vector<std::unique_ptr<const AbstractValue>>> by_hash_;
};

/// What is known of terms, in their order.
class Knowledge {
 public:
  using Entry = std::pair<TermIndex, const AbstractValue*>;
  const AbstractValue* find(TermIndex) const;  ///< null: nothing
  void set(TermIndex, const AbstractValue*);
  void clear() { entries_.clear(); }
  bool empty() const { return entries_.empty(); }
  std::size_t size() const { return entries_.size(); }
  auto begin() const { return entries_.begin(); }
  auto end() const { return entries_.end(); }
  template <class Is>
  void erase_if(const Is& is) {
    std::erase_if(entries_, [&](const Entry& entry) { return is(entry.first); });
  }
  bool operator==(const Knowledge&) const = default;

 private:
  std::vector<Entry> entries_;
};

/// Canonical texts, numbered as they are met.
class Vocabulary {
 public:
  explicit Vocabulary(const Model& model) : model_(model) {}
  TermIndex term_of(const expression::Node&);
  TermIndex term_of_name(const std::string&);
  TermIndex term_of_comparison(expression::Operator, const std::string& left, const std::string& right,
                               const std::set<std::string>& names);
  TermIndex term_of_field(const std::string& name, const std::string& key);
  TermIndex term_of_paper(std::size_t slot);
  TermIndex term_of_event_value(const std::string& name);  ///< _event.data.name
  const Term& operator[](TermIndex i) const { return terms_[i]; }
  std::size_t size() const { return terms_.size(); }
  const AbstractValue* keep(const AbstractValue& value) { return values_.keep(value); }

 private:
  const Model& model_;
  std::vector<Term> terms_;
  ValuePool values_;
  std::map<std::string, TermIndex> by_text_;
  std::unordered_map<const expression::Node*, TermIndex> by_node_;
  std::map<std::string, std::size_t> passing_;  ///< facts, _event, loop items: numbered as they are met

  TermIndex add(Term);
  void describe_name(Term&);
  TermIndex add_comparisons(const Term& made_of, const struct Sides&, expression::Operator);
};

/// Forgets all that rests on the name.
void forget(Knowledge&, const Vocabulary&, const std::string& name);
/// Canonical text of a tree: names with plain keys as a path, everything else with brackets; a comparison
/// with a constant has it on the right.
std::string canonical(const expression::Node&);
/// A name, or a field below one by plain keys.
bool is_path(const expression::Node&);

}  // namespace anjuan::analysis
