#include "procedure/untyped_names.h"

#include <algorithm>

#include "base/text.h"
#include "expression/ecmascript.h"
#include "expression/messages.h"
#include "expression/node.h"
#include "procedure/loading.h"
#include "procedure/messages.h"

namespace anjuan::procedure {

namespace {

using expression::Node;

class NameCheck {
 public:
  explicit NameCheck(const KnownNames& known) : known_(known) {}

  void visit(const Node& node) {
    switch (node.kind) {
      case Node::Kind::name:
        return read(node);
      case Node::Kind::type_of:
        if (node.children[0]->kind == Node::Kind::name) return;  // asks whether there is such a name
        break;
      case Node::Kind::assignment:
      case Node::Kind::step:
        set(*node.children[0]);
        break;
      case Node::Kind::function:
        return visit_function(node);
      default:
        break;
    }
    for (const auto& child : node.children) visit(*child);
  }

  Diagnostics take() { return std::move(found_); }

 private:
  bool is_local(const std::string& name) const {
    return std::find(locals_.begin(), locals_.end(), name) != locals_.end();
  }

  void read(const Node& node) {
    if (known_.readable.contains(node.name) || is_local(node.name)) return;
    if (node.name == "this" || expression::is_type_word(node.name)) return;
    std::vector<std::string> names;
    for (const auto& [name, type] : known_.readable) {
      if (!name.starts_with("_")) names.push_back(name);
    }
    const auto near = nearest(node.name, names);
    found_.push_back(near ? diagnose(expression::name_unknown_near, node.place, node.name, *near)
                          : diagnose(expression::name_unknown, node.place, node.name, some_of(names)));
  }

  /// Only whether it may be set: that it exists is seen where its name is visited.
  void set(const Node& location) {
    const Node* root = &location;
    while (root->kind != Node::Kind::name && !root->children.empty()) root = root->children[0].get();
    if (root->kind != Node::Kind::name || is_local(root->name)) return;
    const bool settable =
        std::find(known_.settable.begin(), known_.settable.end(), root->name) != known_.settable.end();
    if (!settable && known_.readable.contains(root->name))
      found_.push_back(diagnose(assign_read_only, root->place, root->name));
  }

  void visit_function(const Node& node) {
    const std::size_t outside = locals_.size();
    locals_.insert(locals_.end(), node.keys.begin(), node.keys.end());
    locals_.emplace_back("arguments");
    for (const auto& child : node.children) declare(*child);
    for (const auto& child : node.children) visit(*child);
    locals_.resize(outside);
  }

  void declare(const Node& node) {
    if (node.kind == Node::Kind::declaration) locals_.push_back(node.name);
    for (const auto& child : node.children) declare(*child);
  }

  const KnownNames& known_;
  std::vector<std::string> locals_;
  Diagnostics found_;
};

}  // namespace

Diagnostics check_untyped_names(const expression::Expression& one, const KnownNames& known) {
  NameCheck check(known);
  check.visit(one.root());
  return check.take();
}

}  // namespace anjuan::procedure
