// Every way in which the files of a draw can be refused: the code of anjuan-draw-1 first, then a
// sentence that says what and where.

#include "base/text.h"
#include "draw/support.h"

namespace anjuan::draw {
namespace {

const char* const good_list =
    "anjuan-list\t1\n"
    "hash\tsha256\n"
    "draw\tD1\n"
    "date\t2026-09-10\n"
    "prev\t0000000000000000000000000000000000000000000000000000000000000000\n"
    "slack\t1\n"
    "reserve\t0\t-\n"
    "stratum\ta\t1\t2\t0\t-\t0\n"
    "stratum\tb\t1\t2\t1\t3\t1\n"
    "object\to1\ta\tdraw\t1\t-,-\t甲所\t-\n"
    "object\to2\tb\tmust\t1\t-,p\t乙所\tN1\n"
    "inspector\ti1\tin\t0\t-\tp,q\t张某\t-\n"
    "inspector\ti2\tin\t0\t5\t-\t李某\t-\n"
    "inspector\ti3\tout\t0\t5\t-\t王某\tN2\n"
    "conflict\to1\ti3\tC1\n"
    "contributor\t1\tx\td6\t-\n"
    "contributor\t2\ty\td10\t-\n"
    "end\n";

struct Slip {
  const char *from, *to;  ///< the first occurrence is replaced
  const char *message, *code;
  int line;
};

std::string with(const std::string& text, const Slip& slip) {
  const std::size_t at = text.find(slip.from);
  EXPECT_NE(at, std::string::npos) << slip.from;
  return std::string(text).replace(at, std::string(slip.from).size(), slip.to);
}

void expect_refusal(const Diagnostics& found, const Slip& slip) {
  ASSERT_EQ(found.size(), 1u) << slip.to;
  EXPECT_STREQ(found[0].row->code, slip.message) << slip.to << sentence(found[0], Language::chinese);
  EXPECT_EQ(refusal_code(found[0]), slip.code);
  EXPECT_EQ(found[0].place.line, slip.line) << slip.to;
  for (const Language language : {Language::chinese, Language::english}) {
    EXPECT_FALSE(find_invalid_utf8(render(found[0], language)));
    EXPECT_EQ(sentence(found[0], language).find("{0}"), std::string::npos);
  }
}

TEST(ParseList, ReadsAGoodList) {
  const auto list = parse_list(good_list, "list.txt");
  ASSERT_TRUE(list.ok()) << render(list.diagnostics()[0], Language::english);
  EXPECT_EQ(list->objects[1].seats, (std::vector<std::string>{"", "p"}));
  EXPECT_EQ(list->inspectors[0].tags, (std::vector<std::string>{"p", "q"}));
  EXPECT_EQ(list->inspectors[1].cap, 5);
  EXPECT_EQ(list->digest, sha256(good_list));
}

TEST(ParseList, RefusesEverySlipByLine) {
  const std::string long_text(257, 'x'), long_line = "王某" + std::string(4097, 'x');
  const Slip slips[] = {
      {"anjuan-list",
       "\xEF\xBB\xBF"
       "anjuan-list",
       "AJ2200", "E_ENC", 1},
      {"end\n", "end", "AJ2201", "E_ENC", 18},
      {"甲", "\xBC\xD7", "AJ2202", "E_ENC", 10},
      {"王某", long_line.c_str(), "AJ2203", "E_ENC", 14},
      {"draw\tD1\n", "draw\tD1\r\n", "AJ2204", "E_ENC", 3},
      {"anjuan-list\t1", "anjuan-list\t2", "AJ2210", "E_SYNTAX", 1},
      {"end\n", "enD\n", "AJ2211", "E_SYNTAX", 18},
      {"conflict\to1\ti3\tC1\n", "end\n", "AJ2212", "E_SYNTAX", 15},
      {"slack\t1\n", "", "AJ2213", "E_SYNTAX", 6},
      {"slack\t1\n", "slack\t1\t1\n", "AJ2213", "E_SYNTAX", 6},
      {"conflict\to1\ti3\tC1\n", "conflicts\to1\ti3\tC1\n", "AJ2214", "E_SYNTAX", 15},
      {"conflict\to1\ti3\tC1\n", "conflict\to1\ti3\n", "AJ2215", "E_SYNTAX", 15},
      {"draw\tD1", "draw\tD 1", "AJ2216", "E_SYNTAX", 3},
      {"inspector\ti3", "inspector\t张三", "AJ2216", "E_SYNTAX", 14},
      {"slack\t1", "slack\t01", "AJ2217", "E_SYNTAX", 6},
      {"prev\t0", "prev\tA", "AJ2218", "E_SYNTAX", 5},
      {"王某", "", "AJ2219", "E_SYNTAX", 14},
      {"王某", long_text.c_str(), "AJ2219", "E_SYNTAX", 14},
      {"2026-09-10", "2026年9月", "AJ2220", "E_SYNTAX", 4},
      {"reserve\t0\t-", "reserve\t3\t-", "AJ2221", "E_SYNTAX", 7},
      {"N1", "-", "AJ2222", "E_SYNTAX", 11},
      {"N2", "-", "AJ2222", "E_SYNTAX", 14},
      {"x\td6\t-", "x\tsecret\t-", "AJ2223", "E_SYNTAX", 16},
      {"slack\t1", "slack\t1001", "AJ2230", "E_RANGE", 6},
      {"sha256", "md5", "AJ2231", "E_RANGE", 2},
      {"a\t1\t2", "a\t3\t2", "AJ2232", "E_RANGE", 8},
      {"1\t3\t1\n", "4\t3\t1\n", "AJ2233", "E_RANGE", 9},
      {"-,-", "-", "AJ2234", "E_RANGE", 10},
      {"contributor\t2\ty\td10\t-\n", "", "AJ2235", "E_RANGE", 0},
      {"conflict\to1\ti3\tC1\n", "object\to3\ta\tdraw\t1\t-,-\t甲所\t-\n", "AJ2240", "E_ORDER", 15},
      {"inspector\ti3", "inspector\ti0", "AJ2241", "E_ORDER", 14},
      {"contributor\t2", "contributor\t3", "AJ2242", "E_ORDER", 17},
      {"p,q", "q,p", "AJ2243", "E_ORDER", 12},
      {"inspector\ti3", "inspector\ti2", "AJ2245", "E_DUP", 14},
      {"contributor\t2\ty", "contributor\t2\tx", "AJ2245", "E_DUP", 17},
      {"o2\tb", "o2\tc", "AJ2250", "E_REF", 11},
      {"conflict\to1", "conflict\to9", "AJ2251", "E_REF", 15},
      {"conflict\to1\ti3", "conflict\to1\ti9", "AJ2251", "E_REF", 15},
      {"conflict\to1\ti3", "conflict\to1\ti2", "AJ2255", "E_STAFF", 10},
      {"p,q", "q", "AJ2255", "E_STAFF", 11},
  };
  for (const Slip& slip : slips) {
    const auto refused = parse_list(with(good_list, slip), "list.txt");
    ASSERT_FALSE(refused.ok()) << slip.to;
    expect_refusal(refused.diagnostics(), slip);
  }
}

TEST(ParseList, RefusesAnEmptyListAndTooManyLots) {
  const std::string text = good_list;
  const auto empty =
      parse_list(text.substr(0, text.find("object")) + text.substr(text.find("contributor")), "l");
  ASSERT_FALSE(empty.ok());
  EXPECT_STREQ(empty.diagnostics()[0].row->code, "AJ2224");
  std::string objects;
  for (int i = 100000; i <= 200001; ++i) {
    objects += "object\to" + std::to_string(i) + "\ta\tdraw\t1000\t-,-\tn\t-\n";
  }
  std::string heavy = text.substr(0, text.find("object")) + objects + text.substr(text.find("inspector"));
  heavy.erase(heavy.find("conflict"), heavy.find("contributor") - heavy.find("conflict"));
  const auto refused = parse_list(heavy, "l");
  ASSERT_FALSE(refused.ok());
  EXPECT_STREQ(refused.diagnostics()[0].row->code, "AJ2236");
}

TEST(ParseList, NamesEveryObjectThatCannotBeStaffed) {
  const auto refused = parse_list(with(good_list, {"i2\tin\t0\t5", "i2\tin\t0\t0", "", "", 0}), "list.txt");
  ASSERT_FALSE(refused.ok());
  ASSERT_EQ(refused.diagnostics().size(), 2u);
  EXPECT_EQ(sentence(refused.diagnostics()[0], Language::chinese), "对象“o1”无法配齐 2 名检查人员");
  EXPECT_EQ(refused.diagnostics()[1].place.line, 11);
}

TEST(ParseList, SaysWhichFieldIsMeant) {
  const auto refused = parse_list(with(good_list, {"slack\t1", "slack\tviel", "", "", 0}), "清单.txt");
  EXPECT_EQ(render(refused.diagnostics()[0], Language::chinese),
            "清单.txt:6 第 2 栏: 错误 AJ2217  “viel”不是合格的数\n"
            "   提示  只写数字，最多九位，前面不加零。\n");
}

class SeedAndEvents : public testing::Test {
 protected:
  FrozenList list = *parse_list(read_file(vectors / "v2e/list.txt"), "list.txt");
  std::string seed_text = read_file(vectors / "v2e/seed.txt");
  Seed seed = *parse_seed(list, seed_text, "seed.txt");
  std::string events_text = read_file(vectors / "v2e/events.txt");
};

TEST_F(SeedAndEvents, RefuseSlipsInTheSeed) {
  std::string secret_line = seed_text.substr(seed_text.find("value"));
  secret_line.resize(secret_line.find('\n') + 1);
  const Slip slips[] = {
      {"anjuan-seed", "anjuan-list", "AJ2210", "E_SYNTAX", 1},
      {"list\t", "lists\t", "AJ2213", "E_SYNTAX", 2},
      {"list\t", "list\t0", "AJ2260", "E_SEED", 2},
      {secret_line.c_str(), "", "AJ2261", "E_SEED", 0},
      {"value\t1", "value\t2", "AJ2262", "E_SEED", 3},
      {"value\t1", "wert\t1", "AJ2214", "E_SYNTAX", 3},
      {"value\t1", "value\t1\t1", "AJ2215", "E_SYNTAX", 3},
  };
  for (const Slip& slip : slips) {
    const auto refused = parse_seed(list, with(seed_text, slip), "seed.txt");
    ASSERT_FALSE(refused.ok()) << slip.to;
    expect_refusal(refused.diagnostics(), slip);
  }
}

TEST_F(SeedAndEvents, RefuseValuesThatDoNotFit) {
  auto values = seed.values;
  ASSERT_EQ(list.contributors[0].kind, SourceKind::secret);
  values[0] = sha256("another");
  EXPECT_STREQ(parse_seed(list, write_seed(list, values), "s").diagnostics()[0].row->code, "AJ2265");
  values[0] = "short";
  EXPECT_STREQ(parse_seed(list, write_seed(list, values), "s").diagnostics()[0].row->code, "AJ2225");
}

TEST_F(SeedAndEvents, RefuseSlipsInTheEvents) {
  const Slip slips[] = {
      {"seed\t1", "seed\t2", "AJ2270", "E_EVENT", 2},
      {"event\t1", "even\t1", "AJ2214", "E_SYNTAX", 4},
      {"event\t1", "event\t2", "AJ2242", "E_ORDER", 4},
      {"withdraw", "withdrew", "AJ2231", "E_RANGE", 4},
      {"drop-object\t33990128MDR2WKN9XK\t-", "drop-object\t33990128MDR2WKN9XK\ti", "AJ2227", "E_SYNTAX", 5},
      {"d93025fe80", "xxxx", "AJ2226", "E_SYNTAX", 4},
  };
  for (const Slip& slip : slips) {
    const auto refused = parse_events(list, seed, with(events_text, slip), "events.txt");
    ASSERT_FALSE(refused.ok()) << slip.to;
    expect_refusal(refused.diagnostics(), slip);
  }
}

TEST_F(SeedAndEvents, RefuseEventsThatCannotBe) {
  const std::string dice = "d6:12345612345612345612";
  const auto first = parse_events(list, seed, events_text, "e")->events[0];
  const auto refused = [&](std::vector<Event> events) {
    const auto parsed = parse_events(list, seed, write_events(list, seed, events), "events.txt");
    const auto result = draw(list, seed, *parsed);
    if (result.ok()) return std::string();
    const Diagnostic& found = result.diagnostics()[0];
    return std::string(found.row->code) + " " + std::string(refusal_code(found)) + " " +
           std::to_string(found.place.line);
  };
  const Event good{EventKind::withdraw, first.object, first.inspector, dice, "E1"};
  EXPECT_EQ(refused({good}), "");
  EXPECT_EQ(refused({{EventKind::withdraw, "nobody", first.inspector, dice, "E1"}}), "AJ2271 E_EVENT 4");
  EXPECT_EQ(refused({{EventKind::withdraw, first.object, "nobody", dice, "E1"}}), "AJ2272 E_EVENT 4");
  EXPECT_EQ(refused({{EventKind::withdraw, first.object, "16100022", dice, "E1"}}), "AJ2273 E_EVENT 4");
  EXPECT_EQ(refused({good, good}), "AJ2274 E_EVENT 5");
  const Event drop{EventKind::drop_object, first.object, "-", dice, "E2"};
  EXPECT_EQ(refused({drop, drop}), "AJ2271 E_EVENT 5");
  Event open = good, wrong = good;
  open.reserve = "-";
  wrong.reserve = sha256("guess");
  EXPECT_EQ(refused({open}), "AJ2280 E_RESERVE 4");
  EXPECT_EQ(refused({wrong}), "AJ2281 E_RESERVE 4");
  FrozenList unsealed = list;
  unsealed.reserve_count = 0;
  Events events;
  events.events = {wrong};
  EXPECT_STREQ(draw(unsealed, seed, events).diagnostics()[0].row->code, "AJ2283");
}

TEST_F(SeedAndEvents, RefuseASealedValueWhenAllAreUsed) {
  FrozenList one = list;
  const std::string last = sha256("last"), dice = "d6:12345612345612345612";
  one.reserve_count = 1;
  one.anchor = chain_step(one.hash, last);
  Events events = *parse_events(list, seed, events_text, "e");
  const Event first = events.events[0];
  events.events = {{EventKind::withdraw, first.object, first.inspector, last, "E1"}};
  const auto after = draw(one, seed, events);
  ASSERT_TRUE(after.ok());
  events.events.push_back({EventKind::withdraw, first.object, team_of(*after, first.object)[0], last, "E1"});
  const auto refused = draw(one, seed, events);
  ASSERT_FALSE(refused.ok());
  EXPECT_STREQ(refused.diagnostics()[0].row->code, "AJ2282");
  EXPECT_EQ(sentence(refused.diagnostics()[0], Language::chinese), "第 2 项变更：封存的 1 个递补值已经用完");
}

TEST(Draw, RefusesWhatTheCapsDoNotAllow) {
  FrozenList list = *parse_list(good_list, "l");
  list.strata[0].numerator = list.strata[0].denominator;
  list.inspectors[1].cap = 1;
  const auto frozen = freeze(list, "list.txt");
  ASSERT_TRUE(frozen.ok());
  const std::vector<std::string> dice{"12345612345612345612", "01234567890123456789"};
  const auto seed = parse_seed(frozen->list, write_seed(frozen->list, dice), "seed.txt");
  ASSERT_TRUE(seed.ok());
  const auto refused = draw(frozen->list, *seed);
  ASSERT_FALSE(refused.ok());
  EXPECT_STREQ(refused.diagnostics()[0].row->code, "AJ2285");
  EXPECT_EQ(refusal_code(refused.diagnostics()[0]), "E_INFEASIBLE");
  // i2, who may come once, is needed at both, for i3 is out and nobody sits twice at one object.
  EXPECT_EQ(sentence(refused.diagnostics()[0], Language::chinese),
            "抽中的 2 个对象共需 4 人次，在每人次数上限内排不开：o1、o2 的 4 席，能去的只有 i1、i2，坐不满");
}

TEST(IsValueOf, KnowsTheFormsOfAllKinds) {
  EXPECT_TRUE(is_value_of(SourceKind::lottery, "3.7.12.19.22.31./9."));
  EXPECT_TRUE(is_value_of(SourceKind::lottery, "0."));
  for (const char* bad : {"", "3", "3./", "/3.", "03.", "3..4.", "1234567890123456789."}) {
    EXPECT_FALSE(is_value_of(SourceKind::lottery, bad)) << bad;
  }
  EXPECT_FALSE(is_value_of(SourceKind::d6, "1234561234561234561"));
  EXPECT_FALSE(is_value_of(SourceKind::d6, "12345612345612345670"));
  EXPECT_TRUE(is_value_of(SourceKind::d10, std::string(500, '0')));
  EXPECT_FALSE(is_value_of(SourceKind::d10, std::string(501, '0')));
  EXPECT_TRUE(is_value_of(SourceKind::beacon, sha256("b")));
  EXPECT_EQ(parse_source_kind("lottery"), SourceKind::lottery);
  EXPECT_FALSE(parse_source_kind("coin").has_value());
}

}  // namespace
}  // namespace anjuan::draw
