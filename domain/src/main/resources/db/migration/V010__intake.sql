-- How often a load was begun: one that brings its server down each time must not do so for ever.
alter table load add column attempts smallint not null default 0;

-- Suppositions of snapshots, which dated rows override: few, looked for by every load.
create index assistance_supposed on assistance (household_id) where by_snapshot and superseded_rev is null;
create index occupation_supposed on occupation (person_id) where by_snapshot and superseded_rev is null;
create index registration_supposed on registration (person_id) where by_snapshot and superseded_rev is null;
