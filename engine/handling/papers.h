#pragma once
// Papers of a case: made, signed, served, voided. A paper is never edited.

#include <memory>
#include <optional>
#include <string>

#include "handling/work.h"
#include "pages/pages.h"
#include "pages/setting.h"

namespace anjuan::handling {

struct ComposedPaper {
  std::shared_ptr<const pages::Setting> setting;
  std::string title, label, template_digest;
  Fields data;  ///< what the words were made of
};
/// Words and pages of a template with these names; nothing is recorded. The template is that of the
/// case's edition, else (the office's own papers) that of the current one.
Result<ComposedPaper> compose_paper(Work&, const cases::Case&, const std::string& template_id, const Fields& names, const std::string& watermark);

/// The manuscript of a paper, composed again by the template and from the data it was made of.
Result<pages::Manuscript> manuscript_of(Work&, const cases::Case&, const cases::Paper&);
/// The style that a manuscript of the case asks for.
Result<std::shared_ptr<const pages::Style>> style_of(Work&, const cases::Case&, const pages::Manuscript&, const std::string& template_id);

/// The mark behind the text: of a draft, of an exercise, or none.
std::string watermark_of(const Work&, bool draft);

struct NewPaper {
  std::string slot, template_id, number_code, to, place, receipt_of;
  bool draft = false;
  Fields data;
};
/// Makes a paper, takes its number, stores its bytes and adds it to the case.
Result<cases::Paper*> add_paper(Work&, cases::Case&, NewPaper);

/// The signing of a paper: on paper, perhaps with a scan, or electronically. A paper that is signed
/// electronically may be signed again by others, each after the last.
struct Signing {
  std::string by;                    ///< names as they stand on the paper
  std::string scan;                  ///< bytes of the signed form: a scan, or the print with signatures; "" none
  std::string scan_file;             ///< its name, for messages
  std::string seal{};                ///< the registered seal that was set, "" none
};
Outcome record_signing(Work&, const CaseId&, const std::string& paper_id, const Signing&);

/// 送达: how a paper reached its addressee. Makes the 送达回证.
struct Service {
  std::string way, place, received_by, relation, servers, refusal, witness;
  std::string scan, scan_file;       ///< of the signed receipt, "" none
};
Outcome record_service(Work&, const CaseId&, const std::string& paper_id, const Service&);

/// 作废: the paper and its number stay on record with the reason.
Outcome void_paper(Work&, const CaseId&, const std::string& paper_id, const std::string& reason);

/// The paper by its id, its number or its slot.
Result<cases::Paper*> find_paper(cases::Case&, const std::string& wanted);

/// A scan (PDF, JPEG or PNG) as PDF bytes with its pages counted.
struct ReadScan {
  std::string pdf;
  int pages = 0;
};
Result<ReadScan> read_scan(Work&, const std::string& bytes, const std::string& file);

}  // namespace anjuan::handling
