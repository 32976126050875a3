#pragma once
// The hidden sheet for machines: what the visible sheet is and where each answer stands, so that any program
// can read a filled sheet without knowing its layout. Private to this module.
//
// A1 holds the mark. Each row below is one statement: what, of what, the value.
//   form ID · version · digest (SHA-256 of the form's file) · definition (of the case's procedure) · case ·
//   serial · sheet (name of the visible one) | value column ID | letter of the column to fill       item CODE
//   | row of the item field INPUT | cell to fill                     fact CELL | its text as printed

#include <map>
#include <string>

#include "forms/layout.h"
#include "forms/mark.h"

namespace anjuan::forms {

sheets::Sheet machine_sheet(const Form&, const SheetInstance&, const Layout&);

/// The facts as they were printed, by cell; none if a program dropped the sheet.
std::map<std::string, std::string> printed_facts(const sheets::ReadWorkbook&);

}  // namespace anjuan::forms
