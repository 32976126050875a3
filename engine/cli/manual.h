#pragma once
// 流程说明书: a procedure as a printed paper, from the template and its style.

#include <string>

#include "base/result.h"
#include "cli/terminal.h"
#include "procedure/definition.h"

namespace anjuan::cli {

/// Where the template procedure-manual.xml and the folder styles are: what --templates names, else a
/// folder "templates" near the file of the procedure or in the current folder, else the program's `own`.
Result<std::string> find_templates(const std::string& asked, const std::string& procedure_file, const std::string& own);

/// The PDF: the manual and the pages of the chart after it, dated `on`. In Chinese, as papers are.
Result<std::string> manual_pdf(const Terminal&, const procedure::Definition&, const std::string& templates, Day on);

}  // namespace anjuan::cli
