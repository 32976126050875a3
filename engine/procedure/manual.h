#pragma once
// A definition as the values that the template of its printed description (流程说明书) fills in. Words
// of people only where the definition gives them; what is said around them stands in the template.

#include "base/value.h"
#include "procedure/definition.h"

namespace anjuan::procedure {

/// In Chinese. Lists in document order: 依据, 角色, 职责分离, 参数, 环节 (each with its 办理), 全部文书,
/// 全部期限, 要求; texts: 流程名称, 版本, 摘要.
Fields manual_of(const Definition&);

}  // namespace anjuan::procedure
