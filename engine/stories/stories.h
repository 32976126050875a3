#pragma once
// The course of a case as text.

namespace anjuan::stories {}
