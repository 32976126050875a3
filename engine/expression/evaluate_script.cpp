// Evaluation of what only the dialect ecmascript has: assignments, statements, methods, functions.

#include "expression/calls.h"
#include "expression/ecmascript.h"
#include "expression/evaluation.h"
#include "expression/messages.h"
#include "expression/methods.h"
#include "expression/operators.h"

namespace anjuan::expression {

namespace {
}  // namespace

Calls& Evaluation::calls() {
  if (!calls_) calls_ = std::make_unique<Calls>();
  return *calls_;
}

bool Evaluation::returned() const { return calls_ && calls_->result.has_value(); }

const Value* Evaluation::scripted(const Node& node, Value& scratch) {
  switch (node.kind) {
    case Node::Kind::type_of: {
      Value own;
      const Node& operand = *node.children[0];
      const bool missing = operand.kind == Node::Kind::name && find_name(operand, own) == nullptr;
      const Value* value = missing ? &nothing : visit(operand, own);
      return value == nullptr ? nullptr : made(Value(ecmascript::type_word(*value)), node, scratch);
    }
    case Node::Kind::nothing_of:
      return visit(*node.children[0], scratch) == nullptr ? nullptr : &nothing;
    case Node::Kind::number_of: {
      const Value* value = visit(*node.children[0], scratch);
      if (value == nullptr || !afford(weight(*value), node)) return nullptr;
      return made(ecmascript::number_of(*value), node, scratch);
    }
    case Node::Kind::complement: {
      const Value* value = visit(*node.children[0], scratch);
      if (value == nullptr || !afford(weight(*value), node)) return nullptr;
      return made(ecmascript::complement(*value), node, scratch);
    }
    case Node::Kind::assignment:
    case Node::Kind::step:
      return assign(node, scratch);
    case Node::Kind::declaration:
      return declare(node, scratch);
    case Node::Kind::sequence: {
      const Value* last = &nothing;
      for (const NodePtr& child : node.children) {
        last = visit(*child, scratch);
        if (last == nullptr || returned()) return last;
      }
      return last;
    }
    case Node::Kind::branch: {
      const Truth condition = truth_of(*node.children[0]);
      if (condition == Truth::refused) return nullptr;
      if (condition == Truth::yes) return visit(*node.children[1], scratch);
      return node.children.size() > 2 ? visit(*node.children[2], scratch) : &nothing;
    }
    case Node::Kind::give_back: {
      Value own;
      const Value* value = node.children.empty() ? &nothing : visit(*node.children[0], own);
      if (value == nullptr) return nullptr;
      calls().result = *value;
      return &nothing;
    }
    case Node::Kind::method:
      return method(node, scratch);
    case Node::Kind::apply:
    case Node::Kind::construct:
      return apply_function(node, scratch);
    default:
      return &node.literal;
  }
}

/// The name that the location begins with, and what leads on from there, computed once.
bool Evaluation::follow(const Node& location, std::string& name, std::vector<Value>& keys) {
  if (location.kind == Node::Kind::name) {
    name = location.name;
    return true;
  }
  if (!follow(*location.children[0], name, keys)) return false;
  if (location.kind == Node::Kind::member) {
    keys.emplace_back(location.name);
    return true;
  }
  Value own;
  const Value* key = visit(*location.children[1], own);
  if (key == nullptr || !afford(weight(*key), location)) return false;
  keys.push_back(*key);
  return true;
}

/// What the location holds; a plain name that has no value yet is a reference to nothing.
const Value* Evaluation::read(const Node& location, std::span<const Value> keys, Value& scratch) {
  const Node* root = &location;
  while (root->kind != Node::Kind::name) root = root->children[0].get();
  Value own;
  const Value* value = name(*root, own);
  if (value == nullptr) return nullptr;
  scratch = *value;
  for (const Value& key : keys) {
    if (scratch.empty()) return refuse(diagnose(nothing_to_read, location.place, ecmascript::text_of(key)));
    if (!afford(weight_of_copy(scratch), location)) return nullptr;
    scratch = ecmascript::item(Value(scratch), key);
  }
  return &scratch;
}

bool Evaluation::set_name(const std::string& name, Value value, const Node& node) {
  if (!afford_search(node) || !afford(weight_of_copy(value), node)) return false;
  if (calls_) {
    if (Value* local = calls_->find(name)) {
      *local = std::move(value);
      return true;
    }
  }
  if (changed_ == nullptr) return refused(diagnose(nothing_may_be_set, node.place, name));
  (*changed_)[name] = std::move(value);
  return true;
}

bool Evaluation::set(const Node& location, const std::string& name, std::span<const Value> keys,
                     Value value) {
  if (keys.empty()) return set_name(name, std::move(value), location);
  Value whole;
  if (read(location, {}, whole) == nullptr || !afford(weight(whole), location)) return false;
  auto changed =
      put_at(whole, keys, std::move(value), Dialect::ecmascript, location.place, path_of(location));
  if (!changed.ok()) return refused(std::move(changed).diagnostics());
  Value after;
  if (made(std::move(changed).value(), location, after) == nullptr) return false;
  return set_name(name, std::move(after), location);
}

const Value* Evaluation::assign(const Node& node, Value& scratch) {
  const Node& location = *node.children[0];
  std::string name;
  std::vector<Value> keys;
  if (!follow(location, name, keys)) return nullptr;
  Value before, own;
  const Value* after = nullptr;
  if (node.kind == Node::Kind::step) {
    if (read(location, keys, before) == nullptr) return nullptr;
    before = ecmascript::number_of(before);
    after = made(ecmascript::apply(node.op, before, Value(1), node.place), node, own);
  } else if (node.compound) {
    if (read(location, keys, before) == nullptr) return nullptr;
    Value operand;
    const Value* right = visit(*node.children[1], operand);
    if (right == nullptr) return nullptr;
    if (!afford(ecmascript::cost(node.op, before, *right), node)) return nullptr;
    after = made(ecmascript::apply(node.op, before, *right, node.place), node, own);
  } else {
    after = visit(*node.children[1], own);
  }
  if (after == nullptr) return nullptr;
  const Value result = node.kind == Node::Kind::step && !node.prefix ? before : *after;
  if (!set(location, name, keys, *after)) return nullptr;
  scratch = result;
  return &scratch;
}

const Value* Evaluation::declare(const Node& node, Value& scratch) {
  Value own;
  const Value* initial = node.children.empty() ? nullptr : visit(*node.children[0], own);
  if (initial == nullptr && !node.children.empty()) return nullptr;
  if (calls_ && calls_->depth > 0) {
    calls_->declare(node.name, initial == nullptr ? Value() : *initial);
    return &nothing;
  }
  // A name declared again keeps its value (ECMA-262, 14.3.2.1).
  if (initial == nullptr && find_name(node, scratch) != nullptr) return &nothing;
  return set_name(node.name, initial == nullptr ? Value() : *initial, node) ? &nothing : nullptr;
}

const Value* Evaluation::method(const Node& node, Value& scratch) {
  Value own;
  const Value* owner = visit(*node.children[0], own);
  if (owner == nullptr) return nullptr;
  if (owner->empty()) return refuse(diagnose(nothing_to_read, node.place, node.name));
  const Value receiver = *owner;
  std::vector<Value> arguments;
  if (!take_arguments(node, arguments)) return nullptr;
  const Value& field = receiver.field(node.name);
  if (const std::string* source = function_source(field))
    return enter_source(*source, node, std::move(arguments), receiver, scratch);
  const Method* found = find_method(receiver, node.name);
  if (found == nullptr) {
    if (receiver.is(Value::Kind::record)) return refuse(diagnose(not_a_function, node.place, path_of(node)));
    return refuse(diagnose(construct_not_supported, node.place, node.name + "()"));
  }
  if (!afford(cost(*found, receiver, arguments), node)) return nullptr;
  auto called = found->call({receiver, arguments, node.place});
  if (!called.ok()) return refuse(std::move(called).diagnostics());
  if (called->owner && is_location(*node.children[0])) {
    std::string name;
    std::vector<Value> keys;
    if (!follow(*node.children[0], name, keys)) return nullptr;
    if (!set(*node.children[0], name, keys, *std::move(called->owner))) return nullptr;
  }
  return made(std::move(called->result), node, scratch);
}

bool Evaluation::take_arguments(const Node& node, std::vector<Value>& arguments) {
  for (std::size_t i = 1; i < node.children.size(); ++i) {
    Value own;
    const Value* argument = visit(*node.children[i], own);
    if (argument == nullptr || !afford(weight_of_copy(*argument), node)) return false;
    arguments.push_back(*argument);
  }
  return true;
}

const Value* Evaluation::apply_function(const Node& node, Value& scratch) {
  const Node& callee = *node.children[0];
  Value own;
  std::vector<Value> arguments;
  std::optional<Value> self;
  if (node.kind == Node::Kind::construct) self = Value(Fields{});
  if (callee.kind == Node::Kind::function) {
    if (!take_arguments(node, arguments)) return nullptr;
    return enter(callee, node, std::move(arguments), self, scratch, calls_ ? calls_->frame : 0);
  }
  const Value* value = visit(callee, own);
  if (value == nullptr) return nullptr;
  const std::string* source = function_source(*value);
  if (source == nullptr) {
    const std::string path = path_of(callee);
    return refuse(diagnose(not_a_function, node.place, path.empty() ? describe(*value) : Wording(path)));
  }
  const std::string text = *source;
  if (!take_arguments(node, arguments)) return nullptr;
  return enter_source(text, node, std::move(arguments), self, scratch);
}

/// Calls a function value: its text is compiled once per evaluation.
const Value* Evaluation::enter_source(const std::string& source, const Node& node,
                                      std::vector<Value> arguments, std::optional<Value> self,
                                      Value& scratch) {
  auto& compiled = calls().compiled;
  auto found = compiled.find(source);
  if (found == compiled.end()) {
    if (!afford(static_cast<std::int64_t>(source.size()), node)) return nullptr;
    auto function = compile("(" + source + ")", node.place, Dialect::ecmascript);
    if (!function.ok()) return refuse(std::move(function).diagnostics());
    found = compiled.emplace(source, std::move(function).value()).first;
  }
  const NodePtr root = found->second.shared_root();
  if (root->kind != Node::Kind::function) return refuse(diagnose(not_a_function, node.place, path_of(node)));
  return enter(*root, node, std::move(arguments), std::move(self), scratch, calls().locals.size());
}

/// Runs the body with its own local names; those from `frame` on are seen too.
const Value* Evaluation::enter(const Node& function, const Node& node, std::vector<Value> arguments,
                               std::optional<Value> self, Value& scratch, std::size_t frame) {
  Calls& calls = this->calls();
  const Node& body = *function.children[0];
  if (calls.height + body.height > max_call_height)
    return refuse(diagnose(calls_too_deep, node.place, std::to_string(max_call_height)));
  const std::size_t outer_frame = std::exchange(calls.frame, frame), begin = calls.locals.size();
  calls.begin.push_back(begin);
  ++calls.depth;
  calls.height += body.height;
  for (std::size_t i = 0; i < function.keys.size(); ++i) {
    calls.locals.emplace_back(function.keys[i], i < arguments.size() ? std::move(arguments[i]) : Value());
  }
  if (self) calls.locals.emplace_back("this", *self);
  Value own;
  const bool done = visit(body, own) != nullptr;
  std::optional<Value> result = std::exchange(calls.result, std::nullopt);
  const bool constructs = node.kind == Node::Kind::construct;
  if (constructs && !(result && result->is(Value::Kind::record))) result = *calls.find("this");
  calls.locals.resize(begin);
  calls.begin.pop_back();
  calls.frame = outer_frame;
  --calls.depth;
  calls.height -= body.height;
  return done ? made(result.value_or(Value()), node, scratch) : nullptr;
}

}  // namespace anjuan::expression
