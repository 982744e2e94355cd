-- Reports to the collegium: drafted, approved by somebody else, and from then on as they are.

create table report (
    id          integer generated always as identity primary key,
    as_of       date not null,
    flow_from   date not null,
    territory   text,        -- a KATO code or none; null: everyone
    known_on    timestamptz not null,
    rules       text not null, -- the version of the definitions
    drafted_by  text not null,
    drafted_at  timestamptz not null default clock_timestamp(),
    approved_by text check (approved_by <> drafted_by),
    approved_at timestamptz,
    remark      text,
    check ((approved_by is null) = (approved_at is null))
);

create table report_file (
    report_id  integer not null references report,
    name       text not null,
    media_type text not null,
    content    bytea not null,
    sha256     text not null check (sha256 = encode(sha256(content), 'hex')),
    primary key (report_id, name)
);
alter table report_file alter column content set storage external;

-- The figures as they were printed, to be held against what is known later.
create table report_figure (
    report_id integer not null references report,
    place     text not null, -- a KATO code, outside or none; empty: the whole
    indicator text not null,
    value     numeric,       -- null: not known, or withheld
    primary key (report_id, place, indicator)
);

create function refuse_change_of_report() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'report' then
        if old.approved_at is null then
            return case tg_op when 'DELETE' then old else new end;
        end if;
    end if;
    raise exception 'an approved report stays as it is';
end $$;
create function refuse_addition_to_report() returns trigger language plpgsql as $$
begin
    if exists (select from report where id = new.report_id and approved_at is not null) then
        raise exception 'an approved report stays as it is';
    end if;
    return new;
end $$;
create trigger report_file_complete before insert on report_file
    for each row execute function refuse_addition_to_report();
create trigger report_figure_complete before insert on report_figure
    for each row execute function refuse_addition_to_report();
create trigger report_stays before update or delete on report for each row execute function refuse_change_of_report();
create trigger report_file_stays before update or delete on report_file
    for each row execute function refuse_change_of_report();
create trigger report_figure_stays before update or delete on report_figure
    for each row execute function refuse_change_of_report();
