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
  // only in the dialect ecmascript:
  strictly_equal,
  strictly_unequal,
  instance_of,
  bit_or,
  bit_xor,
  bit_and,
  shift_left,
  shift_right,
  shift_right_unsigned,
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
    record,
    // only in the dialect ecmascript:
    number_of,    ///< + x
    complement,   ///< ~ x
    type_of,      ///< typeof x
    nothing_of,   ///< void x
    method,       ///< owner.name(arguments…): the owner and the arguments
    apply,        ///< callee(arguments…): a function called
    construct,    ///< new callee(arguments…)
    function,     ///< its parameters are the keys, its body the only child
    assignment,   ///< location, value
    step,         ///< ++x, x++: the location
    declaration,  ///< var name [= value]
    sequence,     ///< each child in turn; the value of the last
    branch,       ///< if: condition, then, else
    give_back,    ///< return [value]
  };
  Kind kind = Kind::literal;
  Place place;
  bool constant = false;  ///< `literal` is its value, whatever the surroundings
  Value literal;
  std::string name;                  ///< of a name, member, method or declaration
  int number = -1;                   ///< of a name, or of the state asked by In('id'): see NameTable
  Operator op = Operator::equal;     ///< of a binary, an assignment (with `compound`) or a step
  bool compound = false;             ///< of an assignment: x op= y
  bool prefix = false;               ///< of a step: ++x
  const Builtin* builtin = nullptr;  ///< of a call
  int height = 1;                    ///< levels of the tree below it, itself included
  std::vector<std::string> keys;     ///< of a record, one for each child; of a function, its parameters
  std::vector<std::shared_ptr<const Node>> children;
};
using NodePtr = std::shared_ptr<const Node>;

std::shared_ptr<Node> make_node(Node::Kind, Place, std::vector<NodePtr> children = {});
/// Whether it is a name, or a field or item below one: what can be assigned to.
bool is_location(const Node&);
/// The node as the author would name it: "对象.名称"; "" for what has no short name.
std::string path_of(const Node&);

}  // namespace anjuan::expression
