#pragma once
// The course of things without how papers look: what a journal entry and a case say once the digests and
// page counts of papers are left out. Two versions of the program may set a paper in other bytes; they may
// not decide otherwise.

#include "base/value.h"

namespace anjuan::handling {

/// An entry without the seals of the rows that it wrote: older software did not tell them, and they follow from the rest.
Value without_rows(const Value& entry);
Value course_of_entry(const Value& entry);
Value course_of_case(const Value& body);

}  // namespace anjuan::handling
