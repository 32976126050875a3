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
          registers::mapping_outline()};
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

class Schemas : public testing::Test {
 protected:
  void SetUp() override {
    if (std::system("command -v xmllint >/dev/null 2>&1") != 0) {
      std::puts("skipped: xmllint is not installed");
      GTEST_SKIP() << "xmllint is not installed";
    }
    fs::create_directories(folder_);
  }
  /// What xmllint says, "" where it accepts.
  std::string complaint(const xml::Outline& o, const fs::path& file) const {
    const fs::path schema = folder_ / "outline.xsd", out = folder_ / "out.txt";
    std::ofstream(schema) << xml::schema(o);
    const std::string command = "xmllint --noout --nonet --schema '" + schema.string() + "' '" +
                                file.string() + "' >'" + out.string() + "' 2>&1";
    return std::system(command.c_str()) == 0 ? "" : read(out);
  }
  fs::path folder_ = fs::path(ANJUAN_BINARY_DIR) / "test-schemas";
};

TEST_F(Schemas, AcceptEveryShippedFile) {
  std::size_t files = 0;
  const auto languages = outlines();
  for (const char* folder : {"workflows", "forms", "templates", "examples/county"}) {
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(ANJUAN_SOURCE_DIR) / folder)) {
      if (entry.path().extension() != ".xml") continue;
      const auto parsed = xml::parse(read(entry.path()), entry.path().string());
      ASSERT_TRUE(parsed.ok()) << entry.path();
      for (const xml::Outline& o : languages) {
        if (o.ns != parsed->ns || o.root != parsed->name) continue;
        ++files;
        EXPECT_EQ(complaint(o, entry.path()), "") << entry.path();
      }
    }
  }
  EXPECT_GE(files, 40u);
}

}  // namespace
}  // namespace anjuan
