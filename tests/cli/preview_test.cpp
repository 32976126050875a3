// anjuan document preview and anjuan fonts: what they print and write.

#include "cli/played_office.h"

namespace anjuan::cli {
namespace {

namespace fs = std::filesystem;

const std::string notice = ANJUAN_SOURCE_DIR "/templates/inspection-notice.xml";

std::string content_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string output_of(const std::string& command) {
  std::FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  std::string all;
  char buffer[4096];
  for (std::size_t n; pipe != nullptr && (n = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) all.append(buffer, n);
  if (pipe != nullptr) pclose(pipe);
  return all;
}

fs::path file_of(const fs::path& folder, const char* name, const std::string& text) {
  std::ofstream(folder / name, std::ios::binary) << text;
  return folder / name;
}

TEST(DocumentPreview, PrintsEveryShippedTemplateAsASpecimen) {
  const fs::path folder = fresh_folder("previews");
  for (const auto& entry : fs::directory_iterator(ANJUAN_SOURCE_DIR "/templates")) {
    if (entry.path().extension() != ".xml") continue;
    const fs::path pdf = folder / (entry.path().stem().string() + ".pdf");
    const Ran got = ran(document_preview_command(), {entry.path().string(), "-o", pdf.string(), "--on", "2026-09-10"});
    EXPECT_EQ(got.status, status_done) << entry.path() << got.err;
    // 样张 stands in the information of the file, and as pale letters on each page.
    EXPECT_NE(output_of("pdfinfo " + pdf.string()).find("Subject:         样张"), std::string::npos) << entry.path();
    EXPECT_NE(content_of(pdf).find("/Watermark"), std::string::npos) << entry.path();
  }
}

TEST(DocumentPreview, PutsTheDataOfAFileInPlace) {
  const fs::path folder = fresh_folder("preview-data"), pdf = folder / "notice.pdf";
  const fs::path data = file_of(folder, "data.json", R"({"对象":{"名称":"岚东䶮䂖律师事务所"},"受文者":"岚东䶮䂖律师事务所","检查开始":"2026-09-21"})");
  const Ran got = ran(document_preview_command(), {notice, "--data", data.string(), "-o", pdf.string(), "--on", "2026-09-10"});
  EXPECT_EQ(got.status, status_done) << got.err;
  EXPECT_TRUE(got.out.starts_with("“行政检查通知书”的样张：" + pdf.string() + "，")) << got.out;
  const std::string text = output_of("pdftotext -raw " + pdf.string() + " -");
  EXPECT_NE(text.find("岚东䶮䂖律师事务所"), std::string::npos) << text;
  EXPECT_NE(text.find("9月21日"), std::string::npos) << text;
}

// Photos are named in the data, read from their files one after the other, and kept out of what is attached.
TEST(DocumentPreview, TakesPhotosFromFilesBesideTheData) {
  const fs::path folder = fresh_folder("preview-photos"), pdf = folder / "photos.pdf";
  fs::copy(ANJUAN_SOURCE_DIR "/examples/county/扫描件-现场检查笔录.png", folder / "现场.png");
  fs::copy(ANJUAN_SOURCE_DIR "/templates/styles", folder / "styles");
  const fs::path own = file_of(folder, "photos.xml", "<template xmlns=\"urn:anjuan:template:1\" id=\"photos\" label=\"照片清单\" style=\"record\" title=\"照片清单\"><needs><need name=\"照片\" type=\"list\" label=\"照片\"><need name=\"图\" type=\"text\"/></need></needs>"
                                                       "<title>照片清单</title><for each=\"照片\" as=\"项\"><photo source=\"项.图\" width=\"60\" caption=\"现场照片\"/></for></template>");
  const auto preview = [&](const char* photo) {
    const fs::path data = file_of(folder, "data.json", std::string("{\"照片\":[{\"图\":\"@") + photo + "\"},{\"图\":\"@" + photo + "\"}]}");
    return ran(document_preview_command(), {own.string(), "--data", data.string(), "-o", pdf.string(), "--on", "2026-09-10", "--attach-data"});
  };
  const Ran got = preview("现场.png");
  ASSERT_EQ(got.status, status_done) << got.err;
  EXPECT_EQ(output_of("pdfimages -list " + pdf.string() + " | grep -c image"), "2\n");
  ASSERT_EQ(output_of("pdfdetach -save 1 -o " + (folder / "data.out").string() + " " + pdf.string()), "");
  EXPECT_NE(content_of(folder / "data.out").find("\"图\": \"sha256:"), std::string::npos) << content_of(folder / "data.out");
  EXPECT_NE(preview("没有.png").err.find("没有.png"), std::string::npos);
  EXPECT_NE(preview("data.json").err.find("AJ2426"), std::string::npos) << "words are no picture";
}

// What is no file is written to and stays what it is.
TEST(DocumentPreview, WritesIntoADeviceAndDoesNotReplaceIt) {
  const fs::path device = fresh_folder("preview-device") / "device";
  fs::create_symlink("/dev/null", device);
  EXPECT_EQ(ran(document_preview_command(), {notice, "-o", device.string(), "--on", "2026-09-10"}).status, status_done);
  EXPECT_TRUE(fs::is_character_file(device));
}

// A template of one's own in a folder of any name: styles beside it, else those of the program.
TEST(DocumentPreview, FindsTheStyleBesideATemplateOrOfTheProgram) {
  const fs::path folder = fresh_folder("preview-alone"), pdf = folder / "own.pdf";
  const auto own = [&](const char* style) {
    return file_of(folder, "own.xml", std::string("<template xmlns=\"urn:anjuan:template:1\" id=\"own\" label=\"自拟\" style=\"") + style + "\" title=\"自拟\"><title>自拟文书</title></template>");
  };
  EXPECT_NE(ran(document_preview_command(), {own("ours").string(), "-o", pdf.string()}).err.find("AJ3312"), std::string::npos);
  fs::create_directories(folder / "styles");
  const std::string record = content_of(ANJUAN_SOURCE_DIR "/templates/styles/record.xml");
  file_of(folder / "styles", "ours.xml", replace_all(record, "id=\"record\"", "id=\"ours\""));
  const Ran got = ran(document_preview_command(), {own("ours").string(), "-o", pdf.string()});
  EXPECT_EQ(got.status, status_done) << got.err;
}

TEST(DocumentPreview, NamesWrongDataByTheirPathsAndWritesNothing) {
  const fs::path folder = fresh_folder("preview-wrong"), pdf = folder / "notice.pdf";
  const fs::path data = file_of(folder, "data.json", R"({"检查开始":"明天","检查人员":[{"姓名":7}]})");
  const Ran got = ran(document_preview_command(), {notice, "--data", data.string(), "-o", pdf.string()});
  EXPECT_EQ(got.status, status_refused);
  EXPECT_NE(got.err.find("AJ2440  数据“检查开始”应为日期，给的是文字“明天”"), std::string::npos) << got.err;
  EXPECT_NE(got.err.find("数据“检查人员[1].姓名”应为文字，给的是数“7”"), std::string::npos) << got.err;
  EXPECT_FALSE(fs::exists(pdf));
}

// A character that no font has: named with field and document, and nothing is written.
TEST(DocumentPreview, NamesTheFieldOfACharacterWithoutFont) {
  const fs::path folder = fresh_folder("preview-glyph"), pdf = folder / "notice.pdf";
  const fs::path data = file_of(folder, "data.json", "{\"对象\":{\"名称\":\"岚东\U000F0001律师事务所\"}}");
  const Ran got = ran(document_preview_command(), {notice, "--data", data.string(), "-o", pdf.string()});
  EXPECT_EQ(got.status, status_refused);
  EXPECT_NE(got.err.find("AJ0712"), std::string::npos) << got.err;
  EXPECT_NE(got.err.find("印“对象.名称”，其中的字符“\U000F0001”（编码 U+0F0001）没有字体能显示"), std::string::npos) << got.err;
  EXPECT_NE(got.err.find("inspection-notice.xml:"), std::string::npos) << got.err;
  EXPECT_FALSE(fs::exists(pdf));
}

TEST(DocumentPreview, AttachesTheDataWhenAsked) {
  const fs::path folder = fresh_folder("preview-3b"), pdf = folder / "notice.pdf", again = folder / "again.pdf";
  for (const fs::path& file : {pdf, again})
    ASSERT_EQ(ran(document_preview_command(), {notice, "--attach-data", "-o", file.string(), "--on", "2026-09-10"}).status, status_done);
  EXPECT_EQ(content_of(pdf), content_of(again));
  EXPECT_NE(content_of(pdf).find("<pdfaid:part>3</pdfaid:part>"), std::string::npos);
  output_of("pdfdetach -saveall -o " + folder.string() + " " + pdf.string());
  EXPECT_NE(content_of(folder / "data.json").find("\"template\": \"inspection-notice\""), std::string::npos);
}

TEST(DocumentPreview, RefusesWhatItDoesNotKnow) {
  const std::string pdf = (fresh_folder("preview-refused") / "a.pdf").string();
  const auto refused = [&](const std::vector<std::string>& words, const char* code) {
    const Ran got = ran(document_preview_command(), words);
    EXPECT_EQ(got.status, status_refused) << code;
    EXPECT_NE(got.err.find(code), std::string::npos) << got.err;
    EXPECT_FALSE(fs::exists(pdf));
  };
  refused({"inspection-notcie", "-o", pdf}, "AJ3310");
  refused({ANJUAN_SOURCE_DIR "/templates/styles/record.xml", "-o", pdf}, "AJ3311");
  refused({notice, "-o", pdf, "--pdfa", "4"}, "AJ3313");
  refused({notice, "-o", pdf, "--pdfa", "1b", "--attach-data"}, "AJ3314");
  const fs::path other = file_of(fresh_folder("preview-alone"), "other.xml", "<template xmlns=\"urn:anjuan:template:1\" id=\"other\" label=\"某文书\" style=\"other-style\"><p>正文</p></template>");
  refused({other.string(), "-o", pdf}, "AJ3312");
}

// A paper of an office once more, with the data it was made of; the print that was signed stays as it is.
TEST(Export, AttachesTheDataOfPapersWhenAsked) {
  const std::string office = copied_office();
  const Ran got = ran(export_command(), {"2026-1-01", "--attach-data"}, Language::chinese, office);
  EXPECT_EQ(got.status, status_done) << got.err;
  std::vector<fs::path> with_data;
  for (const auto& entry : fs::directory_iterator(fs::path(office) / "文书" / "2026-1-01"))
    if (entry.path().string().ends_with("（附数据）.pdf")) with_data.push_back(entry.path());
  ASSERT_FALSE(with_data.empty()) << got.out;
  for (const fs::path& file : with_data) {
    EXPECT_NE(content_of(file).find("<pdfaid:part>3</pdfaid:part>"), std::string::npos);
    const fs::path folder = fresh_folder("export-data");
    output_of("pdfdetach -saveall -o " + folder.string() + " '" + file.string() + "'");
    EXPECT_NE(content_of(folder / "data.json").find("\"template\":"), std::string::npos) << file;
    const std::string whole = file.string(), print = whole.substr(0, whole.size() - std::string("（附数据）.pdf").size()) + ".pdf";
    EXPECT_EQ(output_of("pdftotext -raw '" + whole + "' -"), output_of("pdftotext -raw '" + print + "' -"));
  }
}

TEST(Fonts, ShowsWhatEachRoleIsPrintedIn) {
  const Ran got = ran(fonts_command(), {});
  EXPECT_EQ(got.status, status_done) << got.err << got.out;
  for (const char* words : {"仿宋体　", "小标宋体　", "楷体　AR PL KaitiM GB（免费字体）", "黑体　Noto Sans CJK SC（免费字体）", "通用规范汉字表 8105/8105",
                            "GB 2312 6763/6763", "SIL OFL 1.1（软件包 fonts-noto-cjk）", "没有免费的小标宋", "通用规范汉字表的 8105 个字都能印出。"})
    EXPECT_TRUE(says(got, words)) << words << "\n" << got.out;
  const Ran english = ran(fonts_command(), {}, Language::english);
  for (const char* words : {"Kaiti  AR PL KaitiM GB (a free face)", "General Standard Characters 8105/8105", "to mend"})
    EXPECT_TRUE(says(english, words)) << words << "\n" << english.out;
}

}  // namespace
}  // namespace anjuan::cli
