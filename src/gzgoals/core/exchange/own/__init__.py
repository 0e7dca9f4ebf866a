"""Tables as this program itself writes them in rows and columns: what writers and readers both know of them."""
