// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace smoke {

// How far a text is the list "1." "2." "3." ..., one item a line, that was asked for.
struct NumberedList
{
    int items = 0; // of any number
    int last =
        0; // number of the last item; a last line without its line end may be half an item and counts all the same
    int breaksAfter = 0; // the item after which one is missing or repeated; 0: none
};
NumberedList readNumberedList(const QString &text);

} // namespace smoke
