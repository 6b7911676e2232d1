CREATE VIRTUAL TABLE places USING rtree(id, x0, x1);
