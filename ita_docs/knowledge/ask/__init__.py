"""Questions in Thai and English, understood by our own grammar and answered in rows with citations."""
