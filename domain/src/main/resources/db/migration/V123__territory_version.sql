-- Each page asks several times whether the tree is still the one it has in memory.
create index territory_version on territory (greatest(rev, superseded_rev));
