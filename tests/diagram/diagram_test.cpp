// Charts of procedures, judged from the SVG that is written.

#include "diagram/diagram.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <random>

#include "diagram/judge.h"
#include "diagram/messages.h"
#include "procedure/words.h"

namespace anjuan::diagram {
namespace {

namespace fs = std::filesystem;
using procedure::Definition;
using procedure::DefinitionPtr;

DefinitionPtr shipped(const std::string& name) {
  const std::string path = ANJUAN_SOURCE_DIR "/workflows/" + name;
  return definition_of(bytes_of(path), path);
}

/// A chart without our namespace: nested, parallel, with history and final.
DefinitionPtr bare() {
  return definition_of(
      "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\" datamodel=\"null\" initial=\"open\">"
      "<state id=\"open\"><transition event=\"submit\" target=\"work\"/></state>"
      "<state id=\"work\" initial=\"review\"><transition event=\"pause\" target=\"paused\"/>"
      "<history id=\"back\" type=\"deep\"><transition target=\"review\"/></history>"
      "<parallel id=\"review\"><state id=\"law\"/><state id=\"money\"/></parallel>"
      "<transition event=\"done.state.work\" target=\"end\"/></state>"
      "<state id=\"paused\"><transition event=\"resume\" target=\"back\"/></state>"
      "<final id=\"end\"/></scxml>");
}

TEST(Draw, ShowsTheShippedProceduresWithEveryLabelInItsPlace) {
  for (const char* name : {"inspection-case.xml", "inspection-round.xml"}) {
    const DefinitionPtr definition = shipped(name);
    ASSERT_TRUE(definition) << name;
    expect_well_drawn(*definition);
  }
}

/// Who, what, on which condition, with which papers and limits: in the row of the transition, in the box
/// of its state.
TEST(Draw, TellsEachTransitionWholeInTheBoxOfItsState) {
  const DefinitionPtr definition = shipped("inspection-case.xml");
  ASSERT_TRUE(definition);
  const auto pages = draw(*definition, Language::chinese);
  ASSERT_TRUE(pages.ok());
  const auto drawn = read_back(*pages);
  for (std::size_t t = 0; t < definition->transitions.size(); ++t) {
    const procedure::Transition& transition = definition->transitions[t];
    const procedure::State& source = definition->states[transition.source];
    if (source.initial == t) continue;
    std::vector<std::string> wanted;
    if (!transition.label.empty()) wanted.push_back(transition.label);
    if (transition.condition.given())
      wanted.push_back(procedure::condition_in_words(*definition, transition.condition).zh);
    if (!transition.events.empty() && !transition.by_system && !transition.events[0].starts_with("done."))
      wanted.push_back(procedure::role_in_words(*definition, procedure::role_of(*definition, transition)));
    procedure::for_each_action(transition.content, [&](const procedure::Action& action) {
      if (const auto* paper = std::get_if<procedure::DocumentAction>(&action.what))
        wanted.push_back(paper->slot);
      if (const auto* limit = std::get_if<procedure::TimeLimitAction>(&action.what)) {
        wanted.push_back(limit->label);
        wanted.push_back(procedure::length_in_words(*definition, *limit).zh);
      }
    });
    bool found = false;
    for (const DrawnPage& page : drawn) {
      const auto rows = page.rows.find(std::to_string(t));
      if (rows == page.rows.end()) continue;
      for (const std::string& row : rows->second) {
        found = found || std::all_of(wanted.begin(), wanted.end(), [&](const std::string& words) {
                  return row.find(without_spaces(shortened(words, 120))) != std::string::npos;
                });
      }
    }
    EXPECT_TRUE(found) << transition.label << " of " << source.id;
  }
}

TEST(Draw, TellsLimitsAndPapersOnEnteringInTheBoxOfTheState) {
  const DefinitionPtr definition = shipped("inspection-case.xml");
  ASSERT_TRUE(definition);
  const auto drawn = read_back(*draw(*definition, Language::chinese));
  for (const procedure::State& state : definition->states) {
    for (const procedure::Block& block : state.on_entry) {
      procedure::for_each_action(block, [&](const procedure::Action& action) {
        const auto* limit = std::get_if<procedure::TimeLimitAction>(&action.what);
        if (limit == nullptr) return;
        const std::string wanted =
            without_spaces(limit->label + "：" + procedure::length_in_words(*definition, *limit).zh);
        const bool found = std::any_of(drawn.begin(), drawn.end(), [&](const DrawnPage& page) {
          const auto words = page.words.find(state.id);
          return words != page.words.end() && words->second.find(wanted) != std::string::npos;
        });
        EXPECT_TRUE(found) << wanted << " in " << state.id;
      });
    }
  }
}

TEST(Draw, FitsPagesOfA4) {
  const auto pages = draw(*shipped("inspection-case.xml"), Language::chinese);
  for (const Page& page : *pages) {
    EXPECT_LE(std::min(page.width, page.height), 59528) << "210 mm";
    EXPECT_LE(std::max(page.width, page.height), 84189) << "297 mm";
  }
}

TEST(Draw, PutsWhatFitsOnOnePageAndGivesTheRestAnOverview) {
  EXPECT_EQ(draw(*bare(), Language::chinese)->size(), 1U);
  const auto pages = draw(*shipped("inspection-case.xml"), Language::chinese);
  ASSERT_GT(pages->size(), 2U);
  EXPECT_EQ((*pages)[0].title, "行政检查案件流程图——总览");
  EXPECT_EQ((*draw(*shipped("inspection-case.xml"), Language::english))[0].title,
            "行政检查案件: chart – overview");
}

/// References between pages name the page that has the box.
TEST(Draw, RefersToPagesByTheirNumbers) {
  const DefinitionPtr definition = shipped("inspection-case.xml");
  const auto drawn = read_back(*draw(*definition, Language::chinese));
  int references = 0;
  for (const DrawnPage& page : drawn) {
    for (const DrawnText& text : page.texts) {
      const std::string words = without_spaces(text.text);
      const std::size_t at = words.find("详见第");
      if (at == std::string::npos) continue;
      ++references;
      const int number = std::atoi(words.c_str() + at + std::string("详见第").size());
      ASSERT_GE(number, 2);
      ASSERT_LE(number, static_cast<int>(drawn.size()));
      EXPECT_EQ(drawn[static_cast<std::size_t>(number - 1)].boxes.count(text.state), 1U) << text.state;
    }
  }
  EXPECT_GT(references, 0);
}

TEST(Draw, LeadsAnArrowToEachTarget) {
  const auto drawn = read_back(*draw(*bare(), Language::english));
  std::set<std::pair<std::string, std::string>> arrows;
  for (const DrawnArrow& arrow : drawn[0].arrows) arrows.emplace(arrow.from, arrow.to);
  for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{{"open", "work"},
                                                                                 {"work", "paused"},
                                                                                 {"work", "review"},
                                                                                 {"back", "review"},
                                                                                 {"work", "end"},
                                                                                 {"paused", "back"}})
    EXPECT_TRUE(arrows.count({from, to}) > 0) << from << " -> " << to;
}

TEST(Draw, TellsABareChartByItsIdsAndEvents) {
  const auto drawn = read_back(*draw(*bare(), Language::chinese));
  EXPECT_EQ(drawn[0].words.at("open"), "open");
  EXPECT_EQ(drawn[0].words.at("back"), "H*back");
  expect_well_drawn(*bare());
}

/// A state with more transitions than a page holds goes on over the next pages.
TEST(Draw, ContinuesATallStateOnTheNextPage) {
  std::string xml =
      "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\" datamodel=\"null\"><state id=\"a\">";
  for (int i = 0; i < 150; ++i) xml += "<transition event=\"e" + std::to_string(i) + "\" target=\"b\"/>";
  const DefinitionPtr definition = definition_of(xml + "</state><final id=\"b\"/></scxml>");
  ASSERT_TRUE(definition);
  const auto pages = draw(*definition, Language::chinese);
  std::set<std::string> told;
  for (const DrawnPage& page : read_back(*pages)) {
    EXPECT_LE(page.height, 842);
    expect_texts_inside(page, *definition);
    for (const auto& [transition, rows] : page.rows) told.insert(transition);
  }
  EXPECT_EQ(told.size(), 150U);
  expect_well_drawn(*definition);
}

TEST(Draw, SaysHowMuchOfAnEndlessListIsLeftOut) {
  std::string xml =
      "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" xmlns:aj=\"urn:anjuan:paperwork:1\" version=\"1.0\" "
      "datamodel=\"anjuan\">"
      "<state id=\"a\"><transition event=\"e\" target=\"b\">";
  for (int i = 0; i < 250; ++i) xml += "<aj:document template=\"t\" as=\"p" + std::to_string(i) + "\"/>";
  const DefinitionPtr definition = definition_of(xml + "</transition></state><final id=\"b\"/></scxml>");
  ASSERT_TRUE(definition);
  EXPECT_NE(write_svg(*draw(*definition, Language::chinese)).find("另有 51 项没有画出"), std::string::npos);
}

TEST(Draw, ExplainsItsSignsOnEachPage) {
  for (Language language : {Language::chinese, Language::english}) {
    for (const DrawnPage& page : read_back(*draw(*bare(), language))) {
      std::set<std::string> legend;
      for (const DrawnText& text : page.texts) {
        if (text.group == "legend") legend.insert(text.text);
      }
      const bool zh = language == Language::chinese;
      for (const char* words : {zh ? "开始" : "start", zh ? "结束" : "end", zh ? "自动转到" : "by itself",
                                zh ? "文书" : "paper", zh ? "期限" : "time limit"})
        EXPECT_EQ(legend.count(words), 1U) << words;
    }
  }
}

/// A history leads back one level, or down to the innermost: sign and legend tell them apart.
TEST(Draw, TellsShallowFromDeepHistories) {
  const auto page = [](const std::string& histories) {
    return read_back(*draw(*definition_of("<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\" "
                                          "datamodel=\"null\"><state id=\"s\">" +
                                          histories +
                                          "<state id=\"a\"/></state><state id=\"w\"><transition event=\"e\" "
                                          "target=\"h\"/></state></scxml>"),
                           Language::chinese))[0];
  };
  const auto legend = [](const DrawnPage& drawn) {
    std::set<std::string> found;
    for (const DrawnText& text : drawn.texts) {
      if (text.group == "legend") found.insert(text.text);
    }
    return found;
  };
  const DrawnPage shallow = page("<history id=\"h\"><transition target=\"a\"/></history>"),
                  deep = page("<history id=\"h\" type=\"deep\"><transition target=\"a\"/></history>");
  EXPECT_TRUE(shallow.words.at("h").starts_with("H") && !shallow.words.at("h").starts_with("H*"));
  EXPECT_TRUE(deep.words.at("h").starts_with("H*"));
  EXPECT_EQ(legend(shallow).count("回到原处，只到这一层"), 1U);
  EXPECT_EQ(legend(shallow).count("回到原处，直到最里层"), 0U);
  EXPECT_EQ(legend(deep).count("回到原处，直到最里层"), 1U);
}

/// A history of a parallel is no line that runs beside the others.
TEST(Draw, PutsAHistoryOfAParallelAboveItsLines) {
  const DefinitionPtr definition = definition_of(
      "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\" datamodel=\"null\" initial=\"p\">"
      "<parallel id=\"p\"><history id=\"h\" type=\"deep\"><transition target=\"l1 r1\"/></history>"
      "<state id=\"left\"><state id=\"l1\"><transition event=\"e\" target=\"l2\"/></state><state id=\"l2\"/></state>"
      "<state id=\"right\"><state id=\"r1\"/></state><transition event=\"stop\" target=\"w\"/></parallel>"
      "<state id=\"w\"><transition event=\"go on\" target=\"h\"/></state></scxml>");
  ASSERT_TRUE(definition);
  expect_well_drawn(*definition);
  const auto drawn = read_back(*draw(*definition, Language::chinese));
  ASSERT_EQ(drawn.size(), 1U);
  const Area history = drawn[0].boxes.at("h");
  for (const char* line : {"left", "right"}) EXPECT_LT(history.bottom, drawn[0].boxes.at(line).top) << line;
}

TEST(Draw, NamesTheChartsThatAStateRuns) {
  const DefinitionPtr definition = definition_of(
      "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\" datamodel=\"ecmascript\">"
      "<state id=\"s\"><invoke src=\"child.scxml\"/></state></scxml>");
  ASSERT_TRUE(definition);
  const auto drawn = read_back(*draw(*definition, Language::english));
  EXPECT_EQ(drawn[0].words.at("s"), "srunsthechart“child.scxml”");
}

TEST(Draw, GivesTheSameBytesEachTime) {
  const DefinitionPtr definition = shipped("inspection-round.xml");
  EXPECT_EQ(write_svg(*draw(*definition, Language::chinese)),
            write_svg(*draw(*definition, Language::chinese)));
}

TEST(Draw, RefusesADefinitionWithTooManyStates) {
  std::string xml = "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\" datamodel=\"null\">";
  for (std::size_t i = 0; i <= max_states; ++i) xml += "<state id=\"s" + std::to_string(i) + "\"/>";
  const DefinitionPtr definition = definition_of(xml + "</scxml>");
  ASSERT_TRUE(definition);
  const auto pages = draw(*definition, Language::chinese);
  ASSERT_FALSE(pages.ok());
  EXPECT_EQ(pages.diagnostics()[0].row->code, std::string("AJ3300"));
  EXPECT_EQ(sentence(pages.diagnostics()[0], Language::chinese), "流程有 2001 个环节，超过能画的 2000 个");
  EXPECT_EQ(sentence(pages.diagnostics()[0], Language::english),
            "the procedure has 2001 states, more than the 2000 that can be drawn");
}

std::string quoted_label(std::size_t characters) {
  std::string label;
  for (std::size_t i = 0; i < characters; ++i) label += i % 7 == 0 ? "&lt;W" : "案";
  return label;
}

/// Labels of any length and any character stay in their boxes; what is cut is whole in the title.
TEST(Draw, KeepsLongLabelsInTheirBoxes) {
  const DefinitionPtr definition = definition_of(
      "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" xmlns:aj=\"urn:anjuan:paperwork:1\" version=\"1.0\" "
      "datamodel=\"anjuan\" aj:label=\"长\">"
      "<state id=\"a\" aj:label=\"" +
      quoted_label(300) + "\"><transition event=\"走\" target=\"b\" aj:label=\"" + quoted_label(500) +
      "\"/></state>"
      "<final id=\"b\" aj:label=\"" +
      quoted_label(60) + "\"/></scxml>");
  ASSERT_TRUE(definition);
  const auto drawn = read_back(*draw(*definition, Language::chinese));
  expect_texts_inside(drawn[0], *definition);
  expect_arrows_clear(drawn[0]);
  const std::string svg = write_svg(*draw(*definition, Language::chinese));
  EXPECT_NE(svg.find("<title>&lt;W案案案案案案&lt;W案"), std::string::npos);
}

/// A random chart: nested to a depth of four, any state leading to any other.
std::string random_chart(unsigned seed) {
  std::mt19937 random(seed);
  const auto below = [&](unsigned n) { return static_cast<int>(random() % n); };
  const int states = 5 + below(40);
  std::vector<std::vector<int>> children(static_cast<std::size_t>(states) + 1);
  std::vector<int> depth(static_cast<std::size_t>(states) + 1, 0);
  for (int s = 1; s <= states; ++s) {
    int parent = below(static_cast<unsigned>(s));
    while (depth[static_cast<std::size_t>(parent)] > 3) parent = below(static_cast<unsigned>(s));
    children[static_cast<std::size_t>(parent)].push_back(s);
    depth[static_cast<std::size_t>(s)] = depth[static_cast<std::size_t>(parent)] + 1;
  }
  std::string xml = "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\" datamodel=\"null\">";
  const std::function<void(int)> write = [&](int s) {
    const auto& inner = children[static_cast<std::size_t>(s)];
    const bool parallel = s > 0 && inner.size() > 1 && below(3) == 0;
    const std::string element = parallel ? "parallel" : "state";
    if (s > 0) xml += "<" + element + " id=\"s" + std::to_string(s) + "\">";
    for (int i = below(4); s > 0 && i > 0; --i)
      xml += "<transition event=\"e" + std::to_string(below(9)) + "\" target=\"s" +
             std::to_string(1 + below(static_cast<unsigned>(states))) + "\"/>";
    if (s > 0 && !inner.empty() && below(3) == 0)
      xml += "<history id=\"h" + std::to_string(s) + "\"><transition target=\"s" + std::to_string(inner[0]) +
             "\"/></history>";
    for (int child : inner) write(child);
    if (s > 0) xml += "</" + element + ">";
  };
  write(0);
  return xml + "</scxml>";
}

TEST(Draw, DrawsRandomChartsWell) {
  int drawn = 0;
  for (unsigned seed = 1; seed <= 12; ++seed) {
    const DefinitionPtr definition = definition_of(random_chart(seed), "seed " + std::to_string(seed));
    if (!definition) continue;
    ++drawn;
    expect_well_drawn(*definition);
  }
  EXPECT_GT(drawn, 7);
}

TEST(Draw, DrawsPublicTestCharts) {
  const fs::path folder = fs::path(ANJUAN_SOURCE_DIR).parent_path() / "shared" / "scxml";
  if (!fs::exists(folder)) GTEST_SKIP() << "skipped: ../shared/scxml is not here";
  int drawn = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".scxml") continue;
    const DefinitionPtr definition =
        definition_of(bytes_of(entry.path().string()), entry.path().filename().string());
    if (!definition) continue;  // refused at load: nothing to draw
    ++drawn;
    expect_well_drawn(*definition);
  }
  EXPECT_GT(drawn, 100);
}

/// An independent judge reads the file, another draws it.
TEST(WriteSvg, IsReadByOtherPrograms) {
  const fs::path file = fs::path(ANJUAN_BINARY_DIR) / "test-diagram.svg";
  std::ofstream(file, std::ios::binary)
      << write_svg(*draw(*shipped("inspection-case.xml"), Language::chinese));
  const auto works = [](const std::string& command) {
    return std::system((command + " >/dev/null 2>&1").c_str()) == 0;
  };
  if (!works("command -v xmllint")) GTEST_SKIP() << "skipped: xmllint is not installed";
  EXPECT_TRUE(works("xmllint --noout --nonet '" + file.string() + "'"));
  if (!works("command -v rsvg-convert")) GTEST_SKIP() << "skipped: rsvg-convert is not installed";
  EXPECT_TRUE(works("rsvg-convert -o '" + file.string() + ".png' '" + file.string() + "'"));
  EXPECT_GT(fs::file_size(file.string() + ".png"), 100000U);
}

}  // namespace
}  // namespace anjuan::diagram
