"""Pages of the room: the archive, the office's own words and look of documents, and what anybody may verify."""
