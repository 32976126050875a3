// All definitions of an office together: what one file names must be in another.

#include "handling/library.h"

#include <set>

#include "base/text.h"
#include "handling/messages.h"
#include "support/fake_office.h"

namespace anjuan::handling {
namespace {

using support::has_code, support::shipped, support::shown;

/// The shipped definitions with one text changed in one file.
std::vector<SourceFile> changed(const std::string& file, const std::string& from, const std::string& to) {
  std::vector<SourceFile> files = shipped().files;
  bool done = false;
  for (SourceFile& f : files) {
    if (f.path != file) continue;
    EXPECT_NE(f.bytes.find(from), std::string::npos) << from;
    f.bytes = replace_all(f.bytes, from, to);
    done = true;
  }
  EXPECT_TRUE(done) << file;
  return files;
}

std::vector<SourceFile> without(const std::string& file) {
  std::vector<SourceFile> files = shipped().files;
  EXPECT_EQ(std::erase_if(files, [&](const SourceFile& f) { return f.path == file; }), 1u) << file;
  return files;
}

const Diagnostic* find(const Diagnostics& all, const std::string& code) {
  for (const Diagnostic& d : all) {
    if (d.row->code == code) return &d;
  }
  return nullptr;
}

TEST(LoadLibrary, AcceptsWhatIsShipped) {
  const LibraryResult all = load_library(shipped().files);
  EXPECT_TRUE(all.found.empty()) << shown(all.found);
  EXPECT_TRUE(all.library.procedures.contains("inspection-case"));
  EXPECT_TRUE(all.library.procedures.contains("inspection-round"));
  EXPECT_GE(all.library.templates.size(), 31u);
}

TEST(CheckFiles, ValuesBesideATemplateMustFillIt) {
  const std::string folder = ANJUAN_SOURCE_DIR "/examples/04-one-document/";
  const SourceFile paper{"visit-note.xml", support::read_bytes(folder + "visit-note.xml")}, values{"values.xml", support::read_bytes(folder + "values.xml")};
  EXPECT_TRUE(check_files({paper, values}).empty()) << shown(check_files({paper, values}));
  EXPECT_TRUE(check_files({values}).empty()) << "alone they are well-formed values";
  const SourceFile strict{"visit-note.xml", replace_all(paper.bytes, "{意见|无}", "{意见}")};
  EXPECT_TRUE(has_code(check_files({strict, values}), "AJ2420"));
  EXPECT_TRUE(has_error(check_files({paper, {"values.xml", replace_all(values.bytes, "2026-10-12", "十月十二日")}})));
}

TEST(LoadLibrary, NamesTheTemplateThatIsNotThereAndTheNearest) {
  const LibraryResult all = load_library(changed("workflows/inspection-case.xml", "template=\"inspection-notice\"", "template=\"inspection-notise\""));
  const Diagnostic* found = find(all.found, "AJ2802");
  ASSERT_TRUE(found) << shown(all.found);
  EXPECT_GT(found->place.line, 0);
  EXPECT_TRUE(found->values.at(1).zh.starts_with("inspection-notice、")) << found->values.at(1).zh;  // the nearest first
}

TEST(CheckFiles, PointsAtTheAttributeThatNamesWhatIsNotThere) {
  const std::string xml =
      "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" xmlns:aj=\"urn:anjuan:paperwork:1\" version=\"1.0\"><state id=\"a\"><onentry>\n"
      "<aj:document as=\"n\" template=\"notice\"/>\n<aj:open-cases definition=\"other\"/>\n<aj:push platform=\"p\" mapping=\"none\"/>\n"
      "</onentry><transition event=\"x\" target=\"b\"/></state><final id=\"b\"/></scxml>";
  std::vector<std::string> told;
  for (const Diagnostic& d : check_files({{"f.xml", xml}}, shipped().files))
    told.push_back(std::to_string(d.place.line) + ":" + std::to_string(d.place.column) + " " + d.row->code);
  EXPECT_EQ(told, (std::vector<std::string>{"2:31 AJ2802", "3:28 AJ3090", "4:32 AJ2805"}));
}

TEST(CheckFiles, ListsNoFaultyFileAmongTheTemplates) {
  const SourceFile broken{"f.xml",
                          "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" xmlns:aj=\"urn:anjuan:paperwork:1\" version=\"1.0\" name=\"p\"><state id=\"a\">"
                          "<onentry><aj:document template=\"notice\"/></onentry><transition event=\"x\" target=\"c\"/></state><final id=\"b\"/></scxml>"};
  const SourceFile note{"visit-note.xml", support::read_bytes(ANJUAN_SOURCE_DIR "/examples/04-one-document/visit-note.xml")};
  const Diagnostics found = check_files({broken}, {note});
  const Diagnostic* one = find(found, "AJ2802");
  ASSERT_TRUE(one) << shown(found);
  EXPECT_EQ(one->values.at(1).zh, "visit-note");
}

TEST(LoadLibrary, NamesTheFormThatIsNotThere) {
  const LibraryResult all = load_library(changed("workflows/inspection-case.xml", "formexpr=\"检查表模板[对象.业务类别]\"", "form=\"law-firm-checklost\""));
  const Diagnostic* found = find(all.found, "AJ2803");
  ASSERT_TRUE(found) << shown(all.found);
  EXPECT_TRUE(found->values.at(1).zh.starts_with("law-firm-checklist、")) << found->values.at(1).zh;
}

TEST(LoadLibrary, NamesTheFormThatAParameterChoosesAndIsNotThere) {
  const LibraryResult all = load_library(without("forms/notary-checklist.xml"));
  EXPECT_TRUE(has_code(all.found, "AJ2803")) << shown(all.found);
}

TEST(LoadLibrary, NamesTheProcedureThatCasesAreOpenedByAndIsNotThere) {
  const LibraryResult all = load_library(changed("workflows/inspection-round.xml", "definition=\"inspection-case\"", "definition=\"inspection-cass\""));
  const Diagnostic* found = find(all.found, "AJ3090");
  ASSERT_TRUE(found) << shown(all.found);
  EXPECT_GT(found->place.line, 0);
  EXPECT_EQ(sentence(*found, Language::chinese), "没有名为“inspection-cass”的流程，不能按它开案件");
  EXPECT_TRUE(found->values.at(1).zh.starts_with("inspection-case、")) << found->values.at(1).zh;
}

// A procedure copied elsewhere is not full of faults: what it names cannot be compared, and that is said once.
TEST(CheckFiles, RemarksThatNoTemplateWasReadWhereThereIsNone) {
  const std::string xml =
      "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" xmlns:aj=\"urn:anjuan:paperwork:1\" version=\"1.0\"><state id=\"a\">"
      "<onentry><aj:document template=\"notice\"/><aj:document template=\"letter\"/><aj:document template=\"notice\" as=\"n\"/></onentry><transition event=\"x\" target=\"b\"/></state><final id=\"b\"/></scxml>";
  const Diagnostics found = check_files({{"f.xml", xml}}, {});
  ASSERT_EQ(found.size(), 1u) << shown(found);
  EXPECT_FALSE(has_error(found));
  EXPECT_EQ(sentence(found[0], Language::chinese), "没有读到任何文书模板，流程里用到的 2 个没有核对：notice、letter");
  EXPECT_EQ(sentence(found[0], Language::english), "no document templates were read; the 2 that the procedure names were not compared: notice, letter");
  EXPECT_TRUE(has_code(load_library({{"f.xml", xml}}).found, "AJ2802")) << "an office has all its templates";
}

// One run tells all: a template that is wrong is not missing too, and neither is what a wrong procedure provides.
TEST(LoadLibrary, TellsEachFaultOnceWhereSeveralFilesAreWrong) {
  std::vector<SourceFile> files = changed("workflows/inspection-case.xml", "target=\"approval-pending\"", "target=\"approval-nowhere-at-all\"");
  for (SourceFile& file : files) {
    if (file.path == "templates/case-referral.xml") file.bytes = replace_all(file.bytes, "<needs>", "<neds>");
    if (file.path == "templates/due-ledger.xml") file.bytes = replace_all(file.bytes, "style=\"", "style=\"un");
  }
  const LibraryResult all = load_library(files);
  std::set<std::string> wrong_files;
  for (const Diagnostic& d : all.found) wrong_files.insert(d.place.file);
  EXPECT_EQ(wrong_files, (std::set<std::string>{"templates/case-referral.xml", "templates/due-ledger.xml", "workflows/inspection-case.xml"}))
      << shown(all.found);
  EXPECT_FALSE(has_code(all.found, "AJ2802")) << shown(all.found);
}

TEST(LoadLibrary, NamesTheStyleThatIsNotThere) {
  const LibraryResult all = load_library(changed("templates/due-ledger.xml", "style=\"", "style=\"un"));
  EXPECT_TRUE(has_code(all.found, "AJ2804")) << shown(all.found);
}

TEST(LoadLibrary, RefusesTheSameIdTwice) {
  std::vector<SourceFile> files = shipped().files;
  const auto first = std::find_if(files.begin(), files.end(), [](const SourceFile& f) { return f.path == "templates/due-ledger.xml"; });
  files.push_back({"templates/again.xml", first->bytes});
  const LibraryResult all = load_library(files);
  const Diagnostic* found = find(all.found, "AJ2807");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->place.file, "templates/again.xml");
}

TEST(LoadLibrary, NamesEachPieceThatAnOfficeCannotDoWithout) {
  std::vector<SourceFile> none = {{"a.xml", "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\" initial=\"a\"><state id=\"a\"/></scxml>"}};
  const LibraryResult all = load_library(none);
  std::size_t missing = 0;
  for (const Diagnostic& d : all.found) missing += d.row == &missing_piece ? 1 : 0;
  EXPECT_EQ(missing, 5u) << shown(all.found);
}

TEST(LoadLibrary, SaysWhichElementItDoesNotKnow) {
  const LibraryResult all = load_library({{"list.xml", "<html/>"}});
  const Diagnostic* found = find(all.found, "AJ2806");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->values.at(0).zh, "html");
}

// Before any case runs: a template asks for data that the procedure which makes it does not have, by line and column.
TEST(CheckFiles, HoldsTemplatesToTheProceduresThatMakeThem) {
  const auto files = changed("templates/inspection-notice.xml", "<needs>", "<needs><need name=\"检查天数\" type=\"integer\"/>");
  const Diagnostics found = check_files(files);
  const Diagnostic* missing = find(found, "AJ2412");
  ASSERT_TRUE(missing) << shown(found);
  EXPECT_EQ(missing->place.file, "templates/inspection-notice.xml");
  EXPECT_GT(missing->place.line, 0);
  EXPECT_GT(missing->place.column, 0);
  EXPECT_EQ(missing->values.at(1).zh, "检查天数");
}

// The procedure alone, its templates beside it: what one of its papers lacks is told all the same.
TEST(CheckFiles, HoldsAProcedureToWhatItsPapersNeed) {
  const auto all = changed("templates/inspection-notice.xml", "<needs>", "<needs><need name=\"检查天数\" type=\"integer\"/>");
  std::vector<SourceFile> own, beside;
  for (const SourceFile& file : all) (file.path == "workflows/inspection-case.xml" ? own : beside).push_back(file);
  EXPECT_TRUE(has_code(check_files(own, beside), "AJ2412")) << shown(check_files(own, beside));
  EXPECT_FALSE(has_error(check_files(shipped().files))) << shown(check_files(shipped().files));
}

TEST(CheckFiles, DoesNotAskForWhatOtherFilesHold) {
  for (const SourceFile& file : shipped().files) {
    if (!file.path.ends_with("calendar/2026.xml")) continue;
    const Diagnostics found = check_files({file});
    EXPECT_TRUE(found.empty()) << shown(found);
  }
}

}  // namespace
}  // namespace anjuan::handling
