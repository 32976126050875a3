// anjuan document preview: a template as it will look, with data of a file or made-up ones, marked so that it
// is no official paper.

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <ostream>

#include "base/digest.h"
#include "base/text.h"
#include "cli/act_options.h"
#include "cli/case_words.h"
#include "cli/command.h"
#include "cli/companions.h"
#include "cli/font_folders.h"
#include "cli/messages.h"
#include "cli/office_folder.h"
#include "cli/output.h"
#include "documents/compose.h"
#include "documents/load_values.h"
#include "documents/sample_values.h"
#include "handling/library.h"
#include "json/json.h"
#include "pages/pages.h"
#include "pages/setting.h"
#include "procedure/procedure.h"

namespace anjuan::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* specimen_mark = "样张";
constexpr const char* samples_file = "samples.json";

/// A template with the definitions around it.
struct Previewed {
  handling::Library library;
  std::string id, file, bytes;

  const documents::DocumentTemplate& content() const { return library.templates.at(id).content; }
};

/// Adds the styles that lie beside the template, else the program's own, where its style is not yet known.
void add_styles(const Terminal& terminal, const std::string& path, Previewed& previewed, std::vector<handling::SourceFile>& files) {
  std::error_code error;
  for (const fs::path& folder : {fs::path(path).parent_path(), fs::path(terminal.template_folder)}) {
    if (previewed.library.styles.contains(previewed.content().style)) return;
    if (folder == terminal.template_folder && folder.empty()) continue;
    const fs::path styles = folder / "styles";
    if (!fs::is_directory(styles, error)) continue;
    auto read = read_definitions({styles.string()});
    if (!read.ok()) continue;
    files.insert(files.end(), std::make_move_iterator(read->begin()), std::make_move_iterator(read->end()));
    previewed.library = handling::read_library(files);
  }
}

Result<Previewed> from_file(const Terminal& terminal, const std::string& path) {
  std::string bytes;
  if (!read_whole(path, bytes)) return diagnose(cannot_read, Place{}, path);
  const std::vector<handling::SourceFile> own{{path, bytes}};
  std::vector<handling::SourceFile> beside = companions_of(own);
  Diagnostics found = handling::check_files(own, beside);
  if (has_error(found)) return found;
  const handling::Library alone = handling::read_library(own);
  if (alone.templates.empty()) return diagnose(no_template, Place{}, path);
  beside.insert(beside.begin(), own.front());
  Previewed previewed{handling::read_library(beside), alone.templates.begin()->first, path, std::move(bytes)};
  add_styles(terminal, path, previewed, beside);
  return previewed;
}

/// A file, else a template of the office, of the folder templates or of the program itself.
Result<Previewed> find_template(const Terminal& terminal, const std::string& asked) {
  std::error_code error;
  if (fs::is_regular_file(asked, error)) return from_file(terminal, asked);
  std::vector<std::string> known;
  if (terminal.office_named || fs::exists(fs::path(terminal.office_folder) / "office.db", error)) {
    ANJUAN_TRY(const auto office, open_office(terminal));
    for (const auto& [id, loaded] : office->library.templates) known.push_back(id);
    if (const auto found = office->library.templates.find(asked); found != office->library.templates.end()) {
      const std::string file = found->second.file, bytes = found->second.bytes;
      return Previewed{std::move(office->library), asked, file, bytes};
    }
  }
  for (const fs::path& folder : {fs::path("templates"), fs::path(terminal.template_folder)}) {
    const fs::path usual = folder / (asked + ".xml");
    if (!folder.empty() && fs::is_regular_file(usual, error)) return from_file(terminal, usual.string());
    for (const auto& entry : fs::directory_iterator(folder, error)) known.push_back(entry.path().stem().string());
  }
  return diagnose(template_not_found, Place{}, asked, nearest(asked, known).value_or("templates/inspection-notice.xml"));
}

/// Begins the name of a picture's file among the values. No text begins so: what is printed as words and turns
/// out a picture is refused.
constexpr char picture_file = '\xff';

bool names_picture(const std::string& text) { return text.starts_with(picture_file); }

/// Photos are read one at a time, when they are set and when they are written.
pages::ReadBytes picture_of(const std::string& text) {
  if (!names_picture(text)) return pages::held(text);
  return [file = text.substr(1)]() -> Result<std::string> {
    std::string bytes;
    if (!read_whole(file, bytes)) return diagnose(cannot_read, Place{}, file);
    return bytes;
  };
}

/// Texts "@FILE" become what is in the file, counted from the folder of the data; of a picture its name.
Result<Value> with_files(const Value& value, const fs::path& folder, const std::string& path) {
  if (value.is(Value::Kind::text) && value.text().starts_with("@")) {
    std::string bytes;
    const std::string file = (folder / value.text().substr(1)).string();
    if (!read_whole(file, bytes)) return diagnose(cannot_read, Place{path}, file);
    return find_invalid_utf8(bytes) ? Value(picture_file + file) : Value(std::move(bytes));
  }
  if (value.is(Value::Kind::list)) {
    List out;
    for (const Value& item : value.list()) {
      ANJUAN_TRY(Value read, with_files(item, folder, path));
      out.push_back(std::move(read));
    }
    return Value(std::move(out));
  }
  if (!value.is(Value::Kind::record)) return value;
  Fields out;
  for (const auto& [name, field] : value.record()) {
    ANJUAN_TRY(Value read, with_files(field, folder, path));
    out.emplace(name, std::move(read));
  }
  return Value(std::move(out));
}

/// JSON, or values as XML.
Result<Fields> data_of(const std::string& file) {
  std::string bytes;
  if (!read_whole(file, bytes)) return diagnose(cannot_read, Place{}, file);
  if (file.ends_with(".xml")) return documents::load_values(bytes, file);
  ANJUAN_TRY(const Value read, json::read(bytes, Place{file}));
  if (!read.is(Value::Kind::record)) return diagnose(facts_no_record, Place{file}, file);
  ANJUAN_TRY(const Value whole, with_files(read, fs::path(file).parent_path(), file));
  return whole.record();
}

/// Bytes that are no text (photos) stand in the data by their digest.
Result<Value> as_text(const Value& value) {
  if (value.is(Value::Kind::text) && find_invalid_utf8(value.text())) {
    ANJUAN_TRY(const std::string bytes, picture_of(value.text())());
    return Value("sha256:" + sha256(bytes));
  }
  if (value.is(Value::Kind::list)) {
    List out;
    for (const Value& item : value.list()) {
      ANJUAN_TRY(Value text, as_text(item));
      out.push_back(std::move(text));
    }
    return Value(std::move(out));
  }
  if (!value.is(Value::Kind::record)) return value;
  Fields out;
  for (const auto& [name, field] : value.record()) {
    ANJUAN_TRY(Value text, as_text(field));
    out.emplace(name, std::move(text));
  }
  return Value(std::move(out));
}

/// Sample data that lie beside the template: only what this template knows of them.
Fields usual_samples(const Previewed& previewed, const expression::Names& names) {
  const fs::path file = fs::path(previewed.file).parent_path() / samples_file;
  std::error_code error;
  Fields out;
  if (!fs::exists(file, error)) return out;
  const auto all = data_of(file.string());
  if (!all.ok()) return out;
  for (const auto& [name, value] : *all) {
    const auto fits = documents::fitted({{name, value}}, previewed.content(), names, file.string());
    if (fits.ok()) out.insert(fits->begin(), fits->end());
  }
  return out;
}

/// The numbers and words that the rules of the procedures set: they are the same in every case.
void add_parameters(const Previewed& previewed, Fields& fields) {
  for (const auto& [name, loaded] : previewed.library.procedures) {
    const auto used = procedure::templates_used(*loaded.content);
    const bool makes = std::any_of(used.begin(), used.end(), [&](const auto& mention) { return mention.id == previewed.id; });
    for (const procedure::Parameter& p : loaded.content->parameters) {
      if (makes) fields.insert_or_assign(p.id, p.value);
    }
  }
}

/// What the person gives, over the office's own facts and parameters, over the samples beside the template.
Fields laid_over(const Fields& given, const Previewed& previewed, const expression::Names& names, Day on) {
  Fields fields = usual_samples(previewed, names);
  add_parameters(previewed, fields);
  if (previewed.library.bureau) fields.insert_or_assign("机关", previewed.library.bureau->facts);
  for (const char* day : {"日期", "成文日期"}) fields.insert_or_assign(day, Value(on));
  for (const auto& [name, value] : given) {
    const auto known = fields.find(name);
    if (known == fields.end() || !known->second.is(Value::Kind::record) || !value.is(Value::Kind::record)) {
      fields.insert_or_assign(name, value);
      continue;
    }
    Fields merged = value.record();
    merged.insert(known->second.record().begin(), known->second.record().end());
    known->second = Value(std::move(merged));
  }
  return documents::sample_fields(previewed.content(), names, fields, on);
}

Result<pages::Archive> archive_of(const CommandLine& line) {
  const std::string asked = line.get("pdfa", line.has("attach-data") ? "3b" : "2u");
  if (line.has("attach-data") && asked != "3b") return diagnose(attachment_needs_part_three, Place{}, asked);
  if (asked == "1b") return pages::Archive::b1;
  if (asked == "2u") return pages::Archive::u2;
  if (asked == "3b") return pages::Archive::b3;
  return diagnose(unknown_archive_level, Place{}, asked);
}

/// Writes the specimen; returns the number of its pages.
Result<int> make_specimen(const Terminal& terminal, const CommandLine& line, const Previewed& previewed, Day on) {
  ANJUAN_TRY(const pages::Archive archive, archive_of(line));
  const documents::DocumentTemplate& model = previewed.content();
  const expression::Names names = handling::names_for(previewed.library, previewed.id);
  Fields given;
  if (line.has("data")) {
    ANJUAN_TRY(const Fields read, data_of(line.get("data")));
    ANJUAN_TRY(given, documents::fitted(read, model, names, line.get("data")));
  }
  const Fields fields = laid_over(given, previewed, names, on);
  ANJUAN_TRY(pages::Manuscript manuscript, documents::compose(model, fields, picture_of));
  manuscript.watermark = specimen_mark;
  const auto style = previewed.library.styles.find(manuscript.style);
  if (style == previewed.library.styles.end()) return diagnose(no_style_beside, Place{previewed.file}, manuscript.style);
  ANJUAN_TRY(const auto fonts, pages::load_fonts(font_folders(terminal)));
  ANJUAN_TRY(const pages::Setting setting, pages::set_pages(manuscript, *style->second.content, *fonts));
  ANJUAN_TRY(Value shown, as_text(fields));
  const std::string data = json::write_pretty(Fields{{"template", previewed.id}, {"template_digest", sha256(previewed.bytes)}, {"data", std::move(shown)}});
  pages::PdfStamp stamp{sha256(data), manuscript.title, "", specimen_mark, *parse_moment(iso(on) + "T00:00:00+08:00")};
  stamp.archive = archive;
  if (line.has("attach-data")) stamp.attachments.push_back({"data.json", "application/json", "制作本文书所用的数据", data});
  ANJUAN_TRY([[maybe_unused]] const Done written,
             write_output(line.get("output"), [&](const pages::Sink& sink) { return pages::write_pdf(setting, *fonts, stamp, sink); }));
  return pages::page_count(setting);
}

int run_preview(Terminal& terminal, const CommandLine& line) {
  const auto on = asked_day(terminal, line.get("on"));
  if (!on.ok()) return report(terminal, on.diagnostics());
  const auto previewed = find_template(terminal, line.get("TEMPLATE"));
  if (!previewed.ok()) return report(terminal, previewed.diagnostics());
  const auto made = make_specimen(terminal, line, *previewed, *on);
  if (!made.ok()) return report(terminal, made.diagnostics());
  if (terminal.language == Language::chinese) {
    terminal.out << "“" << previewed->content().label << "”的样张：" << line.get("output") << "，" << *made << " 页。\n";
  } else {
    terminal.out << "specimen of '" << previewed->content().label << "': " << line.get("output") << ", pages: " << *made << "\n";
  }
  return status_done;
}

}  // namespace

Command document_preview_command() {
  return {{"document preview", {"看一份模板排印出来的样子（样张，不是文书）", "show how a template prints, as a specimen that is no paper"},
           {{"TEMPLATE", {"模板文件，或者模板的编号", "a template file, or the id of a template"}}},
           {{"output,o", "文件", {"写到哪个 PDF 文件", "the PDF to write"}, true},
            {"data", "文件", {"数据（JSON，或者 values 文件）；没有给的用样例", "data (JSON, or a file of values); samples stand for the rest"}},
            {"on", "日期", {"文书的日期，默认今天", "day of the paper; default today"}},
            {"attach-data", "", {"把所用的数据附在文件里（PDF/A-3b）", "attach the data to the file (PDF/A-3b)"}},
            {"pdfa", "级别", {"归档级别：1b、2u（默认）、3b", "archive level: 1b, 2u (default), 3b"}}}},
          run_preview};
}

}  // namespace anjuan::cli
