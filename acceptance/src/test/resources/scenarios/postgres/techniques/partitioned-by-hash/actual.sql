CREATE TABLE "Users" (id uuid PRIMARY KEY, "E-Mail" text NOT NULL, CONSTRAINT "Users_mail" UNIQUE (id, "E-Mail"));
CREATE TABLE logins (users uuid CONSTRAINT logins_user REFERENCES "Users" ON UPDATE CASCADE, at timestamptz);
