#pragma once
// An office that adopts one version of a small procedure after another.

#include "handling/edition.h"
#include "handling/small_charts.h"

namespace anjuan::handling {

/// A report within some days, then a review. The round's kind, so that it opens without a draw.
inline std::string report_round(const std::string& days, const std::string& version = "第1版") {
  return R"x(<scxml xmlns="http://www.w3.org/2005/07/scxml" xmlns:aj="urn:anjuan:paperwork:1" version="1.0"
       datamodel="anjuan" name="报告任务" initial="写" aj:kind="round" aj:label="报告任务" aj:version=")x" + version + R"x(">
  <aj:basis id="甲" instrument="《细则》" article="第十条" in-force-from="2021-06-14"/>
  <aj:parameter id="天数" label="完成报告" type="integer" value=")x" + days + R"x(" unit="工作日" basis="甲"/>
  <datamodel><data id="页数" aj:type="integer" aj:label="页数"/></datamodel>
  <state id="写" aj:label="写报告">
    <onentry><aj:time-limit id="报告" label="完成报告" length="天数" unit="working-days" basis="甲"/></onentry>
    <transition event="提交" target="审" aj:label="提交报告"><aj:input data="页数"/><aj:end-time-limit id="报告"/>
      <aj:document template="note" as="便函"/></transition>
  </state>
  <state id="审" aj:label="审报告"><transition event="通过" target="完" aj:label="通过"/></state>
  <final id="完" aj:label="办结"/>
</scxml>)x";
}

inline std::string note_template(const std::string& words) {
  return "<template xmlns=\"urn:anjuan:template:1\" id=\"note\" label=\"便函\" style=\"record\" title=\"便函\"><title>便函</title><p>" + words +
         "</p><signature date=\"{成文日期}\" seal=\"no\"><organ>{机关.名称}</organ></signature></template>";
}

/// The shipped files, these beside them or in their place; the office works with them from now on.
inline void adopt_files(FakeOffice& office, const std::vector<SourceFile>& more, const std::string& moment = "2026-09-10T08:00:00+08:00") {
  std::vector<SourceFile> files = support::shipped().files;
  files.insert(files.end(), more.begin(), more.end());
  well(record_definitions(office.store(), files, {"update", "陆明舟", *parse_moment(moment)}));
  office.library() = well(current_library(*office.reading()));
}

/// Edition 2 has the report within 5 days, edition 3 within 10 and another note.
struct TwoVersions {
  FakeOffice office;
  TwoVersions() {
    adopt_files(office, {{"report.xml", report_round("5")}, {"note.xml", note_template("按旧样式写")}});
    EXPECT_TRUE(open_small(office, "甲", "报告任务").ok());
    adopt_files(office, {{"report.xml", report_round("10", "第2版")}, {"note.xml", note_template("按新样式写")}}, "2026-09-10T09:00:00+08:00");
  }
};

}  // namespace anjuan::handling
