#include "procedure/difference.h"

#include <algorithm>

#include "base/text.h"
#include "procedure/comparing.h"
#include "procedure/words.h"

namespace anjuan::procedure {

std::string canonical(const std::string& source) {
  std::string out;
  char inside = 0;
  for (const char c : source) {
    if (inside == 0 && (c == '\'' || c == '"'))
      inside = c;
    else if (inside == c)
      inside = 0;
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (inside != 0 || !blank) out += c;
  }
  return out;
}

namespace {

constexpr int long_text = 48;  ///< columns from which on only what is other is shown

bool separates(char32_t c) { return std::u32string_view(U"，；、。,;").find(c) != std::u32string_view::npos; }

/// Two long texts without what they begin and end with in common, cut where a phrase ends.
std::pair<std::string, std::string> narrowed(const std::string& was, const std::string& is) {
  if (display_width(was) <= long_text || display_width(is) <= long_text) return {was, is};
  const std::u32string a = to_u32(was), b = to_u32(is);
  const std::size_t shorter = std::min(a.size(), b.size());
  std::size_t head = 0, tail = 0;
  while (head < shorter && a[head] == b[head]) ++head;
  while (tail < shorter - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
  for (int phrases = 0; phrases < 2; ++phrases) {  // the phrase that is other, and the one before it
    if (head > 0) --head;
    while (head > 0 && !separates(a[head - 1])) --head;
  }
  while (tail > 0 && !separates(a[a.size() - tail])) --tail;
  const auto middle = [&](const std::u32string& text) {
    const std::u32string inner = text.substr(head, text.size() - head - tail);
    return (head > 0 ? "……" : "") + to_utf8(inner) + (tail > 0 ? "……" : "");
  };
  return {middle(a), middle(b)};
}

}  // namespace

Wording turned(const Wording& thing, const Wording& was, const Wording& is) {
  if (was.zh.empty())
    return {"增加" + thing.zh + "“" + is.zh + "”", thing.en + ": “" + is.en + "” (before: none)"};
  if (is.zh.empty())
    return {"取消" + thing.zh + "“" + was.zh + "”", thing.en + ": none (before: “" + was.en + "”)"};
  const auto [was_zh, is_zh] = narrowed(was.zh, is.zh);
  const auto [was_en, is_en] = narrowed(was.en, is.en);
  return {thing.zh + "由“" + was_zh + "”改为“" + is_zh + "”",
          thing.en + ": “" + is_en + "” (before: “" + was_en + "”)"};
}

void Telling::row(const Wording& thing, const Wording& was, const Wording& is) {
  if (was == is) return;
  how.push_back(is_new_ ? Wording(thing.zh + "：" + is.zh, thing.en + ": " + is.en) : turned(thing, was, is));
}

Wording quoted(const Wording& kind, const std::string& name) {
  return {kind.zh + "“" + name + "”", "the " + kind.en + " “" + name + "”"};
}

Wording provisions_of(const Definition& definition, const std::vector<std::string>& basis) {
  const std::vector<std::string> texts = provisions_in_words(definition, basis);
  return {join(texts, "、"), join(texts, ", ")};
}

void Comparing::compare_basis(const std::vector<std::string>& was, const std::vector<std::string>& is,
                              Telling& telling) const {
  std::vector<std::string> renamed;
  for (const std::string& id : was) renamed.push_back(name_in(bases, id));
  if (renamed != is) telling.row({"依据", "basis"}, provisions_of(old, was), provisions_of(fresh, is));
}

const std::string& name_in(const std::map<std::string, std::string>& names, const std::string& old) {
  const auto found = names.find(old);
  return found == names.end() ? old : found->second;
}

Wording joined(const std::vector<Wording>& sentences) {
  std::vector<std::string> zh, en;
  for (const Wording& one : sentences) zh.push_back(one.zh), en.push_back(one.en);
  return {join(zh, "；"), join(en, "; ")};
}

namespace {

void compare_heading(Comparing& comparing) {
  const Definition& old = comparing.old;
  const Definition& fresh = comparing.fresh;
  Telling telling;
  telling.row({"名称", "label"}, old.label, fresh.label);
  telling.row({"编号", "name"}, old.name, fresh.name);
  telling.row({"种类", "kind"}, old.kind, fresh.kind);
  if (old.data_model != fresh.data_model) telling.say({"数据语言有变化", "the data model has changed"});
  if (telling.how.empty()) return;
  comparing.add(Subject::procedure, Change::changed,
                quoted({"流程", "procedure"}, old.label.empty() ? old.name : old.label), telling.how,
                Place{fresh.file});
}

}  // namespace

std::vector<Difference> differences(const Definition& old, const Definition& fresh) {
  Comparing comparing{old, fresh};
  pair_declarations(comparing);
  pair_states(comparing);
  pair_papers(comparing);
  compare_heading(comparing);
  compare_declarations(comparing);
  compare_flow(comparing);
  compare_papers(comparing);
  compare_assertions(comparing);
  std::stable_sort(comparing.out.begin(), comparing.out.end(),
                   [](const Difference& a, const Difference& b) { return a.subject < b.subject; });
  return std::move(comparing.out);
}

}  // namespace anjuan::procedure
