#pragma once
// What an import tells people: one line.

#include "handling/import_register.h"

namespace anjuan::cli {

/// 检查对象 20 行，新增 20，变化 0 处，第 1 版
Wording told(const handling::ImportedRegister&);

}  // namespace anjuan::cli
