CREATE VIRTUAL TABLE places USING rtree(id, x0, x1, +label TEXT); CREATE VIRTUAL TABLE more USING rtree(id, y0, y1);
