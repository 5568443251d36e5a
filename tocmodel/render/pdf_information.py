"""The information in a PDF file: its title, and its date if the theory has one."""

from reportlab.pdfbase.pdfdoc import (  # type: ignore[import-untyped]
    PDFDictionary,
    PDFDocument,
    PDFInfo,
    PDFString,
)


class Information(PDFInfo):  # type: ignore[misc]  # reportlab has no types
    """reportlab's own would state a date for every file, and empty texts for unknown properties."""

    def __init__(self, *, title: str, subject: str, date: str) -> None:
        super().__init__()
        self.title = title
        self.author = self.keywords = ""
        self.subject = subject
        self.creator = "tocmodel"
        self.date = date

    def format(self, document: PDFDocument) -> bytes:
        """Return the dictionary as bytes."""
        known = {
            "Title": self.title,
            "Subject": self.subject,
            "Creator": self.creator,
            "Producer": self.producer,
            "CreationDate": pdf_date(self.date),
        }
        texts = {key: PDFString(text) for key, text in known.items() if text}
        return PDFDictionary(texts).format(document)  # type: ignore[no-any-return]


def pdf_date(date: str) -> str:
    """Return a date in PDF's notation (ISO 32000-1, 7.9.4), as exact as it is known.

    >>> pdf_date("2018"), pdf_date("2018-09"), pdf_date("2018-09-01"), pdf_date("")
    ('D:2018', 'D:201809', 'D:20180901', '')
    """
    return f"D:{date.replace('-', '')}" if date else ""
