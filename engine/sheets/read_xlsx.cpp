// Bytes of an .xlsx file → ReadWorkbook. An own reader, because the files come back from Excel, WPS,
// LibreOffice and scripts, which write the same content in many ways (shared, inline and rich
// strings, absolute and relative targets, prefixes, the strict edition).

#include <map>
#include <optional>

#include "base/text.h"
#include "sheets/archive.h"
#include "sheets/messages.h"
#include "sheets/number_text.h"
#include "sheets/part_reader.h"
#include "sheets/read_cells.h"
#include "sheets/sheets.h"

namespace anjuan::sheets {

namespace {

constexpr std::size_t max_sheets = 200;

struct Relationship {
  std::string kind;    ///< last piece of the type: "worksheet", "sharedStrings"
  std::string target;  ///< key of the part; as written when it lies outside the file
  bool external = false;
};
using Relationships = std::map<std::string, Relationship>;

/// "xl/workbook.xml" + "../docProps/a.xml" → "docProps/a.xml"; an absolute target loses its slash.
std::string resolve(const std::string& from, const std::string& target) {
  std::vector<std::string> path;
  if (!target.empty() && target.front() != '/') {
    path = split(from, '/');
    path.pop_back();
  }
  for (std::string& step : split(target, '/')) {
    if (step == "..") {
      if (!path.empty()) path.pop_back();
    } else if (!step.empty() && step != ".") {
      path.push_back(std::move(step));
    }
  }
  return part_key(join(path, "/"));
}

std::string relationships_of(const std::string& part) {
  const std::size_t slash = part.rfind('/');
  const std::string folder = slash == std::string::npos ? "" : part.substr(0, slash + 1);
  return folder + "_rels/" + part.substr(folder.size()) + ".rels";
}

/// The relationships that a part of relationships lists; `of` is the part whose they are.
Result<Relationships> read_relationships_part(const std::string& xml, const std::string& name,
                                              const std::string& of, const std::string& file) {
  Relationships read;
  PartEvents events;
  events.open = [&](std::string_view element, const PartAttributes& attributes) {
    if (element != "Relationship") return;
    const std::string_view type = value_of(attributes, "Type");
    const std::string target(value_of(attributes, "Target"));
    const bool external = value_of(attributes, "TargetMode") == "External";
    read[std::string(value_of(attributes, "Id"))] = {std::string(type.substr(type.rfind('/') + 1)),
                                                     external ? target : resolve(of, target), external};
  };
  ANJUAN_DO(read_part(xml, name, file, events));
  return read;
}

/// The relationships of a part ("" for the whole package); none if it has no such file.
Result<Relationships> read_relationships(const Parts& parts, const std::string& of, const std::string& file) {
  const std::string name = of.empty() ? "_rels/.rels" : relationships_of(of);
  const auto part = parts.find(name);
  if (part == parts.end()) return Relationships{};
  return read_relationships_part(part->second, name, of, file);
}

/// Kinds of relationships (ECMA-376 part 1, and those of Microsoft) to what runs, or comes from elsewhere.
bool is_program(std::string_view kind) {
  for (const std::string_view one : {"vbaProject", "xlMacrosheet", "xlIntlMacrosheet", "oleObject", "package",
                                     "control", "activeXControlBinary", "ctrlProp", "dialogsheet"}) {
    if (kind == one) return true;
  }
  return false;
}
bool is_outside(const Relationship& one) {
  if (one.external) return one.kind != "hyperlink";
  return one.kind.starts_with("externalLink") || one.kind == "connections" || one.kind == "queryTable";
}

/// Refuses macros, embedded objects and links to other files, wherever in the package they hang.
Outcome check_company(const Parts& parts, const std::string& file) {
  Diagnostics found;
  for (const auto& [name, content] : parts) {
    if (name.ends_with("vbaproject.bin")) found.push_back(diagnose(has_program, Place{file}, name));
    if (!name.ends_with(".rels")) continue;
    ANJUAN_TRY(const Relationships relationships, read_relationships_part(content, name, "", file));
    for (const auto& [id, one] : relationships) {
      if (is_program(one.kind) && !one.target.ends_with("vbaproject.bin"))
        found.push_back(diagnose(has_program, Place{file}, one.kind));
      if (is_outside(one))
        found.push_back(diagnose(external_link, Place{file}, one.external ? one.target : one.kind));
    }
  }
  if (!found.empty()) return found;
  return Done{};
}

const std::string* target_of(const Relationships& relationships, std::string_view kind) {
  for (const auto& [id, relationship] : relationships) {
    if (relationship.kind == kind && !relationship.external) return &relationship.target;
  }
  return nullptr;
}

/// One sheet as the workbook part lists it.
struct ListedSheet {
  std::string name, relationship;
  bool hidden = false;
};

struct WorkbookPart {
  std::vector<ListedSheet> sheets;
  std::map<std::string, std::string> names;
  bool epoch_1904 = false;
  bool is_workbook = false;
};

Result<WorkbookPart> read_workbook_part(const std::string& xml, const std::string& name,
                                        const std::string& file) {
  WorkbookPart read;
  std::string* defined = nullptr;
  std::map<std::string, std::string> local;  // names of one sheet, where the workbook has none such
  PartEvents events;
  events.open = [&](std::string_view element, const PartAttributes& attributes) {
    if (element == "workbook") {
      read.is_workbook = true;
    } else if (element == "sheet") {
      const std::string_view state = value_of(attributes, "state");
      read.sheets.push_back({std::string(value_of(attributes, "name")),
                             std::string(value_of(attributes, "r:id")),
                             state == "hidden" || state == "veryHidden"});
    } else if (element == "workbookPr") {
      const std::string_view flag = value_of(attributes, "date1904");
      read.epoch_1904 = flag == "1" || flag == "true";
    } else if (element == "definedName") {
      const bool whole = value_of(attributes, "localSheetId").empty();
      defined = &(whole ? read.names : local)[std::string(value_of(attributes, "name"))];
      defined->clear();
    }
  };
  events.close = [&](std::string_view element) {
    if (element == "definedName") defined = nullptr;
  };
  events.text = [&](std::string_view text) {
    if (defined) *defined += text;
  };
  events.stop = [&] { return read.sheets.size() > max_sheets; };
  ANJUAN_DO(read_part(xml, name, file, events));
  if (read.sheets.size() > max_sheets)
    return diagnose(too_many_sheets, Place{file}, std::to_string(max_sheets));
  read.names.merge(local);
  return read;
}

Result<std::map<std::string, std::string>> read_properties(const std::string& xml, const std::string& name,
                                                           const std::string& file) {
  std::map<std::string, std::string> properties;
  std::string property;
  PartEvents events;
  events.open = [&](std::string_view element, const PartAttributes& attributes) {
    if (element != "property") return;
    property = value_of(attributes, "name");
    properties[property].clear();
  };
  events.close = [&](std::string_view element) {
    if (element == "property") property.clear();
  };
  events.text = [&](std::string_view text) {
    if (!property.empty()) properties[property] += text;
  };
  ANJUAN_DO(read_part(xml, name, file, events));
  for (auto& [key, value] : properties) value = std::string(trim(value));
  return properties;
}

Result<const std::string*> require(const Parts& parts, const std::string& name, const std::string& file) {
  const auto found = parts.find(name);
  if (found == parts.end()) return diagnose(missing_part, Place{file}, name);
  return &found->second;
}

/// Shared texts and date styles, where the workbook has them.
struct Tables {
  std::vector<std::string> shared;
  std::set<std::size_t> dates;
};

Result<Tables> read_tables(const Parts& parts, const Relationships& relationships, const std::string& file) {
  Tables tables;
  if (const std::string* part = target_of(relationships, "sharedStrings"); part && parts.contains(*part)) {
    ANJUAN_TRY(tables.shared, read_shared(parts.at(*part), *part, file));
  }
  if (const std::string* part = target_of(relationships, "styles"); part && parts.contains(*part)) {
    ANJUAN_TRY(tables.dates, date_styles(parts.at(*part), *part, file));
  }
  return tables;
}

Outcome read_sheets(const Parts& parts, const std::string& workbook_name, const WorkbookPart& listed,
                    const std::string& file, ReadWorkbook& read) {
  ANJUAN_TRY(const Relationships relationships, read_relationships(parts, workbook_name, file));
  ANJUAN_TRY(const Tables tables, read_tables(parts, relationships, file));
  const CellSurroundings around{tables.shared, tables.dates, listed.epoch_1904};
  Counted counted;
  for (const ListedSheet& sheet : listed.sheets) {
    const auto relationship = relationships.find(sheet.relationship);
    if (relationship == relationships.end()) return diagnose(missing_part, Place{file}, sheet.name);
    if (relationship->second.kind != "worksheet") continue;  // a sheet that is only a chart
    ANJUAN_TRY(const std::string* xml, require(parts, relationship->second.target, file));
    ReadSheet cells{sheet.name, sheet.hidden, {}, {}};
    ANJUAN_TRY([[maybe_unused]] Done done,
               read_cells(*xml, relationship->second.target, file, around, counted, cells));
    read.sheets.push_back(std::move(cells));
  }
  return Done{};
}

}  // namespace

Result<ReadWorkbook> read_xlsx(std::string_view bytes, const std::string& file) {
  ANJUAN_TRY(const Parts parts, unpack(bytes, file));
  ANJUAN_TRY(const Relationships package, read_relationships(parts, "", file));
  const std::string* workbook_name = target_of(package, "officeDocument");
  if (!workbook_name) return diagnose(not_xlsx, Place{file});
  if (workbook_name->ends_with(".bin")) return diagnose(binary_workbook, Place{file});
  ANJUAN_DO(check_company(parts, file));
  ANJUAN_TRY(const std::string* workbook_xml, require(parts, *workbook_name, file));
  ANJUAN_TRY(const WorkbookPart listed, read_workbook_part(*workbook_xml, *workbook_name, file));
  if (!listed.is_workbook) return diagnose(not_xlsx, Place{file});
  ReadWorkbook read;
  read.names = listed.names;
  if (const std::string* part = target_of(package, "custom-properties"); part && parts.contains(*part)) {
    ANJUAN_TRY(read.properties, read_properties(parts.at(*part), *part, file));
  } else if (const std::string* strict = target_of(package, "customProperties");
             strict && parts.contains(*strict)) {
    ANJUAN_TRY(read.properties, read_properties(parts.at(*strict), *strict, file));
  }
  ANJUAN_DO(read_sheets(parts, *workbook_name, listed, file, read));
  return read;
}

}  // namespace anjuan::sheets
