CREATE TABLE t (id int, owner text, tenant int);
CREATE TABLE members (tenant int, who text);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
ALTER TABLE t FORCE ROW LEVEL SECURITY;
CREATE POLICY a ON t FOR SELECT TO app_reader, app_writer USING (owner = current_user OR EXISTS (SELECT 1 FROM members m WHERE m.tenant = t.tenant));
CREATE POLICY b ON t AS RESTRICTIVE FOR ALL USING (true);
CREATE POLICY c ON t FOR INSERT TO app_writer WITH CHECK (tenant IN (SELECT tenant FROM members));
ALTER TABLE members ENABLE ROW LEVEL SECURITY;
