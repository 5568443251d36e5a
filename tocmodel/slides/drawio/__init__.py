"""Files for draw.io: a page a picture, with layers, containers and arrows that stay fixed."""
