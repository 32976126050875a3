// Electronic signatures of papers: kept as the signed form, one after another, by those who may; still sound
// in the bound volume, in the record and when the record is played again.

#include "handling/signed_form.h"

#include "cli/command.h"
#include "cli/visible_files.h"
#include "handling/messages.h"
#include "handling/replay.h"
#include "handling/small_charts.h"
#include "handling/verify_signed_forms.h"
#include "handling/visible_names.h"
#include "pages/attached_files.h"
#include "signing/keys.h"

namespace anjuan::handling {
namespace {

using Key = std::shared_ptr<const signing::SigningKey>;

/// Keys of this program's own, valid from now on; what is signed says an hour later.
struct Keys {
  signing::Authority authority;
  Key deputy = key("苏令仪"), head = key("裴承远"), bureau = key("澄阳县司法局");
  Moment at{static_cast<std::int64_t>(std::time(nullptr)) + 3600};

  Key key(const std::string& name) const {
    return well(signing::open_key(authority.key(name, "rsa:2048", "口令"), "口令", name));
  }
};
const Keys& keys() {
  static const Keys all;
  return all;
}

std::string signed_with(const Key& key, const std::string& pdf) {
  pages::SignatureField field;
  field.name = "签名";
  field.signer = signing::facts_of(*key).holder;
  field.at = keys().at;
  auto place = well(pages::make_place_for_signature(pdf, field, "文书"));
  const std::string signature =
      well(signing::sign_detached(place.signed_bytes(), *key, signing::Form::cades, keys().at));
  return well(pages::put_signature(std::move(place), signature));
}

const Day approved = make_day(2026, 9, 14);
constexpr const char* slot = "行政检查审批表";

/// The sample round up to the approval of the first inspection: the form is made, nobody has signed it.
class SignedForm : public testing::Test {
 protected:
  SignedForm() : fake_(*played()) {}

  static FakeOffice* played() {
    static const std::unique_ptr<FakeOffice> office = [] {
      auto out = std::make_unique<FakeOffice>();
      support::Desk desk;
      for (const stories::ScriptAct& act :
           support::acts_of(support::read_bytes(support::source_folder / "examples" / "round.acts"))) {
        if (act.verb == "题目" || act.verb == "机构" || act.verb == "定义" || act.refused) continue;
        well(support::perform(*out, desk, act));
        if (act.verb == "办" && act.words[1] == "批准检查") break;
      }
      return out;
    }();
    return office.get();
  }

  cases::Paper paper() { return *cases::paper_in(fake_.case_of("2026-1-01"), slot); }
  std::string print() { return fake_.file(paper().print); }
  Result<Receipt> sign(const std::string& form, const std::string& by = "裴承远",
                       const std::string& seal = "", const std::string& recorder = "陆明舟") {
    Office office = fake_.office();
    return sign_paper(office, CaseId("2026-1-01"), slot, {by, form, "签字件.pdf", seal},
                      fake_.act(approved, by, recorder));
  }
  std::string last_entry() { return well(fake_.reading()->read_journal()).back().text; }

  FakeOffice fake_;
};

TEST_F(SignedForm, IsKeptWithEachSignatureAndThePrintStays) {
  const std::string before = print(), one = signed_with(keys().deputy, before),
                    two = signed_with(keys().head, one);
  EXPECT_TRUE(well(sign(one, "苏令仪")).remarks.empty());
  EXPECT_EQ(paper().signatures, 1);
  EXPECT_NE(last_entry().find("\"signer\":\"苏令仪\""), std::string::npos) << last_entry();
  well(sign(two, "裴承远"));
  EXPECT_EQ(paper().signatures, 2);
  EXPECT_EQ(paper().signed_by, "苏令仪、裴承远");
  EXPECT_EQ(fake_.file(paper().scan), two);
  EXPECT_EQ(fake_.file(paper().print), before);
  EXPECT_EQ(last_entry().find("\"signer\":\"苏令仪\""), std::string::npos) << "the entry tells what is new";
  EXPECT_NE(last_entry().find("\"signer\":\"裴承远\""), std::string::npos) << last_entry();
  const auto verified = well(verify_signed_forms(*fake_.reading(), well(fake_.reading()->list_cases(true))));
  EXPECT_TRUE(verified.found.empty()) << shown(verified.found);
  EXPECT_EQ(verified.signatures, 2u);
}

TEST_F(SignedForm, GoesOnFromTheOneBefore) {
  const std::string one = signed_with(keys().deputy, print());
  well(sign(one));
  EXPECT_EQ(code_of(sign(signed_with(keys().head, print()))), "AJ3742")
      << "the first signature would be lost";
  EXPECT_EQ(code_of(sign(one)), "AJ3742") << "nothing new";
  EXPECT_EQ(code_of(sign(print())), "AJ2822") << "a scan does not replace signatures";
  EXPECT_EQ(paper().signatures, 1);
}

TEST_F(SignedForm, IsRefusedWhereASignatureDoesNotHold) {
  std::string changed = signed_with(keys().deputy, print());
  const std::size_t at = changed.find("/CreationDate");
  ASSERT_NE(at, std::string::npos);
  changed[at + 20] = static_cast<char>(changed[at + 20] ^ 1);
  EXPECT_EQ(code_of(sign(changed)), "AJ3740");
  const std::string longer = signed_with(keys().deputy, print()) + "\n9999 0 obj\n(x)\nendobj\n";
  EXPECT_EQ(code_of(sign(longer)), "AJ3740");
  EXPECT_FALSE(paper().signed_on);
}

TEST_F(SignedForm, OfAnotherFileIsRemarkedUpon) {
  const auto other = well(fake_.reading()->load_case(CaseId("2026-1")));
  const cases::Case round = cases::case_from(other.body);
  const auto receipt = well(sign(signed_with(keys().head, fake_.file(round.papers.front().print))));
  EXPECT_TRUE(has_code(receipt.remarks, "AJ3741")) << shown(receipt.remarks);
}

TEST_F(SignedForm, TakesNoSignatureAfterAScanOrAfterService) {
  well(sign(print()));
  EXPECT_EQ(code_of(sign(signed_with(keys().head, print()))), "AJ2822");
}

/// The bureau at work, with its seal on record.
void register_seal(FakeOffice& fake, bool exercise = false) {
  fake.change_bureau([&](cases::Bureau& bureau) {
    bureau.exercise = exercise;
    cases::RegisteredSeal seal;
    seal.name = "公章";
    seal.organ = "澄阳县司法局";
    seal.picture = "印章.png";
    seal.fingerprint = signing::facts_of(*keys().bureau).fingerprint;
    seal.keeper = "印章保管人";
    seal.approver = "主要负责人";
    seal.until = make_day(2026, 12, 31);
    bureau.seals.push_back(seal);
  });
}

TEST_F(SignedForm, WithTheSealOfTheOfficeTakesTwoPeopleOfTheRightPosts) {
  register_seal(fake_);
  const std::string form = signed_with(keys().bureau, print());
  EXPECT_EQ(code_of(sign(form, "苏令仪", "", "温如故")), "AJ3746")
      << "the deputy does not decide on the seal";
  EXPECT_EQ(code_of(sign(form, "裴承远", "", "陆明舟")), "AJ3746") << "somebody else keeps it";
  fake_.change_bureau([](cases::Bureau& bureau) {
    for (cases::Person& p : bureau.people) {
      if (p.name == "裴承远") p.posts.push_back({"印章保管人", "", {}, {}, false});
    }
  });
  EXPECT_EQ(code_of(sign(form, "裴承远", "", "裴承远")), "AJ3747");
  const auto receipt = well(sign(form, "裴承远", "", "温如故"));
  EXPECT_TRUE(has_code(receipt.remarks, "AJ3748")) << "signed today, recorded for another day";
  EXPECT_NE(last_entry().find("\"seal\":\"公章\""), std::string::npos) << last_entry();
}

TEST_F(SignedForm, WithASealKnowsItsDaysAndItsName) {
  register_seal(fake_);
  const std::string form = signed_with(keys().bureau, print());
  EXPECT_EQ(code_of(sign(form, "裴承远", "没有这枚", "温如故")), "AJ3743");
  fake_.change_bureau([](cases::Bureau& bureau) { bureau.seals.back().until = make_day(2026, 9, 1); });
  EXPECT_EQ(code_of(sign(form, "裴承远", "", "温如故")), "AJ3745");
}

// On a real paper a sample could be taken for a seal.
TEST_F(SignedForm, OfABureauAtWorkHasNoSampleSeal) {
  fake_.change_bureau([](cases::Bureau& bureau) { bureau.exercise = false; });
  EXPECT_EQ(code_of(sign(signed_with(keys().bureau, print()), "裴承远", "局印", "温如故")), "AJ3713");
}

TEST_F(SignedForm, OfAnExerciseHasNoRealSeal) {
  register_seal(fake_, true);
  EXPECT_EQ(code_of(sign(signed_with(keys().bureau, print()), "裴承远", "", "温如故")), "AJ3744");
}

TEST_F(SignedForm, IsPlayedAgainAsItWasHandedIn) {
  const std::string one = signed_with(keys().deputy, print());
  well(sign(one, "苏令仪"));
  well(sign(signed_with(keys().bureau, one), "裴承远", "局印", "温如故"));
  const support::TemporaryFolder folder;
  const std::string path = folder.path() + "/fresh";
  well(store::create_office_store(path, Value(Fields{})));
  const auto fresh = well(store::open_office_store(path));
  const auto reading = fake_.reading();
  const Replayed again = well(replay({*reading, *fresh, *support::shipped().fonts, path + "/files/tmp", {}}));
  EXPECT_TRUE(again.found.empty()) << shown(again.found);
  EXPECT_EQ(again.other_bytes, 0);
}

TEST_F(SignedForm, IsMissedWhereTheRecordSaysOtherwise) {
  well(sign(signed_with(keys().deputy, print())));
  auto rows = well(fake_.reading()->list_cases(true));
  for (cases::CaseRow& row : rows) {
    if (row.id != CaseId("2026-1-01")) continue;
    cases::Case c = cases::case_from(row.body);
    for (cases::Paper& p : c.papers) p.signatures *= 2;
    row.body = cases::to_value(c);
  }
  const auto verified = well(verify_signed_forms(*fake_.reading(), rows));
  EXPECT_TRUE(has_code(verified.found, "AJ3749")) << shown(verified.found);
}

// A signed receipt of service that was changed proves nothing.
TEST_F(SignedForm, OfAReceiptIsHeldAgainstItsSignatures) {
  well(sign(signed_with(keys().head, print())));
  support::Desk desk;
  for (const stories::ScriptAct& act :
       support::acts_of("记录人 陆明舟\n日期 2026-09-14\n办 2026-1-01 制发检查通知书 由 陆明舟\n"))
    well(support::perform(fake_, desk, act));
  const auto serve = [&](const std::string& receipt) {
    Office office = fake_.office();
    Service service{"直接送达", "岚东正筠律师事务所", "闻人和", "", "宓如晦、桑以墨", "", "", receipt,
                    "回证.pdf"};
    return serve_paper(office, CaseId("2026-1-01"), "行政检查通知书", service,
                       fake_.act(approved, "宓如晦", "陆明舟"));
  };
  const std::string receipt = signed_with(keys().head, print());
  EXPECT_EQ(code_of(serve(receipt + "\n9999 0 obj\n(x)\nendobj\n")), "AJ3740");
  EXPECT_FALSE(cases::paper_in(fake_.case_of("2026-1-01"), "行政检查通知书")->served_on);
  well(serve(receipt));
  const auto verified = well(verify_signed_forms(*fake_.reading(), well(fake_.reading()->list_cases(true))));
  EXPECT_EQ(verified.papers, 2u);
  EXPECT_TRUE(verified.found.empty()) << shown(verified.found);
}

/// The round to its end, one approval form signed electronically.
FakeOffice& archived() {
  static const std::unique_ptr<FakeOffice> office = [] {
    auto out = std::make_unique<FakeOffice>();
    support::Desk desk;
    for (const stories::ScriptAct& act :
         support::acts_of(support::read_bytes(support::source_folder / "examples" / "round.acts"))) {
      if (act.verb == "题目" || act.verb == "机构" || act.verb == "定义" || act.refused) continue;
      if (act.verb == "签" && act.words[0] == "2026-1-01" && act.words[1] == slot) {
        Office mine = out->office();
        const std::string print = out->file(cases::paper_in(out->case_of("2026-1-01"), slot)->print);
        well(sign_paper(mine, CaseId("2026-1-01"), slot,
                        {"裴承远", signed_with(keys().head, print), "签字件.pdf"},
                        out->act(approved, "裴承远", "陆明舟")));
        continue;
      }
      well(support::perform(*out, desk, act));
      if (act.verb == "办" && act.words[0] == "2026-1-01" && act.words[1] == "归档") break;
    }
    return out;
  }();
  return *office;
}

TEST(SignedFormInAVolume, IsCarriedToTheByte) {
  const cases::Case c = archived().case_of("2026-1-01");
  ASSERT_TRUE(c.dossier);
  const cases::Paper& paper = *cases::paper_in(c, slot);
  std::vector<pages::AttachedFile> carried;
  well(pages::read_attached_files(archived().file(c.dossier->volumes.front().file), "卷", [&](const pages::AttachedFile& one) -> Outcome {
    carried.push_back(one);
    return Done{};
  }));
  ASSERT_EQ(carried.size(), 1u);
  EXPECT_EQ(carried.front().bytes, archived().file(paper.scan));
  EXPECT_NE(carried.front().description.find("审批表"), std::string::npos) << carried.front().description;
  const auto verified =
      well(verify_signed_forms(*archived().reading(), well(archived().reading()->list_cases(true))));
  EXPECT_TRUE(verified.found.empty()) << shown(verified.found);
  EXPECT_EQ(verified.in_volumes, 1u);
}

// Whoever gets the folder needs no office to see that the signatures hold.
TEST(SignedFormInAVolume, IsVerifiedWithTheManifestAlone) {
  well(cli::write_all_visible(archived().opened(), "2026-1-01"));
  const cases::Case c = archived().case_of("2026-1-01");
  const std::string manifest = archived().folder() + "/" + manifest_path(c.dossier->volumes.front().name);
  std::ostringstream out, err;
  cli::Terminal terminal{out, err, Language::chinese, false, "clerk", keys().at, ".", ""};
  const cli::Command command = cli::dossier_verify_command();
  EXPECT_EQ(command.run(terminal, well(cli::parse_options(command.rules, {manifest}))), cli::status_done)
      << err.str();
  EXPECT_NE(out.str().find("电子签名完好：1 个签名与文件一致。"), std::string::npos) << out.str();
}

TEST(SignedFormInAVolume, IsMissedWhereTheVolumeLacksIt) {
  auto rows = well(archived().reading()->list_cases(true));
  for (cases::CaseRow& row : rows) {
    cases::Case c = cases::case_from(row.body);
    if (!c.dossier) continue;
    c.dossier->volumes.front().file = cases::paper_in(c, slot)->print;  // a file without attachments
    row.body = cases::to_value(c);
  }
  const auto verified = well(verify_signed_forms(*archived().reading(), rows));
  EXPECT_TRUE(has_code(verified.found, "AJ3724")) << shown(verified.found);
}

}  // namespace
}  // namespace anjuan::handling
