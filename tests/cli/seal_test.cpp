// anjuan seal and seal verify: keys come from the openssl program, qpdf and pdfsig judge what is made.

#include <unistd.h>

#include <ctime>

#include "cli/ran.h"
#include "pages/pages.h"
#include "pages/setting.h"
#include "signing/keys.h"

namespace anjuan::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* password = "口令 7";

std::string font_folder() {
  return fs::exists(ANJUAN_BINARY_DIR "/fonts") ? ANJUAN_BINARY_DIR "/fonts" : ANJUAN_SOURCE_DIR "/build/fonts";
}

std::string paper(const std::vector<std::string>& organs, const std::string& watermark = "") {
  pages::Paragraph text;
  text.runs = {{"各律师事务所：请在十日内书面说明情况，并附有关材料。逾期没有说明的，记录在案。", std::nullopt, false, 0}};
  pages::Manuscript manuscript;
  manuscript.style = "official";
  manuscript.title = "关于限期说明情况的通知";
  manuscript.blocks = {text, text, pages::Signature{organs, "2026年9月3日", !organs.empty()}};
  manuscript.watermark = watermark;
  const auto style = pages::load_style(read_file(ANJUAN_SOURCE_DIR "/templates/styles/official.xml"), "official.xml");
  const auto fonts = pages::load_fonts({font_folder()});
  EXPECT_TRUE(style.ok() && fonts.ok());
  const auto set = pages::set_pages(manuscript, **style, **fonts);
  EXPECT_TRUE(set.ok());
  return *pages::write_pdf(*set, **fonts, {"1", "通知", "示例县司法局", "", *parse_moment("2026-09-03T10:00:00+08:00")});
}

struct Judged {
  bool passed = false;
  std::string said;
};
Judged judged(const std::string& command) {
  Judged out;
  FILE* pipe = ::popen((command + " 2>&1").c_str(), "r");
  char block[4096];
  while (const std::size_t n = ::fread(block, 1, sizeof block, pipe)) out.said.append(block, n);
  out.passed = ::pclose(pipe) == 0;
  return out;
}

/// One bureau with its certificate; an hour ahead of the clock, when certificates made now are valid for sure.
class Seal : public testing::Test {
 protected:
  Seal() : folder_(fresh_folder("seal")) {
    authority_.key("示例县司法局", "rsa:2048", password);
    write_file(folder_ / "a.pdf", paper({"示例县司法局"}));
  }

  std::string in(const std::string& name) const { return (folder_ / name).string(); }
  std::string certificate(const std::string& name = "示例县司法局") const { return (authority_.folder / (name + ".p12")).string(); }
  std::string roots() const { return (authority_.folder / "ca.pem").string(); }

  Ran run(const Command& command, const std::vector<std::string>& words, const std::string& typed = password, bool asked = true, Language language = Language::chinese) {
    std::ostringstream out, err;
    std::istringstream keyboard(typed + "\n");
    Terminal terminal{out, err, language, false, "clerk", Moment{static_cast<std::int64_t>(std::time(nullptr)) + 3600}, ".", font_folder(), &keyboard, asked};
    const auto line = parse_options(command.rules, words);
    EXPECT_TRUE(line.ok());
    const int status = command.run(terminal, *line);
    return {status, out.str(), err.str()};
  }
  Ran seal(const std::string& from, const std::string& to, std::vector<std::string> more = {}, const std::string& typed = password) {
    std::vector<std::string> words = {in(from), "-o", in(to)};
    if (std::find(more.begin(), more.end(), "--certificate") == more.end()) words.insert(words.end(), {"--certificate", certificate()});
    words.insert(words.end(), more.begin(), more.end());
    return run(seal_command(), words, typed);
  }
  Ran verify(const std::string& name, std::vector<std::string> more = {}) {
    more.insert(more.begin(), in(name));
    return run(seal_verify_command(), more);
  }

  signing::Authority authority_;
  fs::path folder_;
};

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST_F(Seal, IsSetWhereThePaperKeepsRoomAndQpdfAndPdfsigAccept) {
  const Ran got = seal("a.pdf", "b.pdf", {"--sample", "示例县司法局", "--reason", "发文用印"});
  ASSERT_EQ(got.status, status_done) << got.err;
  EXPECT_EQ(got.err, "证书文件的口令：\n");  // and no remark: the seal has its place
  const std::string before = read_file(folder_ / "a.pdf"), after = read_file(folder_ / "b.pdf");
  EXPECT_EQ(after.substr(0, before.size()), before);
  EXPECT_TRUE(judged("qpdf --check " + in("b.pdf")).passed);
  const std::string pdfsig = judged("pdfsig -nocert " + in("b.pdf")).said;
  EXPECT_TRUE(has(pdfsig, "Signature is Valid")) << pdfsig;
  EXPECT_TRUE(has(pdfsig, "Total document signed")) << pdfsig;
  EXPECT_TRUE(has(pdfsig, "ETSI.CAdES.detached")) << pdfsig;
  const Ran verified = verify("b.pdf", {"--roots", roots()});
  EXPECT_EQ(verified.status, status_done) << verified.out << verified.err;
  for (const char* words : {"第 1 个签名（印章）", "签名人　示例县司法局", "示例发证机构 颁发", "证书在有效期内", "内　容　与签名时一致", "此　后　没有增加内容",
                            "信　任　由给出的根证书逐级签发", "事由　发文用印", "文件与签名时一致。"})
    EXPECT_TRUE(has(verified.out, words)) << words << "\n" << verified.out;
}

TEST_F(Seal, OfSeveralPersonsStandOneAfterAnother) {
  authority_.key("云川", "ec -pkeyopt ec_paramgen_curve:prime256v1", password);
  ASSERT_EQ(seal("a.pdf", "b.pdf", {"--certificate", certificate("云川"), "--form", "cms"}).status, status_done);
  ASSERT_EQ(seal("b.pdf", "c.pdf", {"--sample", "示例县司法局"}).status, status_done);
  const Ran verified = verify("c.pdf", {"--roots", roots()});
  EXPECT_EQ(verified.status, status_done) << verified.out;
  EXPECT_TRUE(has(verified.out, "第 1 个签名（签名）\n  签名人　云川")) << verified.out;
  EXPECT_TRUE(has(verified.out, "此　后　只增加了后来的签名")) << verified.out;
  EXPECT_TRUE(has(verified.out, "第 2 个签名（印章）")) << verified.out;
  const std::string pdfsig = judged("pdfsig -nocert " + in("c.pdf")).said;
  EXPECT_TRUE(has(pdfsig, "Signature #2")) << pdfsig;
  EXPECT_FALSE(has(pdfsig, "Mismatch") || has(pdfsig, "Invalid")) << pdfsig;
}

TEST_F(Seal, VerifyAgreesWithPdfsigThatAFileWasChanged) {
  ASSERT_EQ(seal("a.pdf", "b.pdf").status, status_done);
  std::string pdf = read_file(folder_ / "b.pdf");
  const std::size_t at = pdf.find("/CreationDate");
  ASSERT_NE(at, std::string::npos);
  pdf[pdf.find("20260903", at) + 7] = '4';
  write_file(folder_ / "changed.pdf", pdf);
  const Ran verified = verify("changed.pdf", {"--roots", roots()});
  EXPECT_EQ(verified.status, status_refused);
  EXPECT_TRUE(has(verified.out, "改动过，与签名时不一致")) << verified.out;
  const std::string pdfsig = judged("pdfsig -nocert " + in("changed.pdf")).said;
  EXPECT_TRUE(has(pdfsig, "Digest Mismatch")) << pdfsig;
}

TEST_F(Seal, VerifyNoticesWhatWasAddedAfterwards) {
  ASSERT_EQ(seal("a.pdf", "b.pdf").status, status_done);
  const std::string pdf = read_file(folder_ / "b.pdf");
  write_file(folder_ / "longer.pdf", pdf + "\n9999 0 obj\n(x)\nendobj\n");
  const Ran longer = verify("longer.pdf");
  EXPECT_EQ(longer.status, status_refused);
  EXPECT_TRUE(has(longer.out, "与签名时一致\n  此　后　增加或者改动了签名以外的内容")) << longer.out;
  // qpdf writes the whole file anew: nothing is left of what was signed.
  judged("qpdf " + in("b.pdf") + " --pages " + in("b.pdf") + " 1,1 -- " + in("twice.pdf"));
  const Ran verified = verify("twice.pdf");
  EXPECT_EQ(verified.status, status_refused) << verified.out;
}

TEST_F(Seal, IsNotTrustedWithoutItsRoot) {
  const signing::Authority other;
  ASSERT_EQ(seal("a.pdf", "b.pdf").status, status_done);
  EXPECT_EQ(verify("b.pdf").status, status_done);
  EXPECT_TRUE(has(verify("b.pdf").out, "没有给出根证书"));
  const Ran verified = verify("b.pdf", {"--roots", (other.folder / "ca.pem").string()});
  EXPECT_EQ(verified.status, status_refused);
  EXPECT_TRUE(has(verified.out, "不是由给出的根证书签发")) << verified.out;
  EXPECT_TRUE(has(verify("b.pdf", {"--roots", in("a.pdf")}).err, "AJ3739"));
  EXPECT_TRUE(has(verify("a.pdf").err, "AJ3738"));
}

TEST_F(Seal, IsHeldAgainstListsOfRevokedCertificates) {
  ASSERT_EQ(seal("a.pdf", "b.pdf").status, status_done);
  EXPECT_TRUE(has(verify("b.pdf", {"--roots", roots()}).out, "吊　销　没有给出吊销名单，没有查"));
  write_file(folder_ / "listed.crl", authority_.in_der(authority_.revocation_list("示例县司法局", "200101000000Z")));
  const Ran revoked = verify("b.pdf", {"--roots", roots(), "--revoked", in("listed.crl")});
  EXPECT_EQ(revoked.status, status_refused);
  EXPECT_TRUE(has(revoked.out, "内　容　与签名时一致") && has(revoked.out, "吊　销　已经吊销：2020年1月1日")) << revoked.out;
  EXPECT_TRUE(has(revoked.out, "核验不通过：有证书已经吊销")) << revoked.out;
  // Signed an hour ahead of the clock: the list is older.
  write_file(folder_ / "clean.crl", authority_.revocation_list());
  const Ran old = verify("b.pdf", {"--roots", roots(), "--revoked", in("clean.crl")});
  EXPECT_EQ(old.status, status_refused);
  EXPECT_TRUE(has(old.out, "给出的名单里没有发证机构在签名以后出的")) << old.out;
  EXPECT_TRUE(has(verify("b.pdf", {"--roots", roots(), "--revoked", roots()}).err, "AJ3725"));
  EXPECT_TRUE(has(verify("b.pdf", {"--revoked", in("clean.crl")}).err, "AJ3726"));
}

TEST_F(Seal, TakesThePasswordFromADescriptorOrAPersonOnly) {
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  const std::string line = std::string(password) + "\nmore";
  ASSERT_EQ(::write(ends[1], line.data(), line.size()), static_cast<ssize_t>(line.size()));
  ::close(ends[1]);
  EXPECT_EQ(seal("a.pdf", "b.pdf", {"--password-fd", std::to_string(ends[0])}, "wrong").status, status_done);
  ::close(ends[0]);
  EXPECT_TRUE(has(seal("a.pdf", "c.pdf", {"--password-fd", "x"}).err, "AJ3731"));
  EXPECT_TRUE(has(seal("a.pdf", "c.pdf", {}, "wrong").err, "AJ3701"));
  EXPECT_TRUE(has(run(seal_command(), {in("a.pdf"), "-o", in("c.pdf"), "--certificate", certificate()}, password, false).err, "AJ3730"));
  EXPECT_FALSE(fs::exists(folder_ / "c.pdf"));
}

TEST_F(Seal, ThatIsRegisteredIsNotSetOnDraftsAndExercises) {
  const std::string picture = ANJUAN_SOURCE_DIR "/examples/county/扫描件-现场检查笔录.png";
  write_file(folder_ / "draft.pdf", paper({"示例县司法局"}, "示例"));
  const Ran refused = seal("draft.pdf", "b.pdf", {"--picture", picture});
  EXPECT_EQ(refused.status, status_refused);
  EXPECT_TRUE(has(refused.err, "AJ3735")) << refused.err;
  EXPECT_EQ(seal("draft.pdf", "b.pdf", {"--sample", "示例县司法局"}).status, status_done);
  EXPECT_EQ(seal("a.pdf", "c.pdf", {"--picture", picture, "--width-mm", "41.5"}).status, status_done);
}

TEST_F(Seal, FindsThePlaceOfItsOrganOrAsks) {
  write_file(folder_ / "joint.pdf", paper({"示例县公安局", "示例县司法局"}));
  EXPECT_EQ(seal("joint.pdf", "b.pdf", {"--sample", "示例县司法局"}).status, status_done);
  authority_.key("云川", "rsa:2048", password);
  const Ran unclear = seal("joint.pdf", "c.pdf", {"--sample", "某局", "--certificate", certificate("云川")});
  EXPECT_TRUE(has(unclear.err, "AJ3736")) << unclear.err;
  EXPECT_TRUE(has(unclear.err, "示例县公安局 --page 1 --at ")) << unclear.err;
  write_file(folder_ / "plain.pdf", paper({}));
  const Ran unseen = seal("plain.pdf", "c.pdf", {"--sample", "示例县司法局"});
  EXPECT_EQ(unseen.status, status_done);
  EXPECT_TRUE(has(unseen.err, "AJ3737")) << unseen.err;
  EXPECT_FALSE(has(seal("plain.pdf", "d.pdf", {"--sample", "示例县司法局", "--page", "1", "--at", "105,200.5"}).err, "AJ3737"));
}

TEST_F(Seal, SaysWhichOptionIsWrong) {
  EXPECT_TRUE(has(seal("a.pdf", "b.pdf", {"--sample", "某局", "--picture", "b.png"}).err, "AJ3733"));
  EXPECT_TRUE(has(seal("a.pdf", "b.pdf", {"--form", "pgp"}).err, "AJ3734"));
  for (const std::vector<std::string>& wrong : std::vector<std::vector<std::string>>{
           {"--sample", "某局", "--width-mm", "4,2"}, {"--sample", "某局", "--at", "105"}, {"--sample", "某局", "--page", "0", "--at", "1,1"}, {"--sample", "某局", "--width-mm", "0"}})
    EXPECT_TRUE(has(seal("a.pdf", "b.pdf", wrong).err, "AJ3732")) << wrong.back();
  EXPECT_TRUE(has(seal("a.pdf", "b.pdf", {"--sample", "某局", "--page", "9", "--at", "1,1"}).err, "AJ0740"));
  EXPECT_FALSE(fs::exists(folder_ / "b.pdf"));
}

}  // namespace
}  // namespace anjuan::cli
