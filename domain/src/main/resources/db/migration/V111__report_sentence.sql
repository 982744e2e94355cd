-- What the author of a draft says of it in words. A sentence never changes: it is taken out and put in anew. With the approval
-- it is kept what the program made of it, and why whoever approved let it stand.

create table report_sentence (
    id              integer generated always as identity primary key,
    report_id       integer not null references report on delete cascade,
    body            jsonb not null, -- as SentenceJson writes it
    account         text not null,
    recorded_at     timestamptz not null default clock_timestamp(),
    checked         jsonb,          -- a verdict a statement, in their order; null: a draft's
    acknowledged_by text,
    reason          text check (length(reason) between 1 and 1000),
    check ((acknowledged_by is null) = (reason is null)),
    check (checked is not null or reason is null)
);
create index report_sentence_report on report_sentence (report_id, id);

create function refuse_change_of_sentence() returns trigger language plpgsql as $$
begin
    if exists (select from report where id = old.report_id and approved_at is not null) then
        raise exception 'an approved report stays as it is';
    end if;
    if tg_op = 'UPDATE' and (old.id, old.report_id, old.body, old.account, old.recorded_at)
            is distinct from (new.id, new.report_id, new.body, new.account, new.recorded_at) then
        raise exception 'a sentence stays as it was put in';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger report_sentence_complete before insert on report_sentence
    for each row execute function refuse_addition_to_report();
create trigger report_sentence_stays before update or delete on report_sentence
    for each row execute function refuse_change_of_sentence();
