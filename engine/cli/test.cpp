// anjuan test: stories are told in scratch offices; what does not come out as told is shown line by
// line, then which states and transitions of the procedures the stories have walked.

#include <algorithm>
#include <filesystem>
#include <ostream>

#include "base/text.h"
#include "cli/columns.h"
#include "cli/command.h"
#include "cli/diagram.h"
#include "cli/font_folders.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/story_workshop.h"
#include "stories/teller.h"

namespace anjuan::cli {
namespace {

namespace fs = std::filesystem;
using procedure::Definition, procedure::State, procedure::Transition;
using stories::Told, stories::Walked;

bool is_story(const fs::path& path) { return path.extension() == ".story" || path.extension() == ".acts"; }

/// The stories of all paths, those of a folder in order of their names.
Result<std::vector<std::string>> story_files(const std::vector<std::string>& paths) {
  std::vector<std::string> out;
  Diagnostics wrong;
  for (const std::string& path : paths) {
    std::error_code error;
    std::vector<std::string> files;
    if (!fs::is_directory(path, error)) files.push_back(path);
    for (const auto& entry : fs::recursive_directory_iterator(path, error)) {
      if (entry.is_regular_file() && is_story(entry.path())) files.push_back(entry.path().string());
    }
    if (files.empty()) wrong.push_back(diagnose(nothing_to_tell, Place{}, path));
    std::sort(files.begin(), files.end());
    for (const std::string& file : files) out.push_back(fs::path(file).lexically_normal().generic_string());
  }
  if (!wrong.empty()) return wrong;
  return out;
}

struct StoryCounts {
  std::size_t passed = 0, failed = 0, unjudged = 0, rewritten = 0;
};

/// Prints how one story went.
void print_story(Terminal& terminal, const Told& told, int width, StoryCounts& counts) {
  const bool zh = terminal.language == Language::chinese;
  counts.unjudged += told.unjudged;
  ++(told.wrong.empty() ? counts.passed : counts.failed);
  const std::string verdict =
      told.wrong.empty() ? (zh ? "通过  " : "passed  ") : (zh ? "未通过" : "failed  ");
  terminal.out << verdict << "  " << padded(told.story.file, width) << "  ";
  if (zh)
    terminal.out << "办理 " << told.acts << " 件，核对 " << told.expectations << " 处\n";
  else
    terminal.out << told.acts << " acts, " << told.expectations << " expectations\n";
  terminal.out << std::flush;
  for (const stories::Mistake& mistake : told.wrong) {
    for (const Diagnostic& d : mistake.why) {
      terminal.err << render(d, terminal.language,
                             d.place.file == told.story.file ? told.story.text : std::string());
    }
  }
}

/// Writes the lines as things are now into a story that failed.
Outcome accept(const Told& told, StoryCounts& counts) {
  const std::string text = stories::accepted(told);
  if (text == told.story.text) return Done{};
  ANJUAN_DO(write_output(told.story.file, text));
  ++counts.rewritten;
  return Done{};
}

/// Tells which parts of the procedures were walked.
class CoverageReport {
 public:
  CoverageReport(Terminal& terminal, bool details)
      : terminal_(terminal), details_(details), zh_(terminal.language == Language::chinese) {}

  void print(const std::vector<const Walked*>& procedures) {
    if (procedures.empty()) return;
    terminal_.out << "\n" << terminal_.say("走到的环节和流转\n", "states reached and transitions taken\n");
    std::vector<std::vector<std::string>> rows;
    for (const Walked* walked : procedures) rows.push_back(row_of(*walked));
    terminal_.out << in_columns(rows, "  ");
    for (const Walked* walked : procedures) print_missing(*walked);
  }

 private:
  /// "34/36（94%）"; rounded down, so that only a whole is 100.
  std::string share(std::size_t part, std::size_t whole) const {
    const std::string percent = std::to_string(whole ? part * 100 / whole : 100) + "%";
    return std::to_string(part) + "/" + std::to_string(whole) +
           (zh_ ? "（" + percent + "）" : " (" + percent + ")");
  }

  std::vector<std::string> row_of(const Walked& walked) const {
    const Definition& d = *walked.definition;
    const auto states = stories::states_to_reach(d);
    const auto transitions = stories::transitions_to_take(d);
    return {d.file, d.label.empty() ? d.name : d.label,
            (zh_ ? "环节 " : "states ") + share(walked.reached.size(), states.size()),
            (zh_ ? "流转 " : "transitions ") + share(walked.taken.size(), transitions.size())};
  }

  std::string name_of(const Definition& d, const Transition& t) const {
    std::string name = t.label.empty() ? join(t.events, " ") : t.label;
    if (name.empty()) name = zh_ ? "条件成立时自动" : "by itself";
    std::string out = state_name(d, t.source) + (zh_ ? "：" : ": ") + name;
    std::vector<std::string> to;
    for (const procedure::StateIndex target : t.targets) to.push_back(state_name(d, target));
    return to.empty() ? out : out + " → " + join(to, "、");
  }

  /// Its label; of one without a label the id, as those who write the file know it.
  std::string state_name(const Definition& d, procedure::StateIndex s) const {
    const State& state = d.states[s];
    return state.label.empty() && state.named ? state.id : name_of_state(d, s, terminal_.language);
  }

  void print_missing(const Walked& walked) {
    const Definition& d = *walked.definition;
    std::vector<std::vector<std::string>> states, transitions;
    for (const procedure::StateIndex s : stories::states_to_reach(d)) {
      const bool reached = walked.reached.contains(s);
      if (!reached || details_) states.push_back(line_of(reached, d.states[s].place, state_name(d, s)));
    }
    for (const procedure::TransitionIndex t : stories::transitions_to_take(d)) {
      const bool taken = walked.taken.contains(t);
      if (!taken || details_)
        transitions.push_back(line_of(taken, d.transitions[t].place, name_of(d, d.transitions[t])));
    }
    print_list(d, states, "没有走到的环节", "states not reached", "环节", "states");
    print_list(d, transitions, "没有走过的流转", "transitions not taken", "流转", "transitions");
  }

  std::vector<std::string> line_of(bool walked, const Place& place, const std::string& name) const {
    const std::string line =
        zh_ ? "第 " + std::to_string(place.line) + " 行" : "line " + std::to_string(place.line);
    if (!details_) return {line, name};
    return {walked ? (zh_ ? "有" : "yes") : (zh_ ? "没有" : "no"), line, name};
  }

  void print_list(const Definition& d, const std::vector<std::vector<std::string>>& rows, const char* missing,
                  const char* missing_en, const char* all, const char* all_en) {
    if (rows.empty()) return;
    const char* what = details_ ? terminal_.say(all, all_en) : terminal_.say(missing, missing_en);
    terminal_.out << "\n" << what << (zh_ ? "：" : ": ") << d.file << "\n" << in_columns(rows, "  ");
  }

  Terminal& terminal_;
  bool details_, zh_;
};

void print_end(Terminal& terminal, const StoryCounts& counts) {
  terminal.out << "\n";
  if (terminal.language == Language::chinese) {
    terminal.out << "共 " << counts.passed + counts.failed << " 个故事：通过 " << counts.passed << "，未通过 "
                 << counts.failed;
    if (counts.rewritten) terminal.out << "；改写了 " << counts.rewritten << " 个文件，请逐行看过再保留";
    if (counts.unjudged)
      terminal.out << "；" << counts.unjudged
                   << " 处文书文字没有核对（本机没有 pdftotext，请装 poppler-utils）";
    terminal.out << "。\n";
  } else {
    const auto all = counts.passed + counts.failed;
    terminal.out << all << (all == 1 ? " story: " : " stories: ") << counts.passed << " passed, "
                 << counts.failed << " failed";
    if (counts.rewritten)
      terminal.out << "; " << counts.rewritten << (counts.rewritten == 1 ? " file" : " files") << " rewritten, read every line before keeping it";
    if (counts.unjudged)
      terminal.out << "; " << counts.unjudged
                   << (counts.unjudged == 1 ? " line" : " lines") << " on the words of papers not judged (pdftotext is not installed)";
    terminal.out << ".\n";
  }
}

Result<StoryCounts> tell_all(Terminal& terminal, const CommandLine& line) {
  ANJUAN_TRY(const std::vector<std::string> files, story_files(line.all("STORY")));
  const ScratchFolder scratch;
  if (scratch.path().empty()) return diagnose(cannot_write, Place{}, "/tmp");
  stories::Workshop workshop = story_workshop(scratch.path());
  ANJUAN_TRY(workshop.fonts, pages::load_fonts(font_folders(terminal)));
  workshop.definitions = line.all("definitions");
  workshop.bureau = line.get("bureau");
  stories::Teller teller(std::move(workshop));
  StoryCounts counts;
  int width = 0;
  for (const std::string& file : files) width = std::max(width, display_width(file));
  for (const std::string& file : files) {
    const Told& told = teller.tell(file);
    print_story(terminal, told, width, counts);
    if (!line.has("accept")) continue;
    ANJUAN_DO(accept(told, counts));
  }
  CoverageReport(terminal, line.has("coverage")).print(teller.coverage().procedures());
  print_end(terminal, counts);
  return counts;
}

int run_test(Terminal& terminal, const CommandLine& line) {
  const auto counts = tell_all(terminal, line);
  if (!counts.ok()) return report(terminal, counts.diagnostics());
  return counts->failed ? status_refused : status_done;
}

}  // namespace

Command test_command() {
  return {{"test",
           {"用故事检验流程：逐行照办，说明哪里不符，哪些环节和流转没有走到",
            "test procedures with stories: what differs, which states and transitions are not walked"},
           {{"STORY",
             {"故事文件（.story、.acts），或者放有故事的文件夹",
              "a story (.story, .acts), or a folder of stories"},
             true,
             true}},
           {{"definitions",
             "文件夹",
             {"不用故事写明的定义，用这里的，可写多次",
              "definitions to use instead of those the stories name, may be repeated"},
             false,
             true},
            {"bureau",
             "文件",
             {"不用故事写明的机关，用这个", "the office to use instead of the one the stories name"}},
            {"coverage",
             "",
             {"列出全部环节和流转，不只是没有走到的",
              "list all states and transitions, not only those not walked"}},
            {"accept",
             "",
             {"把说明现状的行改成现在的样子，改后逐行看过再保留",
              "rewrite lines that say how things stand as they are now; read them before keeping them"}}}},
          run_test};
}

}  // namespace anjuan::cli
