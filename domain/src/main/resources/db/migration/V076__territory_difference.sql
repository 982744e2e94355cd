-- What a list of territories would change, noted when it is only tried: it is looked through before it goes in.
create table territory_difference (
    load_id    uuid not null references load,
    row_no     bigint not null,         -- of the file
    kind       text not null check (kind in ('NEW', 'RENAMED', 'MOVED', 'ENDED', 'REMOVED')),
    unit_id    integer not null,
    valid_from date not null,
    before     text,                    -- names, the code of the parent, or the day of the end
    after      text,
    primary key (load_id, row_no, kind)
);
