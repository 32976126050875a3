#include "xml/outline.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/date.h"
#include "base/id.h"
#include "base/text.h"
#include "xml/messages.h"
#include "xml/value_meant.h"

namespace anjuan::xml {
namespace {

const ElementRule* find_rule(const Outline& outline, std::string_view ns, std::string_view name) {
  for (const ElementRule& rule : outline.elements) {
    if (rule.name == name && (rule.ns.empty() ? outline.ns : rule.ns) == ns) return &rule;
  }
  return nullptr;
}

bool known_namespace(const Outline& outline, std::string_view ns) {
  if (ns == outline.ns) return true;
  return std::any_of(outline.elements.begin(), outline.elements.end(),
                     [&](const ElementRule& r) { return r.ns == ns && !r.ns.empty(); });
}

/// An element or attribute as messages print it, with the usual prefix of its namespace.
std::string printed(const Outline& outline, std::string_view ns, std::string_view name) {
  std::string prefix = ns == outline.ns ? outline.prefix : "";
  for (const auto& [uri, known] : outline.prefixes) {
    if (uri == ns) prefix = known;
  }
  return prefix.empty() ? std::string(name) : prefix + ":" + std::string(name);
}

Wording kind_name(ValueKind kind) {
  switch (kind) {
    case ValueKind::text:
      return {"文字，不能空", "text, not empty"};
    case ValueKind::any_text:
      return {"文字", "text"};
    case ValueKind::id:
      return {"编号（字母、数字、汉字开头，可含 . _ -，最多 64 个字）",
              "an id (a letter, digit or Chinese character, then also . _ -, at most 64 characters)"};
    case ValueKind::ids:
      return {"一个或几个编号，用空格分开", "one or more ids separated by spaces"};
    case ValueKind::integer:
      return {"非负整数", "a whole number, 0 or more"};
    case ValueKind::number:
      return {"数字", "a number"};
    case ValueKind::date:
      return {"日期，如 2026-09-10", "a date such as 2026-09-10"};
    case ValueKind::yes_no:
      return {"yes（是）或 no（否）", "yes or no"};
    case ValueKind::choice:
      return {"所列选项之一", "one of the choices"};
    case ValueKind::expression:
      return {"表达式，不能空", "an expression, not empty"};
    case ValueKind::duration:
      return {"时长，如 5s、1.5s、200ms", "a duration such as 5s, 1.5s, 200ms"};
  }
  return "";
}

Wording listed(const std::vector<std::string>& names) {
  if (names.empty()) return {"无", "none"};
  return {join(names, "、"), join(names, ", ")};
}

/// Where a name leads that stands at the wrong place or is written a little wrong.
struct Meant {
  std::string ns, name;
};

/// The name that begins the written one, or is begun by it: "cond" for "condition".
std::optional<std::string> abbreviated(std::string_view written, const std::vector<std::string>& names) {
  constexpr std::size_t least = 3;  // letters that say which name it is
  const std::string lower = lower_case(std::string(written));
  for (const std::string& name : names) {
    const auto [shorter, longer] = std::minmax(name, lower, [](const auto& a, const auto& b) { return a.size() < b.size(); });
    if (shorter.size() >= least && longer.starts_with(shorter)) return name;
  }
  return std::nullopt;
}

/// The one of the names that was meant: the same in another namespace, in other case, or nearly the same.
std::optional<Meant> meant(const Meant& written, const std::vector<Meant>& known) {
  for (const Meant& k : known) {
    if (k.name == written.name) return k;
  }
  for (const Meant& k : known) {
    if (lower_case(k.name) == lower_case(written.name)) return k;
  }
  std::vector<std::string> names;
  for (const Meant& k : known) names.push_back(k.name);
  auto near = nearest(written.name, names);
  if (!near) near = abbreviated(written.name, names);
  if (!near) return std::nullopt;
  return known[static_cast<std::size_t>(std::find(names.begin(), names.end(), *near) - names.begin())];
}

class Checker {
 public:
  explicit Checker(const Outline& outline) : outline_(outline) {}

  Diagnostics run(Element& root) {
    note_namespaces(root);
    if (root.name == outline_.root && root.ns != outline_.ns) {
      report(diagnose(root_without_namespace, declared_at(root.ns, root.place), root.name,
                      root.ns.empty()
                          ? Wording("没有命名空间", "has no namespace")
                          : Wording("的命名空间是“" + root.ns + "”", "is in the namespace '" + root.ns + "'"),
                      outline_.ns));
      const std::string wrong = root.ns;
      rename_namespace(root, wrong);
    } else if (root.name != outline_.root || root.ns != outline_.ns) {
      report(
          diagnose(wrong_root, root.place, root.name,
                   "<" + printed(outline_, outline_.ns, outline_.root) + " xmlns=\"" + outline_.ns + "\">"));
      return std::move(diagnostics_);
    }
    visit(root);
    return std::move(diagnostics_);
  }

 private:
  void report(Diagnostic d) { diagnostics_.push_back(std::move(d)); }

  void note_namespace(const std::string& ns) {
    if (!used_.insert(ns).second || known_namespace(outline_, ns)) return;
    if (const auto near = near_namespace(ns)) used_.insert(*near);
  }

  /// Which namespaces the file speaks of, and where it declares them.
  void note_namespaces(const Element& element) {
    for (const Attribute& one : element.namespaces) declared_.emplace(one.value, one.value_place);
    note_namespace(element.ns);
    for (const Attribute& a : element.attributes) note_namespace(a.ns);
    for (const Element* child : element.children()) note_namespaces(*child);
  }
  Place declared_at(const std::string& ns, const Place& otherwise) const {
    const auto found = declared_.find(ns);
    return found == declared_.end() ? otherwise : found->second;
  }
  /// Whether lists may offer names of it: not where the file has nothing to do with it.
  bool is_offered(const std::string& ns) const {
    return ns.empty() || ns == outline_.ns || declared_.count(ns) > 0 || used_.count(ns) > 0;
  }

  void rename_namespace(Element& element, const std::string& wrong) {
    if (element.ns == wrong) element.ns = outline_.ns;
    for (Node& node : element.content) {
      if (node.is_element()) rename_namespace(node.element.front(), wrong);
    }
  }

  std::string shown(const Meant& name) const { return printed(outline_, name.ns, name.name); }
  std::string shown(const Element& element) const { return printed(outline_, element.ns, element.name); }
  Meant of(const ChildRule& rule) const { return {rule.ns.empty() ? outline_.ns : rule.ns, rule.name}; }

  void visit(Element& element) {
    const ElementRule* rule = find_rule(outline_, element.ns, element.name);
    if (!rule) return;
    check_attributes(element, *rule);
    if (rule->any_content) return;
    std::map<std::pair<std::string, std::string>, std::vector<Place>> children;
    for (Node& node : element.content) {
      if (!node.is_element()) {
        check_text(element, *rule, node);
        continue;
      }
      Element& child = node.element.front();
      mend_namespace(child.ns, child.place);
      if (!allowed(*rule, child)) report_unknown(*rule, element, child);
      if (allowed(*rule, child)) children[{child.ns, child.name}].push_back(child.place);
      visit(child);
    }
    check_counts(element, *rule, children);
  }

  /// Where a text begins, white space apart.
  static Place first_word(const Node& node) {
    Place place = node.place;
    for (const char c : node.text) {
      if (c != ' ' && c != '\t' && c != '\n' && c != '\r') break;
      place.column = c == '\n' ? 1 : place.column + 1;
      place.line += c == '\n' ? 1 : 0;
    }
    return place;
  }

  void check_text(const Element& element, const ElementRule& rule, const Node& node) {
    const std::string text = collapse_space(node.text);
    if (rule.text || text.empty()) return;
    const std::u32string letters = to_u32(text);
    report(diagnose(text_not_allowed, first_word(node), shown(element),
                    to_utf8(std::u32string_view(letters).substr(0, 20))));
  }

  /// In a namespace of somebody else, who knows what it means.
  bool foreign(const std::string& ns) const {
    return outline_.foreign_allowed && !ns.empty() && !known_namespace(outline_, ns) && !near_namespace(ns);
  }

  /// The namespace that was meant by one that is none of ours, but nearly.
  std::optional<std::string> near_namespace(const std::string& ns) const {
    std::vector<std::string> known{outline_.ns};
    for (const auto& [uri, prefix] : outline_.prefixes) known.push_back(uri);
    const auto near = ns.empty() ? std::nullopt : nearest(ns, known);
    return near && differ_little(ns, *near) ? near : std::nullopt;
  }

  /// Addresses begin alike: only what lies between their common beginning and end tells them apart.
  static bool differ_little(std::string_view a, std::string_view b) {
    constexpr std::size_t little = 8;
    while (!a.empty() && !b.empty() && a.front() == b.front()) a.remove_prefix(1), b.remove_prefix(1);
    while (!a.empty() && !b.empty() && a.back() == b.back()) a.remove_suffix(1), b.remove_suffix(1);
    return std::max(a.size(), b.size()) <= little;
  }

  bool allowed(const ElementRule& rule, const Element& child) const {
    if (foreign(child.ns)) return true;
    return std::any_of(rule.children.begin(), rule.children.end(),
                       [&](const ChildRule& c) { return c.name == child.name && of(c).ns == child.ns; });
  }

  std::vector<Meant> child_names(const ElementRule& rule) const {
    std::vector<Meant> out;
    for (const ChildRule& c : rule.children) out.push_back(of(c));
    return out;
  }

  Wording listed_names(const std::vector<Meant>& names) const {
    std::vector<std::string> out;
    for (const Meant& name : names) {
      if (is_offered(name.ns)) out.push_back(shown(name));
    }
    return listed(out);
  }

  /// Says what is wrong with a child, and gives it the name that was meant, so that what stands inside is
  /// looked at as well.
  void report_unknown(const ElementRule& rule, const Element& parent, Element& child) {
    const Meant written{child.ns, child.name};
    if (!known_namespace(outline_, child.ns) && !child.ns.empty())
      return report_namespace(child, outline_.ns);
    const std::string inside = shown(parent);
    const std::vector<Meant> names = child_names(rule);
    const auto near = meant(written, names);
    const Meant known = near ? written : known_elsewhere(written);
    const std::vector<Meant> elsewhere = parents_of(known);
    const bool only_namespace = near && near->name == written.name;
    if (!elsewhere.empty() && !only_namespace) {
      return report(diagnose(misplaced_element, child.place, shown(known), inside, listed_names(elsewhere),
                             listed_names(names)));
    }
    if (!near)
      return report(diagnose(unknown_element, child.place, shown(written), inside, listed_names(names)));
    if (only_namespace && written.ns.empty()) return report_namespace(child, near->ns);
    report(diagnose(unknown_element_near, child.place, shown(written), inside, listed_names(names),
                    shown(*near)));
    child.ns = near->ns;
    child.name = near->name;
  }

  /// The element of this name in whichever namespace has it.
  Meant known_elsewhere(const Meant& written) const {
    for (const ElementRule& rule : outline_.elements) {
      const Meant one{rule.ns.empty() ? outline_.ns : rule.ns, rule.name};
      if (one.name == written.name && !find_rule(outline_, written.ns, written.name)) return one;
    }
    return written;
  }

  /// Elements in which one of this name may stand.
  std::vector<Meant> parents_of(const Meant& child) const {
    std::vector<Meant> out;
    for (const ElementRule& rule : outline_.elements) {
      for (const ChildRule& c : rule.children) {
        if (c.name != child.name || of(c).ns != child.ns) continue;
        out.push_back({rule.ns.empty() ? outline_.ns : rule.ns, rule.name});
      }
    }
    return out;
  }

  /// A namespace that was nearly written: said once, and then taken as it was meant.
  void mend_namespace(std::string& ns, const Place& place) {
    const auto near = known_namespace(outline_, ns) ? std::nullopt : near_namespace(ns);
    if (!near) return;
    if (namespaces_.insert(ns).second) report(diagnose(namespace_near, declared_at(ns, place), ns, *near));
    ns = *near;
  }

  void report_namespace(Element& child, const std::string& wanted) {
    const Wording written = child.ns.empty() ? Wording("（无）", "(none)") : Wording(child.ns);
    if (namespaces_.insert(child.ns).second)
      report(diagnose(unknown_namespace, child.place, child.name, written, wanted));
    child.ns = wanted;
  }

  std::vector<Meant> attribute_names(const ElementRule& rule) const {
    std::vector<Meant> out;
    for (const AttributeRule& a : rule.attributes) out.push_back({a.ns, a.name});
    return out;
  }
  std::string attribute_shown(const Meant& a) const {
    if (a.ns.empty()) return a.name;
    const std::string name = shown(a);
    return name == a.name ? "…:" + name : name;  // with some prefix, of a namespace that is printed without
  }
  Wording attributes_listed(const std::vector<Meant>& names) const {
    std::vector<std::string> out;
    for (const Meant& name : names) {
      if (is_offered(name.ns)) out.push_back(attribute_shown(name));
    }
    return listed(out);
  }

  void check_attributes(Element& element, const ElementRule& rule) {
    for (Attribute& a : element.attributes) {
      if (!find_attribute(rule, a)) check_unknown_attribute(element, rule, a);
      if (const AttributeRule* found = find_attribute(rule, a)) check_value(a, *found);
    }
    for (const AttributeRule& r : rule.attributes) {
      if (!r.required || element.attribute(r.name, r.ns)) continue;
      report(diagnose(missing_attribute, element.place, shown(element), attribute_shown({r.ns, r.name}),
                      r.says.zh.empty() ? kind_name(r.kind) : r.says));
    }
  }

  static const AttributeRule* find_attribute(const ElementRule& rule, const Attribute& a) {
    const auto found = std::find_if(rule.attributes.begin(), rule.attributes.end(),
                                    [&](const AttributeRule& r) { return r.name == a.name && r.ns == a.ns; });
    return found == rule.attributes.end() ? nullptr : &*found;
  }

  /// As for elements: said, and then taken as it was meant.
  void check_unknown_attribute(const Element& element, const ElementRule& rule, Attribute& a) {
    if (!a.ns.empty()) mend_namespace(a.ns, a.place);
    if (find_attribute(rule, a)) return;
    const bool of_xml = a.ns.starts_with("http://www.w3.org/") && a.ns != outline_.ns;
    if (of_xml || (!a.ns.empty() && foreign(a.ns))) return;
    const Meant written{a.ns, a.name};
    const std::string owner = shown(element), name = attribute_shown(written);
    const std::vector<Meant> names = attribute_names(rule);
    const auto near = meant(written, names);
    const bool taken = near && element.attribute(near->name, near->ns) != nullptr;
    const auto owners = owners_of(written);
    if (near && !taken && (owners.empty() || near->name == a.name)) {
      report(diagnose(unknown_attribute_near, a.place, name, owner, attributes_listed(names),
                      attribute_shown(*near)));
      a.ns = near->ns;
      a.name = near->name;
    } else if (!owners.empty()) {
      report(diagnose(misplaced_attribute, a.place, name, owner, attributes_listed(names), listed(owners)));
    } else if (taken) {
      report(diagnose(attribute_given_rightly, a.place, name, owner, attribute_shown(*near)));
    } else {
      report(diagnose(unknown_attribute, a.place, name, owner, attributes_listed(names)));
    }
  }

  /// Elements that have an attribute of this name; a name that many have says nothing.
  std::vector<std::string> owners_of(const Meant& attribute) const {
    std::vector<std::string> out;
    for (const ElementRule& rule : outline_.elements) {
      for (const AttributeRule& a : rule.attributes) {
        if (a.name == attribute.name && a.ns == attribute.ns)
          out.push_back(printed(outline_, rule.ns.empty() ? outline_.ns : rule.ns, rule.name));
      }
    }
    return out.size() > 6 ? std::vector<std::string>{} : out;
  }

  void check_value(const Attribute& a, const AttributeRule& rule) {
    if (fits(rule, a.value)) return;
    const std::string name = attribute_shown({a.ns, a.name});
    if (trim(a.value).empty() && rule.kind != ValueKind::choice)
      return report(diagnose(empty_value, a.value_place, name, kind_name(rule.kind)));
    if (const auto unseen = find_unseen(a.value)) return report_unseen(a, name, *unseen);
    const std::string written = shortened(a.value);
    const auto near = value_meant(rule, a.value);
    if (rule.kind == ValueKind::choice)
      report(near ? diagnose(bad_choice_near, a.value_place, name, written, listed(rule.choices), *near)
                  : diagnose(bad_choice, a.value_place, name, written, listed(rule.choices)));
    else if (near && rule.kind == ValueKind::duration)
      report(diagnose(duration_in_words, a.value_place, name, written, *near));
    else if (rule.kind == ValueKind::duration)
      report(diagnose(no_duration, a.value_place, name, written));
    else if (near)
      report(diagnose(bad_value_near, a.value_place, name, written, kind_name(rule.kind), *near));
    else
      report(diagnose(bad_value, a.value_place, name, written, kind_name(rule.kind), rule.says));
  }

  /// Characters without width, and those that turn the direction of writing.
  static std::optional<char32_t> find_unseen(const std::string& value) {
    for (const char32_t c : to_u32(value)) {
      const bool unseen = c == 0xad || (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) ||
                          (c >= 0x2060 && c <= 0x206f) || c == 0xfeff;
      if (unseen) return c;
    }
    return std::nullopt;
  }
  void report_unseen(const Attribute& a, const std::string& name, char32_t unseen) {
    constexpr const char* digits = "0123456789ABCDEF";
    std::string number = "U+";
    for (int shift = 12; shift >= 0; shift -= 4) number += digits[unseen >> shift & 0xf];
    report(diagnose(invisible_character, a.value_place, name, number));
  }

  /// A value as messages print it.
  static std::string shortened(const std::string& value) {
    const std::u32string letters = to_u32(value.substr(0, 400));
    return letters.size() <= 60 ? value : to_utf8(std::u32string_view(letters).substr(0, 60)) + "…";
  }

  void check_counts(const Element& element, const ElementRule& rule,
                    const std::map<std::pair<std::string, std::string>, std::vector<Place>>& children) {
    for (const ChildRule& c : rule.children) {
      const auto found = children.find({of(c).ns, c.name});
      const int n = found == children.end() ? 0 : static_cast<int>(found->second.size());
      if (n < c.min) report(diagnose(too_few_children, element.place, shown(element), shown(of(c))));
      if (c.max < 0 || n <= c.max) continue;
      report(diagnose(too_many_children, found->second[static_cast<std::size_t>(c.max)], shown(element),
                      shown(of(c)), std::to_string(n), std::to_string(c.max)));
    }
  }

  const Outline& outline_;
  std::set<std::string> namespaces_;  ///< complained about
  std::set<std::string> used_;
  std::map<std::string, Place> declared_;
  Diagnostics diagnostics_;
};

}  // namespace

Diagnostics check_and_mend(Element& root, const Outline& outline) { return Checker(outline).run(root); }

Diagnostics check(const Element& root, const Outline& outline) {
  Element copy = root;
  return check_and_mend(copy, outline);
}

std::string reference_page(const Outline& outline) {
  std::string out;
  for (const ElementRule& rule : outline.elements) {
    const std::string name = printed(outline, rule.ns.empty() ? outline.ns : rule.ns, rule.name);
    out += "### `<" + name + ">`\n\n" + rule.says.zh + "\n\n";
    if (!rule.attributes.empty()) {
      out += "| 属性 | 必填 | 值 | 说明 |\n|---|---|---|---|\n";
      for (const AttributeRule& a : rule.attributes) {
        std::string kind = a.kind == ValueKind::choice ? join(a.choices, "、") : kind_name(a.kind).zh;
        out += "| `" + (a.ns.empty() ? a.name : printed(outline, a.ns, a.name)) + "` | " +
               (a.required ? "是" : "") + " | " + kind + " | " + a.says.zh + " |\n";
      }
      out += "\n";
    }
    std::vector<std::string> children;
    for (const ChildRule& c : rule.children)
      children.push_back("`" + printed(outline, c.ns.empty() ? outline.ns : c.ns, c.name) + "`");
    if (!children.empty()) out += "里面可以有：" + join(children, "、") + "。\n\n";
    if (!rule.example.empty()) out += "```xml\n" + rule.example + "\n```\n\n";
  }
  return out;
}

}  // namespace anjuan::xml
