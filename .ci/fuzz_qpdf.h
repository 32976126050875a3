#pragma once
// clang does not take qpdf/JSON.hh as C++20 with this standard library. Nothing here needs more of it than the name.
#define JSON_HH
class JSON;
