#include "cases/bureau.h"

#include <algorithm>

#include "base/text.h"
#include "cases/messages.h"

namespace anjuan::cases {
namespace {

constexpr std::string_view ns = "urn:anjuan:bureau:1";

using xml::ValueKind;

std::optional<Day> day_of_attribute(const xml::Element& e, std::string_view name) { return parse_day(e.get(name)); }

Person read_person(const xml::Element& e) {
  Person person{PersonId(std::string(e.get("id"))), std::string(e.get("name")), std::string(e.get("title")),
                std::string(e.get("unit")), std::string(e.get("os-user")), {}};
  for (const xml::Element* post : e.children("post")) {
    person.posts.push_back({std::string(post->get("name")), std::string(post->get("unit")), day_of_attribute(*post, "from"),
                            day_of_attribute(*post, "until"), post->get("acting") == "yes"});
  }
  return person;
}

/// Hexadecimal digits as digests are kept here; colons and capitals are how other programs print them.
std::string plain_digest(std::string_view written) {
  std::string out;
  for (const char c : written) {
    if (c != ':' && c != ' ') out += c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}
bool is_digest(const std::string& text) { return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos; }

RegisteredSeal read_seal(const xml::Element& e) {
  const auto get = [&](std::string_view name) { return std::string(e.get(name)); };
  RegisteredSeal seal;
  seal.name = get("name");
  seal.organ = get("organ");
  seal.sample = e.get("sample") == "yes";
  seal.picture = get("picture");
  seal.picture_digest = plain_digest(e.get("picture-digest"));
  seal.certificate = get("certificate");
  seal.fingerprint = plain_digest(e.get("fingerprint"));
  if (const auto mm = parse_integer(e.get("width-mm"))) seal.width = static_cast<int>(std::clamp<std::int64_t>(*mm, 10, 100)) * 1000;
  seal.keeper = get("keeper");
  seal.approver = get("approver");
  seal.from = day_of_attribute(e, "from");
  seal.until = day_of_attribute(e, "until");
  return seal;
}

/// What is wrong with a registration.
Diagnostics check_seal(const xml::Element& e, const RegisteredSeal& seal, const Bureau& bureau) {
  Diagnostics found;
  if (find_seal(bureau, seal.name)) found.push_back(diagnose(duplicate_seal, e.place_of("name"), seal.name));
  const bool real = !seal.picture.empty() || !seal.picture_digest.empty();
  if (seal.sample ? real : seal.picture.empty() || seal.certificate.empty() || seal.fingerprint.empty()) {
    found.push_back(diagnose(seal_incomplete, e.place, seal.name));
  }
  for (const auto& [name, digest] : {std::pair("fingerprint", seal.fingerprint), std::pair("picture-digest", seal.picture_digest)}) {
    if (!digest.empty() && !is_digest(digest)) found.push_back(diagnose(not_a_digest, e.place_of(name), name));
  }
  return found;
}

xml::ElementRule seal_rule() {
  return {"seal", {"登记的一枚印章，怎样用见文书模板说明“电子签名和电子印章”一节。真印章写 picture、certificate、fingerprint 三项；练习用的写 sample。", "a registered seal: picture, certificate and fingerprint of a real one, or sample."},
          {{"name", ValueKind::id, true, {}, {"印章在这里的名称，签署时用 --seal 写它", "its name, as --seal says it"}, ""},
           {"organ", ValueKind::text, true, {}, {"哪个机关的印章，与文书落款写法相同", "whose seal it is, as papers name the organ"}, ""},
           {"sample", ValueKind::yes_no, false, {}, {"练习用：由程序画出，横写“示例”，只能在演练的机关里用", "for exercises only: drawn here, marked as a sample"}, ""},
           {"picture", ValueKind::text, false, {}, {"印章图片（PNG），从案卷库文件夹算起的路径", "picture (PNG), path from the office's folder"}, ""},
           {"picture-digest", ValueKind::text, false, {}, {"图片文件的 SHA-256 摘要；写了的，图片换过就不能用", "SHA-256 of the picture; if given, no other picture is used"}, ""},
           {"certificate", ValueKind::text, false, {}, {"证书文件（PKCS#12，用口令加密）的路径；口令不写在任何文件里", "certificate file (PKCS#12, encrypted); its password is kept nowhere"}, ""},
           {"fingerprint", ValueKind::text, false, {}, {"证书的 SHA-256 指纹；换发证书后要改", "SHA-256 fingerprint of the certificate"}, ""},
           {"width-mm", ValueKind::integer, false, {}, {"印章的宽，毫米，默认 42", "its width in mm, default 42"}, ""},
           {"keeper", ValueKind::text, true, {}, {"保管印章的职务：由任此职的人盖章并记录", "post of who keeps it, sets it and records that"}, ""},
           {"approver", ValueKind::text, false, {}, {"批准用印的职务：签署人须任此职", "post of who decides that it is set: the signatory"}, ""},
           {"from", ValueKind::date, false, {}, {"启用日期", "in use from"}, ""},
           {"until", ValueKind::date, false, {}, {"停用日期", "in use until"}, ""}}, {}, false, false,
          "<seal name=\"局印\" organ=\"某某县司法局\" sample=\"yes\" keeper=\"印章管理员\" approver=\"主要负责人\"/>", ""};
}

}  // namespace

const xml::Outline& bureau_outline() {
  static const xml::Outline outline = [] {
    xml::Outline o;
    o.ns = ns;
    o.root = "bureau";
    o.elements = {
        {"bureau", {"一个机关。", "one office."},
         {{"exercise", ValueKind::yes_no, false, {}, {"是否演练：演练的机关一个人可以办各种角色的事，出的文书都带标记", "an exercise: one user may play all parts, every document is marked"}, ""},
          {"mark", ValueKind::text, false, {}, {"演练标记，如“示例”", "the mark of an exercise"}, ""},
          {"grace-days", ValueKind::integer, false, {}, {"行为发生以后几天以内可以补录；超过的要写明理由，核验时列出；不写就不限", "an act may be recorded so many days after its date; later ones need a reason and are listed; none: no limit"}, ""}},
         {{"fact", 1, -1, ""}, {"person", 1, -1, ""}, {"number-code", 1, -1, ""}, {"papers", 1, 1, ""}, {"migration", 0, 1, ""}, {"seal", 0, -1, ""}, {"timestamp", 0, 1, ""}}, false, false, "<bureau xmlns=\"urn:anjuan:bureau:1\">…</bureau>", ""},
        {"fact", {"机关的一项情况，文书里写作 {机关.名称} 等。", "a fact about the office, in documents {机关.名称} and so on."},
         {{"name", ValueKind::id, true, {}, {"名称", "name"}, ""}, {"value", ValueKind::any_text, true, {}, {"内容", "content"}, ""}}, {}, false, false,
         "<fact name=\"名称\" value=\"某某县司法局\"/>", ""},
        {"person", {"一名工作人员。", "one person of the office."},
         {{"id", ValueKind::id, true, {}, {"编号；执法人员用名录库里的人员编号", "id; inspectors use the id of the register"}, ""},
          {"name", ValueKind::text, true, {}, {"姓名", "name"}, ""}, {"title", ValueKind::text, false, {}, {"职务名称", "title"}, ""},
          {"unit", ValueKind::text, false, {}, {"所在股室", "unit"}, ""},
          {"os-user", ValueKind::text, false, {}, {"本人登录计算机的用户名，用来认定记录人", "operating-system user, to tell who recorded an act"}, ""}},
         {{"post", 0, -1, ""}}, false, false, "<person id=\"P01\" name=\"某某\" title=\"副局长\"><post name=\"分管领导\"/></person>", ""},
        {"post", {"所任职务或者代理，有起止日期。", "a post held, or acted for, with its dates."},
         {{"name", ValueKind::text, true, {}, {"职务，与流程里的角色名一致", "the post, named as the roles of the procedure"}, ""},
          {"unit", ValueKind::text, false, {}, {"只管某一股室的，写股室名称", "for one unit only"}, ""},
          {"from", ValueKind::date, false, {}, {"起", "from"}, ""}, {"until", ValueKind::date, false, {}, {"止", "until"}, ""},
          {"acting", ValueKind::yes_no, false, {}, {"是否代理或指定办理", "whether as deputy or alternate"}, ""}}, {}, false, false,
         "<post name=\"分管领导\" from=\"2026-01-01\"/>", ""},
        {"papers", {"不属于某一流程的文书约定。", "papers that belong to the office and to no procedure."},
         {{"draft-mark", ValueKind::text, true, {}, {"送审稿上的水印文字", "watermark of drafts"}, ""},
          {"receipt-template", ValueKind::id, true, {}, {"送达回证的模板", "template of the receipt of service"}, ""},
          {"receipt-slot", ValueKind::id, true, {}, {"送达回证在案件里的名称", "its name within a case"}, ""},
          {"cover-template", ValueKind::id, true, {}, {"卷宗封面的模板", "template of the dossier's cover"}, ""},
          {"contents-template", ValueKind::id, true, {}, {"卷内目录的模板", "template of its contents"}, ""},
          {"closing-template", ValueKind::id, true, {}, {"备考表的模板", "template of its closing note"}, ""},
          {"ledger-template", ValueKind::id, true, {}, {"期限台账的模板", "template of the ledger of time limits"}, ""},
          {"draw-code", ValueKind::id, true, {}, {"抽取号用的文号类别", "number code of draws"}, ""},
          {"dossier-code", ValueKind::id, true, {}, {"案卷号用的文号类别", "number code of dossiers"}, ""}}, {}, false, false,
         "<papers draft-mark=\"送审稿\" receipt-template=\"service-receipt\" receipt-slot=\"送达回证\" cover-template=\"dossier-cover\" contents-template=\"dossier-contents\" closing-template=\"closing-note\" ledger-template=\"due-ledger\" draw-code=\"抽取\" dossier-code=\"案卷\"/>", ""},
        seal_rule(),
        {"timestamp", {"时间戳服务器，签名时向它要时间戳（RFC 3161）。", "server of timestamps (RFC 3161)."},
         {{"url", ValueKind::text, true, {}, {"服务器的网址", "its address"}, ""}}, {}, false, false,
         "<timestamp url=\"https://tsa.example.org/\"/>", ""},
        {"migration", {"谁能决定在办案件改按新版流程办理；不写就是本单位任何人。", "who may decide that running cases move to a new version; none: any person of the office."},
         {{"posts", ValueKind::ids, true, {}, {"职务，可以写几个，用空格分开；任其一的人都可以", "posts; who holds one of them may"}, ""}}, {}, false, false,
         "<migration posts=\"主要负责人 分管领导\"/>", ""},
        {"number-code", {"一类文书的编号。", "the numbers of one kind of document."},
         {{"code", ValueKind::id, true, {}, {"类别字，流程里 number= 引用它", "the code that number= names in a procedure"}, ""},
          {"label", ValueKind::text, true, {}, {"说明", "what it is for"}, ""},
          {"pattern", ValueKind::text, true, {}, {"写法，含 {代字}、{年}、{号}", "how it is printed, with {代字}, {年}, {号}"}, ""}}, {}, false, false,
         "<number-code code=\"检通\" label=\"行政检查通知书\" pattern=\"{代字}检通〔{年}〕{号}号\"/>", ""},
    };
    return o;
  }();
  return outline;
}

Result<Bureau> load_bureau(std::string_view text, const std::string& file) {
  ANJUAN_TRY(const xml::Element root, xml::parse(text, file));
  Diagnostics found = xml::check(root, bureau_outline());
  Bureau bureau;
  bureau.exercise = root.get("exercise") == "yes";
  bureau.exercise_mark = std::string(root.get("mark"));
  if (const auto days = parse_integer(root.get("grace-days")); days && *days >= 0) bureau.grace_days = *days;
  for (const xml::Element* e : root.children("fact")) bureau.facts[std::string(e->get("name"))] = Value(e->get("value"));
  for (const xml::Element* e : root.children("person")) {
    Person person = read_person(*e);
    const bool twice = std::any_of(bureau.people.begin(), bureau.people.end(), [&](const Person& p) { return p.id == person.id; });
    if (twice) found.push_back(diagnose(duplicate_person, e->place_of("id"), person.id.text()));
    bureau.people.push_back(std::move(person));
  }
  for (const xml::Element* e : root.children("number-code")) {
    if (find_code(bureau, e->get("code"))) found.push_back(diagnose(duplicate_code, e->place_of("code"), e->get("code")));
    bureau.codes.push_back({std::string(e->get("code")), std::string(e->get("label")), std::string(e->get("pattern"))});
  }
  if (const xml::Element* e = root.child("papers")) {
    const auto get = [&](std::string_view name) { return std::string(e->get(name)); };
    bureau.papers = {get("draft-mark"), get("receipt-template"), get("receipt-slot"), get("cover-template"), get("contents-template"),
                     get("closing-template"), get("ledger-template"), get("draw-code"), get("dossier-code")};
  }
  for (const xml::Element* e : root.children("seal")) {
    RegisteredSeal seal = read_seal(*e);
    append(found, check_seal(*e, seal, bureau));
    bureau.seals.push_back(std::move(seal));
  }
  if (const xml::Element* e = root.child("timestamp")) bureau.timestamp_server = std::string(e->get("url"));
  if (const xml::Element* e = root.child("migration")) {
    for (const std::string& post : split(collapse_space(e->get("posts")), ' ')) bureau.migration_posts.push_back(post);
  }
  if (has_error(found)) return found;
  return bureau;
}

Result<Person> find_person(const Bureau& bureau, std::string_view wanted) {
  std::vector<std::string> names;
  const Person* by_name = nullptr;
  int same_name = 0;
  for (const Person& p : bureau.people) {
    if (p.id.text() == wanted) return p;
    if (p.name == wanted) {
      by_name = &p;
      ++same_name;
    }
    names.push_back(p.id.text());
    names.push_back(p.name);
  }
  if (same_name == 1) return *by_name;
  if (const auto near = nearest(wanted, names)) return diagnose(unknown_person_near, Place{}, wanted, *near);
  return diagnose(unknown_person, Place{}, wanted);
}

const NumberCode* find_code(const Bureau& bureau, std::string_view code) {
  for (const NumberCode& c : bureau.codes) {
    if (c.code == code) return &c;
  }
  return nullptr;
}

const RegisteredSeal* find_seal(const Bureau& bureau, std::string_view name) {
  const auto found = std::find_if(bureau.seals.begin(), bureau.seals.end(), [&](const RegisteredSeal& s) { return s.name == name; });
  return found == bureau.seals.end() ? nullptr : &*found;
}

bool holds_post(const Person& person, std::string_view post, std::string_view unit, Day day) {
  return std::any_of(person.posts.begin(), person.posts.end(), [&](const Post& p) {
    return p.name == post && (p.unit.empty() || unit.empty() || p.unit == unit) && (!p.from || *p.from <= day) && (!p.until || day <= *p.until);
  });
}

std::vector<Person> holders(const Bureau& bureau, std::string_view post, std::string_view unit, Day day) {
  std::vector<Person> out;
  for (const Person& p : bureau.people) {
    if (holds_post(p, post, unit, day)) out.push_back(p);
  }
  return out;
}

Value to_value(const Person& p) {
  return Fields{{"编号", p.id.text()}, {"姓名", p.name}, {"职务", p.title}, {"单位", p.unit}};
}

Value to_value(const Bureau& bureau, std::string_view wanted) {
  const auto person = find_person(bureau, wanted);
  if (person.ok()) return to_value(*person);
  return Fields{{"编号", ""}, {"姓名", wanted}, {"职务", ""}, {"单位", ""}};
}

}  // namespace anjuan::cases
