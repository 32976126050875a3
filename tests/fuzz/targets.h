#pragma once
// What is fed with arbitrary bytes. Each must answer or refuse, and never crash, hang or take much memory;
// what it promises of its answer is checked on the way. libFuzzer calls them (.ci/fuzz.cmake), and so does
// an ordinary test, over the corpus and over damaged copies of it.

#include <string_view>

namespace anjuan::fuzz {

/// xml::parse: a tree, or at least one message.
void read_xml(std::string_view bytes);
/// procedure::load, and where that succeeds, check and the first configuration; else inspect.
void read_procedure(std::string_view bytes);
/// expression::compile, check and evaluate.
void read_expression(std::string_view bytes);
/// documents::load_template and pages::load_style.
void read_template(std::string_view bytes);
/// forms::load_form.
void read_form(std::string_view bytes);
/// sheets::read_csv.
void read_csv(std::string_view bytes);
/// sheets::read_xlsx, and where that succeeds, its cells as a table.
void read_xlsx(std::string_view bytes);
/// The three files of a draw in one, a line of "====" between them; what is read is written again, byte by byte the same.
void read_draw(std::string_view bytes);
/// stories::read_script and read_story.
void read_story(std::string_view bytes);
/// journal::read, heads noted outside, and what an entry names.
void read_journal(std::string_view bytes);
/// A command line, one word on each line, against every command's options.
void read_command_line(std::string_view bytes);
/// A PDF of others: its pages counted and bound into a volume.
void read_pdf(std::string_view bytes);

}  // namespace anjuan::fuzz
