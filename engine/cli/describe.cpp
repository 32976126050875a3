// anjuan describe: a procedure in words, for those who approve it without reading XML: provisions,
// roles, parameters, time limits, and each step with who does what.

#include <algorithm>
#include <ostream>

#include "base/text.h"
#include "cli/columns.h"
#include "cli/command.h"
#include "cli/diagram.h"
#include "cli/messages.h"
#include "diagram/diagram.h"
#include "procedure/describe.h"
#include "procedure/procedure.h"

namespace anjuan::cli {
namespace {

using procedure::Definition;
using procedure::State;
using procedure::StateIndex;
using Lines = std::vector<std::vector<std::string>>;

std::string provision(const Definition& d, const std::string& id) {
  const LegalBasis basis = procedure::provision_of(d, id);
  return basis.instrument + basis.article;
}

std::string provisions(const Definition& d, const std::vector<std::string>& ids) {
  std::vector<std::string> out;
  for (const std::string& id : ids) out.push_back(provision(d, id));
  return join(out, "；");
}

/// The name under which a case knows the document; of a computed one its first words.
std::string document_name(const procedure::DocumentAction& doc) {
  const std::string& source = doc.slot_from.source;
  const auto begin = source.find('\'');
  const auto end = begin == std::string::npos ? begin : source.find('\'', begin + 1);
  if (end == std::string::npos) return doc.slot;
  std::string name = source.substr(begin + 1, end - begin - 1);
  name.erase(name.find_last_not_of('-') + 1);
  return name;
}

/// Describes one definition; sections are numbered as they come.
class Description {
 public:
  Description(Terminal& terminal, const Definition& d) : terminal_(terminal), d_(d), zh_(terminal.language == Language::chinese) {}

  void print() {
    terminal_.out << (d_.label.empty() ? d_.name : d_.label);
    if (!d_.version.empty()) terminal_.out << (zh_ ? "（" : " (") << d_.version << (zh_ ? "）" : ")");
    terminal_.out << "\n";
    print_bases();
    print_roles();
    print_parameters();
    print_limits();
    print_documents();
    print_states();
  }

 private:
  void heading(const char* chinese, const char* english) {
    ++section_;
    terminal_.out << "\n" << (zh_ ? chinese_number(section_) + "、" : std::to_string(section_) + ". ") << (zh_ ? chinese : english) << "\n";
  }
  std::string day(Day d) const { return zh_ ? official(d) : iso(d); }

  void print_bases() {
    if (d_.bases.empty()) return;
    heading("依据", "provisions");
    Lines lines;
    for (const procedure::Basis& b : d_.bases) {
      std::string force = day(b.in_force_from) + (zh_ ? "起施行" : " on");
      if (b.in_force_until) force += (zh_ ? "，至" : ", until ") + day(*b.in_force_until);
      lines.push_back({b.provision.instrument + b.provision.article, force});
    }
    terminal_.out << in_columns(lines, "  ");
  }

  std::string role_name(const std::string& id) const {
    const procedure::Role* role = d_.role(id);
    return role ? role->label : id;
  }

  void print_roles() {
    if (d_.roles.empty()) return;
    heading("谁来办", "roles");
    Lines lines;
    for (const procedure::Role& r : d_.roles) {
      std::string who;
      if (r.outside) who = zh_ ? "单位以外的人" : "a person outside the office";
      else if (r.holders) who = zh_ ? "按本案名单" : "those named in the case";
      else who = (zh_ ? "职务：" : "posts: ") + (r.posts.empty() ? r.label : join(r.posts, "、"));
      lines.push_back({r.label, who});
    }
    terminal_.out << in_columns(lines, "  ");
    for (const procedure::Duty& duty : d_.duties) {
      std::vector<std::string> others;
      for (const std::string& id : duty.different_from) others.push_back(role_name(id));
      if (zh_) terminal_.out << "  职责分离：" << role_name(duty.role) << "不得是本案的" << join(others, "、");
      else terminal_.out << "  apart: " << role_name(duty.role) << " / " << join(others, ", ");
      if (!duty.basis.empty()) terminal_.out << (zh_ ? "（" : " (") << provisions(d_, duty.basis) << (zh_ ? "）" : ")");
      terminal_.out << "\n";
    }
  }

  void print_parameters() {
    if (d_.parameters.empty()) return;
    heading("参数（改数字不用改流程）", "parameters");
    Lines lines;
    for (const procedure::Parameter& p : d_.parameters) {
      lines.push_back({p.id, p.label == p.id ? "" : p.label, shortened(display(p.value) + (p.unit.empty() ? "" : " " + p.unit), 40), provisions(d_, p.basis)});
    }
    terminal_.out << in_columns(lines, "  ");
  }

  /// The length as a number where a parameter gives it.
  std::string length_words(const procedure::LimitDescription& limit) const {
    for (const procedure::Parameter& p : d_.parameters) {
      if (p.id == limit.length) return display(p.value) + calendar::name_of(limit.unit).in(terminal_.language) + (zh_ ? "（参数“" + p.id + "”）" : " (" + p.id + ")");
    }
    return limit.length + calendar::name_of(limit.unit).in(terminal_.language);
  }

  void print_limits() {
    const auto limits = procedure::limits_of(d_);
    if (limits.empty()) return;
    heading("期限", "time limits");
    Lines lines;
    for (const auto& limit : limits) lines.push_back({limit.label.empty() ? limit.id : limit.label, length_words(limit), limit.basis});
    terminal_.out << in_columns(lines, "  ");
  }

  void print_documents() {
    const auto documents = procedure::documents_of(d_);
    if (documents.empty()) return;
    heading("文书", "documents");
    Lines lines;
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
      std::vector<std::string> line{document_name(doc), join(marks, zh_ ? "、" : ", "), doc.place.empty() ? "" : (zh_ ? "卷内位置 " : "place ") + doc.place};
      if (std::find(lines.begin(), lines.end(), line) == lines.end()) lines.push_back(std::move(line));
    }
    terminal_.out << in_columns(lines, "  ");
  }

  void line(const std::string& indent, const std::string& label, const std::string& words) {
    if (words.empty()) return;
    const std::string lead = indent + label + "  ";
    terminal_.out << lead << wrapped(words, 92 - display_width(lead), std::string(static_cast<std::size_t>(display_width(lead)), ' ')) << "\n";
  }

  std::string effects_words(const std::vector<Wording>& effects) const {
    std::vector<std::string> out;
    for (const Wording& w : effects) out.push_back(w.in(terminal_.language));
    return join(out, zh_ ? "；" : "; ");
  }

  std::string destination(const procedure::Transition& t) const {
    std::vector<std::string> out;
    for (StateIndex target : t.targets) out.push_back(name_of_state(d_, target, terminal_.language));
    return join(out, "、");
  }

  void print_transition(const procedure::TransitionDescription& words, const procedure::Transition& t) {
    const bool own = t.events.empty();
    std::string title = words.label.empty() ? words.event : words.label;
    if (own) title = (zh_ ? "条件成立时自动" : "by itself") + (words.label.empty() ? std::string() : (zh_ ? "：" : ": ") + words.label);
    terminal_.out << "    · " << title;
    if (!own && !words.label.empty() && words.event != words.label) terminal_.out << (zh_ ? "（" : " (") << words.event << (zh_ ? "）" : ")");
    terminal_.out << "\n";
    const std::string in = "      ";
    if (!own) line(in, zh_ ? "谁办" : "who ", words.role);
    line(in, zh_ ? "条件" : "if  ", words.condition);
    line(in, zh_ ? "要填" : "fill", join(words.inputs, zh_ ? "、" : ", "));
    line(in, zh_ ? "必须" : "must", join(words.requirements, zh_ ? "；" : "; "));
    line(in, zh_ ? "然后" : "then", effects_words(words.effects));
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
      if (state.kind == State::Kind::history || (state.label.empty() && words.transitions.empty() && words.on_entry.empty() && words.on_exit.empty())) continue;
      terminal_.out << "\n  " << (zh_ ? "（" + chinese_number(++n) + "）" : std::to_string(++n) + ". ") << name_of_state(d_, s, terminal_.language);
      if (!words.role.empty()) terminal_.out << (zh_ ? "　由" : ", by ") << words.role << (zh_ ? "办" : "");
      terminal_.out << "\n";
      line("    ", zh_ ? "依据" : "law ", join(words.basis, zh_ ? "；" : "; "));
      line("    ", zh_ ? "进入时" : "on entry", effects_words(words.on_entry));
      line("    ", zh_ ? "离开时" : "on exit", effects_words(words.on_exit));
      for (std::size_t i = 0; i < words.transitions.size(); ++i) print_transition(words.transitions[i], d_.transitions[state.transitions[i]]);
    }
  }

  Terminal& terminal_;
  const Definition& d_;
  bool zh_;
  std::int64_t section_ = 0;
};

int run_describe(Terminal& terminal, const CommandLine& line) {
  const std::string path = line.get("FILE");
  std::string bytes;
  if (!read_whole(path, bytes)) return report(terminal, {diagnose(cannot_read, Place{}, path)});
  const auto definition = procedure::load(bytes, path);
  if (!definition.ok()) return report(terminal, definition.diagnostics());
  if (line.has("svg")) {
    const auto pages = diagram::draw(**definition, terminal.language);
    if (!pages.ok()) return report(terminal, pages.diagnostics());
    terminal.out << diagram::write_svg(*pages);
    return status_done;
  }
  if (line.has("dot")) terminal.out << dot_text(**definition, terminal.language);
  else Description(terminal, **definition).print();
  return status_done;
}

}  // namespace

Command describe_command() {
  return {{"describe", {"把流程文件写成流程说明：依据、谁来办、期限、每个环节", "a procedure in words: provisions, roles, time limits, steps"},
           {{"FILE", {"流程文件", "the file of a procedure"}}},
           {{"svg", "", {"画成流程图（SVG）", "drawn as a chart (SVG)"}},
            {"dot", "", {"改写成流程图文本（Graphviz）", "as Graphviz text instead"}}}}, run_describe};
}

}  // namespace anjuan::cli
