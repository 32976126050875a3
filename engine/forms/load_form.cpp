#include "forms/load_form.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/digest.h"
#include "base/text.h"
#include "forms/check_form.h"
#include "forms/messages.h"
#include "xml/document.h"

namespace anjuan::forms {

namespace {

constexpr auto shows_words =
    std::to_array<std::pair<std::string_view, Shows>>({{"number", Shows::number},
                                                       {"code", Shows::code},
                                                       {"name", Shows::name},
                                                       {"content", Shows::content},
                                                       {"basis", Shows::basis},
                                                       {"method", Shows::method},
                                                       {"treatments", Shows::treatments},
                                                       {"weight", Shows::weight}});
constexpr auto holds_words =
    std::to_array<std::pair<std::string_view, Holds>>({{"result", Holds::result},
                                                       {"description", Holds::description},
                                                       {"evidence", Holds::evidence},
                                                       {"treatment", Holds::treatment},
                                                       {"corrected", Holds::corrected},
                                                       {"text", Holds::text}});

template <class Word, std::size_t Count>
std::optional<Word> parse(const std::array<std::pair<std::string_view, Word>, Count>& words,
                          std::string_view text) {
  for (const auto& [word, meaning] : words) {
    if (word == text) return meaning;
  }
  return std::nullopt;
}

std::string text(const xml::Element& element, std::string_view attribute) {
  return std::string(element.get(attribute));
}
bool is_yes(const xml::Element& element, std::string_view attribute) {
  return element.get(attribute) == "yes";
}

std::vector<std::string> words(const xml::Element& element, std::string_view attribute) {
  const std::string clean = collapse_space(element.get(attribute));
  return clean.empty() ? std::vector<std::string>() : split(clean, ' ');
}

int whole_number(const xml::Element& element, std::string_view attribute) {
  return static_cast<int>(std::min<std::int64_t>(parse_integer(element.get(attribute)).value_or(0), 10000));
}

/// Text of an element for a cell: runs of white space, as line ends and indents of the XML, are one
/// space; none between Chinese characters would be wanted, so the writer keeps sentences on one line.
std::string cell_text(const xml::Element& parent, std::string_view child) {
  const xml::Element* element = parent.child(child);
  return element ? collapse_space(element->text()) : "";
}

class Loader {
 public:
  Form load(const xml::Element& root) {
    Form form;
    form.id = text(root, "id");
    form.label = text(root, "label");
    form.number = text(root, "number");
    form.trade = text(root, "trade");
    form.version = text(root, "version");
    form.event = text(root, "event");
    form.sheet = std::string(root.get("sheet", root.get("label")));
    form.page_header = text(root, "page-header");
    form.page_footer = text(root, "page-footer");
    for (const xml::Element* state : root.children("basis-state")) {
      form.basis_states.push_back(
          {text(*state, "word"), text(*state, "mark"), state->get("confirmed") != "no"});
    }
    for (const xml::Element* list : root.children("options")) form.lists.push_back(read_list(*list));
    for (const xml::Element* field : root.child("header")->children("field"))
      form.header.push_back(read_field(*field));
    read_columns(*root.child("columns"), form);
    for (const xml::Element* rule : root.children("rule")) {
      form.rules.push_back({text(*rule, "column"), words(*rule, "is"), words(*rule, "requires"),
                            words(*rule, "forbids"), rule->place});
    }
    for (const xml::Element* item : root.children("item")) {
      form.items.push_back(read_item(*item));
      form.items.back().number = static_cast<int>(form.items.size());
    }
    for (const xml::Element* row : root.child("footer")->children()) form.footer.push_back(read_footer(*row));
    return form;
  }

  Diagnostics found;

 private:
  OptionList read_list(const xml::Element& element) {
    OptionList list{text(element, "id"), {}, element.place};
    for (const xml::Element* option : element.children("option")) {
      list.options.push_back({text(*option, "value"), text(*option, "code"), text(*option, "count"),
                              is_yes(*option, "problem"), is_yes(*option, "on-the-spot"),
                              text(*option, "fill"), text(*option, "color")});
    }
    return list;
  }

  std::optional<expression::Expression> read_expression(const xml::Element& element,
                                                        std::string_view attribute) {
    if (!element.attribute(attribute)) return std::nullopt;
    Result<expression::Expression> compiled =
        expression::compile(element.get(attribute), element.place_of(attribute));
    if (compiled.ok()) return *std::move(compiled);
    found.insert(found.end(), compiled.diagnostics().begin(), compiled.diagnostics().end());
    return std::nullopt;
  }

  HeaderField read_field(const xml::Element& element) {
    HeaderField field;
    field.label = text(element, "label");
    field.text = text(element, "text");
    field.value = read_expression(element, "value");
    field.each = read_expression(element, "each");
    field.as = text(element, "as");
    field.joined = text(element, "joined");
    field.input = text(element, "input");
    field.input_is_date = element.get("type") == "date";
    field.required = is_yes(element, "required");
    field.wide = is_yes(element, "wide");
    field.scope = is_yes(element, "scope");
    field.height = whole_number(element, "height");
    field.prompt = text(element, "prompt");
    field.place = element.place;
    const int sources = (element.attribute("text") ? 1 : 0) + (element.attribute("value") ? 1 : 0) +
                        (element.attribute("input") ? 1 : 0);
    const bool list_without_item =
        element.attribute("each") && (!element.attribute("value") || field.as.empty());
    if (sources != 1 || list_without_item)
      found.push_back(diagnose(source_unclear, element.place, field.label));
    return field;
  }

  void read_columns(const xml::Element& element, Form& form) {
    form.serial_field = text(element, "serial");
    form.version_field = text(element, "version");
    form.items_field = text(element, "items");
    form.problems_field = text(element, "problems");
    for (const xml::Element* one : element.children("column")) {
      Column column;
      column.id = text(*one, "id");
      column.label = text(*one, "label");
      column.width = whole_number(*one, "width");
      column.shows = parse(shows_words, one->get("shows"));
      column.holds = parse(holds_words, one->get("holds"));
      column.options = text(*one, "options");
      column.many = is_yes(*one, "many");
      column.codes = text(*one, "codes");
      column.prompt = text(*one, "prompt");
      column.error = text(*one, "error");
      column.place = one->place;
      form.columns.push_back(std::move(column));
    }
  }

  Item read_item(const xml::Element& element) {
    Item item;
    item.code = text(element, "code");
    item.name = text(element, "name");
    item.content = cell_text(element, "content");
    item.basis = cell_text(element, "basis");
    item.basis_states = words(element, "basis-state");
    item.method = text(element, "method");
    item.sample = text(element, "sample");
    item.treatments = words(element, "treatments");
    item.treatment_note = text(element, "treatment-note");
    item.weight = text(element, "weight");
    const std::string_view spot = element.get("on-the-spot");
    item.on_the_spot = spot == "yes" ? OnTheSpot::yes : spot == "partly" ? OnTheSpot::partly : OnTheSpot::no;
    item.place = element.place;
    return item;
  }

  FooterRow read_footer(const xml::Element& element) {
    FooterRow row;
    row.label = text(element, "label");
    row.options = text(element, "options");
    row.pattern = text(element, "pattern");
    row.height = whole_number(element, "height");
    if (element.name == "field") {
      row.kind = FooterRow::Kind::field;
      row.field = read_field(element);
    } else if (element.name == "total") {
      row.kind = FooterRow::Kind::total;
    } else if (element.name == "legend") {
      row.kind = FooterRow::Kind::legend;
    } else if (element.name == "signatures") {
      row.kind = FooterRow::Kind::signatures;
      for (const xml::Element* one : element.children("signature"))
        row.signatures.push_back(collapse_space(one->text()));
    } else {
      row.text = collapse_space(element.text());
    }
    return row;
  }
};

}  // namespace

Result<Form> load_form(std::string_view bytes, const std::string& file) {
  ANJUAN_TRY(const xml::Element root, xml::parse(bytes, file));
  if (Diagnostics wrong = xml::check(root, form_outline()); has_error(wrong)) return wrong;
  Loader loader;
  Form form = loader.load(root);
  form.digest = sha256(bytes);
  Diagnostics found = std::move(loader.found);
  for (Diagnostic& one : check_form(form, root.place)) found.push_back(std::move(one));
  if (!found.empty()) return found;
  return form;
}

Diagnostics check(const Form& form, const expression::Names& names) {
  Diagnostics found;
  expression::Names known = names;
  known[form.serial_field] = known[form.version_field] = {expression::Type::Kind::text, {}, nullptr, nullptr};
  const auto check_field = [&](const HeaderField& field) {
    const auto add = [&](const expression::Expression& one, const expression::Names& scope) {
      for (Diagnostic& d : expression::check(one, scope, {})) found.push_back(std::move(d));
    };
    if (field.each) {
      add(*field.each, known);
      expression::Names inner = known;
      inner[field.as] = {};
      if (field.value) add(*field.value, inner);
    } else if (field.value) {
      add(*field.value, known);
    }
  };
  for (const HeaderField& field : form.header) check_field(field);
  for (const FooterRow& row : form.footer) {
    if (row.kind == FooterRow::Kind::field) check_field(row.field);
  }
  return found;
}

}  // namespace anjuan::forms
