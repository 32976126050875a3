// Guards a second on one core, beside the same conditions written by hand in C++ and, where the package
// liblua5.4-dev was installed when this was configured, in Lua. Processor time, the best of several rounds.

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <limits>
#include <string>
#include <vector>

#include "expression/expression.h"

#ifdef ANJUAN_WITH_LUA
#include <lua.hpp>
#endif

namespace anjuan::expression {
namespace {

constexpr int rounds = 7, calls = 400000;

double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

/// Nanoseconds of one call, the best round; each call must hold.
template <class Guard>
double nanoseconds(const Guard& guard) {
  double best = std::numeric_limits<double>::max();
  for (int round = 0; round < rounds; ++round) {
    int held = 0;
    const double begin = processor_seconds();
    for (int i = 0; i < calls; ++i) held += guard() ? 1 : 0;
    best = std::min(best, (processor_seconds() - begin) * 1e9 / calls);
    if (held != calls) std::printf("a guard did not hold\n");
  }
  return best;
}

/// The values that all guards read, in the order of their numbers.
struct Data {
  Value problems = 3, severity = "严重", received = make_day(2026, 9, 10);
  Value object = Fields{{"名称", "甲所"}, {"风险等级", "A"}, {"次数", 2}};
  Value numbers = List{1, 2, 3, 5, 8};
  std::array<const Value*, 5> where{&problems, &severity, &received, &object, &numbers};
};
constexpr std::array<const char*, 5> names{"问题数", "严重程度", "收到日期", "对象", "数列"};
using Values = const std::array<const Value*, 5>&;

struct Row {
  const char* guard;
  bool (*by_hand)(Values, const std::vector<std::string>& states);
  const char* lua;
};

const std::vector<Row> rows{
    {"问题数 > 0 && 严重程度 == '严重'",
     [](Values v, auto&) { return v[0]->integer() > 0 && v[1]->text() == "严重"; },
     "return problems > 0 and severity == '严重'"},
    {"问题数 大于 0 并且 不是 (严重程度 等于 '一般')",
     [](Values v, auto&) { return v[0]->integer() > 0 && !(v[1]->text() == "一般"); },
     "return problems > 0 and not (severity == '一般')"},
    {"收到日期 < 日期('2026-10-01')", [](Values v, auto&) { return v[2]->date() < make_day(2026, 10, 1); },
     "return received < '2026-10-01'"},
    {"In('检查中')",
     [](Values, auto& states) { return std::find(states.begin(), states.end(), "检查中") != states.end(); },
     "return states['检查中']"},
    {"严重程度 属于 ['一般', '较重', '严重']",
     [](Values v, auto&) {
       const std::string& s = v[1]->text();
       return s == "一般" || s == "较重" || s == "严重";
     },
     "return severity == '一般' or severity == '较重' or severity == '严重'"},
    {"5 属于 数列",
     [](Values v, auto&) {
       const List& list = v[4]->list();
       return std::find(list.begin(), list.end(), Value(5)) != list.end();
     },
     "for _, n in ipairs(numbers) do if n == 5 then return true end end return false"},
    {"对象.风险等级 == 'A'", [](Values v, auto&) { return v[3]->field("风险等级").text() == "A"; },
     "return object.risk == 'A'"},
    {"问题数 * 2 + 对象.次数 >= 8",
     [](Values v, auto&) { return v[0]->integer() * 2 + v[3]->field("次数").integer() >= 8; },
     "return problems * 2 + object.times >= 8"},
};

#ifdef ANJUAN_WITH_LUA
double nanoseconds_in_lua(const char* guard) {
  lua_State* lua = luaL_newstate();
  luaL_openlibs(lua);
  const bool made = luaL_dostring(lua,
                                  "problems, severity, received = 3, '严重', '2026-09-10'\n"
                                  "object = {name = '甲所', risk = 'A', times = 2}\n"
                                  "numbers, states = {1, 2, 3, 5, 8}, {['检查中'] = true}") == LUA_OK;
  if (!made || luaL_loadstring(lua, guard) != LUA_OK) std::printf("%s\n", lua_tostring(lua, -1));
  const double best = nanoseconds([&] {
    lua_pushvalue(lua, -1);
    const bool held = lua_pcall(lua, 0, 1, 0) == LUA_OK && lua_toboolean(lua, -1) != 0;
    lua_pop(lua, 1);
    return held;
  });
  lua_close(lua);
  return best;
}
#endif

void measure(const Row& row, const Data& data) {
  NameTable table, states;
  for (const char* name : names) table.number(name);
  states.number("检查中");
  const Expression guard = numbered(*compile(row.guard, {}), table, &states);
  const Fields none;
  const std::array<std::uint64_t, 1> active{1};
  Surroundings around{none};
  around.values = data.where;
  around.active = active;
  const std::vector<std::string> active_names{"案件", "检查", "检查中"};
  const double ours = nanoseconds([&] { return *holds(guard, around); });
  const double by_hand = nanoseconds([&] { return row.by_hand(data.where, active_names); });
  std::printf("%8.1f %6.1f %8.1f", 1000 / ours, ours, ours / by_hand);
#ifdef ANJUAN_WITH_LUA
  std::printf(" %8.2f", ours / nanoseconds_in_lua(row.lua));
#else
  std::printf(" %8s", "-");
#endif
  std::printf("  %s\n", row.guard);
}

}  // namespace
}  // namespace anjuan::expression

int main() {
  using namespace anjuan::expression;
  std::printf("million/s     ns    x C++    x Lua  guard\n");
  const Data data;
  for (const Row& row : rows) measure(row, data);
}
