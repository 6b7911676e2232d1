CREATE TABLE t (id int, owner text, tenant int);
CREATE TABLE members (tenant int, who text);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY a ON t FOR SELECT TO app_reader USING (owner = current_user);
CREATE POLICY b ON t FOR ALL USING (true) WITH CHECK (tenant > 0);
CREATE POLICY gone ON t FOR DELETE USING (false);
