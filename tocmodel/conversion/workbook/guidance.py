"""The words of the sheet that explains a workbook."""

_READ_ME = """
This workbook is a theory of change: what you do, what you expect to change, and why. Change it
here, and tocmodel puts your changes back into the theory's file.

# Where things are

The sheet 'Theory' is about the theory as a whole. Each sheet after it has one kind of element,
with one element in each row. 'Links' says what leads to what, and why.

'Figures' has every number, one in each row: what it is about, what it is (a baseline, a target,
an observation), its value and its period.

For other kinds of element, such as risks, add a sheet with that name (Risks, Outputs,
Mechanisms) and write the headings that you need in its first row: Title, Description.

# How to fill it in

Write a new element in the next empty row, or insert a row where you want it. It needs a title
and nothing else. Click on a cell to see what belongs in it. A darker heading marks a cell that
must be filled in.

Name an element by its title, as on its own sheet; the drop-down lists have the titles from the
day when the workbook was made, but any title works.

Several values in one cell are separated by a semicolon: Peabody; Pembury residents. Put a value
that has a semicolon itself in double quotes.

Write yes or no, and a date as 2019-06-14, 2019-06 or 2019. Do not use formulas: type the number
or the words.

To see the columns that are not in use, click the + above the columns, or choose Data, Show
Detail. To keep something that has no column, add one with a heading such as 'Own fields: Our
code'.

# How to change and delete

Change a title where you like: links and figures that use the former title still find the
element. Delete the whole row to delete an element; then also delete the rows of links that name
it.

Do not change the hidden column A: it has the ids by which tocmodel knows each element again.
Leave it empty in new rows.

# How to put it back

tocmodel convert THIS-WORKBOOK.xlsx --into THEORY.toc.yaml --dry-run shows what would change.
Without --dry-run it changes the file: only what you changed, and every comment stays.

If a cell is wrong, tocmodel names it (Links!B7) and changes nothing.
"""

READ_ME_LINES = tuple(" ".join(part.split()) for part in _READ_ME.split("\n\n"))
"""The lines of the sheet; those that begin with # are headings."""
