#include "handling/signed_form.h"

#include <set>

#include "base/text.h"
#include "handling/messages.h"

namespace anjuan::handling {
namespace {

Wording why_broken(const ExaminedSignature& s) {
  if (!s.found.sound) return {"没有盖住整个文件", "leaves out part of the file"};
  if (!s.verified) return {"读不懂", "cannot be read"};
  if (!s.verified->complete)
    return {"用的算法这台计算机不会核验", "uses an algorithm that this machine cannot check"};
  if (!s.verified->intact) return {"与文件内容不一致", "does not agree with the file"};
  return {"之后，文件增加或者改动了签名以外的内容", "was followed by changes that are no signatures"};
}

Wording why_untrusted(const signing::Verified& v) {
  if (!v.trusted) return {"不是由给出的根证书签发的", "does not lead to a given root"};
  if (v.revoked_at) return {"的证书已经吊销：" + official(*v.revoked_at), "has a certificate that was revoked: " + iso(*v.revoked_at)};
  return {"的证书，给出的名单不能说明它没有吊销", "has a certificate that the given lists do not show to be current"};
}

std::string signer_of(const ExaminedSignature& s) {
  return s.verified ? s.verified->signer.holder : s.found.signer;
}

Value told_signature(const ExaminedSignature& s, const std::string& seal) {
  const signing::Verified& v = *s.verified;
  Fields out{{"signer", v.signer.holder},
             {"issuer", v.signer.issuer},
             {"serial", v.signer.serial},
             {"fingerprint", v.signer.fingerprint}};
  if (v.signed_at) out.emplace("signed_at", Value(iso(*v.signed_at)));
  if (v.stamped_at) out.emplace("stamped_at", Value(iso(*v.stamped_at)));
  if (v.stamped_at) out.emplace("stamped_by", Value(v.stamped_by));
  if (!seal.empty()) out.emplace("seal", Value(seal));
  return Value(std::move(out));
}

/// A registered seal is set by who keeps it, when who may decide so has decided, on a day when it is in use.
Outcome may_be_set(const Work& work, const cases::RegisteredSeal& seal) {
  const cases::Bureau& bureau = work.office.bureau;
  const Day on = work.act.on;
  if (bureau.exercise && !seal.sample) return diagnose(real_seal_in_exercise, Place{}, seal.name);
  if (!bureau.exercise && seal.sample) return diagnose(sample_outside_exercise, Place{}, seal.name);
  if ((seal.from && on < *seal.from) || (seal.until && on > *seal.until))
    return diagnose(seal_not_in_use, Place{}, seal.name, Wording(official(on), iso(on)));
  ANJUAN_TRY(const cases::Person approver, cases::find_person(bureau, work.act.signatory));
  if (!seal.approver.empty() && !cases::holds_post(approver, seal.approver, "", on)) {
    return diagnose(seal_not_theirs, Place{}, seal.name, Wording("批准", "be decided on"), seal.approver,
                    approver.name);
  }
  if (bureau.exercise) return Done{};  // one user may play all parts
  ANJUAN_TRY(const cases::Person keeper, cases::find_person(bureau, work.act.recorder));
  if (!cases::holds_post(keeper, seal.keeper, "", on))
    return diagnose(seal_not_theirs, Place{}, seal.name, Wording("盖用", "be set"), seal.keeper, keeper.name);
  if (keeper.id == approver.id) return diagnose(seal_by_one_person, Place{}, seal.name, keeper.name);
  return Done{};
}

/// A signature carries the time of its maker's clock; the act has a stated date. In an exercise dates are
/// pretend.
void compare_days(Work& work, const signing::Verified& v) {
  if (work.office.bureau.exercise || !v.signed_at || day_of(*v.signed_at) == work.act.on) return;
  work.receipt.remarks.push_back(diagnose(signed_on_another_day, Place{}, v.signer.holder,
                                          Wording(official(*v.signed_at), iso(*v.signed_at)),
                                          Wording(official(work.act.on), iso(work.act.on))));
}

/// The registered seal whose certificate made the signature, or null.
const cases::RegisteredSeal* seal_of(const cases::Bureau& bureau, const signing::CertificateFacts& signer) {
  for (const cases::RegisteredSeal& seal : bureau.seals) {
    if (!seal.fingerprint.empty() && seal.fingerprint == signer.fingerprint) return &seal;
  }
  return nullptr;
}

/// How many signatures the kept form has that this one goes on from; the print has none.
Result<std::size_t> signatures_before(Work& work, const cases::Paper& paper, const std::string& bytes,
                                      const std::string& file) {
  const std::string shown = paper.number.empty() ? paper.title : paper.title + " " + paper.number;
  if (!paper.signed_on) {
    ANJUAN_TRY(const std::string print, work.tx.read_file(paper.print));
    if (!bytes.starts_with(print))
      work.receipt.remarks.push_back(diagnose(not_on_our_print, Place{}, file.empty() ? shown : file, shown));
    return std::size_t{0};
  }
  if (paper.signatures == 0) return diagnose(already_signed, Place{}, shown, official(*paper.signed_on));
  ANJUAN_TRY(const std::string kept, work.tx.read_file(paper.scan));
  if (bytes.size() <= kept.size() || !bytes.starts_with(kept))
    return diagnose(signatures_left_out, Place{}, shown, std::to_string(paper.signatures));
  return static_cast<std::size_t>(paper.signatures);
}

}  // namespace

Result<std::vector<ExaminedSignature>> examine_signatures(std::string_view pdf, const signing::Trust& trust, const std::string& file) {
  ANJUAN_TRY(auto found, pages::signatures_of(pdf, file));
  std::vector<ExaminedSignature> out;
  for (pages::FoundSignature& one : found) {
    ExaminedSignature examined{std::move(one), std::nullopt, pages::Added::other};
    if (examined.found.sound) {
      auto verified = signing::verify_detached(examined.found.signed_bytes, examined.found.signature, trust);
      if (verified.ok()) examined.verified = std::move(verified).value();
      // A revision that cannot be read on its own is not what was signed.
      const auto added = pages::added_after(pdf, examined.found.revision_size, file);
      if (added.ok()) examined.added = *added;
    }
    examined.found.signed_bytes.clear();  // as long as the file; nobody needs it any more
    out.push_back(std::move(examined));
  }
  return out;
}

Diagnostics broken_signatures(const std::vector<ExaminedSignature>& all, const std::string& file) {
  Diagnostics broken;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!all[i].intact())
      broken.push_back(diagnose(signature_broken, Place{}, file, std::to_string(i + 1), signer_of(all[i]),
                                why_broken(all[i])));
  }
  return broken;
}

bool is_current(const signing::Verified& v) {
  return v.revocation != signing::Revocation::revoked && v.revocation != signing::Revocation::no_list;
}

Diagnostics untrusted_signatures(const std::vector<ExaminedSignature>& all, const signing::Trust& trust, const std::string& file) {
  Diagnostics found;
  for (std::size_t i = 0; i < all.size() && !trust.roots.empty(); ++i) {
    if (!all[i].verified) continue;  // told as broken
    const signing::Verified& v = *all[i].verified;
    if (v.trusted && is_current(v)) continue;
    found.push_back(diagnose(signature_untrusted, Place{}, file, std::to_string(i + 1), v.signer.holder, why_untrusted(v)));
  }
  return found;
}

Result<NewSignatures> check_signed_form(Work& work, const cases::Paper& paper, const std::string& bytes,
                                        const std::string& file, const std::string& seal) {
  const cases::Bureau& bureau = work.office.bureau;
  const bool pdf = bytes.starts_with("%PDF-");
  ANJUAN_TRY(const auto all, pdf ? examine_signatures(bytes, {}, file)
                                 : Result<std::vector<ExaminedSignature>>(std::vector<ExaminedSignature>{}));
  if (all.empty() && paper.signed_on)
    return diagnose(already_signed, Place{}, paper.title, official(*paper.signed_on));
  if (all.empty()) return NewSignatures{};
  if (Diagnostics broken = broken_signatures(all, file.empty() ? paper.title : file); !broken.empty())
    return broken;
  if (paper.served_on)
    return diagnose(paper_not_valid, Place{}, paper.title, Wording("已经送达", "has been served"),
                    Wording("电子签名", "electronic signature"));
  ANJUAN_TRY(const std::size_t before, signatures_before(work, paper, bytes, file));
  NewSignatures out{static_cast<int>(all.size()), {}};
  std::set<std::string> used;
  if (!seal.empty()) used.insert(seal);
  for (std::size_t i = before; i < all.size(); ++i) {
    const cases::RegisteredSeal* registered = seal_of(bureau, all[i].verified->signer);
    if (registered != nullptr) used.insert(registered->name);
    compare_days(work, *all[i].verified);
    out.told.push_back(told_signature(all[i], registered != nullptr ? registered->name
                                              : i + 1 == all.size() ? seal
                                                                    : ""));
  }
  for (const std::string& name : used) {
    const cases::RegisteredSeal* registered = cases::find_seal(bureau, name);
    if (registered == nullptr) return diagnose(seal_unknown, Place{}, name);
    ANJUAN_DO(may_be_set(work, *registered));
  }
  return out;
}

}  // namespace anjuan::handling
