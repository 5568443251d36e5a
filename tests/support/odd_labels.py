"""Words that a format might take for a sign of its own."""

from tocmodel.diagram.model import Arrow, Badge, Box, Column, Diagram

ODD = (
    "say \"yes\" and 'no'",
    "a < b > c & d",
    "R&amp;D &lt;b&gt; &#38;",
    "<b>bold</b><script>alert(1)</script>",
    "a]b[c}d{e)f(g|h",
    r"back\slash \n \l \N \G \\",
    "ends with a backslash \\",
    "#quot; #35; #1 50% %%{init: {}}%% %% comment",
    "`code` **bold** _em_ ~~gone~~ [link](x)",
    "1. first",
    "- second",
    "+ third",
    "# heading",
    "> quoted",
    "end",
    "graph subgraph style class click default",
    "Lifestyle: a & b; classDef x:#fff;",
    "--> ==> -.-> --x ---",
    "£5 – “quoted” ’x’ café naïve",
    "שלום 😀 日本語",
    "two\nlines\ttab",
    "$$x^2$$ $x$",
    "fa:fa-car @{ shape: x }",
    "http://example.org/?a=b&c=d",
    "x" * 300,
)


def odd_diagram(words: str) -> Diagram:
    """A diagram with some words wherever it has any."""
    return Diagram(
        title=words,
        subtitle=words,
        description=words,
        columns=(Column(id="interventions", title=words), Column(id="short", title=words)),
        boxes=(
            Box(
                id="end",
                kind="intervention",
                text=words,
                column="interventions",
                colour="interventions",
                badges=(Badge(kind="risk", text=words),),
                description=words,
            ),
            Box(id="style", kind="outcome", text=words, column="short", colour="short"),
        ),
        arrows=(
            Arrow(id="end--style", from_="end", to="style", label=words, description=words),
            Arrow(id="style--end", from_="style", to="end", feedback=True, effect="decreases"),
        ),
    )
