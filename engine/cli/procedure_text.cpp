// The text of anjuan describe: provisions, roles, parameters, time limits, and each step with who does
// what.

#include "cli/procedure_text.h"

#include <algorithm>
#include <sstream>

#include "base/text.h"
#include "cli/columns.h"
#include "procedure/describe.h"
#include "procedure/words.h"

namespace anjuan::cli {
namespace {

using procedure::Definition;
using procedure::State;
using procedure::StateIndex;
std::string provision(const Definition& d, const std::string& id) {
  const LegalBasis basis = procedure::provision_of(d, id);
  return basis.instrument + basis.article;
}

std::string provisions(const Definition& d, const std::vector<std::string>& ids) {
  std::vector<std::string> out;
  for (const std::string& id : ids) out.push_back(provision(d, id));
  return join(out, "；");
}

/// Describes one definition; sections are numbered as they come.
class Description {
 public:
  Description(const Definition& d, Language language) : d_(d), language_(language), zh_(language == Language::chinese) {}

  std::string text() {
    const std::string file = d_.file.substr(d_.file.find_last_of('/') + 1);
    out_ << (!d_.label.empty() ? d_.label : !d_.name.empty() ? d_.name : file);
    if (!d_.version.empty()) out_ << (zh_ ? "（" : " (") << d_.version << (zh_ ? "）" : ")");
    out_ << "\n";
    print_bases();
    print_roles();
    print_parameters();
    print_limits();
    print_documents();
    print_assertions();
    print_states();
    return out_.str();
  }

 private:
  void heading(const char* chinese, const char* english) {
    ++section_;
    out_ << "\n" << (zh_ ? chinese_number(section_) + "、" : std::to_string(section_) + ". ") << (zh_ ? chinese : english) << "\n";
  }
  std::string day(Day d) const { return zh_ ? official(d) : iso(d); }

  void print_bases() {
    if (d_.bases.empty()) return;
    heading("依据", "provisions");
    Rows lines;
    for (const procedure::Basis& b : d_.bases) {
      std::string force = day(b.in_force_from) + (zh_ ? "起施行" : " on");
      if (b.in_force_until) force += (zh_ ? "，至" : ", until ") + day(*b.in_force_until);
      lines.push_back({b.provision.instrument + b.provision.article, force});
    }
    out_ << in_columns(lines, "  ");
  }

  std::string role_name(const std::string& id) const {
    const procedure::Role* role = d_.role(id);
    return role ? role->label : id;
  }

  void print_roles() {
    if (d_.roles.empty()) return;
    heading("谁来办", "roles");
    Rows lines;
    for (const procedure::Role& r : d_.roles) {
      std::string who;
      if (r.outside) who = zh_ ? "单位以外的人" : "a person outside the office";
      else if (r.holders) who = zh_ ? "按本案名单" : "those named in the case";
      else who = (zh_ ? "职务：" : "posts: ") + (r.posts.empty() ? r.label : join(r.posts, "、"));
      lines.push_back({r.label, who});
    }
    out_ << in_columns(lines, "  ");
    for (const procedure::Duty& duty : d_.duties) {
      std::vector<std::string> others;
      for (const std::string& id : duty.different_from) others.push_back(role_name(id));
      if (zh_) out_ << "  职责分离：" << role_name(duty.role) << "不得是本案的" << join(others, "、");
      else out_ << "  apart: " << role_name(duty.role) << " / " << join(others, ", ");
      if (!duty.basis.empty()) out_ << (zh_ ? "（" : " (") << provisions(d_, duty.basis) << (zh_ ? "）" : ")");
      out_ << "\n";
    }
  }

  void print_parameters() {
    if (d_.parameters.empty()) return;
    heading("参数（改数字不用改流程）", "parameters");
    Rows lines;
    for (const procedure::Parameter& p : d_.parameters) {
      lines.push_back({p.id, p.label == p.id ? "" : p.label, shortened(display(p.value) + (p.unit.empty() ? "" : " " + p.unit), 40), provisions(d_, p.basis)});
    }
    out_ << in_columns(lines, "  ");
  }

  void print_limits() {
    const auto limits = procedure::limits_of(d_);
    if (limits.empty()) return;
    heading("期限", "time limits");
    Rows lines;
    for (const auto& limit : limits) lines.push_back({limit.label.empty() ? limit.id : limit.label, limit.length_words.in(language_), limit.basis});
    out_ << in_columns(lines, "  ");
  }

  void print_documents() {
    const auto documents = procedure::documents_of(d_);
    if (documents.empty()) return;
    heading("文书", "documents");
    Rows lines;
    for (const procedure::DocumentAction& doc : documents) {
      std::vector<std::string> marks;
      const auto mark = [&](bool holds, const char* chinese, const char* english) {
        if (holds) marks.emplace_back(zh_ ? chinese : english);
      };
      mark(doc.draft, "送审稿", "draft");
      mark(!doc.number_code.empty(), "编号", "numbered");
      mark(doc.sign, "签名", "signed");
      mark(doc.seal, "用印", "sealed");
      mark(doc.serve, "送达", "served");
      mark(doc.mandatory, "必备", "mandatory");
      std::vector<std::string> line{procedure::paper_in_words(d_, doc).in(language_), join(marks, zh_ ? "、" : ", "), doc.place.empty() ? "" : (zh_ ? "卷内位置 " : "place ") + doc.place};
      if (std::find(lines.begin(), lines.end(), line) == lines.end()) lines.push_back(std::move(line));
    }
    out_ << in_columns(lines, "  ");
  }

  void print_assertions() {
    std::vector<std::string> labels;
    for (const procedure::Assertion& a : d_.assertions) {
      const std::string& label = a.label.empty() ? a.name : a.label;
      if (!label.empty()) labels.push_back(label);
    }
    if (labels.empty()) return;
    heading("任何办法都不许违反的要求", "what must hold in every run");
    for (const std::string& label : labels) out_ << "  " << label << "\n";
  }

  void line(const std::string& indent, const std::string& label, const std::string& words) {
    if (words.empty()) return;
    const std::string lead = indent + label + "  ";
    out_ << lead << wrapped(words, 92 - display_width(lead), std::string(static_cast<std::size_t>(display_width(lead)), ' ')) << "\n";
  }

  /// Each on a line of its own, so that it is seen where a condition ends.
  void effects(const std::string& indent, const std::string& label, const std::vector<Wording>& all) {
    std::string lead = label;
    for (const Wording& words : all) {
      line(indent, lead, words.in(language_));
      lead = std::string(static_cast<std::size_t>(display_width(label)), ' ');
    }
  }

  std::string destination(const procedure::Transition& t) const {
    std::vector<std::string> out;
    for (StateIndex target : t.targets) out.push_back(procedure::target_in_words(d_, target).in(language_));
    return join(out, "、");
  }

  void print_transition(const procedure::TransitionDescription& words, const procedure::Transition& t) {
    const bool own = t.events.empty();
    std::string title = procedure::transition_in_words(d_, t).in(language_);
    if (own) title = (!zh_ ? "by itself" : t.condition.given() ? "条件成立时自动" : "自动") + (words.label.empty() ? std::string() : (zh_ ? "：" : ": ") + words.label);
    out_ << "    · " << title;
    if (!own && !words.label.empty() && words.event != words.label) out_ << (zh_ ? "（" : " (") << words.event << (zh_ ? "）" : ")");
    out_ << "\n";
    const std::string in = "      ";
    if (!own) line(in, zh_ ? "谁办" : "who ", t.by_system ? std::string(zh_ ? "系统" : "the system") : words.role);
    line(in, zh_ ? "条件" : "if  ", words.condition_words.in(language_));
    line(in, zh_ ? "要填" : "fill", join(words.inputs, zh_ ? "、" : ", "));
    line(in, zh_ ? "必须" : "must", join(words.requirements, zh_ ? "；" : "; "));
    effects(in, zh_ ? "然后" : "then", words.effects);
    line(in, zh_ ? "转到" : "next", destination(t));
    line(in, zh_ ? "依据" : "law ", join(words.basis, zh_ ? "；" : "; "));
  }

  void print_states() {
    heading("环节", "steps");
    const auto states = procedure::describe(d_);
    std::int64_t n = 0;
    for (StateIndex s = 1; s < d_.states.size(); ++s) {
      const procedure::StateDescription& words = states[s - 1];
      const State& state = d_.states[s];
      if (state.kind == State::Kind::history || (!d_.label.empty() && state.label.empty() && words.transitions.empty() && words.on_entry.empty() && words.on_exit.empty())) continue;
      out_ << "\n  " << (zh_ ? "（" + chinese_number(++n) + "）" : std::to_string(++n) + ". ") << procedure::target_in_words(d_, s).in(language_);
      if (!words.role.empty()) out_ << (zh_ ? "　由" : ", by ") << words.role << (zh_ ? "办" : "");
      out_ << "\n";
      if (d_.label.empty() && state.parent != 0) line("    ", zh_ ? "属于" : "in  ", procedure::target_in_words(d_, state.parent).in(language_));
      line("    ", zh_ ? "依据" : "law ", join(words.basis, zh_ ? "；" : "; "));
      effects("    ", zh_ ? "进入时" : "on entry", words.on_entry);
      effects("    ", zh_ ? "离开时" : "on exit", words.on_exit);
      for (std::size_t i = 0; i < words.transitions.size(); ++i) print_transition(words.transitions[i], d_.transitions[state.transitions[i]]);
    }
  }

  std::ostringstream out_;
  const Definition& d_;
  Language language_;
  bool zh_;
  std::int64_t section_ = 0;
};

}  // namespace

std::string procedure_text(const Definition& definition, Language language) { return Description(definition, language).text(); }

}  // namespace anjuan::cli
