#pragma once
// The tree of a compiled expression. Immutable once the parser has made it.

#include <memory>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/value.h"

namespace anjuan::expression {

struct Builtin;

enum class Operator {
  either,
  both,
  equal,
  unequal,
  less,
  less_or_equal,
  greater,
  greater_or_equal,
  among,
  plus,
  minus,
  times,
  divided,
  remainder,
};
/// "||", "&&", "==", …
const char* sign_of(Operator);

struct Node {
  enum class Kind {
    literal,
    name,
    member,
    index,
    call,
    negative,
    inverse,
    binary,
    conditional,
    list,
    record
  };
  Kind kind = Kind::literal;
  Place place;
  Value literal;
  std::string name;                  ///< of a name or member
  Operator op = Operator::equal;     ///< of a binary
  const Builtin* builtin = nullptr;  ///< of a call
  std::vector<std::string> keys;     ///< of a record, one for each child
  std::vector<std::shared_ptr<const Node>> children;
};
using NodePtr = std::shared_ptr<const Node>;

/// The node as the author would name it: "对象.名称"; "" for what has no short name.
std::string path_of(const Node&);

}  // namespace anjuan::expression
