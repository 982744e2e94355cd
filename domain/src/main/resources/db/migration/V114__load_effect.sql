-- How many people a load gives another state on some day: told before it goes in where it can be, and by the run of the
-- movement that has followed it.
create table load_effect (
    load_id   uuid primary key references load,
    persons   bigint not null,  -- whose state is, or would be, another on some day
    newcomers bigint not null,  -- of them, who had no state before
    tried     boolean not null  -- told before it went in
);
