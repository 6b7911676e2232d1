CREATE VIRTUAL TABLE boxes USING rtree(box, x0, x1, +label TEXT, +note);
