// The languages of the definition files: each table is whole, explains itself in both languages, and gives
// editors a schema that accepts every shipped file.

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <set>

#include "base/text.h"
#include "calendar/calendar.h"
#include "cases/bureau.h"
#include "documents/load_template.h"
#include "documents/load_values.h"
#include "dossier/dossier_rules.h"
#include "forms/load_form.h"
#include "handling/rule_list.h"
#include "pages/style.h"
#include "procedure/outline.h"
#include "publication/mapping.h"
#include "publication/publication_rules.h"
#include "registers/mapping.h"
#include "xml/document.h"
#include "xml/outline.h"

namespace anjuan {
namespace {

namespace fs = std::filesystem;

std::vector<xml::Outline> outlines() {
  return {procedure::outline(),           calendar::outline(),
          forms::form_outline(),          documents::template_outline(),
          documents::values_outline(),    pages::style_outline(),
          cases::bureau_outline(),        dossier::dossier_outline(),
          publication::mapping_outline(), publication::publication_outline(),
          registers::mapping_outline(),   handling::rules_outline()};
}

std::string ns_of(const xml::Outline& o, const std::string& ns) { return ns.empty() ? o.ns : ns; }

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(Outlines, HaveARuleForEveryChildAndReachEveryRule) {
  for (const xml::Outline& o : outlines()) {
    std::set<std::pair<std::string, std::string>> rules, named = {{o.ns, o.root}};
    for (const xml::ElementRule& e : o.elements) {
      EXPECT_TRUE(rules.insert({ns_of(o, e.ns), e.name}).second) << o.ns << ": two rules for " << e.name;
      for (const xml::ChildRule& c : e.children) named.insert({ns_of(o, c.ns), c.name});
    }
    for (const auto& [ns, name] : named)
      EXPECT_TRUE(rules.contains({ns, name})) << o.ns << ": no rule for " << name;
    for (const auto& [ns, name] : rules)
      EXPECT_TRUE(named.contains({ns, name})) << o.ns << ": " << name << " may stand nowhere";
  }
}

TEST(Outlines, SayWhatEachElementAndAttributeMeansInBothLanguages) {
  for (const xml::Outline& o : outlines()) {
    for (const xml::ElementRule& e : o.elements) {
      EXPECT_FALSE(e.says.zh.empty() || e.says.en.empty()) << o.ns << ": " << e.name;
      EXPECT_NE(e.says.zh, e.says.en) << o.ns << ": " << e.name;
      for (const xml::AttributeRule& a : e.attributes) {
        EXPECT_FALSE(a.says.zh.empty() || a.says.en.empty()) << o.ns << ": " << e.name << "/@" << a.name;
        EXPECT_EQ(a.kind == xml::ValueKind::choice, !a.choices.empty())
            << o.ns << ": " << e.name << "/@" << a.name;
      }
    }
  }
}

TEST(Outlines, DescribeEveryElementOnTheReferencePage) {
  for (const xml::Outline& o : outlines()) {
    const std::string page = xml::reference_page(o);
    for (const xml::ElementRule& e : o.elements)
      EXPECT_NE(page.find(e.name + ">`"), std::string::npos) << o.ns << ": " << e.name;
  }
}

/// An element of an outline may stand alone in an example.
TEST(Outlines, GiveExamplesThatAreXml) {
  for (const xml::Outline& o : outlines()) {
    std::string scope = " xmlns=\"" + o.ns + "\"";
    for (const auto& [uri, prefix] : o.prefixes) scope += " xmlns:" + prefix + "=\"" + uri + "\"";
    for (const xml::ElementRule& e : o.elements) {
      if (e.example.empty()) continue;
      const auto parsed = xml::parse("<example" + scope + ">" + e.example + "</example>", e.name);
      EXPECT_TRUE(parsed.ok()) << o.ns << ": " << e.name << ": " << e.example;
    }
  }
}

/// A schema beside the files it describes, as it is shipped.
struct Shipped {
  const char* path;
  std::function<std::string()> text;
};

const std::vector<Shipped>& shipped_schemas() {
  using procedure::paperwork_namespace, procedure::scxml_namespace;
  const auto whole = [](auto outline) { return [outline] { return xml::schema(outline()); }; };
  static const std::vector<Shipped> all = {
      {"workflows/procedure.xsd",
       [] {
         return xml::schema(procedure::outline(), {"", std::string(paperwork_namespace), "paperwork.xsd"});
       }},
      {"workflows/paperwork.xsd",
       [] {
         return xml::schema(procedure::outline(), {std::string(paperwork_namespace),
                                                   std::string(scxml_namespace), "procedure.xsd"});
       }},
      {"workflows/scxml.xsd", whole([] { return procedure::outline(); })},
      {"workflows/bureau.xsd", whole([] { return cases::bureau_outline(); })},
      {"workflows/registers.xsd", whole([] { return registers::mapping_outline(); })},
      {"workflows/dossier.xsd", whole([] { return dossier::dossier_outline(); })},
      {"workflows/rules.xsd", whole([] { return handling::rules_outline(); })},
      {"workflows/calendar/calendar.xsd", whole([] { return calendar::outline(); })},
      {"workflows/mappings/mapping.xsd", whole([] { return publication::mapping_outline(); })},
      {"workflows/mappings/publication.xsd", whole([] { return publication::publication_outline(); })},
      {"forms/form.xsd", whole([] { return forms::form_outline(); })},
      {"templates/template.xsd", whole([] { return documents::template_outline(); })},
      {"templates/values.xsd", whole([] { return documents::values_outline(); })},
      {"templates/styles/style.xsd", whole([] { return pages::style_outline(); })}};
  return all;
}

/// By the namespace and outermost element of a file.
fs::path schema_for(const xml::Element& root) {
  static const std::map<std::pair<std::string, std::string>, std::string> known = [] {
    std::map<std::pair<std::string, std::string>, std::string> out;
    const auto add = [&](const xml::Outline& o, const char* path) { out[{o.ns, o.root}] = path; };
    add(procedure::outline(), "workflows/procedure.xsd");
    add(cases::bureau_outline(), "workflows/bureau.xsd");
    add(registers::mapping_outline(), "workflows/registers.xsd");
    add(dossier::dossier_outline(), "workflows/dossier.xsd");
    add(handling::rules_outline(), "workflows/rules.xsd");
    add(calendar::outline(), "workflows/calendar/calendar.xsd");
    add(publication::mapping_outline(), "workflows/mappings/mapping.xsd");
    add(publication::publication_outline(), "workflows/mappings/publication.xsd");
    add(forms::form_outline(), "forms/form.xsd");
    add(documents::template_outline(), "templates/template.xsd");
    add(documents::values_outline(), "templates/values.xsd");
    add(pages::style_outline(), "templates/styles/style.xsd");
    return out;
  }();
  const auto found = known.find({root.ns, root.name});
  return found == known.end() ? fs::path() : fs::path(ANJUAN_SOURCE_DIR) / found->second;
}

TEST(ShippedSchemas, SayWhatTheTablesSay) {
  for (const Shipped& one : shipped_schemas()) {
    const fs::path path = fs::path(ANJUAN_SOURCE_DIR) / one.path;
    if (std::getenv("ANJUAN_ACCEPT") != nullptr) std::ofstream(path, std::ios::binary) << one.text();
    EXPECT_EQ(read(path), one.text())
        << one.path << " is not what its table says: sh tests/run.sh --accept definitions";
  }
}

class ShippedSchema : public testing::Test {
 protected:
  void SetUp() override {
    if (std::system("command -v xmllint >/dev/null 2>&1") != 0) {
      std::puts("skipped: xmllint is not installed");
      GTEST_SKIP() << "xmllint is not installed";
    }
    fs::create_directories(folder_);
  }
  /// What xmllint says of those files that it does not accept.
  std::string complaints(const fs::path& schema, const std::vector<fs::path>& files) const {
    const fs::path out = folder_ / "out.txt";
    std::string command = "xmllint --noout --nonet --schema '" + schema.string() + "'";
    for (const fs::path& file : files) command += " '" + file.string() + "'";
    if (std::system((command + " >'" + out.string() + "' 2>&1").c_str()) == 0) return "";
    std::string text;
    for (const std::string& line : split(read(out), '\n')) {
      if (!line.ends_with(" validates")) text += line + "\n";
    }
    return text;
  }
  std::string complaint(const fs::path& schema, const std::string& text) const {
    const fs::path file = folder_ / "one.xml";
    std::ofstream(file, std::ios::binary) << text;
    return complaints(schema, {file});
  }
  fs::path folder_ = fs::path(ANJUAN_BINARY_DIR) / "test-schemas";
};

TEST_F(ShippedSchema, AcceptsEveryShippedFile) {
  std::map<fs::path, std::vector<fs::path>> files;
  std::size_t count = 0;
  for (const char* folder : {"workflows", "forms", "templates", "examples"}) {
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(ANJUAN_SOURCE_DIR) / folder)) {
      if (entry.path().extension() != ".xml") continue;
      const auto parsed = xml::parse(read(entry.path()), entry.path().string());
      if (!parsed.ok()) continue;                            // the unfinished one of the examples
      if (entry.path().filename() == "visit.xml") continue;  // the example of mistakes
      const fs::path schema = schema_for(*parsed);
      ASSERT_FALSE(schema.empty()) << entry.path() << ": no schema for " << parsed->name;
      files[schema].push_back(entry.path());
      ++count;
    }
  }
  for (const auto& [schema, paths] : files) EXPECT_EQ(complaints(schema, paths), "") << schema;
  EXPECT_GE(count, 60u);
}

// Charts of others: what our own table accepts, both schemas of charts accept.
TEST_F(ShippedSchema, AcceptsForeignChartsThatTheTableAccepts) {
  const fs::path folder = fs::path(ANJUAN_SOURCE_DIR).parent_path() / "shared" / "scxml";
  if (!fs::exists(folder)) {
    std::puts("skipped: the charts of others are not on this machine");
    GTEST_SKIP() << "no " << folder;
  }
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".scxml") continue;
    const auto parsed = xml::parse(read(entry.path()), entry.path().string());
    if (parsed.ok() && xml::check(*parsed, procedure::outline()).empty()) files.push_back(entry.path());
  }
  EXPECT_GE(files.size(), 150u);
  for (const char* schema : {"workflows/scxml.xsd", "workflows/procedure.xsd"})
    EXPECT_EQ(complaints(fs::path(ANJUAN_SOURCE_DIR) / schema, files), "") << schema;
}

// The Recommendation lets others put elements and attributes of their own into a chart.
TEST_F(ShippedSchema, LeavesForeignNamespacesAlone) {
  const std::string chart =
      "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" xmlns:qt=\"urn:editor\" version=\"1.0\" "
      "qt:zoom=\"2\">"
      "<state id=\"a\" xml:lang=\"zh\"><qt:geometry x=\"1\"/></state></scxml>";
  EXPECT_EQ(complaint(fs::path(ANJUAN_SOURCE_DIR) / "workflows/scxml.xsd", chart), "");
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

TEST_F(ShippedSchema, RefusesSlipsOfThePen) {
  const fs::path root = ANJUAN_SOURCE_DIR;
  const std::string procedure = read(root / "workflows/inspection-case.xml");
  const std::pair<const char*, const char*> slips[] = {{"<transition ", "<transiton "},
                                                       {" target=", " traget="},
                                                       {"<onentry", "<onentery"},
                                                       {" aj:label=", " aj:lable="},
                                                       {"<aj:document ", "<aj:documnt "},
                                                       {" template=", " tempalte="},
                                                       {"<aj:role id=", "<aj:role di="},
                                                       {"unit=\"working-days\"", "unit=\"workdays\""},
                                                       {"aj:kind=\"case\"", "aj:kind=\"cases\""},
                                                       {"<aj:parameter ", "<aj:document "},
                                                       {"seal=\"yes\"", "seal=\"true\""}};
  for (const auto& [from, to] : slips) {
    std::string slip = replaced(procedure, from, to);
    if (std::string_view(from).starts_with("<onentry")) slip = replace_all(slip, "</onentry", "</onentery");
    EXPECT_NE(complaint(root / "workflows/procedure.xsd", slip), "") << to;
  }
  EXPECT_NE(complaint(root / "forms/form.xsd",
                      replaced(read(root / "forms/notary-checklist.xml"), "<column", "<colum")),
            "");
  EXPECT_NE(complaint(root / "templates/template.xsd",
                      replaced(read(root / "templates/work-plan.xml"), "<need ", "<needed ")),
            "");
  EXPECT_NE(complaint(root / "workflows/bureau.xsd",
                      replaced(read(root / "examples/county/bureau.xml"), "<person", "<persno")),
            "");
}

}  // namespace
}  // namespace anjuan
