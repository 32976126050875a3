#include "procedure/difference.h"

#include <algorithm>

#include "base/text.h"
#include "procedure/comparing.h"

namespace anjuan::procedure {

std::string canonical(const std::string& source) {
  std::string out;
  char inside = 0;
  for (const char c : source) {
    if (inside == 0 && (c == '\'' || c == '"')) inside = c;
    else if (inside == c) inside = 0;
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (inside != 0 || !blank) out += c;
  }
  return out;
}

Wording turned(const Wording& thing, const Wording& was, const Wording& is) {
  if (was.zh.empty()) return {"增加" + thing.zh + "“" + is.zh + "”", "the " + thing.en + " “" + is.en + "” is new"};
  if (is.zh.empty()) return {"取消" + thing.zh + "“" + was.zh + "”", "the " + thing.en + " “" + was.en + "” is gone"};
  return {thing.zh + "由“" + was.zh + "”改为“" + is.zh + "”", "the " + thing.en + " was “" + was.en + "”, is “" + is.en + "”"};
}

Wording turned(const Wording& thing, const std::string& was, const std::string& is) { return turned(thing, Wording(was), Wording(is)); }

Wording quoted(const Wording& kind, const std::string& name) { return {kind.zh + "“" + name + "”", "the " + kind.en + " “" + name + "”"}; }

std::string provisions_of(const Definition& definition, const std::vector<std::string>& basis) {
  std::vector<std::string> texts;
  for (const std::string& id : basis) {
    const LegalBasis provision = provision_of(definition, id);
    texts.push_back(provision.instrument + provision.article);
  }
  return join(texts, "、");
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
  std::vector<Wording> how;
  if (old.label != fresh.label) how.push_back(turned({"名称", "label"}, old.label, fresh.label));
  if (old.name != fresh.name) how.push_back(turned({"编号", "name"}, old.name, fresh.name));
  if (old.kind != fresh.kind) how.push_back(turned({"种类", "kind"}, old.kind, fresh.kind));
  if (old.data_model != fresh.data_model) how.emplace_back("数据语言有变化", "the data model is another one");
  if (how.empty()) return;
  comparing.add(Subject::procedure, Change::changed, quoted({"流程", "procedure"}, old.label.empty() ? old.name : old.label), how, Place{fresh.file});
}

}  // namespace

std::vector<Difference> differences(const Definition& old, const Definition& fresh) {
  Comparing comparing{old, fresh};
  compare_heading(comparing);
  compare_declarations(comparing);
  compare_flow(comparing);
  compare_papers(comparing);
  std::stable_sort(comparing.out.begin(), comparing.out.end(), [](const Difference& a, const Difference& b) { return a.subject < b.subject; });
  return std::move(comparing.out);
}

}  // namespace anjuan::procedure
