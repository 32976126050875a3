#pragma once
// Expressions made at random from the grammar, each written twice: plainly, with every bracket, and as
// different hands would write it.

#include <array>
#include <random>
#include <string>
#include <vector>

#include "expression/expression.h"

namespace anjuan::expression {

/// One expression in two spellings that mean the same.
struct Spelt {
  std::string plain, styled;
};

class RandomExpressions {
 public:
  using Kind = Type::Kind;
  explicit RandomExpressions(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t n) { return random_() % n; }
  template <class Choices>
  auto pick(const Choices& choices) {
    return std::data(choices)[below(std::size(choices))];
  }

  /// Names of every type, closed records and lists whose items are declared.
  static Names names() {
    const auto type = [](const char* text) { return parse_type(text).value(); };
    Type object = type("record");
    object.fields = std::make_shared<const std::map<std::string, Type>>(std::map<std::string, Type>{
        {"名称", type("text")}, {"次数", type("integer")}, {"评级", type("choice:甲|乙|丙")}});
    Type objects = type("list");
    objects.item = std::make_shared<const Type>(object);
    return {{"问题数", type("integer")},
            {"比例", type("decimal")},
            {"备注", type("text")},
            {"已签署", type("boolean")},
            {"收到日期", type("date")},
            {"等级", type("choice:甲|乙|丙")},
            {"数列", type("list of integer")},
            {"字列", type("list of text")},
            {"对象", object},
            {"各对象", objects}};
  }

  /// A value of the type; never empty.
  Value value_of(const Type& type) {
    switch (type.kind) {
      case Kind::integer:
        return Value(pick(std::array<std::int64_t, 7>{0, 1, -1, 3, 12, 100000, INT64_MAX}));
      case Kind::decimal:
        return pick(
            std::array{Value(Decimal{5, 1}), Value(2), Value(Decimal{-125, 2}), Value(Decimal{1, 9})});
      case Kind::text:
        return pick(std::array{Value(""), Value("甲"), Value("a b"), Value("2026-09-10"), Value("“引”")});
      case Kind::boolean:
        return Value(below(2) == 0);
      case Kind::date:
        return make_day(2020 + static_cast<int>(below(8)), 1 + static_cast<int>(below(12)), 10);
      case Kind::enumeration:
        return Value(type.choices[below(type.choices.size())]);
      case Kind::list: {
        List items;
        for (std::size_t i = below(4); i > 0; --i) items.push_back(value_of(*type.item));
        return items;
      }
      default:
        break;
    }
    Fields fields;
    for (const auto& [name, field] : *type.fields) fields[name] = value_of(field);
    return fields;
  }

  Fields fields() {
    Fields made;
    for (const auto& [name, type] : names()) made[name] = value_of(type);
    return made;
  }

  Spelt any(int depth) {
    return of(
        pick(std::array{Kind::boolean, Kind::integer, Kind::decimal, Kind::text, Kind::date, Kind::list}),
        depth);
  }

  /// Mostly of the kind, now and then of another.
  Spelt of(Kind kind, int depth) {
    if (below(25) == 0)
      kind = pick(std::array{Kind::boolean, Kind::integer, Kind::text, Kind::date, Kind::list});
    if (depth > 0 && below(10) == 0) return conditional(kind, depth - 1);
    switch (kind) {
      case Kind::boolean:
        return boolean(depth - 1);
      case Kind::integer:
        return integer(depth - 1);
      case Kind::decimal:
        return decimal(depth - 1);
      case Kind::date:
        return date(depth - 1);
      case Kind::list:
        return list(depth - 1);
      default:
        return text(depth - 1);
    }
  }

 private:
  std::mt19937 random_;

  static Spelt same(std::string text) { return {text, text}; }

  Spelt conditional(Kind kind, int depth) {
    const Spelt condition = of(Kind::boolean, depth), yes = of(kind, depth), no = of(kind, depth);
    const bool wide = below(2) == 0;
    return {"((" + condition.plain + ") ? (" + yes.plain + ") : (" + no.plain + "))",
            (wide ? "（" : "(") + condition.styled + (wide ? "？" : " ? ") + yes.styled +
                (wide ? "：" : "\n : ") + no.styled + (wide ? "）" : ")")};
  }

  Spelt binary(const Spelt& left, const std::string& sign, const std::string& word, const Spelt& right) {
    static constexpr std::array<const char*, 4> spaces{" ", "  ", "\n", " /* 说明 */ "};
    const std::string space = pick(spaces);
    return {"((" + left.plain + ") " + sign + " (" + right.plain + "))",
            "(" + left.styled + space + (below(2) == 0 ? word : sign) + space + right.styled + ")"};
  }

  Spelt call(const std::string& name, const std::vector<Spelt>& arguments) {
    Spelt made{name + "(", name + (below(2) == 0 ? "（" : "(")};
    const bool wide = below(2) == 0;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
      made.plain += (i > 0 ? ", " : "") + arguments[i].plain;
      made.styled += (i > 0 ? (wide ? "，" : ",") : "") + arguments[i].styled;
    }
    made.plain += ")";
    made.styled += wide ? "）" : ")";
    return made;
  }

  Spelt member(const Spelt& owner, const std::string& name) {
    return {"(" + owner.plain + ")." + name, "(" + owner.styled + ")" + (below(2) == 0 ? " ." : ".") + name};
  }
  Spelt item(const Spelt& owner, const Spelt& index) {
    const bool wide = below(2) == 0;
    return {"(" + owner.plain + ")[" + index.plain + "]",
            "(" + owner.styled + ")" + (wide ? "【" : "[") + index.styled + (wide ? "】" : "]")};
  }
  Spelt inverse(const Spelt& operand) {
    return {"(!(" + operand.plain + "))", (below(2) == 0 ? "(不是 (" : "(! (") + operand.styled + "))"};
  }

  Spelt boolean(int depth) {
    static const std::array<std::pair<const char*, const char*>, 5> orders{
        {{"<", "小于"}, {"<=", "不大于"}, {">", "大于"}, {">=", "大于等于"}, {"<=", "小于等于"}}};
    if (depth <= 0)
      return below(2) == 0 ? same("已签署") : pick(std::array{Spelt{"true", "真"}, Spelt{"false", "假"}});
    const Kind kind = pick(std::array{Kind::integer, Kind::decimal, Kind::text, Kind::date});
    switch (below(9)) {
      case 0:
        return binary(of(Kind::boolean, depth), "&&", "并且", of(Kind::boolean, depth));
      case 1:
        return binary(of(Kind::boolean, depth), "||", "或者", of(Kind::boolean, depth));
      case 2:
        return inverse(of(Kind::boolean, depth));
      case 3: {
        const auto& [sign, word] = pick(orders);
        return binary(of(kind, depth), sign, word, of(kind, depth));
      }
      case 4:
        return binary(of(kind, depth), "==", "等于", of(kind, depth));
      case 5:
        return binary(of(kind, depth), "!=", "不是", of(kind, depth));
      case 6:
        return binary(of(Kind::text, depth), "in", "属于", of(Kind::list, depth));
      case 7:
        return call("包含", {of(Kind::list, depth), of(Kind::text, depth)});
      default:
        return call("为空", {any(depth)});
    }
  }

  Spelt integer(int depth) {
    if (depth <= 0)
      return pick(
          std::array{same("0"), same("3"), same("问题数"), Spelt{"(-(2))", "-2"}, Spelt{"12", "１２"}});
    switch (below(7)) {
      case 0:
        return binary(of(Kind::integer, depth), "+", "＋", of(Kind::integer, depth));
      case 1:
        return binary(of(Kind::integer, depth), "*", "×", of(Kind::integer, depth));
      case 2:
        return binary(of(Kind::integer, depth), "-", "－", of(Kind::integer, depth));
      case 3:
        return call("长度", {of(pick(std::array{Kind::list, Kind::text}), depth)});
      case 4:
        return call("年", {of(Kind::date, depth)});
      case 5:
        return call("取整上", {of(Kind::decimal, depth)});
      default:
        return member(item(same("各对象"), of(Kind::integer, depth)), "次数");
    }
  }

  Spelt decimal(int depth) {
    if (depth <= 0) return pick(std::array{same("比例"), same("2.5"), same("0.1"), same("7")});
    switch (below(4)) {
      case 0:
        return binary(of(Kind::decimal, depth), "/", "÷", of(Kind::decimal, depth));
      case 1:
        return binary(of(Kind::decimal, depth), "%", "％", of(Kind::integer, depth));
      case 2:
        return call("最大", {of(Kind::decimal, depth), of(Kind::integer, depth)});
      default:
        return binary(of(Kind::decimal, depth), "+", "+", of(Kind::integer, depth));
    }
  }

  Spelt text(int depth) {
    if (depth <= 0)
      return pick(std::array{Spelt{"'甲'", "‘甲’"}, Spelt{"'a（b）'", "\"a（b）\""}, same("备注"),
                             same("等级"), same("''")});
    switch (below(6)) {
      case 0:
        return binary(of(Kind::text, depth), "+", "+", any(depth));
      case 1:
        return call("文本", {any(depth)});
      case 2:
        return call("连接", {of(Kind::list, depth), of(Kind::text, depth)});
      case 3:
        return call("替换", {of(Kind::text, depth), of(Kind::text, depth), of(Kind::text, depth)});
      case 4:
        return item(same("对象"), pick(std::array{same("'名称'"), same("'评级'")}));
      default:
        return member(item(same("各对象"), of(Kind::integer, depth)), "名称");
    }
  }

  Spelt date(int depth) {
    if (depth <= 0 || below(3) == 0) return below(2) == 0 ? same("收到日期") : same("日期('2026-09-10')");
    return call("日期加", {of(Kind::date, depth), of(Kind::integer, depth)});
  }

  Spelt list(int depth) {
    if (depth <= 0) return pick(std::array{same("数列"), same("字列"), same("各对象"), same("[]")});
    switch (below(6)) {
      case 0:
        return call("筛选", {same("各对象"), same("'名称'"), of(Kind::text, depth)});
      case 1:
        return call("去重", {of(Kind::list, depth)});
      case 2:
        return call("并入", {of(Kind::list, depth), any(depth)});
      case 3:
        return call("字段", {same("各对象"), same("'评级'")});
      case 4: {
        const Kind kind = pick(std::array{Kind::integer, Kind::text, Kind::date});
        const Spelt first = of(kind, depth), second = of(kind, depth);
        return {"[" + first.plain + ", " + second.plain + "]",
                "【" + first.styled + "，" + second.styled + "】"};
      }
      default: {
        const Spelt only = of(Kind::text, depth);
        return {"['x', " + only.plain + "]", "[ “x” , " + only.styled + " ]"};
      }
    }
  }
};

}  // namespace anjuan::expression
