#pragma once
// An expression as a sentence for people who read no code: `问题数 > 0 && 严重程度 == '严重'` is
// "问题数大于 0，并且严重程度是“严重”" and "问题数 is greater than 0, and 严重程度 is “严重”".

#include <functional>
#include <optional>
#include <string_view>

#include "base/diagnostic.h"
#include "expression/expression.h"

namespace anjuan::expression {

/// What people call the things that an expression names. Each member may be left empty.
struct Vocabulary {
  /// Of a name, or of a path of names ("_event.data"); nothing: as it is written.
  std::function<std::optional<Wording>(std::string_view path)> name;
  /// Of a state asked for with In('id'); nothing: the id.
  std::function<std::optional<Wording>(std::string_view id)> state;
  /// Types of names, so that dates are earlier and later and lists have items; may be null.
  const Names* types = nullptr;
};

/// The expression as a condition; never empty. What has no words (a construct that only the untyped
/// dialect knows) is told as it is written.
Wording condition_in_words(const Expression&, const Vocabulary&);
/// The words for the condition not holding: "问题数不大于 0，或者严重程度不是“严重”".
Wording opposite_in_words(const Expression&, const Vocabulary&);
/// The expression as a value: "退回次数加 1".
Wording value_in_words(const Expression&, const Vocabulary&);
/// A value as it stands in such sentences: “整改”, 5, “是”.
Wording literal_in_words(const Value&);

// The same of a part of an expression; nothing where it has no words.
std::optional<Wording> clause_in_words(const Node&, bool holds, const Vocabulary&);
std::optional<Wording> noun_in_words(const Node&, const Vocabulary&);
/// That it has a value, or none yet: "问题数没有值".
std::optional<Wording> presence_in_words(const Node&, bool present, const Vocabulary&);
/// Whether it is told as a clause that holds or does not, rather than as a noun.
bool is_condition(const Node&, const Vocabulary&);

}  // namespace anjuan::expression
