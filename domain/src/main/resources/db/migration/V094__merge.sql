-- Two records of one person: the facts of one are written anew on the other, and its IIN leads there from then on.

create table person_merge (
    id          bigint generated always as identity primary key,
    public_id   uuid not null default gen_random_uuid() unique, -- stands in URLs
    merged_id   integer not null references person, -- is left without facts
    kept_id     integer not null references person check (kept_id <> merged_id),
    rev         bigint not null unique references revision,     -- under which the facts were written anew
    reason      text not null,
    document    text not null,
    account     text not null,
    merged_at   timestamptz not null default clock_timestamp(),
    undone_rev  bigint unique references revision,              -- under which they went back; null: the merge stands
    undo_reason text,
    undone_by   text,
    undone_at   timestamptz,
    check ((undone_rev is null) = (undo_reason is null) and (undone_rev is null) = (undone_by is null)
        and (undone_rev is null) = (undone_at is null))
);
create unique index person_merge_standing on person_merge (merged_id) where undone_rev is null;
create index person_merge_kept on person_merge (kept_id);
create trigger person_merge_fixed before update of merged_id, kept_id, rev, reason, document, account, merged_at
    on person_merge for each statement execute function refuse_rewrite();
create trigger person_merge_kept_too before delete or truncate on person_merge
    for each statement execute function refuse_rewrite();

-- What became of each fact that did not stay as it was: a row for each fact that carries it on, one without if none does.
create table person_merge_fact (
    merge_id  bigint not null references person_merge,
    fact      text not null,   -- the table
    before_id bigint not null, -- as it stood before
    after_id  bigint           -- what stands for it on the kept record; null: another one was chosen
);
create index person_merge_fact_of on person_merge_fact (merge_id);

-- Facts that lists brought after the merge, or took back, with the IIN that their row named: when the merge is undone they
-- belong to the record of that IIN.
create table person_merge_named (
    merge_id bigint not null references person_merge,
    fact     text not null,
    fact_id  bigint not null,
    merged   boolean not null, -- whether it was the IIN of the merged record
    removed  boolean not null  -- whether the row took it back
);
create index person_merge_named_of on person_merge_named (merge_id);

-- Whom an IIN, or a number in an address, names: the one place that knows of merged records. Everyone who looks a person
-- up by either reads it. Rows out: one a person; person_merge has some dozens, so the join costs nothing that can be seen.
create view person_named as
select p.iin, p.public_id, coalesce(a.kept_id, p.id) as id, a.id as merge_id
from person p left join person_merge a on a.merged_id = p.id and a.undone_rev is null;

-- The records of a person: their own, and those that were merged into it. For questions about one person.
create function records_of(person integer) returns integer[] language sql stable parallel safe as $$
    select person || array(select merged_id from person_merge where kept_id = person and undone_rev is null)
$$;

-- What screenings heard, by the person that it is said of now; it stays with the record that it names.
create view screening_visit as
select m.screening_id, coalesce(a.kept_id, m.person_id) as person_id, m.person_id as record_id, m.wishes, m.direction
from screening_member m left join person_merge a on a.merged_id = m.person_id and a.undone_rev is null;

-- Revisions that were taken back, and by which one: what they had superseded stands again as copies of that one.
create view revision_undone as
select rev, withdrawn_rev as undone_rev from load where withdrawn_rev is not null
union all
select rev, undone_rev from person_merge where undone_rev is not null;

-- A merged record has no facts, whoever writes; one look a statement. Whoever found the person before the merge begins anew.
-- Loans find their borrower in the statement that writes them: see LoanWriting.
create function refuse_merged() returns trigger language plpgsql as $$
begin
    if exists (select from person_merge a join new_rows n on n.person_id = a.merged_id where a.undone_rev is null) then
        raise serialization_failure using message = format('%s: the record was merged into another', tg_table_name);
    end if;
    return null;
end $$;

do $$
declare
    fact text;
begin
    foreach fact in array '{membership,vital_event,social_package,occupation,income,measure,registration,enrolment,consent,enrolment_suspension}'::text[] loop
        execute format('create trigger %1$s_merged after insert on %1$I referencing new table as new_rows
            for each statement execute function refuse_merged()', fact);
    end loop;
end $$;

-- A merge writes a loan's version anew on the kept record under the same number: to the lender nothing has changed.
drop index loan_version_no;
create unique index loan_version_no on loan_version (loan_id, no, rev);
