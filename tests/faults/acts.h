#pragma once
// Every kind of act as a command line, and the offices in which each can be done: the sample round is
// played once, and copied where the script comes to the act.

#include <map>
#include <memory>

#include "faults/program.h"
#include "signing/keys.h"
#include "support/played_round.h"

namespace anjuan::faults {

namespace fs = std::filesystem;

/// One kind of act.
struct Kind {
  std::string name;
  std::string before;               ///< the line of the script before which it is done
  std::vector<std::string> words;   ///< command line without --office; %desk% and %data% are folders
  bool same_bytes = true;           ///< false: it draws on chance, so that two runs differ
  std::string input = "/dev/null";  ///< what is typed
};

inline void PrintTo(const Kind& kind, std::ostream* out) { *out << kind.name; }

/// A small set of definitions: those of the other procedure among the examples. To prove the large ones takes long.
inline std::vector<std::string> small_definitions(const std::string& bureau) {
  const std::string all = support::source_folder.string(), own = all + "/examples/07-another-procedure";
  std::vector<std::string> out = {"--bureau", bureau.empty() ? own + "/bureau.xml" : bureau};
  for (const std::string& path : {own + "/workflows", own + "/forms", own + "/templates", all + "/templates", all + "/workflows/calendar",
                                  all + "/workflows/dossier.xml", all + "/workflows/mappings/publication.xml"}) {
    out.insert(out.end(), {"--definitions", path});
  }
  return out;
}

constexpr long january = 1799024400;  // 2027-01-04 09:00 in China: the time of day in all runs

inline const std::vector<Kind>& kinds() {
  static const std::vector<Kind> all = {
      {"import", "导入 检查对象", {"import", "%data%/county/检查对象名录库_机构.csv", "--as", "targets", "--reason", "年度更新", "--by", "陆明舟", "--on", "2026-08-31"}},
      {"round", "任务 2026-1", {"round", "open", "2026-1", "--procedure", "inspection-round", "--by", "陆明舟", "--on", "2026-09-01"}},
      {"freeze", "办 2026-1 冻结名单", {"event", "2026-1", "冻结名单", "--by", "陆明舟", "--on", "2026-09-09", "--set", "信封保管人=水若寒、晏知秋", "--envelopes", "%desk%"}, false},
      {"confirm", "任务 2026-1", {"register", "confirm", "--as", "targets", "--reason", "季度核对无变化", "--by", "陆明舟", "--on", "2026-08-31"}},
      {"seal", "办 2026-1 录入随机数", {"document", "sign", "2026-1", "抽取承诺公告", "--seal", "局印", "--certificate", "%keys%/澄阳县司法局.p12", "--password-fd", "0",
        "--by", "裴承远", "--recorder", "温如故", "--on", "2026-09-10"}, true, "%keys%/typed"},
      {"enter", "办 2026-1 录入随机数", {"event", "2026-1", "录入随机数", "--by", "陆明舟", "--recorder", "陆明舟", "--on", "2026-09-10", "--set", "外部随机数=35261442516361425316"}},
      {"reenter", "办 2026-1 复录随机数", {"event", "2026-1", "复录随机数", "--by", "晏知秋", "--recorder", "晏知秋", "--on", "2026-09-10", "--set", "外部随机数=35261442516361425316"}},
      {"annul", "办 2026-1 抽取", {"event", "2026-1", "作废抽取", "--by", "裴承远", "--on", "2026-09-10", "--set", "作废理由=封存件破损"}},
      {"draw", "办 2026-1 抽取", {"event", "2026-1", "抽取", "--by", "陆明舟", "--on", "2026-09-10", "--set", "主持人=晏知秋", "--set", "操作人=陆明舟",
        "--set", "见证人=闻人清（县人大代表）、水若寒（县纪委监委派驻纪检监察组）",
        "--set", "机关随机数=7f3a1c5e9b2d4860a1c3e5f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b", "--set", "抽取起止=9时30分至9时50分", "--set", "音像编号=CQ-2026-01"}},
      {"documents", "办 2026-1-01 制发检查通知书", {"event", "2026-1-01", "制发检查通知书", "--by", "陆明舟", "--on", "2026-09-14"}},
      {"serve", "送 2026-1-01 行政检查通知书", {"document", "serve", "2026-1-01", "行政检查通知书", "--way", "直接送达", "--received-by", "闻人和", "--place", "岚东正筠律师事务所", "--by", "宓如晦、桑以墨", "--on", "2026-09-14"}},
      {"void", "送 2026-1-01 行政检查通知书", {"document", "void", "2026-1-01", "行政检查通知书", "--reason", "检查日期写错", "--by", "陆明舟", "--on", "2026-09-14"}},
      {"migrate", "送 2026-1-01 行政检查通知书", {"migrate", "2026-1-01", "--apply", "--by", "裴承远", "--reason", "名称更正", "--on", "2026-09-15"}},
      {"update", "", {"update", "%small%"}},
      {"sheet", "读 2026-1-01", {"sheet", "read", "2026-1-01", "%filled%", "--by", "宓如晦", "--on", "2026-09-16"}},
      {"scan", "签 2026-1-04 现场检查笔录", {"document", "sign", "2026-1-04", "现场检查笔录", "--scan", "%data%/county/扫描件-现场检查笔录.png", "--by", "詹䶮、晏知秋、岑砚舟", "--on", "2026-09-18"}},
      {"tick", "届满", {"tick", "--by", "陆明舟", "--on", "2026-10-12"}},
      {"publish", "办 2026-1 发布公示", {"event", "2026-1", "发布公示", "--by", "晏知秋", "--on", "2026-10-14"}},
      {"bind", "办 2026-1-01 归档", {"event", "2026-1-01", "归档", "--by", "温如故", "--on", "2026-11-02"}},
  };
  return all;
}

inline const Kind& kind_named(const std::string& name) {
  for (const Kind& kind : kinds()) {
    if (kind.name == name) return kind;
  }
  throw std::logic_error("no act named " + name);
}

/// Stored files and copies to print are shared with the original, as they are replaced and never written into;
/// the database, the queue's file and what is being written are copied.
inline void copy_office(const fs::path& from, const fs::path& to) {
  fs::create_directories(to);
  for (const auto& entry : fs::directory_iterator(from)) {
    const fs::path& path = entry.path();
    const fs::path target = to / path.filename();
    if (entry.is_directory()) {
      copy_office(path, target);
    } else if (path.filename() == "lock" || path.filename().string().starts_with("office.db") || path.parent_path().filename() == "tmp") {
      fs::copy_file(path, target);
    } else {
      fs::create_hard_link(path, target);
    }
  }
}

class Offices {
 public:
  static Offices& all() {
    static Offices offices;
    return offices;
  }
  /// The office that stands where an act of this kind can be done. Not to be changed.
  std::string folder(const Kind& kind) const { return (root() / kind.name).string(); }
  fs::path root() const { return temporary_.path(); }

  std::vector<std::string> words(const Kind& kind, const std::string& desk) const {
    std::vector<std::string> out;
    for (std::string word : kind.words) {
      if (word == "%small%") {
        const auto more = small_definitions((root() / "newer.xml").string());
        out.insert(out.end(), more.begin(), more.end());
        continue;
      }
      word = replace_all(std::move(word), "%desk%", desk);
      out.push_back(in_place(std::move(word)));
    }
    return out;
  }
  std::string input(const Kind& kind) const { return in_place(kind.input); }

 private:
  std::string in_place(std::string word) const {
    word = replace_all(std::move(word), "%data%", (support::source_folder / "examples").string());
    word = replace_all(std::move(word), "%keys%", keys_.folder.string());
    return replace_all(std::move(word), "%filled%", (root() / "filled.xlsx").string());
  }

  Offices() {
    keys_.key("澄阳县司法局", "rsa:2048", "口令 7");
    support::write_bytes(keys_.folder / "typed", "口令 7\n");
    support::FakeOffice office;
    support::Desk desk;
    const auto read = [](const std::string& path, std::string& bytes) { return cli::read_whole(path, bytes); };
    const fs::path script = support::source_folder / "examples" / "round.acts";
    const std::string text = support::read_bytes(script);
    const std::vector<std::string> lines = split(text, '\n');
    std::map<std::string, bool> done;
    for (const stories::ScriptAct& act : support::acts_of(text, script.string())) {
      if (act.verb == "题目" || act.verb == "机构" || act.verb == "定义") continue;
      for (const Kind& kind : kinds()) {
        if (!kind.before.empty() && !done[kind.name] && lines[static_cast<std::size_t>(act.line) - 1].starts_with(kind.before)) {
          done[kind.name] = true;
          copy_office(office.folder(), root() / kind.name);
        }
      }
      stories::Player player(office.office(), desk, script.parent_path().string(), read);
      const auto result = player.perform(act);
      EXPECT_EQ(result.ok(), !act.refused) << script << ":" << act.line << "\n" << support::shown(result);
      if (act.verb == "读" && !fs::exists(root() / "filled.xlsx")) support::write_bytes(root() / "filled.xlsx", player.filled()->bytes);
    }
    for (const Kind& kind : kinds()) EXPECT_TRUE(done[kind.name] || kind.before.empty()) << "the script never comes to " << kind.before;
    change_definitions();
  }

  /// Newer definitions: adopted by the office whose case is to migrate, and beside a small one that is to adopt them.
  void change_definitions() {
    std::vector<handling::SourceFile> files = support::shipped().files;
    for (handling::SourceFile& file : files) file.bytes = replace_all(file.bytes, "\"结果待审核备案和公示\"", "\"检查结果待审核备案和公示\"");
    const auto store = support::well(store::open_office_store(folder(kind_named("migrate"))));
    support::well(handling::record_definitions(*store, files, {"update", "陆明舟", Moment{january}}));

    const std::string bureau = support::read_bytes(support::source_folder / "examples" / "07-another-procedure" / "bureau.xml");
    support::write_bytes(root() / "newer.xml", replace_all(bureau, "exercise=\"yes\"", "exercise=\"yes\" grace-days=\"7\""));
    std::vector<std::string> line = {"init", folder(kind_named("update"))};
    for (const std::string& word : small_definitions("")) line.push_back(word);
    fs::create_directories(root() / "desk");
    const Ended ended = Running(line, {.office = root().string(), .now = january}, (root() / "desk").string()).wait();
    EXPECT_EQ(ended.status, 0) << ended.err;
  }

  support::TemporaryFolder temporary_;
  signing::Authority keys_;
};

}  // namespace anjuan::faults
