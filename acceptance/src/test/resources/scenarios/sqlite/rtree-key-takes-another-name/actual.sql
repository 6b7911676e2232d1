CREATE VIRTUAL TABLE boxes USING rtree(id, x0, x1, +label TEXT);
