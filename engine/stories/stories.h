#pragma once
// The course of a case as text.
