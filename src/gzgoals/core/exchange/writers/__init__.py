"""Tables written for office programs: workbooks, documents, and values parted by commas; none of it needs a screen."""
