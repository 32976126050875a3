#pragma once
// Facts that a trial makes up: what a real case would have of its surroundings, as plainly invented
// samples of the names and types that the checks know.

#include <string>
#include <string_view>

#include "cases/bureau.h"
#include "procedure/definition.h"

namespace anjuan::stories {

/// What is made up, by name: {"对象": {…}, "检查人员": […], "任务": {…}}. Only names that the text of the
/// procedure reads. Texts are 样例, whole numbers 0, truths 否, dates a year after `on`; a text that
/// looks something up in a parameter is the first key of that parameter. The types of fields that no
/// check knows (任务.…) are those with which the procedure has the fewest errors.
Fields sample_facts(const procedure::Definition&, std::string_view xml, const cases::Bureau&, Day on);

/// The office with one made-up person for each post that a role asks for and nobody holds, and with the
/// inspectors of `facts`.
cases::Bureau with_sample_people(cases::Bureau, const procedure::Definition&, const Fields& facts, Day on);

}  // namespace anjuan::stories
