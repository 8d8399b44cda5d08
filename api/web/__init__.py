"""The desk: server-rendered pages, Thai first, that work without scripts and load nothing from elsewhere."""
