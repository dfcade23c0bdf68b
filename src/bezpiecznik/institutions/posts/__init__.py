"""Posts, those who hold them, deputies, hand-overs, and the radar of posts that nobody really holds."""
