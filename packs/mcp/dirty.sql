-- SPDX-License-Identifier: Apache-2.0
-- What golang-migrate leaves behind when its first migration does not end well: version 1, dirty.
CREATE TABLE public.schema_migrations (version bigint NOT NULL PRIMARY KEY, dirty boolean NOT NULL);
INSERT INTO public.schema_migrations (version, dirty) VALUES (1, true);
