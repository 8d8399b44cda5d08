"""Files to pages: text, text layers and scans all become lines with places and confidences.

    read_file("letter.pdf").pages[0].lines[0].text

The way of a file: `media` says what it is, `plain`, `pdf` or `pictures` open it, `text_layer` decides page by
page whether a PDF's own text can be trusted, and an engine of `engines` reads what is only a picture.
"""

from ita_docs.reading.files import ReadFile, read_file

__all__ = ["ReadFile", "read_file"]
