// anjuan draw show: what happens now in a round's draw, for the big screen in the room: a static page, or text.
// Who was drawn is not shown unless the room is closed: the inspections must stay a surprise.

#include <ostream>

#include "base/text.h"
#include "cli/case_words.h"
#include "cli/command.h"
#include "cli/draw_screen.h"
#include "cli/output.h"

namespace anjuan::cli {
namespace {

int run_draw_show(Terminal& terminal, const CommandLine& line) {
  const auto asked = ask_case(terminal, line.get("ROUND"), "");
  if (!asked.ok()) return report(terminal, asked.diagnostics());
  const cases::Case& round = asked->view.content;
  const std::string organ = asked->office->library.bureau->facts.at("名称").text_or_empty();
  const auto name = round.standing.data.find("名称");
  const std::string title = name != round.standing.data.end() && name->second.is(Value::Kind::text) ? name->second.text() : asked->view.title;
  const Screen screen = draw_screen(round, organ + "　" + title, line.has("names"));
  const std::string path = line.get("output");
  if (path.empty()) {
    terminal.out << as_text(screen);
    return status_done;
  }
  if (const auto written = write_output(path, as_page(screen)); !written.ok()) return report(terminal, written.diagnostics());
  terminal.out << terminal.say("现场屏幕页：", "page for the screen: ") << path << "\n";
  return status_done;
}

}  // namespace

Command draw_show_command() {
  return {{"draw show", {"现场大屏幕：抽取进行到哪一步，摘要值、承诺、读回的点数；不显示抽中了谁", "for the big screen: how far a draw is, its digests, commitments and the dice read back; not who was drawn"},
           {{"ROUND", {"任务编号", "id of the round"}}},
           {{"output", "文件", {"写成网页；每办一步重写一次，屏幕上的页面自己更新", "write a page; rewrite it after each step, the page on the screen follows"}},
            {"names", "", {"连抽中的对象和人员一起显示，只用于没有外人的会场", "show who was drawn too: for a closed room only"}}}},
          run_draw_show};
}

}  // namespace anjuan::cli
