-- A finished screening is a draft again once a load that it made was withdrawn.
alter table screening
    add column reopened_lists text[], -- whose facts were taken back, in the order of that
    add column reopened_by text,
    add column reopened_at timestamptz,
    add check ((reopened_lists is null) = (reopened_by is null) and (reopened_by is null) = (reopened_at is null)),
    add check (state <> 'FINISHED' or reopened_at is null);

-- Whom a finished screening has met stays as it was; of a draft nobody was met yet.
drop trigger screening_member_kept on screening_member;
create function refuse_change_of_visit() returns trigger language plpgsql as $$
begin
    if exists (select from screening where id = old.screening_id and state <> 'DRAFT') then
        raise exception 'whom a finished screening has met stays as it was';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger screening_member_kept before update or delete on screening_member
    for each row execute function refuse_change_of_visit();
create trigger screening_member_kept_too before truncate on screening_member
    for each statement execute function refuse_rewrite();

-- What finished screenings heard, by the person that it is said of now; it stays with the record that it names.
create or replace view screening_visit as
select m.screening_id, coalesce(a.kept_id, m.person_id) as person_id, m.person_id as record_id, m.wishes, m.direction
from screening_member m
join screening s on s.id = m.screening_id and s.state = 'FINISHED'
left join person_merge a on a.merged_id = m.person_id and a.undone_rev is null;
