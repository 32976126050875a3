#pragma once
// What `migrate`, `update` and `diff` say alike: which cases move, and how their limits and papers do.

#include <string>
#include <vector>

#include "cli/terminal.h"
#include "handling/migrate.h"

namespace anjuan::cli {

/// "第2版"; of an office that kept no editions "原来的版本".
Wording edition_words(int edition);
/// One case of a plan, on several lines.
void print_plan(Terminal&, const handling::CasePlan&);
/// The values that a migration has recorded.
void print_values(Terminal&, const procedure::Migration&);
/// Whether the case would notice the new version at all.
bool is_noticed(const handling::CasePlan&);
/// A limit that has moved: "完成检查报告　2026年9月22日 → 2026年9月29日".
std::string moved_words(const handling::ToldLimit&, Language);

}  // namespace anjuan::cli
