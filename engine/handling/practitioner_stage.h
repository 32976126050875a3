#pragma once
// 执业人员二次抽取: practitioners inside the drawn institutions. Their list is frozen with the list of
// institutions, before the seed; it has the same draw number, the same contributors and so the same dice,
// and everybody can compute it anew with the same program. Each institution is a stratum of its own.

#include "draw/draw.h"
#include "handling/draw_facts.h"

namespace anjuan::handling {

/// What the freeze adds to the facts of its draw: the list, its digest, the version of the register.
/// Nothing where the procedure asks for no practitioners (执业人员: 比例, 最少, 行业比例). `institutions`: the
/// list of the draw, with its contributors.
Result<Fields> freeze_practitioners(Work&, const Fields& values, const draw::FrozenList& institutions);

/// The files of the second stage of an opened draw; empty texts where there is none.
struct PractitionerFiles {
  std::string list, seed, result;
};
Result<PractitionerFiles> practitioner_files(const cases::DrawRecord&);

/// 抽取.执业人员: who was drawn in the institutions of `drawn` (ids), with rank and ticket.
Value practitioners_fact(const cases::DrawRecord&, const std::vector<std::string>& drawn, const DrawPeople&);

}  // namespace anjuan::handling
