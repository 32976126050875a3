// The names that an expression asks of its surroundings.

#include "expression/free_names.h"

#include <algorithm>

namespace anjuan::expression {

namespace {

class Walk {
 public:
  explicit Walk(const std::function<void(const Node&, NameUse)>& visit) : visit_(visit) {}

  void bind_declared(const Node& node) {
    if (node.kind == Node::Kind::function) return;
    if (node.kind == Node::Kind::declaration) bound_.push_back(node.name);
    for (const NodePtr& child : node.children) bind_declared(*child);
  }

  void walk(const Node& node, NameUse use = NameUse::read) {
    const std::vector<NodePtr>& children = node.children;
    switch (node.kind) {
      case Node::Kind::name:
        if (std::find(bound_.begin(), bound_.end(), node.name) == bound_.end()) visit_(node, use);
        return;
      case Node::Kind::function:
        return function(node);
      case Node::Kind::type_of:
        return walk(*children[0], NameUse::asked);
      case Node::Kind::assignment: {
        // What stands on the left is set, not read, if it is a plain name.
        const bool plain = children[0]->kind == Node::Kind::name && !node.compound;
        walk(*children[0], plain ? NameUse::set : NameUse::changed);
        return walk(*children[1]);
      }
      case Node::Kind::step:
        return walk(*children[0], NameUse::changed);
      case Node::Kind::member:
      case Node::Kind::index:
        walk(*children[0], use == NameUse::changed ? use : NameUse::read);  // a field, and what has it with it
        for (std::size_t i = 1; i < children.size(); ++i) walk(*children[i]);
        return;
      default:
        for (const NodePtr& child : children) walk(*child);
    }
  }

 private:
  const std::function<void(const Node&, NameUse)>& visit_;
  std::vector<std::string> bound_;

  void function(const Node& node) {
    const std::size_t outer = bound_.size();
    bound_.insert(bound_.end(), node.keys.begin(), node.keys.end());
    bound_.insert(bound_.end(), {"this", node.name});
    bind_declared(*node.children[0]);
    walk(*node.children[0]);
    bound_.resize(outer);
  }
};

}  // namespace

void for_each_free_name(const Node& node, const std::function<void(const Node&, NameUse)>& visit) {
  Walk walk(visit);
  walk.bind_declared(node);
  walk.walk(node);
}

}  // namespace anjuan::expression
