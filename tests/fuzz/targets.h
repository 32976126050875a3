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

}  // namespace anjuan::fuzz
