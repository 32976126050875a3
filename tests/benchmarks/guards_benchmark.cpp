// How many guards a second.
#include <chrono>
#include <cstdio>

#include "expression/expression.h"

using namespace anjuan;
using namespace anjuan::expression;

int main() {
  NameTable names;
  const Value problems(3), severity("严重"), date(make_day(2026, 9, 10)),
      object(Fields{{"名称", "甲"}, {"风险等级", "A"}});
  const Fields none;
  const char* guards[] = {"问题数 > 0 && 严重程度 == '严重'",
                          "问题数 大于 0 并且 严重程度 等于 '严重'",
                          "收到日期 < 日期('2026-10-01')",
                          "In('检查中')",
                          "严重程度 属于 ['一般', '较重', '严重']",
                          "对象.风险等级 == 'A'",
                          "问题数 + 1 > 3"};
  for (int n = 0; n < 4; ++n) names.number(std::array{"问题数", "严重程度", "收到日期", "对象"}[n]);
  NameTable states;
  states.number("检查中");
  const Value* values[] = {&problems, &severity, &date, &object};
  const std::uint64_t active[] = {1};
  for (const char* guard : guards) {
    const Expression e = numbered(*compile(guard, {}), names, &states);
    Surroundings around{none};
    around.values = values;
    around.active = active;
    long held = 0;
    const auto begin = std::chrono::steady_clock::now();
    const int rounds = 5000000;
    for (int i = 0; i < rounds; ++i) held += *holds(e, around);
    const double s = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    std::printf("%6.1f M/s %ld %s\n", rounds / s / 1e6, held, guard);
  }
}
