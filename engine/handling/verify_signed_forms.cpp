#include "handling/verify_signed_forms.h"

#include <algorithm>
#include <set>

#include "base/digest.h"
#include "cases/case_value.h"
#include "dossier/manifest.h"
#include "handling/messages.h"
#include "handling/signed_form.h"
#include "pages/attached_files.h"

namespace anjuan::handling {
namespace {

std::string words_of_paper(const cases::Paper& p) { return p.id + " " + p.title; }

/// The digests of what a volume binds.
Result<std::vector<std::string>> bound_in(cases::Reading& reading, const cases::BoundVolume& volume) {
  ANJUAN_TRY(const std::string text, reading.read_file(volume.manifest));
  ANJUAN_TRY(const dossier::Manifest manifest, dossier::read_manifest(text, volume.name));
  std::vector<std::string> out;
  for (const dossier::ManifestItem& item : manifest.items) out.push_back(item.bound.digest);
  return out;
}

class SignedFormVerifier {
 public:
  SignedFormVerifier(cases::Reading& reading, const signing::Trust& trust) : reading_(reading), trust_(trust) {}

  Outcome look_at(const cases::Case& c) {
    std::vector<const cases::Paper*> with_signatures;
    for (const cases::Paper& p : c.papers) {
      ANJUAN_TRY(const bool has, is_signed(p));
      if (has) with_signatures.push_back(&p);
    }
    if (with_signatures.empty() || !c.dossier) return Done{};
    for (const cases::BoundVolume& volume : c.dossier->volumes) {
      ANJUAN_DO(look_into(volume, with_signatures));
    }
    return Done{};
  }

  SignedForms found() && { return std::move(out_); }

 private:
  cases::Reading& reading_;
  const signing::Trust& trust_;
  SignedForms out_;

  /// Whether the paper's signed form has electronic signatures; they are held against it.
  Result<bool> is_signed(const cases::Paper& p) {
    if (p.scan.empty()) return false;
    ANJUAN_TRY(const std::string bytes, reading_.read_file(p.scan));
    if (p.signatures == 0 && bytes.find("/ByteRange") == std::string::npos) return false;  // a scan
    ANJUAN_TRY(const auto all, examine_signatures(bytes, trust_, words_of_paper(p)));
    append(out_.found, broken_signatures(all, words_of_paper(p)));
    append(out_.found, untrusted_signatures(all, trust_, words_of_paper(p)));
    const auto recorded = static_cast<std::size_t>(p.signatures);
    if (recorded > 0 && recorded != all.size()) {
      out_.found.push_back(diagnose(signatures_other_than_recorded, Place{}, words_of_paper(p),
                                    std::to_string(recorded), std::to_string(all.size())));
    }
    if (all.empty()) return false;
    ++out_.papers;
    out_.signatures += all.size();
    return true;
  }

  /// A volume carries each signed form that it binds, to the byte: its pages alone would have lost the
  /// signatures.
  Outcome look_into(const cases::BoundVolume& volume,
                    const std::vector<const cases::Paper*>& with_signatures) {
    ANJUAN_TRY(const auto bound, bound_in(reading_, volume));
    const auto binds = [&](const cases::Paper* p) {
      return std::find(bound.begin(), bound.end(), p->scan) != bound.end();
    };
    if (std::none_of(with_signatures.begin(), with_signatures.end(), binds)) return Done{};
    ANJUAN_TRY(const std::string pdf, reading_.read_file(volume.file));
    std::set<std::string> carried;  // by digest: together they are as large as the volume
    ANJUAN_TRY([[maybe_unused]] const Done read, pages::read_attached_files(pdf, volume.name, [&](const pages::AttachedFile& one) -> Outcome {
      carried.insert(sha256(one.bytes));
      return Done{};
    }));
    for (const cases::Paper* p : with_signatures) {
      if (!binds(p)) continue;
      ANJUAN_TRY(const std::string form, reading_.read_file(p->scan));
      if (carried.contains(sha256(form)))
        ++out_.in_volumes;
      else
        out_.found.push_back(diagnose(signed_form_not_in_volume, Place{}, volume.name, words_of_paper(*p)));
    }
    return Done{};
  }
};

}  // namespace

Result<SignedForms> verify_signed_forms(cases::Reading& reading, const std::vector<cases::CaseRow>& rows, const signing::Trust& trust) {
  SignedFormVerifier verifier(reading, trust);
  for (const cases::CaseRow& row : rows) {
    ANJUAN_DO(verifier.look_at(cases::case_from(row.body)));
  }
  return std::move(verifier).found();
}

}  // namespace anjuan::handling
