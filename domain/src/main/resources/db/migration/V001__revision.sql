-- The register's sense of time. Every transaction that writes facts owns one revision; the database
-- stamps it at commit, so that no answer "as known on t" can change after t was closed.

-- Flyway has made the schema "pilot" and put it first in the search path, so the extension lands in it, too:
-- the user of the database needs no right on "public".
create extension if not exists pg_trgm; -- search of names

create table revision (
    id          bigint generated always as identity primary key,
    recorded_at timestamptz, -- set by revision_stamp at commit; nobody else sees it unset
    account     text not null,
    purpose     text not null
);
create index revision_recorded_at on revision (recorded_at, id);

create table watermark (
    only_one  boolean primary key default true check (only_one),
    closed_at timestamptz not null
);
insert into watermark (closed_at) values (clock_timestamp());

-- A writer holds the lock shared from before it reads the clock until it has committed. Whoever closes
-- the watermark waits for those and is ahead of all that come later: a stamp is never at or before a
-- closed watermark unless it was visible when that was closed. Writers do not wait for each other.
-- Needs READ COMMITTED: the watermark has to be read after the lock was granted.
create function stamp_revision() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock_shared(7204001);
    update revision
    set recorded_at = greatest(clock_timestamp(),
                               (select closed_at + interval '1 microsecond' from watermark))
    where id = new.id;
    return null;
end $$;

create constraint trigger revision_stamp after insert on revision
    deferrable initially deferred for each row execute function stamp_revision();

-- Call it in a transaction of its own: the lock is kept until that ends.
create function close_watermark() returns timestamptz language plpgsql as $$
declare
    closed timestamptz;
begin
    perform pg_advisory_xact_lock(7204001);
    update watermark
    set closed_at = greatest(clock_timestamp(), closed_at + interval '1 microsecond')
    returning closed_at into closed;
    return closed;
end $$;

-- ── what holds for every table of facts ────────────────────────────────────────────────────────────

-- After an insert: the subjects exist and are locked, the revision is one of this database, and no two
-- current spells of one group overlap. Arguments: table of the subjects, column of the subject, columns of the group
-- (comma separated; empty: no rule of "one at a time"). One pass over the current rows of the subjects.
create function guard_facts() returns trigger language plpgsql as $$
declare
    subjects bigint;
    locked   bigint;
    clash    record;
begin
    execute format('select count(distinct %I) from new_rows', tg_argv[1]) into subjects;
    if subjects = 0 then
        return null;
    end if;
    execute format(
        'select count(*) from (select 1 from %I where id in (select %I from new_rows) order by id for no key update) held',
        tg_argv[0], tg_argv[1]) into locked;
    if locked <> subjects then
        raise foreign_key_violation using message = format('%s: a subject is not in %s', tg_table_name, tg_argv[0]);
    end if;
    if exists (select from (select distinct rev from new_rows) n where not exists (select from revision r where r.id = n.rev)) then
        raise foreign_key_violation using message = format('%s: a revision does not exist', tg_table_name);
    end if;
    if tg_argv[2] = '' then
        return null;
    end if;
    execute format(
        'select id, other from (
             select id, valid_from, lag(valid_to) over spells as other_to, lag(id) over spells as other
             from %1$I
             where superseded_rev is null and %2$I in (select %2$I from new_rows)
             window spells as (partition by %3$s order by valid_from, id)) s
         where other_to > valid_from limit 1',
        tg_table_name, tg_argv[1], tg_argv[2]) into clash;
    if clash.id is not null then
        raise exclusion_violation using
            message = format('%s: spell %s overlaps spell %s', tg_table_name, clash.id, clash.other),
            constraint = tg_table_name || '_one_at_a_time';
    end if;
    return null;
end $$;

create function refuse_rewrite() returns trigger language plpgsql as $$
begin
    raise exception '%: a recorded fact is superseded, never changed or deleted', tg_table_name;
end $$;

create function refuse_second_supersession() returns trigger language plpgsql as $$
begin
    if exists (select from old_rows where superseded_rev is not null) then
        raise exception '%: a superseded version stays as it is', tg_table_name;
    end if;
    return null;
end $$;

-- Puts the rules on one table of facts.
create procedure keep_facts(fact text, subject_table text, subject text, one_at_a_time text) language plpgsql as $$
declare
    fixed text;
begin
    select string_agg(format('%I', attname), ', ') into fixed
    from pg_attribute
    where attrelid = fact::regclass and attnum > 0 and not attisdropped and attname <> 'superseded_rev';
    execute format('create trigger %1$s_guard after insert on %1$I referencing new table as new_rows
        for each statement execute function guard_facts(%2$L, %3$L, %4$L)', fact, subject_table, subject, one_at_a_time);
    execute format('create trigger %1$s_fixed before update of %2$s on %1$I
        for each statement execute function refuse_rewrite()', fact, fixed);
    execute format('create trigger %1$s_once after update on %1$I referencing old table as old_rows
        for each statement execute function refuse_second_supersession()', fact);
    execute format('create trigger %1$s_kept before delete or truncate on %1$I
        for each statement execute function refuse_rewrite()', fact);
    execute format('create index %1$s_rev on %1$I using brin (rev) with (pages_per_range = 32)', fact);
    execute format('create index %1$s_superseded on %1$I (superseded_rev) where superseded_rev is not null', fact);
end $$;
