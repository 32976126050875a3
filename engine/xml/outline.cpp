#include "xml/outline.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/date.h"
#include "base/id.h"
#include "base/text.h"
#include "xml/messages.h"

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

bool is_number(std::string_view s) {
  if (s.starts_with('-')) s.remove_prefix(1);
  const auto dot = s.find('.');
  const std::string_view whole = s.substr(0, dot),
                         part = dot == std::string_view::npos ? "0" : s.substr(dot + 1);
  const auto digits = [](std::string_view d) {
    return !d.empty() && d.find_first_not_of("0123456789") == std::string_view::npos;
  };
  return digits(whole) && digits(part) && whole.size() + part.size() <= 18;
}

/// CSS2 time: "5s", ".5s", "1.5s", "200ms".
bool is_duration(std::string_view s) {
  if (s.ends_with("ms"))
    s.remove_suffix(2);
  else if (s.ends_with("s"))
    s.remove_suffix(1);
  else
    return false;
  return is_number(s.starts_with('.') ? "0" + std::string(s) : std::string(s)) && !s.starts_with('-');
}

bool all_ids(std::string_view s) {
  const std::string clean = collapse_space(s);
  if (clean.empty()) return false;
  const auto parts = split(clean, ' ');
  return std::all_of(parts.begin(), parts.end(), [](const std::string& id) { return is_valid_id(id); });
}

bool fits(const AttributeRule& rule, std::string_view value) {
  switch (rule.kind) {
    case ValueKind::any_text:
      return true;
    case ValueKind::text:
    case ValueKind::expression:
      return !trim(value).empty();
    case ValueKind::id:
      return is_valid_id(value);
    case ValueKind::ids:
      return all_ids(value);
    case ValueKind::integer:
      return !value.empty() && value.size() <= 9 &&
             value.find_first_not_of("0123456789") == std::string_view::npos;
    case ValueKind::number:
      return is_number(value);
    case ValueKind::date:
      return parse_day(value).has_value();
    case ValueKind::yes_no:
      return value == "yes" || value == "no";
    case ValueKind::choice:
      return std::find(rule.choices.begin(), rule.choices.end(), value) != rule.choices.end();
    case ValueKind::duration:
      return is_duration(value);
  }
  return false;
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

class Checker {
 public:
  explicit Checker(const Outline& outline) : outline_(outline) {}

  Diagnostics run(const Element& root) {
    if (root.name != outline_.root || root.ns != outline_.ns) {
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

  void visit(const Element& element) {
    const ElementRule* rule = find_rule(outline_, element.ns, element.name);
    if (!rule) return;
    check_attributes(element, *rule);
    if (rule->any_content) return;
    std::map<std::pair<std::string, std::string>, int> counts;
    for (const Node& node : element.content) {
      if (!node.is_element()) {
        const std::string text = collapse_space(node.text);
        if (!rule->text && !text.empty()) {
          const std::u32string letters = to_u32(text);
          report(diagnose(text_not_allowed, node.place, printed(outline_, element.ns, element.name),
                          to_utf8(std::u32string_view(letters).substr(0, 20))));
        }
        continue;
      }
      const Element& child = node.element.front();
      if (allowed(*rule, child)) {
        ++counts[{child.ns, child.name}];
        visit(child);
      } else {
        report_unknown(*rule, element, child);
      }
    }
    check_counts(element, *rule, counts);
  }

  bool allowed(const ElementRule& rule, const Element& child) const {
    if (!known_namespace(outline_, child.ns) && outline_.foreign_allowed) return true;
    return std::any_of(rule.children.begin(), rule.children.end(), [&](const ChildRule& c) {
      return c.name == child.name && (c.ns.empty() ? outline_.ns : c.ns) == child.ns;
    });
  }

  std::vector<std::string> child_names(const ElementRule& rule) const {
    std::vector<std::string> out;
    for (const ChildRule& c : rule.children)
      out.push_back(printed(outline_, c.ns.empty() ? outline_.ns : c.ns, c.name));
    return out;
  }

  void report_unknown(const ElementRule& rule, const Element& parent, const Element& child) {
    if (!known_namespace(outline_, child.ns)) {
      return report(diagnose(unknown_namespace, child.place, child.name,
                             child.ns.empty() ? Wording("（无）", "(none)") : Wording(child.ns),
                             outline_.ns));
    }
    const std::string name = printed(outline_, child.ns, child.name),
                      inside = printed(outline_, parent.ns, parent.name);
    const auto names = child_names(rule);
    if (const auto near = nearest(name, names)) {
      report(diagnose(unknown_element_near, child.place, name, inside, listed(names), *near));
    } else {
      report(diagnose(unknown_element, child.place, name, inside, listed(names)));
    }
  }

  void check_attributes(const Element& element, const ElementRule& rule) {
    const std::string owner = printed(outline_, element.ns, element.name);
    std::vector<std::string> names;
    for (const AttributeRule& a : rule.attributes)
      names.push_back(a.ns.empty() ? a.name : printed(outline_, a.ns, a.name));
    for (const Attribute& a : element.attributes) {
      const auto found =
          std::find_if(rule.attributes.begin(), rule.attributes.end(),
                       [&](const AttributeRule& r) { return r.name == a.name && r.ns == a.ns; });
      if (found != rule.attributes.end()) {
        check_value(a, *found);
        continue;
      }
      if (!a.ns.empty() && (a.ns.starts_with("http://www.w3.org/") ||
                            (outline_.foreign_allowed && !known_namespace(outline_, a.ns))))
        continue;
      const std::string name = a.ns.empty() ? a.name : printed(outline_, a.ns, a.name);
      if (const auto near = nearest(name, names)) {
        report(diagnose(unknown_attribute_near, a.place, name, owner, listed(names), *near));
      } else {
        report(diagnose(unknown_attribute, a.place, name, owner, listed(names)));
      }
    }
    for (const AttributeRule& r : rule.attributes) {
      if (r.required && !element.attribute(r.name, r.ns)) {
        report(diagnose(missing_attribute, element.place, owner,
                        r.ns.empty() ? r.name : printed(outline_, r.ns, r.name),
                        r.says.zh.empty() ? kind_name(r.kind) : r.says));
      }
    }
  }

  void check_value(const Attribute& a, const AttributeRule& rule) {
    if (fits(rule, a.value)) return;
    if (rule.kind == ValueKind::choice)
      report(diagnose(bad_choice, a.value_place, a.name, a.value, listed(rule.choices)));
    else
      report(diagnose(bad_value, a.value_place, a.name, a.value, kind_name(rule.kind)));
  }

  void check_counts(const Element& element, const ElementRule& rule,
                    const std::map<std::pair<std::string, std::string>, int>& counts) {
    for (const ChildRule& c : rule.children) {
      const std::string ns = c.ns.empty() ? outline_.ns : c.ns;
      const auto found = counts.find({ns, c.name});
      const int n = found == counts.end() ? 0 : found->second;
      const std::string name = printed(outline_, ns, c.name),
                        owner = printed(outline_, element.ns, element.name);
      if (n < c.min) report(diagnose(too_few_children, element.place, owner, name));
      if (c.max >= 0 && n > c.max)
        report(diagnose(too_many_children, element.place, owner, name, std::to_string(n),
                        std::to_string(c.max)));
    }
  }

  const Outline& outline_;
  Diagnostics diagnostics_;
};

}  // namespace

Diagnostics check(const Element& root, const Outline& outline) { return Checker(outline).run(root); }

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
