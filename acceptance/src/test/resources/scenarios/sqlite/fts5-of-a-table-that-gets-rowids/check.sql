SELECT n.id = 'b' FROM f JOIN n ON n.rowid = f.rowid WHERE f MATCH 'walk';
