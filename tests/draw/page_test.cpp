// The page for witnesses (examples/02-draw/check.html) in a real browser without a window: its script,
// written apart from the engine, reaches the same results and the same codes, and says so in words.

#include <algorithm>
#include <map>

#include "draw/support.h"

namespace anjuan::draw {
namespace {

const std::filesystem::path page = ANJUAN_SOURCE_DIR "/examples/02-draw/check.html";
const std::filesystem::path example_folder = ANJUAN_SOURCE_DIR "/examples/02-draw";

std::string base64(const std::string& bytes) {
  static constexpr char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    unsigned group = 0;
    for (std::size_t j = i; j < i + 3; ++j) group = group << 8 | (j < bytes.size() ? static_cast<unsigned char>(bytes[j]) : 0u);
    for (int shift = 18; shift >= 0; shift -= 6) out += digits[group >> shift & 63];
    if (i + 2 >= bytes.size()) out.back() = '=';
    if (i + 1 >= bytes.size()) out[out.size() - 2] = '=';
  }
  return out;
}

using NamedFiles = std::map<std::string, std::string>;

std::string json_of(const NamedFiles& files) {
  std::string out;
  for (const auto& [name, bytes] : files) out += (out.empty() ? "{\"" : ",\"") + name + "\":\"" + base64(bytes) + "\"";
  return out + "}";
}

NamedFiles named(const DrawFiles& files) {
  NamedFiles all{{"list", files.list}, {"seed", files.seed}};
  if (files.events) all["events"] = *files.events;
  return all;
}

/// What the browser makes of the page with something put in before its scripts, or behind them.
class CheckPage : public testing::Test {
 protected:
  void SetUp() override {
    if (std::system("command -v chromium >/dev/null 2>&1") == 0) return;
    std::puts("skipped: chromium is not installed");
    GTEST_SKIP() << "skipped: chromium is not installed";
  }

  static std::string opened(const std::string& before, const std::string& behind = "") {
    std::string html = read_file(page);
    html.insert(html.find("<script>"), before);
    html.insert(html.rfind("</body>"), behind);
    const std::filesystem::path folder = std::filesystem::path(ANJUAN_BINARY_DIR) / "draw-page";
    std::filesystem::create_directories(folder);
    write_file(folder / "page.html", html);
    const std::string command = "cd '" + folder.string() + "' && chromium --headless --no-sandbox --disable-gpu --user-data-dir=profile --dump-dom 'file://" +
                                (folder / "page.html").string() + "' >dom.html 2>log.txt";
    EXPECT_EQ(std::system(command.c_str()), 0) << read_file(folder / "log.txt");
    return read_file(folder / "dom.html");
  }

  /// What people see of files that were put in: the verdict's element.
  static std::string verdict(const NamedFiles& files) {
    const std::string dom = opened("<script type=\"application/json\" id=\"files\">" + json_of(files) + "</script>\n");
    const std::size_t from = dom.find("<div id=\"verdict\"");
    return from == std::string::npos ? dom : dom.substr(from, dom.find("</div>", from) - from);
  }

  static NamedFiles example() {
    NamedFiles files;
    for (const char* name : {"list.txt", "seed.txt", "result.txt"}) files[name] = read_file(example_folder / name);
    return files;
  }
};

/// Of each instance the code, or the digest of the result.
std::vector<std::string> outcomes_of(const std::string& dom) {
  const std::string mark = "<pre id=\"outcomes\">";
  std::vector<std::string> outcomes;
  const std::size_t from = dom.find(mark);
  if (from == std::string::npos) return outcomes;
  std::istringstream words(dom.substr(from + mark.size(), dom.find("</pre>", from) - from - mark.size()));
  for (std::string word; words >> word;) outcomes.push_back(word);
  return outcomes;
}

constexpr const char* compute_all = R"(<pre id="outcomes"></pre><script>
const bytes = text => Uint8Array.from(atob(text), c => c.charCodeAt(0));
document.getElementById('outcomes').textContent = JSON.parse(document.getElementById('instances').textContent).map(instance => {
  const made = draw(Object.fromEntries(Object.entries(instance).map(([name, text]) => [name, bytes(text)])));
  return made.refused ? made.refused.code : H('sha256', made.text);
}).join(' ');
</script>)";

TEST_F(CheckPage, ReachesTheResultsAndCodesOfTheEngine) {
  std::vector<DrawFiles> instances;
  std::vector<std::string> expected;
  for (const auto& entry : std::filesystem::directory_iterator(vectors)) {
    if (!entry.is_directory()) continue;
    const auto& folder = entry.path();
    instances.push_back({read_file(folder / "list.txt"), read_file(folder / "seed.txt"), std::nullopt});
    if (std::filesystem::exists(folder / "events.txt")) instances.back().events = read_file(folder / "events.txt");
    const bool is_refused = std::filesystem::exists(folder / "expect.txt");
    const std::string told = read_file(folder / (is_refused ? "expect.txt" : "result.txt"));
    expected.push_back(is_refused ? told.substr(0, told.find_first_of(" \r\n")) : sha256(told));
  }
  ASSERT_EQ(instances.size(), 31u);
  for (unsigned i = 0; i < (is_long_run() ? 3000u : 300u); ++i) {
    instances.push_back(random_files(i, 20, 12));
    if (i % 3 == 2) instances.back().list[instances.back().list.size() * (i % 100) / 100] ^= 1;
    const std::string outcome = result_or_code(instances.back());
    expected.push_back(outcome.starts_with("E_") ? outcome : sha256(outcome));
  }
  std::string all;
  for (const DrawFiles& files : instances) all += (all.empty() ? "[" : ",\n") + json_of(named(files));
  const auto outcomes = outcomes_of(opened("<script type=\"application/json\" id=\"instances\">" + all + "]</script>\n", compute_all));
  ASSERT_EQ(outcomes.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_EQ(outcomes[i], expected[i]) << "instance " << i;
}

TEST_F(CheckPage, SaysThatAPublishedDrawAgrees) {
  NamedFiles files = example();
  EXPECT_NE(verdict(files).find("class=\"good\""), std::string::npos);
  files["events.txt"] = read_file(example_folder / "events.txt");
  EXPECT_NE(verdict(files).find("class=\"bad\""), std::string::npos) << "the result of before the events is out of date";
  files["result.txt"] = read_file(example_folder / "result-after-events.txt");
  const std::string good = verdict(files);
  EXPECT_NE(good.find("核对一致"), std::string::npos) << good;
  EXPECT_NE(good.find(sha256(files["result.txt"])), std::string::npos) << good;
}

TEST_F(CheckPage, SaysInWordsWhatDiffers) {
  NamedFiles files = example();
  std::string& result = files["result.txt"];
  const std::size_t seat = result.find("CY001\t3b83cdf9");
  ASSERT_NE(seat, std::string::npos);
  result.replace(seat, 5, "CY006");
  const auto line = std::count(result.begin(), result.begin() + static_cast<std::ptrdiff_t>(seat), '\n') + 1;
  const std::string told = verdict(files);
  EXPECT_NE(told.find("核对不一致"), std::string::npos) << told;
  EXPECT_NE(told.find("第 " + std::to_string(line) + " 行，对象 LS01 的第 1 席：检查人员应为“CY001”，文件里是“CY006”"), std::string::npos) << told;
  EXPECT_NE(told.find("inspector should be 'CY001', but the file says 'CY006'"), std::string::npos) << told;
}

TEST_F(CheckPage, SaysWhichFileIsWrong) {
  NamedFiles files = example();
  std::string& list = files["list.txt"];
  list.replace(list.find("conflict\tLS01\tCY002"), 19, "conflict\tLS01\tCY003");
  const std::string told = verdict(files);
  EXPECT_NE(told.find("E_SEED"), std::string::npos) << told;
  EXPECT_NE(told.find("清单改动过，或者拿错了文件"), std::string::npos) << told;
}

TEST_F(CheckPage, ShowsNamesThatLookLikeMarkupAsText) {
  NamedFiles files = example();
  std::string& list = files["list.txt"];
  list.replace(list.find("检查员一"), 12, "<img src=x onerror=alert(1)>");
  files["seed.txt"] = write_seed(*parse_list(list, "l"), parse_seed(*parse_list(example()["list.txt"], "l"), example()["seed.txt"], "s")->values);
  files.erase("result.txt");
  const std::string dom = opened("<script type=\"application/json\" id=\"files\">" + json_of(files) + "</script>\n");
  EXPECT_NE(dom.find("&lt;img src=x"), std::string::npos);
  EXPECT_EQ(dom.find("<img"), std::string::npos);
}

TEST(CheckPageText, AsksForNothingOutside) {
  const std::string html = read_file(page);
  for (const char* outside : {"http:", "https:", "src=", "fetch(", "XMLHttpRequest", "import("}) EXPECT_EQ(html.find(outside), std::string::npos) << outside;
  EXPECT_NE(html.find("default-src 'none'"), std::string::npos);
}

}  // namespace
}  // namespace anjuan::draw
