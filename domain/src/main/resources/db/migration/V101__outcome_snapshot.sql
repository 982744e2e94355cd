-- Each month's figures as they were known when the month began: kept by outcome-snapshot, and from then on as they are.
create table outcome_snapshot (
    month         date primary key check (extract(day from month) = 1),
    known_on      timestamptz not null,
    rules         text not null, -- the version of the definitions
    business_date date not null,
    run_id        uuid,
    made_at       timestamptz not null default clock_timestamp(),
    made_in       xid8 not null default pg_current_xact_id() -- only that transaction adds to it
);

create table outcome_snapshot_figure (
    month      date not null references outcome_snapshot,
    place      text not null,  -- a KATO code, outside or none; empty: everyone
    population text not null,
    indicator  text not null,
    value      numeric,        -- null: not known
    reason     text,
    primary key (month, place, population, indicator)
);

-- Who moved in the month before: from its first day to the first day of the month.
create table outcome_snapshot_movement (
    month      date not null references outcome_snapshot,
    place      text not null,
    from_state text not null,
    to_state   text not null,
    persons    bigint not null,
    primary key (month, place, from_state, to_state)
);

create function refuse_change_of_snapshot() returns trigger language plpgsql as $$
begin
    raise exception 'a kept month stays as it is';
end $$;
create function refuse_addition_to_snapshot() returns trigger language plpgsql as $$
begin
    if exists (
        select from added a
        where not exists (
            select from outcome_snapshot s where s.month = a.month and s.made_in = pg_current_xact_id())) then
        raise exception 'a kept month stays as it is';
    end if;
    return null;
end $$;
create trigger outcome_snapshot_stays before update or delete or truncate on outcome_snapshot
    for each statement execute function refuse_change_of_snapshot();
create trigger outcome_snapshot_figure_stays before update or delete or truncate on outcome_snapshot_figure
    for each statement execute function refuse_change_of_snapshot();
create trigger outcome_snapshot_movement_stays before update or delete or truncate on outcome_snapshot_movement
    for each statement execute function refuse_change_of_snapshot();
create trigger outcome_snapshot_figure_complete after insert on outcome_snapshot_figure
    referencing new table as added for each statement execute function refuse_addition_to_snapshot();
create trigger outcome_snapshot_movement_complete after insert on outcome_snapshot_movement
    referencing new table as added for each statement execute function refuse_addition_to_snapshot();
