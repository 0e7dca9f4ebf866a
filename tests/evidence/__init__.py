"""Evidence: how exactly foreign files are read, and how fast; run by `make accuracy` and `make bench`."""
