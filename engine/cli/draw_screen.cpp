#include "cli/draw_screen.h"

#include "base/digest.h"
#include "base/text.h"

namespace anjuan::cli {
namespace {

using cases::DrawRecord;

/// A long value in groups that can be read aloud.
std::string grouped(const std::string& value, std::size_t size) {
  std::string out;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (i > 0 && i % size == 0) out += ' ';
    out += value[i];
  }
  return out;
}
std::string digest_words(const std::string& value) { return grouped(value, 8); }

const std::string& text_in(const Value& record, std::string_view name) { return record.field(name).text_or_empty(); }

/// Whether everything but the secrets has been typed twice alike.
bool is_settled(const DrawRecord& d) {
  const Value& sources = d.facts.field("来源");
  if (!sources.is(Value::Kind::list)) return false;
  for (const Value& s : sources.list()) {
    const bool secret = s.field("密数").is(Value::Kind::boolean) && s.field("密数").boolean();
    if (!secret && text_in(s, "值").empty()) return false;
  }
  return true;
}

enum Step : std::size_t { declaring, locked, thrown, opened };

void say_now(Screen& screen, std::size_t step, std::string headline, std::string meaning) {
  screen.step = step;
  screen.headline = std::move(headline);
  screen.meaning = std::move(meaning);
}

void tell_stage(Screen& screen, const DrawRecord& d) {
  if (d.annulled) return say_now(screen, declaring, "这次抽取已经作废", "作废有书面决定，名单和记录都保留。重新冻结的名单会写明这份作废决定的摘要值，不能悄悄重抽。");
  if (!d.lots.empty()) return say_now(screen, opened, "现场抽取的结果已经登记", "结果由两人分别录入、核对一致，并与冻结的名单核对过。现场抽取的结果不能重新计算，以签名的凭证和照片为准。");
  if (d.opened_on) return say_now(screen, opened, "抽取完成", "名单、点数和密数决定了结果，任何人以后都能重新算出来。为了让检查保持突然，检查结束以前不公布抽中了谁。");
  if (is_settled(d)) return say_now(screen, thrown, "点数已定，请保管人当众拆封", "点数经两人分别录入、核对一致，不能再改。信封里的密数早已定下，摘要值写在名单里，换一个数就会被发现。");
  if (!d.values.empty()) return say_now(screen, thrown, "已录入一次，请另一人看着现场再录一次", "两次录入完全一致才算数；不一致的，对照现场查明。");
  say_now(screen, locked, "名单已经锁定，等待见证人掷出", "名单的摘要值已经公布，改动名单里的任何一个字，摘要值都会不同。请记下或者拍下下面的摘要值。");
}

void tell_sources(Screen& screen, const DrawRecord& d) {
  const Value& sources = d.facts.field("来源");
  if (!sources.is(Value::Kind::list)) return;
  for (const Value& s : sources.list()) {
    const std::string& value = text_in(s, "值");
    const std::string& commitment = text_in(s, "承诺值");
    const std::string label = text_in(s, "名称");
    if (!commitment.empty()) screen.facts.emplace_back(label + "的密数（承诺值）", digest_words(commitment));
    if (!value.empty()) screen.facts.emplace_back(label + (commitment.empty() ? "的点数（读回）" : "的密数（拆封）"), grouped(value, commitment.empty() ? 5 : 8));
    if (value.empty() && commitment.empty() && d.lots.empty()) screen.facts.emplace_back(label + "的点数", "等待掷出、两人录入");
  }
}

void tell_counts(Screen& screen, const DrawRecord& d) {
  const Value& trades = d.facts.field("行业");
  if (!trades.is(Value::Kind::list)) return;
  for (const Value& t : trades.list()) {
    std::string words = "在库 " + display(t.field("基数")) + " 家，应抽 " + display(t.field("应抽")) + " 家";
    if (d.opened_on) words += "，抽中 " + display(t.field("抽中")) + " 家";
    screen.facts.emplace_back(text_in(t, "业务类别"), words);
  }
}

void tell_drawn(Screen& screen, const DrawRecord& d) {
  const Value& teams = d.facts.field("编组");
  if (!d.opened_on || !teams.is(Value::Kind::list)) return;
  for (const Value& team : teams.list()) {
    screen.drawn.push_back(text_in(team, "案件号") + "　" + text_in(team, "对象") + "：" + display(team.field("人员")));
  }
}

std::string escaped(std::string text) {
  return replace_all(replace_all(replace_all(std::move(text), "&", "&amp;"), "<", "&lt;"), ">", "&gt;");
}

constexpr std::string_view page_style = R"(
*{box-sizing:border-box}body{margin:0;padding:3vmin 5vmin;background:#fdfcf8;color:#1a1a1a;font-family:"Noto Serif CJK SC","Source Han Serif SC",SimSun,serif}
header{font-size:3.2vmin;color:#555}ol{display:flex;gap:1vmin;list-style:none;padding:0;margin:2vmin 0}
li{flex:1;padding:1.2vmin;text-align:center;font-size:2.8vmin;background:#eceae2;color:#777}li.past{background:#d9e4d4;color:#333}li.now{background:#a31515;color:#fff;font-weight:bold}
h1{font-size:6.4vmin;margin:2vmin 0 1vmin}p{font-size:3.2vmin;line-height:1.5;margin:0 0 2vmin}
table{width:100%;border-collapse:collapse}th,td{padding:.7vmin 1vmin;border-top:1px solid #ccc;text-align:left;vertical-align:top;font-size:2.5vmin}th{width:24%;font-weight:normal;color:#555}
td{font-family:"DejaVu Sans Mono","Noto Sans Mono CJK SC",monospace;overflow-wrap:anywhere}
)";

}  // namespace

Screen draw_screen(const cases::Case& round, const std::string& title, bool names) {
  Screen screen;
  screen.title = title;
  screen.steps = {"一 申报利害关系", "二 锁定名单、封存密数", "三 掷骰、两人录入", "四 拆封、抽取"};
  if (round.draws.empty()) {
    say_now(screen, declaring, "还没有锁定名单", "检查人员先对照全部检查对象申报利害关系，然后锁定名单。名单锁定以前，谁也不知道后面的点数。");
    return screen;
  }
  const DrawRecord& d = round.draws.back();
  tell_stage(screen, d);
  screen.facts.emplace_back("抽取号", d.id);
  screen.facts.emplace_back("名单的摘要值", digest_words(text_in(d.facts, "清单摘要")));
  const std::string& before = text_in(d.facts, "前次摘要");
  screen.facts.emplace_back("前一次抽取", before.empty() ? "这是第一次" : digest_words(before));
  if (d.annulled) {
    screen.facts.emplace_back("作废决定的摘要值", digest_words(sha256(d.void_text)));
    return screen;
  }
  if (!d.keepers.empty() && !d.opened_on) screen.facts.emplace_back("信封保管人", join(d.keepers, "、"));
  tell_sources(screen, d);
  if (d.opened_on && d.lots.empty()) screen.facts.emplace_back("种子", digest_words(text_in(d.facts, "种子")));
  if (d.opened_on) screen.facts.emplace_back("结果的摘要值", digest_words(text_in(d.facts, "结果摘要")));
  if (!d.events.empty()) screen.facts.emplace_back("递补后的结果摘要值", digest_words(text_in(d.facts, "递补后摘要")));
  tell_counts(screen, d);
  if (names) tell_drawn(screen, d);
  return screen;
}

std::string as_text(const Screen& screen) {
  std::string out = screen.title + "\n\n";
  for (std::size_t n = 0; n < screen.steps.size(); ++n) out += (n == screen.step ? "▶ " : n < screen.step ? "✓ " : "　 ") + screen.steps[n] + "\n";
  out += "\n" + screen.headline + "\n" + screen.meaning + "\n\n";
  for (const auto& [label, value] : screen.facts) out += label + "：" + value + "\n";
  if (!screen.drawn.empty()) out += "\n抽中的对象和检查人员（只在本会场显示）\n";
  for (const std::string& line : screen.drawn) out += "  " + line + "\n";
  return out;
}

std::string as_page(const Screen& screen) {
  std::string out = "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"refresh\" content=\"5\">\n<title>" + escaped(screen.title) +
                    "</title>\n<style>" + std::string(page_style) + "</style>\n</head>\n<body>\n<header>" + escaped(screen.title) + "</header>\n<ol>\n";
  for (std::size_t n = 0; n < screen.steps.size(); ++n) {
    out += std::string("<li") + (n == screen.step ? " class=\"now\"" : n < screen.step ? " class=\"past\"" : "") + ">" + escaped(screen.steps[n]) + "</li>\n";
  }
  out += "</ol>\n<h1>" + escaped(screen.headline) + "</h1>\n<p>" + escaped(screen.meaning) + "</p>\n<table>\n";
  for (const auto& [label, value] : screen.facts) out += "<tr><th>" + escaped(label) + "</th><td>" + escaped(value) + "</td></tr>\n";
  out += "</table>\n";
  if (!screen.drawn.empty()) {
    out += "<h1>抽中的对象和检查人员</h1>\n<p>只在本会场显示。</p>\n";
    for (const std::string& line : screen.drawn) out += "<p>" + escaped(line) + "</p>\n";
  }
  return out + "</body>\n</html>\n";
}

}  // namespace anjuan::cli
