"""From a file in the inbox folder to a filed letter, whatever happens in between.

The way of a file: `scan` finds it, `rest` waits until nobody writes to it any more, `receive` puts it into
the archive and writes down its arrival and its job, `worker` reads and files it, `settle` moves it to
`done/` or `failed/`. Every step may be cut off by a crash and is taken up again at the next start.
"""
