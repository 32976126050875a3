// The text of anjuan describe: provisions, roles, parameters, time limits, and each step with who does
// what.

#include "cli/procedure_text.h"

#include <sstream>

#include "base/text.h"
#include "cli/columns.h"
#include "procedure/describe.h"
#include "procedure/words.h"

namespace anjuan::cli {
namespace {

using procedure::Definition;
using procedure::State;

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
    out_ << procedure::title_of(d_);
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
      std::string force = zh_ ? day(b.in_force_from) + "起施行" : "in force from " + day(b.in_force_from);
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

  /// The words of each, between commas of the language.
  std::string listed(const std::vector<Wording>& all) const {
    std::vector<std::string> words;
    for (const Wording& one : all) words.push_back(one.in(language_));
    return join(words, zh_ ? "、" : ", ");
  }

  /// A block for each: when it begins is too long for a column.
  void print_limits() {
    const auto limits = procedure::limits_of(d_);
    if (limits.empty()) return;
    heading("期限", "time limits");
    for (const procedure::LimitDescription& limit : limits) {
      out_ << "  " << limit.name << (zh_ ? "　" : ", ") << limit.length.in(language_) << "\n";
      const std::string when = limit.when.in(language_);
      line("    ", zh_ ? "起算" : "from", limit.where.in(language_) + (when.empty() ? "" : (zh_ ? "，" : ", ") + when));
      line("    ", zh_ ? "届满" : "due ", limit.due_words);
      line("    ", zh_ ? "依据" : "law ", limit.basis);
    }
  }

  void print_documents() {
    const auto papers = procedure::papers_of(d_);
    if (papers.empty()) return;
    heading("文书", "documents");
    Rows lines;
    for (const procedure::PaperDescription& paper : papers) {
      const std::string places = join(paper.places, zh_ ? "、" : ", ");
      lines.push_back({paper.name.in(language_), listed(procedure::marks_of(paper)), places.empty() ? "" : (zh_ ? "卷内位置 " : "place ") + places});
    }
    out_ << in_columns(lines, "  ");
  }

  void print_assertions() {
    const auto assertions = procedure::assertions_of(d_);
    if (assertions.empty()) return;
    heading("任何办法都不许违反的要求", "what must hold in every run");
    for (const procedure::AssertionDescription& one : assertions) {
      out_ << "  " << one.words.in(language_) << "\n";
      line("    ", zh_ ? "就是" : "i.e.", one.content.in(language_));
      line("    ", zh_ ? "依据" : "law ", one.basis);
    }
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

  std::string inputs(const procedure::TransitionDescription& act) const {
    std::vector<std::string> out;
    for (const procedure::InputDescription& input : act.inputs) {
      std::string about;
      if (!input.when.zh.empty()) about = zh_ ? input.when.zh + "的必填" : "required if " + input.when.en;
      else if (!input.required) about = zh_ ? "可不填" : "optional";
      out.push_back(input.name + (about.empty() ? "" : (zh_ ? "（" : " (") + about + (zh_ ? "）" : ")")));
    }
    return join(out, zh_ ? "、" : ", ");
  }

  /// A line for each; below a label what it asks.
  void requirements(const std::string& indent, const procedure::TransitionDescription& act) {
    std::string lead = zh_ ? "必须" : "must";
    for (const procedure::RequirementDescription& r : act.requirements) {
      line(indent, lead, r.words.in(language_) + (r.basis.empty() ? "" : (zh_ ? "（" : " (") + r.basis + (zh_ ? "）" : ")")));
      lead = "    ";
      if (!r.content.zh.empty()) line(indent, lead, (zh_ ? "就是：" : "i.e. ") + r.content.in(language_));
    }
  }

  void print_act(const procedure::TransitionDescription& act) {
    out_ << "    · " << act.heading.in(language_);
    if (!act.events.empty()) out_ << (zh_ ? "（" : " (") << act.events << (zh_ ? "）" : ")");
    out_ << "\n";
    const std::string in = "      ";
    line(in, zh_ ? "谁办" : "who ", act.actor.in(language_));
    line(in, zh_ ? "条件" : "if  ", act.condition.in(language_));
    line(in, zh_ ? "要填" : "fill", inputs(act));
    requirements(in, act);
    effects(in, zh_ ? "然后" : "then", act.sentences);
    line(in, zh_ ? "转到" : "next", act.destination.in(language_));
    line(in, zh_ ? "依据" : "law ", join(act.basis, zh_ ? "；" : "; "));
  }

  void print_states() {
    heading("环节", "steps");
    if (const Wording begins = procedure::beginning_of(d_); !begins.zh.empty()) line("  ", zh_ ? "流程开始于" : "begins in", begins.in(language_));
    std::int64_t n = 0;
    for (const procedure::StateDescription& state : procedure::describe(d_)) {
      out_ << "\n  " << (zh_ ? "（" + chinese_number(++n) + "）" : std::to_string(++n) + ". ") << state.name.in(language_);
      if (!state.role.empty()) out_ << (zh_ ? "　由" : ", by ") << state.role << (zh_ ? "办" : "");
      out_ << "\n";
      const std::string in = "    ";
      line(in, zh_ ? "属于" : "in  ", state.within.in(language_));
      line(in, zh_ ? "依据" : "law ", join(state.basis, zh_ ? "；" : "; "));
      line(in, zh_ ? "先进入" : "begins in", state.begins.in(language_));
      line(in, zh_ ? "回到" : "back to", state.returns.in(language_));
      if (state.kind == State::Kind::parallel) out_ << in << (zh_ ? "以下各线同时进行" : "its lines run at the same time") << "\n";
      if (state.kind == State::Kind::final) out_ << in << (zh_ ? "办到这里即告完成" : "done when it comes here") << "\n";
      effects(in, zh_ ? "进入时" : "on entry", state.on_entry);
      effects(in, zh_ ? "离开时" : "on exit", state.on_exit);
      for (const procedure::TransitionDescription& act : state.transitions) print_act(act);
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
