#pragma once
// A checklist form (检查表) as read from XML. Columns, options, rules and words are data: the engine
// knows what a column is for (its role), never what it is called or which answers it takes.

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "expression/expression.h"

namespace anjuan::forms {

/// What a printed column shows of an item.
enum class Shows { number, code, name, content, basis, method, treatments, weight };
/// What a column to fill is for.
enum class Holds { result, description, evidence, treatment, corrected, text };

struct Column {
  std::string id;  ///< name of the field in the record of an item
  std::string label;
  int width = 0;               ///< characters
  std::optional<Shows> shows;  ///< exactly one of the two
  std::optional<Holds> holds;
  std::string options;        ///< id of the list to choose from; "": free text
  bool many = false;          ///< several options in one cell
  std::string codes;          ///< further field with the codes of the chosen options, "" none
  std::string prompt, error;  ///< shown when the cell is entered, or a wrong text typed
  Place place;
};

struct Option {
  std::string value;
  std::string code;          ///< "D2", "" none
  std::string count;         ///< field that counts it over all items, "" none
  bool problem = false;      ///< items with it are the problems found
  bool on_the_spot = false;  ///< only where the item can be corrected on the spot
  std::string fill, color;   ///< "RRGGBB" of such rows
  std::string shown() const { return code.empty() ? value : code + " " + value; }
};

struct OptionList {
  std::string id;
  std::vector<Option> options;
  Place place;
};

/// Where `column` has one of `values`, the columns `requires_filled` must be filled and the columns
/// `forbids` empty.
struct Rule {
  std::string column;
  std::vector<std::string> values, requires_filled, forbids;
  Place place;
};

/// 依据状态: how far the basis of an item has been verified.
struct BasisState {
  std::string word;
  std::string mark;       ///< printed beside the basis, "" nothing
  bool confirmed = true;  ///< false: not to be issued officially before the bureau confirms it
};

enum class OnTheSpot { yes, no, partly };

struct Item {
  int number = 0;  ///< from 1
  std::string code, name, content, basis, method, sample, weight;
  std::vector<std::string> basis_states, treatments;  ///< words; option codes that are lawful here
  std::string treatment_note;
  OnTheSpot on_the_spot = OnTheSpot::no;
  Place place;
};

/// A field above the table, or below it: printed from facts, or filled by hand.
struct HeaderField {
  std::string label;
  std::string text;                             ///< fixed text, when there is neither expression nor input
  std::optional<expression::Expression> value;  ///< over the facts
  std::optional<expression::Expression> each;   ///< a list; `value` is then taken for each `as`
  std::string as, joined;
  std::string input;  ///< field that takes what was filled, "" none
  bool input_is_date = false, required = false;
  bool wide = false;   ///< a row of its own
  bool scope = false;  ///< 检查范围
  int height = 0;      ///< least height in points
  std::string prompt;
  Place place;
};

/// One row below the table.
struct FooterRow {
  enum class Kind { field, total, legend, note, signatures };
  Kind kind = Kind::note;
  HeaderField field;                    ///< of a field
  std::string label, options, pattern;  ///< of a total or legend: list of options; of a total: "{}＿项"
  std::string text;                     ///< of a note
  std::vector<std::string> signatures;
  int height = 0;
};

struct Form {
  std::string id, label, number, trade, version, event;
  std::string sheet;                     ///< name of the visible sheet
  std::string page_header, page_footer;  ///< "案件 {case}|第 {page} 页　共 {pages} 页"
  std::string serial_field, version_field, items_field, problems_field;  ///< names in the record
  std::vector<HeaderField> header;
  std::vector<Column> columns;
  std::vector<OptionList> lists;
  std::vector<Rule> rules;
  std::vector<BasisState> basis_states;
  std::vector<Item> items;
  std::vector<FooterRow> footer;
  std::string digest;  ///< SHA-256 of the XML file

  const OptionList* list(std::string_view id) const;
  const Column* column(std::string_view id) const;
  const Column* column_that_holds(Holds) const;
};

/// The option lawful for an item: its treatments, and what it allows on the spot.
std::vector<Option> options_for(const Form&, const Column&, const Item&);

/// What a printed column says of an item; the basis with its mark.
std::string shown_text(const Form&, const Column&, const Item&);

/// Codes of the items whose basis is not confirmed.
std::vector<std::string> unconfirmed_items(const Form&);

}  // namespace anjuan::forms
