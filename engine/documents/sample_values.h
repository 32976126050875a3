#pragma once
// Values to see a template with: those a person gives, held to the types that the document wants, and made-up
// ones for the rest.

#include <string>

#include "base/date.h"
#include "base/result.h"
#include "base/value.h"
#include "documents/document_template.h"
#include "expression/expression.h"

namespace anjuan::documents {

/// Data from outside (JSON) as the document wants them: texts become dates where dates are wanted. Refused,
/// all at once and by their paths (检查人员[2].执法证号): names that nothing provides, values of another
/// type. `provided`: names that procedures provide, besides the template's needs.
Result<Fields> fitted(const Fields& data, const DocumentTemplate&, const expression::Names& provided,
                      const std::string& file);

/// `given`, and for all else that the template reads plainly invented values: texts 样例…, dates `on`, truths
/// yes, lists of two. What is given as blank stays blank.
Fields sample_fields(const DocumentTemplate&, const expression::Names& provided, const Fields& given, Day on);

}  // namespace anjuan::documents
