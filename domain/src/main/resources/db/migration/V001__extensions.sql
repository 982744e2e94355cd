-- Flyway has made the schema "pilot" and put it first in the search path, so new extensions land in it, too:
-- the database's user needs no right on "public".
create extension if not exists btree_gist;
create extension if not exists pg_trgm;
