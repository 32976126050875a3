// document sign with a certificate or a seal: a recorded act from the print to the signed form; pdfsig judges
// with the trust of an NSS database made here. Timestamps come from `openssl ts`, by way of files or behind a
// local server.

#include <signal.h>

#include <ctime>

#include "cases/case_value.h"
#include "cli/played_office.h"
#include "signing/keys.h"
#include "store/sqlite_store.h"

namespace anjuan::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* typed_password = "口令 7";

struct Programme {
  int status = 0;
  std::string said;
};
Programme run_programme(const std::string& command) {
  Programme out;
  FILE* pipe = ::popen((command + " 2>&1").c_str(), "r");
  char block[4096];
  while (const std::size_t n = ::fread(block, 1, sizeof block, pipe)) out.said.append(block, n);
  out.status = ::pclose(pipe);
  return out;
}

/// An office in the middle of its round with one announcement to be sealed.
class DocumentSign : public testing::Test {
 protected:
  DocumentSign() : office_(copied_office()), folder_(fresh_folder("sign")) {
    authority_.key("澄阳县司法局", "rsa:2048", typed_password);
  }

  std::string certificate(const std::string& name = "澄阳县司法局") const {
    return (authority_.folder / (name + ".p12")).string();
  }
  std::string in(const std::string& name) const { return (folder_ / name).string(); }

  Ran run(const Command& command, const std::vector<std::string>& words,
          Language language = Language::chinese) {
    std::ostringstream out, err;
    std::istringstream keyboard(std::string(typed_password) + "\n");
    Terminal terminal{out,
                      err,
                      language,
                      false,
                      "clerk",
                      Moment{static_cast<std::int64_t>(std::time(nullptr)) + 3600},
                      office_,
                      fs::exists(ANJUAN_BINARY_DIR "/fonts") ? ANJUAN_BINARY_DIR "/fonts"
                                                             : ANJUAN_SOURCE_DIR "/build/fonts",
                      &keyboard,
                      true};
    const auto line = parse_options(command.rules, words);
    EXPECT_TRUE(line.ok());
    const int status = command.run(terminal, *line);
    return {status, out.str(), err.str()};
  }
  Ran sign(std::vector<std::string> more, const std::string& by = "裴承远") {
    std::vector<std::string> words = {"2026-1",     "抽取承诺公告", "--by", by,
                                      "--recorder", "温如故",       "--on", "2026-09-30"};
    words.insert(words.end(), more.begin(), more.end());
    return run(document_sign_command(), words);
  }
  cases::Paper paper() {
    const auto store = store::open_office_store(office_);
    const auto reading = (*store)->read();
    return *cases::paper_in(cases::case_from((*reading)->load_case(CaseId("2026-1"))->body), "抽取承诺公告");
  }
  std::string file(const std::string& digest) {
    const auto store = store::open_office_store(office_);
    return *(*(*store)->read())->read_file(digest);
  }
  std::string signed_form() { return write_file(folder_ / "signed.pdf", file(paper().scan)); }

  signing::Authority authority_;
  std::string office_;
  fs::path folder_;
};

TEST_F(DocumentSign, KeepsTheSealedPrintAsTheSignedFormAndPdfsigTrustsIt) {
  const std::string print = file(paper().print);
  const Ran got = sign({"--seal", "局印", "--certificate", certificate(), "--reason", "发文用印"});
  ASSERT_EQ(got.status, status_done) << got.err;
  EXPECT_TRUE(says(got, "已记录（第"));
  EXPECT_TRUE(says(got, " 扫描件.pdf")) << "the signed form lies where people find it: " << got.out;
  EXPECT_EQ(paper().signatures, 1);
  EXPECT_EQ(file(paper().print), print);
  EXPECT_TRUE(file(paper().scan).starts_with(print));
  const std::string pdf = signed_form();
  if (run_programme("command -v certutil").status != 0)
    GTEST_SKIP() << "skipped: certutil (libnss3-tools) is not here";
  const std::string trust = in("trust");
  fs::create_directories(trust);
  ASSERT_EQ(run_programme("certutil -N --empty-password -d sql:" + trust +
                          " && certutil -A -n ca -t CT,C,C -d sql:" + trust + " -i " +
                          (authority_.folder / "ca.pem").string())
                .status,
            0);
  const std::string said = run_programme("pdfsig -nssdir sql:" + trust + " " + pdf).said;
  for (const char* words : {"Signature is Valid", "Certificate is Trusted", "Total document signed"})
    EXPECT_NE(said.find(words), std::string::npos) << said;
  EXPECT_EQ(run_programme("qpdf --check " + pdf).status, 0);
}

TEST_F(DocumentSign, ByOneAfterAnotherIsVerifiedWithTheOfficeAndPlayedAgain) {
  authority_.key("苏令仪", "ec -pkeyopt ec_paramgen_curve:prime256v1", typed_password);
  ASSERT_EQ(sign({"--certificate", certificate("苏令仪")}, "苏令仪").status, status_done);
  ASSERT_EQ(sign({"--seal", "局印", "--certificate", certificate()}).status, status_done);
  EXPECT_EQ(paper().signatures, 2);
  const Ran verified = run(verify_command(), {"--replay"});
  EXPECT_EQ(verified.status, status_done) << verified.err;
  EXPECT_TRUE(says(verified, "电子签名完好：1 份文书的 2 个签名与文件一致")) << verified.out;
  EXPECT_TRUE(says(verified, "重演一致：")) << verified.out;
  EXPECT_FALSE(says(verified, "字节与当时不同")) << verified.out;
  EXPECT_TRUE(says(run(verify_command(), {}, Language::english), "signatures hold: 2 of 1 papers"));
  const Ran one =
      run(seal_verify_command(), {signed_form(), "--roots", (authority_.folder / "ca.pem").string()});
  EXPECT_EQ(one.status, status_done) << one.out;
  EXPECT_TRUE(says(run(show_command(), {"2026-1"}), "电子签名 2 个"));
}

// A certificate may be revoked long after the paper was archived: the whole office is held against the lists.
TEST_F(DocumentSign, IsHeldAgainstRootsAndListsWithTheOffice) {
  ASSERT_EQ(sign({"--seal", "局印", "--certificate", certificate()}).status, status_done);
  const std::string roots = (authority_.folder / "ca.pem").string();
  const Ran trusted = run(verify_command(), {"--roots", roots});
  EXPECT_EQ(trusted.status, status_done) << trusted.err;
  EXPECT_TRUE(says(trusted, "签名的证书都由给出的根证书逐级签发；没有给出吊销名单，吊销没有查。")) << trusted.out;
  EXPECT_FALSE(says(run(verify_command(), {}), "根证书")) << "not asked, not told";
  const signing::Authority other;
  const Ran strange = run(verify_command(), {"--roots", (other.folder / "ca.pem").string()});
  EXPECT_EQ(strange.status, status_refused);
  EXPECT_NE(strange.err.find("AJ3881"), std::string::npos) << strange.err;
  EXPECT_NE(strange.err.find("（澄阳县司法局）不是由给出的根证书签发的"), std::string::npos) << strange.err;
  const auto refusal = [&](const std::string& list) { return run(verify_command(), {"--roots", roots, "--revoked", list}).err; };
  const std::string revoked = refusal(write_file(folder_ / "listed.crl", authority_.revocation_list("澄阳县司法局", "200101000000Z")));
  EXPECT_NE(revoked.find("的证书已经吊销：2020年1月1日"), std::string::npos) << revoked;
  // Signed an hour ahead of the clock: the list is older.
  const std::string old = refusal(write_file(folder_ / "clean.crl", authority_.revocation_list()));
  EXPECT_NE(old.find("不能说明它没有吊销"), std::string::npos) << old;
  EXPECT_NE(run(verify_command(), {"--revoked", (folder_ / "clean.crl").string()}).err.find("AJ3726"), std::string::npos);
}

TEST_F(DocumentSign, RecordsNothingWhereTheSealMayNotBeSet) {
  const std::string before = run(verify_command(), {}).out;
  EXPECT_NE(sign({"--seal", "公章", "--certificate", certificate()}).err.find("AJ3743"), std::string::npos);
  EXPECT_NE(sign({"--seal", "局印"}).err.find("AJ3723"), std::string::npos);
  EXPECT_NE(sign({"--scan", certificate(), "--certificate", certificate()}).err.find("AJ3714"),
            std::string::npos);
  EXPECT_NE(sign({"--certificate", in("没有.p12")}).err.find("没有.p12"), std::string::npos);
  EXPECT_EQ(run(verify_command(), {}).out, before) << "not even a refusal: the act was never asked for";
  EXPECT_NE(sign({"--seal", "局印", "--certificate", certificate()}, "苏令仪").err.find("AJ3746"),
            std::string::npos);
  EXPECT_FALSE(paper().signed_on);
}

/// A server of timestamps on this machine, gone with the object.
class TimestampServer {
 public:
  explicit TimestampServer(const signing::Authority& authority, bool refuses = false) {
    authority.found_timestamp_authority();
    signing::put(authority.folder / "server.py", R"py(
import http.server, os, subprocess, sys
class Handler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        open('query', 'wb').write(self.rfile.read(int(self.headers['Content-Length'])))
        if sys.argv[1] == 'refuse' or self.headers['Content-Type'] != 'application/timestamp-query':
            return self.send_error(503)
        subprocess.run('openssl ts -reply -config tsa.cnf -section t -queryfile query -out answer', shell=True, check=True, stderr=subprocess.DEVNULL)
        self.send_response(200)
        self.send_header('Content-Type', 'application/timestamp-reply')
        self.end_headers()
        self.wfile.write(open('answer', 'rb').read())
    def log_message(self, *words): pass
server = http.server.HTTPServer(('127.1', 0), Handler)
print(server.server_port, os.getpid(), flush=True)
server.serve_forever()
)py");
    pipe_ = ::popen(("cd '" + authority.folder.string() + "' && exec python3 server.py " +
                     (refuses ? "refuse" : "answer") + " 2>/dev/null")
                        .c_str(),
                    "r");
    if (std::fscanf(pipe_, "%d %d", &port_, &process_) != 2) process_ = 0;
  }
  ~TimestampServer() {
    if (process_ > 0) ::kill(process_, SIGTERM);
    ::pclose(pipe_);
  }
  TimestampServer(const TimestampServer&) = delete;
  TimestampServer& operator=(const TimestampServer&) = delete;
  bool runs() const { return process_ > 0; }
  std::string url() const { return "http://127.1:" + std::to_string(port_) + "/"; }

 private:
  FILE* pipe_ = nullptr;
  int port_ = 0, process_ = 0;
};

TEST_F(DocumentSign, TakesATimestampFromAServerOrRecordsNothing) {
  {
    const TimestampServer refusing(authority_, true);
    if (!refusing.runs()) GTEST_SKIP() << "skipped: python3 serves nothing here";
    const Ran refused =
        sign({"--seal", "局印", "--certificate", certificate(), "--timestamp", refusing.url()});
    EXPECT_EQ(refused.status, status_refused);
    EXPECT_NE(refused.err.find("AJ3715"), std::string::npos) << refused.err;
    EXPECT_NE(refused.err.find("503"), std::string::npos) << refused.err;
  }
  EXPECT_NE(sign({"--certificate", certificate(), "--timestamp", "file:///etc/hosts"})
                .err.find("要以 http:// 或者 https:// 开头"),
            std::string::npos);
  EXPECT_FALSE(paper().signed_on);
  const TimestampServer server(authority_);
  const Ran got = sign({"--seal", "局印", "--certificate", certificate(), "--timestamp", server.url()});
  ASSERT_EQ(got.status, status_done) << got.err;
  const Ran verified = run(seal_verify_command(), {signed_form()});
  EXPECT_EQ(verified.status, status_done) << verified.out;
  EXPECT_TRUE(says(verified, "，示例时间戳")) << verified.out;
}

TEST_F(DocumentSign, TakesATimestampByFilesWhereThereIsNoNetwork) {
  const std::string print = write_file(folder_ / "a.pdf", file(paper().print));
  ASSERT_EQ(run(seal_command(), {print, "-o", in("b.pdf"), "--certificate", certificate()}).status,
            status_done);
  ASSERT_EQ(run(seal_timestamp_command(), {in("b.pdf"), "--query", in("q.tsq")}).status, status_done);
  write_file(folder_ / "r.tsr", authority_.timestamp(read_file(in("q.tsq"))));
  ASSERT_EQ(run(seal_timestamp_command(), {in("b.pdf"), "--reply", in("r.tsr"), "-o", in("c.pdf")}).status,
            status_done);
  const Ran verified = run(seal_verify_command(), {in("c.pdf")});
  EXPECT_TRUE(says(verified, "，示例时间戳")) << verified.out;
  EXPECT_NE(run_programme("pdfsig -nocert " + in("c.pdf")).said.find("Signature is Valid"),
            std::string::npos);
  ASSERT_EQ(sign({"--scan", in("c.pdf")}).status, status_done);
  EXPECT_EQ(paper().signatures, 1);
  EXPECT_TRUE(read_file(in("c.pdf")) == file(paper().scan));
}

TEST_F(DocumentSign, TimestampsOnlyTheLastSignatureAndOnlyOnce) {
  const std::string print = write_file(folder_ / "a.pdf", file(paper().print));
  ASSERT_EQ(run(seal_command(), {print, "-o", in("b.pdf"), "--certificate", certificate()}).status,
            status_done);
  const auto code = [&](const std::vector<std::string>& words) {
    return run(seal_timestamp_command(), words).err;
  };
  EXPECT_NE(code({in("b.pdf")}).find("AJ3718"), std::string::npos);
  EXPECT_NE(code({in("b.pdf"), "--reply", in("r.tsr")}).find("AJ3718"), std::string::npos);
  EXPECT_NE(code({print, "--query", in("q.tsq")}).find("AJ3738"), std::string::npos);
  write_file(folder_ / "longer.pdf", read_file(in("b.pdf")) + "\n% more\n");
  EXPECT_NE(code({in("longer.pdf"), "--query", in("q.tsq")}).find("AJ3716"), std::string::npos);
  EXPECT_NE(code({in("b.pdf"), "--reply", print, "-o", in("c.pdf")}).find("AJ3721"), std::string::npos);
  ASSERT_EQ(run(seal_timestamp_command(), {in("b.pdf"), "--query", in("q.tsq")}).status, status_done);
  write_file(folder_ / "r.tsr", authority_.timestamp(read_file(in("q.tsq"))));
  ASSERT_EQ(run(seal_timestamp_command(), {in("b.pdf"), "--reply", in("r.tsr"), "-o", in("c.pdf")}).status,
            status_done);
  EXPECT_NE(code({in("c.pdf"), "--query", in("q.tsq")}).find("AJ3719"), std::string::npos);
}

/// An office at work up to its first approved paper; the clerk who keeps the seal records.
class OfficeAtWork : public DocumentSign {
 protected:
  OfficeAtWork() { office_ = in("office"); }

  void open_with_seal() {
    const std::string said = run_programme("openssl x509 -noout -fingerprint -sha256 -in " + (authority_.folder / "澄阳县司法局.pem").string()).said;
    std::string bureau = read_file(ANJUAN_SOURCE_DIR "/examples/county/bureau.xml");
    bureau = replace_all(bureau, " exercise=\"yes\" mark=\"示例\"", " exercise=\"no\"");
    bureau = replace_all(bureau, "name=\"温如故\"", "name=\"温如故\" os-user=\"clerk\"");
    bureau = replace_all(bureau, " sample=\"yes\" keeper", " picture=\"" ANJUAN_SOURCE_DIR "/examples/county/扫描件-现场检查笔录.png\" certificate=\"" + certificate() +
                                                               "\" fingerprint=\"" + said.substr(said.find('=') + 1, 95) + "\" keeper");
    does(init_command(), {office_, "--bureau", write_file(folder_ / "bureau.xml", bureau), "--definitions", ANJUAN_SOURCE_DIR "/workflows", "--definitions",
                          ANJUAN_SOURCE_DIR "/forms", "--definitions", ANJUAN_SOURCE_DIR "/templates"});
    const auto import = [&](const char* file, const char* kind) {
      does(import_command(), {std::string(ANJUAN_SOURCE_DIR "/examples/county/") + file, "--as", kind, "--reason", "建库", "--by", "陆明舟", "--on", "2026-08-31", "--skip-bad-rows"});
    };
    import("检查对象名录库_机构.csv", "targets"), import("检查对象名录库_执业人员.csv", "practitioners");
    import("执法检查人员名录库.csv", "inspectors"), import("抽查事项清单.csv", "items");
    does(round_command(), {"2026-1", "--procedure", "inspection-round", "--by", "陆明舟", "--on", "2026-09-01"});
    event("提交方案", "陆明舟", "2026-09-01", {"名称=第一次抽查", "承办股室=法治调研与督察股", "计划序号=1", "基准日=2026-08-31", "检查起=2026-09-14", "检查止=2026-09-30",
                                              "抽取时间=2026年9月10日9时30分", "抽取地点=三楼会议室", "方案要点=随机抽取"});
    event("同意方案", "苏令仪", "2026-09-03", {"审批意见=同意"});
  }
  void does(const Command& command, const std::vector<std::string>& words) {
    const Ran got = run(command, words);
    ASSERT_EQ(got.status, status_done) << join(words, " ") << "\n" << got.err;
  }
  void event(const char* name, const char* by, const char* on, const std::vector<std::string>& values) {
    std::vector<std::string> words{"2026-1", name, "--by", by, "--on", on};
    for (const std::string& value : values) words.insert(words.end(), {"--set", value});
    does(event_command(), words);
  }
};

// The registered picture, set by its keeper for the head of the bureau: drawn, valid, verified with the office.
TEST_F(OfficeAtWork, SetsItsRegisteredPictureAsTheSeal) {
  open_with_seal();
  const auto sign_as = [&](const char* by) { return run(document_sign_command(), {"2026-1", "专项抽查工作方案", "--by", by, "--on", "2026-09-03", "--seal", "局印", "--page", "1", "--at", "140,230"}); };
  EXPECT_NE(sign_as("苏令仪").err.find("AJ3746"), std::string::npos) << "the deputy does not decide on the seal";
  const Ran got = sign_as("裴承远");
  ASSERT_EQ(got.status, status_done) << got.err;
  EXPECT_EQ(got.err.find("AJ3737"), std::string::npos) << "the seal is drawn: " << got.err;
  const auto store = store::open_office_store(office_);
  const cases::Case round = cases::case_from((*(*store)->read())->load_case(CaseId("2026-1"))->body);
  const std::string pdf = write_file(folder_ / "sealed.pdf", file(cases::paper_in(round, "专项抽查工作方案")->scan));
  EXPECT_NE(run_programme("pdfimages -list " + pdf).said.find("stencil"), std::string::npos);
  const std::string said = run_programme("pdfsig -nocert " + pdf).said;
  for (const char* words : {"Signature is Valid", "Total document signed", "CN=澄阳县司法局"}) EXPECT_NE(said.find(words), std::string::npos) << said;
  const Ran verified = run(verify_command(), {});
  EXPECT_EQ(verified.status, status_done) << verified.err;
  EXPECT_TRUE(says(verified, "电子签名完好：1 份文书的 1 个签名与文件一致")) << verified.out;
  EXPECT_EQ(run(seal_verify_command(), {pdf, "--roots", (authority_.folder / "ca.pem").string()}).status, status_done);
}

/// A seal as a bureau at work registers it: what lies in its files must be what was registered.
TEST_F(DocumentSign, HoldsTheFilesOfASealToTheirRegistration) {
  const std::string picture = ANJUAN_SOURCE_DIR "/examples/county/扫描件-现场检查笔录.png";
  std::string bureau = read_file(ANJUAN_SOURCE_DIR "/examples/county/bureau.xml");
  const auto registered = [&](const std::string& fingerprint, const std::string& digest) {
    std::string seal = "<seal name=\"公章\" organ=\"澄阳县司法局\" keeper=\"印章保管人\" picture=\"" +
                       picture + "\" picture-digest=\"" + digest + "\" certificate=\"" + certificate() +
                       "\" fingerprint=\"" + fingerprint + "\"/>\n</bureau>";
    const std::string file = write_file(folder_ / "bureau.xml", replace_all(bureau, "</bureau>", seal));
    const Ran updated = run(
        update_command(), {"--bureau", file, "--definitions", ANJUAN_SOURCE_DIR "/workflows", "--definitions",
                           ANJUAN_SOURCE_DIR "/forms", "--definitions", ANJUAN_SOURCE_DIR "/templates"});
    EXPECT_EQ(updated.status, status_done) << updated.err;
    return sign({"--seal", "公章"}).err;
  };
  const std::string zeros(64, '0');
  const std::string other = registered(zeros, zeros);
  EXPECT_NE(other.find("AJ3717"), std::string::npos) << other;
  EXPECT_NE(other.find("印章“公章”的证书不是登记的那一个"), std::string::npos) << other;
  const std::string said = run_programme("openssl x509 -noout -fingerprint -sha256 -in " +
                                         (authority_.folder / "澄阳县司法局.pem").string())
                               .said;
  const std::string fingerprint = said.substr(said.find('=') + 1, 95);  // AB:CD:…
  // The paper is one of an exercise, whatever its seal.
  EXPECT_NE(registered(fingerprint, zeros).find("AJ3735"), std::string::npos);
}

}  // namespace
}  // namespace anjuan::cli
