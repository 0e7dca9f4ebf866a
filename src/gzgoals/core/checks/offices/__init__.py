"""An office's own rules, read from a small file that a non-programmer writes."""
