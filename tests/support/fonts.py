"""Fonts of other scripts, as Debian's fonts-noto-core installs them, and words in these scripts."""

from pathlib import Path

from attrs import frozen

from tocmodel.model import TheoryOfChange

NOTO = Path("/usr/share/fonts/truetype/noto")
NO_NOTO = "Debian's fonts-noto-core is not installed"


@frozen(kw_only=True)
class Script:
    """A language, its fonts, and a few words that show what is hard about its script."""

    language: str
    fonts: tuple[str, ...]
    club: str
    fed: str

    @property
    def files(self) -> tuple[Path, ...]:
        """The font files."""
        return tuple(NOTO / name for name in self.fonts)

    @property
    def theory(self) -> TheoryOfChange:
        """A theory in the language."""
        return TheoryOfChange(
            title=self.fed,
            language=self.language,
            interventions={"club": {"title": self.club}},
            outcomes={"fed": {"title": self.fed, "horizon": "short"}},
            links=["club -> fed"],
        )


SCRIPTS = {
    "Bengali": Script(
        language="bn",
        fonts=("NotoSansBengali-Regular.ttf", "NotoSansBengali-Bold.ttf"),
        club="সকালের নাস্তার ক্লাব (১২ জন)",
        fed="শিশুরা ক্ষুধার্ত থাকে না",
    ),
    "Urdu": Script(
        language="ur",
        fonts=("NotoNaskhArabic-Regular.ttf", "NotoNaskhArabic-Bold.ttf"),
        club="ناشتے کا کلب (Breakfast club)",
        fed="بچے بھوکے نہیں رہتے، 12 میں سے 10",
    ),
    "Urdu in Nastaliq": Script(
        language="ur",
        fonts=("NotoNastaliqUrdu-Regular.ttf",),
        club="ناشتے کا کلب",
        fed="بچے تیار ہیں",
    ),
    "Hebrew": Script(
        language="he",
        fonts=("NotoSansHebrew-Regular.ttf",),
        club="מועדון ארוחת בוקר (2019)",
        fed="הילדים אינם רעבים",
    ),
    "Hindi": Script(
        language="hi",
        fonts=("NotoSansDevanagari-Regular.ttf",),
        club="नाश्ता क्लब",
        fed="बच्चे भूखे नहीं रहते और पढ़ते हैं",
    ),
    "Tamil": Script(
        language="ta",
        fonts=("NotoSansTamil-Regular.ttf",),
        club="காலை உணவு",
        fed="குழந்தைகள் பசியில்லை",
    ),
    "Thai": Script(
        language="th", fonts=("NotoSansThai-Regular.ttf",), club="ชมรมอาหารเช้า", fed="เด็ก ๆ ไม่หิว"
    ),
    "Georgian": Script(
        language="ka",
        fonts=("NotoSansGeorgian-Regular.ttf",),
        club="საუზმის კლუბი",
        fed="ბავშვები მზად არიან",
    ),
}
